"""One file per output format, each `render(advice, width)`; none writes.

Those of a report have `report(report)` and, for many people, `summary(cohort)` too. They give text, and those of
BINARY bytes.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import TYPE_CHECKING, TypeAlias, cast

if TYPE_CHECKING:  # an advice as JSON does without the other answers
    from pmo_path.contract.advice import Advice
    from pmo_path.contract.cohort import Cohort
    from pmo_path.contract.map import MapView
    from pmo_path.contract.report import Report

Render: TypeAlias = "Callable[[Advice, int], str | bytes]"
RenderReport: TypeAlias = "Callable[[Report], str | bytes]"
RenderSummary: TypeAlias = "Callable[[Cohort], str | bytes]"

# An output format is one file here and one row.
FORMATS: Mapping[str, str] = {
    "text": "pmo_path.reports.text",
    "json": "pmo_path.reports.json",
    "markdown": "pmo_path.reports.markdown",
    "html": "pmo_path.reports.html.page",
    "pdf": "pmo_path.reports.pdf.compile",
}
# What the name of a file says of its format.
SUFFIXES = {
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "html",
    ".htm": "html",
    ".json": "json",
    ".txt": "text",
}
SUFFIXES |= {f".{name}": name for name in ("pdf", "docx")}
PLANNED = ("docx",)
BINARY = ("pdf",)  # not for a terminal
REPORTS = ("markdown", "html", "pdf", "json")  # with what the mentor adds

# The same for the map, `render(view, width) -> str`.
MAP_FORMATS: Mapping[str, str] = {
    "text": "pmo_path.reports.text_map",
    "svg": "pmo_path.reports.svg.map_file",
}


def renderer(name: str) -> Render:
    """Return the renderer of a format, loading only that one."""
    return cast("Render", import_module(FORMATS[name]).render)


def report_renderer(name: str) -> RenderReport:
    """Return the renderer of a format for an advice with what the mentor adds."""
    return cast("RenderReport", import_module(FORMATS[name]).report)


def summary_renderer(name: str) -> RenderSummary:
    """Return the renderer of a format for the summary of a cohort."""
    return cast("RenderSummary", import_module(FORMATS[name]).summary)


def map_renderers() -> dict[str, Callable[[MapView, int], str]]:
    """Return the renderers of the map by format, each loaded when it is used."""

    def deferred(module: str) -> Callable[[MapView, int], str]:
        return lambda view, width: cast(str, import_module(module).render(view, width))

    return {name: deferred(module) for name, module in MAP_FORMATS.items()}
