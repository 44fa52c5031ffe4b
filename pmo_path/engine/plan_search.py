"""The plans through several stages: one choice for each, the best found first.

Every combination is compared, up to a limit. They are tried by how many places their choices stand
below the best ones, together: where the limit ends the search, it has tried each choice that is
near the best for its level.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Callable, Iterator, Mapping, Sequence

from msgspec import Struct

from pmo_path.contract.plan import CriterionName
from pmo_path.engine.pareto import Measures, Part, Span, dominates, total

# The choices for one career level, measured, in order of fit.
Stage = Sequence[Measures]
# The place of the choice for each stage. The last stage is the target.
Way = tuple[int, ...]

# Combinations that are compared: of the shipped catalogue all, as people have fewer than 2,000.
MOST = 4_000


class Found(Struct, frozen=True):
    """A combination of choices, and what it is on every criterion."""

    way: Way
    measures: Measures


class Search(Struct, frozen=True):
    """What a search compared: combinations that are allowed, and those `refused`, in order of fit.

    `complete` tells whether these are all, and `least` gives the days and the money that no
    combination can be below.
    """

    allowed: tuple[Found, ...]
    refused: tuple[Found, ...]
    complete: bool
    least: Mapping[CriterionName, float]

    def is_undominated(self, one: Found) -> bool:
        """Whether no other allowed combination dominates this one."""
        return not any(dominates(other.measures, one.measures) for other in self.allowed)


def search(stages: Sequence[Stage], allowed: Callable[[Found], bool], most: int = MOST) -> Search:
    """Return at most `most` combinations of the choices for all stages, by whether they are
    `allowed`.
    """
    tried = sorted(itertools.islice(_nearest_first(tuple(map(len, stages))), most), key=_by_fit)
    found = [Found(way, united(stages, way)) for way in tried]
    good = [allowed(one) for one in found]
    return Search(
        tuple(itertools.compress(found, good)),
        tuple(one for one, fits in zip(found, good, strict=True) if not fits),
        math.prod(map(len, stages)) <= most,
        {"days": _least(stages, "days"), "money": _least(stages, "money")},
    )


def united(stages: Sequence[Stage], way: Way) -> Measures:
    """Return the measures of one combination: what several choices share is taken once."""
    chosen = [stage[place] for stage, place in zip(stages, way, strict=True)]
    target, below = chosen[-1], chosen[:-1]
    return Measures(
        fit=(*target.fit, *(place for choice in below for place in choice.fit)),
        days=_merged(choice.days for choice in chosen),
        money=_merged(choice.money for choice in chosen),
        renewals=_merged(choice.renewals for choice in chosen),
        confidence=max(choice.confidence for choice in chosen),
    )


def _merged(taken: Iterator[Mapping[Part, Span]]) -> Mapping[Part, Span]:
    merged: dict[Part, Span] = {}
    for parts in taken:
        merged.update(parts)
    return merged


def _by_fit(way: Way) -> Way:
    """Return what puts combinations in order: the choice for the target, then the others."""
    return (way[-1], *way[:-1])


def _nearest_first(sizes: tuple[int, ...]) -> Iterator[Way]:
    """Yield every combination of places, by their sum."""
    for places in range(sum(sizes) - len(sizes) + 1):
        yield from _with_sum(sizes, places)


def _with_sum(sizes: tuple[int, ...], places: int) -> Iterator[Way]:
    first, *rest = sizes
    if not rest:
        if places < first:
            yield (places,)
        return
    for place in range(min(first, places + 1)):
        for others in _with_sum(tuple(rest), places - place):
            yield (place, *others)


def _least(stages: Sequence[Stage], criterion: CriterionName) -> float:
    """Return what no combination can take less of: the least that the choices of one stage take."""
    return max(
        min(total(dict(choice.taken)[criterion].values()).low for choice in stage)
        for stage in stages
    )
