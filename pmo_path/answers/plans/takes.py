"""What the choices of a plan take: days, money and renewals, and how surely they are on offer.

Money is compared in one currency: that of the budget, or of the rates that the person gives, else
that in which most is known. An amount in another currency is not known in this one.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable

from msgspec import Struct

from pmo_path.answers.plans.stages import Choice, Gain, LevelStage
from pmo_path.answers.plans.wishes import Wishes
from pmo_path.answers.prices import step_cost
from pmo_path.answers.step_values import training_days
from pmo_path.contract.cost import Cost
from pmo_path.contract.published import TrainingDays
from pmo_path.contract.unknown import Unknown
from pmo_path.engine.pareto import UNKNOWN, Measures, Span
from pmo_path.engine.situation import Case
from pmo_path.model.catalogue import ON_OFFER
from pmo_path.model.certifications import Validity
from pmo_path.model.history import entry_in_force
from pmo_path.model.on_day import Day

HORIZON_MONTHS = 72  # renewals are counted over six years
DAYS_A_YEAR = 365


class Takes(Struct, frozen=True):
    """What measures the choices of a plan for one person, in one `currency`."""

    case: Case
    wishes: Wishes
    currency: str | None

    def measures(self, choice: Choice) -> Measures:
        """Return what a choice is on every criterion."""
        steps = choice.steps
        return Measures(
            fit=(choice.rank,),
            days={
                **{step: self.days(step) for step in steps},
                **{gain: waiting(gain) for gain in choice.gains},
            },
            money={step: self.money(step) for step in steps},
            renewals={renewal_group(self.case.day, step): self.renewals(step) for step in steps},
            confidence=max((self._doubt(step) for step in steps), default=0),
        )

    def days(self, certification: str) -> Span:
        """Return the days of training; a renewal is taken to need none."""
        if self.case.holds(certification):
            return Span(0, 0)
        if assumed := self.wishes.training.get(certification):
            return assumed.days
        known = training_days(self.case.day, certification)
        return Span(known.low, known.high) if isinstance(known, TrainingDays) else UNKNOWN

    def money(self, certification: str) -> Span:
        """Return what a certification costs in the one currency."""
        cost = converted(step_cost(self.case, certification), self.wishes)
        if isinstance(cost, Cost) and cost.currency == self.currency:
            return Span(cost.low, cost.high)
        return UNKNOWN

    def renewals(self, certification: str) -> Span:
        """Return how many renewals a new award brings within six years: none of a suite held."""
        day, rule = self.case.day, validity_rule(self.case.day, certification)
        if rule is None:
            return UNKNOWN
        group = renewal_group(day, certification)
        held = {renewal_group(day, name) for name, own in self.case.awards.items() if own.counts}
        # The first falls due months after the start, so one at the very end falls beyond it.
        count = 0 if group in held else (HORIZON_MONTHS - 1) // rule.months
        return Span(count, count)

    def _doubt(self, certification: str) -> int:
        return ON_OFFER.index(self.case.day.status[certification])


def takes_of(case: Case, wishes: Wishes, levels: Iterable[LevelStage]) -> Takes:
    """Return what measures the choices of all levels of a plan."""
    steps = dict.fromkeys(
        step for stage in levels for choice in stage.choices for step in choice.steps
    )
    known = Counter(
        cost.currency
        for step in steps
        if isinstance(cost := converted(step_cost(case, step), wishes), Cost)
    )
    rates = [rate.target for rate in wishes.rates.values()]
    budget = [case.profile.budget.currency] if case.profile.budget else []
    most = [currency for currency, _ in known.most_common(1)]
    return Takes(case, wishes, next(iter((*rates, *budget, *most)), None))


def converted(cost: Cost | Unknown, wishes: Wishes) -> Cost | Unknown:
    """Return a cost at the person's rate, where they gave one for its currency."""
    if isinstance(cost, Unknown) or cost.currency not in wishes.rates:
        return cost
    return wishes.rates[cost.currency].of(cost)


def validity_rule(day: Day, certification: str) -> Validity | None:
    """Return the rule in force on how long an award lasts; None where none is known."""
    return entry_in_force(day.catalogue.certifications[certification].validity, day.date)


def renewal_group(day: Day, certification: str) -> str:
    """Return what is renewed at once: a suite of certifications, or a certification alone."""
    rule = validity_rule(day, certification)
    return f"suite:{rule.suite}" if rule and rule.suite else certification


def waiting(gain: Gain) -> Span:
    """Return the days until enough experience is gained; unknown for hours, and where the present
    value is not known.
    """
    if gain.now is None or gain.fact == "pmo_education_hours":
        return UNKNOWN
    ends = (max(0.0, gain.to - now) * DAYS_A_YEAR for now in (gain.now.high, gain.now.low))
    low, high = map(math.ceil, ends)
    return Span(low, high)
