"""What every kind of answer shows of the catalogue on a day: certifications, facts, sources."""

from __future__ import annotations

from typing import Literal

from pmo_path.frozen import dataclass

StatusWord = Literal["not_launched", "announced", "current", "unconfirmed", "suspended", "withdrawn", "unknown"]


@dataclass(frozen=True, slots=True, kw_only=True)
class FactView:
    """One published fact, with its source, how far we trust it, and when it was checked.

    `dated` is the own date of its source, or of the first that has one; `age` says of an amount of money from when it is and who says it, and is empty
    for all else.
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Snapshot:
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


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceView:
    """Where a fact was read, the source's own date, and when it was last checked.

    `confidence` grades what the catalogue takes from it, the surest first; empty where nothing is graded.
    """

    id: str
    title: str
    address: str | None
    date: str
    confidence: tuple[Literal["high", "medium", "low"], ...]
    verified_on: str


@dataclass(frozen=True, slots=True, kw_only=True)
class VerifiedOn:
    """The oldest and the newest day on which a source was checked."""

    oldest: str
    newest: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CatalogueInfo:
    """Which catalogue the answer rests on, and how old what it shows is on its day.

    `stale` are those of the certifications shown of which some fact was last checked more than 180 days before;
    `age` says so, and is empty where it is none.
    """

    version: str
    digest: str
    verified_on: VerifiedOn
    stale: Literal["none", "some", "all"]
    age: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DevelopmentItem:
    """Something beyond the exam that fits the person."""

    area: Literal["market", "job-tools", "training", "networking"]
    name: str
    text: str
    state: Literal["active", "unconfirmed", "ended", "unknown"]
    address: str | None
    sources: tuple[str, ...]
