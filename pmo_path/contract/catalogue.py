"""Certifications, facts and sources, as every answer and `catalogue` show them."""

from __future__ import annotations

from typing import Literal

from pmo_path.contract.program import PROGRAM, Program
from pmo_path.core.record import Record

StatusWord = Literal[
    "not_launched", "announced", "current", "unconfirmed", "suspended", "withdrawn", "unknown"
]

# What a price pays for.
PriceFor = Literal[
    "exam",
    "course-with-exam",
    "course",
    "resit",
    "application",
    "membership",
    "renewal",
    "change",
]


class FactView(Record, frozen=True, kw_only=True):
    """One published fact, with its source, how far we trust it, and when it was checked.

    `dated` is the own date of its source, or of the first that has one. `age` says of an amount of
    money from when it is and who states it; it is empty for all else.
    """

    about: str
    text: str
    dates: str
    edition: str
    source: str
    also: tuple[str, ...]
    confidence: Literal["high", "medium", "low"]
    mark: Literal["stated", "inferred", "ours"]
    note: str
    verified_on: str
    dated: str
    age: str


class PriceView(FactView, frozen=True, kw_only=True):
    """A price that was seen, as its source tells it; amounts are null where it has words alone.

    `on` is the day or period of the price (empty: undated), `to` its end if it was seen for longer.
    `region` is empty where it is not bound to one. `current` tells whether it counts as today's: it
    does only if the owner or exam body asks it of everyone for the exam, alone or with the course,
    and asked it within the last 180 days. No other price enters a sum or is held against a budget.
    """

    for_: PriceFor | None
    low: float | None
    high: float | None
    currency: str | None
    vat: Literal["included", "excluded", "unknown"]
    region: str
    on: str
    to: str
    current: bool


class AmountRange(Record, frozen=True, kw_only=True):
    """The lowest and the highest of some amounts in one currency."""

    low: float
    high: float
    currency: str


class PriceRange(Record, frozen=True, kw_only=True):
    """The prices seen for one thing, from the lowest to the highest of each currency.

    Current prices and others are never in one range. `vat` is `mixed` where they differ in it.
    `oldest` and `newest` are the days or periods of those that have one, empty where none has;
    `undated` counts the others. `text` says it all, `brief` what a cell of a table has room for.
    """

    for_: PriceFor
    amounts: tuple[AmountRange, ...]
    vat: Literal["included", "excluded", "unknown", "mixed"]
    count: int
    oldest: str
    newest: str
    undated: int
    current: bool
    text: str
    brief: str
    sources: tuple[str, ...]


class StudyView(FactView, frozen=True, kw_only=True):
    """How long somebody says that people study by themselves; days of class are not in it.

    `on` is the day or period in which it was said; empty where it is undated.
    """

    low: float
    high: float
    unit: Literal["hours", "days"]
    on: str


class Snapshot(Record, frozen=True, kw_only=True):
    """One certification on the day: enough for any report."""

    certification: str
    name: str
    short: str
    family: str | None
    body: str
    body_name: str
    status: StatusWord
    listed: bool  # anything is known of it by the day
    career_levels: tuple[str, ...]
    pmo_types: tuple[str, ...]
    facts: tuple[FactView, ...]
    not_published: tuple[str, ...]
    ask: str

    def __hash__(self) -> int:
        return hash(self.certification)


class SourceView(Record, frozen=True, kw_only=True):
    """Where a fact was read, the source's own date, and when it was last checked.

    `confidence` grades what the catalogue takes from it, the surest first; empty where nothing is
    graded. `by` says who speaks, where that is known; sources of one `voice` share authors and
    interests, and count as one.
    """

    id: str
    title: str
    address: str | None
    date: str
    confidence: tuple[Literal["high", "medium", "low"], ...]
    verified_on: str
    by: str | None
    voice: str | None


class VerifiedOn(Record, frozen=True, kw_only=True):
    """The oldest and the newest day on which a source was checked."""

    oldest: str
    newest: str


class CatalogueInfo(Record, frozen=True, kw_only=True):
    """Which catalogue the answer rests on, and how old what it shows is on its day.

    `stale` tells how many of the certifications shown have a fact last checked more than 180 days
    before; `age` says so, and is empty if none has.
    """

    version: str
    digest: str
    verified_on: VerifiedOn
    stale: Literal["none", "some", "all"]
    age: str


class DevelopmentItem(Record, frozen=True, kw_only=True):
    """Something beyond the exam that fits the person."""

    id: str
    area: Literal["market", "job-tools", "training", "networking"]
    name: str
    text: str
    state: Literal["active", "unconfirmed", "ended", "unknown"]
    address: str | None
    sources: tuple[str, ...]


class TimelineEntry(Record, frozen=True, kw_only=True):
    """Something that happened to a certification, as exactly dated as its source."""

    on: str  # empty where the day is not known
    event: str
    text: str
    planned: bool
    confidence: Literal["high", "medium", "low"]
    verified_on: str
    sources: tuple[str, ...]


class ConflictView(Record, frozen=True, kw_only=True):
    """Sources that disagree, and what we follow and why."""

    topic: str
    readings: tuple[FactView, ...]
    resolution: str


class CertificationView(Record, frozen=True, kw_only=True):
    """Everything that is known of one certification, past and present."""

    schema_version: Literal["1"] = "1"
    kind: Literal["certification"] = "certification"
    as_of: str
    program: Program = PROGRAM
    catalogue: CatalogueInfo
    certification: Snapshot
    aliases: tuple[str, ...]
    facts: tuple[FactView, ...]
    prices: tuple[PriceView, ...]
    price_ranges: tuple[PriceRange, ...]
    study: tuple[StudyView, ...]
    timeline: tuple[TimelineEntry, ...]
    conflicts: tuple[ConflictView, ...]
    sources: tuple[SourceView, ...]


class TermView(Record, frozen=True, kw_only=True):
    """What is known of a PMO type, career level, role, body, topic, or item beyond the exam."""

    schema_version: Literal["1"] = "1"
    kind: Literal["term"] = "term"
    as_of: str
    program: Program = PROGRAM
    catalogue: CatalogueInfo
    id: str
    what: str
    name: str
    names: tuple[str, ...]
    ask: str  # the question that settles it, or whom to ask; empty where there is none
    facts: tuple[FactView, ...]
    sources: tuple[SourceView, ...]
