"""SVG shapes for the map: borders, signs and arrows, with colours for light and dark mode.

Colours are attributes of each shape, so that every SVG reader shows them; the style sheet only
replaces them for dark mode on screen.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping

from markupsafe import escape

from pmo_path.core.text import printable
from pmo_path.reports.svg.arrow_routing import ArrowPath, Spot
from pmo_path.reports.svg.text_metrics import TextBlock

# Property, light colour and dark colour of each paint.
_PAINTS: Mapping[str, tuple[str, str, str]] = {
    "paper": ("fill", "#ffffff", "#14171b"),
    "band": ("fill", "#f3f4f6", "#1e2228"),
    "here": ("fill", "#e4edf8", "#1b2d44"),
    "card": ("fill", "#ffffff", "#14171b"),
    "ink": ("fill", "#1b1f24", "#e8ebee"),
    "soft": ("fill", "#525b66", "#aab3bd"),
    "accent-fill": ("fill", "#0b57a4", "#8cc2ff"),
    "on-accent": ("fill", "#ffffff", "#0d1117"),
    "accent": ("stroke", "#0b57a4", "#8cc2ff"),
    "edge": ("stroke", "#6a737d", "#8b949e"),
    "mark": ("stroke", "#1b1f24", "#e8ebee"),
}
_OFF_OFFER = ("withdrawn", "suspended", "announced")
_DASHES = {"unconfirmed": "7 4", "unknown": "7 4", "withdrawn": "2 3", "announced": "10 3 2 3"}
FONT = "Liberation Sans, Arial, Helvetica, sans-serif"
MIDDLE = 0.36  # from the middle of a line down to its baseline, as a share of the font size
ROUND, CUT, HEAD, TURN = 8.0, 9.0, 10.0, 7.0  # round corners, cut corners, arrow heads, bends


def style(scope: str) -> str:
    """Return the style sheet that replaces the colours in dark mode."""
    rules = "".join(
        f"{scope} .{name}{{{kind}:{dark}}}" for name, (kind, _, dark) in _PAINTS.items()
    )
    return f"@media screen and (prefers-color-scheme: dark){{{rules}}}"


def number(value: float) -> str:
    """Return a length rounded to a tenth, without a trailing `.0`."""
    return f"{value:.1f}".removesuffix(".0")


def element(
    tag: str, text: str = "", paint: str = "", line: str = "", **values: str | float | None
) -> str:
    """Return an element with a paint for its fill and one for its stroke.

    Attributes of None are left out.
    """
    names = [name for name in (paint, line) if name]
    shown: dict[str, str | float | None] = {"class": " ".join(names)}
    if not paint:
        shown["fill"] = "none"
    shown |= {_PAINTS[name][0]: _PAINTS[name][1] for name in names}
    shown |= {name.replace("_", "-"): value for name, value in values.items()}
    inside = "".join(
        f' {name}="{escape(value) if isinstance(value, str) else number(value)}"'
        for name, value in shown.items()
        if value is not None
    )
    return f"<{tag}{inside}>{escape(text)}</{tag}>" if text else f"<{tag}{inside}/>"


def card(spot: Spot, signs: Collection[str]) -> Iterator[str]:
    """Yield the border of a certification; its shape repeats the meaning of its signs."""
    off = any(code in signs for code in _OFF_OFFER)
    on_route = "next" in signs or "step" in signs
    dash = next((_DASHES[code] for code in signs if code in _DASHES), None)
    width = 3.5 if "next" in signs else 2.2 if "step" in signs else 1.3
    line = "accent" if on_route else "edge"
    yield outline(spot, off, 0, paint="card", line=line, stroke_width=width, stroke_dasharray=dash)
    if "held" in signs:
        yield outline(spot, off, 4, line="edge", stroke_width=1.3, stroke_dasharray=dash)


def outline(spot: Spot, cut: bool, inset: float, **values: str | float | None) -> str:
    """Return a rectangle with round or cut corners, `inset` inside a spot."""
    x, y, width, height = (
        spot.x + inset,
        spot.y + inset,
        spot.width - 2 * inset,
        spot.height - 2 * inset,
    )
    if not cut:
        paint, line = str(values.pop("paint", "")), str(values.pop("line", ""))
        radius = ROUND - inset
        return element(
            "rect", "", paint, line, x=x, y=y, width=width, height=height, rx=radius, **values
        )
    corner = CUT - inset
    across, down = number(width - 2 * corner), number(height - 2 * corner)
    c = number(corner)
    path = (
        f"M{number(x + corner)} {number(y)}h{across}l{c} {c}v{down}l-{c} {c}"
        f"h-{across}l-{c} -{c}v-{down}Z"
    )
    paint, line = str(values.pop("paint", "")), str(values.pop("line", ""))
    return element("path", "", paint, line, d=path, **values)


def arrow(points: ArrowPath) -> str:
    """Return an arrow: a line with rounded bends and a head, both drawn as paths."""
    (a, b), (x, y) = points[-2:]
    length = max(abs(x - a), abs(y - b)) or 1
    dx, dy = (x - a) / length, (y - b) / length
    base = (x - dx * HEAD, y - dy * HEAD)
    half = HEAD / 2
    head = (
        (x, y),
        (base[0] - dy * half, base[1] + dx * half),
        (base[0] + dy * half, base[1] - dx * half),
    )
    line = element("path", line="accent", d=_rounded((*points[:-1], base)), stroke_width=2.5)
    return line + element("path", paint="accent-fill", d="M" + "L".join(map(_point, head)) + "Z")


def _point(point: tuple[float, float]) -> str:
    return f"{number(point[0])} {number(point[1])}"


def _rounded(points: ArrowPath) -> str:
    path = f"M{_point(points[0])}"
    for before, corner, after in zip(points, points[1:], points[2:], strict=False):
        begin, end = _towards(corner, before), _towards(corner, after)
        path += f"L{_point(begin)}Q{_point(corner)} {_point(end)}"
    return f"{path}L{_point(points[-1])}"


def _towards(corner: tuple[float, float], other: tuple[float, float]) -> tuple[float, float]:
    """Return the point `TURN` away from a corner towards another point, at most half-way."""
    length = abs(other[0] - corner[0]) + abs(other[1] - corner[1])
    share = min(TURN, length / 2) / (length or 1)
    return corner[0] + (other[0] - corner[0]) * share, corner[1] + (other[1] - corner[1]) * share


def sign(code: str, x: float, y: float, step: int = 1) -> Iterator[str]:
    """Yield the small sign for a code, centred at a point; `step` is its number on a route."""
    if code in ("next", "step"):
        filled = code == "next"
        paints = (
            {"paint": "accent-fill"}
            if filled
            else {"paint": "card", "line": "accent", "stroke_width": 1.5}
        )
        yield element("circle", "", cx=x, cy=y, r=7.5 if filled else 7, **paints)
        paint = "on-accent" if filled else "ink"
        values = {"text_anchor": "middle", "font_weight": "bold"}
        yield element("text", str(step), paint=paint, x=x, y=y + 3.8, font_size=10.5, **values)
        return
    path = _SIGNS[code](x, y)
    yield element(
        "path",
        line="mark",
        d=path,
        stroke_width=1.8,
        stroke_linecap="round",
        stroke_linejoin="round",
    )


def _path(template: str) -> Callable[[float, float], str]:
    """Return a function that draws a relative path from a centre point."""
    return lambda x, y: f"M{number(x)} {number(y)}{template}"


_SIGNS: Mapping[str, Callable[[float, float], str]] = {
    "held": _path("m-6 0l4 5l8 -10"),
    "lapsed": _path("m0 -6a6 6 0 1 0 .1 0m-.1 2.5v3.7l2.6 1.6"),
    "alternative": _path("m0 -6l6 6l-6 6l-6 -6z"),
    "later": _path("m-5 -5l5 5l-5 5m5 -10l5 5l-5 5"),
    "withdrawn": _path("m-5 -5l10 10m0 -10l-10 10"),
    "suspended": _path("m-3 -5v10m6 -10v10"),
    "announced": _path("m0 -5v10m-5 -5h10"),
    "unconfirmed": _path("m-3.5 -3.2a3.5 3.5 0 1 1 5 3.1q-1.5 .8 -1.5 2.6m0 3.5v.1"),
    "unknown": _path("m-3.5 -3.2a3.5 3.5 0 1 1 5 3.1q-1.5 .8 -1.5 2.6m0 3.5v.1"),
}


def texts(block: TextBlock, paint: str) -> Iterator[str]:
    """Yield the lines of a block of text."""
    face = block.face
    weight = "bold" if face.bold else None
    for place, line in enumerate(block.lines):
        if line:
            y = block.y + face.line * place + face.line / 2 + face.size * MIDDLE
            yield element(
                "text", line, paint=paint, x=block.x, y=y, font_size=face.size, font_weight=weight
            )


def svg(
    name: str,
    prefix: str,
    title: str,
    description: str,
    size: tuple[float, float],
    parts: Iterable[str],
) -> str:
    """Return an SVG element of class `name`, with title and description.

    Its ids begin with `prefix`.
    """
    width, height = (number(length) for length in size)
    names = escape(f"{prefix}-title {prefix}-desc")
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" class="{name}" role="img" '
            f'aria-labelledby="{names}" xml:lang="en" viewBox="0 0 {width} {height}" '
            f'width="{width}" height="{height}" font-family="{FONT}">',
            f'<title id="{escape(prefix)}-title">{escape(printable(title))}</title>',
            f'<desc id="{escape(prefix)}-desc">{escape(printable(description))}</desc>',
            f"<style>{style(f'.{name}')}</style>",
            *parts,
            "</svg>",
        ]
    )
