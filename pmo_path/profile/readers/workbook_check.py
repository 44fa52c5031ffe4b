"""Look through the XML of a workbook before it is read, so that no file can make reading it dear.

The reader of workbooks allots a place for every cell between the first and the last that holds
something, and ends the process where there is no memory for that. A file of some kilobytes can ask
for terabytes: by one cell in the last corner of a sheet, by repeated cells, or by a count.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any
from xml.parsers import expat

from pmo_path.core.archives import damaged
from pmo_path.core.columns import column_number
from pmo_path.core.errors import PmoPathError, unreadable

MAX_CELLS = 300_000  # that hold something, in a file
MAX_ELEMENTS = 3 * MAX_CELLS
MAX_AREA = 2_000_000  # cells of a sheet from its corner to the last that holds something
MAX_LETTERS = 50_000_000  # in all cells of a file
_CELL = re.compile(r"([A-Za-z]{1,3})([0-9]{1,7})")
_WHOLE = re.compile(r"[0-9]{1,10}")
_HAS_CELLS = re.compile(rb"<(?:\w+:)?(?:sheetData|sst|table)\b")  # of others nothing is kept
_IN_A_CELL = ("v", "is", "f")


def check_parts(parts: Mapping[str, bytes], name: str) -> None:
    """Raise PmoPathError where the XML parts of a workbook are damaged or would take too much."""
    strings = _Strings(name)
    for path, xml in parts.items():
        if _has_strings(path):
            _parse(xml, strings, name)
    lengths = strings.lengths if max(strings.lengths, default=0) > _LONG else []
    cells, elements, letters = 0, strings.elements, 0
    for path, xml in parts.items():
        if path == "mimetype" or _has_strings(path):
            continue
        sheet = _OdsPart(name) if path == "content.xml" else _XlsxPart(name, lengths)
        _parse(xml, sheet, name)
        cells, elements = cells + sheet.cells, elements + sheet.elements
        letters += sheet.letters
        if cells > MAX_CELLS or elements > MAX_ELEMENTS or letters > MAX_LETTERS:
            raise too_many_cells(name)


def too_many_cells(name: str) -> PmoPathError:
    """Return the error for a workbook with more cells than a team has."""
    return unreadable(
        name,
        "too-large",
        f"its sheets have more than {MAX_CELLS:,} cells, or reach too far",
        "copy the list alone into a new workbook, or save it as CSV",
    )


class _Part:
    """What was seen of one part: the size of a sheet up to the last cell that holds something."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.cells = self.elements = self.letters = self.height = self.width = 0

    def fill(self, rows: int, columns: int) -> None:
        """Extend the area to this many rows and columns."""
        self.height, self.width = max(rows, self.height), max(columns, self.width)
        if self.height * self.width > MAX_AREA:
            raise too_many_cells(self.name)

    def count(self, cells: int) -> None:
        """Count an element, and the cells for which it stands."""
        self.elements += 1
        self.cells += cells
        if self.cells > MAX_CELLS or self.elements > MAX_ELEMENTS:
            raise too_many_cells(self.name)

    def refuse_many_strings(self, attributes: Mapping[str, str]) -> None:
        """Raise PmoPathError for a table of shared strings that says to hold too many."""
        if self.number(attributes, "uniqueCount") > MAX_CELLS:
            raise too_many_cells(self.name)

    def number(self, attributes: Mapping[str, str], key: str) -> int:
        """Return a count given as an attribute, 1 where it is not."""
        text = attributes.get(key, "1")
        if not _WHOLE.fullmatch(text):
            raise damaged(self.name)
        return int(text)

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """Take the start of an element."""

    def text(self, data: str) -> None:
        """Take text between tags."""


class _XlsxPart(_Part):
    """A part of an Excel workbook; what is no sheet has no cells."""

    def __init__(self, name: str, lengths: list[int]) -> None:
        super().__init__(name)
        self.lengths = lengths
        self.row = self.column = -1
        self.open = self.shared = False  # in a cell; and in its index of a shared string

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        local = tag.rpartition(":")[2]
        self.count(local == "c")
        if local == "c":
            self._cell(attributes)
        elif local in _IN_A_CELL:
            if self.open:
                self.fill(self.row + 1, self.column + 1)
            self.shared = self.shared and local == "v"
        else:
            self.open = self.shared = False
            if local == "row":
                self.row = self.number(attributes, "r") - 1 if "r" in attributes else self.row + 1
                self.column = -1
            elif local == "sst":
                self.refuse_many_strings(attributes)

    def _cell(self, attributes: Mapping[str, str]) -> None:
        self.column += 1
        if place := attributes.get("r"):
            match = _CELL.fullmatch(place)
            if not match:
                raise damaged(self.name)
            self.row, self.column = int(match[2]) - 1, column_number(match[1]) - 1
        if self.row < 0:
            raise damaged(self.name)
        self.open, self.shared = True, attributes.get("t") == "s"

    def text(self, data: str) -> None:
        if self.shared and (index := data.strip()).isdecimal() and len(index) < 10:
            if int(index) < len(self.lengths):
                self.letters += self.lengths[int(index)]
            if self.letters > MAX_LETTERS:
                raise too_many_cells(self.name)


class _OdsPart(_Part):
    """The content of an OpenDocument spreadsheet, with rows and cells that are repeated."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.row = self.column = self.filled = 0
        self.rows = self.columns = 1
        self.holds = False  # whether the cell holds something

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        self.count(0)
        if tag == "table:table":
            self.row = self.rows = self.height = self.width = 0
        elif tag == "table:table-row":
            self.row += self.rows
            self.rows = self.number(attributes, "table:number-rows-repeated")
            self.column = self.columns = self.filled = 0
            self.holds = False
        elif tag in ("table:table-cell", "table:covered-table-cell"):
            self.column += self.columns
            self.columns = self.number(attributes, "table:number-columns-repeated")
            self.holds = False
            if attributes.keys() - _OF_EMPTY_CELLS:
                self._filled()
        elif tag == "text:s":
            self._letters(self.number(attributes, "text:c"))
        elif tag == "text:p":
            self._filled()

    def _filled(self) -> None:
        self.holds = True
        end = self.column + self.columns  # all cells up to here are allotted
        self.fill(self.row + self.rows, end)
        self.count(max(0, end - self.filled))
        self.filled = end

    def text(self, data: str) -> None:
        self._letters(len(data))

    def _letters(self, count: int) -> None:
        self.letters += count * (self.rows * self.columns if self.holds else 1)
        if self.letters > MAX_LETTERS:
            raise too_many_cells(self.name)


# A cell with none but these holds nothing: the last cell of a row stands for all that are empty.
_OF_EMPTY_CELLS = {
    "table:number-columns-repeated",
    "table:style-name",
    "table:number-columns-spanned",
    "table:number-rows-spanned",
    "table:content-validation-name",
}


def _parse(xml: bytes, part: Any, name: str) -> None:
    """Parse a part; raise PmoPathError where it is no XML, or declares entities."""
    parser = expat.ParserCreate("utf-8")  # whatever it declares: so does the reader of workbooks
    parser.buffer_text = True
    if _HAS_CELLS.search(xml):
        parser.StartElementHandler = part.start
        if isinstance(part, _OdsPart | _Strings) or part.lengths:
            parser.CharacterDataHandler = part.text

    def refuse(*_: Any) -> None:
        raise damaged(name)

    parser.EntityDeclHandler = refuse
    try:
        parser.Parse(xml, True)
    except (expat.ExpatError, LookupError, ValueError):
        raise damaged(name) from None


class _Strings(_Part):
    """The shared strings of an Excel workbook: the length of each. None stands in a sheet."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.lengths: list[int] = []

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        self.count(0)
        local = tag.rpartition(":")[2]
        if local == "si":
            self.lengths.append(0)
        elif local == "sst":
            self.refuse_many_strings(attributes)
        elif local in ("row", "c"):  # a sheet under this name, whose cells nobody would count
            raise damaged(self.name)

    def text(self, data: str) -> None:
        if self.lengths:
            self.lengths[-1] += len(data)


_LONG = 50  # letters; where no shared string has more, that many in every cell are few enough


def _has_strings(path: str) -> bool:
    return path.casefold().endswith("sharedstrings.xml")
