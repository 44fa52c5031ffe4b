"""The days that count for a person: when a step is needed, when it can be done, what lapses."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from pmo_path.answers.budget_and_time import ready_by
from pmo_path.answers.route_steps import route_id
from pmo_path.contract.advice import Advice, HoldingView
from pmo_path.contract.planning import Deadlines, Fits, LapseDay, RouteDeadline, possible_days
from pmo_path.contract.unknown import Unknown
from pmo_path.engine.decision import Decision
from pmo_path.engine.route_planning import Plan
from pmo_path.engine.situation import Case


def deadlines(decision: Decision) -> Deadlines:
    """Return the days that count, of the routes of rank 1 and of every dated award."""
    case = decision.case
    needed = case.profile.needed_by
    first = [ranked.plan for ranked in decision.ranked if ranked.rank == 1]
    return Deadlines(
        needed_by=needed.isoformat() if needed else None,
        days_left=_days_left(case, needed) if needed else None,
        routes=tuple(_route(case, plan) for plan in first),
        lapses=tuple(sorted(_lapses(case), key=lambda lapse: lapse.on)),
    )


def dated_awards(advice: Advice) -> Iterator[tuple[HoldingView, LapseDay]]:
    """Yield every award that has a last valid day, with that day, the earliest first."""
    awards = {award.certification: award for award in advice.holdings}
    for lapse in advice.deadlines.lapses:
        yield awards[lapse.certification], lapse


def lapsing_awards(advice: Advice) -> Iterator[tuple[HoldingView, tuple[date, date]]]:
    """Yield the awards that lapsed or lapse within a year, as every report and a team tell them.

    Each comes with the first and the last day that may be its last valid one, the earliest first.
    One that lapsed by itself, but that a valid award proves, counts as valid. One that another
    award proves lapses with it, and is told only where it is a next step.
    """
    lapsing = [
        (award, possible_days(award.valid_until, award.valid_until_between))
        for award in advice.holdings
        if award.state in ("lapsing", "lapsed")
        and (award.proved_by is None or award.certification in advice.next_steps)
    ]
    yield from sorted(lapsing, key=lambda pair: pair[1][0])


def _route(case: Case, plan: Plan) -> RouteDeadline:
    ready = ready_by(case, plan)
    renewed = any(map(case.holds, plan.steps))  # how long that takes is not published
    asks = dict.fromkeys(case.day.owner(step).ask for step in plan.steps)
    return RouteDeadline(
        route=route_id(plan),
        ready_by=Unknown(ask="; ".join(asks)) if ready is None or renewed else ready.isoformat(),
        state=_fits(case, ready, renewed),
    )


def _fits(case: Case, ready: date | None, renewed: bool) -> Fits | None:
    needed = case.profile.needed_by
    if needed is None:
        return None
    if needed < case.day.date:
        return "passed"
    if ready and ready > needed:
        return "too_late"
    return "unknown" if ready is None or renewed else "fits"


def _lapses(case: Case) -> Iterator[LapseDay]:
    for award in case.holdings.values():
        if award.due:
            yield LapseDay(
                certification=award.certification,
                on=award.due.isoformat(),
                days_left=_days_left(case, award.due),
            )


def _days_left(case: Case, day: date) -> int:
    return (day - case.day.date).days
