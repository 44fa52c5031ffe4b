"""Partition the values of facts into the cells that a condition can distinguish.

All values of a cell give every comparison the same result, so one representative is enough.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from math import ceil, floor

from pmo_path.conditions.facts import Facts
from pmo_path.conditions.inspect import leaves
from pmo_path.conditions.syntax import (
    HOLDS,
    NUMBERS,
    ONE_MEMBER,
    ORDERED,
    Compare,
    Condition,
    Includes,
)
from pmo_path.core.scalars import Range
from pmo_path.profile.facts import BY_KEY


def cells(condition: Condition, facts: Facts, open_facts: list[str]) -> Iterator[Facts]:
    """Yield the facts with the open ones settled, once for every combination of representatives."""
    choices = [list(representatives(condition, facts, fact)) for fact in open_facts]
    for case in itertools.product(*choices):
        settled = facts
        for fact, value in zip(open_facts, case, strict=True):
            settled = settled.set(fact, value)
        yield settled


def representatives(
    condition: Condition, facts: Facts, fact: str
) -> Iterator[Range | str | frozenset[str]]:
    """Yield at least one value, among those still possible, of every cell of a fact."""
    if fact in NUMBERS:
        yield from _numbers(condition, facts, fact)
    elif fact in ORDERED:
        allowed = facts.choices(fact)
        yield from (choice for choice in ORDERED[fact] if choice in allowed)
    else:
        yield from _subsets(condition, facts, fact)


def _numbers(condition: Condition, facts: Facts, fact: str) -> Iterator[Range]:
    limits = {
        leaf.value for leaf in leaves(condition) if isinstance(leaf, Compare) and leaf.fact == fact
    }
    number = facts.number(fact)
    inside = sorted(float(limit) for limit in limits if number.low <= float(limit) <= number.high)
    if BY_KEY[fact].whole:  # the last integer below a limit, the first at or above, the first above
        near = {
            point for limit in inside for point in (ceil(limit) - 1, ceil(limit), floor(limit) + 1)
        }
        points: set[float] = {number.low, *near} if near else {number.low, number.low + 1}
    else:
        ends = sorted(
            {number.low, *inside, min(number.high, (inside[-1] if inside else number.low) + 1)}
        )
        points = {*ends, *((low + high) / 2 for low, high in itertools.pairwise(ends))}
    yield from (
        Range(float(point), float(point))
        for point in sorted(points)
        if number.low <= point <= number.high
    )


def _subsets(condition: Condition, facts: Facts, fact: str) -> Iterator[frozenset[str]]:
    """Yield every set of the members that the condition names, if it agrees with what is known.

    A set of awards must also contain what its members prove; of some facts there is one member.
    """
    certain = facts.at_least.get(fact, frozenset())
    mentioned = {
        member
        for leaf in leaves(condition)
        if isinstance(leaf, Includes) and leaf.fact == fact
        for member in leaf.members
    }
    most = 1 if fact in ONE_MEMBER else len(mentioned)
    for size in range(most + 1):
        for subset in itertools.combinations(sorted(mentioned), size):
            chosen = frozenset(subset)
            if not certain & mentioned <= chosen:
                continue
            if fact != HOLDS or all(
                proved in chosen
                for holding, proved in facts.implies
                if holding in chosen and proved in mentioned
            ):
                yield chosen
