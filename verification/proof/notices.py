"""Cautions, which decide nothing: awards that lapse, money, time, and languages; and what is
offered in a country.

Awards are tried on the days around every edge, with SQLite's own calendar; money and time at, just
below and just above what each plan takes.
"""

from __future__ import annotations

import itertools
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
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
from pmo_path.engine.award_validity import holdings
from pmo_path.engine.decision import Decision, decide
from pmo_path.engine.fit import Fit
from pmo_path.engine.ranking import CRITERIA, Ranked
from pmo_path.engine.route_planning import Plan
from pmo_path.engine.situation import read_case
from pmo_path.model.certifications import Validity
from pmo_path.model.history import entry_in_force
from pmo_path.model.on_day import Day
from pmo_path.profile.facts import profile_fact
from pmo_path.profile.meanings import LEVELS
from pmo_path.profile.profile import Held, OwnPrice, Profile
from proof.answers import NUMERIC, SURROUNDING
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
YEAR = timedelta(days=365)
DAY = timedelta(days=1)


def prove_notices(day: Day, plans: Iterable[Plan], counts: Counts) -> list[str]:
    """Check the cautions about awards, money, time, country and language; return the findings."""
    shown = {(plan.steps, plan.renew): plan for plan in plans}
    findings = [*_unread(day), *_awards(day, counts), *_beyond(day, counts)]
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


# --- awards ------------------------------------------------------------------------------------


def due(rule: Validity, awarded: date) -> date:
    """Return the last valid day of an award, by SQLite's calendar."""
    if rule.early_until and rule.early_due and awarded < rule.early_until:
        return rule.early_due
    sql = (
        "SELECT min(date(m, ? || ' days'), date(m, '+1 month', '-1 day'))"
        " FROM (SELECT date(?, 'start of month', ?) m)"
    )
    database = sqlite3.connect(":memory:")
    row = database.execute(
        sql, (f"+{awarded.day - 1}", awarded.isoformat(), f"+{rule.months} months")
    ).fetchone()
    database.close()
    return date.fromisoformat(row[0])


def _awards(day: Day, counts: Counts) -> Found:
    """An award is valid to its last day, warned of a year before, and lapsed the day after.

    An award of a later day is not held.
    """
    rules = {
        certification.id: entry_in_force(certification.validity, day.date)
        for certification in day.catalogue.certifications.values()
    }
    for name, rule in rules.items():
        yield from _told_of(day, (Held(name),), "no-award-date" if rule else None, name, counts)
        yield from _told_of(day, (Held(name, day.date + DAY),), "not-yet-held", name, counts)
        for awarded in _edges(day.date, rule) if rule else ():
            last = due(rule, awarded)
            state = (
                "lapsed" if last < day.date else "lapsing" if last - day.date <= YEAR else "valid"
            )
            held = (Held(name, awarded),)
            holding = holdings(day.catalogue, Profile(holds=held), day.date)[name]
            if (holding.state, holding.due) != (state, last):
                found = f"{holding.state} to {holding.due}"
                yield f"{name} of {awarded} is {found}, not {state} to {last}"
            yield from _told_of(day, held, state if state != "valid" else None, name, counts)
            for other, its in rules.items():
                if rule.suite and its and its.suite == rule.suite and other != name:
                    yield from _renewed(day, held[0], last, Held(other, awarded), its, counts)


def _edges(day: date, rule: Validity) -> Iterator[date]:
    """Yield award dates around those that lapse on the day or a year later, and the rule's own."""
    for last in (day, day + YEAR):
        month = date(last.year - rule.months // 12, last.month, 1)
        around = (month + timedelta(days=number) for number in range(-2, 34))
        yield from (
            awarded
            for awarded in around
            if awarded <= day and abs((due(rule, awarded) - last).days) <= 2
        )
    if rule.early_until:
        yield from (
            awarded for awarded in (rule.early_until - DAY, rule.early_until) if awarded <= day
        )
    yield from (day - DAY, day)


def _renewed(
    day: Day, held: Held, last: date, other: Held, rule: Validity, counts: Counts
) -> Found:
    """A later award in the same suite renews the first if made by its last day."""
    first = held.awarded_on or day.date
    for awarded in (first, first + DAY, last, last + DAY):
        if awarded > day.date:
            continue
        counts.add("awards on the days around their edges")
        second = Held(other.certification, awarded)
        until = max(last, due(rule, awarded)) if first < awarded <= last else last
        holding = holdings(day.catalogue, Profile(holds=(held, second)), day.date)[
            held.certification
        ]
        if holding.due != until or (holding.state == "lapsed") != (until < day.date):
            found = f"{holding.state} to {holding.due}"
            yield f"{held.plain()} with {second.plain()} is {found}, not to {until}"


def _told_of(
    day: Day, held: tuple[Held, ...], rule: str | None, certification: str, counts: Counts
) -> Found:
    counts.add("awards on the days around their edges")
    warned = cautions(decide(day, Profile(experience_level="manager", holds=held)))
    yield from unfinished(json_data(warned))
    about = {"lapsed", "lapsing", "no-award-date", "not-yet-held"}
    said = {caution.rule for caution in warned if caution.certification == certification} & about
    if said != ({rule} if rule else set()):
        yield f"{[award.plain() for award in held]}: {sorted(said)} is said, not {rule}"


# --- money and time, country and language ---------------------------------------------------


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
