"""What the members about days, renewals and assumptions mean, and those of the full list."""

from __future__ import annotations

PLANNING: dict[str, dict[str, tuple[object, ...]]] = {
    "RenewalView": {
        "by": (
            "The ids of the certifications of which passing one renews the award.",
            ["p3o-foundation"],
        ),
        "text": ("How the award is renewed, in words.", "Pass an exam of the same suite by then."),
    },
    "DaySpan": {
        "first": ("The first day that it may be, as YYYY-MM-DD.", "2025-05-01"),
        "last": ("The last day that it may be, as YYYY-MM-DD.", "2025-05-31"),
    },
    "LapseDay": {
        "on": ("The last day on which the award is valid, as YYYY-MM-DD.", "2027-01-10"),
    },
    "RouteDeadline": {
        "route": ("The id of the route.", "p3o-foundation"),
        "ready_by": (
            "The earliest day on which its training can be done, as YYYY-MM-DD, begun on the day "
            "of the advice; unknown if its length is not published.",
            "2026-12-01",
        ),
        "state": ("How that stands to the day needed by; null if no day was said.",),
    },
    "Deadlines": {
        "needed_by": (
            "The day by which the person needs it, as YYYY-MM-DD; null if it was not said.",
            "2027-03-01",
        ),
        "routes": ("The routes of rank 1, and when each can be done.",),
        "lapses": ("The awards that lapse on a day that is known, the earliest first.",),
    },
    "CalendarDay": {
        "kind": ("What the day is.",),
        "certification": ("The id of the award; null for the day needed by.", "p3o-foundation"),
        "on": ("The day, as YYYY-MM-DD.", "2027-02-20"),
        "title": (
            "What a calendar shows, without the person's name.",
            "Needed by today: P3O Foundation",
        ),
        "text": (
            "What a calendar shows of it in detail, in lines.",
            "P3O Foundation is valid until 20 February 2027.",
        ),
    },
    "Assumption": {
        "assumed": ("What is taken for granted.",),
        "value": ("What the fact is taken to be; null if no single value is.", "manager"),
        "others": (
            "What else a career level could be; empty for any other assumption.",
            ["analyst"],
        ),
        "certification": (
            "The id of the step or award that it is about; null if it is about the whole.",
            "p3o-practitioner",
        ),
    },
    "Above": {
        "route": ("The id of the route that stands above.", "p3o-foundation"),
    },
    "RouteAbove": {
        "route": ("The id of the route that stands above.", "p3o-foundation"),
    },
    "Program": {
        "name": ("The name of the program.", "pmo-path"),
        "version": ("Its version.", "2.0.0"),
    },
    "Offer": {
        "superseded_by": ("The ids of what replaced it.", ["ppso-essentials"]),
        "validity": ("How long an award is valid; unknown if nobody publishes it.",),
        "exam": ("The form of the exam; unknown if nobody publishes it.",),
        "pages": ("Pages of its owner or exam body; empty if none is known.",),
    },
}
