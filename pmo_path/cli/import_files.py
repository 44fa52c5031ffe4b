"""Read the files from which a profile is made: documents, tables, and archives of tables."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pmo_path.cli.inputs import name_of, reading
from pmo_path.core.archives import is_archive, member_names, members
from pmo_path.core.documents import MAX_BYTES
from pmo_path.core.errors import PmoPathError, error_reason, unreadable, usage_error
from pmo_path.importers.findings import Findings
from pmo_path.importers.linkedin import TABLES, read_linkedin_table
from pmo_path.importers.recognise import findings_of, team_refused
from pmo_path.profile.readers.forms import workbook_form
from pmo_path.profile.vocabulary import Names

MOST_FILES = 50
_HINT = "give a JSON Resume, a LinkedIn export, an Open Badge or a profile"


def found_in_files(paths: Sequence[str], names: Names) -> list[tuple[str, Findings]]:
    """Return what each file says, and each table of an archive, with its name.

    Raises PmoPathError with the problems of every file that cannot be read, and nothing of the
    others.
    """
    if len(paths) > MOST_FILES:
        raise usage_error(f"more than {MOST_FILES} files are given", "give those of one person")
    found: list[tuple[str, Findings]] = []
    errors: list[PmoPathError] = []
    for path in dict.fromkeys(paths):
        try:
            found += _found_in(path, names)
        except PmoPathError as error:
            errors.append(error)
    if not errors:
        return found
    if len(errors) == 1:
        raise errors[0]
    problems = tuple(problem for error in errors for problem in error.problems)
    raise PmoPathError("some files cannot be read", problems, code=errors[0].code)


def _found_in(path: str, names: Names) -> Iterator[tuple[str, Findings]]:
    name = name_of(path)
    with reading(path, _HINT) as read:
        raw = read(MAX_BYTES + 1)
    if not is_archive(raw):
        yield name, findings_of(raw, name, names)
        return
    tables = _tables(path, name, raw)
    if not tables:
        if path == "-" and workbook_form(member_names(raw, name)):
            raise team_refused(name)
        detail = "this archive holds no table of a LinkedIn export that is read here"
        raise unreadable(name, "unknown-form", detail, f"it should hold {', '.join(TABLES)}")
    for table, content in tables.items():
        yield f"{name}/{table}", read_linkedin_table(content, f"{name}/{table}")


def _tables(path: str, name: str, raw: bytes) -> dict[str, bytes]:
    """Return the tables of an archive; one from standard input may be no larger than a document."""
    most = len(TABLES) * MAX_BYTES
    if path == "-":
        return members(raw, name, _table, most)
    try:
        with open(path, "rb") as file:
            return members(file, name, _table, most)
    except OSError as error:
        raise unreadable(
            name, "cannot-read", f"cannot be read: {error_reason(error)}", _HINT
        ) from None


def _table(filename: str) -> str | None:
    """Return the name of a table that is read, in whatever folder it lies; None for another."""
    base = filename.replace("\\", "/").rpartition("/")[2]
    return base if base in TABLES else None
