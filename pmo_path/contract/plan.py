"""A plan: from where a person is to where they want to be, with what it takes and when."""

from __future__ import annotations

from typing import Any, Literal

from pmo_path.contract.advice import AimView, Caution, LevelView, Reason, Step, Total
from pmo_path.contract.catalogue import CatalogueInfo, SourceView
from pmo_path.contract.planning import CalendarDay
from pmo_path.contract.program import PROGRAM, Program
from pmo_path.contract.unknown import Lacking, Unknown
from pmo_path.core.record import Record

# What a step of a plan is: a certification to take, or experience to gain.
PlanStepKind = Literal["certification", "experience"]
# What the length of a step rests on: a publication, our judgement, or what the person assumed.
RestsOn = Literal["published", "ours", "assumed"]
# What plans are compared in.
CriterionName = Literal["fit", "days", "money", "renewals", "confidence"]
TimeUnit = Literal["day", "week", "month", "year"]
LimitName = Literal["budget", "needed_by"]
# Whether a plan keeps a limit for sure, may break it, or breaks it for sure.
LimitState = Literal["kept", "open", "broken"]
# How a plan stands to the first one on a criterion: surely better or worse, at least as good or at
# most as good, equal, or not known.
Standing = Literal["better", "no-worse", "equal", "no-better", "worse", "unknown"]


# What is not known of a plan: whether all is on offer, on which day a step is done, how long an
# award lasts.
NotKnownCode = Literal["offer", "day", "validity"]


class Duration(Record, frozen=True, kw_only=True):
    """How long a step takes, in days from its begin: at least `low`, at most `high`."""

    low: float
    high: float
    text: str
    rests_on: RestsOn
    sources: tuple[str, ...]


class PlanStep(Record, frozen=True, kw_only=True):
    """One step of a plan.

    `phrase` is its title inside a sentence. `level` is the career level that it prepares for, or
    leads to; `below` the one from which it leads up. `certification` is what an advice says of it,
    null for experience. `earliest` and `likely` are the days on which it is done, with the shortest
    and the longest times known. `likely_rests_on` is what the lengths of this step and of those
    before it rest on, each once, in the order of `RestsOn`; empty where `likely` is unknown.
    """

    kind: PlanStepKind
    title: str
    phrase: str
    level: str
    below: str | None
    because: tuple[Reason, ...]
    certification: Step | None
    duration: Duration | Unknown
    earliest: str | Unknown
    likely: str | Unknown
    likely_rests_on: tuple[RestsOn, ...]


class PlannedRenewal(Record, frozen=True, kw_only=True):
    """The renewal of an award that is held or planned; `due` is the last day for it.

    `years` tells within how many years of the start of the plan it falls due, 3 or 6; unknown like
    the day.
    """

    certification: str
    short: str
    due: str | Unknown
    years: int | Unknown
    by: tuple[str, ...] | Unknown
    cost: Unknown
    text: str
    sources: tuple[str, ...]


class YearlyCost(Record, frozen=True, kw_only=True):
    """What the steps of one calendar year cost; `year` is null for those without a day.

    `lacking` are the steps and renewals whose cost is not known.
    """

    year: int | None
    costs: tuple[Total, ...]
    lacking: tuple[Lacking, ...]
    text: str


class PlanCost(Record, frozen=True, kw_only=True):
    """What a plan costs: a sum for each currency, never of different ones.

    `converted` is one sum at the rates that the person gave: null without rates, unknown where they
    make no one sum. `lacking` is what the sums lack.
    """

    costs: tuple[Total, ...]
    converted: Total | Unknown | None
    years: tuple[YearlyCost, ...]
    lacking: tuple[Lacking, ...]
    text: str


class Measure(Record, frozen=True, kw_only=True):
    """What a plan is on one criterion, and how that stands to the first plan.

    `lacking` are the parts without a known value: with any, `high` is unknown, and so is `low`
    where the known parts come to nothing.
    """

    criterion: CriterionName
    low: float | Unknown
    high: float | Unknown
    lacking: tuple[Lacking, ...]
    text: str
    standing: Standing


class PlanLimit(Record, frozen=True, kw_only=True):
    """How a plan stands to a limit of the person, and what would settle it.

    `low` and `high` are what the plan takes of it, in `unit`: a currency, or `days` from its start.
    `lacking` are the parts without a known value. `soonest` is the day before which the plan cannot
    be done, unknown where `low` is; null for a budget.
    """

    limit: LimitName
    state: LimitState
    low: float | Unknown
    high: float | Unknown
    unit: str
    lacking: tuple[Lacking, ...]
    soonest: str | Unknown | None
    text: str


class NotKnown(Record, frozen=True, kw_only=True):
    """Something that is not known of a plan, and the certifications that it is about.

    `ask` is whom to ask; of a step of experience no certification is named.
    """

    code: NotKnownCode
    certifications: tuple[str, ...]
    ask: str
    text: str


class PlanView(Record, frozen=True, kw_only=True):
    """One plan: its steps in order, renewals on the way, what it costs, and what it gives up.

    `earliest`, `likely` and `likely_rests_on` are those of its last certification, or of its last
    step if it has none; a plan without steps is done on the day on which it begins. `gains`,
    `gives_up` and `not_compared` hold it against the first plan, where they are empty.
    """

    id: str
    title: str
    steps: tuple[PlanStep, ...]
    renewals: tuple[PlannedRenewal, ...]
    cost: PlanCost
    earliest: str | Unknown
    likely: str | Unknown
    likely_rests_on: tuple[RestsOn, ...]
    measures: tuple[Measure, ...]
    limits: tuple[PlanLimit, ...]
    gains: tuple[str, ...]
    gives_up: tuple[str, ...]
    not_compared: str
    not_known: tuple[NotKnown, ...]


class PlanLeftOut(Record, frozen=True, kw_only=True):
    """A plan that surely breaks a limit, with the limits that it breaks."""

    id: str
    title: str
    limits: tuple[PlanLimit, ...]


class AssumedLength(Record, frozen=True, kw_only=True):
    """A length of time as the person gave it: at least `low` and at most `high` of a unit."""

    low: float
    high: float
    unit: TimeUnit


class AssumedRate(Record, frozen=True, kw_only=True):
    """A rate of exchange as the person gave it: 1 of the currency `from_` is `rate` of `to`."""

    from_: str
    to: str
    rate: float


class PlanAssumption(Record, frozen=True, kw_only=True):
    """What the person told the plan to take for granted: how long a step takes, or a rate.

    Of a step up, `below` and `level` are the career levels from and to which it leads; of training
    there is the `certification`. `used` tells whether a plan that is shown rests on it.
    """

    assumed: Literal["duration", "exchange"]
    below: str | None
    level: str | None
    certification: str | None
    duration: AssumedLength | None
    rate: AssumedRate | None
    used: bool
    text: str


class SearchBound(Record, frozen=True, kw_only=True):
    """What no plan can take less than, where not all plans were tried; `unit` is a currency, or
    `days`.
    """

    criterion: Literal["days", "money"]
    least: float
    unit: str


class CareerPlan(Record, frozen=True, kw_only=True):
    """From the present career level to a target: the first plan, and undominated alternatives.

    `start` is the day on which it begins. `complete` tells whether all plans were compared;
    where not, `bounds` says what none can take less than. `left_out_more` counts the plans that
    break a limit too and are not among those `left_out`.
    """

    schema_version: Literal["1"] = "1"
    kind: Literal["plan"] = "plan"
    as_of: str
    program: Program = PROGRAM
    catalogue: CatalogueInfo
    profile: dict[str, Any]
    start: str
    career_level: LevelView | None
    target: AimView | None
    text: str
    plans: tuple[PlanView, ...] = ()
    left_out: tuple[PlanLeftOut, ...] = ()
    left_out_more: int = 0
    calendar: tuple[CalendarDay, ...] = ()
    complete: bool = True
    bounds: tuple[SearchBound, ...] = ()
    assumptions: tuple[PlanAssumption, ...]
    notes: tuple[str, ...] = ()
    cautions: tuple[Caution, ...]
    sources: tuple[SourceView, ...]
