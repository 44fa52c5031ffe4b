"""A profile as conditions read it."""

from __future__ import annotations

import itertools
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from typing import Any

from pmo_path.conditions.facts import Facts, as_conditions_read
from pmo_path.conditions.inspect import leaves
from pmo_path.conditions.syntax import HOLDS, MEMBERS, NUMBERS, ORDERED, OTHER, Compare, Includes
from pmo_path.core.memory import remembered
from pmo_path.core.scalars import Range
from pmo_path.engine.award_validity import lapsed, other_members, proved_certifications
from pmo_path.engine.destinations import level_choices
from pmo_path.model.catalogue import proof_pairs
from pmo_path.model.on_day import Day
from pmo_path.profile.facts import CAREER_LEVEL, WANTED_LEVEL
from pmo_path.profile.profile import Profile

# Facts that conditions read as they were said; levels and awards are derived from more than that.
_CHOICES = tuple(fact for fact in ORDERED if fact not in (CAREER_LEVEL, WANTED_LEVEL))
_LISTS = tuple(fact for fact in MEMBERS if fact not in (HOLDS, OTHER))
_AS_SAID = (*NUMBERS, *_CHOICES, *_LISTS)


def facts_of(day: Day, profile: Profile, levels: tuple[str, ...]) -> Facts:
    """Return a profile as conditions read it, at one of `levels`; at any level if empty."""
    known: dict[str, Range | frozenset[str]] = {**level_choices(profile, levels)}
    for fact in _AS_SAID:
        if (value := getattr(profile, fact)) is not None:
            known[fact] = as_compared(day, fact, value)
    at_least: dict[str, frozenset[str]] = {}
    if profile.holds is not None or profile.holds_other is not None:
        members, complete = other_members(day.catalogue, profile)
        (known if complete else at_least)[OTHER] = members
    lapsed_awards = frozenset[str]()
    if profile.holds is not None:
        known[HOLDS] = proved_certifications(day.catalogue, profile.holds)
        lapsed_awards = lapsed(day.catalogue, profile.holds, day.date)
    return Facts(known, at_least, proof_pairs(day.catalogue), lapsed_awards)


def as_compared(day: Day, fact: str, value: Any) -> Range | frozenset[str]:
    """Return a value of a fact as the conditions of a day tell it apart.

    Numbers that lie alike between the limits are one; of a list, what no condition names is left
    out.
    """
    if fact in _LISTS:
        return _named(day)[fact].intersection(as_conditions_read(fact, value))
    if fact in NUMBERS and value.low == value.high:
        limits, cells = _limits(day)[fact]
        place = bisect_left(limits, value.low)
        return value if value.low in limits[place : place + 1] else cells[place]
    return value if fact in NUMBERS else frozenset({value})


def _compared(day: Day) -> Iterator[Compare | Includes]:
    """Yield every comparison of a day."""
    for condition in (*(rule.if_ for rule in day.rules), *day.needs.values()):
        yield from leaves(condition)


@remembered(8)
def _named(day: Day) -> Mapping[str, frozenset[str]]:
    """Return by list the members that a condition of a day names."""
    named: dict[str, set[str]] = {fact: set() for fact in _LISTS}
    for leaf in _compared(day):
        if leaf.fact in named and isinstance(leaf, Includes):
            named[leaf.fact].update(leaf.members)
    return {fact: frozenset(members) for fact, members in named.items()}


@remembered(8)
def _limits(day: Day) -> Mapping[str, tuple[list[float], list[Range]]]:
    """Return by fact the limits it is compared with on a day, and one number in each gap."""
    limits: dict[str, set[float]] = {fact: set() for fact in NUMBERS}
    for leaf in _compared(day):
        if leaf.fact in limits and isinstance(leaf, Compare):
            limits[leaf.fact].add(float(leaf.value))
    found = {}
    for fact, values in limits.items():
        known = sorted(values)
        ends = [min(known, default=0) - 1, *known, max(known, default=0) + 1]
        gaps = [(low + high) / 2 for low, high in itertools.pairwise(ends)]
        found[fact] = known, [Range(gap, gap) for gap in gaps]
    return found
