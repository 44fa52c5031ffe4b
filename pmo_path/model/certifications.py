"""Certifications, their sources and their owners, as frozen values.

What changes is a history of dated entries. An empty tuple means that nothing is published or known;
`not_published` says so explicitly.
"""

# No `from __future__ import annotations`: msgspec would compile each annotation at every start.

from typing import Literal

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
from pmo_path.model.statements import Dated, Entry, Fact

Status = Literal[
    "not_launched", "announced", "current", "unconfirmed", "suspended", "withdrawn", "unknown"
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


class ExamLanguages(Fact, frozen=True, kw_only=True):
    """In which languages an exam is known to be held.

    `suffices` has the codes of those in which nothing else needs to be read, such as the manual.
    """

    suffices: tuple[Text, ...] = ()


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
    languages: tuple[ExamLanguages, ...] = ()
    topics: tuple[Fact, ...] = ()
    reading: tuple[Fact, ...] = ()
    more: tuple[Fact, ...] = ()
    sitting: tuple[Fact, ...] = ()  # where the exam is taken; moving, cancelling and resitting it
    pages: tuple[Page, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    not_published: tuple[Text, ...] = ()
