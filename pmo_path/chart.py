"""A chart of bars as SVG: each bar under its words, so that it fits the narrowest page; knows no domain.

What is open is a broken outline and said in words, so that no colour carries a meaning.
"""

from __future__ import annotations

from collections.abc import Iterator

from pmo_path.blocks import Bar, Chart
from pmo_path.lettering import Face, Lines, lines
from pmo_path.shapes import element, escape, number, style
from pmo_path.values import printable

FONT = "Liberation Sans, Arial, Helvetica, sans-serif"
WIDTH, THICK, GAP, EDGE = 380.0, 16.0, 12.0, 2.0
WORDS, KEY = Face(14, 20), Face(12.5, 17)


def draw_chart(chart: Chart, prefix: str) -> str:
    """Return a chart as one SVG element, whose ids begin with `prefix`."""
    longest = max((bar.count for bar in chart.bars), default=0) or 1
    parts, y = [], EDGE
    for bar in chart.bars:
        words = lines(bar.text, EDGE, y, WIDTH - 2 * EDGE, WORDS)
        parts += [*_text(words, "ink"), *_bar(bar, words.end + 2, (WIDTH - 2 * EDGE) / longest)]
        y = words.end + 2 + THICK + GAP
    if chart.key:
        key = lines(chart.key, EDGE, y, WIDTH - 2 * EDGE, KEY)
        parts += _text(key, "soft")
        y = key.end + GAP
    names = escape(f"{prefix}-title {prefix}-desc")
    told = "; ".join(printable(bar.text) for bar in chart.bars)
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" class="pmo-chart" role="img" aria-labelledby="{names}" '
            f'xml:lang="en" viewBox="0 0 {number(WIDTH)} {number(y)}" width="{number(WIDTH)}" '
            f'height="{number(y)}" font-family="{FONT}">',
            f'<title id="{escape(prefix)}-title">{escape(printable(chart.title))}</title>',
            f'<desc id="{escape(prefix)}-desc">{escape(f"{told}. {printable(chart.key)}".strip())}</desc>',
            f"<style>{style('.pmo-chart')}</style>",
            *parts,
            "</svg>",
        ]
    )


def _bar(bar: Bar, y: float, unit: float) -> Iterator[str]:
    """Yield what is settled, filled, then what is open, outlined; a stroke where there is nothing."""
    settled = bar.count - bar.open
    if not bar.count:
        yield element("path", line="edge", d=f"M{number(EDGE)} {number(y)}v{number(THICK)}", stroke_width=2)
    if settled:
        yield element("rect", paint="accent-fill", x=EDGE, y=y, width=settled * unit, height=THICK)
    if bar.open:
        inset = 1.0
        yield element(
            "rect",
            paint="paper",
            line="accent",
            x=EDGE + settled * unit + inset,
            y=y + inset,
            width=bar.open * unit - 2 * inset,
            height=THICK - 2 * inset,
            stroke_width=2,
            stroke_dasharray="5 3",
        )


def _text(block: Lines, paint: str) -> Iterator[str]:
    face = block.face
    for place, line in enumerate(block.lines):
        y = block.y + face.line * place + face.line / 2 + face.size * 0.36
        yield element("text", line, paint=paint, x=block.x, y=y, font_size=face.size)
