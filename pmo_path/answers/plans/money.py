"""What a plan costs: by currency, by year, in one sum at the person's rates, and what lacks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from pmo_path.answers.plans.sequence import ToTake
from pmo_path.answers.plans.takes import converted
from pmo_path.answers.plans.timing import Timed
from pmo_path.answers.plans.wishes import Wishes
from pmo_path.answers.prices import step_cost
from pmo_path.answers.step_values import sums
from pmo_path.contract.advice import Total
from pmo_path.contract.cost import Cost
from pmo_path.contract.plan import PlanCost, PlannedRenewal, YearlyCost
from pmo_path.contract.unknown import Unknown
from pmo_path.engine.situation import Case
from pmo_path.messages.catalog import say
from pmo_path.messages.grammar import counted, join
from pmo_path.messages.price_phrases import amount_words, sums_words


def plan_cost(
    case: Case, steps: Sequence[Timed], due: Sequence[PlannedRenewal], wishes: Wishes
) -> PlanCost:
    """Return what the steps of a plan cost, with the renewals that fall due."""
    dated = [(timed.earliest, step_cost(case, name)) for timed, name in _certifications(steps)]
    costs = [cost for _, cost in dated]
    known = sums(cost for cost in costs if isinstance(cost, Cost))
    lacking = [
        say("lacks-cost", name=case.day.short(name))
        for (_, name), cost in zip(_certifications(steps), costs, strict=True)
        if isinstance(cost, Unknown)
    ]
    if due:
        lacking.append(say("plan-lacks-renewals", count=counted(len(due), "renewal")))
    return PlanCost(
        costs=known,
        converted=_converted(costs, wishes),
        years=tuple(_years(dated, due)),
        unknown=tuple(lacking),
        text=_words(known, costs),
    )


def _certifications(steps: Sequence[Timed]) -> Iterator[tuple[Timed, str]]:
    for timed in steps:
        if isinstance(timed.step, ToTake):
            yield timed, timed.step.certification


def _converted(costs: Iterable[Cost | Unknown], wishes: Wishes) -> Total | None:
    """Return one sum at the person's rates; None where they gave none, or one is missing."""
    known = sums(cost for price in costs if isinstance(cost := converted(price, wishes), Cost))
    return known[0] if wishes.rates and len(known) == 1 else None


def _years(
    dated: Sequence[tuple[date | Unknown, Cost | Unknown]], due: Sequence[PlannedRenewal]
) -> Iterator[YearlyCost]:
    """Yield what each calendar year costs, in order; what has no day comes last."""
    paid = [(None if isinstance(day, Unknown) else day.year, cost) for day, cost in dated]
    paid += [
        (int(renewal.due[:4]) if isinstance(renewal.due, str) else None, renewal.cost)
        for renewal in due
    ]
    for year in sorted({year for year, _ in paid}, key=lambda year: year or date.max.year + 1):
        costs = [cost for other, cost in paid if other == year]
        known = sums(cost for cost in costs if isinstance(cost, Cost))
        lacking = sum(isinstance(cost, Unknown) for cost in costs)
        yield YearlyCost(
            year=year, costs=known, unknown=lacking, text=_year_words(year, known, lacking)
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
