"""The forms in which many profiles are given, and what reads each."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator, Mapping
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from pmo_path.profile.readers.jsonl import InputRecord, ReadLine
    from pmo_path.profile.readers.notes import Asked


class Form(Struct, frozen=True):
    """How a form is read: line by line, or as a whole, as are workbooks."""

    records: Callable[[ReadLine, str, Asked], Iterator[InputRecord]]
    by_line: bool = True


# Each reader is loaded for an input of its form: many only ask which form a name implies.
def _jsonl(read: ReadLine, name: str, asked: Asked) -> Iterator[InputRecord]:
    from pmo_path.profile.readers.jsonl import jsonl_records

    return jsonl_records(read, name, asked)


def _csv(read: ReadLine, name: str, asked: Asked) -> Iterator[InputRecord]:
    from pmo_path.profile.readers.csv import csv_records

    return csv_records(read, name, asked)


def _workbook(read: ReadLine, name: str, asked: Asked) -> Iterator[InputRecord]:
    from pmo_path.profile.readers.workbook import workbook_records

    return workbook_records(read, name, asked)


_WORKBOOK = Form(_workbook, by_line=False)

# By the value of `--from`.
FORMS: Mapping[str, Form] = {
    "jsonl": Form(_jsonl),
    "csv": Form(_csv),
    "xlsx": _WORKBOOK,
    "ods": _WORKBOOK,
}

# The part that tells a workbook from other archives.
_TELLING_PARTS = {"xl/workbook.xml": "xlsx", "content.xml": "ods"}


def workbook_form(parts: Container[str]) -> str | None:
    """Return the form of a workbook with these parts; None for another archive."""
    return next((form for part, form in _TELLING_PARTS.items() if part in parts), None)


# The form that the ending of a name implies. Workbooks that cannot be read are refused by their
# reader, which says what to do.
BY_NAME = {
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".csv": "csv",
    ".tsv": "csv",
    ".xlsx": "xlsx",
    ".xlsm": "xlsx",
    ".xls": "xlsx",
    ".xlsb": "xlsx",
    ".ods": "ods",
}
