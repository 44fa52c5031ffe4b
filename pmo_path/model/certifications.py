"""Certifications, their sources and their owners, as frozen values.

What a body publishes is a Fact: text with a source, a confidence and, through the source, the day
it was last checked. What changes is a history of dated entries. An empty tuple means that nothing
is published or known; `not_published` says so explicitly.
"""

# No `from __future__ import annotations`: msgspec would compile each annotation at every start.

import datetime
import re
from typing import Literal

from pmo_path.core.record import Record
from pmo_path.model.field_types import (
    Address,
    Amount,
    Count,
    Date,
    Id,
    Moment,
    Number,
    RawCondition,
    Text,
    Truth,
)

Confidence = Literal["high", "medium", "low"]
Mark = Literal["stated", "inferred", "ours"]
Status = Literal[
    "not_launched", "announced", "current", "unconfirmed", "suspended", "withdrawn", "unknown"
]
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
PmoType = Literal["operational", "tactical", "portfolio", "enterprise", "coe"]
Level = Literal["entry", "analyst", "manager", "director"]
PageUse = Literal["about", "booking"]
# What a price pays for; `change` is to move or to cancel an exam.
PriceKind = Literal[
    "exam",
    "course-with-exam",
    "course",
    "resit",
    "application",
    "membership",
    "renewal",
    "change",
]
Vat = Literal["included", "excluded", "unknown"]
StudyUnit = Literal["hours", "days"]

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


class StatusPeriod(Fact, frozen=True, kw_only=True):
    """The status of a certification from one day until the next period begins."""

    from_: Date | None = None
    status: Status
    planned: Truth = False
    superseded_by: Id | None = None


class Event(Fact, frozen=True, kw_only=True):
    """Something that happened or was planned, dated as precisely as its source allows."""

    on: Moment | None = None
    event: Literal[
        "announced",
        "planned",
        "launched",
        "listed",
        "revised",
        "transferred",
        "renamed",
        "suspended",
        "superseded",
    ]
    superseded_by: Id | None = None


class AtLevel(Fact, frozen=True, kw_only=True):
    """The career level that a certification is made for."""

    level: Level


class InType(Fact, frozen=True, kw_only=True):
    """A kind of PMO that a certification is placed in; `any` counts as a placement in none."""

    type: PmoType | Literal["any"]


class Requirement(Fact, frozen=True, kw_only=True):
    """One published entry requirement; `value` is its wording for people."""

    id: Id
    condition: RawCondition


class EntryVersion(Entry, frozen=True, kw_only=True):
    """Entry requirements in force from a day; all of `required` must be met.

    `cautions` are published conditions that no fact of a profile can express.
    """

    from_: Date | None = None
    until: Date | None = None
    required: tuple[Requirement, ...] = ()
    recommended: tuple[Fact, ...] = ()
    recommended_before: tuple[Id, ...] = ()
    not_asked: tuple[Fact, ...] = ()
    cautions: tuple[Fact, ...] = ()
    not_published: tuple[Text, ...] = ()


class Days(Fact, frozen=True, kw_only=True):
    """Length of training; `low` and `high` (days) only if they are for this certification alone."""

    low: Number | None = None
    high: Number | None = None


class Price(Fact, frozen=True, kw_only=True):
    """A price that was seen: an observation, which holds for whom and when it says, no more.

    `low` and `high` are the amount, absent where it is told in words alone; `for_` is what it pays
    for, `covers` what it includes. `vat` counts any tax of that kind. `region` is absent where the
    price is not bound to one. It was asked `on` a day or a period, until `to` if seen for longer;
    without `on` it is undated.
    """

    for_: PriceKind | None = None
    low: Amount | None = None
    high: Amount | None = None
    currency: Text | None = None
    vat: Vat = "unknown"
    covers: Text | None = None
    region: Text | None = None
    on: Moment | None = None
    to: Moment | None = None


class StudyTime(Fact, frozen=True, kw_only=True):
    """How long somebody says that people study by themselves; no day of a course is in it."""

    low: Number
    high: Number | None = None
    unit: StudyUnit
    on: Moment | None = None


class Validity(Fact, frozen=True, kw_only=True):
    """How many months an award is valid, under a rule in force from a day.

    An award dated before `early_until` is due by `early_due` instead. Passing any certification
    of the same `suite` renews it.
    """

    from_: Date | None = None
    months: Count
    early_until: Date | None = None
    early_due: Date | None = None
    suite: Id | None = None


class Page(Fact, frozen=True, kw_only=True):
    """Where to go for a certification: a page of its owner or exam body; `value` says what it is.

    `for_` is `about` (the page of this very certification) or `booking` (an exam shop, a booking
    page, or a finder of courses). It applies like a Dated fact.
    """

    for_: PageUse
    address: Address
    from_: Moment | None = None
    until: Moment | None = None


class Conflict(Entry, frozen=True, kw_only=True):
    """A disagreement between sources: the readings, and which of them we follow and why."""

    topic: Text
    readings: tuple[Fact, ...]
    resolution: Text


class Body(Entry, frozen=True, kw_only=True):
    """An organisation that owns certifications; `ask` is where to put questions to it."""

    id: Id
    name: Text
    short: Text
    ask: Text
    aliases: tuple[Text, ...] = ()
    notes: tuple[Fact, ...] = ()


class Certification(Entry, frozen=True, kw_only=True):
    """A scheme as its owner describes it, with everything dated as a history."""

    id: Id
    short: Text  # its name inside a sentence
    kind: Literal["core", "successor", "other", "neighbour"]
    aliases: tuple[Text, ...] = ()
    names: tuple[Dated, ...]
    owned_by: tuple[Dated, ...]
    awarded_by: tuple[Dated, ...] = ()
    status: tuple[StatusPeriod, ...]
    history: tuple[Event, ...] = ()
    holders: tuple[Dated, ...] = ()  # what an award is still worth, for who holds it
    career_levels: tuple[AtLevel, ...] = ()
    pmo_types: tuple[InType, ...] = ()
    aimed_at: tuple[Fact, ...] = ()
    entry: tuple[EntryVersion, ...] = ()
    exam: tuple[Dated, ...] = ()
    training_days: tuple[Days, ...] = ()
    study: tuple[StudyTime, ...] = ()
    price: tuple[Price, ...] = ()
    validity: tuple[Validity, ...] = ()
    renewal: tuple[Fact, ...] = ()
    languages: tuple[Fact, ...] = ()
    topics: tuple[Fact, ...] = ()
    reading: tuple[Fact, ...] = ()
    more: tuple[Fact, ...] = ()
    sitting: tuple[Fact, ...] = ()  # where the exam is taken; moving, cancelling and resitting it
    pages: tuple[Page, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    not_published: tuple[Text, ...] = ()
