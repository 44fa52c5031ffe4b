"""Cautions that compare a route's price and training time with the person's budget and deadline."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from decimal import Decimal

from pmo_path.answers.prices import step_cost, study_times
from pmo_path.answers.step_values import training_days
from pmo_path.contract.advice import Caution
from pmo_path.contract.catalogue import StudyView
from pmo_path.contract.cost import Cost
from pmo_path.contract.published import TrainingDays
from pmo_path.core.scalars import Money, number_text
from pmo_path.engine.decision import Decision
from pmo_path.engine.route_planning import Plan
from pmo_path.engine.situation import Case
from pmo_path.messages.catalog import say
from pmo_path.messages.grammar import counted, join, long_date
from pmo_path.messages.phrases import from_to
from pmo_path.messages.price_phrases import amount_words, cost_ground, cost_words


def limit_cautions(decision: Decision) -> Iterator[Caution]:
    """Yield the cautions about money and time for every route of rank 1."""
    for ranked in decision.ranked:
        if ranked.rank == 1:
            yield from _money(decision.case, ranked.plan)
            yield from _time(decision.case, ranked.plan)


def _money(case: Case, plan: Plan) -> Iterator[Caution]:
    """Compare the budget with the sum of what is known of a route's steps."""
    budget = case.profile.budget
    if budget is None:
        return
    comparable: dict[str, Cost] = {}
    for step in plan.steps:
        price, values = step_cost(case, step), {"budget": budget, "name": case.day.short(step)}
        if not isinstance(price, Cost):
            text = say("budget-unknown", **values)
            yield Caution(rule="budget-unknown", text=text, certification=step)
        elif price.currency == budget.currency:
            comparable[step] = price
        else:
            ground = {"cost": amount_words(price), "ground": cost_ground(price)}
            text = say("budget-currency", currency=budget.currency, **ground, **values)
            yield Caution(
                rule="budget-currency", text=text, sources=price.sources, certification=step
            )
    if comparable:
        yield from _within(case, plan, budget, comparable)


def _within(case: Case, plan: Plan, budget: Money, costs: Mapping[str, Cost]) -> Iterator[Caution]:
    """Yield what a budget comes to for steps with a known cost in its currency.

    It suffices only for a route of which every cost is known.
    """
    low, high = (
        sum((Decimal(str(getattr(cost, end))) for cost in costs.values()), Decimal(0))
        for end in ("low", "high")
    )
    if low > budget.amount:
        rule = "over-budget"
    elif len(costs) < len(plan.steps):
        return
    else:
        rule = "budget-range" if high > budget.amount else "in-budget"
    grounds = [
        f"{case.day.short(step)} {cost_words(cost)}" if len(costs) > 1 else cost_ground(cost)
        for step, cost in costs.items()
    ]
    text = say(
        "over-budget-sum" if rule == "over-budget" and len(costs) > 1 else rule,
        name=join(map(case.day.short, costs)),
        least=f"{number_text(float(low))} {budget.currency}",
        cost=f"{from_to(float(low), float(high))} {budget.currency}",
        ground="; ".join(grounds),
        budget=budget,
    )
    sources = tuple(dict.fromkeys(source for cost in costs.values() for source in cost.sources))
    yield Caution(rule=rule, text=text, sources=sources, certification=plan.destination)


def _time(case: Case, plan: Plan) -> Iterator[Caution]:
    """Compare training days with the deadline, unless that has passed.

    A renewal is taken to need no course. Days of class are whole days: hours a week are no measure
    for them.
    """
    profile, start = case.profile, case.day.date
    if profile.needed_by and profile.needed_by < start:
        yield Caution(rule="too-late", text=say("needed-past", needed=long_date(profile.needed_by)))
        return
    if plan.renew or not (profile.needed_by or profile.hours_per_week):
        return
    name = join(map(case.day.short, plan.steps))
    needed = long_date(profile.needed_by) if profile.needed_by else ""
    lengths = [training_days(case.day, step) for step in plan.steps]
    known = [days for days in lengths if isinstance(days, TrainingDays)]
    if len(known) < len(lengths):
        if profile.needed_by:
            asks = [days.ask for days in lengths if not isinstance(days, TrainingDays)]
            ask = join(dict.fromkeys(asks))
            text = say("time-unknown", name=name, needed=needed, ask=ask)
            yield Caution(rule="time-unknown", text=text, certification=plan.destination)
        return
    ready = ready_by(case, plan)
    if profile.needed_by and ready and ready > profile.needed_by:
        days = sum(course.low for course in known)
        values = {"days": counted(days, "training day"), "start": long_date(start)}
        text = say("too-late", name=name, needed=needed, **values)
        yield Caution(rule="too-late", text=text, certification=plan.destination)
    if profile.hours_per_week:
        yield _class_days(case, plan, name, known)


def _class_days(case: Case, plan: Plan, name: str, courses: list[TrainingDays]) -> Caution:
    """Return the caution that a course takes whole days, and what is said of study beside it."""
    low, high = sum(course.low for course in courses), sum(course.high for course in courses)
    times = {step: study_times(case.day, step) for step in plan.steps}
    seen = [fact for facts in times.values() for fact in facts]
    asks = dict.fromkeys(case.day.owner(step).ask for step in plan.steps)
    study = (
        say("study-seen", seen=join(_study(case, times)))
        if seen
        else say("study-unknown", ask="; ".join(asks))
    )
    assert case.profile.hours_per_week
    text = say(
        "class-days",
        name=name,
        days=f"{from_to(low, high)} training days" if high > 1 else counted(high, "training day"),
        hours=counted(case.profile.hours_per_week, "hour"),
        study=study,
    )
    sources = [source for course in courses for source in course.sources]
    sources += [source for fact in seen for source in (fact.source, *fact.also)]
    return Caution(
        rule="class-days",
        text=text,
        sources=tuple(dict.fromkeys(sources)),
        certification=plan.destination,
    )


def _study(case: Case, times: Mapping[str, Sequence[StudyView]]) -> Iterator[str]:
    """Yield the range of the times of study that were seen for each step, in each unit."""
    for step, facts in times.items():
        ends: dict[str, list[float]] = {}
        for fact in facts:
            ends.setdefault(fact.unit, []).extend((fact.low, fact.high))
        words = [f"{from_to(min(ends[unit]), max(ends[unit]))} {unit}" for unit in ends]
        if words:
            yield say("study-step", time=join(words, "or"), name=case.day.short(step))


def ready_by(case: Case, plan: Plan) -> date | None:
    """Return the earliest day on which the training of a plan can be done.

    None where it is not published, or for a renewal, which is taken to need no course.
    """
    courses = [training_days(case.day, step) for step in plan.steps]
    known = [course.low for course in courses if isinstance(course, TrainingDays)]
    if plan.renew or len(known) < len(courses):
        return None
    return days_later(case.day.date, sum(known))


def days_later(day: date, days: float) -> date:
    """Return the date `days` later, or `date.max` where that would overflow."""
    return day + timedelta(days=days) if days <= (date.max - day).days else date.max
