"""What the members of the changes between two advices mean."""

from __future__ import annotations

_AWARD = {
    "state": "valid",
    "awarded_on": "2026-07-01",
    "valid_until": "2029-07-01",
    "valid_until_between": None,
}

CHANGES: dict[str, dict[str, tuple[object, ...]]] = {
    "Changes": {
        "as_of": (
            "The day of the comparison, for which profiles are advised on, as YYYY-MM-DD.",
            "2026-11-22",
        ),
        "catalogue": ("The catalogue of today, with which the causes are told apart.",),
        "before": ("The side that came before.",),
        "after": ("The side that came after.",),
        "same": ("Whether nothing changed, as far as it could be compared.", False),
        "text": ("Whether the next step changed, and by what, in words.", "Nothing changed."),
        "answers": ("The facts that the person said differently.",),
        "values": ("The values of the advice that differ.",),
        "facts": ("The published facts that are gone or new, as far as both sides have them.",),
        "days": ("Days that both sides name, the earliest first, and how far off they were.",),
        "notes": ("What is to be known of the comparison.",),
        "sources": ("Every source that the changes name by its id.",),
    },
    "ComparedSide": {
        "what": ("Whether it is a report that was written, or a profile.",),
        "id": ("The id that the caller gave; null if none.", "ann-1"),
        "name": ("The name of the person; null if it was not said.", "Ann"),
        "as_of": ("The day of its advice, as YYYY-MM-DD; null if not in it.", "2026-05-01"),
        "program": ("The version of the program that gave it; null if not in it.", "2.0.0"),
        "catalogue": ("The version of its catalogue; null if not in it.", "2026-04-20"),
        "digest": ("The digest of its catalogue; null if not in it.", "sha256:0123abcd"),
        "next_steps": ("The ids of its next steps; null if not in it.", ["p3o-foundation"]),
    },
    "AnswerChange": {
        "from": ("What was said before, as in a profile; null if it was not said.", 4),
        "to": ("What is said now, as in a profile; null if it is not said.", 5),
    },
    "ChangeShare": {
        "cause": ("What changed it.",),
        "from": ("The value before this cause.", "later"),
        "to": ("The value with this cause.", "recommended"),
    },
    "ValueChange": {
        "what": ("Which value it is.",),
        "about": (
            "Which one of its kind: the id of a certification, a route or a fact, the rule of a "
            "caution, or the name of a certificate; empty if there is one.",
            "p3o-foundation",
        ),
        "certification": (
            "The id of the certification; null if it is about none.",
            "p3o-foundation",
        ),
        "name": ("Which one it is, in words; empty if there is one.", "P3O Foundation"),
        "matters": (
            "Whether it is of the person's own routes and awards, or of them at all.",
            True,
        ),
        "from": (
            "The value before: a code, a list of steps, or an object; unknown if it is a cost that "
            "is not known, null if there was none.",
            _AWARD,
        ),
        "to": (
            "The value after: a code, a list of steps, or an object; unknown if it is a cost that "
            "is not known, null if there is none.",
            _AWARD | {"state": "lapsing"},
        ),
        "shares": ("What each cause did to it, one after the other.",),
        "text": ("The change in words.", "P3O Foundation: recommended; before, later."),
    },
    "FactsChange": {
        "about": ("The subject of the facts.", "price"),
        "cause": ("Whether the catalogue or time alone changed them.",),
        "matters": ("Whether the certification is on a route, or held, on either side.", True),
        "gone": ("The facts that no longer stand.",),
        "new": ("The facts that are new.",),
        "text": ("The change in words.", "P3O Foundation, price: new is “300 GBP”."),
    },
    "DayNearer": {
        "what": ("Whether a step is needed by that day, or an award lapses after it.",),
        "certification": ("The id of the award that lapses; null if none does.", "p3o-foundation"),
        "on": ("The day, as YYYY-MM-DD.", "2027-03-01"),
        "left_before": ("How many days were left before, negative once it had passed.", 304),
        "left_after": ("How many days are left after, negative once it has passed.", 90),
        "text": ("It in words.", "P3O Foundation lapses on 1 March 2027: 90 days left."),
    },
    "ChangesNote": {
        "code": ("Which note it is.",),
        "text": ("The note in words.", "A report holds no day."),
    },
}
