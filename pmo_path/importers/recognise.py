"""Tell from its content what kind of file was given, and read it."""

from __future__ import annotations

from typing import Literal

from pmo_path.core.documents import Document, decode, read_document
from pmo_path.core.errors import PmoPathError, unreadable
from pmo_path.core.filenames import is_profile_name
from pmo_path.importers.findings import Findings, Origin, origin_in
from pmo_path.importers.json_resume import is_json_resume, read_json_resume
from pmo_path.importers.linkedin import (
    columns_named,
    is_linkedin_header,
    is_of_others,
    read_linkedin_table,
    unknown_table,
)
from pmo_path.importers.open_badges import (
    is_open_badge,
    is_token,
    read_open_badge,
    token_document,
)
from pmo_path.profile.facts import BY_KEY
from pmo_path.profile.parse import UNMATCHED, read_profile
from pmo_path.profile.readers.header_row import fact_named, score
from pmo_path.profile.readers.jsonl import lines_of
from pmo_path.profile.readers.separated import Layout, found_header, text_rows
from pmo_path.profile.vocabulary import Names


def findings_of(raw: bytes, file: str, names: Names) -> Findings:
    """Return what a file says. Raises PmoPathError with located problems where it is none that is
    read here, is a team's list, or cannot be read.
    """
    table = table_kind(raw, file)
    if table == "team":
        raise team_refused(file)
    if table == "linkedin":
        return read_linkedin_table(raw, file)
    text = decode(raw, file).strip()
    if text and _is_named_as_table(file) and not _is_structured(raw):
        raise unknown_table(file)
    if is_token(text):
        document = token_document(text, file)
        if not is_open_badge(document.data):
            raise _unknown(document)
        return read_open_badge(document, is_signed=True)
    document = read_document(raw, file)
    if is_open_badge(document.data):
        return read_open_badge(document)
    if is_json_resume(document.data):
        return read_json_resume(document)
    if isinstance(document.data, dict) and any(
        key in BY_KEY or key == UNMATCHED for key in document.data
    ):
        return _own_profile(document, names)
    raise _unknown(document)


def table_kind(raw: bytes, file: str) -> Literal["team", "linkedin"] | None:
    """Return whose table a text is, as its header tells; None for what is no table of either.

    That of a team names a fact beside the names of people. In a file whose name ends as that of no
    table, a single column may be anything.
    """
    if is_profile_name(file) or _is_structured(raw):
        return None
    layout = Layout(file, lambda cells: max(score(cells), columns_named(cells)))
    try:
        found, _ = found_header(text_rows(lines_of(raw), layout, lambda note: None), layout)
    except PmoPathError:
        return None
    cells = [cell.strip() for cell in layout.cells(found.row)]
    if len(cells) == 1 and not _is_named_as_table(file):
        return None
    if {fact_named(cell) for cell in cells} - {None, "name", "id"} and not is_of_others(cells):
        return "team"
    return "linkedin" if is_linkedin_header(cells) else None


def _is_named_as_table(file: str) -> bool:
    return file.casefold().endswith((".csv", ".tsv"))


def _is_structured(raw: bytes) -> bool:
    """Whether a text is one document with members, and so no table."""
    try:
        return isinstance(read_document(raw, "").data, dict | list)
    except PmoPathError:
        return False


def team_refused(file: str) -> PmoPathError:
    """Return the error for a team's list where the files of one person are read."""
    detail = "this is the list of a team, and not of one person"
    hint = "`pmo-path profile TEAM -o DIR` makes a profile of each; give its file, and alone"
    return unreadable(file, "team", detail, hint)


def _own_profile(document: Document, names: Names) -> Findings:
    profile = read_profile(document, names)
    given = [key for key in BY_KEY if getattr(profile, key) is not None]
    whole = Origin(document.name)
    origins = {key: origin_in(document, (key,)) if key in document.data else whole for key in given}
    return Findings(form="profile", profile=profile, origins=origins)


def _unknown(document: Document) -> PmoPathError:
    problem = document.problem(
        (),
        "unknown-form",
        "this is none of the kinds of file that are read here",
        "give a JSON Resume, a LinkedIn export (its ZIP or tables), an Open Badge, a profile, or "
        "the list of a team",
    )
    return PmoPathError(f"{document.name} cannot be read", (problem,), code="unknown-form")
