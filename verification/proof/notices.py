"""Cautions, which decide nothing: awards that lapse, money, time, and languages; and what is
offered in a country.

Money and time are tried at, just below and just above what each plan takes; awards in
`award_notices`.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Mapping
from datetime import timedelta
from decimal import Decimal
from typing import Any

from msgspec.structs import replace

from pmo_path.answers.budget_and_time import limit_cautions
from pmo_path.answers.cautions import cautions
from pmo_path.answers.development import development
from pmo_path.answers.prices import current_cost
from pmo_path.answers.step_values import training_days
from pmo_path.conditions.inspect import facts_read
from pmo_path.conditions.syntax import HOLDS, OTHER
from pmo_path.contract.cost import Cost
from pmo_path.contract.published import TrainingDays
from pmo_path.core.json_text import json_data
from pmo_path.core.scalars import Money, MoneyRange, Range
from pmo_path.engine.decision import Decision
from pmo_path.engine.fit import Fit
from pmo_path.engine.ranking import CRITERIA, Ranked
from pmo_path.engine.route_planning import Plan
from pmo_path.engine.situation import read_case
from pmo_path.model.on_day import Day
from pmo_path.profile.facts import profile_fact
from pmo_path.profile.meanings import LEVELS
from pmo_path.profile.profile import OwnPrice, Profile
from proof.answers import NUMERIC, SURROUNDING
from proof.award_notices import award_notices
from proof.cells import compared
from proof.laws import Counts
from proof.sentences import unfinished

Found = Iterator[str]
# What conditions may read: the facts in which the people of the proof differ, and the certificates
# outside the catalogue, which made-up profiles in `tests/` differ in. Another would not be tried.
TRIED = frozenset(
    {
        *NUMERIC,
        *("experience_level", "target_level", "goals", "education", "pmo_education_hours"),
        *("pmo_types", "target_pmo_type", *SURROUNDING, "experience_accepted", HOLDS, OTHER),
    }
)
MONEY_OF_ANOTHER_KIND = MoneyRange(Decimal(1), Decimal(1), "EUR")
DAY = timedelta(days=1)


def prove_notices(day: Day, plans: Iterable[Plan], counts: Counts) -> list[str]:
    """Check the cautions about awards, money, time, country and language; return the findings."""
    shown = {(plan.steps, plan.renew): plan for plan in plans}
    findings = [*_unread(day), *award_notices(day, counts), *_beyond(day, counts)]
    for plan in shown.values():
        findings += [
            *_money(day, plan, counts),
            *_time(day, plan, counts),
            *_languages(day, plan, counts),
        ]
    return [f"{day.date} {finding}" for finding in findings]


def _unread(day: Day) -> Found:
    """No condition of the day reads a fact that the people of the proof do not differ in."""
    for condition in compared(day):
        if read := {profile_fact(fact) for fact in facts_read(condition)} - TRIED:
            yield f"{condition} reads {sorted(read)}"


def _alone(day: Day, plan: Plan, **said: Any) -> Decision:
    """Return a decision of one plan alone, about somebody who says a little."""
    case = read_case(day, Profile(experience_level="manager", **said))
    plain_plan = replace(
        plan, fit=Fit("exact", None, ())
    )  # kinds of PMO and rules are not looked at here
    return Decision(case, (Ranked(plain_plan, 1, (0,) * len(CRITERIA)),), {}, {})


def _money(day: Day, plan: Plan, counts: Counts) -> Found:
    """A budget is held against the sum of what is known in its currency, own prices before others.

    Old prices are in no sum.
    """
    first, *_ = plan.steps
    quoted = {step: MoneyRange(Decimal(100), Decimal(120), "GBP") for step in plan.steps}
    for own in ({}, {first: quoted[first]}, quoted, {**quoted, first: MONEY_OF_ANOTHER_KIND}):
        costs: dict[str, MoneyRange] = dict(own)
        for step in plan.steps:
            price = current_cost(day, step)
            if step not in own and isinstance(price, Cost):
                low, high = Decimal(str(price.low)), Decimal(str(price.high))
                costs[step] = MoneyRange(low, high, price.currency)
        for budget in _budgets(costs):
            counts.add("budgets, hours and days needed by")
            prices = tuple(OwnPrice(step, amount) for step, amount in own.items())
            limits = list(limit_cautions(_alone(day, plan, budget=budget, prices=prices)))
            yield from unfinished(json_data(limits))
            expected = set(_about_money(plan, costs, budget))
            if {(caution.rule, caution.certification) for caution in limits} != expected:
                rules = [caution.rule for caution in limits]
                yield f"{plan.steps} for {budget}: {rules}, not {sorted(expected)}"


def _budgets(costs: Mapping[str, MoneyRange]) -> Iterator[Money]:
    """Yield budgets at, just below and just above both ends of the sum in each currency."""
    cent = Decimal("0.01")
    for currency in ("GBP", "EUR"):
        within = [amount for amount in costs.values() if amount.currency == currency]
        ends = {sum((each.low for each in within), Decimal(0))}
        ends |= {sum((each.high for each in within), Decimal(0))}
        for end in {1, *ends}:
            for change in (-cent, Decimal(0), cent):
                if end + change > 0:
                    yield Money(end + change, currency)


def _about_money(
    plan: Plan, costs: Mapping[str, MoneyRange], budget: Money
) -> Iterator[tuple[str, str]]:
    """Yield the cautions that a plan owes a budget."""
    within = []
    for step in plan.steps:
        if step not in costs:
            yield "budget-unknown", step
        elif costs[step].currency != budget.currency:
            yield "budget-currency", step
        else:
            within.append(costs[step])
    if within and sum(each.low for each in within) > budget.amount:
        yield "over-budget", plan.destination
    elif within and len(within) == len(plan.steps):
        over = sum(each.high for each in within) > budget.amount
        yield "budget-range" if over else "in-budget", plan.destination


def _time(day: Day, plan: Plan, counts: Counts) -> Found:
    """Days of class are held against the day needed by; hours a week are no measure for them."""
    lengths = [training_days(day, step) for step in plan.steps]
    known = [length for length in lengths if isinstance(length, TrainingDays)]
    ready = day.date + timedelta(days=sum(length.low for length in known))
    for hours in (None, 1, 7.5, 40):
        for needed in {None, day.date - DAY, day.date, ready - DAY, ready, ready + DAY}:
            counts.add("budgets, hours and days needed by")
            per_week = Range(hours, hours) if hours else None
            limits = list(
                limit_cautions(_alone(day, plan, hours_per_week=per_week, needed_by=needed))
            )
            yield from unfinished(json_data(limits))
            late = needed is not None and ready > needed
            if needed is not None and needed < day.date:
                expected = ["too-late"]
            elif plan.renew or not (hours or needed):
                expected = []
            elif len(known) < len(lengths):
                expected = ["time-unknown"] if needed else []
            else:
                expected = [*(["too-late"] if late else []), *(["class-days"] if hours else [])]
            rules = [caution.rule for caution in limits]
            if rules != expected:
                yield f"{plan.steps} by {needed} at {hours} hours: {rules}, not {expected}"


def _languages(day: Day, plan: Plan, counts: Counts) -> Found:
    for reads in (None, (), ("en",), ("nl",), ("de", "en")):
        counts.add("languages and countries")
        warned = cautions(_alone(day, plan, reads=reads))
        yield from unfinished(json_data(warned))
        said = {caution.certification for caution in warned if caution.rule == "languages"}
        asked = set() if reads is None or "en" in reads else _not_wholly_in(day, plan, reads)
        if said != asked:
            yield f"{plan.steps} for who reads {reads}: languages of {sorted(map(str, said))}"


def _not_wholly_in(day: Day, plan: Plan, reads: tuple[str, ...]) -> set[str]:
    """Return the steps of which no known language lets these readers do without another."""
    known = day.catalogue.certifications
    return {
        step
        for step in plan.steps
        if not any({*fact.suffices} & {*reads} for fact in known[step].languages)
    }


def _beyond(day: Day, counts: Counts) -> Found:
    every = day.catalogue.development
    countries = {None, "FR", *(code for entry in every for code in entry.countries)}
    codes = {None, (), ("en",), ("fr",), *((code,) for entry in every for code in entry.languages)}
    known = {entry.name: entry for entry in every}
    for level, country, reads in itertools.product((None, *LEVELS), countries, codes):
        counts.add("languages and countries")
        items = development(
            read_case(day, Profile(experience_level=level, country=country, reads=reads))
        )
        yield from unfinished(json_data(items))
        for item in items:
            entry = known[item.name]
            elsewhere = entry.countries and country not in entry.countries
            foreign = entry.languages and not set(entry.languages) & set(
                ("en",) if reads is None else reads
            )
            if elsewhere or foreign or entry.state in ("ended", "unknown"):
                yield f"{entry.id} is offered to who lives in {country} and reads {reads}"
