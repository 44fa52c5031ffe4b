"""Titles, captions and sentences of the summary of a cohort."""

from __future__ import annotations

COHORT = {
    "one-person": "1 person",
    "many-people": "{count} people",
    "cohort-title": "Certification plan for {people}",
    "cohort-steps": "Next steps: {steps}.",
    "cohort-step": "{name} for {count}",
    "one-more-step": "1 other certification",
    "many-more-steps": "{count} other certifications",
    "cohort-none-yet": "none yet for {count}",
    "cohort-unread": "No report could be made of {profiles}, so what follows is without: {places}.",
    "one-profile": "1 profile",
    "many-profiles": "{count} profiles",
    "cohort-days": "Training: {sums}.",
    "cohort-cost": "Cost: {sums}.",
    "cohort-sum": "{sum} for {people}",
    "cohort-sum-unpublished": "not published, or not known to us, for {people}",
    "cohort-sum-open": "not settled for {people}",
    "cohort-sum-nothing": "nothing yet for {people}",
    "cohort-sum-none": "no sum can be told for anyone",
    "cohort-all-unpublished": "not published, or not known to us, for anyone",
    "cohort-day": "As of {day}.",
    "name-day": "{name} ({day})",
    "name-award-day": "{name} ({award}, {day})",
    "deadline-passed": "The deadline has passed: {names}.",
    "deadline-too-late": "The training advised ends after the deadline: {names}.",
    "deadline-near": "The deadline is within {days} days: {names}.",
    "deadlines-none": "Deadlines: none given.",
    "deadlines-calm": (
        "Deadlines: {count} given; none has passed, is known to be out of reach, or is within "
        "{days} days."
    ),
    "lapse-past": "An award has lapsed: {names}.",
    "lapse-near": "An award lapses within {days} days: {names}.",
    "heading-plan": "Who takes what, by when",
    "caption-plan": "Everyone with the next step, the earliest day first",
    "head-next": "Next step",
    "head-by-when": "By when",
    "by-passed": "{day}: passed",
    "by-too_late": "{day}: the training ends later",
    "by-fits": "{day}: the training fits",
    "by-unknown": "{day}: how long it takes is not known to us",
    "by-open": "{day}: hangs on the choice",
    "by-no_step": "{day}",
    "by-lapsed": "lapsed {due}",
    "by-lapsing": "{due}: lapses",
    "by-none": "no day given",
    "heading-levels": "Where they stand",
    "caption-levels": "People at each career level",
    "caption-same": "The same, with who they are",
    "head-level": "Career level",
    "head-people": "People",
    "head-named": "Who",
    "level-cell": "{level}, level {number}",
    "level-not-told": "level not told",
    "levels-assumed": (
        "Taken from a title or from years, not said: {names}. Ask before you plan with it."
    ),
    "heading-next": "Next steps",
    "caption-next": "People for whom a certification is the next step",
    "head-certification": "Certification",
    "head-open": "Choice still open",
    "bar": "{label}: {count}",
    "bar-open": "{label}: {count} ({open} still open)",
    "bar-all-open": "{label}: {count} (still open)",
    "key-open": (
        "Broken outline, still open: another certification ranks the same for them; their reports "
        "say which answer decides."
    ),
    "no-step": (
        "No step is advised yet for {names}; their reports say why, and what would change it."
    ),
    "heading-needed": "What the training takes",
    "caption-needed": (
        "Sums of what is published or given as own price, over the recommended route of each person"
    ),
    "head-what": "What",
    "head-sum": "Sum",
    "head-in-sum": "People in it",
    "head-partly": "Of these only in part",
    "head-unpublished": "Not known to us",
    "head-unsettled": "Not settled",
    "needed-days": "training days",
    "needed-cost": "cost",
    "cell-no-sum": "none",
    "needed-note": (
        "A sum goes from the shortest or cheapest published form to the longest or dearest; where "
        "routes rank the same, over all of them. Not settled: it hangs on the choice between such "
        "routes, or is in several currencies. Currencies are never added."
    ),
    "not-published-of": "Not published, or not known to us, and lacking in the sums:",
    "heading-lapsing": "Awards that lapsed, or lapse within a year",
    "caption-lapsing": "By the last day on which they are valid, the earliest first",
    "head-person": "Person",
    "head-award": "Award",
    "head-due": "Valid until",
    "head-state": "State",
    "cell-lapsed": "lapsed",
    "cell-lapsing": "{left} left",
    "lapsing-note": "Unless renewed since; the reports say what is known of renewal.",
    "heading-gaps": "What stands in the way",
    "gaps-note": (
        "Entry requirements of what is recommended, of the alternatives, and of what comes later, "
        "that are not met or not known to be."
    ),
    "caption-gaps": "Entry requirements and between whom and the certification they stand",
    "head-requirement": "Entry requirement",
    "heading-unsaid": "What to ask them",
    "caption-unsaid": "Answers that could change a next step, those that could change most first",
    "head-fact": "Fact",
    "head-changes": "Next steps it could change",
    "head-whose": "Whose",
    "head-unsaid": "Not said by",
    "unsaid-fact": "{noun} ({count})",
    "unsaid-rest": (
        "Not said either, and by how many; no next step hangs on it, though entry to a "
        "certification may: {facts}."
    ),
    "cell-everyone": "everyone",
    "cell-nobody": "nobody",
    "cell-assumed": "{level} (assumed)",
    "cell-no-step": "none yet",
    "cell-open": "hangs on the choice",
    "cell-nothing": "nothing yet",
    "names-more": "{names} and {count} more",
    "heading-rests": "What it rests on",
    "cohort-rests": "Reasons, cautions and sources stand in the report of each person.",
}
