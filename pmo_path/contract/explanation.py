"""Why, why not, and what would change it."""

from __future__ import annotations

from typing import Any, Literal

from pmo_path.contract.advice import Change, Considered, Eligibility, Reason
from pmo_path.contract.catalogue import (
    CatalogueInfo,
    PriceRange,
    PriceView,
    Snapshot,
    SourceView,
    StudyView,
    TimelineEntry,
)
from pmo_path.contract.cost import Cost
from pmo_path.contract.program import PROGRAM, Program
from pmo_path.contract.unknown import Unknown
from pmo_path.contract.what_if import WhatIf
from pmo_path.core.record import Record

# What was found of what would change the verdict: nothing was said of a person; it is recommended,
# or held, already; it is not on offer; the least change; some change, not shown to be the least;
# none that is small, and larger ones were not all tried; nothing.
FlipState = Literal[
    "nobody", "needless", "held", "not-offered", "least", "one-way", "given-up", "none"
]


class RequirementView(Record, frozen=True, kw_only=True):
    """One entry requirement and whether this person meets it, with the facts that settle it."""

    requirement: str
    text: str
    eligibility: Eligibility
    settled_by: tuple[tuple[str, ...], ...]
    missing: tuple[str, ...]
    sources: tuple[str, ...]


class RouteAbove(Reason, frozen=True, kw_only=True):
    """Why a route stands above the one with the certification: by which criterion, its `rule`."""

    route: str

    @property
    def reason(self) -> Reason:
        """The reason without its route."""
        return Reason(rule=self.rule, text=self.text, sources=self.sources)


class Explanation(Record, frozen=True, kw_only=True):
    """Why, why not, and what would change it, with the certification's history.

    `above` says, of each route that stands above the one with the certification, which criterion
    (`rule`) put it there. `flip` is the least change that would make another verdict; where the
    search for it gave up, `one_way` is some change that would. `flip_state` tells which it is.
    """

    schema_version: Literal["1"] = "1"
    kind: Literal["explanation"] = "explanation"
    as_of: str
    program: Program = PROGRAM
    catalogue: CatalogueInfo
    profile: dict[str, Any]
    certification: Snapshot
    cost: Cost | Unknown
    prices: tuple[PriceView, ...]
    price_ranges: tuple[PriceRange, ...]
    study: tuple[StudyView, ...]
    timeline: tuple[TimelineEntry, ...]
    became: tuple[str, ...]
    came_from: tuple[str, ...]
    called: dict[str, str]  # what the certifications named here are called in a sentence
    holders: tuple[Reason, ...]
    requirements: tuple[RequirementView, ...]
    verdict: Considered | None  # None where nothing was said of a person
    above: tuple[RouteAbove, ...]
    successor: Considered | None  # the verdict on what replaced it
    flip_state: FlipState
    flip: tuple[Change, ...]
    one_way: tuple[Change, ...]
    flip_text: str
    what_if: WhatIf | None  # None where no change was supposed
    sources: tuple[SourceView, ...]
