"""Layout of the map: positions of boxes, lines of text and arrows, in pixels.

Career levels are rows, certifying bodies are columns. A certification is a box in the cells of its
levels; for several adjacent levels it is one box across them. Styling is left to `map_drawing`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from pmo_path.contract.map import MapEntry, MapRow, MapView, Sign
from pmo_path.messages.catalog import say
from pmo_path.messages.grammar import join
from pmo_path.messages.phrases import type_words
from pmo_path.profile.facts import BY_KEY
from pmo_path.reports.svg.arrow_routing import ArrowPath, Spot, Streets, routed_paths
from pmo_path.reports.svg.map_lanes import GUTTER, INNER, LEVEL, MARGIN, LaneLayout, Run
from pmo_path.reports.svg.text_metrics import Face, TextBlock, text_block

ROW_GAP, GAP = 26.0, 12.0
PAD_X, PAD_Y, ICON, TIP = 12.0, 10.0, 20.0, 12.0  # padding of a box, room for a sign, tip


TITLE, HEAD, LEVEL_NAME = Face(20, 26, True), Face(14, 18, True), Face(16, 20, True)
NAME, STRONG, NOTE, PLACE = (
    Face(14.5, 18),
    Face(14.5, 18, True),
    Face(12.5, 18),
    Face(12.5, 16, True),
)


class Box(Struct, frozen=True, kw_only=True):
    """The box of a certification: its name, a remark, and its signs with their words."""

    entry: MapEntry
    spot: Spot
    name: TextBlock
    more: TextBlock
    notes: tuple[tuple[Sign, TextBlock], ...]
    rows: tuple[int, int]


class Place(Struct, frozen=True, kw_only=True):
    """The signpost on a level's row for where the person is or aims.

    Its tip is outside its spot.
    """

    aim: bool
    spot: Spot
    words: TextBlock
    office: TextBlock


class Band(Struct, frozen=True, kw_only=True):
    """The row of a career level."""

    row: MapRow
    y: float
    height: float
    texts: tuple[TextBlock, ...]  # name, number, meaning
    places: tuple[Place, ...]
    empty: TextBlock


class GridLayout(Struct, frozen=True, kw_only=True):
    """The laid-out grid with its arrows; `end` is the y coordinate below it."""

    view: MapView
    width: float
    heads: tuple[TextBlock, ...]
    bands: tuple[Band, ...]
    boxes: tuple[Box, ...]
    arrows: tuple[ArrowPath, ...]
    end: float


def grid_layout(lanes: LaneLayout, top: float, meanings: bool = True) -> GridLayout:
    """Return the grid laid out from `top` down, with or without the meanings of the levels."""
    heads = tuple(_heads(lanes, top))
    bands, boxes = _placed(lanes, max(head.end for head in heads) + ROW_GAP, meanings)
    end = bands[-1].y + bands[-1].height
    streets = Streets(
        gutters=tuple(lanes.left(number) - GUTTER / 2 for number in range(len(lanes.columns) + 1)),
        gaps=(*(band.y - ROW_GAP / 2 for band in bands), end + ROW_GAP / 2),
        walls=frozenset(
            (box.spot.lane, gap) for box in boxes for gap in range(box.rows[0] + 1, box.rows[1] + 1)
        ),
        spots=tuple(box.spot for box in boxes),
    )
    return GridLayout(
        view=lanes.view,
        width=lanes.width,
        heads=heads,
        bands=tuple(bands),
        boxes=tuple(boxes),
        arrows=_arrows(lanes.view, bands, boxes, streets),
        end=end + ROW_GAP,
    )


def _heads(lanes: LaneLayout, y: float) -> Iterator[TextBlock]:
    """Yield the texts above the grid: captions of columns and rows, then the names
    of the bodies.
    """
    start = lanes.left(0)
    bodies = text_block(say("map-bodies"), start, y, lanes.width - MARGIN - start, NOTE)
    yield text_block(say("map-levels"), MARGIN + INNER, bodies.y, LEVEL, NOTE)
    yield bodies
    for number, body in enumerate(lanes.view.bodies):
        first, count = lanes.columns.index(number), lanes.columns.count(number)
        yield text_block(
            body, lanes.left(first), bodies.end, count * (lanes.lane_width + GUTTER) - GUTTER, HEAD
        )


def _placed(lanes: LaneLayout, y: float, meanings: bool) -> tuple[list[Band], list[Box]]:
    """Return the rows and boxes; each row is as high as its content."""
    bands: list[Band] = []
    boxes: list[Box] = []
    for number in range(len(lanes.view.rows)):
        band = _band(lanes, number, y, meanings)
        below: dict[int, float] = {}
        for run in lanes.runs:
            if run.first == number:
                start = below.get(run.lane, y + INNER)
                boxes.append(box := _box(lanes, run, start))
                below[run.lane] = start + box.spot.height + GAP
        ends = [box.spot.y + box.spot.height + INNER for box in boxes if box.rows[1] == number]
        end = max([band.y + band.height, *ends])
        bands.append(replace(band, height=end - y))
        boxes = [
            _down_to(box, end - INNER) if box.rows[1] == number > box.rows[0] else box
            for box in boxes
        ]
        y = end + ROW_GAP
    return bands, boxes


def _down_to(box: Box, end: float) -> Box:
    """Return a box stretched down to `end`, its text centred vertically."""
    height = end - box.spot.y
    down = (height - box.spot.height) / 2
    return replace(
        box,
        spot=replace(box.spot, height=height),
        name=_moved(box.name, down),
        more=_moved(box.more, down),
        notes=tuple((sign, _moved(words, down)) for sign, words in box.notes),
    )


def _moved(block: TextBlock, down: float) -> TextBlock:
    return replace(block, y=block.y + down)


def _box(lanes: LaneLayout, run: Run, y: float) -> Box:
    low, high = lanes.view.rows[run.last].number, lanes.view.rows[run.first].number
    remarks = [say("map-across", low=low, high=high)] if high > low else []
    rest = [
        row.number for row in lanes.view.rows if run.entry in row.cells[lanes.columns[run.lane]]
    ]
    also = [str(number) for number in sorted(rest) if not low <= number <= high]
    remarks += [say("map-also", levels=join(also))] if also else []
    return boxed(
        run.entry,
        "; ".join(remarks),
        lanes.left(run.lane),
        y,
        lanes.lane_width,
        run.lane,
        (run.first, run.last),
    )


def boxed(
    entry: MapEntry,
    more: str,
    x: float,
    y: float,
    width: float,
    lane: int = 0,
    rows: tuple[int, int] = (0, 0),
) -> Box:
    """Return a box as high as its text: name, the remark `more`, and signs with their words."""
    room = width - 2 * PAD_X
    strong = any(sign in ("next", "step", "held", "lapsed") for sign in entry.signs)
    name = text_block(entry.short, x + PAD_X, y + PAD_Y, room, STRONG if strong else NAME)
    tail = text_block(more, x + PAD_X, name.end, room, NOTE)
    notes: list[tuple[Sign, TextBlock]] = []
    end = tail.end + 4 * bool(entry.signs)
    for sign, mark in zip(entry.signs, entry.marks, strict=True):
        notes.append((sign, text_block(mark, x + PAD_X + ICON, end, room - ICON, NOTE)))
        end = notes[-1][1].end
    spot = Spot(lane=lane, x=x, y=y, width=width, height=end + PAD_Y - y)
    return Box(entry=entry, spot=spot, name=name, notes=tuple(notes), more=tail, rows=rows)


def _band(lanes: LaneLayout, number: int, y: float, meanings: bool) -> Band:
    """Return a row with the text at its left, as high as that text."""
    x, row = MARGIN + INNER, lanes.view.rows[number]
    name = text_block(row.level.capitalize(), x, y + INNER, LEVEL, LEVEL_NAME)
    level = text_block(say("map-number", number=row.number), x, name.end, LEVEL, NOTE)
    end = level.end
    places = []
    for aim, shown in ((False, row.here), (True, row.aim)):
        if shown:
            places.append(_place(lanes.view, aim, x, end + 6))
            end = places[-1].spot.y + places[-1].spot.height
    meaning = BY_KEY["experience_level"].says[row.level] if meanings else ""
    about = text_block(meaning, x, end + 6 * bool(places), LEVEL, NOTE)
    left = lanes.left(0)
    words = "" if any(row.cells) else say("map-empty")
    empty = text_block(words, left, y + INNER + 2, lanes.width - MARGIN - GUTTER - left, NOTE)
    texts = (name, level, about)
    return Band(
        row=row, y=y, height=about.end + INNER - y, texts=texts, places=tuple(places), empty=empty
    )


def _place(view: MapView, aim: bool, x: float, y: float) -> Place:
    maybe = sum(row.here for row in view.rows) > 1
    code = "map-aim" if aim else "map-place-maybe" if maybe else "map-place"
    kinds = [view.profile.get("target_pmo_type")] if aim else view.profile.get("pmo_types", ())
    types = join((type_words(kind) for kind in kinds if kind), "or")
    room = LEVEL - TIP - 2 * 8
    words = text_block(say(code), x + 8, y + 5, room, PLACE)
    office = text_block(
        say("map-office", types=types) if types else "", x + 8, words.end, room, NOTE
    )
    spot = Spot(lane=-1, x=x, y=y, width=LEVEL - TIP, height=office.end + 5 - y)
    return Place(aim=aim, spot=spot, words=words, office=office)


def _arrows(
    view: MapView, bands: Sequence[Band], boxes: Sequence[Box], streets: Streets
) -> tuple[ArrowPath, ...]:
    """Return the arrows of all routes, from the person's signpost on.

    Steps outside the grid have none.
    """
    at: dict[str, list[Spot]] = {
        "": [place.spot for band in bands for place in band.places if not place.aim]
    }
    for box in boxes:
        at.setdefault(box.entry.certification, []).append(box.spot)
    steps = [pair for route in view.routes for pair in pairwise(("", *route))]
    pairs = [
        (at[before], at[after][-1])
        for before, after in dict.fromkeys(steps)
        if at.get(before) and after in at
    ]
    return routed_paths(pairs, streets)
