"""Phrases for money: what a step costs, sums of that, and prices that were once seen."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from pmo_path.contract.advice import Step, Total
from pmo_path.contract.catalogue import AmountRange, PriceRange, PriceView
from pmo_path.contract.cost import Cost
from pmo_path.core.scalars import When
from pmo_path.messages.catalog import say
from pmo_path.messages.grammar import join, long_date
from pmo_path.messages.phrases import fact_text, from_to, with_note

if TYPE_CHECKING:
    from pmo_path.contract.cohort import Sum

# What has to be paid to get a certification; the rest is paid to keep it, or if things go wrong.
_TO_OBTAIN = ("exam", "course-with-exam", "course", "application")


def cost_words(cost: Cost) -> str:
    """Return a cost with, in brackets, what it covers, its age and its note."""
    return f"{amount_words(cost)} ({cost_ground(cost)})"


def amount_words(money: Cost | Total | Sum | AmountRange) -> str:
    """Return `1095 GBP`, or `1000 to 1200 GBP`."""
    return f"{from_to(money.low, money.high)} {money.currency}"


def cost_ground(cost: Cost) -> str:
    """Return what a cost covers, its age, and its note; of an own price, that it is one."""
    if cost.yours:
        return say("yours")
    return "; ".join(with_note(cost.covers, cost.age, cost.note))


def sum_words(total: Total | Sum, whose: str = "yours") -> str:
    """Return a sum of money with the first and last of the days of its prices, and whose it is."""
    days = [long_date(When(day)) for day in (total.on[:1] + total.on[-1:])]
    ground = [say("sum-of", days=" to ".join(dict.fromkeys(days)))] if days else []
    ground += [say(whose)] if total.yours else []
    return f"{amount_words(total)} ({join(ground)})" if ground else amount_words(total)


def sums_words(totals: Sequence[Total]) -> str:
    """Return sums in several currencies."""
    return join(map(sum_words, totals))


def price_words(step: Step, ask: str) -> str:
    """Return the prices that were seen of a step, for when none counts as current."""
    seen = "; ".join(seen_words(step_ranges(step), step.prices))
    return say("cost-not-current", seen=seen, ask=ask)


def step_ranges(step: Step) -> tuple[PriceRange, ...]:
    """Return the prices seen of what is paid for a step; all of them where none of that was seen.

    A renewal is paid in many ways, so all of them may count.
    """
    asked = tuple(prices for prices in step.price_ranges if prices.for_ in _TO_OBTAIN)
    return asked if asked and step.action == "obtain" else step.price_ranges


def seen_words(ranges: Sequence[PriceRange], prices: Sequence[PriceView]) -> tuple[str, ...]:
    """Return prices that were seen: the ranges, then those that have words alone."""
    alone = (fact_text(price) for price in prices if not in_a_range(price))
    return (*(seen.text for seen in ranges), *alone)


def in_a_range(price: PriceView) -> bool:
    """Whether a price has all that a range is made of."""
    return price.low is not None and price.currency is not None and price.for_ is not None


def seen_brief(steps: Sequence[Step]) -> str:
    """Return in brief the prices seen of exams and courses, for a cell; empty where none was."""
    seen = [(step.short, _brief(step)) for step in steps]
    told = [
        say("cell-seen-step", name=name, seen=brief) if len(steps) > 1 else brief
        for name, brief in seen
        if brief
    ]
    return say("cell-seen", seen="; ".join(told)) if told else ""


def _brief(step: Step) -> str:
    return "; ".join(prices.brief for prices in step.price_ranges if prices.for_ in _TO_OBTAIN)
