"""What a plan costs: by currency, by year, in one sum at the person's rates, and what lacks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from pmo_path.answers.plans.lacking import lacking_certification
from pmo_path.answers.plans.sequence import ToTake
from pmo_path.answers.plans.takes import converted
from pmo_path.answers.plans.timing import Timed
from pmo_path.answers.plans.wishes import Wishes
from pmo_path.answers.prices import step_cost
from pmo_path.answers.step_values import sums
from pmo_path.contract.advice import Total
from pmo_path.contract.cost import Cost
from pmo_path.contract.plan import PlanCost, PlannedRenewal, YearlyCost
from pmo_path.contract.unknown import Lacking, Unknown
from pmo_path.engine.situation import Case
from pmo_path.messages.catalog import say
from pmo_path.messages.grammar import counted, join
from pmo_path.messages.price_phrases import amount_words, sums_words
from pmo_path.model.on_day import Day


class _Paid(Struct, frozen=True):
    """A certification, or its renewal, with the day on which it is paid and what it costs."""

    day: date | str | Unknown
    what: Literal["cost", "renewal"]
    certification: str
    cost: Cost | Unknown

    @property
    def year(self) -> int | None:
        """The calendar year; None where the day is not known."""
        return None if isinstance(self.day, Unknown) else int(str(self.day)[:4])


def plan_cost(
    case: Case, steps: Sequence[Timed], due: Sequence[PlannedRenewal], wishes: Wishes
) -> PlanCost:
    """Return what the steps of a plan cost, with the renewals that fall due."""
    paid = [
        _Paid(timed.earliest, "cost", name, step_cost(case, name))
        for timed, name in _certifications(steps)
    ]
    costs = [payment.cost for payment in paid]
    known = sums(cost for cost in costs if isinstance(cost, Cost))
    paid += [_Paid(one.due, "renewal", one.certification, one.cost) for one in due]
    return PlanCost(
        costs=known,
        converted=_converted(costs, wishes),
        years=tuple(_years(case.day, paid)),
        lacking=tuple(_lacking(case.day, paid)),
        text=_words(known, costs),
    )


def _lacking(day: Day, paid: Iterable[_Paid]) -> Iterator[Lacking]:
    """Yield what has no known cost: certifications, then renewals, each certification once."""
    unknown = Counter(
        (payment.what, payment.certification)
        for payment in paid
        if isinstance(payment.cost, Unknown)
    )
    for (what, certification), count in unknown.items():
        lacking = lacking_certification(day, what, certification)
        if what == "renewal":
            renewals = counted(count, "renewal")
            text = say("plan-lacks-renewals", count=renewals, name=day.short(certification))
            lacking = replace(lacking, text=text)
        yield lacking


def _certifications(steps: Sequence[Timed]) -> Iterator[tuple[Timed, str]]:
    for timed in steps:
        if isinstance(timed.step, ToTake):
            yield timed, timed.step.certification


def _converted(costs: Sequence[Cost | Unknown], wishes: Wishes) -> Total | Unknown | None:
    """Return one sum at the person's rates; None where they gave none, or nothing costs anything.

    Unknown where no cost is known, or a rate is missing.
    """
    if not wishes.rates or not costs:
        return None
    known = sums(cost for price in costs if isinstance(cost := converted(price, wishes), Cost))
    (target,) = {rate.target for rate in wishes.rates.values()}
    if [cost.currency for cost in known] == [target]:
        return known[0]
    if known:
        missing = [cost.currency or "" for cost in known if cost.currency != target]
        return Unknown(ask=say("plan-ask-rate", currency=join(missing), other=target))
    asks = dict.fromkeys(cost.ask for cost in costs if isinstance(cost, Unknown))
    return Unknown(ask="; ".join(asks))


def _years(day: Day, paid: Sequence[_Paid]) -> Iterator[YearlyCost]:
    """Yield what each calendar year costs, in order; what has no day comes last."""
    years = {payment.year for payment in paid}
    for year in sorted(years, key=lambda year: year or date.max.year + 1):
        within = [payment for payment in paid if payment.year == year]
        known = sums(payment.cost for payment in within if isinstance(payment.cost, Cost))
        unknown = sum(isinstance(payment.cost, Unknown) for payment in within)
        yield YearlyCost(
            year=year,
            costs=known,
            lacking=tuple(_lacking(day, within)),
            text=_year_words(year, known, unknown),
        )


def _words(known: Sequence[Total], costs: Sequence[Cost | Unknown]) -> str:
    lacking = sum(isinstance(cost, Unknown) for cost in costs)
    if not costs:
        return say("plan-cost-nothing")
    if not known:
        return say("plan-cost-none")
    return say("plan-cost-at-least" if lacking else "plan-cost", sums=sums_words(known))


def _year_words(year: int | None, known: Sequence[Total], lacking: int) -> str:
    """Return what one year costs, and of how much that is not known."""
    when = say("plan-year", year=year) if year else say("plan-year-none")
    parts = [*map(amount_words, known)]
    parts += [say("plan-year-unknown", count=lacking)] if lacking else []
    return f"{when}: {join(parts)}."
