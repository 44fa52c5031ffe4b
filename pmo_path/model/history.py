"""Select the entries of a history that are in force on a day."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TypeVar

from pmo_path.model.certifications import Dated, EntryVersion, StatusPeriod, Validity
from pmo_path.model.roles import Title
from pmo_path.model.rules import Rule

D = TypeVar("D", StatusPeriod, EntryVersion, Validity, Title, Rule)


def within(entry: Rule | EntryVersion, day: date) -> bool:
    """Whether a dated entry is in force on a day."""
    return (entry.from_ is None or entry.from_ <= day) and (
        entry.until is None or day < entry.until
    )


def in_force(history: Iterable[D], day: date) -> D | None:
    """Return the last entry of an ordered history to have begun by a day, or None.

    None also if that entry has ended.
    """
    found: D | None = None
    for entry in history:
        if entry.from_ is None or entry.from_ <= day:
            until = getattr(entry, "until", None)
            found = entry if until is None or day < until else None
    return found


def current(history: tuple[Dated, ...], day: date) -> list[Dated]:
    """Return the entries in force on a day: those with the latest start, in order.

    An entry starts on the last day that its `from` may mean; an entry without one counts only if
    none with a start has begun. Where nothing is in force, return the first entry.
    """
    begun = [one for one in history if one.from_ is None or one.from_.last <= day]
    begun = [one for one in begun if one.until is None or day < one.until.first]
    latest = max((one.from_.last for one in begun if one.from_), default=None)
    best = [one for one in begun if (one.from_.last if one.from_ else None) == latest]
    return best or list(history[:1])


def editions(history: tuple[Dated, ...], day: date) -> list[Dated]:
    """Return the facts of the edition in force on a day, then those that belong to no edition.

    Unlike in `current`, facts without a start are in force beside the dated ones.
    """
    if not history:
        return []
    dated = tuple(one for one in history if one.from_)
    begun = (
        [one for one in current(dated, day) if one.from_ and one.from_.last <= day] if dated else []
    )
    return [
        *begun,
        *(
            one
            for one in history
            if one.from_ is None and (one.until is None or day < one.until.first)
        ),
    ]
