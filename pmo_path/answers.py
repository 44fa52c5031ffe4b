"""What the other commands answer with: explanations, certifications, comparisons, the map.

As with an advice, the shape is what `--json` prints and the schemas document.
"""

from __future__ import annotations

from typing import Any, Literal

from pmo_path.advice import Advice, Change, Considered, Eligibility, Reason
from pmo_path.frozen import dataclass
from pmo_path.views import CatalogueInfo, FactView, Snapshot, SourceView, StatusWord


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineEntry:
    """Something that happened to a certification, as exactly dated as its source."""

    on: str  # empty where the day is not known
    event: str
    text: str
    planned: bool
    confidence: Literal["high", "medium", "low"]
    verified_on: str
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RequirementView:
    """One entry requirement and whether this person meets it, with the facts that settle it."""

    requirement: str
    text: str
    eligibility: Eligibility
    settled_by: tuple[tuple[str, ...], ...]
    missing: tuple[str, ...]
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """Why, why not, and what would change it, with the certification's history."""

    schema_version: Literal["1"] = "1"
    kind: Literal["explanation"] = "explanation"
    as_of: str
    catalogue: CatalogueInfo
    profile: dict[str, Any]
    certification: Snapshot
    timeline: tuple[TimelineEntry, ...]
    became: tuple[str, ...]
    came_from: tuple[str, ...]
    called: dict[str, str]  # what the certifications named here are called in a sentence
    holders: tuple[Reason, ...]
    requirements: tuple[RequirementView, ...]
    verdict: Considered | None  # None where nothing was said of a person
    successor: Considered | None  # the verdict on what replaced it
    flip: tuple[Change, ...]
    flip_text: str
    sources: tuple[SourceView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """The certifications that pass the filters, on a day."""

    schema_version: Literal["1"] = "1"
    kind: Literal["catalogue"] = "catalogue"
    as_of: str
    catalogue: CatalogueInfo
    filters: dict[str, str]
    certifications: tuple[Snapshot, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ConflictView:
    """Sources that disagree, and what we follow and why."""

    topic: str
    readings: tuple[FactView, ...]
    resolution: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CertificationView:
    """Everything that is known of one certification, past and present."""

    schema_version: Literal["1"] = "1"
    kind: Literal["certification"] = "certification"
    as_of: str
    catalogue: CatalogueInfo
    certification: Snapshot
    aliases: tuple[str, ...]
    facts: tuple[FactView, ...]
    timeline: tuple[TimelineEntry, ...]
    conflicts: tuple[ConflictView, ...]
    sources: tuple[SourceView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TermView:
    """What is known of a PMO type, a career level, a role, a body, a topic, or something beyond the exam."""

    schema_version: Literal["1"] = "1"
    kind: Literal["term"] = "term"
    as_of: str
    catalogue: CatalogueInfo
    id: str
    what: str
    name: str
    names: tuple[str, ...]
    ask: str  # the question that settles it, or whom to ask; empty where there is none
    facts: tuple[FactView, ...]
    sources: tuple[SourceView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparedRow:
    """One aspect of the compared certifications, in the order they were asked for."""

    about: str
    same: bool
    values: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Certifications side by side on a day."""

    schema_version: Literal["1"] = "1"
    kind: Literal["comparison"] = "comparison"
    as_of: str
    catalogue: CatalogueInfo
    certifications: tuple[Snapshot, ...]
    rows: tuple[ComparedRow, ...]


# What a certification is on a day, where it is not simply on offer; then what it is to the person.
Sign = Literal[
    "announced",
    "unconfirmed",
    "suspended",
    "withdrawn",
    "unknown",
    "held",
    "lapsed",
    "next",
    "step",
    "alternative",
    "later",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class MapEntry:
    """A certification in its cell, with what it is on the day and to the person.

    `marks` says it in words, `signs` in stable codes, one for each mark.
    """

    certification: str
    short: str
    body: str
    status: StatusWord
    signs: tuple[Sign, ...]
    marks: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MapRow:
    """One career level: the cells of all bodies, in the order of the columns."""

    level: str
    number: int
    here: bool
    aim: bool
    cells: tuple[tuple[MapEntry, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MapView:
    """Career levels as rows, certifying bodies as columns, certifications in their cells."""

    schema_version: Literal["1"] = "1"
    kind: Literal["map"] = "map"
    as_of: str
    catalogue: CatalogueInfo
    profile: dict[str, Any]
    bodies: tuple[str, ...]
    rows: tuple[MapRow, ...]
    unplaced: tuple[MapEntry, ...]
    routes: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mentor:
    """What the mentor adds to a report, as given; empty where nothing is."""

    name: str = ""
    notes: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """An advice with what the mentor adds: the report of one person as data."""

    schema_version: Literal["1"] = "1"
    kind: Literal["report"] = "report"
    mentor: Mentor
    advice: Advice
