"""Write sheets as a workbook: filters, frozen heads, real dates, and text that stays text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from math import ceil
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.xml.functions import tostring

from pmo_path.core.text import inert
from pmo_path.reports.office_files import office_file
from pmo_path.reports.workbook.sheets import Row, Sheet, Value

_LONGEST = 32_767  # characters that a cell of Excel holds
_NARROW, _WIDE, _SENTENCE = 9, 48, 110  # characters of a column
_CODE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")  # what Excel would read as the code of a letter
_LINE, _HIGHEST = 15, 405  # points: of a line, and of what Excel allows a row
_WRAPPED = Alignment(horizontal="left", vertical="top", wrap_text=True, indent=1)
_NUMBER = Alignment(vertical="top")
_PLAIN: Any = {"name": "Calibri", "family": 2, "scheme": "minor"}
_BOLD, _TITLE = Font(**_PLAIN, size=11, bold=True), Font(**_PLAIN, size=14, bold=True)
_LINK = Font(**_PLAIN, size=11, color="0B5A7A", underline="single")
_HEAD = PatternFill("solid", start_color="E4EDF8")


def workbook_bytes(sheets: Sequence[Sheet], title: str, as_of: str) -> bytes:
    """Return sheets as a workbook that tells its title and its day, and nobody's name."""
    workbook = Workbook(write_only=True)
    about, day = workbook.properties, datetime.fromisoformat(as_of)
    about.title, about.language, about.creator = inert(title)[:255], "en-GB", None
    about.created = about.modified = day
    for sheet in sheets:
        _add(workbook, sheet)
    # The library sets the time of day as it saves.
    core = {"docProps/core.xml": tostring(about.to_tree())}
    return office_file(workbook.save, core)


def _add(workbook: Workbook, sheet: Sheet) -> None:
    added: Any = workbook.create_sheet(sheet.title)
    widths = tuple(_widths(sheet))
    for place, width in enumerate(widths, 1):
        added.column_dimensions[get_column_letter(place)].width = width
    for place, row in enumerate((sheet.heads, *sheet.rows) if sheet.heads else sheet.rows, 1):
        if (height := _height(row, widths)) > _LINE:
            added.row_dimensions[place].height = height
    added.page_setup.orientation, added.page_setup.paperSize = "landscape", "9"  # A4
    added.page_setup.fitToHeight, added.sheet_properties.pageSetUpPr.fitToPage = 0, True
    if sheet.heads:
        last = get_column_letter(len(sheet.heads))
        added.freeze_panes = "B2"
        added.auto_filter.ref = f"A1:{last}{len(sheet.rows) + 1}"
        added.print_title_rows = "1:1"
        added.append([_cell(added, head, _BOLD, _HEAD) for head in sheet.heads])
    for place, row in enumerate(sheet.rows):
        font = _TITLE if not (sheet.heads or place) else None
        added.append([_cell(added, value, font) for value in row])


def _cell(sheet: Any, value: Value, font: Font | None = None, fill: Any = None) -> Any:
    """Return a cell; text is a string whatever it begins with, and stays one when it is edited."""
    if value is None or value == "":
        return None
    cell = WriteOnlyCell(sheet)
    if isinstance(value, str):
        cell.value = text = _text(value)
        cell.data_type = "s"
        cell.quotePrefix = text[:1] in "=+-@'"
        if value.startswith("https://"):
            cell.hyperlink, font = value, _LINK
    else:
        cell.value = value
        if isinstance(value, date):
            cell.number_format = "yyyy-mm-dd"
    cell.alignment = _WRAPPED if isinstance(value, str) else _NUMBER
    if font:
        cell.font = font
    if fill:
        cell.fill = fill
    return cell


def _text(text: str) -> str:
    """Return text as a cell holds it: without control characters, and not too long."""
    told = _CODE.sub("_x005F_", inert(text))
    return told if len(told) <= _LONGEST else f"{told[: _LONGEST - 1]}…"


def _height(row: Row, widths: Sequence[int]) -> int:
    """Return the height of a row whose cells wrap, as programs do not work it out by themselves."""
    cells = zip(row, widths, strict=True)
    lines = (ceil(len(str(value)) / (width - 3)) for value, width in cells if value)
    return min(max(lines, default=1) * _LINE, _HIGHEST)


def _widths(sheet: Sheet) -> Iterator[int]:
    """Yield the width of each column: that of its longest cell, within bounds."""
    if not sheet.heads:
        yield _SENTENCE
        return
    for place, head in enumerate(sheet.heads):
        words = max((len(word) for word in head.split()), default=0) + 4  # and the filter's button
        cells = (len(str(row[place])) + 3 for row in sheet.rows if row[place] is not None)
        yield min(max(_NARROW, words, *cells), _WIDE)
