"""Translate a document to typst markup. All text is passed as strings, never as markup."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pmo_path.reports.blocks import (
    Block,
    Chart,
    Document,
    Fields,
    Heading,
    Items,
    Line,
    Paragraph,
    Picture,
    Table,
)
from pmo_path.reports.escaping import typst as string
from pmo_path.reports.escaping import typst_data
from pmo_path.reports.pdf.typst_template import PAPER
from pmo_path.reports.svg.bar_chart import chart_svg
from pmo_path.reports.svg.map_drawing import map_sentences, map_svg
from pmo_path.reports.svg.text_metrics import Face, text_width

FIELD, WIDEST_NAME = Face(10, 13, True), 170.0  # the name of a field, in points
SHORT = 26  # characters of the longest cell in a column set to fit its content
HIGHEST = 800  # characters of a cell, or of the longest cells of all rows, that surely fit a page
MOST_TOGETHER = 8  # rows of a table that is kept on one page
MOST_OF_FOOT = 70  # characters of the title that fit into the page footer


def translate(blocks: Document, edition: str) -> str:
    """Return a document as typst markup; each page footer has title, edition and page number."""
    title = next((block.text for block in blocks if isinstance(block, Heading)), "")
    short = title if len(title) <= MOST_OF_FOOT else f"{title[:MOST_OF_FOOT].rstrip()}…"
    foot = f"#set page(footer: foot({string(short)}, {string(edition)}))"
    begin = (f"#set document(title: {string(title)})", PAPER, foot)
    return "\n".join((*begin, *(f"#{_block(block)}" for block in blocks), ""))


def _block(block: Block) -> str:
    match block:
        case Heading():
            return f"heading(level: {block.level}, {string(block.text)})"
        case Paragraph():
            return f"{block.tone}({_joined(_line(line) for line in block.lines)})"
        case Items():
            return _list(
                "list",
                (_joined((_line(item.line), *_under(item.under)), "; ") for item in block.items),
            )
        case Fields():
            return _fields(block)
        case Table():
            return _table(block)
        case Picture():
            return _picture(block)
        case Chart():
            drawn = typst_data(chart_svg(block, f"chart-{block.name}"))
            description = string("; ".join(bar.text for bar in block.bars))
            return f"chart({string(block.title)}, {drawn}, {description})"


def _all(parts: Iterable[str]) -> str:
    """Return arguments or array elements; the trailing comma makes a single element an array."""
    return "".join(f"{part}, " for part in parts)


def _joined(parts: Iterable[str], between: str = "; linebreak(); ") -> str:
    """Return a code block that sets the parts one after the other."""
    return f"{{ {between.join(parts)} }}"


def _fields(block: Fields) -> str:
    """Return names with aligned values beside them."""
    names = max((text_width(line.lead, FIELD.size, FIELD.bold) for line in block.lines), default=0)
    pairs = (f"(strong({string(name)}), {_value(value)})" for name, value in block.pairs)
    return f"fields({min(names + FIELD.size, WIDEST_NAME):.1f}pt, {_all(pairs)})"


def _list(kind: str, items: Iterable[str]) -> str:
    return f"{kind}({_all(items)})"


def _under(lines: tuple[Line, ...]) -> Iterator[str]:
    if lines:
        yield _list("list", map(_line, lines))


def _line(line: Line) -> str:
    if not line.lead:
        return _value(line)
    between = ('": "',) if line.text else ()
    return _joined((_lead(line), *between, _value(line)), "; ")


def _lead(line: Line) -> str:
    return f"strong({_linked(line.lead, line.address)})"


def _value(line: Line) -> str:
    """Return a line after its lead; addresses are printed, as links cannot be followed on paper."""
    parts = [_linked(line.text, None if line.lead else line.address)]
    if line.address:
        parts += ['" "' if line.lead else "linebreak()", f"printed({typst_data(line.address)})"]
    if line.refs:
        parts.append(f"refs({_all(map(str, line.refs))})")
    return _joined(parts, "; ")


def _linked(text: str, address: str | None) -> str:
    return f"link({typst_data(address)}, {string(text)})" if address else string(text)


def _table(block: Table) -> str:
    """Return a table.

    Rows are not split across pages, unless one may be higher than a page; a short table is kept
    on one page.
    """
    heights = [max(len(cell.lead + cell.text) for cell in row) for row in block.rows]  # characters
    cut = max(heights, default=0) > HIGHEST
    whole = len(heights) <= MOST_TOGETHER and sum(heights) <= HIGHEST
    values = {
        "columns": f"({_all(_widths(block))})",
        "heads": f"({_all(map(string, block.heads))})",
        "room": str(block.room).lower(),
        "cut": str(cut).lower(),
        "whole": str(whole).lower(),
    }
    named = _all(f"{name}: {value}" for name, value in values.items())
    cells = _all(cell for row in block.rows for cell in _cells(block, row))
    return f"sheet({string(block.caption)}, {named}{cells})"


def _widths(block: Table) -> Iterator[str]:
    """Yield the width of each column: its content's where that is short, else a
    share of the rest.
    """
    for place in range(len(block.heads)):
        longest = max((len(row[place].lead + row[place].text) for row in block.rows), default=0)
        yield "auto" if longest <= SHORT and not block.room else "1fr"


def _cells(block: Table, row: tuple[Line, ...]) -> Iterator[str]:
    """Yield the cells of a row; a first cell with a lead gets the anchor of the table, if any."""
    for place, line in enumerate(row):
        if not line.lead and not line.text:
            yield "blank"
        elif place == 0 and line.lead and block.anchor:
            yield f"[#{_lead(line)}#label({string(f'{block.anchor}-{line.lead}')})]"
        elif place == 0 and line.lead:
            yield _joined(
                (_lead(line), *([f"soft-line({string(line.text)})"] if line.text else [])), "; "
            )
        else:
            yield _line(line)


def _picture(block: Picture) -> str:
    """Return the map with its description in words, followed by its routes as lists."""
    drawn, description = (
        typst_data(map_svg(block.view, alone=False)),
        string(map_sentences(block.view)),
    )
    parts = [f"picture({string(block.title)}, {drawn}, {description})"]
    if block.routes:
        parts.append(f"plain({string(f'{block.routes_title}:')})")
    parts += [_list("enum", map(string, route)) for route in block.routes]
    return _joined(parts, "; ")
