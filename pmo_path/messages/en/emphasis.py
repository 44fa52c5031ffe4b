"""Words that a terminal emphasises, by what they tell. Each stands in a sentence or label."""

from __future__ import annotations

EMPHASIS = {
    "harm": (
        "Careful:",
        "no longer offered",
        "No longer offered",
        "not on offer",
        "Cannot be taken",
        "cannot be taken",
        "withdrawn",
        "suspended",
        "lapsed",
        "lapses",
        "has passed",
        "beyond your budget",
        "Not met:",
        "not open to you yet",
    ),
    "doubt": (
        "could not confirm",
        "could not be confirmed",
        "not confirmed",
        "unconfirmed",
        "announced",
        "Announced",
        "status unknown",
        "Not known yet:",
    ),
    "good": ("You hold it", "Met:"),
}
