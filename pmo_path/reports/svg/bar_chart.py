"""Bar charts as SVG, independent of the domain: each label above its bar, to fit narrow pages.

The open part of a bar has a dashed outline and is named in its label, so that no meaning depends on
colour.
"""

from __future__ import annotations

from collections.abc import Iterator

from pmo_path.reports.blocks import Bar, Chart
from pmo_path.reports.svg.shapes import element, number, svg, texts
from pmo_path.reports.svg.text_metrics import Face, text_block

WIDTH, THICK, GAP, EDGE = 380.0, 16.0, 12.0, 2.0
WORDS, KEY = Face(14, 20), Face(12.5, 17)


def chart_svg(chart: Chart, prefix: str) -> str:
    """Return a chart as one SVG element; its ids begin with `prefix`."""
    longest = max((bar.count for bar in chart.bars), default=0) or 1
    parts, y = [], EDGE
    for bar in chart.bars:
        words = text_block(bar.text, EDGE, y, WIDTH - 2 * EDGE, WORDS)
        parts += [*texts(words, "ink"), *_bar(bar, words.end + 2, (WIDTH - 2 * EDGE) / longest)]
        y = words.end + 2 + THICK + GAP
    if chart.key:
        key = text_block(chart.key, EDGE, y, WIDTH - 2 * EDGE, KEY)
        parts += texts(key, "soft")
        y = key.end + GAP
    description = f"{'; '.join(bar.text for bar in chart.bars)}. {chart.key}".strip()
    return svg("pmo-chart", prefix, chart.title, description, (WIDTH, y), parts)


def _bar(bar: Bar, y: float, unit: float) -> Iterator[str]:
    """Yield the settled part, filled, and the open part, outlined; a stroke for a count of zero."""
    settled = bar.count - bar.open
    if not bar.count:
        yield element(
            "path", line="edge", d=f"M{number(EDGE)} {number(y)}v{number(THICK)}", stroke_width=2
        )
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
            width=max(bar.open * unit - 2 * inset, inset),
            height=THICK - 2 * inset,
            stroke_width=2,
            stroke_dasharray="5 3",
        )
