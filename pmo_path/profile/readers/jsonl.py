"""Many profiles, line by line: bytes to documents, without ever holding more than a line."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from typing import TypeVar

from pmo_path.core.documents import MAX_BYTES, Document, decode, read_json, too_large
from pmo_path.core.errors import PmoPathError, attempt

T = TypeVar("T")
ReadLine = Callable[[int], bytes]
Line = tuple[int, str | PmoPathError]

# Files that look like it are read as it, whatever else is said in them.
BY_NAME = {".jsonl": "jsonl", ".ndjson": "jsonl", ".csv": "csv"}


@dataclass(frozen=True, slots=True)
class Record:
    """One profile as it stands in the input, or why it cannot be read.

    `line` is the line of the input at which it begins; places in it count from there, as line 1.
    """

    line: int
    found: Document | PmoPathError

    def read(self, reader: Callable[[Document], T]) -> T | PmoPathError:
        """Return what a reader makes of the record, or the located error."""
        document = self.found
        found = document if isinstance(document, PmoPathError) else attempt(lambda: reader(document), document.name)
        return self.located(found) if isinstance(found, PmoPathError) else found

    def located(self, error: PmoPathError) -> PmoPathError:
        """Return an error of this record with its places in the whole input."""
        problems = tuple(
            replace(one, line=self.line + (one.line or 1) - 1, column=one.column or 1) for one in error.problems
        )
        return PmoPathError(f"line {self.line} cannot be answered", problems, code=error.code, exit_code=1)


def lines(readline: ReadLine, name: str) -> Iterator[Line]:
    """Yield every line that is not blank, as text without its end, with its number from 1.

    One that is no text, or longer than MAX_BYTES, is the error that says so; the rest of a
    long one is passed over in pieces. `readline` returns at most so many bytes, like a file's.
    """
    number = 0
    while piece := readline(MAX_BYTES + 1):
        number += 1
        if len(piece) > MAX_BYTES and not piece.endswith(b"\n"):
            while piece and not piece.endswith(b"\n"):
                piece = readline(MAX_BYTES)
            yield number, too_large(name)
            continue
        text = attempt(partial(decode, piece.removesuffix(b"\n").removesuffix(b"\r"), name), name)
        if isinstance(text, PmoPathError) or text.strip():
            yield number, text


def json_lines(readline: ReadLine, name: str) -> Iterator[Record]:
    """Yield the profile of every line that is not blank: one JSON object each."""
    for number, text in lines(readline, name):
        yield Record(number, text if isinstance(text, PmoPathError) else _json(text, name))


def _json(text: str, name: str) -> Document | PmoPathError:
    found = attempt(lambda: read_json(text, name), name)
    if isinstance(found, Document) or found.code != "syntax":
        return found
    hint = "write one JSON object on each line; CSV is read with --from csv"
    problems = tuple(replace(one, hint=hint) for one in found.problems)
    return PmoPathError(found.title, problems, code=found.code)
