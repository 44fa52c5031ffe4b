"""Read many profiles from CSV: a header row that names the facts, then one profile a row."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from pmo_path.core.documents import Document
from pmo_path.core.errors import Path, Place, PmoPathError, attempt
from pmo_path.profile.readers.cells import row_document, row_id
from pmo_path.profile.readers.header_row import Header, header_error, header_of, score
from pmo_path.profile.readers.jsonl import InputRecord, ReadLine
from pmo_path.profile.readers.notes import AS_USUAL, Asked
from pmo_path.profile.readers.separated import Layout, Row, found_header, rows_after, text_rows


def csv_records(readline: ReadLine, name: str, asked: Asked = AS_USUAL) -> Iterator[InputRecord]:
    """Return one record for every row that is not empty. Raises PmoPathError for a bad header.

    A row that cannot be read becomes a record with its error, and reading continues at the next
    line.
    """
    layout = Layout(name, score)
    rows = text_rows(readline, layout, asked.tell)
    found, again = found_header(rows, layout)
    cells, places = layout.cells(found.row), layout.starts(found.row)
    try:
        header = header_of(found, cells, name, places, asked)
    except PmoPathError as error:
        located = InputRecord(found.number, error).located(error)
        raise header_error(name, located) from None
    return (_record(row, header, layout) for row in rows_after(again, rows, layout))


def _record(row: Row, header: Header, layout: Layout) -> InputRecord:
    number, text = row
    if isinstance(text, PmoPathError):
        return InputRecord(number, text)
    content = attempt(partial(_document, header, text, layout), layout.name)
    is_read = isinstance(content, Document)
    given_id = None if is_read else row_id(header.keys, layout.cells(text))
    return InputRecord(number, content, given_id=given_id)


def _document(header: Header, row: str, layout: Layout) -> Document:
    places: dict[Path, Place] = {
        (key or number,): place
        for number, (key, place) in enumerate(zip(header.keys, layout.starts(row), strict=False))
    }
    return row_document(layout.name, header.keys, layout.cells(row), places, header.end)
