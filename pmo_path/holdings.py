"""What a person holds, and whether it is still valid on a day, by the rule in force."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Literal

from pmo_path.frozen import dataclass
from pmo_path.knowledge import Catalogue, in_force
from pmo_path.models import Validity
from pmo_path.profile import Held, Profile
from pmo_path.values import days_in

State = Literal["valid", "lapsing", "lapsed", "unknown"]

WARN = timedelta(days=365)


@dataclass(frozen=True, slots=True)
class Holding:
    """One award on a day.

    `state` is unknown where no rule, or no date of award, tells; such an award counts as
    held. `rule` is the validity rule in force, `due` the last day on which it is valid.
    """

    certification: str
    state: State
    rule: Validity | None = None
    awarded_on: date | None = None
    due: date | None = None
    renewed_by: str | None = None

    @property
    def counts(self) -> bool:
        """Whether the award need not be obtained or renewed now."""
        return self.state != "lapsed"


def holdings(catalogue: Catalogue, profile: Profile, day: date) -> dict[str, Holding]:
    """Return every award of a profile with its state on a day, by certification."""
    held = profile.holds or ()
    return {one.certification: _holding(catalogue, one, held, day) for one in held}


def proved(catalogue: Catalogue, held: tuple[Held, ...]) -> frozenset[str]:
    """Return what the awards prove as passed: themselves and their prerequisites."""
    passed = {one.certification for one in held}
    for one in held:
        passed |= catalogue.implies.get(one.certification, frozenset())
    return frozenset(passed)


def _holding(catalogue: Catalogue, award: Held, held: tuple[Held, ...], day: date) -> Holding:
    rule = in_force(catalogue.certifications[award.certification].validity, day)
    if rule is None:
        return Holding(award.certification, "unknown", awarded_on=award.awarded_on)
    if award.awarded_on is None:
        return Holding(award.certification, "unknown", rule)
    due, renewed_by = due_day(rule, award.awarded_on), None
    for other in sorted(held, key=lambda one: (one.awarded_on or date.min, one.certification)):
        other_rule = in_force(catalogue.certifications[other.certification].validity, day)
        if other.awarded_on is None or other_rule is None or not rule.suite or other_rule.suite != rule.suite:
            continue
        later = due_day(other_rule, other.awarded_on)
        if award.awarded_on < other.awarded_on <= due and later > due:
            due, renewed_by = later, other.certification
    state: State = "lapsed" if due < day else "lapsing" if due - day <= WARN else "valid"
    return Holding(award.certification, state, rule, award.awarded_on, due, renewed_by)


def due_day(rule: Validity, awarded_on: date) -> date:
    """Return the last day on which an award of that day is valid under a rule."""
    if rule.early_until and rule.early_due and awarded_on < rule.early_until:
        return rule.early_due
    return add_months(awarded_on, rule.months)


def add_months(day: date, months: int) -> date:
    """Return the same day of a later month, or that month's last day where it has no such day."""
    total = day.year * 12 + day.month - 1 + months
    year, month = divmod(total, 12)
    if year > date.max.year:
        return date.max
    return date(year, month + 1, min(day.day, days_in(year, month + 1)))
