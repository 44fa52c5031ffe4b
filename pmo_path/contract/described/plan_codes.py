"""What the codes of enumerations of a plan mean."""

from __future__ import annotations

_RESTS_ON = {
    "published": "it is published",
    "ours": "it is our judgement",
    "assumed": "the person told the plan to take it for granted",
}

PLAN_VALUES: dict[str, dict[str, str]] = {
    "PlanStep.kind": {
        "certification": "a certification to take, or to pass again",
        "experience": "experience to gain",
    },
    "rests_on": _RESTS_ON,
    "likely_rests_on": _RESTS_ON,
    "criterion": {
        "fit": "the place of each certification in the advice for its level",
        "days": "days of training, and of experience to gain before an exam",
        "money": "money, in one currency",
        "renewals": "renewals within six years",
        "confidence": "how surely what it takes is on offer",
    },
    "AssumedLength.unit": {
        "day": "a day of the calendar",
        "week": "seven days",
        "month": "a month of the calendar",
        "year": "a year of the calendar",
    },
    "Lacking.what": {
        "training_days": "the days of training for a certification",
        "cost": "the price of a certification, in the currency of the sum",
        "renewal": "the price of renewing an award",
        "validity": "how long an award is valid",
        "experience": "how long it takes to gain experience",
        "working-up": "how long it takes to work up to a career level",
    },
    "NotKnown.code": {
        "offer": "whether its certifications are on offer",
        "day": "on which day a step, and so every later one, is done",
        "validity": "how long awards are valid, so that renewals are not counted",
    },
    "PlanLimit.limit": {
        "budget": "the budget",
        "needed_by": "the day by which it is needed",
    },
    "PlanLimit.state": {
        "kept": "the plan keeps it, as far as is known",
        "open": "it may break it",
        "broken": "it surely breaks it",
    },
    "standing": {
        "better": "surely better",
        "no-worse": "as good, or better",
        "equal": "equal",
        "no-better": "as good, or worse",
        "worse": "surely worse",
        "unknown": "it is not known",
    },
    "PlanAssumption.assumed": {
        "duration": "how long a step takes",
        "exchange": "a rate of exchange",
    },
}
