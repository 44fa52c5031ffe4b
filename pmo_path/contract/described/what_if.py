"""What the members of a what-if mean."""

from __future__ import annotations

from typing import Any

WHAT_IF: dict[str, dict[str, tuple[Any, ...]]] = {
    "WhatIf": {
        "changes": ("The changes that are supposed, as given.", ["years_in_pmo=5"]),
        "profile": ("The facts of the person with all changes made.",),
        "same": ("Whether nothing that is told of the certification would change.", False),
        "text": (
            "What would become of the certification, and which changes do it, in words.",
            "The verdict on PMP would be “held”; now it is “not suitable”.",
        ),
        "verdict": ("The verdict it would have; null if nothing were said of a person.",),
        "answers": ("Which facts would be said differently.",),
        "values": ("Which values of the advice would change.",),
        "requirements": ("Entry requirements that would change, or would stay unmet.",),
        "because": ("The reasons that would be new.",),
        "no_longer": ("The reasons of now that would not hold any more.",),
        "alone": (
            "The changes of which each does all of it alone; empty if one is supposed, or if "
            "nothing would change.",
            ["years_in_pmo=5"],
        ),
        "needed": (
            "The changes without which it would not be so; empty as `alone` is, or if none is "
            "needed.",
            ["years_in_pmo=5"],
        ),
        "notes": (
            "What is to be known of the changes, in words, such as one that changes nothing.",
            ["“holds-=pmp” is not among what is said, so nothing is taken away."],
        ),
    },
    "SupposedChange": {
        "what": ("Which value it is.",),
        "from": ("The value now; null if there is none.", "alternative"),
        "to": ("The value then; null if there is none.", "recommended"),
        "text": ("The change in words.", "Your career level: manager; now analyst."),
        "because": (
            "Why it would be so, in words.",
            ["You said that you work at level 3 (manager)."],
        ),
    },
    "SupposedRequirement": {
        "from": ("Whether it is met now; null if nothing is said of a person.",),
        "to": ("Whether it would be met.",),
        "text": ("It in words.", "Then met: Two years of work in a PMO. Now it is not met."),
    },
}
