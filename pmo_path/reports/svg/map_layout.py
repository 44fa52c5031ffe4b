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
from pmo_path.reports.svg.arrow_routing import Spot, Streets, Way, ways
from pmo_path.reports.svg.text_metrics import Face, Lines, lines

MARGIN, GUTTER, ROW_GAP, INNER, GAP = 24.0, 36.0, 26.0, 14.0, 12.0
LEVEL = 146.0  # width of the column of level names
LANE, WIDEST_LANE, WIDTH, NARROWEST = 170.0, 220.0, 1000.0, 640.0
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
    name: Lines
    more: Lines
    notes: tuple[tuple[Sign, Lines], ...]
    rows: tuple[int, int]


class Place(Struct, frozen=True, kw_only=True):
    """The signpost on a level's row for where the person is or aims.

    Its tip is outside its spot.
    """

    aim: bool
    spot: Spot
    words: Lines
    office: Lines


class Band(Struct, frozen=True, kw_only=True):
    """The row of a career level."""

    row: MapRow
    y: float
    height: float
    texts: tuple[Lines, ...]  # name, number, meaning
    places: tuple[Place, ...]
    empty: Lines


class Picture(Struct, frozen=True, kw_only=True):
    """The laid-out grid with its arrows; `end` is the y coordinate below it."""

    view: MapView
    width: float
    heads: tuple[Lines, ...]
    bands: tuple[Band, ...]
    boxes: tuple[Box, ...]
    arrows: tuple[Way, ...]
    end: float


class Run(Struct, frozen=True):
    """A certification in adjacent rows `first` to `last`, in a lane of its body."""

    entry: MapEntry
    first: int
    last: int
    lane: int


class Frame(Struct, frozen=True, kw_only=True):
    """The horizontal layout, fixed before any height is known."""

    view: MapView
    runs: tuple[Run, ...]
    columns: tuple[int, ...]  # the column of each lane
    lane: float
    width: float


def frame(view: MapView) -> Frame:
    """Return the lanes of a map and their width.

    Each body has as many as its boxes need side by side.
    """
    runs, columns = _lanes(view)
    lane = min(max((WIDTH - _left(0, 0)) / max(1, len(columns)) - GUTTER, LANE), WIDEST_LANE)
    width = max(NARROWEST, _left(len(columns), lane) + MARGIN)
    return Frame(view=view, runs=tuple(runs), columns=tuple(columns), lane=lane, width=width)


def picture(of: Frame, top: float) -> Picture:
    """Return the grid laid out from `top` down."""
    heads = tuple(_heads(of, top))
    bands, boxes = _placed(of, max(one.end for one in heads) + ROW_GAP)
    end = bands[-1].y + bands[-1].height
    streets = Streets(
        gutters=tuple(_left(number, of.lane) - GUTTER / 2 for number in range(len(of.columns) + 1)),
        gaps=(*(band.y - ROW_GAP / 2 for band in bands), end + ROW_GAP / 2),
        walls=frozenset(
            (box.spot.lane, gap) for box in boxes for gap in range(box.rows[0] + 1, box.rows[1] + 1)
        ),
        spots=tuple(box.spot for box in boxes),
    )
    return Picture(
        view=of.view,
        width=of.width,
        heads=heads,
        bands=tuple(bands),
        boxes=tuple(boxes),
        arrows=_arrows(of.view, bands, boxes, streets),
        end=end + ROW_GAP,
    )


def _left(number: int, lane: float) -> float:
    """Return the x coordinate of the left edge of a lane."""
    return MARGIN + INNER + LEVEL + GUTTER + number * (lane + GUTTER)


def _lanes(view: MapView) -> tuple[list[Run], list[int]]:
    """Return the runs of all certifications, and the column of each lane."""
    found: list[Run] = []
    columns: list[int] = []
    for column in range(len(view.bodies)):
        taken: list[set[int]] = [set()]
        runs = sorted(_runs(view, column), key=lambda one: one[2] > one[1])
        for entry, first, last in runs:
            rows = set(range(first, last + 1))
            free = (number for number, used in enumerate(taken) if not used & rows)
            lane = 0 if first == last else next(free, len(taken))
            taken += [set()] * (lane == len(taken))
            taken[lane] |= rows
            found.append(Run(entry, first, last, len(columns) + lane))
        columns += [column] * len(taken)
    return found, columns


def _runs(view: MapView, column: int) -> Iterator[tuple[MapEntry, int, int]]:
    rows: dict[str, tuple[MapEntry, list[int]]] = {}
    for number, row in enumerate(view.rows):
        for entry in row.cells[column]:
            rows.setdefault(entry.certification, (entry, []))[1].append(number)
    for entry, numbers in rows.values():
        first = numbers[0]
        for one, after in pairwise([*numbers, -1]):
            if after != one + 1:
                yield entry, first, one
                first = after


def _heads(of: Frame, y: float) -> Iterator[Lines]:
    """Yield the texts above the grid: captions of columns and rows, then the names
    of the bodies.
    """
    start = _left(0, of.lane)
    bodies = lines(say("map-bodies"), start, y, of.width - MARGIN - start, NOTE)
    yield lines(say("map-levels"), MARGIN + INNER, bodies.y, LEVEL, NOTE)
    yield bodies
    for number, body in enumerate(of.view.bodies):
        first, count = of.columns.index(number), of.columns.count(number)
        yield lines(
            body, _left(first, of.lane), bodies.end, count * (of.lane + GUTTER) - GUTTER, HEAD
        )


def _placed(of: Frame, y: float) -> tuple[list[Band], list[Box]]:
    """Return the rows and boxes; each row is as high as its content."""
    bands: list[Band] = []
    boxes: list[Box] = []
    for number in range(len(of.view.rows)):
        band = _band(of, number, y)
        below: dict[int, float] = {}
        for run in of.runs:
            if run.first == number:
                start = below.get(run.lane, y + INNER)
                boxes.append(box := _box(of, run, start))
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


def _moved(block: Lines, down: float) -> Lines:
    return replace(block, y=block.y + down)


def _box(of: Frame, run: Run, y: float) -> Box:
    low, high = of.view.rows[run.last].number, of.view.rows[run.first].number
    said = [say("map-across", low=low, high=high)] if high > low else []
    rest = [row.number for row in of.view.rows if run.entry in row.cells[of.columns[run.lane]]]
    also = [str(one) for one in sorted(rest) if not low <= one <= high]
    said += [say("map-also", levels=join(also))] if also else []
    return boxed(
        run.entry,
        "; ".join(said),
        _left(run.lane, of.lane),
        y,
        of.lane,
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
    name = lines(entry.short, x + PAD_X, y + PAD_Y, room, STRONG if strong else NAME)
    tail = lines(more, x + PAD_X, name.end, room, NOTE)
    notes: list[tuple[Sign, Lines]] = []
    end = tail.end + 4 * bool(entry.signs)
    for sign, mark in zip(entry.signs, entry.marks, strict=True):
        notes.append((sign, lines(mark, x + PAD_X + ICON, end, room - ICON, NOTE)))
        end = notes[-1][1].end
    spot = Spot(lane=lane, x=x, y=y, width=width, height=end + PAD_Y - y)
    return Box(entry=entry, spot=spot, name=name, notes=tuple(notes), more=tail, rows=rows)


def _band(of: Frame, number: int, y: float) -> Band:
    """Return a row with the text at its left, as high as that text."""
    x, row = MARGIN + INNER, of.view.rows[number]
    name = lines(row.level.capitalize(), x, y + INNER, LEVEL, LEVEL_NAME)
    level = lines(say("map-number", number=row.number), x, name.end, LEVEL, NOTE)
    end = level.end
    places = []
    for aim, there in ((False, row.here), (True, row.aim)):
        if there:
            places.append(_place(of.view, aim, x, end + 6))
            end = places[-1].spot.y + places[-1].spot.height
    about = lines(
        BY_KEY["experience_level"].says[row.level], x, end + 6 * bool(places), LEVEL, NOTE
    )
    left = _left(0, 0)
    words = "" if any(row.cells) else say("map-empty")
    empty = lines(words, left, y + INNER + 2, of.width - MARGIN - GUTTER - left, NOTE)
    texts = (name, level, about)
    return Band(
        row=row, y=y, height=about.end + INNER - y, texts=texts, places=tuple(places), empty=empty
    )


def _place(view: MapView, aim: bool, x: float, y: float) -> Place:
    maybe = sum(row.here for row in view.rows) > 1
    what = "map-aim" if aim else "map-place-maybe" if maybe else "map-place"
    kinds = [view.profile.get("target_pmo_type")] if aim else view.profile.get("pmo_types", ())
    types = join((type_words(one) for one in kinds if one), "or")
    room = LEVEL - TIP - 2 * 8
    words = lines(say(what), x + 8, y + 5, room, PLACE)
    office = lines(say("map-office", types=types) if types else "", x + 8, words.end, room, NOTE)
    spot = Spot(lane=-1, x=x, y=y, width=LEVEL - TIP, height=office.end + 5 - y)
    return Place(aim=aim, spot=spot, words=words, office=office)


def _arrows(
    view: MapView, bands: Sequence[Band], boxes: Sequence[Box], streets: Streets
) -> tuple[Way, ...]:
    """Return the arrows of all routes, from the person's signpost on.

    Steps outside the grid have none.
    """
    at: dict[str, list[Spot]] = {
        "": [one.spot for band in bands for one in band.places if not one.aim]
    }
    for box in boxes:
        at.setdefault(box.entry.certification, []).append(box.spot)
    steps = [pair for route in view.routes for pair in pairwise(("", *route))]
    pairs = [
        (at[before], at[after][-1])
        for before, after in dict.fromkeys(steps)
        if at.get(before) and after in at
    ]
    return ways(pairs, streets)
