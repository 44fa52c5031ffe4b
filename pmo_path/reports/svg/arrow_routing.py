"""Route arrows on a grid of boxes, along its gutters and never through a box; domain-independent.

Vertical gutters separate the lanes, horizontal gaps the rows. An arrow leaves a box on one side,
follows gutters and at most one gap, and ends at a side of another box. Arrows from the same start
may overlap; arrows from different starts do not where a free path exists.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise, product

from msgspec import Struct

Point = tuple[float, float]
Way = tuple[Point, ...]

BEND = 40.0  # cost of a point of a path, in pixels of length
ASIDE = 3.0  # cost of a pixel away from the middle of a box or gutter
INSET = 8.0  # least distance of an arrow's end from a corner, and of a passing arrow from a box
SHIFTS = (0.0, 7.0, -7.0)  # offsets from the middle of a gutter


class Spot(Struct, frozen=True, kw_only=True):
    """A rectangle at which an arrow may begin or end; lane -1 is left of the first gutter."""

    lane: int
    x: float
    y: float
    width: float
    height: float

    @property
    def middle(self) -> Point:
        """The centre of the rectangle."""
        return self.x + self.width / 2, self.y + self.height / 2


class Streets(Struct, frozen=True, kw_only=True):
    """Where arrows may run (x of gutters, y of gaps), and the boxes between."""

    gutters: tuple[float, ...]  # gutter n is left of lane n
    gaps: tuple[float, ...]
    walls: frozenset[tuple[int, int]]  # (lane, gap) where a box lies across the gap
    spots: tuple[Spot, ...]


def ways(pairs: Sequence[tuple[Sequence[Spot], Spot]], streets: Streets) -> tuple[Way, ...]:
    """Return the path of an arrow for each pair, from the best of its starts.

    The cheapest path that overlaps none from different starts, or the cheapest if there is none.
    """
    found: list[tuple[Sequence[Spot], Way]] = []
    for starts, end in pairs:
        taken = [way for others, way in found if others != starts]
        options = sorted(_costed(starts, end, streets))
        free = (way for _, way in options if not any(_upon(way, other) for other in taken))
        found.append((starts, next(free, options[0][1])))
    return tuple(way for _, way in found)


def _costed(starts: Sequence[Spot], end: Spot, streets: Streets) -> Iterator[tuple[float, Way]]:
    for start, shift in product(starts, SHIFTS):
        for way in _ways(start, end, streets, shift):
            length = sum(abs(x - a) + abs(y - b) for (a, b), (x, y) in pairwise(way))
            upright = way[0][0] == way[1][0]
            aside = (
                0 if upright else abs(way[0][1] - start.middle[1]) + abs(way[-1][1] - end.middle[1])
            )
            yield length + BEND * len(way) + ASIDE * (aside + abs(shift)), way


def _ways(start: Spot, end: Spot, streets: Streets, shift: float) -> Iterator[Way]:
    if start.lane == end.lane and not any(_between(start, one, end) for one in streets.spots):
        yield _straight(start, end, shift)
    first, last = _clamped(start.middle[1] + shift, start), _clamped(end.middle[1] + shift, end)
    level = _clamped(first, end)
    heights = ((_clamped(level, start), level), (first, last))
    for (out, back), ((x, leave), (goal, arrive)) in product(
        heights, product(_sides(start), _sides(end))
    ):
        if out == back and not _hindered(out, leave, arrive, streets):
            yield ((x, out), (goal, back))
        lower, upper = streets.gutters[leave] + shift, streets.gutters[arrive] + shift
        if leave == arrive:
            yield _tidy(((x, out), (lower, out), (lower, back), (goal, back)))
            continue
        for number, gap in enumerate(streets.gaps):
            if not any(
                (lane, number) in streets.walls
                for lane in range(min(leave, arrive), max(leave, arrive))
            ):
                along = (lower, gap + shift), (upper, gap + shift)
                yield _tidy(((x, out), (lower, out), *along, (upper, back), (goal, back)))


def _sides(spot: Spot) -> tuple[tuple[float, int], ...]:
    """Return the x coordinate of each usable side, with the gutter next to it."""
    right = (spot.x + spot.width, spot.lane + 1)
    return ((spot.x, spot.lane), right) if spot.lane >= 0 else (right,)


def _clamped(y: float, spot: Spot) -> float:
    inset = min(INSET, spot.height / 2)
    return min(max(y, spot.y + inset), spot.y + spot.height - inset)


def _hindered(y: float, leave: int, arrive: int, streets: Streets) -> bool:
    """Return whether a horizontal line between two gutters would touch a box or run close to it."""
    lanes = range(leave, arrive)
    near = (one for one in streets.spots if one.lane in lanes)
    return leave > arrive or any(one.y - INSET < y < one.y + one.height + INSET for one in near)


def _between(start: Spot, one: Spot, end: Spot) -> bool:
    upper, lower = sorted((start, end), key=lambda spot: spot.y)
    return one.lane == start.lane and upper.y < one.y < lower.y


def _straight(start: Spot, end: Spot, shift: float) -> Way:
    x = start.middle[0] + shift
    if start.y > end.y:
        return ((x, start.y), (x, end.y + end.height))
    return ((x, start.y + start.height), (x, end.y))


def _tidy(way: Way) -> Way:
    """Return a path without repeated points and points on a straight line."""
    kept = [way[0]]
    for point in way[1:]:
        if point == kept[-1]:
            continue
        if len(kept) > 1 and (
            kept[-2][0] == kept[-1][0] == point[0] or kept[-2][1] == kept[-1][1] == point[1]
        ):
            kept[-1] = point
        else:
            kept.append(point)
    return tuple(kept)


def _upon(way: Way, other: Way) -> bool:
    """Return whether two paths overlap, or nearly, along more than a crossing."""
    return any(_along(*one, *two) for one, two in product(pairwise(way), pairwise(other)))


def _along(a: Point, b: Point, c: Point, d: Point) -> bool:
    for across, down in ((0, 1), (1, 0)):
        if (
            a[across] == b[across]
            and c[across] == d[across]
            and abs(a[across] - c[across]) < SHIFTS[1]
        ):
            ends = sorted((a[down], b[down])), sorted((c[down], d[down]))
            if min(ends[0][1], ends[1][1]) - max(ends[0][0], ends[1][0]) > 0:
                return True
    return False
