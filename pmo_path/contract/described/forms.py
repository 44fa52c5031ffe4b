"""Texts of the JSON that have a closed form: a day, or one of values that the program knows.

A member that is such a text has a row here, by its name or, where the name means several things,
with its part. The values have their meanings, so that a schema lists both.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pmo_path.profile.facts import FACTS
from pmo_path.profile.meanings import LEVEL_SAYS

FACT_KEYS: Mapping[str, str] = {row.key: row.noun for row in FACTS}
# What happened to a certification, and what of it changed on a day.
EVENTS: Mapping[str, str] = {
    "announced": "it was announced",
    "planned": "it was planned, and whether it came about is not known",
    "launched": "it was launched",
    "listed": "it was seen on offer",
    "revised": "Its contents or its rules were revised.",
    "transferred": "it went to another owner",
    "renamed": "it got another name",
    "suspended": "it could not be taken for a time",
    "superseded": "Something else replaced it.",
    "status not_launched": "from then on it was not launched yet",
    "status announced": "from then on it was announced, and not on offer yet",
    "status current": "from then on it was on offer",
    "status unconfirmed": "from then on it could not be confirmed to be on offer",
    "status suspended": "from then on it could not be taken for a time",
    "status withdrawn": "from then on it was no longer offered",
    "status unknown": "from then on it is not known whether it was on offer",
    "name": "from then on it had this name",
    "owner": "from then on it had this owner",
    "awarded by": "from then on this body awarded it",
}
VALUES_OF: Mapping[str, Mapping[str, str]] = {
    **dict.fromkeys(
        (
            "AimView.id",
            "LevelView.id",
            "LevelView.other_readings",
            "LevelCount.level",
            "MapRow.level",
            "Member.career_level",
            "PlanStep.below",
            "PlanStep.level",
            "career_levels",
        ),
        LEVEL_SAYS,
    ),
    **dict.fromkeys(
        (
            "Gap.facts",
            "Member.deciding_facts",
            "Member.missing_facts",
            "ProfileImport.open",
            "RequirementView.missing",
            "RequirementView.settled_by",
            "fact",
        ),
        FACT_KEYS,
    ),
    "TimelineEntry.event": EVENTS,
}
DAYS = frozenset(
    (
        "CalendarDay.on",
        "CareerPlan.start",
        "DayNearer.on",
        "DaySpan.first",
        "DaySpan.last",
        "Deadline.needed_by",
        "Deadlines.needed_by",
        "HoldingView.valid_until",
        "Lapse.due",
        "LapseDay.on",
        "PlanLimit.soonest",
        "PlanStep.earliest",
        "PlanStep.likely",
        "PlanView.earliest",
        "PlanView.likely",
        "PlannedRenewal.due",
        "RouteDeadline.ready_by",
        "VerifiedOn.newest",
        "VerifiedOn.oldest",
        "as_of",
        "verified_on",
    )
)


def formed(part: str, member: str, shape: Any) -> Any:
    """Return the schema of a member with the form of its texts, where they have one."""
    names = (f"{part}.{member}", member)
    if DAYS.intersection(names):
        return _with(shape, {"format": "date"})
    for name in names:
        if name in VALUES_OF:
            says = VALUES_OF[name]
            return _with(shape, {"enum": [*says], "enumDescriptions": [*says.values()]})
    return shape


def _with(shape: Any, form: Mapping[str, Any]) -> Any:
    """Return a schema in which every text has a form: it, its alternatives, the items of lists."""
    if isinstance(shape, list):
        return [_with(one, form) for one in shape]
    if not isinstance(shape, Mapping):
        return shape
    if shape.get("type") == "string":
        return {**form, **shape}
    inner = {key: _with(shape[key], form) for key in ("anyOf", "items") if key in shape}
    return {**shape, **inner}
