"""SVG as PNG, for formats that show no SVG. It needs resvg, a part of the extra `docx`."""

from __future__ import annotations

import re

import resvg_py

import pmo_path
from pmo_path.reports.svg.text_metrics import REGULAR

_FONTS = f"{pmo_path.__path__[0]}/fonts"
_STRANGE = re.compile(f"[^{re.escape(''.join(REGULAR))}\n]")  # what our font may lack
_NOT_DRAWN = re.compile(r"<(title|desc)\b.*?</\1>", re.DOTALL)
_ZOOM = 2.0  # pixels a unit: across a page of paper, the map has 300 to the inch


def png(svg: str) -> bytes:
    """Return an SVG as PNG, set in our fonts; in those of the system only what ours may lack."""
    drawn = _NOT_DRAWN.sub("", svg)
    return resvg_py.svg_to_bytes(
        svg_string=drawn,
        zoom=_ZOOM,
        font_dirs=[_FONTS],
        skip_system_fonts=not _STRANGE.search(drawn),
    )
