"""The days of a plan that belong into a calendar: of its first plan, and only those that are known.

Of an award it is the first renewal; the next one counts from the day on which that is done.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from pmo_path.contract.plan import PlanView
from pmo_path.contract.planning import CalendarDay, CalendarKind
from pmo_path.messages.catalog import say
from pmo_path.messages.grammar import long_date


def plan_days(
    plans: Sequence[PlanView], needed_by: date | None, as_of: date
) -> tuple[CalendarDay, ...]:
    """Return the days to come of the first plan, the earliest first."""
    made = say("plan-calendar-made", day=long_date(as_of))
    days = [day for plan in plans[:1] for day in (*_steps(plan, made), *_renewals(plan, made))]
    if needed_by and plans:
        text = "\n".join((*(limit.text for limit in plans[0].limits), made))
        title = say("calendar-needed", names=plans[0].title)
        days.append(_day("needed", None, needed_by.isoformat(), title, text))
    ahead = (day for day in days if day.on >= as_of.isoformat())
    return tuple(sorted(ahead, key=lambda day: (day.on, day.kind, day.certification or "")))


def _steps(plan: PlanView, made: str) -> Iterator[CalendarDay]:
    for step in plan.steps:
        if step.certification and isinstance(step.earliest, str):
            title = say("plan-calendar-step", step=step.title)
            text = f"{say('plan-exam-wait')}\n{made}"
            yield _day("step", step.certification.certification, step.earliest, title, text)


def _renewals(plan: PlanView, made: str) -> Iterator[CalendarDay]:
    seen: set[str] = set()
    for renewal in plan.renewals:
        if isinstance(renewal.due, str) and renewal.certification not in seen:
            seen.add(renewal.certification)
            title = renewal.text.rstrip(".")
            yield _day("due", renewal.certification, renewal.due, title, made)


def _day(kind: CalendarKind, name: str | None, on: str, title: str, text: str) -> CalendarDay:
    return CalendarDay(kind=kind, certification=name, on=on, title=title, text=text)
