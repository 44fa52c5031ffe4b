"""What the members of a plan and its parts mean."""

from __future__ import annotations

PLANS: dict[str, dict[str, tuple[object, ...]]] = {
    "CareerPlan": {
        "start": ("The day on which the plan begins, as YYYY-MM-DD.", "2026-12-01"),
        "career_level": ("The career level at which the person works; null if nothing tells it.",),
        "target": (
            "The career level that the plan leads to: the one that the person named, else the next "
            "above their own; null if it cannot be told.",
        ),
        "text": ("The first plan in a sentence, or why there is none.", "At level 3: take IPMO-P."),
        "plans": ("The first plan, then undominated alternatives; empty if none is left.",),
        "left_out": ("Plans that surely break a limit: the five that would come first.",),
        "left_out_more": ("How many more plans surely break a limit.", 54),
        "calendar": ("The days of the first plan for a calendar: only those that are known.",),
        "complete": ("Whether every combination was compared.", True),
        "bounds": ("What no plan can be below, where not every combination was compared.",),
        "assumptions": ("What the person told the plan to take for granted.",),
        "notes": ("What to know of all the plans.", ["Best found."]),
        "cautions": ("What to be careful with, first what does harm if it is neglected.",),
        "sources": ("Every source that the answer names by its id.",),
    },
    "Duration": {
        "low": ("The fewest days that it takes.", 2),
        "high": ("The most days that it takes.", 3),
        "text": ("It in words.", "2 to 3 training days"),
        "rests_on": ("What the length rests on.",),
    },
    "PlanStep": {
        "kind": ("What the step is.",),
        "title": ("What is done, in words.", "Take P3O Foundation"),
        "phrase": ("The same inside a sentence.", "P3O Foundation"),
        "level": ("The career level that it prepares for, or leads to.", "manager"),
        "below": (
            "The career level from which the step leads up; null for any other step.",
            "analyst",
        ),
        "because": ("What a step of experience rests on; a certification has its own reasons.",),
        "certification": ("What an advice says of the certification; null for experience.",),
        "duration": ("How long it takes; unknown if nobody publishes it.",),
        "earliest": (
            "The first day on which it can be done, as YYYY-MM-DD; unknown if it, or what comes "
            "before it, takes a time that is not known.",
            "2026-12-04",
        ),
        "likely": (
            "The day on which it is done if it and all before it take the longest course and time "
            "of study that are published, or the longest time worked out or assumed, as "
            "YYYY-MM-DD; unknown where one of these is not known.",
            "2027-02-01",
        ),
        "likely_rests_on": (
            "What the lengths of this step and of all before it rest on, each once, always in the "
            "order of the values; empty if `likely` is unknown.",
            ["published", "assumed"],
        ),
    },
    "PlannedRenewal": {
        "due": (
            "The last day for it, as YYYY-MM-DD; unknown if the day of the award is.",
            "2029-12-04",
        ),
        "years": (
            "Within how many years of the start it falls due, 3 or 6; unknown if its day is.",
            3,
        ),
        "by": (
            "The ids of the certifications of which passing one renews the award; unknown if that "
            "is not published.",
            ["p3o-foundation"],
        ),
        "cost": ("What it costs: not known, as it hangs on how it is renewed.",),
        "text": ("It in words.", "Renew P3O Foundation by 4 December 2029."),
    },
    "YearlyCost": {
        "year": ("The calendar year; null for what is done on a day that is unknown.", 2026),
        "costs": ("A sum for each currency.",),
        "lacking": ("The steps and renewals of it that have no known cost.",),
        "text": ("It in words.", "2026: 245 GBP and 1 of unknown cost."),
    },
    "PlanCost": {
        "costs": ("A sum for each currency; amounts of different ones are never added.",),
        "converted": (
            "One sum at the rates that the person gave; null without such rates or without a step "
            "that costs anything, unknown if no cost is known or a rate is missing.",
        ),
        "years": ("What each calendar year costs, in order.",),
        "lacking": ("What the sums lack: the steps and renewals that have no known cost.",),
        "text": ("It in words.", "The plan costs 245 GBP (price of October 2026)."),
    },
    "Measure": {
        "criterion": ("What is compared.",),
        "low": (
            "The least that it can be: days, an amount of money, or a number of renewals; of fit, "
            "the best place among the levels, of confidence, the doubt about the offer (0 to 2). "
            "Unknown if the parts that are known come to nothing.",
            5,
        ),
        "high": ("The most that it can be; of fit, the worst place. Unknown if a part is.", 5),
        "lacking": ("The parts of it that have no known value.",),
        "text": ("It in words.", "It takes 5 days of training."),
        "standing": ("How the plan stands to the first one on this criterion.",),
    },
    "PlanLimit": {
        "limit": ("Which limit of the person.",),
        "state": ("Whether the plan keeps it.",),
        "low": (
            "The least that the plan takes of it: money, or days from its start. Unknown if the "
            "parts that are known come to nothing.",
            95,
        ),
        "high": ("The most that it takes. Unknown if a part is.", 95),
        "unit": ("A currency as its code of ISO 4217, or days.", "GBP"),
        "lacking": ("The parts without a known value: to know them would settle an open limit.",),
        "soonest": (
            "The day before which the plan cannot be done, as YYYY-MM-DD; unknown if `low` is, "
            "null for a budget.",
            "2029-12-04",
        ),
        "text": ("It in words, with what settles it.", "It costs 95 GBP, within your budget."),
    },
    "PlanView": {
        "id": (
            "The id of the plan: those of its certifications, with -then- between; experience if "
            "it has none.",
            "p3o-foundation",
        ),
        "steps": ("What is done, in order.",),
        "renewals": ("The renewals within six years of the start, in the order of their days.",),
        "cost": ("What it costs.",),
        "earliest": (
            "The first day on which its last certification can be done, as YYYY-MM-DD.",
            "2026-12-04",
        ),
        "likely": (
            "The day on which that is done with the longest times published, worked out or "
            "assumed, as YYYY-MM-DD; unknown where one of these is not known.",
            "2027-02-01",
        ),
        "likely_rests_on": (
            "What the lengths of all steps up to that one rest on, each once, always in the order "
            "of the values; empty if `likely` is unknown, or nothing is left to do.",
            ["published", "assumed"],
        ),
        "measures": ("What it is on every criterion.",),
        "limits": ("How it stands to each limit that the person gave.",),
        "gains": ("What it surely has over the first plan.", ["It costs less: 95 GBP less."]),
        "gives_up": ("What it surely gives up against the first plan.", ["It takes more time."]),
        "not_compared": (
            "In what it cannot be compared with the first plan, in words; empty if in nothing.",
            "",
        ),
        "not_known": ("What is not known of it, besides its cost.",),
    },
    "NotKnown": {
        "code": ("What is not known.",),
        "certifications": (
            "The ids of the certifications that it is about; empty if it is experience.",
            ["pmi-pmocp"],
        ),
        "text": ("It in words.", "No day can be given."),
    },
    "PlanLeftOut": {
        "id": (
            "The id of the plan: those of its certifications, with -then- between; experience if "
            "it has none.",
            "p3o-foundation",
        ),
        "limits": ("How it stands to each limit; at least one is broken.",),
    },
    "PlanAssumption": {
        "assumed": ("What is assumed.",),
        "below": ("The career level from which a step leads up; null for all else.", "analyst"),
        "level": ("The career level to which it leads; null for all else.", "manager"),
        "certification": (
            "The id of the certification whose training is assumed; null for all else.",
            "p3o-foundation",
        ),
        "duration": ("How long it takes; null for a rate.",),
        "rate": ("The rate of exchange; null for a length of time.",),
        "used": ("Whether a plan that is shown rests on it.", True),
        "text": ("It in words.", "You gave the rate 1 EUR = 0.85 GBP."),
    },
    "AssumedLength": {
        "low": ("The fewest of the unit that it takes.", 2),
        "high": ("The most of the unit that it takes.", 3),
        "unit": ("The unit of time.", "year"),
    },
    "AssumedRate": {
        "from": ("The currency of which the rate tells the worth, by ISO 4217.", "EUR"),
        "to": ("The currency to which it leads, by ISO 4217.", "GBP"),
        "rate": ("What 1 of the first is of the second.", 0.85),
    },
    "SearchBound": {
        "criterion": ("What is bounded.",),
        "least": ("What no plan can be below.", 245),
        "unit": ("A currency as its code of ISO 4217, or days.", "GBP"),
    },
}
