"""Lanes of the map: which rows and columns its boxes take, and how wide it is.

Each body has as many lanes as its boxes need side by side.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from msgspec import Struct

from pmo_path.contract.map import MapEntry, MapView

MARGIN, GUTTER, INNER = 24.0, 36.0, 14.0
LEVEL = 146.0  # width of the column of level names
LANE, WIDEST_LANE, WIDTH, NARROWEST = 170.0, 220.0, 1000.0, 640.0
_FIRST = MARGIN + INNER + LEVEL + GUTTER  # the left edge of the first lane


class Run(Struct, frozen=True):
    """A certification in adjacent rows `first` to `last`, in a lane of its body."""

    entry: MapEntry
    first: int
    last: int
    lane: int


class LaneLayout(Struct, frozen=True, kw_only=True):
    """The horizontal layout, fixed before any height is known."""

    view: MapView
    runs: tuple[Run, ...]
    columns: tuple[int, ...]  # the column of each lane
    lane_width: float
    width: float

    def left(self, number: int) -> float:
        """Return the x coordinate of the left edge of a lane, or of the end of the last one."""
        return _FIRST + number * (self.lane_width + GUTTER)


def lane_layout(view: MapView) -> LaneLayout:
    """Return the lanes of a map and their width."""
    runs, columns = _lanes(view)
    lane = min(max((WIDTH - _FIRST) / max(1, len(columns)) - GUTTER, LANE), WIDEST_LANE)
    return LaneLayout(
        view=view,
        runs=tuple(runs),
        columns=tuple(columns),
        lane_width=lane,
        width=max(NARROWEST, _FIRST + len(columns) * (lane + GUTTER) + MARGIN),
    )


def _lanes(view: MapView) -> tuple[list[Run], list[int]]:
    """Return the runs of all certifications, and the column of each lane."""
    placed: list[Run] = []
    columns: list[int] = []
    for column in range(len(view.bodies)):
        taken: list[set[int]] = [set()]
        runs = sorted(_runs(view, column), key=lambda run: run[2] > run[1])
        for entry, first, last in runs:
            rows = set(range(first, last + 1))
            free = (number for number, used in enumerate(taken) if not used & rows)
            lane = 0 if first == last else next(free, len(taken))
            taken += [set()] * (lane == len(taken))
            taken[lane] |= rows
            placed.append(Run(entry, first, last, len(columns) + lane))
        columns += [column] * len(taken)
    return placed, columns


def _runs(view: MapView, column: int) -> Iterator[tuple[MapEntry, int, int]]:
    rows: dict[str, tuple[MapEntry, list[int]]] = {}
    for number, row in enumerate(view.rows):
        for entry in row.cells[column]:
            rows.setdefault(entry.certification, (entry, []))[1].append(number)
    for entry, numbers in rows.values():
        first = numbers[0]
        for last, after in pairwise([*numbers, -1]):
            if after != last + 1:
                yield entry, first, last
                first = after
