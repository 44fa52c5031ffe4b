"""Made stages of plans, and the search among them by trying everything."""

from __future__ import annotations

import itertools
import math
from collections.abc import Callable, Sequence
from functools import cache

from hypothesis import strategies as st

from pmo_path.engine.pareto import Measures, Span, dominates
from pmo_path.engine.plan_search import Found, Stage, Way, united

PARTS = "abcdefgh"


@cache
def spans() -> st.SearchStrategy[Span]:
    """A number that is known, known within bounds, or not known."""
    ends = st.tuples(st.integers(0, 4), st.integers(0, 4)).map(sorted)
    known = ends.map(lambda pair: Span(pair[0], pair[1]))
    return st.one_of(
        known, st.integers(0, 4).map(lambda one: Span(one, one)), st.just(Span(0, math.inf))
    )


@st.composite
def worlds_of_parts(draw: st.DrawFn) -> dict[str, dict[str, Span]]:
    """What each part takes, by criterion."""
    return {name: {part: draw(spans()) for part in PARTS} for name in ("days", "money", "renewals")}


@st.composite
def measures(draw: st.DrawFn, world: dict[str, dict[str, Span]] | None = None) -> Measures:
    """A plan of a few parts."""
    known = _WORLD if world is None else world
    parts = draw(st.sets(st.sampled_from(PARTS), max_size=3))
    return Measures(
        fit=(draw(st.integers(1, 3)),),
        days={part: known["days"][part] for part in sorted(parts)},
        money={part: known["money"][part] for part in sorted(parts)},
        renewals={part: known["renewals"][part] for part in sorted(parts)},
        confidence=draw(st.integers(0, 2)),
    )


_WORLD = {
    "days": dict(zip(PARTS, [Span(n % 4, n % 4 + n // 4) for n in range(8)], strict=True)),
    "money": {part: Span(0, math.inf) if part in "ac" else Span(3, 3) for part in PARTS},
    "renewals": dict.fromkeys(PARTS, Span(1, 1)),
}


@st.composite
def stages(draw: st.DrawFn) -> list[list[Measures]]:
    """One to three stages of a few choices each, in order of fit, over parts that they share."""
    world = draw(worlds_of_parts())
    several = st.lists(measures(world), min_size=1, max_size=4)
    return [
        sorted(stage, key=lambda one: one.fit)
        for stage in draw(st.lists(several, min_size=1, max_size=3))
    ]


def by_brute_force(stages: Sequence[Stage], allowed: Callable[[Found], bool]) -> set[Way]:
    """Return every way that is allowed and that no other allowed one dominates."""
    places = [range(len(stage)) for stage in stages]
    found = {way: united(stages, way) for way in itertools.product(*places)}
    good = {way: one for way, one in found.items() if allowed(Found(way, one))}
    return {
        way
        for way, own in good.items()
        if not any(dominates(other, own) for other in good.values())
    }
