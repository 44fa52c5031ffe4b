"""Tables of a Word document: heads repeated on every page, short ones kept on one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from docx.document import Document as WordDocument
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Emu, Mm, Pt
from docx.table import _Cell, _Row
from docx.text.paragraph import Paragraph as WordParagraph

from pmo_path.core.text import inert
from pmo_path.reports.blocks import Line, Table
from pmo_path.reports.svg.text_metrics import text_width
from pmo_path.reports.word.elements import add_text, runs_right_to_left, set_style, turn
from pmo_path.reports.word.lines import add_lead, add_line
from pmo_path.reports.word.styles import FORM, TABLE, TEXT_WIDTH

_SIZE, _PADDING = 8.5, 9.0  # of the letters, and beside them in a cell, in points
_SHORT = 26  # characters of the longest cell in a column set to fit its content
_HIGHEST = 800  # characters of the longest cells of all rows that surely fit a page
_MOST_TOGETHER = 8  # rows of a table that is kept on one page
_ROOM = Mm(8)  # the height of a row to fill in by hand


def add_table(document: WordDocument, block: Table, hold: bool = False) -> None:
    """Add a table under its caption; rows are not split, unless one may be higher than a page.

    A short table is kept on one page, and with what follows it where it is to `hold`.
    """
    caption = document.add_paragraph()
    set_style(caption, "Caption")
    add_text(caption, block.caption)
    heights = [max(len(cell.lead + cell.text) for cell in row) for row in block.rows]
    cut = max(heights, default=0) > _HIGHEST
    whole = len(heights) <= _MOST_TOGETHER and sum(heights) <= _HIGHEST
    widths = [Emu(round(Pt(width))) for width in _widths(block)]
    table = document.add_table(rows=0, cols=len(widths), style=FORM if block.room else TABLE)
    _describe(table, block.caption, widths)
    head = table.add_row()
    _mark(head, "w:cantSplit", "w:tblHeader")
    for cell, text in zip(head.cells, block.heads, strict=True):
        add_text(_paragraph(cell, keep=True), text, "Strong")
    for place, row in enumerate(block.rows, 1):
        added = table.add_row()
        if not cut:
            _mark(added, "w:cantSplit")
        if block.room:
            added.height = _ROOM
        keep = hold or (whole and place < len(block.rows))
        for number, (cell, line) in enumerate(zip(added.cells, row, strict=True)):
            _fill(_paragraph(cell, keep), line, number == 0)


def _paragraph(cell: _Cell, keep: bool) -> WordParagraph:
    paragraph: WordParagraph = cell.paragraphs[0]
    set_style(paragraph, "Table Text")
    if keep:
        paragraph.paragraph_format.keep_with_next = True
    return paragraph


def _fill(paragraph: WordParagraph, line: Line, first: bool) -> None:
    """Fill a cell; the first of a row has what follows its lead on a line below."""
    if first and line.lead:
        add_lead(paragraph, line)
        if line.text:
            paragraph.add_run().add_break()
            add_text(paragraph, line.text, "Soft")
    else:
        add_line(paragraph, line)
    if runs_right_to_left(line.lead + line.text):
        turn(paragraph)


def _mark(row: _Row, *names: str) -> None:
    properties = row._tr.get_or_add_trPr()
    properties.extend(OxmlElement(name) for name in names)


def _describe(table: Any, caption: str, widths: Sequence[int]) -> None:
    """Set the widths of a table, and what it is for those who listen."""
    table.autofit = False
    properties = table._tbl.tblPr
    width = properties.find(qn("w:tblW"))
    width.set(qn("w:type"), "dxa")
    width.set(qn("w:w"), str(Emu(sum(widths)).twips))
    told: Any = OxmlElement("w:tblCaption")
    told.set(qn("w:val"), inert(caption))
    properties.append(told)
    for column, each in zip(table._tbl.tblGrid.gridCol_lst, widths, strict=True):
        column.w = Emu(each)


def _widths(block: Table) -> list[float]:
    """Return the width of each column in points: its content's where that is short, else a share
    of the rest.
    """
    texts = [[head, *_texts(block, place)] for place, head in enumerate(block.heads)]
    longest = [max(map(len, column[1:]), default=0) for column in texts]
    room = Emu(TEXT_WIDTH).pt
    if block.room:
        parts = [2 if length > _SHORT else 1 for length in longest]
        return [room * part / sum(parts) for part in parts]
    fit = [
        max(text_width(text, _SIZE, True) for text in column) + _PADDING
        if length <= _SHORT
        else 0.0
        for column, length in zip(texts, longest, strict=True)
    ]
    open_columns = fit.count(0.0)
    least = room / len(texts) / 2  # what a column with long text gets at least
    if not open_columns or sum(fit) > room - open_columns * least:
        whole = [width or least for width in fit]
        return [width * room / sum(whole) for width in whole]
    share = (room - sum(fit)) / open_columns
    return [width or share for width in fit]


def _texts(block: Table, place: int) -> Iterator[str]:
    """Yield what stands on lines of their own in the cells of a column."""
    for row in block.rows:
        line = row[place]
        if place == 0 and line.lead:
            yield from (line.lead, line.text)
        else:
            yield f"{line.lead}: {line.text}" if line.lead else line.text
