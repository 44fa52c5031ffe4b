"""The layout of the map: nothing overlaps, nothing is cut off, arrows cross no box."""

from __future__ import annotations

import re
from collections import Counter
from itertools import combinations, pairwise, product

from hypothesis import given
from maps import drawn, made_up, overlap, squeezed, well_laid_out

from pmo_path.contract.map import MapView
from pmo_path.reports.svg.arrow_routing import Spot, Streets, routed_paths
from pmo_path.reports.svg.map_lanes import lane_layout


def test_the_shipped_maps_are_laid_out_well(shipped_maps: list[MapView]) -> None:
    for view in shipped_maps:
        well_laid_out(drawn(view))


@given(made_up())
def test_every_map_is_laid_out_well(view: MapView) -> None:
    well_laid_out(drawn(view))


def test_the_shipped_maps_are_shown_whole(shipped_maps: list[MapView]) -> None:
    for view in shipped_maps:
        shown_whole(view)


@given(made_up())
def test_every_map_is_shown_whole(view: MapView) -> None:
    shown_whole(view)


def shown_whole(view: MapView) -> None:
    """Hold that each certification stands in just the cells of the map, with all its words."""
    grid = drawn(view)
    wanted = Counter(
        (view.bodies[column], row.number, one.certification)
        for row in view.rows
        for column, cell in enumerate(row.cells)
        for one in cell
    )
    of = lane_layout(view)
    found = Counter(
        (view.bodies[of.columns[box.spot.lane]], view.rows[row].number, box.entry.certification)
        for box in grid.boxes
        for row in range(box.rows[0], box.rows[1] + 1)
    )
    assert found == wanted
    for box in grid.boxes:
        assert squeezed("".join(box.name.lines)) == squeezed(box.entry.short)
        levels = [
            row.number for row in view.rows if box.entry in row.cells[of.columns[box.spot.lane]]
        ]
        here = [view.rows[row].number for row in range(box.rows[1], box.rows[0] - 1, -1)]
        named = [int(one) for one in re.findall(r"\d", "".join(box.more.lines))]
        ends = [here[0], here[-1]] if len(here) > 1 else []
        assert named == ends + [one for one in sorted(levels) if one not in here]
        assert [sign for sign, _ in box.notes] == list(box.entry.signs)
        assert [squeezed("".join(words.lines)) for _, words in box.notes] == [
            squeezed(one) for one in box.entry.marks
        ]
    for band in grid.bands:
        assert [one.aim for one in band.places] == [False] * band.row.here + [True] * band.row.aim


def test_arrows_of_the_shipped_maps_cross_no_box(shipped_maps: list[MapView]) -> None:
    for view in shipped_maps:
        arrows_are_clear(view)


@given(made_up())
def test_arrows_cross_no_box(view: MapView) -> None:
    arrows_are_clear(view)


def arrows_are_clear(view: MapView) -> None:
    grid = drawn(view)
    inside = [shrunk(box.spot) for box in grid.boxes]
    words = [
        Spot(lane=-1, x=0, y=one.y, width=one.x + one.room, height=one.end - one.y)
        for band in grid.bands
        for one in band.texts
    ]
    for way in grid.arrows:
        for (a, b), (x, y) in pairwise(way):
            assert a == x or b == y
            line = Spot(
                lane=0, x=min(a, x), y=min(b, y), width=abs(a - x) or 0.1, height=abs(b - y) or 0.1
            )
            assert not any(overlap(line, one) for one in (*inside, *words))


def shrunk(spot: Spot) -> Spot:
    return Spot(
        lane=spot.lane, x=spot.x + 1, y=spot.y + 1, width=spot.width - 2, height=spot.height - 2
    )


def test_an_arrow_leads_from_each_step_to_the_next(shipped_maps: list[MapView]) -> None:
    several = 0
    for view in shipped_maps:
        grid = drawn(view)
        here = [place.spot for band in grid.bands for place in band.places if not place.aim]
        at = {box.entry.certification: box.spot for box in grid.boxes}
        steps = dict.fromkeys(pair for route in view.routes for pair in pairwise(("", *route)))
        wanted = [pair for pair in steps if pair[0] or here]
        assert len(grid.arrows) == len(wanted)
        several += len(wanted) > 1
        for (before, after), way in zip(wanted, grid.arrows, strict=True):
            assert any(on_border(way[0], spot) for spot in ([at[before]] if before else here))
            assert on_border(way[-1], at[after])
    assert several > 3


def on_border(point: tuple[float, float], spot: Spot) -> bool:
    x, y = point
    upright = x in (spot.x, spot.x + spot.width) and spot.y <= y <= spot.y + spot.height
    return upright or (y in (spot.y, spot.y + spot.height) and spot.x <= x <= spot.x + spot.width)


def test_arrows_from_different_boxes_do_not_lie_upon_each_other() -> None:
    """Three boxes in one lane: both ways must go round the middle one, on the two sides or side by
    side.
    """
    low, middle, high, top = (
        Spot(lane=0, x=100, y=y, width=100, height=40) for y in (300, 200, 100, 0)
    )
    streets = Streets(
        gutters=(80, 220), gaps=(-10, 350), walls=frozenset(), spots=(low, middle, high, top)
    )
    for pairs in (
        [((low,), high), ((middle,), top)],
        [((low,), top), ((middle,), top), ((high,), low)],
    ):
        for one, other in combinations(routed_paths(pairs, streets), 2):
            for (a, b), (c, d) in product(pairwise(one), pairwise(other)):
                for across, down in ((0, 1), (1, 0)):
                    if a[across] == b[across] == c[across] == d[across]:
                        first, second = sorted((a[down], b[down])), sorted((c[down], d[down]))
                        assert first[1] <= second[0] or second[1] <= first[0]


def test_arrows_from_one_start_share_their_way() -> None:
    start = Spot(lane=-1, x=0, y=100, width=50, height=20)
    first, second = (Spot(lane=0, x=100, y=y, width=100, height=40) for y in (90, 0))
    streets = Streets(gutters=(75, 225), gaps=(-10, 150), walls=frozenset(), spots=(first, second))
    to_first, to_second = routed_paths([((start,), first), ((start,), second)], streets)
    assert to_first == ((50, 110), (100, 110))
    assert to_second == ((50, 110), (75, 110), (75, 20), (100, 20))
