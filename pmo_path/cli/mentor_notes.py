"""The mentor's notes about many people: a directory with a text file for each."""

from __future__ import annotations

import os
from pathlib import Path

from pmo_path.cli.inputs import read_bytes
from pmo_path.core.documents import decode
from pmo_path.core.errors import error_reason, unreadable

SUFFIXES = (".txt", ".md")


def notes_in(directory: str) -> dict[str, str]:
    """Return the notes in a directory by the name of their file, without its ending.

    Raises PmoPathError where it, or a file of notes, cannot be read.
    """
    try:
        names = sorted(entry.name for entry in os.scandir(directory) if entry.is_file())
    except OSError as error:
        raise unreadable(
            directory,
            "cannot-read",
            f"cannot be read: {error_reason(error)}",
            "give a directory of text files, each named as the report",
        ) from None
    files = [Path(directory, name) for name in names if name.lower().endswith(SUFFIXES)]
    return {file.stem: decode(read_bytes(str(file), "a text file"), str(file)) for file in files}
