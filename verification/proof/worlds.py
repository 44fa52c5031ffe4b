"""Worlds of a condition, in which every fact has one value, and what may be known of them."""

from __future__ import annotations

import itertools
from collections.abc import Mapping
from typing import Any

from pmo_path.conditions.facts import Facts
from pmo_path.conditions.syntax import (
    HOLDS,
    NUMBERS,
    ORDERED,
    OTHER,
    Condition,
)
from pmo_path.core.scalars import Range
from proof.cells import members_of, points, thresholds

Values = tuple[Any, ...]


def pairs(implies: Mapping[str, frozenset[str]]) -> frozenset[tuple[str, str]]:
    """Return what holding a certification proves, as `Facts` has it."""
    return frozenset((holding, proved) for holding, all_ in implies.items() for proved in all_)


def single(condition: Condition, fact: str, implies: Mapping[str, frozenset[str]]) -> list[Any]:
    """Return a representative of every class of values: numbers, choices, or sets of members."""
    if fact in NUMBERS:
        return points(thresholds([condition], fact), whole=fact == "pmos_managed")
    if fact in ORDERED:
        return list(ORDERED[fact])
    named = sorted(set(members_of(condition, fact)))
    most = 1 if fact == "country" else len(named)
    subsets = [
        frozenset(chosen)
        for size in range(most + 1)
        for chosen in itertools.combinations(named, size)
    ]
    proved = implies if fact == HOLDS else {}
    return [
        subset
        for subset in subsets
        if all(proved.get(member, frozenset()) & set(named) <= subset for member in subset)
    ]


def known(values: list[Any], fact: str) -> list[tuple[Any, frozenset[int]]]:
    """Return every state of knowledge of a fact, with the indexes of the values that it leaves."""
    every = frozenset(range(len(values)))
    states: list[tuple[Any, frozenset[int]]] = [(None, every)]
    if fact in NUMBERS:
        for low, high in itertools.combinations_with_replacement(range(len(values)), 2):
            states.append((Range(values[low], values[high]), frozenset(range(low, high + 1))))
    elif fact in ORDERED:
        for size in range(1, len(values) + 1):
            for places in itertools.combinations(range(len(values)), size):
                states.append((frozenset(values[place] for place in places), frozenset(places)))
    else:
        for place, value in enumerate(values):
            states.append((("all", value), frozenset({place})))
            if fact in (HOLDS, OTHER) and value:
                states.append(
                    (("at least", value), frozenset(at for at in every if value <= values[at]))
                )
    return states


def facts_of(
    said: Mapping[str, Any],
    implies: Mapping[str, frozenset[str]],
    lapsed: frozenset[str] = frozenset(),
) -> Facts:
    """Return a state of knowledge in the form that conditions read."""
    known: dict[str, Range | frozenset[str]] = {}
    at_least = {}
    for fact, value in said.items():
        if isinstance(value, Range | frozenset):
            known[fact] = value
        elif value is not None:
            (known if value[0] == "all" else at_least)[fact] = value[1]
    return Facts(known, at_least, pairs(implies), lapsed)


def columns(
    read: tuple[str, ...], world: Values, named: Mapping[str, list[str]]
) -> dict[str, float | None]:
    """Return the columns of a world; None for what was not said."""
    row: dict[str, float | None] = {}
    for fact, value in zip(read, world, strict=True):
        if fact in NUMBERS:
            row[fact] = value
        elif fact in ORDERED:
            row[fact] = None if value is None else ORDERED[fact].index(value)
        else:
            row |= {
                f"{fact}:{member}": None if value is None else int(member in value)
                for member in named[fact]
            }
    return row
