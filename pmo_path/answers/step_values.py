"""The published values of a step (training days, cost, validity, exam) and a route's totals."""

from __future__ import annotations

from collections.abc import Iterable

from pmo_path.answers.catalogue_views import pages_on
from pmo_path.contract.advice import Step, Total, Totals
from pmo_path.contract.cost import Cost
from pmo_path.contract.published import ExamView, PageView, TrainingDays, ValidityView
from pmo_path.contract.unknown import Unknown
from pmo_path.core.memory import remembered
from pmo_path.core.scalars import json_number
from pmo_path.engine.situation import Case
from pmo_path.messages.catalog import say
from pmo_path.messages.grammar import counted
from pmo_path.messages.phrases import lacking_steps, mark_words
from pmo_path.model.history import edition_facts, entry_in_force
from pmo_path.model.on_day import Day
from pmo_path.model.statements import sources_of


@remembered(1024)
def training_days(day: Day, certification: str) -> TrainingDays | Unknown:
    """Return the published training days, as a range from the shortest form to the longest."""
    known = [
        course
        for course in day.catalogue.certifications[certification].training_days
        if course.low is not None
    ]
    if not known:
        return Unknown(ask=day.owner(certification).ask)
    low = min(course.low for course in known if course.low is not None)
    high = max(
        course.high if course.high is not None else course.low
        for course in known
        if course.low is not None
    )
    return TrainingDays(low=json_number(low), high=json_number(high), sources=sources_of(*known))


@remembered(1024)
def validity(day: Day, certification: str) -> ValidityView | Unknown:
    """Return how long an award lasts, in months, by the rule in force on the day."""
    rule = entry_in_force(day.catalogue.certifications[certification].validity, day.date)
    ask = day.owner(certification).ask
    if rule is None:
        return Unknown(ask=ask)
    code = "renewal-suite" if rule.suite else "renewal-none"
    renewal = say(code, time=counted(rule.months, "month"), ask=ask)
    return ValidityView(months=rule.months, renewal=renewal, sources=sources_of(rule))


@remembered(1024)
def exam(day: Day, certification: str) -> ExamView | Unknown:
    """Return the edition of the exam in force on the day, in words."""
    parts = edition_facts(day.catalogue.certifications[certification].exam, day.date)
    if not parts:
        return Unknown(ask=day.owner(certification).ask)
    edition = parts[0].edition or "undated"
    return ExamView(
        edition=edition, text=". ".join(part.value for part in parts), sources=sources_of(*parts)
    )


@remembered(1024)
def pages(day: Day, certification: str) -> tuple[PageView, ...]:
    """Return where to go for a certification on the day; empty where no page is known."""
    return tuple(
        PageView(
            for_=page.for_,
            address=page.address,
            text=f"{page.value}{mark_words(page.mark)}",
            sources=sources_of(page),
        )
        for page in pages_on(day, day.catalogue.certifications[certification])
    )


def totals(case: Case, steps: tuple[Step, ...]) -> Totals:
    """Return training days and cost summed where known, and what the sums leave out."""
    asks = dict.fromkeys(case.day.owner(step.certification).ask for step in steps)
    unknown = Unknown(ask="; ".join(asks))
    new = (step.training_days for step in steps if step.action == "obtain")  # renewing needs none
    days = [course for course in new if isinstance(course, TrainingDays)]
    costs = sums(step.cost for step in steps if isinstance(step.cost, Cost))
    lacking = (*lacking_steps(steps, "training_days"), *lacking_steps(steps, "cost"))
    return Totals(
        training_days=Total(
            low=json_number(sum(course.low for course in days)),
            high=json_number(sum(course.high for course in days)),
        )
        if days
        else unknown,
        cost=costs[0] if len(costs) == 1 else unknown,
        costs=costs,
        unknown=tuple(part.text for part in lacking),
        lacking=lacking,
    )


def sums(prices: Iterable[Cost]) -> tuple[Total, ...]:
    """Return a sum for each currency: amounts in different currencies are never added."""
    costs = tuple(prices)
    return tuple(
        Total(
            low=json_number(sum(price.low for price in within)),
            high=json_number(sum(price.high for price in within)),
            currency=currency,
            on=tuple(sorted({price.on for price in within if price.on})),
            yours=any(price.yours for price in within),
        )
        for currency in dict.fromkeys(price.currency for price in costs)
        for within in [[price for price in costs if price.currency == currency]]
    )
