"""The last day on which an award is valid, by its rule, its own day and those of its suite.

Of an award only the month or the year may be known. It was then given on some day of that span,
whichever the days of the others are, and so are its last valid days a span: from the earliest to
the latest that some days of all the awards give.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from msgspec import Struct

from pmo_path.core.scalars import days_in
from pmo_path.model.certifications import Validity

_DAY = timedelta(days=1)


def due_day(rule: Validity, awarded_on: date) -> date:
    """Return the last day on which an award dated `awarded_on` is valid under a rule."""
    if rule.early_until and rule.early_due and awarded_on < rule.early_until:
        return rule.early_due
    return add_months(awarded_on, rule.months)


def add_months(day: date, months: int) -> date:
    """Return the day `months` later, clamped to the end of that month and to `date.max`."""
    total = day.year * 12 + day.month - 1 + months
    year, month = divmod(total, 12)
    if year > date.max.year:
        return date.max
    return date(year, month + 1, min(day.day, days_in(year, month + 1)))


class AwardSpan(Struct, frozen=True):
    """An award of some day from `first` to `last`, and its rule of validity."""

    certification: str
    rule: Validity
    first: date
    last: date

    def dues(self, first: date, last: date) -> tuple[date, date]:
        """Return the earliest and the latest last valid day of an award of these days.

        A later award lasts longer, but for the day on which an early rule ends.
        """
        early = self.rule.early_until
        days = {first, last}
        if early and first < early <= last:
            days |= {early - _DAY, early}
        found = [due_day(self.rule, day) for day in days]
        return min(found), max(found)


def possible_dues(award: AwardSpan, suite: Sequence[AwardSpan]) -> tuple[date, date]:
    """Return the earliest and the latest last valid day of an award, by all days it may have.

    `suite` are the other awards of its suite: a later one, made before it lapsed, extends it.
    """
    return _earliest(award, suite), _latest(award, suite)


def _earliest(award: AwardSpan, suite: Sequence[AwardSpan]) -> date:
    """Return the earliest last valid day: no other award extends it that could lie elsewhere.

    A later day of the award is a later last day, but where its early rule ends, and on the first
    day of another award, which then may not be later.
    """
    days = [award.first, award.rule.early_until, *(other.first for other in suite)]
    found = []
    for day in _within(award, days):
        due = due_day(award.rule, day)
        later = [other for other in suite if other.first > day]
        while raised := [
            least
            for other in later
            if other.last <= due and (least := other.dues(other.first, other.last)[0]) > due
        ]:
            due = min(raised)
        found.append(due)
    return min(found)


def _latest(award: AwardSpan, suite: Sequence[AwardSpan]) -> date:
    """Return the latest last valid day.

    A later day of the award is a later last day up to where an early rule ends, or another award
    can no longer be later than it.
    """
    ends = [_before(other.last) for other in suite]
    for rule in (award.rule, *(other.rule for other in suite)):
        ends += [_before(rule.early_until), _before(_before(rule.early_until))]
    days = [award.last, _before(award.rule.early_due), *ends]
    return max(_extended(due_day(award.rule, day), day, suite) for day in _within(award, days))


def _extended(due: date, after: date, suite: Sequence[AwardSpan]) -> date:
    """Return the latest last valid day to which some awards extend one, each once.

    Each lies after the day `after` and not after the last valid day that it extends. One that can
    lie on its last day already gains nothing by waiting for others.
    """
    possible = []
    for other in suite:
        if other.last <= after or max(other.first, after + _DAY) > due:
            continue
        _, most = other.dues(max(other.first, after + _DAY), min(other.last, due))
        if most > due:
            possible.append((other, most))
    settled = [(other, most) for other, most in possible if other.last <= due][:1]
    return max(
        (
            _extended(most, after, [left for left in suite if left is not other])
            for other, most in settled or possible
        ),
        default=due,
    )


def _within(award: AwardSpan, days: Iterable[date | None]) -> set[date]:
    return {day for day in days if day and award.first <= day <= award.last}


def _before(day: date | None) -> date | None:
    return day - _DAY if day and day > date.min else None
