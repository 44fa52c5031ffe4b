"""Find the header of a table of people, and the facts that its words name."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Generic, TypeVar

from msgspec import Struct
from msgspec.structs import replace

from pmo_path.core.columns import column_letters
from pmo_path.core.documents import Document
from pmo_path.core.errors import Place, PmoPathError, Problem, unreadable
from pmo_path.core.memory import remembered
from pmo_path.core.suggest import did_you_mean
from pmo_path.core.text import excerpt, plain_name
from pmo_path.profile.facts import BY_KEY, FACTS
from pmo_path.profile.header_words import HEADER_WORDS
from pmo_path.profile.readers.notes import Asked, Note

T = TypeVar("T")

MAX_COLUMNS = 1_000
MOST_ABOVE = 20  # rows among which the header is looked for
MOST_NAMED = 10  # columns named in a note
HEADER_HINT = "begin with a row that names the facts, for example `name,role,years_in_pmo`"


class Header(Struct, frozen=True):
    """The fact of each column, None where it is left alone; from `end` on, no column has a name."""

    keys: tuple[str | None, ...]
    end: int


def fact_named(cell: str) -> str | None:
    """Return the fact that a cell of a header names: by its key, or in human words."""
    key = cell.strip().casefold()
    return key if key in BY_KEY else spellings().get(plain_name(cell[:200]))


@remembered(most=1)
def spellings() -> dict[str, str]:
    """Return the fact of each spelling in a header, as plain names."""
    words = {row.key: HEADER_WORDS.get(row.key, "").split(", ") for row in FACTS}
    found = {
        plain_name(word): row.key for row in FACTS for word in (row.noun, row.bare, *words[row.key])
    }
    return {word: key for word, key in found.items() if word}


def score(cells: Sequence[str]) -> int:
    """Return how many cells name facts."""
    return sum(fact_named(cell) is not None for cell in cells[:MAX_COLUMNS])


class Found(Struct, Generic[T], frozen=True):
    """The row of a header, how many filled rows stand above it, and the rows read after it."""

    number: int
    row: T
    above: int
    after: Sequence[tuple[int, T]]


def find_header(
    rows: Iterator[tuple[int, T]],
    cells_of: Callable[[T], Sequence[str]],
    named_by: Callable[[Sequence[str]], int] = score,
) -> Found[T] | None:
    """Return the header among the first filled rows, None where no row names a fact.

    It is the first row that names two facts, or nothing but facts; titles stand above it. Else it
    is the first that names one. No more rows are read than it takes to tell. `named_by` returns how
    many cells of a row name what is sought, where that is not facts.
    """
    seen: list[tuple[int, T]] = []
    first: int | None = None
    for number, row in rows:
        cells = cells_of(row)
        named, filled = named_by(cells), sum(bool(cell.strip()) for cell in cells)
        if named and (named >= 2 or named == filled):
            return Found(number, row, len(seen), ())
        if named and first is None:
            first = len(seen)
        seen.append((number, row))
        if len(seen) == MOST_ABOVE:
            break
    if first is None:
        return None
    return Found(*seen[first], first, seen[first + 1 :])


def header_of(
    found: Found[T], cells: Sequence[str], name: str, places: Iterable[Place], asked: Asked
) -> Header:
    """Return the facts of the columns, and tell which are left alone.

    Raises PmoPathError for a fact that has two columns; if strict, for a column of no fact.
    """
    cells = [cell.strip() for cell in cells]
    document = Document(name, None, {(number,): place for number, place in enumerate(places)})
    if len(cells) > MAX_COLUMNS:
        raise too_many_columns(name, len(cells))
    keys = tuple(map(fact_named, cells))
    end = max((number for number, cell in enumerate(cells) if cell), default=-1) + 1
    problems = list(_problems(document, cells[:end], keys, asked.strict))
    if problems:
        raise PmoPathError(name, tuple(problems), code=problems[0].code)
    if found.above:
        asked.tell(Note("rows-above", {"file": name, "row": str(found.number)}))
    left = [
        f"“{excerpt(cell)}”" if cell else f"{column_letters(number + 1)} (no name)"
        for number, cell in enumerate(cells[:end])
        if keys[number] is None
    ]
    if left:
        more = len(left) - MOST_NAMED
        names = ", ".join(left[:MOST_NAMED]) + (f", … (+{more})" if more > 0 else "")
        asked.tell(Note("columns-left", {"file": name, "names": names}))
    return Header(keys, end)


def header_error(name: str, error: PmoPathError) -> PmoPathError:
    """Return the error of a header as one about the whole file, since no row can be read."""
    problems = tuple(replace(problem, pointer="") for problem in error.problems)
    return PmoPathError(f"the header of {name} cannot be read", problems, code=error.code)


def no_header(name: str, place: Place) -> PmoPathError:
    """Return the error for a table whose first rows name no facts; they may be about people."""
    detail = "no row at the top names facts"
    return unreadable(name, "no-header", detail, HEADER_HINT, place)


def too_many_columns(name: str, count: int) -> PmoPathError:
    """Return the error for a table of more than MAX_COLUMNS columns."""
    detail = f"the header has {count} columns, more than {MAX_COLUMNS}"
    return unreadable(name, "too-large", detail, "keep the columns that name facts")


def _problems(
    document: Document, cells: Sequence[str], keys: Sequence[str | None], strict: bool
) -> Iterator[Problem]:
    for number, (cell, key) in enumerate(zip(cells, keys, strict=False)):
        if key is not None and key in keys[:number]:
            other = excerpt(cells[keys.index(key)])
            detail = f"a column is given twice: {excerpt(cell)!r} and {other!r} are both {key}"
            yield document.problem((number,), "duplicate-key", detail, "keep one")
        elif key is None and strict:
            detail = f"there is no fact {cell[:60]!r}" if cell else "a column has no name"
            yield document.problem((number,), "unknown-key", detail, did_you_mean(cell, BY_KEY))
