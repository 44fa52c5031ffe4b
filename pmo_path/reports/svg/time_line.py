"""A time line as SVG, independent of the domain: one event below the other, along a line.

The shape before an event repeats its kind, and the line is dashed before an event without a day, so
that no meaning depends on colour. Distances are not to scale: years stand beside days.
"""

from __future__ import annotations

from pmo_path.reports.blocks import Event, TimeLine
from pmo_path.reports.svg.shapes import element, number, svg, texts
from pmo_path.reports.svg.text_metrics import Face, text_block

WIDTH, EDGE, SPINE, WORDS_AT = 380.0, 2.0, 12.0, 34.0
DAY, WORDS, KEY = Face(12.5, 17), Face(14, 20), Face(12.5, 17)
GAP, SIZE = 12.0, 7.0


def time_line_svg(line: TimeLine, prefix: str) -> str:
    """Return a time line as one SVG element; its ids begin with `prefix`."""
    parts: list[str] = []
    y, last = EDGE, None
    for event in line.events:
        drawn, end = _event(event, y)
        middle = y + DAY.line / 2 + 1
        if last is not None:
            parts.insert(0, _spine(last, middle, dashed=event.open))
        parts += drawn
        y, last = end + GAP, middle
    key = text_block(line.key, EDGE, y, WIDTH - 2 * EDGE, KEY)
    parts += texts(key, "soft")
    description = f"{'; '.join(line.told)}. {line.key}"
    return svg("pmo-time-line", prefix, line.title, description, (WIDTH, key.end + EDGE), parts)


def _event(event: Event, y: float) -> tuple[list[str], float]:
    room = WIDTH - WORDS_AT - EDGE
    when = text_block(event.when, WORDS_AT, y, room, DAY)
    words = text_block(event.text, WORDS_AT, when.end, room, WORDS)
    shape = _shape(event, y + DAY.line / 2 + 1)
    return [shape, *texts(when, "soft"), *texts(words, "ink")], words.end


def _spine(top: float, bottom: float, dashed: bool) -> str:
    path = f"M{number(SPINE)} {number(top)}V{number(bottom)}"
    dash = "3 5" if dashed else None
    return element("path", line="edge", d=path, stroke_width=2, stroke_dasharray=dash)


def _shape(event: Event, y: float) -> str:
    """Return a disc for an exam, a hollow square for experience, a hollow diamond for a renewal."""
    if event.shape == "exam":
        return element("circle", paint="accent-fill", cx=SPINE, cy=y, r=SIZE)
    if event.shape == "experience":
        side = 2 * SIZE - 2
        return element(
            "rect",
            paint="paper",
            line="accent",
            x=SPINE - side / 2,
            y=y - side / 2,
            width=side,
            height=side,
            stroke_width=2,
        )
    size = number(SIZE)
    path = f"M{number(SPINE)} {number(y - SIZE)}l{size} {size}l-{size} {size}l-{size} -{size}Z"
    return element("path", paint="paper", line="accent", d=path, stroke_width=2)
