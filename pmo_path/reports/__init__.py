"""One file per output format, each `render(advice, width) -> str`; none writes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import cast

from pmo_path.advice import Advice

Render = Callable[[Advice, int], str]

# An output format is one file here and one row.
FORMATS: Mapping[str, str] = {
    "text": "pmo_path.reports.text",
    "json": "pmo_path.reports.json",
}


def renderer(name: str) -> Render:
    """Return the renderer of a format, loading only that one."""
    return cast(Render, import_module(FORMATS[name]).render)
