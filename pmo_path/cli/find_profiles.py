"""Find and read the profiles of many people in files, directories and tables."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

from pmo_path.cli.inputs import name_of, read_bytes, reading
from pmo_path.core.documents import read_document
from pmo_path.core.errors import PmoPathError, attempt, error_reason, unreadable
from pmo_path.core.filenames import PROFILE_SUFFIXES, is_profile_name
from pmo_path.profile.parse import read_profile
from pmo_path.profile.profile import Profile
from pmo_path.profile.readers.csv import READERS
from pmo_path.profile.readers.jsonl import BY_NAME
from pmo_path.profile.vocabulary import Names


class FoundProfile(Struct, frozen=True):
    """A profile, or the error on reading it; `name` is a candidate for the name of its report."""

    file: str
    name: str
    result: Profile | PmoPathError
    line: int | None = None

    def place(self) -> str:
        """Return the location of the profile: its file, with the line in a table."""
        return self.file if self.line is None else f"{self.file}:{self.line}"


def holds_many(path: str) -> bool:
    """Return whether a path can hold many profiles: a directory or a table."""
    return path != "-" and (os.path.isdir(path) or Path(path).suffix.lower() in BY_NAME)


def found_profiles(path: str, names: Names) -> Iterator[FoundProfile]:
    """Yield every profile of a file (`-` for standard input), directory or table, in order.

    An error in one profile is yielded in its place and does not stop the others.
    """
    try:
        if path != "-" and os.path.isdir(path):
            for file in _files(path):
                yield _single(file, names)
        elif holds_many(path):
            yield from _table(path, names)
        else:
            yield _single(path, names)
    except PmoPathError as error:  # of a directory or table as a whole
        yield FoundProfile(name_of(path), Path(path).stem, error)


def _files(path: str) -> list[str]:
    """Return the profile files directly in a directory, sorted by name.

    Raises PmoPathError where it cannot be read or has none.
    """
    try:
        names = sorted(entry.name for entry in os.scandir(path) if entry.is_file())
    except OSError as error:
        raise unreadable(
            path,
            "cannot-read",
            f"cannot be read: {error_reason(error)}",
            "give a directory of profiles",
        ) from None
    files = [os.path.join(path, name) for name in names if is_profile_name(name) and name[0] != "."]
    if not files:
        raise unreadable(
            path,
            "no-profile",
            "no profile is in this directory",
            f"name them *{', *'.join(PROFILE_SUFFIXES)}",
        )
    return files


def _single(path: str, names: Names) -> FoundProfile:
    file, name = name_of(path), "" if path == "-" else Path(path).stem
    return FoundProfile(
        file,
        name,
        attempt(lambda: read_profile(read_document(read_bytes(path), file), names), file),
    )


def _table(path: str, names: Names) -> Iterator[FoundProfile]:
    records, nobody = READERS[BY_NAME[Path(path).suffix.lower()]], True
    with reading(path, "give a file of JSON lines or CSV", by_line=True) as read:
        for record in records(read, path):
            person = record.read(lambda document: read_profile(document, names))
            if person == Profile():  # an empty line such as `{}`
                continue
            nobody = False
            yield FoundProfile(path, f"{Path(path).stem}-{record.line}", person, record.line)
    if nobody:
        raise unreadable(
            path, "no-profile", "no profile is in this table", "write a line for each person"
        )
