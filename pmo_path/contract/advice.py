"""Advice: the one object that every report receives, and its parts.

The shape is the contract's: its JSON is what `advise --json` prints. What the
world does not publish is an Unknown with whom to ask, never null or empty.
"""

from __future__ import annotations

from typing import Any, Literal

from pmo_path.contract.catalogue import (
    CatalogueInfo,
    DevelopmentItem,
    PriceRange,
    PriceView,
    Snapshot,
    SourceView,
    StatusWord,
    StudyView,
)
from pmo_path.contract.cost import Cost
from pmo_path.contract.planning import Above, Assumption, DaySpan, Deadlines, RenewalView
from pmo_path.contract.program import PROGRAM, Program
from pmo_path.contract.published import ExamView, PageView, TrainingDays, ValidityView
from pmo_path.contract.unknown import Lacking, Unknown
from pmo_path.core.record import Record

VerdictWord = Literal[
    "recommended",
    "alternative",
    "later",
    "held",
    "not_suitable",
    "not_eligible",
    "unavailable",
    "unknown",
]
Eligibility = Literal["met", "not_met", "unknown"]
# What the steps of a route take, as a sum of the route.
Summed = Literal["training_days", "cost"]
# On what ground a step is open, or that it is not known to be.
Ground = Literal[
    "passed",
    "open",
    "none-known",
    "not-asked",
    "once",
    "on-word",
    "judged",
    "provider",
    "lapsed",
    "met",
]


class Reason(Record, frozen=True, kw_only=True):
    """Why something is advised; `rule` is a rule's id or the name of a criterion."""

    rule: str
    text: str
    sources: tuple[str, ...] = ()


class Gap(Record, frozen=True, kw_only=True):
    """An entry requirement that is not met, or not known to be, and the facts it reads."""

    requirement: str
    text: str
    eligibility: Eligibility
    facts: tuple[str, ...]


class Step(Record, frozen=True, kw_only=True):
    """One certification on a route."""

    certification: str
    name: str
    short: str
    status: StatusWord
    action: Literal["obtain", "renew"]
    eligibility: Eligibility
    because: tuple[Reason, ...]
    entry: str  # whether it is open, and on what ground, in words
    ground: Ground
    gaps: tuple[Gap, ...]
    training_days: TrainingDays | Unknown
    cost: Cost | Unknown
    validity: ValidityView | Unknown
    exam: ExamView | Unknown
    prices: tuple[PriceView, ...]  # all that were seen, current or not
    price_ranges: tuple[PriceRange, ...]
    study: tuple[StudyView, ...]
    pages: tuple[PageView, ...]  # of its owner or exam body; empty where none is known


class HoldingView(Record, frozen=True, kw_only=True):
    """An award that a person holds, one that it proves, or a certificate outside the catalogue.

    `certification`, `validity` and `renewal` are null for the last, and `kind` for all others.
    `valid_until` is the last valid day: null where the day of award was not said, or `validity`,
    how long awards last, is unknown. Where it hangs on the day of an award of which only the month
    or year was said, `valid_until_between` are the days between which it lies.
    """

    certification: str | None
    name: str
    kind: Literal["project-management", "other"] | None
    state: Literal["valid", "lapsing", "lapsed", "unknown"]
    awarded_on: str | None
    valid_until: str | None
    valid_until_between: DaySpan | None
    validity: ValidityView | Unknown | None
    proved_by: str | None
    renewal: RenewalView | Unknown | None
    text: str
    sources: tuple[str, ...]


class Total(Record, frozen=True, kw_only=True):
    """A sum over the steps whose value is known; Unknown where none is.

    Of money, `on` are the days of its prices, and `yours` tells whether own prices are in it.
    """

    low: float
    high: float
    currency: str | None = None
    on: tuple[str, ...] = ()
    yours: bool = False


class Totals(Record, frozen=True, kw_only=True):
    """What the whole route takes, with what is missing from the sums.

    `costs` has a sum for each currency; `cost` is the sum if there is one currency. `lacking` is
    what the sums lack, `unknown` the same in words alone.
    """

    training_days: Total | Unknown
    cost: Total | Unknown
    costs: tuple[Total, ...]
    unknown: tuple[str, ...]
    lacking: tuple[Lacking, ...]


class Route(Record, frozen=True, kw_only=True):
    """Ordered steps to a destination, its rank, and why it stands there.

    `tied` are the ids of the other routes of its rank, `above` what stands above it next.
    """

    rank: int
    id: str
    title: str
    family: str
    because: tuple[str, ...]
    tied: tuple[str, ...]
    above: tuple[Above, ...]
    steps: tuple[Step, ...]
    totals: Totals


def unpublished(steps: tuple[Step, ...], summed: Summed) -> tuple[Step, ...]:
    """Return the steps whose days or cost nobody publishes; a renewal takes no training."""
    taking = (step for step in steps if step.action == "obtain" or summed == "cost")
    return tuple(step for step in taking if isinstance(getattr(step, summed), Unknown))


class Change(Record, frozen=True, kw_only=True):
    """One fact of the cheapest change that flips a verdict; `from_` None is "not said"."""

    fact: str
    from_: Any
    to: Any
    text: str


class Considered(Record, frozen=True, kw_only=True):
    """The verdict on one certification, and every reason and gap."""

    certification: str
    name: str
    short: str
    status: StatusWord
    verdict: VerdictWord
    eligibility: Eligibility
    because: tuple[Reason, ...]
    gaps: tuple[Gap, ...]
    superseded_by: tuple[str, ...]
    smallest_change: tuple[Change, ...]

    @property
    def is_outside(self) -> bool:
        """Whether it lies outside our routes."""
        return any(reason.rule == "neighbour" for reason in self.because)


class Caution(Record, frozen=True, kw_only=True):
    """A warning that belongs to the advice; about one certification, or the whole."""

    rule: str
    text: str
    sources: tuple[str, ...] = ()
    certification: str | None = None


class Decides(Record, frozen=True, kw_only=True):
    """What one answer to an open fact would make the next steps."""

    answer: str
    next_steps: tuple[str, ...]


class MissingFact(Record, frozen=True, kw_only=True):
    """A fact that was not said and could change the answer."""

    fact: str
    why: str
    could_change: tuple[str, ...]
    decides: tuple[Decides, ...]


class LevelView(Record, frozen=True, kw_only=True):
    """The career level at which the person works, and how it was told."""

    id: str
    number: int
    assumed: bool
    other_readings: tuple[str, ...]
    because: tuple[str, ...]


class AimView(Record, frozen=True, kw_only=True):
    """The career level that the person aims for, and how many levels it lies above their own.

    `levels_up` is negative where it lies below, and None where the own level is not known. `named`
    is false where the person named no level, and a plan takes the next one up.
    """

    id: str
    number: int
    levels_up: int | None
    named: bool
    because: tuple[str, ...]


class Advice(Record, frozen=True, kw_only=True):
    """The whole answer; its first route is the recommendation."""

    schema_version: Literal["1"] = "1"
    kind: Literal["advice"] = "advice"
    as_of: str
    program: Program = PROGRAM
    catalogue: CatalogueInfo
    profile: dict[str, Any]
    career_level: LevelView | None
    aim: AimView | None
    next_step: str | None
    next_steps: tuple[str, ...]
    holdings: tuple[HoldingView, ...]
    deadlines: Deadlines
    assumptions: tuple[Assumption, ...]
    routes: tuple[Route, ...]
    considered: tuple[Considered, ...]
    cautions: tuple[Caution, ...]
    missing_facts: tuple[MissingFact, ...]
    development: tuple[DevelopmentItem, ...]
    certifications: tuple[Snapshot, ...]
    sources: tuple[SourceView, ...]

    @property
    def first_routes(self) -> tuple[Route, ...]:
        """The routes of rank 1: more than one is a tie."""
        return tuple(route for route in self.routes if route.rank == 1)
