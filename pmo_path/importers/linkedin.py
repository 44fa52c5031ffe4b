"""Read the tables of a LinkedIn data export: positions, certifications, education, languages.

Of each table only the columns named here are looked at: no description, place or licence number.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from msgspec import Struct

from pmo_path.core.documents import MAX_BYTES, too_large
from pmo_path.core.errors import BadValueError, Place, PmoPathError, unreadable
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
from pmo_path.profile.readers.header_row import MAX_COLUMNS
from pmo_path.profile.readers.jsonl import InputRecord, lines_of
from pmo_path.profile.readers.notes import Note as TableNote
from pmo_path.profile.readers.separated import Layout, found_header, rows_after, text_rows

# The tables of an export that are read; the others are left where they are.
TABLES = ("Positions.csv", "Certifications.csv", "Education.csv", "Languages.csv")
MAX_ROW_LINES = 500  # the description of a position is written over many


class _Row(Struct):
    """One row of a table, its cells by the name of their column; what is wrong goes to `notes`."""

    file: str
    line: int
    cells: Mapping[str, str]
    notes: list[Note]

    def text(self, column: str) -> str:
        return written_text(self.cells.get(column, ""))

    def origin(self, column: str) -> Origin:
        return Origin(self.file, f"column {column}", self.line)

    def dated(self, column: str) -> When | None:
        try:
            return written_date(self.text(column))
        except BadValueError:
            self.notes.append(Note(code="date-unread", origins=(self.origin(column),)))
            return None


def is_linkedin_header(cells: Sequence[str]) -> bool:
    """Whether a row of cells is the header of a table of an export that is read here."""
    return _reader_of(cells) is not None


def is_of_others(cells: Sequence[str]) -> bool:
    """Whether a row of cells is the header of a table of an export that names facts of others."""
    return any(names <= {*cells} for names in _OF_OTHERS)


def columns_named(cells: Sequence[str]) -> int:
    """Return how many cells name columns of such tables."""
    return sum(cell.strip() in _COLUMNS for cell in cells[:MAX_COLUMNS])


def read_linkedin_table(raw: bytes, file: str) -> Findings:
    """Return what one table of an export says; its header tells which it is.

    Its text and its columns are read as those of a team's table. Raises PmoPathError for another
    table, too many rows, or a row that cannot be read.
    """
    if len(raw) > MAX_BYTES:
        raise too_large(file)
    notes: list[Note] = []

    def tell(note: TableNote) -> None:
        notes.append(Note(code=note.code, origins=(Origin(file),)))

    layout = Layout(file, columns_named, MAX_ROW_LINES)
    rows = text_rows(lines_of(raw), layout, tell)
    try:
        found, again = found_header(rows, layout)
    except PmoPathError as error:
        raise (unknown_table(file) if error.code in ("no-header", "empty") else error) from None
    header = [cell.strip() for cell in layout.cells(found.row)]
    reader = _reader_of(header)
    if reader is None:
        raise unknown_table(file, (found.number, 1))
    read: list[_Row] = []
    for number, row in rows_after(again, rows, layout):
        if isinstance(row, PmoPathError):
            problems = InputRecord(number, row).located(row).problems
            raise PmoPathError(f"{file} cannot be read", problems, code=row.code)
        if len(read) == MAX_ENTRIES:
            detail, hint = f"this has more than {MAX_ENTRIES} rows", "is this the right file?"
            raise unreadable(file, "too-large", detail, hint, (number, 1))
        cells = dict(zip(header, layout.cells(row), strict=True))
        read.append(_Row(file, number, cells, notes))
    return reader(read, notes)


def _reader_of(header: Sequence[str]) -> Callable[[list[_Row], list[Note]], Findings] | None:
    cells = {cell.strip() for cell in header}
    return next((reader for names, reader in _READERS if names <= cells), None)


def unknown_table(file: str, place: Place | None = None) -> PmoPathError:
    """Return the error for a table that is none of those from which a profile is made."""
    hint = (
        f"give {', '.join(TABLES)} of the export as they are, or the whole ZIP; the list of a team "
        "begins with a row that names facts, for example `name,role,years_in_pmo`"
    )
    detail = "this is no table of a LinkedIn export that is read here, and no list of a team"
    return unreadable(file, "unknown-form", detail, hint, place)


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
_COLUMNS = {
    *(name for names, _ in _READERS for name in names),
    *("Finished On", "Start Date", "End Date"),
}
# Tables of an export about other people and other work, of which a column names a fact.
_OF_OTHERS = (
    frozenset({"First Name", "Last Name", "Connected On"}),  # Connections.csv: Position
    frozenset({"First Name", "Last Name", "Creation Date"}),  # Recommendations: Job Title
    frozenset({"Company Name", "Role", "Cause"}),  # Volunteering.csv
)
