"""Settle what a fact is where files, and profiles of the person's own, each say something of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from pmo_path.core.errors import BadValueError
from pmo_path.core.scalars import Range
from pmo_path.core.text import excerpt
from pmo_path.importers.findings import Note, Origin
from pmo_path.importers.work_facts import Reading
from pmo_path.messages.grammar import join
from pmo_path.model.catalogue import Catalogue
from pmo_path.profile.fact_row import Row
from pmo_path.profile.parse_values import read_fact
from pmo_path.profile.profile import Profile, fact_to_json

MOST_QUOTED = 5  # readings in a note
Own = tuple[Profile, Mapping[str, Origin]]  # a profile of the person's own, and where it says what


def settled_fact(
    catalogue: Catalogue, row: Row, readings: list[Reading], own: Sequence[Own]
) -> tuple[Any, list[Reading], list[Note]]:
    """Return the value of a fact, what it rests on, and what is to be told.

    A profile of the person's own goes before what was read elsewhere. Where values contradict each
    other otherwise, the fact is left open.
    """
    said = [
        _own_reading(row, given, origins)
        for given, origins in own
        if getattr(given, row.key) is not None
    ]
    values = _distinct(said)
    if len(values) > 1:
        return None, [], [contradiction("contradiction", row, [*said, *readings])]
    read_values = _distinct(readings)
    if said:
        value = said[0].value
        agreeing = [reading for reading in readings if _agree(value, reading.value)]
        against = [reading for reading in readings if reading not in agreeing]
        notes = [contradiction("own-word", row, [*said, *against])] if against else []
        return value, [*said, *([] if row.many else agreeing)], notes
    if row.many:
        return tuple(read_values) or None, readings, []
    if len(read_values) > 1:
        return None, [], [contradiction("contradiction", row, readings)]
    if not read_values:
        return None, [], []
    try:
        value = read_fact(row, fact_to_json(read_values[0]), catalogue.names)
    except BadValueError:
        return None, [], [contradiction("value-unread", row, readings)]
    return value, readings if value is not None else [], []


def _own_reading(row: Row, given: Profile, origins: Mapping[str, Origin]) -> Reading:
    value = getattr(given, row.key)
    words = fact_to_json(value)
    text = join(map(str, words)) if isinstance(words, list) else str(words)
    return Reading(row.key, value, excerpt(text), origins[row.key])


def _distinct(readings: Iterable[Reading]) -> list[Any]:
    """Return the different values of some readings; titles that differ in case alone are one."""
    by_text = {str(reading.value).casefold(): reading.value for reading in readings}
    return list(by_text.values())


def _agree(own: Any, read: Any) -> bool:
    """Whether what a person says may be what was read: numbers where their ranges meet."""
    if isinstance(own, Range) and isinstance(read, Range):
        return own.low <= read.high and read.low <= own.high
    if isinstance(own, tuple):
        return read in own
    return str(own).casefold() == str(read).casefold()


def contradiction(code: str, row: Row, readings: Iterable[Reading]) -> Note:
    """Return the note that some readings say against each other what a fact is."""
    listed = list(readings)
    words = dict.fromkeys(reading.words for reading in listed[:MOST_QUOTED])
    origins = tuple(reading.origin for reading in listed[:MOST_QUOTED])
    values = {"noun": row.noun, "words": "; ".join(words)}
    return Note(code=code, fact=row.key, values=values, origins=origins)
