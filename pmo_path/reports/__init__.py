"""Registry of output formats: one module and one row each; none writes output.

The row says which answers a format renders, and the module has a function for each: an advice,
`render(advice, width)`; a report, `report(report, brief)`; a plan, `plan(plan, width)`; the summary
of a cohort, `summary(cohort)`. Those that build on blocks do it through `translate(blocks)`. All
return text, except binary ones, which return bytes. `notes(answer)` are sentences to tell beside
what is written, where a format has any. These six names are the protocol of a format, found through
the tables below: modules share them on purpose, where every other public name is unique. Options,
completion, file names and refusals take the formats from here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from importlib import import_module
from typing import TYPE_CHECKING, Literal, TypeAlias, cast

from msgspec import Struct

if TYPE_CHECKING:  # not loaded where only an advice is rendered as JSON
    from pmo_path.contract.advice import Advice
    from pmo_path.contract.cohort import Cohort
    from pmo_path.contract.map import MapView
    from pmo_path.contract.plan import CareerPlan
    from pmo_path.contract.report import Report

Answer = Literal["advice", "report", "summary", "plan"]
Render: TypeAlias = "Callable[[Advice, int], str | bytes]"
RenderReport: TypeAlias = "Callable[[Report, bool], str | bytes]"
RenderSummary: TypeAlias = "Callable[[Cohort], str | bytes]"


class OutputFormat(Struct, frozen=True, kw_only=True):
    """A format: its module, the suffixes that tell it by the name of a file, and what it renders.

    Where `report` names the files itself, they get the first suffix. A `binary` format is not for
    a terminal. `brief` says whether a report has the short form in it, and `mentor` whether it has
    room for the mentor's part.
    """

    module: str
    suffixes: tuple[str, ...]
    renders: tuple[Answer, ...] = ("advice", "report", "summary", "plan")
    binary: bool = False
    brief: bool = True
    mentor: bool = True


# In the order in which they are listed. One of a summary alone is a file without the reports.
FORMATS: Mapping[str, OutputFormat] = {
    "text": OutputFormat(
        module="pmo_path.reports.text_short", suffixes=(".txt",), renders=("advice", "plan")
    ),
    "markdown": OutputFormat(module="pmo_path.reports.markdown", suffixes=(".md", ".markdown")),
    "html": OutputFormat(module="pmo_path.reports.html.page", suffixes=(".html", ".htm")),
    "pdf": OutputFormat(module="pmo_path.reports.pdf.compile", suffixes=(".pdf",), binary=True),
    "docx": OutputFormat(module="pmo_path.reports.word.file", suffixes=(".docx",), binary=True),
    "json": OutputFormat(module="pmo_path.reports.json", suffixes=(".json",), brief=False),
    "ics": OutputFormat(
        module="pmo_path.reports.ics", suffixes=(".ics",), binary=True, brief=False, mentor=False
    ),
    "xlsx": OutputFormat(
        module="pmo_path.reports.workbook.file",
        suffixes=(".xlsx",),
        renders=("summary",),
        binary=True,
        brief=False,
        mentor=False,
    ),
}
FULL_TEXT, FULL_PLAN = "pmo_path.reports.text", "pmo_path.reports.text_plan"

# The same for the map, `render(view, width) -> str`.
MAP_FORMATS: Mapping[str, OutputFormat] = {
    "text": OutputFormat(module="pmo_path.reports.text_map", suffixes=(".txt",)),
    "svg": OutputFormat(module="pmo_path.reports.svg.map_file", suffixes=(".svg",)),
    "json": OutputFormat(module="pmo_path.reports.json", suffixes=(".json",)),
}


def by_suffix(formats: Mapping[str, OutputFormat]) -> dict[str, str]:
    """Return the name of a format for each suffix of a file name."""
    return {suffix: name for name, form in formats.items() for suffix in form.suffixes}


SUFFIXES = by_suffix(FORMATS)


def formats_of(*answers: Answer) -> tuple[str, ...]:
    """Return the names of the formats that render any of some answers."""
    return tuple(name for name, form in FORMATS.items() if {*answers} & {*form.renders})


REPORTS = formats_of("report")


def renderer(name: str, full: bool = False) -> Render:
    """Return the renderer of a format, importing only that module; of text, the `full` form."""
    module = FULL_TEXT if full and name == "text" else FORMATS[name].module
    return cast("Render", import_module(module).render)


def report_renderer(name: str) -> RenderReport:
    """Return the renderer of a format for a report: an advice with the mentor's part."""
    return cast("RenderReport", import_module(FORMATS[name].module).report)


def summary_renderer(name: str) -> RenderSummary:
    """Return the renderer of a format for the summary of a cohort."""
    return cast("RenderSummary", import_module(FORMATS[name].module).summary)


def format_notes(name: str, answer: Advice | Report | Cohort | CareerPlan) -> Iterator[str]:
    """Yield what to tell beside an answer written in a format, such as what that lacks."""
    notes = getattr(import_module(FORMATS[name].module), "notes", None)
    if notes:
        yield from notes(answer)


def plan_renderers(full: bool) -> dict[str, Callable[[CareerPlan, int], str | bytes]]:
    """Return the renderers of a plan by format, each imported when first called; of text, the
    `full` form.
    """

    def deferred(module: str, function: str) -> Callable[[CareerPlan, int], str | bytes]:
        return lambda whole, width: cast(
            "str | bytes", getattr(import_module(module), function)(whole, width)
        )

    known = {name: deferred(FORMATS[name].module, "plan") for name in formats_of("plan")}
    return {**known, **({"text": deferred(FULL_PLAN, "full_plan")} if full else {})}


def map_renderers() -> dict[str, Callable[[MapView, int], str]]:
    """Return the renderers of the map by format, each imported when first called."""

    def deferred(module: str) -> Callable[[MapView, int], str]:
        return lambda view, width: cast(str, import_module(module).render(view, width))

    return {name: deferred(form.module) for name, form in MAP_FORMATS.items()}
