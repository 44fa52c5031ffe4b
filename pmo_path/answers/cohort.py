"""Aggregate the advice for a team: levels, next steps, shared gaps, training days and cost.

Sums cover published values only and list the people left out of them. Amounts in different
currencies are never added.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from typing import TypeVar

from pmo_path.answers.catalogue_views import catalogue_info
from pmo_path.answers.citations import source_view
from pmo_path.contract.advice import Total
from pmo_path.contract.catalogue import SourceView
from pmo_path.contract.cohort import (
    Cohort,
    FactCount,
    GapCount,
    LevelCount,
    Member,
    Need,
    Needed,
    NotPublished,
    StepCount,
    Sum,
    UnreadProfile,
)
from pmo_path.core.scalars import json_number
from pmo_path.model.catalogue import Catalogue
from pmo_path.model.on_day import Day
from pmo_path.profile.meanings import LEVELS

Key = TypeVar("Key", bound=Hashable)


def cohort(day: Day, members: Sequence[Member], unread: Sequence[UnreadProfile]) -> Cohort:
    """Return the answer for a team on the day for which its members were advised.

    Members stand in the given order, what is shared by how many share it, deadlines and lapses by
    their day, and missing facts by how many people's next steps they could change. `unread` are the
    profiles that are in no sum, as they could not be read or the program failed.
    """
    lapses = [lapse for member in members for lapse in member.lapsing]
    deadlines = [member.deadline for member in members if member.deadline]
    return Cohort(
        as_of=day.date.isoformat(),
        catalogue=catalogue_info(day),
        size=len(members),
        unread=tuple(unread),
        levels=tuple(_levels(members)),
        next_steps=tuple(_step_counts(members)),
        no_step=tuple(member.person for member in members if not member.next_steps),
        training_days=_needed(members, lambda member: member.training_days),
        cost=_needed(members, lambda member: member.cost),
        deadlines=tuple(sorted(deadlines, key=lambda deadline: deadline.needed_by)),
        lapsing=tuple(sorted(lapses, key=lambda lapse: lapse.dues[0])),
        gaps=tuple(
            GapCount(
                certification=gap.certification,
                short=gap.short,
                requirement=gap.requirement,
                text=gap.text,
                eligibility=gap.eligibility,
                people=people,
            )
            for gap, people in _by(members, lambda member: member.gaps)
        ),
        missing_facts=tuple(_fact_counts(members)),
        members=tuple(members),
        sources=_sources(day.catalogue, members),
    )


def _sources(catalogue: Catalogue, members: Sequence[Member]) -> tuple[SourceView, ...]:
    """Return the sources that the recommended routes of members rest on, sorted by id."""
    ids = sorted({source for member in members for source in member.sources})
    return tuple(source_view(catalogue, source) for source in ids)


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
    lacking = _by(members, lambda member: of(member).lacking)
    return Needed(
        sums=tuple(sums),
        unpublished=tuple(person for person, need in needs if need.known == "unpublished"),
        open=tuple(person for person, need in needs if need.known == "open"),
        not_published=tuple(
            NotPublished(what=part.text, certification=part.about, ask=part.ask, people=people)
            for part, people in lacking
        ),
    )
