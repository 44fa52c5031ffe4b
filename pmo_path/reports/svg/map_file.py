"""The map as an SVG file of its own."""

from __future__ import annotations

from pmo_path.contract.map import MapView
from pmo_path.reports.svg.map_drawing import map_svg


def render(view: MapView, width: int = 0) -> str:
    """Return the map as an SVG file; `width` is ignored."""
    return map_svg(view) + "\n"
