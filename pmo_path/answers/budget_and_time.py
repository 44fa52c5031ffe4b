"""Cautions that compare a route's price and training time with the person's budget and deadline."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from math import ceil

from pmo_path.answers.step_values import cost, training_days
from pmo_path.contract.advice import Caution, Cost, TrainingDays
from pmo_path.core.scalars import number_text
from pmo_path.engine.decision import Decision
from pmo_path.engine.route_planning import Plan
from pmo_path.engine.situation import Case
from pmo_path.messages.catalog import say
from pmo_path.messages.grammar import counted, join, long_date
from pmo_path.messages.phrases import cost_ground
from pmo_path.model.catalogue import OURS

HOURS_A_DAY = 8  # of training: our assumption, so cautions based on it cite us as their source


def limit_cautions(decision: Decision) -> Iterator[Caution]:
    """Yield the cautions about money and time for every route of rank 1."""
    for ranked in decision.ranked:
        if ranked.rank == 1:
            yield from _money(decision.case, ranked.plan)
            yield from _time(decision.case, ranked.plan)


def _money(case: Case, plan: Plan) -> Iterator[Caution]:
    budget = case.profile.budget
    for step in plan.steps if budget else ():
        name, price = case.day.short(step), cost(case.day, step)
        if not isinstance(price, Cost):
            text = say("budget-unknown", budget=str(budget), name=name)
            yield Caution(rule="budget-unknown", text=text, certification=step)
        elif budget and price.currency == budget.currency and price.low > budget.amount:
            least = f"{number_text(price.low)} {price.currency}"
            text = say(
                "over-budget", name=name, least=least, ground=cost_ground(price), budget=str(budget)
            )
            yield Caution(rule="over-budget", text=text, sources=price.sources, certification=step)


def _time(case: Case, plan: Plan) -> Iterator[Caution]:
    """Compare training days with hours a week and the deadline, unless that has passed.

    A renewal is taken to need no course.
    """
    profile, start = case.profile, case.day.date
    if profile.needed_by and profile.needed_by < start:
        yield Caution(rule="too-late", text=say("needed-past", needed=long_date(profile.needed_by)))
        return
    if plan.renew or not (profile.needed_by or profile.hours_per_week):
        return
    values = {
        "name": join(map(case.day.short, plan.steps)),
        "needed": long_date(profile.needed_by) if profile.needed_by else "",
    }
    lengths = [training_days(case.day, step) for step in plan.steps]
    known = [days for days in lengths if isinstance(days, TrainingDays)]
    if len(known) < len(lengths):
        if profile.needed_by:
            text = say("time-unknown", **values)
            yield Caution(rule="time-unknown", text=text, certification=plan.destination)
    elif profile.hours_per_week:
        yield _by_hours(case, plan, sum(course.high for course in known), values)
    else:
        days = sum(course.low for course in known)
        if profile.needed_by and days_later(start, days) > profile.needed_by:
            values |= {"days": counted(days, "training day"), "start": long_date(start)}
            text = say("too-late-days", **values)
            yield Caution(rule="too-late", text=text, certification=plan.destination)


def _by_hours(case: Case, plan: Plan, days: float, values: dict[str, str]) -> Caution:
    """Return the caution on when some training days are done at the person's hours a week."""
    profile = case.profile
    assert profile.hours_per_week
    hours = profile.hours_per_week.low
    weeks = ceil(days * HOURS_A_DAY / hours)
    ready = days_later(case.day.date, weeks * 7)
    rule = "too-late" if profile.needed_by and ready > profile.needed_by else "in-time"
    values |= {
        "days": counted(days, "training day"),
        "hours": counted(hours, "hour"),
        "weeks": counted(weeks, "week"),
        "ready": long_date(ready),
    }
    text = say(rule, **values)
    return Caution(rule=rule, text=text, sources=(OURS,), certification=plan.destination)


def days_later(day: date, days: float) -> date:
    """Return the date `days` later, or `date.max` where that would overflow."""
    return day + timedelta(days=days) if days <= (date.max - day).days else date.max
