"""Aggregate the advice for a team: levels, next steps, shared gaps, training days and cost.

Sums cover published values only and list the people left out of them. Amounts in different
currencies are never added.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from typing import TypeVar

from pmo_path.contract.advice import Advice, Considered, Route, Step, Summed, Total, Unknown
from pmo_path.contract.catalogue import CatalogueInfo
from pmo_path.contract.cohort import (
    Cohort,
    FactCount,
    GapCount,
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
from pmo_path.core.scalars import tidy
from pmo_path.engine.award_validity import Holding
from pmo_path.messages.phrases import unpublished_words
from pmo_path.profile.facts import LEVELS

Key = TypeVar("Key", bound=Hashable)
# Verdicts of certifications out of reach now, whose gaps a person can still work on.
_AHEAD = ("later", "not_eligible")


def member(advice: Advice, person: str, report: str, awards: Mapping[str, Holding]) -> Member:
    """Return the part of an advice that a cohort aggregates.

    `awards` are the person's on the same date.
    """
    first = advice.first_routes
    steps = (
        MemberStep(
            certification=one.steps[0].certification,
            short=one.steps[0].short,
            action=one.steps[0].action,
        )
        for one in first
    )
    level = advice.career_level
    return Member(
        person=person,
        report=report,
        career_level=level.id if level else None,
        assumed=bool(level and level.assumed),
        next_steps=tuple(dict.fromkeys(steps)),
        training_days=_need(first, "training_days"),
        cost=_need(first, "cost"),
        gaps=tuple(dict.fromkeys(_gaps(advice))),
        missing_facts=tuple(one.fact for one in advice.missing_facts),
        lapsing=tuple(_lapsing(advice, person, awards)),
    )


def _need(first: Sequence[Route], what: Summed) -> Need:
    """Return the training days or cost of the routes of rank 1: lowest total to highest.

    `known` tells how far that can be told: `nothing` without routes, `unpublished` where no total
    is published, `open` where totals are missing or differ in currency, `partly` where a step's
    value is not published, else `published`.
    """
    words = (text for route in first for text in unpublished_words(route.steps, what))
    lacking = tuple(dict.fromkeys(words))
    if not first:
        return Need(known="nothing", low=0, high=0, currency=None, not_published=())
    found = [_total(route, what) for route in first]
    if all(one is None for one in found) and lacking:
        return Need(known="unpublished", low=0, high=0, currency=None, not_published=lacking)
    sums = [one for one in found if one is not None]
    if len(sums) < len(found) or len({one.currency for one in sums if one.high}) > 1:
        return Need(known="open", low=0, high=0, currency=None, not_published=lacking)
    return Need(
        known="partly" if lacking else "published",
        low=min(one.low for one in sums),
        high=max(one.high for one in sums),
        currency=next((one.currency for one in sums if one.currency), None),
        not_published=lacking,
        on=tuple(sorted({day for one in sums for day in one.on})),
    )


def _total(route: Route, what: Summed) -> Total | None:
    """Return a route's total, None where unknown.

    A route of renewals alone takes zero training days.
    """
    total: Total | Unknown = getattr(route.totals, what)
    if isinstance(total, Total):
        return total
    renewed = all(step.action == "renew" for step in route.steps)
    return Total(low=0, high=0) if what == "training_days" and renewed else None


def _gaps(advice: Advice) -> Iterator[MemberGap]:
    steps: list[Step | Considered] = [step for route in advice.routes for step in route.steps]
    ahead = [one for one in advice.considered if one.verdict in _AHEAD]
    for one in (*steps, *ahead):
        for gap in one.gaps:
            yield MemberGap(
                certification=one.certification,
                short=one.short,
                requirement=gap.requirement,
                text=gap.text,
            )


def _lapsing(advice: Advice, person: str, awards: Mapping[str, Holding]) -> Iterator[Lapse]:
    called = {one.certification: one.short for one in advice.certifications}
    for one in awards.values():
        there = one.awarded_on is not None and one.awarded_on.isoformat() <= advice.as_of
        if there and one.due and one.state in ("lapsing", "lapsed"):
            yield Lapse(
                person=person,
                certification=one.certification,
                short=called[one.certification],
                due=one.due.isoformat(),
                lapsed=one.state == "lapsed",
            )


def cohort(
    members: Sequence[Member], as_of: str, catalogue: CatalogueInfo, unread: Sequence[str] = ()
) -> Cohort:
    """Return the answer for a team: members in the given order, shared steps and gaps by how many
    share them.

    `unread` are the people whose profiles could not be read.
    """
    steps = _by(members, lambda one: one.next_steps)
    gaps = _by(members, lambda one: one.gaps)
    tied = {one.person for one in members if len(one.next_steps) > 1}
    return Cohort(
        as_of=as_of,
        catalogue=catalogue,
        size=len(members),
        unread=tuple(unread),
        levels=tuple(_levels(members)),
        next_steps=tuple(
            StepCount(
                certification=step.certification,
                short=step.short,
                action=step.action,
                people=people,
                tied=tuple(one for one in people if one in tied),
            )
            for step, people in steps
        ),
        no_step=tuple(one.person for one in members if not one.next_steps),
        training_days=_needed(members, lambda one: one.training_days),
        cost=_needed(members, lambda one: one.cost),
        lapsing=tuple(
            sorted((each for one in members for each in one.lapsing), key=lambda one: one.due)
        ),
        gaps=tuple(
            GapCount(
                certification=gap.certification,
                short=gap.short,
                requirement=gap.requirement,
                text=gap.text,
                people=people,
            )
            for gap, people in gaps
        ),
        missing_facts=tuple(
            FactCount(fact=fact, people=people)
            for fact, people in _by(members, lambda one: one.missing_facts)
        ),
        members=tuple(members),
    )


def _levels(members: Sequence[Member]) -> Iterator[LevelCount]:
    """Yield every career level in ascending order, empty ones too, then people of unknown level."""
    for number, level in (*enumerate(LEVELS, 1), (None, None)):
        there = [one for one in members if one.career_level == level]
        if there or level:
            yield LevelCount(
                level=level,
                number=number,
                people=tuple(one.person for one in there),
                assumed=tuple(one.person for one in there if one.assumed),
            )


def _by(
    members: Sequence[Member], of: Callable[[Member], Iterable[Key]]
) -> list[tuple[Key, tuple[str, ...]]]:
    """Return the items that members have, each with the people who have it, most shared first."""
    found: dict[Key, list[str]] = {}
    for one in members:
        for each in dict.fromkeys(of(one)):
            found.setdefault(each, []).append(one.person)
    return sorted(
        ((key, tuple(people)) for key, people in found.items()), key=lambda row: -len(row[1])
    )


def _needed(members: Sequence[Member], of: Callable[[Member], Need]) -> Needed:
    needs = [(one.person, of(one)) for one in members]
    summed = [(person, need) for person, need in needs if need.known in ("published", "partly")]
    sums = []
    for currency in sorted({need.currency or "" for _, need in summed}):
        within = [(person, need) for person, need in summed if (need.currency or "") == currency]
        sums.append(
            Sum(
                low=tidy(sum(need.low for _, need in within)),
                high=tidy(sum(need.high for _, need in within)),
                currency=currency or None,
                people=tuple(person for person, _ in within),
                partly=tuple(person for person, need in within if need.known == "partly"),
                on=tuple(sorted({day for _, need in within for day in need.on})),
            )
        )
    lacking = _by(members, lambda one: of(one).not_published)
    return Needed(
        sums=tuple(sums),
        unpublished=tuple(person for person, need in needs if need.known == "unpublished"),
        open=tuple(person for person, need in needs if need.known == "open"),
        not_published=tuple(NotPublished(what=what, people=people) for what, people in lacking),
    )
