"""Read many profiles from a workbook, .xlsx or .ods: a header that names the facts, then people.

Formulas, macros, links and pictures are never looked at: a cell is what the file says that it
showed when it was saved.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from functools import partial
from typing import Any, TypeVar

from pmo_path.core.archives import damaged, locked, members, packed
from pmo_path.core.documents import too_large
from pmo_path.core.errors import Path, Place, PmoPathError, attempt, unreadable
from pmo_path.core.scalars import number_text
from pmo_path.core.suggest import did_you_mean
from pmo_path.core.text import excerpt
from pmo_path.profile.readers.cells import row_document, row_id
from pmo_path.profile.readers.header_row import (
    Found,
    Header,
    find_header,
    header_error,
    header_of,
    no_header,
)
from pmo_path.profile.readers.jsonl import InputRecord, ReadLine
from pmo_path.profile.readers.notes import Asked, Note
from pmo_path.profile.readers.workbook_check import check_parts, too_many_cells
from pmo_path.profile.readers.workbook_lean import lean, lean_ods

T = TypeVar("T")

MAX_WORKBOOK = 20_000_000  # bytes of a file, with its pictures
MAX_UNPACKED = 50_000_000  # bytes of its XML
MAX_TAGS = 2_500_000  # in its XML, those of empty cells and rows too
_OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # begins .xls, and a workbook with a password
_ZIP = b"PK"
_SAVE_AS = "save it as .xlsx, .ods or CSV"

Rows = Sequence[tuple[int, Sequence[str]]]  # each that holds something, with its number from 1


def workbook_records(read: ReadLine, name: str, asked: Asked) -> Iterator[InputRecord]:
    """Return one record for every row with something in it under the header of a sheet.

    The sheet is the one asked for, or the first visible one that has people. Raises PmoPathError
    for a file that is no workbook or that would take too much to read, and for a bad header.
    """
    book = _opened(read(MAX_WORKBOOK + 1), name)
    sheets = _sheets(book, name, asked.sheet)
    filled: list[tuple[str, Rows]] = []
    for index, sheet in sheets:
        rows = _guarded(partial(_rows, book, index), name)
        found = find_header(iter(rows), lambda row: row)
        if found and rows[-1][0] > found.number:
            header = _header(found, sheet, name, asked)
            _tell_others([title for title, _ in filled], book, sheets, index, sheet, name, asked)
            people = [(number, row) for number, row in rows if number > found.number]
            return (_record(number, row, header, sheet, name) for number, row in people)
        if rows:
            filled.append((sheet, rows))
    raise _nobody(filled, name)


def _opened(raw: bytes, name: str) -> Any:
    """Return the workbook in a file, of which nothing but its tables is looked at."""
    parts = _parts(raw, name)
    if "xl/workbook.xml" in parts:
        parts = {path: lean(content) for path, content in parts.items()}
    if "content.xml" in parts:
        parts = {**parts, "content.xml": lean_ods(parts["content.xml"])}
    check_parts(parts, name)
    import python_calamine  # only here: few inputs are workbooks

    return _guarded(lambda: python_calamine.load_workbook(packed(parts)), name)


def _parts(raw: bytes, name: str) -> dict[str, bytes]:
    """Return the XML of a workbook by path. Raises PmoPathError for what is no workbook."""
    if len(raw) > MAX_WORKBOOK:
        raise too_large(name, MAX_WORKBOOK)
    if raw.startswith(_OLD):
        if "EncryptedPackage".encode("utf-16-le") in raw:
            raise locked(name)
        raise unreadable(name, "not-a-workbook", "this is an old Excel file (.xls)", _SAVE_AS)
    if not raw.startswith(_ZIP):
        detail = "this is not a workbook" if raw else "this is empty"
        hint = "text in columns is CSV: end its name in .csv" if raw else "give a list of people"
        raise unreadable(name, "not-a-workbook" if raw else "empty", detail, hint)
    parts = members(raw, name, _read_path, MAX_UNPACKED)
    if sum(content.count(b"<") for content in parts.values()) > MAX_TAGS:
        raise too_many_cells(name)
    if b"encryption-data" in parts.get("META-INF/manifest.xml", b""):
        raise locked(name)
    if not any(path in ("content.xml", "xl/workbook.xml") for path in parts):
        detail = "this is not a workbook of the kind .xlsx or .ods"
        raise unreadable(name, "not-a-workbook", detail, _SAVE_AS)
    return parts


# What is beside the tables: pictures, charts, remarks, pivots, other files, and who wrote it.
_BESIDE = re.compile(
    r"(?:docProps|customXml|Configurations2|Thumbnails|Object[^/]*)/|meta\.xml|settings\.xml|"
    r"xl/(?:drawings|charts|media|theme|pivot\w*|externalLinks|threadedComments|persons|tables|"
    r"queryTables|comments\w*)[/.\d]"
)


def _read_path(path: str) -> str | None:
    """Return the path of a part that is read, None for another."""
    is_read = path.endswith((".xml", ".rels")) and _BESIDE.match(path) is None
    return path if is_read or path == "mimetype" else None


def _guarded(work: Callable[[], T], name: str) -> T:
    """Return the result of `work`. Raises PmoPathError where the file cannot be read."""
    try:
        return work()
    except PmoPathError:
        raise
    except Exception as error:
        raise (locked if type(error).__name__ == "PasswordError" else damaged)(name) from None
    except BaseException as error:  # of the reader's own language, and no Exception
        if type(error).__name__ == "PanicException":
            raise damaged(name) from None
        raise


def _sheets(book: Any, name: str, asked: str | None) -> list[tuple[int, str]]:
    """Return index and name of the sheets to look at: the visible ones, or the one asked for."""
    every = [(index, sheet.name) for index, sheet in enumerate(book.sheets_metadata)]
    if asked is None:
        return [
            (index, title)
            for index, title in every
            if str(book.sheets_metadata[index].visible).endswith(".Visible")
        ]
    wanted = asked.strip().casefold()
    chosen = [sheet for sheet in every if sheet[1].strip().casefold() == wanted]
    if not chosen:
        hint = did_you_mean(asked, [title for _, title in every])
        detail = f"there is no sheet {excerpt(asked)!r}"
        raise unreadable(name, "unknown-sheet", detail, hint)
    return chosen[:1]


def _rows(book: Any, index: int) -> Rows:
    sheet = book.get_sheet_by_index(index)
    if sheet.start is None:
        return []
    before = [""] * sheet.start[1]
    return [
        (number, [*before, *cells])
        for number, row in enumerate(sheet.iter_rows(), 1)
        if any(cells := [_text(value) for value in row])
    ]


def _text(value: Any) -> str:
    """Return the value of a cell as the same cell of CSV would hold it."""
    match value:
        case str():
            return value.strip()
        case bool():
            return str(value).lower()
        case float() | int():
            return number_text(value)
        case datetime():
            return value.date().isoformat()
    return str(value)


def _header(found: Found[Sequence[str]], sheet: str, name: str, asked: Asked) -> Header:
    end = max(number for number, cell in enumerate(found.row, 1) if cell)
    places = [(1, number) for number in range(1, end + 1)]
    try:
        return header_of(found, found.row[:end], name, places, asked)
    except PmoPathError as error:
        located = InputRecord(found.number, error, sheet).located(error)
        raise header_error(name, located) from None


def _record(number: int, row: Sequence[str], header: Header, sheet: str, name: str) -> InputRecord:
    keys = (*header.keys, *[None] * (len(row) - len(header.keys)))
    places: dict[Path, Place] = {
        (key or column,): (1, column + 1) for column, key in enumerate(keys)
    }
    work = partial(row_document, name, keys, row, places, header.end)
    content = attempt(work, name)
    given_id = row_id(keys, row) if isinstance(content, PmoPathError) else None
    return InputRecord(number, content, sheet, given_id)


def _tell_others(
    before: Sequence[str],
    book: Any,
    sheets: Sequence[tuple[int, str]],
    chosen: int,
    sheet: str,
    name: str,
    asked: Asked,
) -> None:
    """Tell which sheets that hold something are not read."""
    after = [
        title
        for index, title in sheets
        if index > chosen and _guarded(partial(_holds_something, book, index), name)
    ]
    if left := [*before, *after]:
        names = ", ".join(f"“{excerpt(title)}”" for title in left)
        values = {"file": name, "sheet": excerpt(sheet), "names": names}
        asked.tell(Note("sheets-left", values))


def _holds_something(book: Any, index: int) -> bool:
    return book.get_sheet_by_index(index).start is not None


def _nobody(filled: Sequence[tuple[str, Rows]], name: str) -> PmoPathError:
    """Return the error for a workbook without people, at the first sheet that holds something."""
    if not filled:
        hint = "write a row for each person under a header that names the facts"
        return unreadable(name, "empty", "no visible sheet of it holds anything", hint)
    sheet, rows = filled[0]
    found = find_header(iter(rows), lambda row: row)
    if found:
        error = unreadable(name, "no-profile", "under its header is no row", None, (1, 1))
        number = found.number
    else:
        error, number = no_header(name, (1, 1)), rows[0][0]
    located = InputRecord(number, error, sheet).located(error)
    return header_error(name, located)
