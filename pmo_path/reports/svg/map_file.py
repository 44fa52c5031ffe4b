"""The map as a picture of its own."""

from __future__ import annotations

from pmo_path.contract.map import MapView
from pmo_path.reports.svg.map_drawing import draw


def render(view: MapView, width: int = 0) -> str:
    """Return the picture as an SVG file; it has its own width."""
    return draw(view) + "\n"
