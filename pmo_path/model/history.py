"""Select the entries of a history that are in force on a day."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TypeVar

from pmo_path.model.certifications import EntryVersion, Page, StatusPeriod, Validity
from pmo_path.model.roles import Title
from pmo_path.model.rules import Rule
from pmo_path.model.statements import Dated

D = TypeVar("D", StatusPeriod, EntryVersion, Validity, Title, Rule)


def is_in_force(entry: Rule | EntryVersion, day: date) -> bool:
    """Whether a dated entry is in force on a day."""
    return (entry.from_ is None or entry.from_ <= day) and (
        entry.until is None or day < entry.until
    )


def applies(fact: Dated | Page, day: date) -> bool:
    """Whether a fact dated with any precision has surely begun by a day, and not ended.

    It begins on the last day that its `from` may mean, and ends on the first of its `until`.
    """
    begun = fact.from_ is None or fact.from_.last <= day
    return begun and (fact.until is None or day < fact.until.first)


def entry_in_force(history: Iterable[D], day: date) -> D | None:
    """Return the last entry of an ordered history to have begun by a day, or None.

    None also if that entry has ended.
    """
    latest: D | None = None
    for entry in history:
        if entry.from_ is None or entry.from_ <= day:
            until = getattr(entry, "until", None)
            latest = entry if until is None or day < until else None
    return latest


def current_entries(history: tuple[Dated, ...], day: date) -> list[Dated]:
    """Return the entries in force on a day: those with the latest start, in order.

    An entry starts on the last day that its `from` may mean; an entry without one counts only if
    none with a start has begun. Where nothing is in force, return the first entry.
    """
    begun = [entry for entry in history if applies(entry, day)]
    latest = max((entry.from_.last for entry in begun if entry.from_), default=None)
    best = [entry for entry in begun if (entry.from_.last if entry.from_ else None) == latest]
    return best or list(history[:1])


def edition_facts(history: tuple[Dated, ...], day: date) -> list[Dated]:
    """Return the facts of the edition in force on a day, then those that belong to no edition.

    Unlike in `current_entries`, facts without a start are in force beside the dated ones.
    """
    if not history:
        return []
    dated = tuple(entry for entry in history if entry.from_)
    begun = (
        [entry for entry in current_entries(dated, day) if entry.from_ and entry.from_.last <= day]
        if dated
        else []
    )
    undated = (entry for entry in history if entry.from_ is None and applies(entry, day))
    return [*begun, *undated]
