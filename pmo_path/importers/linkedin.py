"""Read the tables of a LinkedIn data export: positions, certifications, education, languages.

Of each table only the columns named here are looked at: no description, place or licence number.
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator, Mapping

from msgspec import Struct

from pmo_path.core.documents import decode
from pmo_path.core.errors import BadValueError, PmoPathError, unreadable
from pmo_path.core.scalars import When
from pmo_path.importers.findings import (
    MAX_ENTRIES,
    Findings,
    FoundAward,
    Note,
    Origin,
    Position,
    Schooling,
    Spoken,
    written_text,
)
from pmo_path.importers.written_dates import goes_on, means_present, written_date

# The tables of an export that are read; the others are left where they are.
TABLES = ("Positions.csv", "Certifications.csv", "Education.csv", "Languages.csv")
_QUOTE = "close every quote, and write a quote inside a quoted cell twice"


class _Row(Struct):
    """One row of a table, its cells by the name of their column; what is wrong goes to `notes`."""

    file: str
    number: int
    line: int
    cells: Mapping[str, str]
    notes: list[Note]

    def text(self, column: str) -> str:
        return written_text(self.cells.get(column, ""))

    def origin(self, column: str) -> Origin:
        return Origin(self.file, f"row {self.number}, {column}", self.line)

    def dated(self, column: str) -> When | None:
        try:
            return written_date(self.text(column))
        except BadValueError:
            self.notes.append(Note(code="date-unread", origins=(self.origin(column),)))
            return None


def read_linkedin_table(raw: bytes, file: str) -> Findings:
    """Return what one table of an export says; its header tells which it is.

    Raises PmoPathError for another table, too many rows, or what is no CSV.
    """
    rows = _rows(decode(raw, file), file)
    number, _, first = next(rows, (1, 1, []))
    header = [cell.strip() for cell in first]
    reader = next((reader for names, reader in _READERS if names <= {*header}), None)
    if reader is None:
        hint = f"give {', '.join(TABLES)} of the export as they are, or the whole ZIP"
        detail = "this is no table of a LinkedIn export that is read here"
        raise unreadable(file, "unknown-form", detail, hint, (number, 1))
    notes: list[Note] = []
    read = [
        _Row(file, number, line, dict(zip(header, cells, strict=False)), notes)
        for number, line, cells in rows
    ]
    return reader(read, notes)


def _rows(text: str, file: str) -> Iterator[tuple[int, int, list[str]]]:
    """Yield each row that is not blank, with its number and line in the file."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    reader = csv.reader((f"{line}\n" for line in lines), strict=True)
    line, count = 1, 0
    try:
        for number, cells in enumerate(reader, 1):
            if any(cell.strip() for cell in cells):
                count += 1
                if count > MAX_ENTRIES + 1:
                    detail = f"this has more than {MAX_ENTRIES} rows"
                    hint = "is this the right file?"
                    raise unreadable(file, "too-large", detail, hint, (line, 1))
                yield number, line, cells
            line = reader.line_num + 1
    except csv.Error as error:
        raise _no_csv(file, line, error) from None


def _no_csv(file: str, line: int, error: csv.Error) -> PmoPathError:
    why = str(error).partition(" - ")[0]
    return unreadable(file, "syntax", f"this is not valid CSV: {why}", _QUOTE, (line, 1))


def _positions(rows: list[_Row], notes: list[Note]) -> Findings:
    positions = tuple(
        Position(
            title=title,
            organisation=row.text("Company Name"),
            start=row.dated("Started On"),
            end=None if (present := _goes_on(row)) else row.dated("Finished On"),
            is_present=present,
            origin=row.origin("Title"),
        )
        for row in rows
        if (title := row.text("Title"))
    )
    return Findings(form="linkedin", positions=positions, notes=tuple(notes))


def _goes_on(row: _Row) -> bool:
    end = row.cells.get("Finished On", "").strip()
    return not end or means_present(end)


def _certifications(rows: list[_Row], notes: list[Note]) -> Findings:
    awards = tuple(
        FoundAward(name, row.dated("Started On"), row.origin("Name"), row.dated("Finished On"))
        for row in rows
        if (name := row.text("Name"))
    )
    return Findings(form="linkedin", awards=awards, notes=tuple(notes))


def _education(rows: list[_Row], notes: list[Note]) -> Findings:
    schooling = tuple(
        Schooling(
            degree,
            row.dated("End Date"),
            goes_on(row.text("Start Date"), row.text("End Date")),
            row.origin("Degree Name"),
        )
        for row in rows
        if (degree := row.text("Degree Name"))
    )
    return Findings(form="linkedin", schooling=schooling, notes=tuple(notes))


def _languages(rows: list[_Row], notes: list[Note]) -> Findings:
    languages = tuple(
        Spoken(language, row.text("Proficiency"), row.origin("Name"))
        for row in rows
        if (language := row.text("Name"))
    )
    return Findings(form="linkedin", languages=languages, notes=tuple(notes))


# The columns that tell a table from all others, and who reads it.
_READERS: tuple[tuple[frozenset[str], Callable[[list[_Row], list[Note]], Findings]], ...] = (
    (frozenset({"Company Name", "Title", "Started On"}), _positions),
    (frozenset({"Name", "Authority"}), _certifications),
    (frozenset({"School Name", "Degree Name"}), _education),
    (frozenset({"Name", "Proficiency"}), _languages),
)
