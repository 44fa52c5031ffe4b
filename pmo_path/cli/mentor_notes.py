"""The mentor's notes about many people: a directory with a text file for each."""

from __future__ import annotations

import os
from collections.abc import Collection, Container, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct, field

from pmo_path.cli.inputs import read_bytes
from pmo_path.core.documents import decode
from pmo_path.core.errors import error_reason, unreadable
from pmo_path.core.filenames import namesakes
from pmo_path.core.text import inert
from pmo_path.messages.catalog import say

if TYPE_CHECKING:
    from pmo_path.cli.find_profiles import KnownBy

SUFFIXES = (".txt", ".md")


class MentorNotes(Struct):
    """The notes about people by the name of their file, and whose they are.

    Notes belong to whoever has the id by which they are named; else to whose report has their name.
    Where namesakes leave it open whose they are, they stand in no report. `reports` are the names
    of those of this run; `alike` has all names, of the run before too, by their plain name.
    """

    left: dict[str, str]
    reports: Container[str]
    alike: Mapping[str, Sequence[str]]
    unclear: list[str] = field(default_factory=list)

    def about(self, name: str, known: KnownBy) -> str:
        """Take and return the notes about the person of a report; empty if none are for sure."""
        named = "" if known.id is None else str(known.id)
        if named in self.left and (named == name or named not in self.reports):
            return self.left.pop(named)
        if name not in self.left:
            return ""
        others = (other for other in self.alike.get(known.stem, ()) if other not in self.reports)
        text = self.left.pop(name)
        if known.is_alone and not any(others):
            return text
        self.unclear.append(name)
        return ""

    def remarks(self) -> Iterator[str]:
        """Yield which notes are of no report, and whose are not clear."""
        for code, names in (("unused", [*self.left]), ("unclear", self.unclear)):
            if names:
                yield say(f"notes-{code}", names=", ".join(map(inert, names)))


def mentor_notes(
    notes: Mapping[str, str], reports: Collection[str], before: Iterable[str]
) -> MentorNotes:
    """Return the notes for the reports of a run; `before` are the names of those of an earlier."""
    return MentorNotes({**notes}, frozenset(reports), namesakes((*notes, *reports, *before)))


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
