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
ArrowPath = tuple[Point, ...]

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


def routed_paths(
    pairs: Sequence[tuple[Sequence[Spot], Spot]], streets: Streets
) -> tuple[ArrowPath, ...]:
    """Return the path of an arrow for each pair, from the best of its starts.

    The cheapest path that overlaps none from different starts, or the cheapest if there is none.
    """
    routed: list[tuple[Sequence[Spot], ArrowPath]] = []
    for starts, end in pairs:
        taken = [path for others, path in routed if others != starts]
        options = sorted(_costed(starts, end, streets))
        free = (path for _, path in options if not any(_upon(path, other) for other in taken))
        routed.append((starts, next(free, options[0][1])))
    return tuple(path for _, path in routed)


def _costed(
    starts: Sequence[Spot], end: Spot, streets: Streets
) -> Iterator[tuple[float, ArrowPath]]:
    for start, shift in product(starts, SHIFTS):
        for path in _paths(start, end, streets, shift):
            length = sum(abs(x - a) + abs(y - b) for (a, b), (x, y) in pairwise(path))
            upright = path[0][0] == path[1][0]
            aside = (
                0
                if upright
                else abs(path[0][1] - start.middle[1]) + abs(path[-1][1] - end.middle[1])
            )
            yield length + BEND * len(path) + ASIDE * (aside + abs(shift)), path


def _paths(start: Spot, end: Spot, streets: Streets, shift: float) -> Iterator[ArrowPath]:
    if start.lane == end.lane and not any(_between(start, spot, end) for spot in streets.spots):
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
    near = (spot for spot in streets.spots if spot.lane in lanes)
    return leave > arrive or any(spot.y - INSET < y < spot.y + spot.height + INSET for spot in near)


def _between(start: Spot, spot: Spot, end: Spot) -> bool:
    upper, lower = sorted((start, end), key=lambda spot: spot.y)
    return spot.lane == start.lane and upper.y < spot.y < lower.y


def _straight(start: Spot, end: Spot, shift: float) -> ArrowPath:
    x = start.middle[0] + shift
    if start.y > end.y:
        return ((x, start.y), (x, end.y + end.height))
    return ((x, start.y + start.height), (x, end.y))


def _tidy(path: ArrowPath) -> ArrowPath:
    """Return a path without repeated points and points on a straight line."""
    kept = [path[0]]
    for point in path[1:]:
        if point == kept[-1]:
            continue
        if len(kept) > 1 and (
            kept[-2][0] == kept[-1][0] == point[0] or kept[-2][1] == kept[-1][1] == point[1]
        ):
            kept[-1] = point
        else:
            kept.append(point)
    return tuple(kept)


def _upon(path: ArrowPath, other: ArrowPath) -> bool:
    """Return whether two paths overlap, or nearly, along more than a crossing."""
    return any(
        _along(*piece, *other_piece)
        for piece, other_piece in product(pairwise(path), pairwise(other))
    )


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
