"""What the members of a team's summary mean."""

from __future__ import annotations

_UNIT = "in days of class or in the currency"

COHORT: dict[str, dict[str, tuple[object, ...]]] = {
    "Cohort": {
        "size": ("How many people are counted.", 11),
        "unread": ("The profiles that got no report and are not counted.",),
        "levels": ("Who works at each career level.",),
        "next_steps": ("Whose next step each certification is.",),
        "no_step": ("The people for whom no step is advised.", ["Cid"]),
        "training_days": ("The days of training that the team needs, in days of class.",),
        "cost": ("What the recommended routes of the team cost.",),
        "deadlines": ("The days by which people need their next step, the earliest first.",),
        "gaps": ("The entry requirements that stand between people and certifications.",),
        "missing_facts": (
            "The facts that were not said, first those that could change most next steps.",
        ),
        "members": ("What counts of the advice for each person.",),
        "sources": ("The sources that the recommended routes of the team rest on, by their ids.",),
    },
    "UnreadProfile": {
        "name": ("The name of the person; null if it was not said or read.", "Ann"),
        "file": ("The file as given; `the profiles` if they came from no file.", "team.csv"),
        "sheet": ("The sheet of a workbook; null in any other file.", "Team"),
        "line": ("The line, or the row of a sheet, from 1; null if the file is of one person.", 5),
        "place": ("The place in words.", "team.csv:5"),
    },
    "Need": {
        "known": ("How far the sum is known.",),
        "total": (
            "What it takes; unknown if none of it is published, null if it is open or nothing is "
            "needed.",
        ),
        "lacking": ("What is not published of it: the steps without a known value.",),
    },
    "Lapse": {
        "due": (
            "The last day on which the award is valid, as YYYY-MM-DD; null if it is not known.",
            "2027-02-20",
        ),
        "due_between": (
            "Between which days that last day lies, where only a month or a year of award was "
            "said; null if it is known.",
        ),
        "lapsed": ("Whether it has lapsed.", False),
    },
    "Deadline": {
        "needed_by": ("The day by which the next step is needed, as YYYY-MM-DD.", "2027-02-20"),
        "state": ("How the training stands to that day.",),
    },
    "MemberGap": {
        "text": ("It in words, with whether it is met.", "Not met: two years of work in a PMO."),
        "eligibility": ("Whether this requirement is not met, or not known to be.",),
    },
    "GapCount": {
        "text": ("It in words, with whether it is met.", "Not met: two years of work in a PMO."),
        "eligibility": ("Whether this requirement is not met, or not known to be.",),
    },
    "Member": {
        "report": ("The file of the report beside the summary.", "ann.json"),
        "career_level": (
            "The id of the career level at which the person works; null if nothing tells it.",
            "analyst",
        ),
        "next_steps": ("The first steps of the recommended routes; more than one are a tie.",),
        "missing_facts": (
            "The keys of the facts that were not said and could change the answer.",
            ["goals", "education"],
        ),
        "deciding_facts": (
            "Those of them to which an answer could change the next steps.",
            ["goals"],
        ),
        "sources": (
            "The ids of the sources that the recommended routes rest on.",
            ["p3o-page"],
        ),
        "deadline": ("The day by which the person needs the next step; null if not said.",),
        "calendar": ("The days to come that belong into a calendar, the earliest first.",),
        "undated": ("The awards that lapse on a day which is not known.",),
    },
    "LevelCount": {
        "level": (
            "The id of the career level; null for those whose level is not known.",
            "analyst",
        ),
        "number": ("The number of the career level, from 1 to 4; null if it is not known.", 2),
        "assumed": ("Those of them whose level is assumed.", ["Bob"]),
    },
    "StepCount": {
        "tied": ("Those of them for whom another certification is a next step too.", ["Bob"]),
    },
    "FactCount": {
        "people": ("The people who did not say it.", ["Ann", "Bob"]),
        "deciding_for": ("Those of them whose next steps an answer could change.", ["Bob"]),
    },
    "Sum": {
        "low": (f"The lower end of the sum, {_UNIT}.", 4),
        "high": (f"The upper end of the sum, {_UNIT}.", 6),
        "currency": ("The currency of a sum of money (ISO 4217); null for days.", "GBP"),
        "partly": ("Those of them for whom a part is not published.", ["Bob"]),
    },
    "NotPublished": {
        "what": ("What is not published, in words.", "training days of HoP Analysts"),
    },
    "Needed": {
        "sums": ("The sums, one for each currency.",),
        "unpublished": ("The people for whom nothing is published.", ["Cid"]),
        "open": ("The people for whom a choice is not settled yet.", ["Dee"]),
        "not_published": ("What is missing from the sums, and for whom.",),
    },
}
