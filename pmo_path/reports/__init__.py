"""One file per output format, each `render(advice, width) -> str`; none writes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import cast

from pmo_path.advice import Advice
from pmo_path.answers import MapView

Render = Callable[[Advice, int], str]

# An output format is one file here and one row.
FORMATS: Mapping[str, str] = {
    "text": "pmo_path.reports.text",
    "json": "pmo_path.reports.json",
}

# The same for the map, `render(view, width) -> str`.
MAP_FORMATS: Mapping[str, str] = {
    "text": "pmo_path.reports.map",
    "svg": "pmo_path.reports.svg",
}


def renderer(name: str) -> Render:
    """Return the renderer of a format, loading only that one."""
    return cast(Render, import_module(FORMATS[name]).render)


def map_renderers() -> dict[str, Callable[[MapView, int], str]]:
    """Return the renderers of the map by format, each loaded when it is used."""

    def deferred(module: str) -> Callable[[MapView, int], str]:
        return lambda view, width: cast(str, import_module(module).render(view, width))

    return {name: deferred(module) for name, module in MAP_FORMATS.items()}
