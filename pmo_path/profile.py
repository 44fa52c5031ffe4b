"""The frozen Profile: what is known of one practitioner.

A fact that is not given is None: unknown, never a default. An empty list is an answer.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from pmo_path.frozen import dataclass, fields
from pmo_path.values import Money, Range


@dataclass(frozen=True, slots=True)
class Held:
    """One award of one person; without a date it counts as held."""

    certification: str
    awarded_on: date | None = None

    def plain(self) -> str | dict[str, str]:
        """Return what JSON shows."""
        if self.awarded_on is None:
            return self.certification
        return {"certification": self.certification, "awarded_on": self.awarded_on.isoformat()}


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """What is known of one practitioner. None is "not said"; () is "none"."""

    name: str | None = None
    role: str | None = None
    experience_level: str | None = None
    pmo_types: tuple[str, ...] | None = None
    years_in_pmo: Range | None = None
    years_in_projects: Range | None = None
    holds: tuple[Held, ...] | None = None
    goals: tuple[str, ...] | None = None
    target_level: str | None = None
    target_pmo_type: str | None = None
    education: str | None = None
    pmo_education_hours: Range | None = None
    reads: tuple[str, ...] | None = None
    budget: Money | None = None
    hours_per_week: Range | None = None
    needed_by: date | None = None
    pmos_managed: Range | None = None
    people_led: Range | None = None
    experience_accepted: str | None = None
    country: str | None = None

    @property
    def says_something(self) -> bool:
        """Whether anything but a name is known."""
        return any(getattr(self, row.name) is not None for row in fields(self) if row.name != "name")

    def plain(self) -> dict[str, Any]:
        """Return the facts as JSON shows them; facts not said are absent."""
        given = ((row.name, getattr(self, row.name)) for row in fields(self))
        return {name: plain(value) for name, value in given if value is not None}


def plain(value: Any) -> Any:
    """Return one fact's value as JSON data."""
    if isinstance(value, tuple):
        return [plain(item) for item in value]
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Range | Held):
        return value.plain()
    return str(value)
