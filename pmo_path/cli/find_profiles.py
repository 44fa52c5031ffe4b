"""The profiles of many people, found in files, directories and tables: each one read, or why it cannot be."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from pmo_path.cli.inputs import name_of, read_bytes, reading
from pmo_path.core.documents import read_document
from pmo_path.core.errors import PmoPathError, attempt, reason, refuse
from pmo_path.core.filenames import PROFILES, is_profile_name
from pmo_path.profile.parse import read_profile
from pmo_path.profile.profile import Profile
from pmo_path.profile.readers.csv import READERS
from pmo_path.profile.readers.jsonl import BY_NAME
from pmo_path.profile.vocabulary import Names


@dataclass(frozen=True, slots=True)
class Found:
    """One profile, or why there is no answer to it; `name` says what its report could be called."""

    file: str
    name: str
    what: Profile | PmoPathError
    line: int | None = None

    def place(self) -> str:
        """Return where the profile stands."""
        return self.file if self.line is None else f"{self.file}:{self.line}"


def holds_many(path: str) -> bool:
    """Whether a path leads to many profiles: a directory or a table."""
    return path != "-" and (os.path.isdir(path) or Path(path).suffix.lower() in BY_NAME)


def gather(path: str, names: Names) -> Iterator[Found]:
    """Yield every profile of a file (`-`: standard input), directory or table, in order; a bad one stops nothing."""
    try:
        if path != "-" and os.path.isdir(path):
            for one in _files(path):
                yield _one(one, names)
        elif holds_many(path):
            yield from _table(path, names)
        else:
            yield _one(path, names)
    except PmoPathError as error:  # all of a directory or table
        yield Found(name_of(path), Path(path).stem, error)


def _files(path: str) -> list[str]:
    """Return the profiles of a directory by name, those of the directories in it left out."""
    try:
        names = sorted(one.name for one in os.scandir(path) if one.is_file())
    except OSError as error:
        raise refuse(path, "cannot-read", f"cannot be read: {reason(error)}", "give a directory of profiles") from None
    found = [os.path.join(path, one) for one in names if is_profile_name(one) and one[0] != "."]
    if not found:
        raise refuse(path, "no-profile", "no profile is in this directory", f"name them *{', *'.join(PROFILES)}")
    return found


def _one(path: str, names: Names) -> Found:
    called, name = name_of(path), "" if path == "-" else Path(path).stem
    return Found(called, name, attempt(lambda: read_profile(read_document(read_bytes(path), called), names), called))


def _table(path: str, names: Names) -> Iterator[Found]:
    records, nobody = READERS[BY_NAME[Path(path).suffix.lower()]], True
    with reading(path, "give a file of JSON lines or CSV", by_line=True) as read:
        for record in records(read, path):
            person = record.read(lambda document: read_profile(document, names))
            if person == Profile():  # a line of which nothing is said, such as `{}`
                continue
            nobody = False
            yield Found(path, f"{Path(path).stem}-{record.line}", person, record.line)
    if nobody:
        raise refuse(path, "no-profile", "no profile is in this table", "write a line for each person")
