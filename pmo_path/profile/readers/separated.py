"""Read the rows of a table as text, whose columns are separated: by commas, semicolons or tabs.

Which of them it is, the header tells: the row that names most columns of those that are sought.
"""

from __future__ import annotations

import csv
import re
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from functools import partial

from msgspec import Struct

from pmo_path.core.documents import MAX_BYTES
from pmo_path.core.errors import Place, PmoPathError, attempt, unreadable
from pmo_path.profile.parse_values import MAX_TEXT
from pmo_path.profile.readers.encodings import TextDecoder, utf8_lines
from pmo_path.profile.readers.header_row import (
    HEADER_HINT,
    MAX_COLUMNS,
    Found,
    find_header,
    header_error,
    no_header,
    too_many_columns,
)
from pmo_path.profile.readers.jsonl import InputRecord, Line, ReadLine, numbered_lines
from pmo_path.profile.readers.notes import Note

# A quoted cell may hold line breaks; a quote still open after this many lines was never closed.
MAX_LINES = 20
SEPARATORS = (",", ";", "\t")

# Excel writes it before the header, and reads it.
_SEP = re.compile(r'"?sep=(.)"?\s*', re.IGNORECASE)
# A row of empty cells is skipped: spreadsheets leave such rows behind, of any width.
_BLANK_ROW = {
    separator: re.compile(rf'[\s"{separator}]*+')
    for separator in ("".join(SEPARATORS), *SEPARATORS)
}
_CELL = {
    separator: re.compile(rf'("(?:[^"]++|"")*+"|[^{separator}]*+)(?:{separator}|$)')
    for separator in SEPARATORS
}
_QUOTE = "close every quote, and write a quote inside a quoted cell twice"

Row = tuple[int, str | PmoPathError]


class Layout(Struct):
    """How the rows are built; `width` and `separator` are None until the header has told."""

    name: str
    named: Callable[[Sequence[str]], int]  # how many columns that are sought a row names
    most_lines: int = MAX_LINES
    separator: str | None = None
    width: int | None = None

    def cells(self, row: str) -> list[str]:
        """Return the cells of a row; before the header, as the separator that tells most does."""
        if self.separator is not None:
            return _cells(row, self.separator)
        return _cells_or_none(row, _separator(row, self))

    def is_blank(self, row: str | PmoPathError) -> bool:
        """Return whether a row has empty cells alone."""
        return (
            isinstance(row, str)
            and row.count('"') % 2 == 0
            and _BLANK_ROW[self.separator or "".join(SEPARATORS)].fullmatch(row) is not None
        )

    def starts(self, row: str) -> Iterator[Place]:
        """Return the line and column, counting from 1, at which each cell of a row begins."""
        return (_place(row, match.start()) for match in self.matches(row))

    def matches(self, row: str) -> Iterator[re.Match[str]]:
        """Return the match of each cell of a row."""
        return _CELL[self.separator or SEPARATORS[0]].finditer(row)


def text_rows(readline: ReadLine, layout: Layout, tell: Callable[[Note], None]) -> Iterator[Row]:
    """Yield each row that is not empty with the line at which it begins, as text or as an error.

    Raises PmoPathError where the input is no text. `tell` receives what was assumed.
    """
    decoder = TextDecoder(tell)
    lines = numbered_lines(utf8_lines(readline, layout.name), layout.name, decoder.text)
    return _rows(lines, layout)


def found_header(rows: Iterator[Row], layout: Layout) -> tuple[Found[str], list[Row]]:
    """Return the header, and rows that were read after it; set the layout to what it tells.

    Raises PmoPathError where no row at the top names what is sought.
    """
    bad: list[Row] = []
    first: list[int] = []

    def readable() -> Iterator[tuple[int, str]]:
        for number, text in rows:
            row = _of_a_header(text, layout)
            if isinstance(row, PmoPathError):
                bad.append((number, row))
                return
            if row is not None:
                first.append(number)
                yield number, row

    found = find_header(readable(), layout.cells, layout.named)
    if found is None:
        raise header_error(layout.name, _without_header(bad, first, layout.name))
    layout.separator = layout.separator or _separator(found.row, layout)
    layout.width = len(layout.cells(found.row))
    return found, [*found.after, *bad]


def _without_header(bad: Sequence[Row], first: Sequence[int], name: str) -> PmoPathError:
    for number, row in bad:
        assert isinstance(row, PmoPathError)
        return InputRecord(number, row).located(row)
    if not first:
        return unreadable(name, "empty", "this is empty", HEADER_HINT, (1, 1))
    return no_header(name, (first[0], 1))


def rows_after(again: Sequence[Row], rows: Iterator[Row], layout: Layout) -> Iterator[Row]:
    """Yield the rows after the header, those first that were read before the layout was known."""
    for number, text in again:
        if not layout.is_blank(text):
            yield number, _checked(text, layout) if isinstance(text, str) else text
    yield from rows


def _of_a_header(text: str | PmoPathError, layout: Layout) -> str | PmoPathError | None:
    """Return a row that may be the header, or why not; None for the line that tells separators."""
    if isinstance(text, PmoPathError):
        return text
    if layout.separator is None and (match := _SEP.fullmatch(text)):
        if match[1] in SEPARATORS:
            layout.separator = match[1]
            return None
        hint = "separate the columns by commas, semicolons or tabs"
        return unreadable(layout.name, "syntax", "this separator is not known", hint)
    count = max(map(text.count, layout.separator or SEPARATORS)) + 1
    return too_many_columns(layout.name, count) if count > MAX_COLUMNS else text


def _separator(row: str, layout: Layout) -> str:
    """Return the separator with which a row names most columns; the comma where several do."""
    return max(SEPARATORS, key=lambda separator: layout.named(_cells_or_none(row, separator)))


def _rows(source: Iterator[Line], layout: Layout) -> Iterator[Row]:
    """Yield each row with its first line number, as text or as an error.

    A row extends over several lines while a quote is open. If it then cannot be read, only its
    first line is refused, and the others are read again as rows of their own.
    """
    again: deque[Line] = deque()
    while (line := _next(again, source)) is not None:
        number, text = line
        taken: list[Line] = []
        while (
            isinstance(text, str)
            and text.count('"') % 2
            and len(taken) < layout.most_lines
            and len(text) < MAX_BYTES
        ):
            if (more := _next(again, source)) is None:
                break
            taken.append(more)
            if isinstance(more[1], PmoPathError):
                break
            text = f"{text}\n{more[1]}"
        if layout.is_blank(text):
            continue
        row = text if isinstance(text, PmoPathError) else _checked(text, layout)
        if isinstance(row, PmoPathError):
            again.extendleft(reversed(taken))
        yield number, row


def _next(again: deque[Line], source: Iterator[Line]) -> Line | None:
    return again.popleft() if again else next(source, None)


def _checked(text: str, layout: Layout) -> str | PmoPathError:
    return attempt(partial(_row, text, layout), layout.name)


def _row(text: str, layout: Layout) -> str | PmoPathError:
    """Return the text of a row if it has cells as the header has, else the error."""
    name = layout.name
    if text.count('"') % 2:
        return unreadable(name, "syntax", "a quote is opened and not closed", _QUOTE)
    if layout.separator is None or layout.width is None:
        return text
    if len(text) > MAX_TEXT and (place := _too_long(text, layout)):  # the limit of `csv` is larger
        return unreadable(
            name, "too-large", f"a cell is longer than {MAX_TEXT} characters", "shorten it", place
        )
    try:
        count = len(_cells(text, layout.separator))
    except csv.Error as error:
        return unreadable(
            name, "syntax", f"this is not valid CSV: {str(error).partition(' - ')[0]}", _QUOTE
        )
    if count != layout.width:
        detail = f"this row has {count} cells, and the header has {layout.width}"
        hint = f"put a cell that holds a {_SAID[layout.separator]} between quotes"
        return unreadable(name, "ragged", detail, hint)
    return text


_SAID = {",": "comma", ";": "semicolon", "\t": "tab"}


def _cells(row: str, separator: str) -> list[str]:
    return next(csv.reader([row], strict=True, delimiter=separator))


def _cells_or_none(row: str, separator: str) -> list[str]:
    """Return the cells of a row, none where it cannot be read so."""
    try:
        return _cells(row, separator)
    except csv.Error:
        return []


def _place(row: str, offset: int) -> Place:
    return row.count("\n", 0, offset) + 1, offset - row.rfind("\n", 0, offset)


def _too_long(row: str, layout: Layout) -> Place | None:
    """Return the place of the first cell longer than MAX_TEXT, or None."""
    cells = (match for match in layout.matches(row) if len(match.group(1)) > MAX_TEXT)
    return next((_place(row, match.start()) for match in cells), None)
