"""A profile made from what a person has: each fact with where it was read, and what is open."""

from __future__ import annotations

from typing import Any, Literal

from pmo_path.contract.program import PROGRAM, Program
from pmo_path.core.record import Record

FileForm = Literal["profile", "team", "json-resume", "linkedin", "open-badge-2", "open-badge-3"]


class FileRead(Record, frozen=True, kw_only=True):
    """A file that was read, or a table of an export, and what kind of file it is."""

    file: str
    form: FileForm


class ReadPlace(Record, frozen=True, kw_only=True):
    """A place in a file: of a document its JSON pointer, of a table its row and column.

    `line` is null where the place has none, as in a signed token.
    """

    file: str
    place: str
    line: int | None


class ReadFact(Record, frozen=True, kw_only=True):
    """One thing that a fact rests on: its value, or one item of it, as it was written there."""

    fact: str
    value: Any
    words: str
    read_in: ReadPlace


class ImportNote(Record, frozen=True, kw_only=True):
    """Something that was not taken over as it stands, or that should be looked at."""

    code: str
    fact: str | None
    text: str
    read_in: tuple[ReadPlace, ...]


class ProfileImport(Record, frozen=True, kw_only=True):
    """A profile made from files.

    `open` are the facts that no file says and that an interview may ask for.
    """

    schema_version: Literal["1"] = "1"
    kind: Literal["profile-import"] = "profile-import"
    as_of: str
    program: Program = PROGRAM
    files: tuple[FileRead, ...]
    profile: dict[str, Any]
    read: tuple[ReadFact, ...]
    open: tuple[str, ...]
    notes: tuple[ImportNote, ...]
