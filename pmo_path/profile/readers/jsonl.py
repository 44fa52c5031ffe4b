"""Split input into lines, never holding more than one, and read profiles as JSON Lines."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import Any, TypeVar

from msgspec import Struct
from msgspec.structs import replace

from pmo_path.core.documents import MAX_BYTES, Document, decode, member_of, read_json, too_large
from pmo_path.core.errors import PmoPathError, attempt, unreadable
from pmo_path.profile.readers.notes import AS_USUAL, Asked

T = TypeVar("T")
ReadLine = Callable[[int], bytes]
Line = tuple[int, str | PmoPathError]

# A line is read on for as many pieces of MAX_BYTES, to answer the lines after it.
MAX_PIECES = 16


class InputRecord(Struct, frozen=True):
    """One profile of the input as a document, or the error that says why it cannot be read.

    `line` is the line of the input at which it begins; places inside it count that line as 1.
    In a workbook it is the row of a `sheet`. `given_id` is the `id` of a line or row with an error.
    """

    line: int
    content: Document | PmoPathError
    sheet: str | None = None
    given_id: Any = None

    def read(self, reader: Callable[[Document], T]) -> T | PmoPathError:
        """Return the result of `reader` for the record, or its error located in the input."""
        document = self.content
        result = (
            document
            if isinstance(document, PmoPathError)
            else attempt(lambda: reader(document), document.name if document.in_file else None)
        )
        return self.located(result) if isinstance(result, PmoPathError) else result

    def located(self, error: PmoPathError) -> PmoPathError:
        """Return an error of this record with its lines counted from the start of the input."""
        problems = tuple(
            replace(
                problem,
                sheet=self.sheet,
                line=self.line + (problem.line or 1) - 1,
                column=problem.column or 1,
            )
            for problem in error.problems
        )
        where = "line" if self.sheet is None else "row"
        return PmoPathError(
            f"{where} {self.line} cannot be answered", problems, code=error.code, exit_code=1
        )


def numbered_lines(
    readline: ReadLine, name: str, to_text: Callable[[bytes, str], str] | None = None
) -> Iterator[Line]:
    """Yield (number from 1, text without line ending) for every line that is not blank.

    In place of the text of a line that is not UTF-8 text, or that `to_text` refuses, or longer than
    MAX_BYTES, yield the error. `readline` takes the number of bytes to read at most, as that of a
    file does. Raises PmoPathError where a line is so long that the input seems to have no lines,
    or no end.
    """
    number = 0
    while piece := readline(MAX_BYTES + 1):
        number += 1
        if len(piece) > MAX_BYTES and not piece.endswith(b"\n"):
            for _ in range(MAX_PIECES):
                if not piece or piece.endswith(b"\n"):
                    break
                piece = readline(MAX_BYTES)
            else:
                raise _without_end(name, number)
            yield number, too_large(name)
            continue
        raw = piece.removesuffix(b"\n").removesuffix(b"\r")
        text = attempt(partial(to_text or decode, raw, name), name)
        if isinstance(text, PmoPathError) or text.strip():
            yield number, text


def lines_of(raw: bytes) -> ReadLine:
    """Return a function that reads the next line of some bytes, as that of a file does."""
    begin = 0

    def readline(limit: int) -> bytes:
        nonlocal begin
        end = raw.find(b"\n", begin, begin + limit) + 1 or begin + limit
        line, begin = raw[begin:end], min(end, len(raw))
        return line

    return readline


def _without_end(name: str, number: int) -> PmoPathError:
    megabytes = MAX_PIECES * MAX_BYTES // 1_000_000
    detail = f"this line is longer than {megabytes} MB, and nothing after that was read"
    return unreadable(name, "too-large", detail, "is this the right file?", (number, 1))


def jsonl_records(readline: ReadLine, name: str, asked: Asked = AS_USUAL) -> Iterator[InputRecord]:
    """Yield one record for every line that is not blank: a JSON object each."""
    for number, text in numbered_lines(readline, name):
        if isinstance(text, PmoPathError):
            yield InputRecord(number, text)
            continue
        content = _json(text, name)
        given_id = member_of(text, "id") if isinstance(content, PmoPathError) else None
        yield InputRecord(number, content, given_id=given_id)


def _json(text: str, name: str) -> Document | PmoPathError:
    result = attempt(lambda: read_json(text, name), name)
    hint = "write one JSON object on each line; CSV is read with --from csv"
    if isinstance(result, Document):
        if isinstance(result.data, dict):
            return result
        problem = result.problem((), "not-a-profile", "this line is no JSON object", hint)
        return PmoPathError(f"{name} is not a profile", (problem,), code="profile-invalid")
    if result.code != "syntax":
        return result
    problems = tuple(replace(problem, hint=hint) for problem in result.problems)
    return PmoPathError(result.title, problems, code=result.code)
