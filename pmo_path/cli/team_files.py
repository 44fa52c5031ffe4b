"""Files of many people: their form, their records, and what is told of them."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from pmo_path.cli.inputs import name_of, reading
from pmo_path.core.errors import usage_error
from pmo_path.core.text import inert
from pmo_path.messages.catalog import say
from pmo_path.profile.readers.forms import BY_NAME, FORMS
from pmo_path.profile.readers.notes import Asked, Note

if TYPE_CHECKING:
    from pmo_path.profile.readers.jsonl import InputRecord

_HINT = "give a file of JSON lines, CSV, .xlsx or .ods"
Advance = Callable[[int], None]


def form_of(path: str) -> str | None:
    """Return the form that the name of a file implies, None where it is not of many people."""
    return None if path == "-" else BY_NAME.get(Path(path).suffix.lower())


def holds_many(path: str) -> bool:
    """Return whether a path can hold many profiles: a directory or a table."""
    return path != "-" and (os.path.isdir(path) or form_of(path) is not None)


def has_sheets(form: str | None) -> bool:
    """Return whether a form is that of a workbook."""
    return form is not None and form in FORMS and not FORMS[form].by_line


def refuse_sheet(sheet: str | None, *forms: str | None) -> None:
    """Raise a usage error for a sheet of files that have none."""
    if sheet is not None and not any(map(has_sheets, forms)):
        raise usage_error("--sheet is about workbooks", "give a file of .xlsx or .ods, or leave it")


@contextmanager
def records_in(
    path: str, form: str, asked: Asked, moved: Advance | None = None
) -> Iterator[Iterator[InputRecord]]:
    """Yield the records of a file (`-` for standard input).

    `moved` receives the number of bytes of each reading. Raises PmoPathError where the file, or its
    header, cannot be read.
    """
    with reading(path, _HINT, by_line=FORMS[form].by_line) as read:

        def told(limit: int) -> bytes:
            piece = read(limit)
            if moved:
                moved(len(piece))
            return piece

        yield FORMS[form].records(told, name_of(path), asked)


def asked_for(strict: bool, sheet: str | None, tell: Callable[[str], None]) -> Asked:
    """Return how to read; `tell` receives the sentences on what was found."""
    return Asked(strict=strict, sheet=sheet, tell=lambda note: tell(sentence(note)))


def sentence(note: Note) -> str:
    """Return what is told by a note."""
    return say(note.code, **{name: inert(value) for name, value in note.values.items()})
