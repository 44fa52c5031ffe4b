"""The plans through several stages: one choice for each, and those that nothing else dominates.

Every combination is compared, up to a limit. A choice is set aside beforehand only where another
choice for the same stage makes every plan with it as good, and better: so no limit is reached for
choices that could not be shown.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Callable, Iterator, Mapping, Sequence

from msgspec import Struct

from pmo_path.engine.pareto import Criterion, Measures, Part, Span, dominates, front, total

# The choices for one career level, measured, in order of fit.
Stage = Sequence[Measures]
# The place of the choice for each stage. The last stage is the target.
Way = tuple[int, ...]

# Combinations that are compared: the shipped catalogue has fewer, for everybody.
MOST = 2_000


class Search(Struct, frozen=True):
    """What a search found: the `ways` that are allowed and undominated, in order of fit.

    `refused` are those that are not allowed, `complete` tells whether every combination was
    compared, and `least` gives the days and the money that no way can be below.
    """

    ways: tuple[Way, ...]
    refused: tuple[Way, ...]
    complete: bool
    least: Mapping[Criterion, float]


def search(
    stages: Sequence[Stage], allowed: Callable[[Measures], bool], most: int = MOST
) -> Search:
    """Return the undominated ways among at most `most` combinations, the best fit first.

    What is not `allowed` must not become so where it takes more.
    """
    kept = [_worth_trying(stages, place) for place in range(len(stages))]
    tried = [(way, united(stages, way)) for way in itertools.islice(_in_order(kept), most)]
    good = [(way, measures) for way, measures in tried if allowed(measures)]
    undominated = front([measures for _, measures in good])
    return Search(
        tuple(good[place][0] for place in undominated),
        tuple(way for way, measures in tried if not allowed(measures)),
        math.prod(map(len, kept)) <= most,
        {"days": _least(stages, "days"), "money": _least(stages, "money")},
    )


def united(stages: Sequence[Stage], way: Way) -> Measures:
    """Return the measures of one way: what several choices share is taken once."""
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
    return {part: span for parts in taken for part, span in parts.items()}


def _in_order(kept: Sequence[Sequence[int]]) -> Iterator[Way]:
    """Yield every combination: by the choice for the target, then by those from the lowest up."""
    for target, *below in itertools.product(kept[-1], *kept[:-1]):
        yield (*below, target)


def _worth_trying(stages: Sequence[Stage], place: int) -> list[int]:
    """Return the choices of a stage without those that another one makes pointless.

    Only a choice that shares nothing with any other stage can be: what it takes is then the same in
    every way. A doubt about what is on offer hides behind a larger one, so that it decides nothing.
    """
    own, shared = stages[place], _parts_of(stages, place)
    kept: list[int] = []
    for number, choice in enumerate(own):
        pointless = shared.isdisjoint(choice.parts()) and any(
            _replaces(own[other], choice) for other in kept
        )
        if not pointless:
            kept.append(number)
    return kept


def _replaces(one: Measures, other: Measures) -> bool:
    same_doubt = Measures(one.fit, one.days, one.money, one.renewals, other.confidence)
    return one.confidence <= other.confidence and dominates(same_doubt, other)


def _parts_of(stages: Sequence[Stage], besides: int) -> set[tuple[Criterion, Part]]:
    """Return every part of every stage besides one."""
    return {
        part
        for number, stage in enumerate(stages)
        if number != besides
        for choice in stage
        for part in choice.parts()
    }


def _least(stages: Sequence[Stage], criterion: Criterion) -> float:
    """Return what no way can take less of: the least that any choice of one stage takes."""
    return max(
        min(total(dict(choice.taken)[criterion].values()).low for choice in stage)
        for stage in stages
    )
