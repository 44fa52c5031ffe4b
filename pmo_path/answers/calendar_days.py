"""The days of an advice that belong into a calendar, worded: only days that are known, and ahead.

What the training of a route takes is told beside the day by which it is needed, and is no day of
its own: nobody has booked it.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from pmo_path.answers.deadlines import dated_awards
from pmo_path.contract.advice import Advice, HoldingView, Route
from pmo_path.contract.planning import CalendarDay, LapseDay, RouteDeadline
from pmo_path.contract.unknown import Unknown
from pmo_path.core.scalars import When
from pmo_path.engine.award_validity import SOON
from pmo_path.messages.catalog import say
from pmo_path.messages.grammar import award_words, join, long_date


def calendar_days(advice: Advice) -> tuple[CalendarDay, ...]:
    """Return the days to come, from that of the advice on, the earliest first.

    An award has two: its last valid day, and one so long before that it can still be renewed. One
    that another award proves has none of its own.
    """
    awards = (pair for pair in dated_awards(advice) if pair[0].proved_by is None)
    days = (*_needed(advice), *(day for pair in awards for day in _award(advice, *pair)))
    ahead = (day for day in days if day.on >= advice.as_of)
    return tuple(sorted(ahead, key=lambda day: (day.on, day.kind, day.certification or "")))


def undated_awards(advice: Advice) -> tuple[HoldingView, ...]:
    """Return the awards that lapse, on a day which is not known."""
    dated = {lapse.certification for lapse in advice.deadlines.lapses}
    return tuple(
        award
        for award in advice.holdings
        # A rule of validity is cited where there is one.
        if award.sources and award.certification not in dated and award.proved_by is None
        if award.state != "lapsed"
    )


def _award(advice: Advice, award: HoldingView, lapse: LapseDay) -> Iterator[CalendarDay]:
    due = date.fromisoformat(lapse.on)
    lines = _award_lines(advice, award, long_date(due))
    yield CalendarDay(
        kind="lapse",
        certification=lapse.certification,
        on=lapse.on,
        title=say("calendar-lapse", name=award.name),
        text="\n".join(lines),
    )
    yield CalendarDay(
        kind="renew",
        certification=lapse.certification,
        on=(due - SOON).isoformat(),
        title=say("calendar-renew", name=award.name, due=long_date(due)),
        text="\n".join((say("calendar-early"), *lines)),
    )


def _award_lines(advice: Advice, award: HoldingView, due: str) -> list[str]:
    awarded = award_words(When(award.awarded_on)) if award.awarded_on else ""
    lines = [say("calendar-awarded", name=award.name, awarded=awarded, due=due)]
    proved = [other.name for other in advice.holdings if _lapses_with(other, award)]
    if proved:
        lines.append(say("calendar-proves", names=join(proved)))
    if isinstance(award.renewal, Unknown):
        lines.append(say("calendar-renewal-unknown", ask=award.renewal.ask))
    elif award.renewal:
        lines.append(say("calendar-renewal", renewal=award.renewal.text))
    if any(route.steps[0].certification == award.certification for route in advice.first_routes):
        lines.append(say("calendar-step"))
    return [*lines, *_rest(advice, award.sources)]


def _lapses_with(other: HoldingView, award: HoldingView) -> bool:
    return other.proved_by == award.certification and other.valid_until == award.valid_until


def _needed(advice: Advice) -> Iterator[CalendarDay]:
    needed = advice.deadlines.needed_by
    if needed is None:
        return
    names = list(dict.fromkeys(route.steps[0].short for route in advice.first_routes))
    lines = [say("calendar-tie")] if len(names) > 1 else []
    routes = {route.id: route for route in advice.routes}
    for deadline in advice.deadlines.routes:
        lines.append(_fit(advice, routes[deadline.route], deadline))
    if not names:
        lines.append(say("calendar-no-step"))
    yield CalendarDay(
        kind="needed",
        certification=None,
        on=needed,
        title=say("calendar-needed", names=join(names, "or"))
        if names
        else say("calendar-needed-none"),
        text="\n".join((*lines, *_rest(advice, ()))),
    )


def _fit(advice: Advice, route: Route, deadline: RouteDeadline) -> str:
    name = join(step.short for step in route.steps)
    ready = deadline.ready_by
    if isinstance(ready, Unknown):
        return say("calendar-unknown", name=name, ask=ready.ask)
    code = "calendar-too-late" if deadline.state == "too_late" else "calendar-fits"
    return say(code, name=name, ready=_words(ready), day=_words(advice.as_of))


def _rest(advice: Advice, sources: tuple[str, ...]) -> Iterator[str]:
    """Yield where it was read, and from which advice it is."""
    known = {source.id: source for source in advice.sources}
    read = [
        say(
            "calendar-source",
            title=source.title,
            address=f", {source.address}" if source.address else "",
            checked=_words(source.verified_on),
        )
        for source in (known[name] for name in sources)
    ]
    if read:
        yield say("calendar-read", sources="; ".join(read))
    yield say("calendar-made", day=_words(advice.as_of))


def _words(day: str) -> str:
    return long_date(date.fromisoformat(day))
