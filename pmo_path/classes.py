"""A profile reduced to its equivalence class: what no comparison of the day can tell apart is the same."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache
from typing import Any

from pmo_path.conditions import NUMBERS, Combine, Compare, Condition, leaves
from pmo_path.facts import BY_KEY
from pmo_path.knowledge import Catalogue, Day
from pmo_path.levels import READS
from pmo_path.profile import Profile
from pmo_path.values import Range

# What no decision reads: it is said, shown or warned of, and no more.
_UNREAD = {"name": None, "budget": None, "hours_per_week": None, "needed_by": None, "country": None}


@lru_cache(maxsize=8)
def everything(day: Day) -> Condition:
    """Return all that is compared on a day, as one condition: its leaves give the thresholds."""
    conditions: list[Condition] = [rule.if_ for rule in day.rules]
    conditions += [day.requirements(one) for one in day.catalogue.certifications]
    return Combine(1, (*conditions, *level_comparisons(day.catalogue)))


@lru_cache(maxsize=8)
def level_comparisons(catalogue: Catalogue) -> tuple[Condition, ...]:
    """Return the comparisons by which a level is read: of PMOs managed, and of years with the bands of levels."""
    bands = (level.years.low or 0 for level in catalogue.levels.values())
    return (*READS, *[Compare("years_in_pmo", "at least", float(low)) for low in bands])


def reduced(day: Day, profile: Profile) -> Profile:
    """Return the profile that stands for all of which the same is decided on a day."""
    limits = thresholds(day)
    numbers: dict[str, Any] = {}
    for fact, points in limits.items():
        number = getattr(profile, fact)
        if number is not None and number.low == number.high:
            numbers[fact] = _cell(number, points, BY_KEY[fact].whole)
    return replace(profile, **_UNREAD, **numbers)


@lru_cache(maxsize=8)
def thresholds(day: Day) -> Mapping[str, tuple[float, ...]]:
    """Return the numbers with which each fact is compared on a day, in order."""
    compared = [leaf for leaf in leaves(everything(day)) if isinstance(leaf, Compare) and leaf.fact in NUMBERS]
    read = sorted({leaf.fact for leaf in compared if leaf.fact not in _UNREAD})
    return {fact: tuple(sorted({0.0, *(float(leaf.value) for leaf in compared if leaf.fact == fact)})) for fact in read}


def _cell(number: Range, points: tuple[float, ...], whole: bool) -> Range:
    """Return the threshold that a number is, or a number between the same two."""
    place = bisect_left(points, number.low)
    if place < len(points) and points[place] == number.low:
        return number
    if place == len(points):
        return Range(points[-1] + 1, points[-1] + 1)
    middle = number.low if whole else (points[place - 1] + points[place]) / 2
    return Range(middle, middle)
