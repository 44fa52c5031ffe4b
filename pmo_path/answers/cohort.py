"""Aggregate the advice for a team: levels, next steps, shared gaps, training days and cost.

Sums cover published values only and list the people left out of them. Amounts in different
currencies are never added.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import TypeVar

from pmo_path.answers.calendar_days import calendar_days, undated_awards
from pmo_path.answers.citations import source_ids, source_view
from pmo_path.contract.advice import Advice, Considered, Route, Step, Summed, Total
from pmo_path.contract.catalogue import CatalogueInfo, SourceView
from pmo_path.contract.cohort import (
    Cohort,
    Deadline,
    FactCount,
    Fits,
    GapCount,
    Known,
    Lapse,
    LevelCount,
    Member,
    MemberGap,
    MemberStep,
    Need,
    Needed,
    NotPublished,
    StepCount,
    Sum,
)
from pmo_path.contract.unknown import Unknown
from pmo_path.core.scalars import json_number
from pmo_path.engine.award_validity import Holding
from pmo_path.messages.phrases import unpublished_words
from pmo_path.model.catalogue import Catalogue
from pmo_path.profile.meanings import LEVELS

Key = TypeVar("Key", bound=Hashable)
# Verdicts of certifications out of reach now, whose gaps a person can still work on.
_AHEAD = ("later", "not_eligible")


def cohort_member(
    advice: Advice, person: str, report: str, awards: Mapping[str, Holding]
) -> Member:
    """Return the part of an advice that a cohort aggregates.

    `awards` are the person's on the same date.
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
        lapsing=tuple(_lapsing(advice, person, awards)),
        calendar=calendar_days(advice),
        undated=undated_awards(advice),
        sources=source_ids(first),
    )


def _need(first: Sequence[Route], quantity: Summed) -> Need:
    """Return the training days or cost of the routes of rank 1: lowest total to highest.

    `known` tells how far that can be told: `nothing` without routes, `unpublished` where no total
    is published, `open` where totals are missing or differ in currency, `partly` where a step's
    value is not published, else `published`.
    """
    words = (text for route in first for text in unpublished_words(route.steps, quantity))
    lacking = tuple(dict.fromkeys(words))
    if not first:
        return Need(known="nothing", total=None, not_published=())
    totals = [_total(route, quantity) for route in first]
    unknown = [total for total in totals if isinstance(total, Unknown)]
    if len(unknown) == len(totals) and lacking:
        asks = dict.fromkeys(total.ask for total in unknown)
        total = Unknown(ask="; ".join(asks))
        return Need(known="unpublished", total=total, not_published=lacking)
    sums = [total for total in totals if isinstance(total, Total)]
    if len(sums) < len(totals) or len({total.currency for total in sums if total.high}) > 1:
        return Need(known="open", total=None, not_published=lacking)
    known: Known = "partly" if lacking else "published"
    return Need(known=known, total=_span(sums), not_published=lacking)


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
            )


def _lapsing(advice: Advice, person: str, awards: Mapping[str, Holding]) -> Iterator[Lapse]:
    shorts = {
        certification.certification: certification.short for certification in advice.certifications
    }
    for award in awards.values():
        awarded = award.awarded_on is not None and award.awarded_on.isoformat() <= advice.as_of
        if awarded and award.due and award.state in ("lapsing", "lapsed"):
            yield Lapse(
                person=person,
                certification=award.certification,
                short=shorts[award.certification],
                due=award.due.isoformat(),
                lapsed=award.state == "lapsed",
                days_left=_days_left(advice, award.due),
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


def _days_left(advice: Advice, day: date) -> int:
    return (day - date.fromisoformat(advice.as_of)).days


def team_sources(catalogue: Catalogue, members: Iterable[Member]) -> tuple[SourceView, ...]:
    """Return the sources that the recommended routes of members rest on, sorted by id."""
    ids = sorted({source for member in members for source in member.sources})
    return tuple(source_view(catalogue, source) for source in ids)


def cohort(
    members: Sequence[Member],
    as_of: str,
    catalogue: CatalogueInfo,
    unread: Sequence[str] = (),
    sources: Sequence[SourceView] = (),
) -> Cohort:
    """Return the answer for a team.

    Members stand in the given order, what is shared by how many share it, deadlines and lapses by
    their day, and missing facts by how many people's next steps they could change.
    `unread` are the people whose profiles could not be read, `sources` those of the members.
    """
    lapses = [lapse for member in members for lapse in member.lapsing]
    deadlines = [member.deadline for member in members if member.deadline]
    return Cohort(
        as_of=as_of,
        catalogue=catalogue,
        size=len(members),
        unread=tuple(unread),
        levels=tuple(_levels(members)),
        next_steps=tuple(_step_counts(members)),
        no_step=tuple(member.person for member in members if not member.next_steps),
        training_days=_needed(members, lambda member: member.training_days),
        cost=_needed(members, lambda member: member.cost),
        deadlines=tuple(sorted(deadlines, key=lambda deadline: deadline.needed_by)),
        lapsing=tuple(sorted(lapses, key=lambda lapse: lapse.due)),
        gaps=tuple(
            GapCount(
                certification=gap.certification,
                short=gap.short,
                requirement=gap.requirement,
                text=gap.text,
                people=people,
            )
            for gap, people in _by(members, lambda member: member.gaps)
        ),
        missing_facts=tuple(_fact_counts(members)),
        members=tuple(members),
        sources=tuple(sources),
    )


def _step_counts(members: Sequence[Member]) -> Iterator[StepCount]:
    """Yield the next steps; `tied` are the people for whom another step is as good."""
    tied = {member.person for member in members if len(member.next_steps) > 1}
    for step, people in _by(members, lambda member: member.next_steps):
        yield StepCount(
            certification=step.certification,
            short=step.short,
            action=step.action,
            people=people,
            tied=tuple(person for person in people if person in tied),
        )


def _fact_counts(members: Sequence[Member]) -> list[FactCount]:
    deciding = dict(_by(members, lambda member: member.deciding_facts))
    counts = (
        FactCount(fact=fact, people=people, deciding_for=deciding.get(fact, ()))
        for fact, people in _by(members, lambda member: member.missing_facts)
    )
    return sorted(counts, key=lambda missing: -len(missing.deciding_for))


def _levels(members: Sequence[Member]) -> Iterator[LevelCount]:
    """Yield every career level in ascending order, empty ones too, then people of unknown level."""
    for number, level in (*enumerate(LEVELS, 1), (None, None)):
        at_level = [member for member in members if member.career_level == level]
        if at_level or level:
            yield LevelCount(
                level=level,
                number=number,
                people=tuple(member.person for member in at_level),
                assumed=tuple(member.person for member in at_level if member.assumed),
            )


def _by(
    members: Sequence[Member], of: Callable[[Member], Iterable[Key]]
) -> list[tuple[Key, tuple[str, ...]]]:
    """Return the items that members have, each with the people who have it, most shared first."""
    sharers: dict[Key, list[str]] = {}
    for member in members:
        for item in dict.fromkeys(of(member)):
            sharers.setdefault(item, []).append(member.person)
    return sorted(
        ((key, tuple(people)) for key, people in sharers.items()), key=lambda row: -len(row[1])
    )


def _needed(members: Sequence[Member], of: Callable[[Member], Need]) -> Needed:
    needs = [(member.person, of(member)) for member in members]
    totals = {person: need.total for person, need in needs if isinstance(need.total, Total)}
    partly = {person for person, need in needs if need.known == "partly"}
    sums = []
    for currency in sorted({total.currency or "" for total in totals.values()}):
        within = {
            person: total for person, total in totals.items() if (total.currency or "") == currency
        }
        sums.append(
            Sum(
                low=json_number(sum(total.low for total in within.values())),
                high=json_number(sum(total.high for total in within.values())),
                currency=currency or None,
                people=tuple(within),
                partly=tuple(person for person in within if person in partly),
                on=tuple(sorted({day for total in within.values() for day in total.on})),
                yours=any(total.yours for total in within.values()),
            )
        )
    lacking = _by(members, lambda member: of(member).not_published)
    return Needed(
        sums=tuple(sums),
        unpublished=tuple(person for person, need in needs if need.known == "unpublished"),
        open=tuple(person for person, need in needs if need.known == "open"),
        not_published=tuple(
            NotPublished(what=sentence, people=people) for sentence, people in lacking
        ),
    )
