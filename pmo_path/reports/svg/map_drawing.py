"""Draw the map as SVG that stays readable in greyscale, in dark mode and by screen reader.

The state of a certification shows in the words of its box, in the sign before them and in its
border: heavy on the route, double if held, dashed if unconfirmed, with cut corners if not on offer.
"""

from __future__ import annotations

from collections.abc import Iterator

from pmo_path.contract.map import MapView
from pmo_path.messages.catalog import say
from pmo_path.messages.grammar import join
from pmo_path.messages.phrases import entry_label, map_title, route_words, row_label
from pmo_path.reports.svg.arrow_routing import Spot
from pmo_path.reports.svg.map_lanes import GUTTER, INNER, MARGIN, lane_layout
from pmo_path.reports.svg.map_layout import (
    GAP,
    HEAD,
    NOTE,
    TIP,
    TITLE,
    Band,
    Box,
    GridLayout,
    Place,
    boxed,
    grid_layout,
)
from pmo_path.reports.svg.shapes import arrow, card, element, number, sign, svg, texts
from pmo_path.reports.svg.text_metrics import text_block

SAMPLE = (40.0, 24.0)  # width and height of a sample in the key
KEY_WIDTH = 300.0


def map_svg(view: MapView, prefix: str = "map", alone: bool = True) -> str:
    """Return the map as one SVG element; its ids begin with `prefix`.

    Unless `alone`, draw the grid only, as the surrounding page has the rest in words. Drawn at
    natural size, one unit to a pixel; narrow pages should let it scroll.
    """
    top = MARGIN
    lanes = lane_layout(view)
    width = lanes.width
    heading = text_block(map_title(view), MARGIN, top, width - 2 * MARGIN, TITLE) if alone else None
    grid = grid_layout(lanes, heading.end + 20 if heading else top, meanings=alone)
    parts = [*(texts(heading, "ink") if heading else ()), *_grid(grid)]
    y = grid.end
    for more in (_route, _unplaced, _key) if alone else ():
        drawn, end = more(grid, y)
        parts += drawn
        y = end + GUTTER * bool(drawn)
    height = y - GUTTER + MARGIN
    paper = element("rect", paint="paper", width=width, height=height)
    return svg(
        "pmo-map", prefix, map_title(view), map_sentences(view), (width, height), [paper, *parts]
    )


def map_sentences(view: MapView) -> str:
    """Return the map in sentences: the route first, then the content of each row."""
    return " ".join(_sentences(view))


def _sentences(view: MapView) -> Iterator[str]:
    if view.routes:
        yield route_words(view)
    for row in view.rows:
        cells = zip(view.bodies, row.cells, strict=True)
        parts = [
            say("map-cell", body=body, names=join(map(entry_label, cell)))
            for body, cell in cells
            if cell
        ]
        yield f"{row_label(row)}: {'; '.join(parts) + '.' if parts else say('map-empty')}"
    if view.unplaced:
        yield say("map-unplaced", names=join(map(entry_label, view.unplaced)))


def _grid(grid: GridLayout) -> Iterator[str]:
    for head in grid.heads:
        yield from texts(head, "ink" if head.face is HEAD else "soft")
    for band in grid.bands:
        yield from _band(band, grid.width)
    for box in grid.boxes:
        yield from _box(box, grid.view)
    yield from map(arrow, grid.arrows)


def _band(band: Band, width: float) -> Iterator[str]:
    paint = "here" if band.row.here else "band"
    yield element(
        "rect", paint=paint, x=MARGIN, y=band.y, width=width - 2 * MARGIN, height=band.height, rx=10
    )
    name, *rest = band.texts
    yield from texts(name, "ink")
    for text in rest:
        yield from texts(text, "soft")
    yield from texts(band.empty, "soft")
    for place in band.places:
        yield from _place(place)


def _place(place: Place) -> Iterator[str]:
    """Yield a signpost: filled for where the person is, a dashed outline for where they aim."""
    spot = place.spot
    tip, low = spot.x + spot.width, spot.y + spot.height
    right = tip + TIP
    points = (
        (spot.x, spot.y),
        (tip, spot.y),
        (right, spot.y + spot.height / 2),
        (tip, low),
        (spot.x, low),
    )
    path = "M" + "L".join(f"{number(x)} {number(y)}" for x, y in points) + "Z"
    if place.aim:
        yield element(
            "path", paint="card", d=path, line="accent", stroke_width=2, stroke_dasharray="5 3"
        )
    else:
        yield element("path", paint="accent-fill", d=path)
    for text in (place.words, place.office):
        yield from texts(text, "ink" if place.aim else "on-accent")


def _box(box: Box, view: MapView) -> Iterator[str]:
    yield from card(box.spot, box.entry.signs)
    off = {"withdrawn", "suspended", "announced"} & set(box.entry.signs)
    yield from texts(box.name, "soft" if off else "ink")
    yield from texts(box.more, "soft")
    for code, words in box.notes:
        yield from sign(
            code, words.x - 13, words.y + NOTE.line / 2, _step(view, box.entry.certification)
        )
        yield from texts(words, "ink" if code in ("next", "step", "held", "lapsed") else "soft")


def _step(view: MapView, certification: str) -> int:
    """Return the position of a certification on the first route that has it as a
    later step, else 1.
    """
    places = (route.index(certification) + 1 for route in view.routes if certification in route[1:])
    return next(places, 1)


def _route(grid: GridLayout, y: float) -> tuple[list[str], float]:
    if not grid.view.routes:
        return [], y
    words = text_block(
        route_words(grid.view), MARGIN + INNER, y, grid.width - 2 * (MARGIN + INNER), HEAD
    )
    return list(texts(words, "ink")), words.end


def _unplaced(grid: GridLayout, y: float) -> tuple[list[str], float]:
    """Return the certifications without a level, side by side under a heading, each
    with its body.
    """
    if not grid.view.unplaced:
        return [], y
    x, room = MARGIN + INNER, grid.width - 2 * (MARGIN + INNER)
    heading = text_block(say("map-no-level"), x, y, room, HEAD)
    count = int((room + GAP) // (200 + GAP))
    width = (room + GAP) / count - GAP
    parts, y, end = list(texts(heading, "ink")), heading.end + 8, heading.end
    for place, entry in enumerate(grid.view.unplaced):
        if place and place % count == 0:
            y = end + GAP
        box = boxed(entry, entry.body, x + place % count * (width + GAP), y, width)
        parts += _box(box, grid.view)
        end = max(end, box.spot.y + box.spot.height)
    return parts, end


def _key(grid: GridLayout, y: float) -> tuple[list[str], float]:
    """Return the key to the signs in use, and where it ends; empty with fewer than two entries."""
    view = grid.view
    entries = [
        *(entry for row in view.rows for cell in row.cells for entry in cell),
        *view.unplaced,
    ]
    used: set[str] = {code for entry in entries for code in entry.signs}
    order = (
        "next",
        "step",
        "held",
        "lapsed",
        "alternative",
        "later",
        "announced",
        "unconfirmed",
        "unknown",
        "suspended",
        "withdrawn",
    )
    codes = [code for code in order if code in used]
    if any(not entry.signs for entry in entries):
        codes.append("plain")
    if grid.arrows:
        codes.insert(0, "way")
    if len(codes) < 2:
        return [], y
    x, room = MARGIN + INNER, grid.width - 2 * (MARGIN + INNER)
    heading = text_block(say("key"), x, y, room, HEAD)
    count = max(1, int(room // KEY_WIDTH))
    parts, y, end = list(texts(heading, "ink")), heading.end + 8, heading.end
    for place, code in enumerate(codes):
        if place and place % count == 0:
            y = end + 10
        left = x + place % count * (room / count)
        words = text_block(
            say(f"key-{code}"), left + SAMPLE[0] + 10, y + 3, room / count - SAMPLE[0] - 34, NOTE
        )
        parts += [*_sample(code, left, y), *texts(words, "soft")]
        end = max(end, words.end, y + SAMPLE[1])
    return parts, end


def _sample(code: str, x: float, y: float) -> Iterator[str]:
    if code == "way":
        yield arrow(((x, y + SAMPLE[1] / 2), (x + SAMPLE[0], y + SAMPLE[1] / 2)))
        return
    spot = Spot(lane=0, x=x, y=y, width=SAMPLE[0], height=SAMPLE[1])
    codes = () if code == "plain" else (code,)
    yield from card(spot, codes)
    for sign_code in codes:
        yield from sign(sign_code, *spot.middle, 2 if code == "step" else 1)
