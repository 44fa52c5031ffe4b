"""Translate a document to typst markup. All text is passed as strings, never as markup."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pmo_path.reports.blocks import (
    SOURCE,
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
    sections_after,
)
from pmo_path.reports.escaping import typst as string
from pmo_path.reports.escaping import typst_data
from pmo_path.reports.pdf.typst_template import PAPER
from pmo_path.reports.svg.bar_chart import chart_svg
from pmo_path.reports.svg.map_drawing import map_sentences, map_svg
from pmo_path.reports.svg.text_metrics import Face, text_width
from pmo_path.reports.svg.time_line import time_line_svg

FIELD, WIDEST_NAME = Face(10, 13, True), 170.0  # the name of a field, in points
SHORT = 26  # characters of the longest cell in a column set to fit its content
HIGHEST = 800  # characters of a cell, or of the longest cells of all rows, that surely fit a page
BELOW_PICTURE = "24mm"  # for what follows it on the same page: a section of a few lines
MOST_TOGETHER = 8  # rows of a table that is kept on one page
MOST_OF_FOOT = 70  # characters of the title that fit into the page footer


def translate(blocks: Document, edition: str) -> str:
    """Return a document as typst markup; each page footer has title, edition and page number."""
    title = next((block.text for block in blocks if isinstance(block, Heading)), "")
    short = title if len(title) <= MOST_OF_FOOT else f"{title[:MOST_OF_FOOT].rstrip()}…"
    foot = f"#set page(footer: foot({string(short)}, {string(edition)}))"
    begin = (f"#set document(title: {string(title)})", PAPER, foot)
    return "\n".join((*begin, *_sections(blocks), ""))


def _sections(blocks: Document) -> Iterator[str]:
    """Yield the markup of each section; one with a form to fill in is kept on one page."""
    section: list[str] = []
    form = False
    for block, following in zip(blocks, (*blocks[1:], None), strict=True):
        if isinstance(block, Heading) and block.level == 2:
            yield from _section(section, form)
            section, form = [], False
            if block.starts_page:
                section.append("pagebreak(weak: true)")
        if isinstance(block, Contents):
            section += ["contents(" + string(block.title) + ")"] * bool(
                sections_after(blocks, block)
            )
        elif isinstance(block, Picture):
            ends_page = isinstance(following, Heading) and following.starts_page
            section.append(_picture(block, "0mm" if ends_page else BELOW_PICTURE))
        else:
            section.append(_block(block))
        form = form or (isinstance(block, Table) and block.room)
    yield from _section(section, form)


def _section(parts: list[str], form: bool) -> Iterator[str]:
    if form:
        yield f"#together({_joined(parts, '; ')})"
    else:
        yield from (f"#{part}" for part in parts)


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
        case References():
            return _references(block)
        case Contents() | Picture():
            raise AssertionError("`_sections` translates them, as it knows what follows")
        case Chart():
            drawn = typst_data(chart_svg(block, f"chart-{block.name}"))
            description = string("; ".join(bar.text for bar in block.bars))
            return f"chart({string(block.title)}, {drawn}, {description})"
        case TimeLine():
            drawn = typst_data(time_line_svg(block, f"time-{block.name}"))
            return f"chart({string(block.title)}, {drawn}, {string('; '.join(block.told))})"


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
    parts = [_linked(text, address) for text, address in line.pieces]
    if line.address:
        parts += ['" "', f"printed({typst_data(line.address)})"]
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
        if block.room:
            yield "2fr" if longest > SHORT else "1fr"
        else:
            yield "auto" if longest <= SHORT else "1fr"


def _cells(block: Table, row: tuple[Line, ...]) -> Iterator[str]:
    """Yield the cells of a row; a first cell with a lead has its text on a line below."""
    for place, line in enumerate(row):
        if not line.lead and not line.text:
            yield "blank"
        elif place == 0 and line.lead:
            yield _joined(
                (_lead(line), *([f"soft-line({string(line.text)})"] if line.text else [])), "; "
            )
        else:
            yield _line(line)


def _picture(block: Picture, below: str) -> str:
    """Return the map with its description in words, and with room below it on its page."""
    drawn = typst_data(map_svg(block.view, alone=False))
    told = string(map_sentences(block.view))
    return f"picture({string(block.title)}, {drawn}, {told}, below: {below})"


def _references(block: References) -> str:
    """Return the numbered sources, each with the label of its refs."""
    items = (
        f"[#{_value(line)}#label({string(f'{SOURCE}-{number}')})]"
        for number, line in enumerate(block.lines, 1)
    )
    return f"references({_all(items)})"
