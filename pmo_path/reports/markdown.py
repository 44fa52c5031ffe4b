"""Markdown that reads well as plain text and renders on GitHub, with the map as a mermaid chart."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from math import ceil

from pmo_path.contract.advice import Advice
from pmo_path.contract.cohort import Cohort
from pmo_path.contract.map import MapEntry, MapView
from pmo_path.contract.plan import CareerPlan
from pmo_path.contract.report import Report
from pmo_path.core.text import inert
from pmo_path.messages.phrases import row_label
from pmo_path.reports.blocks import (
    Block,
    Chart,
    Contents,
    Document,
    Fields,
    Heading,
    Items,
    Line,
    Paragraph,
    Picture,
    References,
    Table,
    TimeLine,
)
from pmo_path.reports.cohort_report import cohort_document
from pmo_path.reports.escaping import markdown as escape
from pmo_path.reports.escaping import mermaid as quoted
from pmo_path.reports.person_report import document
from pmo_path.reports.plan_report import plan_document

MOST_SQUARES = 60  # length of the longest bar; beyond it, a square stands for several


def render(advice: Advice, width: int = 80) -> str:
    """Return an advice as Markdown; `width` is ignored."""
    return translate(document(advice))


def report(whole: Report, brief: bool = False) -> str:
    """Return a report as Markdown."""
    return translate(document(whole.advice, whole.mentor, brief, whole.changes, whole.plan))


def summary(cohort: Cohort) -> str:
    """Return the summary of a cohort as Markdown."""
    return translate(cohort_document(cohort))


def plan(whole: CareerPlan, width: int = 80) -> str:
    """Return a plan as Markdown; `width` is ignored."""
    return translate(plan_document(whole))


def translate(blocks: Document) -> str:
    """Return a document as Markdown, its blocks separated by empty lines."""
    shown = (block for block in blocks if not isinstance(block, Contents))  # readers make their own
    return "\n\n".join("\n".join(_block(block)) for block in shown) + "\n"


def _block(block: Block) -> Iterator[str]:
    match block:
        case Heading():
            yield f"{'#' * block.level} {escape(block.text)}"
        case Paragraph():
            yield from _paragraph(block)
        case Items():
            for item in block.items:
                yield f"- {_line(item.line)}"
                yield from (f"  - {_line(line)}" for line in item.under)
        case Fields():
            for name, value in block.pairs:
                yield f"* **{escape(name)}**: {_line(value)}"  # "-" could continue a list
        case Table():
            yield from _table(block)
        case References():
            yield from (f"{number}. {_line(line)}" for number, line in enumerate(block.lines, 1))
        case Picture():
            yield from _picture(block)
        case Chart():
            yield from _bars(block)
        case TimeLine():
            yield f"{escape(block.title)}:"
            yield ""
            yield from (f"- {escape(told)}" for told in block.told)


def _line(line: Line) -> str:
    lead = _link(escape(line.lead), line.address if line.lead else None)
    pieces = list(line.pieces)
    text = "".join(_link(escape(piece), address) for piece, address in pieces)
    words = f"**{lead}**: {text}" if lead and text else f"**{lead}**" if lead else text
    return f"{words} [{', '.join(map(str, line.refs))}]" if line.refs else words


def _link(text: str, address: str | None) -> str:
    return f"[{text}](<{address}>)" if address else text


def _paragraph(block: Paragraph) -> Iterator[str]:
    """Yield lines joined by hard breaks: an answer in bold, a note in italics.

    A warning, and what is in someone's own words, is quoted.
    """
    mark = {"answer": "**", "note": "*"}.get(block.tone, "")
    begin = "> " if block.tone in ("careful", "quote") else ""
    last = len(block.lines) - 1
    for number, line in enumerate(block.lines):
        yield f"{begin}{mark}{_line(line)}{mark}" + ("" if number == last else "\\")


def _table(block: Table) -> Iterator[str]:
    yield f"**{escape(block.caption)}**"
    yield ""
    yield _row(map(escape, block.heads))
    yield "|" + "---|" * len(block.heads)
    for row in block.rows:
        yield _row(map(_line, row))


def _row(cells: Iterator[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _bars(block: Chart) -> Iterator[str]:
    """Yield the bars as code, in which nothing is markup: a square for each unit, hollow if open.

    Where the longest bar exceeds `MOST_SQUARES`, a square stands for several units, rounded up.
    """
    longest = max((bar.count for bar in block.bars), default=0)

    def squares(count: int) -> int:
        return min(count, ceil(count * MOST_SQUARES / longest)) if count else 0

    yield f"{escape(block.title)}:"
    yield ""
    for bar in block.bars:
        yield f"    {inert(bar.text)}"
        yield f"    {'■' * squares(bar.count - bar.open)}{'□' * squares(bar.open)}".rstrip()
    if block.key:
        yield from ("", f"□ {escape(block.key)}")


def _picture(block: Picture) -> Iterator[str]:
    yield f"{escape(block.title)}."
    yield ""
    yield "```mermaid"
    yield from _chart(block.view)
    yield "```"


def _chart(view: MapView) -> Iterator[str]:
    """Yield a flowchart: a subgraph for each level, highest first, with arrows along the routes."""
    yield "flowchart BT"
    places: dict[str, str] = {}
    levels = []
    for row in view.rows:
        entries = [entry for cell in row.cells for entry in cell]
        if not entries:
            continue
        levels.append(f"level{row.number}")
        yield f'  subgraph level{row.number}["{quoted(row_label(row))}"]'
        for number, entry in enumerate(entries, 1):
            place = f"at{row.number}x{number}"
            places.setdefault(entry.certification, place)
            yield f"    {place}{_node(entry)}"
        yield "  end"
    yield from (f"  {lower} ~~~ {upper}" for upper, lower in pairwise(levels))
    arrows = (
        (places.get(step), places.get(after))
        for route in view.routes
        for step, after in pairwise(route)
    )
    yield from dict.fromkeys(f"  {step} --> {after}" for step, after in arrows if step and after)


def _node(entry: MapEntry) -> str:
    """Return a node: rounded on the route, else double if held, else hexagonal if not current."""
    words = [quoted(entry.short), quoted(entry.body)]
    if entry.marks:
        words.append(f"({quoted(', '.join(entry.marks))})")
    left, right = "[", "]"
    if "next" in entry.signs or "step" in entry.signs:
        left, right = "([", "])"
    elif "held" in entry.signs:
        left, right = "[[", "]]"
    elif entry.status != "current":
        left, right = "{{", "}}"
    return f'{left}"{"<br>".join(words)}"{right}'
