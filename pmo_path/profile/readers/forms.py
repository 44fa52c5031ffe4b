"""The forms in which many profiles are given, and what reads each."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator, Mapping

from msgspec import Struct

from pmo_path.profile.readers.csv import csv_records
from pmo_path.profile.readers.jsonl import InputRecord, ReadLine, jsonl_records
from pmo_path.profile.readers.notes import Asked


class Form(Struct, frozen=True):
    """How a form is read: line by line, or as a whole, as are workbooks."""

    records: Callable[[ReadLine, str, Asked], Iterator[InputRecord]]
    by_line: bool = True


def _workbook(read: ReadLine, name: str, asked: Asked) -> Iterator[InputRecord]:
    from pmo_path.profile.readers.workbook import workbook_records  # few inputs are workbooks

    return workbook_records(read, name, asked)


_WORKBOOK = Form(_workbook, by_line=False)

# By the value of `--from`.
FORMS: Mapping[str, Form] = {
    "jsonl": Form(jsonl_records),
    "csv": Form(csv_records),
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
