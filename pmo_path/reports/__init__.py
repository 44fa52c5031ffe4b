"""Registry of output formats: one module each, with `render(advice, width)`; none writes output.

The formats of a report also have `report(report, brief)` and, for a cohort, `summary(cohort)`;
those that build on blocks do it through `translate(blocks)`. All return text, except those in
BINARY, which return bytes. These four names are the protocol of a format, found through the tables
below: modules share them on purpose, where every other public name is unique.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import TYPE_CHECKING, TypeAlias, cast

if TYPE_CHECKING:  # not loaded where only an advice is rendered as JSON
    from pmo_path.contract.advice import Advice
    from pmo_path.contract.cohort import Cohort
    from pmo_path.contract.map import MapView
    from pmo_path.contract.report import Report

Render: TypeAlias = "Callable[[Advice, int], str | bytes]"
RenderReport: TypeAlias = "Callable[[Report, bool], str | bytes]"
RenderSummary: TypeAlias = "Callable[[Cohort], str | bytes]"

# Formats of an advice, with the module of each.
FORMATS: Mapping[str, str] = {
    "text": "pmo_path.reports.text_short",
    "json": "pmo_path.reports.json",
    "markdown": "pmo_path.reports.markdown",
    "html": "pmo_path.reports.html.page",
    "pdf": "pmo_path.reports.pdf.compile",
}
FULL_TEXT = "pmo_path.reports.text"
# The format for each file name suffix.
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
REPORTS = ("markdown", "html", "pdf", "json")  # formats with room for the mentor's part

# The same for the map, `render(view, width) -> str`.
MAP_FORMATS: Mapping[str, str] = {
    "text": "pmo_path.reports.text_map",
    "svg": "pmo_path.reports.svg.map_file",
}


def renderer(name: str, full: bool = False) -> Render:
    """Return the renderer of a format, importing only that module; of text, the `full` form."""
    module = FULL_TEXT if full and name == "text" else FORMATS[name]
    return cast("Render", import_module(module).render)


def report_renderer(name: str) -> RenderReport:
    """Return the renderer of a format for a report: an advice with the mentor's part."""
    return cast("RenderReport", import_module(FORMATS[name]).report)


def summary_renderer(name: str) -> RenderSummary:
    """Return the renderer of a format for the summary of a cohort."""
    return cast("RenderSummary", import_module(FORMATS[name]).summary)


def map_renderers() -> dict[str, Callable[[MapView, int], str]]:
    """Return the renderers of the map by format, each imported when first called."""

    def deferred(module: str) -> Callable[[MapView, int], str]:
        return lambda view, width: cast(str, import_module(module).render(view, width))

    return {name: deferred(module) for name, module in MAP_FORMATS.items()}
