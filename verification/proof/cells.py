"""Cells: one value of a fact for all values that no rule can distinguish, and None for "not said".

Derived here from the thresholds themselves, not with the engine's own cells: the code under proof
must not choose its own test cases.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from functools import cache
from typing import Any

from pmo_path.conditions.evaluate import kleene
from pmo_path.conditions.facts import Facts, as_conditions_read
from pmo_path.conditions.inspect import leaves
from pmo_path.conditions.syntax import Compare, Condition, Includes
from pmo_path.core.scalars import Range
from pmo_path.engine.award_validity import holdings
from pmo_path.engine.level_signs import LEVEL_COMPARISONS
from pmo_path.model.catalogue import Catalogue
from pmo_path.model.on_day import Day, on_day
from pmo_path.profile.facts import BY_KEY
from pmo_path.profile.meanings import GOALS, PMO_TYPES
from pmo_path.profile.profile import Held, Profile


def moments(catalogue: Catalogue) -> list[date]:
    """Return the day before the first change of the catalogue, and the day of every change."""
    days: set[date] = set()
    dated: list[Any] = [*catalogue.rules]
    for certification in catalogue.certifications.values():
        dated += [*certification.status, *certification.entry, *certification.validity]
    for entry in dated:
        days.update(
            day for day in (entry.from_, getattr(entry, "until", None)) if isinstance(day, date)
        )
    return [min(days) - timedelta(days=1), *sorted(days)]


def sight(day: Day) -> tuple[Any, ...]:
    """Return the signature of a day: all that a decision reads of it."""
    offered = [
        name
        for name in sorted(day.on_offer)
        if day.catalogue.certifications[name].kind != "neighbour"
    ]
    lapses = tuple(name for name in sorted(day.on_offer) if award(day, name, "lapsed"))
    return (
        tuple((name, day.status[name]) for name in offered),
        day.on_offer,
        tuple((rule.id, day.prefers[rule.id], day.excludes[rule.id]) for rule in day.rules),
        tuple(
            sorted((name, need) for name, need in day.needs.items() if need != day.needs.get(""))
        ),
        lapses,
    )


def day_classes(catalogue: Catalogue) -> list[tuple[Day, list[date]]]:
    """Return a representative of every class of days, with the moments that it represents."""
    classes: dict[str, tuple[Day, list[date]]] = {}
    for moment in moments(catalogue):
        day = on_day(catalogue, moment)
        classes.setdefault(repr(sight(day)), (day, []))[1].append(moment)
    return list(classes.values())


@cache
def award(day: Day, certification: str, state: str) -> date | None:
    """Return a day on which an award was made that is in a state on the day; None where none is."""
    years = [
        day.date - timedelta(days=back) for back in (0, 30, 365, 800, 1000, 1200, 1500, 2000, 4000)
    ]
    for awarded in (*years, date(2000, 1, 1)):
        held = Profile(holds=(Held(certification, awarded),))
        if (
            awarded <= day.date
            and holdings(day.catalogue, held, day.date)[certification].state == state
        ):
            return awarded
    return None


def thresholds(conditions: Iterable[Condition], fact: str) -> list[float]:
    """Return what a number is compared with anywhere."""
    comparisons = (
        leaf
        for condition in conditions
        for leaf in leaves(condition)
        if isinstance(leaf, Compare) and leaf.fact == fact
    )
    return sorted({float(leaf.value) for leaf in comparisons})


def points(limits: Sequence[float], whole: bool) -> list[float]:
    """Return zero, and a number below, at and above every threshold."""
    if whole:
        return sorted(
            {
                0.0,
                *(
                    limit + step
                    for limit in limits
                    for step in (-1.0, 0.0, 1.0)
                    if limit + step >= 0
                ),
            }
        )
    ends = sorted({0.0, *limits})
    return sorted(
        {*ends, *((low + high) / 2 for low, high in itertools.pairwise(ends)), ends[-1] + 1}
    )


def numbers(conditions: Iterable[Condition], fact: str, ranges: bool = True) -> list[Range | None]:
    """Return "not said", every cell of a number, and every range from one cell to another."""
    ends = points(thresholds(conditions, fact), BY_KEY[fact].whole)
    pairs = itertools.combinations(ends, 2) if ranges else ()
    return [None, *(Range(end, end) for end in ends), *(Range(low, high) for low, high in pairs)]


def lists(values: Sequence[str]) -> list[tuple[str, ...] | None]:
    """Return "not said", "none", and every list of some values."""
    combinations = (itertools.combinations(values, size) for size in range(len(values) + 1))
    return [None, *itertools.chain.from_iterable(combinations)]


GOAL_LISTS = lists(GOALS)
TYPE_LISTS = lists(PMO_TYPES)


def compared(day: Day) -> list[Condition]:
    """Return every condition of a day: of rules, of entry, and those by which a level is read."""
    bands = [
        Compare("years_in_pmo", "at least", float(level.years.low or 0))
        for level in day.catalogue.levels.values()
    ]
    return [*(rule.if_ for rule in day.rules), *day.needs.values(), *LEVEL_COMPARISONS, *bands]


def deciding(day: Day) -> list[Condition]:
    """Return the conditions that decide: of rules with an effect on routes, and of entry."""
    return [*(rule.if_ for rule in day.rules if not rule.caution), *day.needs.values()]


def seen_of(fact: str, value: Any, conditions: Iterable[Condition]) -> tuple[bool | None, ...]:
    """Return the results of all comparisons of a fact with a value."""
    facts = Facts() if value is None else Facts().set(fact, as_conditions_read(fact, value))
    return tuple(
        kleene(leaf, facts)
        for condition in conditions
        for leaf in leaves(condition)
        if leaf.fact == fact
    )


def members_of(condition: Condition, fact: str) -> Iterator[str]:
    """Yield the members of a set fact that a condition names."""
    for leaf in leaves(condition):
        if isinstance(leaf, Includes) and leaf.fact == fact:
            yield from leaf.members
