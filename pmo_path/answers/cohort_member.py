"""The part of the advice about one person that a team's answer adds up."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pmo_path.answers.calendar_days import calendar_days, undated_awards
from pmo_path.answers.citations import source_ids
from pmo_path.answers.deadlines import lapsing_awards
from pmo_path.contract.advice import Advice, Considered, Route, Step, Summed, Total
from pmo_path.contract.cohort import (
    Deadline,
    Fits,
    Known,
    Lapse,
    Member,
    MemberGap,
    MemberStep,
    Need,
    UndatedAward,
)
from pmo_path.contract.unknown import Lacking, Unknown
from pmo_path.messages.phrases import lacking_steps

# Verdicts of certifications out of reach now, whose gaps a person can still work on.
_AHEAD = ("later", "not_eligible")


def cohort_member(advice: Advice, person: str, report: str) -> Member:
    """Return the part of an advice that a cohort aggregates.

    `person` is told from every other, and `report` is the file of the report.
    """
    first = advice.first_routes
    steps = (
        MemberStep(
            certification=route.steps[0].certification,
            short=route.steps[0].short,
            action=route.steps[0].action,
        )
        for route in first
    )
    level = advice.career_level
    return Member(
        person=person,
        id=advice.profile.get("id"),
        report=report,
        career_level=level.id if level else None,
        assumed=bool(level and level.assumed),
        next_steps=tuple(dict.fromkeys(steps)),
        training_days=_need(first, "training_days"),
        cost=_need(first, "cost"),
        gaps=tuple(dict.fromkeys(_gaps(advice))),
        missing_facts=tuple(missing.fact for missing in advice.missing_facts),
        deciding_facts=tuple(missing.fact for missing in advice.missing_facts if missing.decides),
        deadline=_deadline(advice, person),
        lapsing=tuple(_lapsing(advice, person)),
        calendar=calendar_days(advice),
        undated=tuple(
            UndatedAward(certification=award.certification, short=award.name)
            for award in undated_awards(advice)
            if award.certification
        ),
        sources=source_ids(first),
    )


def _need(first: Sequence[Route], quantity: Summed) -> Need:
    """Return the training days or cost of the routes of rank 1: lowest total to highest.

    `known` tells how far that can be told: `nothing` without routes, `unpublished` where no total
    is published, `open` where totals are missing or differ in currency, `partly` where a step's
    value is not published, else `published`.
    """
    parts = (part for route in first for part in lacking_steps(route.steps, quantity))
    lacking = tuple(dict.fromkeys(parts))
    if not first:
        return _need_of("nothing", None, ())
    totals = [_total(route, quantity) for route in first]
    unknown = [total for total in totals if isinstance(total, Unknown)]
    if len(unknown) == len(totals) and lacking:
        asks = dict.fromkeys(total.ask for total in unknown)
        total = Unknown(ask="; ".join(asks))
        return _need_of("unpublished", total, lacking)
    sums = [total for total in totals if isinstance(total, Total)]
    if len(sums) < len(totals) or len({total.currency for total in sums if total.high}) > 1:
        return _need_of("open", None, lacking)
    known: Known = "partly" if lacking else "published"
    return _need_of(known, _span(sums), lacking)


def _need_of(known: Known, total: Total | Unknown | None, lacking: tuple[Lacking, ...]) -> Need:
    words = tuple(part.text for part in lacking)
    return Need(known=known, total=total, not_published=words, lacking=lacking)


def _span(sums: Sequence[Total]) -> Total:
    """Return the lowest to the highest of some sums in one currency."""
    return Total(
        low=min(total.low for total in sums),
        high=max(total.high for total in sums),
        currency=next((total.currency for total in sums if total.currency), None),
        on=tuple(sorted({day for total in sums for day in total.on})),
        yours=any(total.yours for total in sums),
    )


def _total(route: Route, quantity: Summed) -> Total | Unknown:
    """Return a route's total; one of renewals alone takes zero training days."""
    total: Total | Unknown = getattr(route.totals, quantity)
    renewed = all(step.action == "renew" for step in route.steps)
    if isinstance(total, Unknown) and quantity == "training_days" and renewed:
        return Total(low=0, high=0)
    return total


def _gaps(advice: Advice) -> Iterator[MemberGap]:
    steps: list[Step | Considered] = [step for route in advice.routes for step in route.steps]
    ahead = [considered for considered in advice.considered if considered.verdict in _AHEAD]
    for certification in (*steps, *ahead):
        for gap in certification.gaps:
            yield MemberGap(
                certification=certification.certification,
                short=certification.short,
                requirement=gap.requirement,
                text=gap.text,
                eligibility=gap.eligibility,
            )


def _lapsing(advice: Advice, person: str) -> Iterator[Lapse]:
    days_left = {lapse.certification: lapse.days_left for lapse in advice.deadlines.lapses}
    for award, _ in lapsing_awards(advice):
        assert award.certification  # what is outside the catalogue never lapses
        yield Lapse(
            person=person,
            certification=award.certification,
            short=award.name,
            due=award.valid_until,
            due_between=award.valid_until_between,
            lapsed=award.state == "lapsed",
            days_left=days_left.get(award.certification),
        )


def _deadline(advice: Advice, person: str) -> Deadline | None:
    days = advice.deadlines
    if days.needed_by is None or days.days_left is None:
        return None
    states = {route.state for route in days.routes if route.state}
    state: Fits = "open" if len(states) > 1 else next(iter(states), "no_step")
    return Deadline(
        person=person,
        needed_by=days.needed_by,
        days_left=days.days_left,
        state="passed" if days.days_left < 0 else state,
    )
