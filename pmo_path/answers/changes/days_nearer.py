"""Days that both sides of a comparison name, and how far off they were on each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Literal, TypeAlias

from msgspec import UNSET

from pmo_path.answers.changes.standpoints import Standpoint
from pmo_path.contract.changes import DayNearer
from pmo_path.messages.catalog import say
from pmo_path.messages.grammar import counted, long_date

_Named: TypeAlias = tuple[date, Literal["needed_by", "lapse"], str]


def days_nearer(
    before: Standpoint, after: Standpoint, shorts: Mapping[str, str]
) -> Iterator[DayNearer]:
    """Yield the days that both sides name, the earliest first; none where both are of one day."""
    if before.day is None or after.day is None or before.day == after.day:
        return
    for on, what, certification in sorted({*_named(before)} & {*_named(after)}):
        was, now = ((on - day).days for day in (before.day, after.day))
        passed = "" if now >= 0 else "-passed"
        yield DayNearer(
            what=what,
            certification=certification or None,
            on=on.isoformat(),
            left_before=was,
            left_after=now,
            text=say(
                f"nearer-{what}{passed}",
                name=shorts.get(certification, certification),
                day=long_date(on),
                before=counted(was, "day"),
                after=counted(now, "day"),
            ),
        )


def _named(side: Standpoint) -> Iterator[_Named]:
    deadlines = side.told.deadlines
    if deadlines is UNSET:
        return
    if deadlines.needed_by:
        yield deadlines.needed_by, "needed_by", ""
    held = () if side.told.holdings is UNSET else side.told.holdings
    valid = {award.certification for award in held if award.state == "valid"}
    for lapse in deadlines.lapses:
        over = side.day is not None and lapse.on < side.day
        if not (over and lapse.certification in valid):  # as another award proves it
            yield lapse.on, "lapse", lapse.certification
