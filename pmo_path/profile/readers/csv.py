"""Read many profiles from CSV: a header row that names the facts, then one profile a row."""

from __future__ import annotations

import csv
import re
from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any

from msgspec.structs import replace

from pmo_path.core.documents import MAX_BYTES, Document
from pmo_path.core.errors import Path, Place, PmoPathError, attempt, unreadable
from pmo_path.core.suggest import did_you_mean
from pmo_path.profile.facts import BY_KEY
from pmo_path.profile.parse_values import MAX_TEXT
from pmo_path.profile.readers.jsonl import (
    InputRecord,
    Line,
    ReadLine,
    jsonl_records,
    numbered_lines,
)

# A quoted cell may hold line breaks; a quote still open after this many lines was never closed.
MAX_LINES = 20
MAX_COLUMNS = 1_000

_CELL = re.compile(r'("(?:[^"]++|"")*+"|[^,]*+)(?:,|$)')
# A row of empty cells is skipped: spreadsheets leave such rows behind, of any width.
_BLANK_ROW = re.compile(r'[\s,"]*+')


def csv_records(readline: ReadLine, name: str) -> Iterator[InputRecord]:
    """Return one record for every row that is not empty. Raises PmoPathError for a bad header.

    A row that cannot be read becomes a record with its error, and reading continues at the next
    line.
    """
    source = numbered_lines(readline, name)
    return _records(source, _header(source, name), name)


def _records(source: Iterator[Line], header: Sequence[str], name: str) -> Iterator[InputRecord]:
    for number, row in _rows(source, len(header), name):
        yield InputRecord(
            number,
            row
            if isinstance(row, PmoPathError)
            else attempt(partial(_document, header, row, name), name),
        )


def _header(source: Iterator[Line], name: str) -> list[str]:
    filled = (line for line in source if not _is_blank(line[1]))
    line, text = next(filled, (1, unreadable(name, "empty", "this is empty", _HEADER)))
    row = text if isinstance(text, PmoPathError) else _row(text, None, name)
    if isinstance(row, PmoPathError):
        raise _header_error(name, InputRecord(line, row).located(row))
    keys = [cell.strip() for cell in _cells(row)]
    if len(keys) > MAX_COLUMNS:
        detail = f"the header has {len(keys)} columns, more than {MAX_COLUMNS}"
        error = unreadable(name, "too-large", detail, "keep the columns that name facts")
        raise _header_error(name, InputRecord(line, error).located(error))
    document = Document(name, None, {(number,): place for number, place in enumerate(_starts(row))})
    # A first row without facts looks like personal data, not a header: do not echo it.
    if not any(key in BY_KEY for key in keys) and len(keys) > 1:
        error = PmoPathError(
            name,
            (document.problem((0,), "no-header", "the first row names no facts", _HEADER),),
            code="no-header",
        )
        raise _header_error(name, InputRecord(line, error).located(error))
    problems = []
    for number, key in enumerate(keys):
        if key not in BY_KEY:
            hint = (
                _SEPARATOR
                if len(keys) == 1 and re.search("[;\t]", key)
                else did_you_mean(key, BY_KEY)
            )
            detail = f"there is no fact {key[:60]!r}" if key else "a column has no name"
            problems.append(document.problem((number,), "unknown-key", detail, hint))
        elif key in keys[:number]:
            problems.append(
                document.problem((number,), "duplicate-key", "a column is given twice", "keep one")
            )
    if problems:
        error = PmoPathError(name, tuple(problems), code=problems[0].code)
        raise _header_error(name, InputRecord(line, error).located(error))
    return keys


_HEADER = "begin with a row that names the facts, for example `name,role,years_in_pmo`"
_SEPARATOR = "separate the columns by commas; `;` stands between the items of a list"
_QUOTE = "close every quote, and write a quote inside a quoted cell twice"


def _header_error(name: str, error: PmoPathError) -> PmoPathError:
    """Return the error of a header as one about the whole file, since no row can be read."""
    problems = tuple(replace(problem, pointer="") for problem in error.problems)
    return PmoPathError(f"the header of {name} cannot be read", problems, code=error.code)


def _rows(
    source: Iterator[Line], width: int, name: str
) -> Iterator[tuple[int, str | PmoPathError]]:
    """Yield each row with its first line number, as text of `width` cells or as an error.

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
            and len(taken) < MAX_LINES
            and len(text) < MAX_BYTES
        ):
            if (more := _next(again, source)) is None:
                break
            taken.append(more)
            if isinstance(more[1], PmoPathError):
                break
            text = f"{text}\n{more[1]}"
        if _is_blank(text):
            continue
        row = (
            text
            if isinstance(text, PmoPathError)
            else attempt(partial(_row, text, width, name), name)
        )
        if isinstance(row, PmoPathError):
            again.extendleft(reversed(taken))
        yield number, row


def _is_blank(row: str | PmoPathError) -> bool:
    return (
        isinstance(row, str) and row.count('"') % 2 == 0 and _BLANK_ROW.fullmatch(row) is not None
    )


def _next(again: deque[Line], source: Iterator[Line]) -> Line | None:
    return again.popleft() if again else next(source, None)


def _row(text: str, width: int | None, name: str) -> str | PmoPathError:
    """Return the text of a row if it has `width` cells (None: any number), else the error."""
    if text.count('"') % 2:
        return unreadable(name, "syntax", "a quote is opened and not closed", _QUOTE)
    if len(text) > MAX_TEXT and (place := _too_long(text)):  # the limit of `csv` is larger
        return unreadable(
            name, "too-large", f"a cell is longer than {MAX_TEXT} characters", "shorten it", place
        )
    try:
        count = len(_cells(text))
    except csv.Error as error:
        return unreadable(
            name, "syntax", f"this is not valid CSV: {str(error).partition(' - ')[0]}", _QUOTE
        )
    if width is not None and count != width:
        detail = f"this row has {count} cells, and the header has {width}"
        return unreadable(name, "ragged", detail, "put a cell that holds a comma between quotes")
    return text


def _cells(row: str) -> list[str]:
    return next(csv.reader([row], strict=True))


def _starts(row: str) -> Iterator[Place]:
    """Return the line and column, counting from 1, at which each cell of a row begins."""
    return (_place(row, match.start()) for match in _CELL.finditer(row))


def _place(row: str, offset: int) -> Place:
    return row.count("\n", 0, offset) + 1, offset - row.rfind("\n", 0, offset)


def _too_long(row: str) -> Place | None:
    """Return the place of the first cell longer than MAX_TEXT, or None."""
    cells = (match for match in _CELL.finditer(row) if len(match.group(1)) > MAX_TEXT)
    return next((_place(row, match.start()) for match in cells), None)


def _document(header: Sequence[str], row: str, name: str) -> Document:
    places: dict[Path, Place] = {
        (key,): place for key, place in zip(header, _starts(row), strict=False)
    }
    return Document(name, profile_data(header, _cells(row)), places)


def profile_data(header: Sequence[str], cells: Sequence[str]) -> dict[str, Any]:
    """Return the facts of a row: lists split at `;`, an empty cell is not said, `none` is []."""
    data: dict[str, Any] = {}
    for key, cell in zip(header, cells, strict=True):
        text = cell.strip()
        if not text:
            continue
        data[key] = _items(text) if BY_KEY[key].many else text
    return data


def _items(text: str) -> list[str]:
    if text.casefold() == "none":
        return []
    return [item.strip() for item in text.removesuffix(";").split(";")]


# The reader for each value of `--from`.
READERS: Mapping[str, Callable[[ReadLine, str], Iterator[InputRecord]]] = {
    "jsonl": jsonl_records,
    "csv": csv_records,
}
