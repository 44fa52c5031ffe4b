"""What the members of an advice and its parts mean."""

from __future__ import annotations

ADVICE: dict[str, dict[str, tuple[object, ...]]] = {
    "Advice": {
        "career_level": ("The career level at which the person works; null if nothing tells it.",),
        "aim": ("The career level that the person aims for; null if they named none.",),
        "next_step": (
            "The id of the first of the next steps, which hides a tie; null if there is none.",
            "p3o-foundation",
        ),
        "holdings": ("Every award that counts as held, with its state on the day.",),
        "deadlines": ("Days that count: needed by, to be done by, and on which awards lapse.",),
        "assumptions": ("What the advice takes for granted, and which fact would settle it.",),
        "routes": ("The routes advised; those of rank 1 are the recommendation.",),
        "considered": (
            "The verdict on every certification of the catalogue. The slim form lacks those that "
            "are not suitable or not on offer, and those that a route begins with.",
        ),
        "cautions": ("What to be careful with, first what does harm if it is neglected.",),
        "development": ("What fits the person beyond an exam.",),
        "sources": ("Every source that the answer names by its id.",),
    },
    "Lacking": {
        "what": ("What is not known.",),
        "about": (
            "The id of the certification; of experience the key of the fact, of working up the id "
            "of the career level.",
            "p3o-foundation",
        ),
        "text": ("It in words.", "cost of P3O Foundation"),
    },
    "Unknown": {
        "unknown": ("Always true: nobody publishes the value, or it could not be confirmed.",),
    },
    "Gap": {
        "text": (
            "The requirement in words.",
            "You need two years of work in a PMO before the exam.",
        ),
        "eligibility": ("Whether this requirement is not met, or not known to be.",),
        "facts": ("The keys of the facts that settle it.", ["years_in_pmo"]),
    },
    "TrainingDays": {
        "low": ("The fewest days of training, in days of class.", 2),
        "high": ("The most days of training, in days of class.", 3),
    },
    "ValidityView": {
        "months": ("How long an award is valid from the day of award, in months.", 36),
        "renewal": ("How an award is renewed, in words.", "60 PDUs in three years."),
    },
    "ExamView": {
        "edition": ("The edition of the exam; empty if it has none.", "2013"),
        "text": ("The form of the exam in words.", "60 questions in 60 minutes; 30 to pass."),
    },
    "PageView": {
        "for": (
            "Whether the page tells of the certification, or is one to book or find a course.",
        ),
        "address": ("The address of the page.", "https://example.org/p3o"),
        "text": ("What the page is, in words.", "PeopleCert's page of P3O."),
    },
    "Step": {
        "eligibility": ("Whether the person meets the entry requirements of this step.",),
        "entry": (
            "Whether the step is open to the person and on what ground, in words.",
            "No entry requirement is known.",
        ),
        "ground": ("On what ground the step is open, or that it is not known to be.",),
        "validity": ("How long an award is valid; unknown if nobody publishes it.",),
        "exam": ("The form of the exam; unknown if nobody publishes it.",),
        "pages": ("Pages of its owner or exam body; empty if none is known.",),
    },
    "HoldingView": {
        "certification": (
            "The id of the certification; null for a certificate outside the catalogue.",
            "p3o-foundation",
        ),
        "kind": (
            "The kind of a certificate outside the catalogue; null if it is inside, or not said.",
        ),
        "state": ("Whether the award is valid on the day.",),
        "awarded_on": (
            "The date of award as it was said: YYYY-MM-DD, or YYYY-MM or YYYY where no day was; "
            "null if no date was said.",
            "2022-05-12",
        ),
        "valid_until": (
            "The last day on which the award is valid, as YYYY-MM-DD; null if the day of award was "
            "not said, it is unknown how long awards last, or the certificate is outside the "
            "catalogue.",
            "2025-05-12",
        ),
        "valid_until_between": (
            "Between which days that last day lies, where it hangs on the day of an award of which "
            "only the month or year was said; null otherwise.",
        ),
        "validity": (
            "How long awards last, from the day of award; unknown if nobody publishes it, null for "
            "a certificate outside the catalogue.",
        ),
        "renewal": (
            "How the award is renewed; unknown if nobody publishes it, null for a certificate "
            "outside the catalogue.",
        ),
        "proved_by": (
            "The id of the award that proves this one; null if it was given itself.",
            "p3o-practitioner",
        ),
        "text": ("The award and its state in words.", "P3O Foundation, awarded on 12 May 2022."),
    },
    "Total": {
        "low": ("The lower end of the sum: days of class, or an amount in the currency.", 4),
        "high": ("The upper end of the sum: days of class, or an amount in the currency.", 6),
        "currency": ("The currency of a sum of money (ISO 4217); null for days.", "GBP"),
        "on": ("The days or periods of the prices in the sum; empty for days.", ["2026-10"]),
    },
    "Totals": {
        "training_days": ("How many days of training the route takes; unknown if none is known.",),
        "cost": ("What the route costs in its one currency; unknown if there is not one.",),
        "costs": ("What the route costs, a sum for each currency.",),
        "unknown": (
            "What is missing from the sums, in words: a list, other than in an unknown value.",
            ["cost of HoP Analysts"],
        ),
        "lacking": ("What is missing from the sums: the steps without a known value.",),
    },
    "Route": {
        "tied": ("The ids of the other routes of its rank.", ["hop-analysts"]),
        "above": ("The routes of the next better rank, and what put them there.",),
        "rank": ("The place of the route, from 1; routes of the same rank are a tie.", 1),
        "id": (
            "The id of the route: those of its steps, in their order, with -then- between.",
            "p3o-foundation-then-p3o-practitioner",
        ),
        "family": ("The id of the family of routes.", "p3o"),
        "because": (
            "Why the route stands where it stands, in words.",
            ["It is the only route that fits."],
        ),
        "steps": ("The certifications on the route, in the order in which to take them.",),
        "totals": ("What the whole route takes.",),
    },
    "Change": {
        "from": ("The value of the fact today; null if it was not said.", 1),
        "to": ("The value of the fact that changes the verdict.", 2),
        "text": ("The change in words.", "years of PMO work: 2"),
    },
    "Considered": {
        "eligibility": ("Whether the person meets the entry requirements of the certification.",),
        "superseded_by": ("The ids of what replaced it.", ["pmi-pmocp"]),
        "smallest_change": (
            "The cheapest changes of facts that would make another verdict of it; may be empty.",
        ),
    },
    "Reason": {},
    "Caution": {
        "rule": ("The code of the caution, or the id of a rule that warns.", "over-budget"),
        "text": (
            "The caution in words. The slim form has some by their codes alone: those that the "
            "full list of the catalogue has, and those that another member says as data.",
            "It was last checked more than 180 days before.",
        ),
        "certification": (
            "The id of the certification that it is about; null if it is about the whole.",
            "p3o-foundation",
        ),
    },
    "Decides": {
        "answer": (
            "One answer to the open fact, as a profile takes it: a number, a word or an id; or "
            "none, or none of these, of what would change something.",
            "manager",
        ),
        "next_steps": ("The ids of the next steps with that answer.", ["p3o-foundation"]),
    },
    "MissingFact": {
        "why": ("Why it matters, in words.", "the goal decides between certifications"),
        "could_change": (
            "The ids of the certifications whose verdict an answer could change.",
            ["hop-analysts"],
        ),
        "decides": ("What the next steps would be with each answer, if answers differ in them.",),
    },
    "LevelView": {
        "id": ("The id of the career level.", "analyst"),
        "other_readings": ("The ids of other levels that the person may work at.", ["manager"]),
        "because": ("How the level was told, in words.", ["You said it."]),
    },
    "AimView": {
        "id": ("The id of the career level.", "manager"),
        "levels_up": (
            "How many levels the aim lies above the person's own, negative below; null if that is "
            "not known.",
            1,
        ),
        "named": (
            "Whether the person named it, or the goal of moving up; false where a plan takes the "
            "next level up, or the top one for who works there, because none was named.",
            True,
        ),
        "because": ("What the aim was told from, in words.", ["You said it."]),
    },
    "Cost": {
        "on": ("The day or period of the price; empty for the person's own.", "2026-10"),
        "covers": ("What the price includes, in words.", "the exam"),
        "age": ("From when the price is and who states it, in words.", "asked on 20 October 2026"),
        "yours": ("Whether it is a price that the person gave as their own.", False),
    },
    "Explanation": {
        "certification": ("The certification as it is on the day.",),
        "became": ("What it became, in words.", ["It became PMI-PMOCP."]),
        "came_from": ("What it came from, in words.", ["It came from PMO-CP."]),
        "called": (
            "What the certifications named here are called in a sentence, by id.",
            {"p3o-foundation": "P3O Foundation"},
        ),
        "holders": ("What an award of it is worth today, as reasons.",),
        "requirements": ("Its entry requirements, and whether the person meets each.",),
        "verdict": ("The verdict on it; null if nothing was said of a person.",),
        "above": ("Which criterion put each route above the one with it.",),
        "successor": ("The verdict on what replaced it; null if nothing did.",),
        "flip_state": ("What was found of what would make another verdict of it.",),
        "flip": (
            "The least change of facts that would make another verdict of it; empty unless that "
            "was found.",
        ),
        "one_way": (
            "A change of facts that would make another verdict of it, not shown to be the least; "
            "empty unless the search for the least gave up and found this.",
        ),
        "flip_text": (
            "What was found, in words.",
            "The least that would make it advised: your years in PMO work (3; now: 1).",
        ),
        "what_if": ("What supposed changes would do; null if none were given.",),
        "sources": ("Every source that the answer names by its id.",),
    },
    "RequirementView": {
        "text": ("The requirement in words.", "Two years of work in a PMO."),
        "eligibility": ("Whether the person meets this requirement.",),
        "settled_by": (
            "The smallest sets of facts that settle it as it is, by their keys.",
            [["years_in_pmo"]],
        ),
        "missing": ("The keys of the facts that were not said and could settle it.", ["education"]),
    },
    "Mentor": {
        "name": ("The mentor's name, as given; empty if none was.", "Eva Mentor"),
        "notes": ("The mentor's notes, as given; empty if none were.", "Let us talk in May."),
    },
    "Report": {
        "mentor": ("What the mentor adds to the report.",),
        "advice": ("The advice that the report shows.",),
        "changes": ("What changed since an earlier report; null if none was given.",),
        "plan": ("The plan to the target level; null if none was named.",),
    },
}
