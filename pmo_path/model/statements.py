"""Statements about anything in the catalogue, and where they were read, as frozen values.

What a body publishes is a Fact: text with a source, a confidence and, through the source, the day
it was last checked.
"""

# No `from __future__ import annotations`: msgspec would compile each annotation at every start.

import datetime
import re
from typing import Literal

from pmo_path.core.record import Record
from pmo_path.model.field_types import Date, Id, Moment, Text

Confidence = Literal["high", "medium", "low"]
Mark = Literal["stated", "inferred", "ours"]
Publisher = Literal[
    "owner",
    "exam-body",
    "training-provider",
    "study-site",
    "employer",
    "public-body",
    "forum",
    "press",
]

# A year, perhaps with month and day, in the words that tell the date of a source.
_DATED = r"\b((?:19|20)\d\d)(?:-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01]))?)?\b"


class Entry(Record, frozen=True, kw_only=True):
    """Base of everything read from YAML."""


class Source(Entry, frozen=True, kw_only=True):
    """Where facts were read; `date` is the source's own, or `undated` if it shows none."""

    id: Id
    title: Text
    date: Text
    verified_on: Date
    address: Text | None = None
    voice: Literal["house-of-pmo-circle"] | None = None  # sources that share interests count as one
    by: Publisher | None = None  # required of a source that states a price, and of a seller
    note: Text | None = None

    @property
    def dated(self) -> datetime.date | None:
        """The first day on which the source may have been written; None if nothing tells it."""
        found = re.search(_DATED, self.date)
        if found is None:
            return None
        year, month, day = (int(part or 1) for part in found.groups())
        return datetime.date(year, month, 1) + datetime.timedelta(days=day - 1)


class Fact(Entry, frozen=True, kw_only=True):
    """One statement in our own words, with its source, confidence and mark.

    `also` names further sources, `basis` those that a judgement of ours rests on; `verified_on`
    overrides the day on which the source was checked.
    """

    value: Text
    source: Id
    confidence: Confidence
    also: tuple[Id, ...] = ()
    basis: tuple[Id, ...] = ()
    mark: Mark = "stated"
    note: Text | None = None
    edition: Text | None = None
    verified_on: Date | None = None


def sources_of(*facts: Fact) -> tuple[str, ...]:
    """Return the sources of facts, `also` included, each once, in order."""
    return tuple(dict.fromkeys(source for fact in facts for source in (fact.source, *fact.also)))


class Dated(Fact, frozen=True, kw_only=True):
    """A fact in force from `from_` (None: not known) until `until`, the first day it no longer is.

    `seen_on` is the first known use if the start is not known.
    """

    from_: Moment | None = None
    until: Moment | None = None
    seen_on: Moment | None = None
    body: Id | None = None
