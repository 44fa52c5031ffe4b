"""The root exception, and the located problems that it carries."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from msgspec import Struct

from pmo_path.core.columns import column_letters
from pmo_path.core.text import excerpt

T = TypeVar("T")
INTERNAL = "internal"  # the code of an unexpected exception
Path = tuple[str | int, ...]  # of a part in its document
Place = tuple[int, int]  # line and column, from 1


class Problem(Struct, frozen=True, kw_only=True):
    """One problem: what is wrong, where, and what to do about it.

    `code` is stable and may be tested for; `detail` and `hint` are prose and may change.
    `line` and `column` count from 1 and are None if the place is not in a text file.
    In a workbook they count rows and columns, and `sheet` names the sheet.
    `pointer` is an RFC 6901 JSON pointer into the document.
    """

    file: str | None = None
    sheet: str | None = None
    pointer: str = ""
    line: int | None = None
    column: int | None = None
    code: str
    detail: str
    hint: str | None = None

    def place(self) -> str:
        """Return `file:line:column`, as far as known; empty if none of it is.

        In a workbook it is as people see it: `file, sheet "Team", cell C7`.
        """
        if self.sheet is not None:
            named = f'{self.file}, sheet "{excerpt(self.sheet)}"'
            cell = f"{column_letters(self.column or 1)}{self.line}"
            return named if self.line is None else f"{named}, cell {cell}"
        parts = [self.file or ""]
        if self.line is not None:
            parts += [str(self.line), str(self.column or 1)]
        return ":".join(parts) if any(parts) else ""


def error_reason(error: OSError | ValueError) -> str:
    """Return the operating system's reason for an error, in lower case."""
    return (getattr(error, "strerror", None) or str(error) or "unknown reason").lower()


class PmoPathError(Exception):
    """Bad input or a failed effect, with all the problems that were found.

    `exit_code` follows the table in the README: 2 command line, 3 unreadable input or
    output that could not be written, 4 a missing extra.
    """

    def __init__(
        self, title: str, problems: tuple[Problem, ...], *, code: str, exit_code: int = 3
    ) -> None:
        super().__init__(title)
        self.title = title
        self.problems = problems
        self.code = code
        self.exit_code = exit_code

    def __reduce__(self) -> tuple[Any, ...]:
        """Pickle with all parts: an exception alone would keep only its title."""
        return _error_of, (self.title, self.problems, self.code, self.exit_code)


def _error_of(title: str, problems: tuple[Problem, ...], code: str, exit_code: int) -> PmoPathError:
    return PmoPathError(title, problems, code=code, exit_code=exit_code)


def unreadable(
    name: str, code: str, detail: str, hint: str | None = None, place: Place | None = None
) -> PmoPathError:
    """Return the error for a text that cannot be read at all, with its one problem."""
    line, column = place or (None, None)
    problem = Problem(code=code, detail=detail, hint=hint, file=name, line=line, column=column)
    return PmoPathError(f"{name} cannot be read", (problem,), code=code)


def attempt(work: Callable[[], T], file: str | None, line: int | None = None) -> T | PmoPathError:
    """Return the result of `work`, or its error: in a batch one bad profile must not stop the rest.

    An unexpected exception becomes a problem with code INTERNAL at `file` and `line`, as far as
    there are any.
    """
    try:
        return work()
    except PmoPathError as error:
        return error
    except Exception as error:
        kind = type(error).__name__  # not its message, which may contain personal data
        hint = (
            "this is a fault of the program: please report it, with the profile and "
            "`pmo-path --version`"
        )
        detail = f"the program failed on this profile ({kind})"
        problem = Problem(
            code=INTERNAL, detail=detail, hint=hint, file=file, line=line, column=line and 1
        )
        return PmoPathError("the program failed", (problem,), code=INTERNAL)


def usage_error(detail: str, hint: str | None, code: str = "usage") -> PmoPathError:
    """Return the error for a wrong command line (exit 2)."""
    return PmoPathError(
        "the command line is wrong",
        (Problem(code=code, detail=detail, hint=hint),),
        code=code,
        exit_code=2,
    )


def missing_extra(needed_for: str, extra: str) -> PmoPathError:
    """Return the error where something needs an extra that is not installed (exit 4)."""
    problem = Problem(
        code="missing-extra",
        detail=f"{needed_for} needs the extra `{extra}`, which is not installed",
        hint=f"pip install 'pmo-path[{extra}]'",
    )
    return PmoPathError(
        "a part of the program is not installed", (problem,), code="missing-extra", exit_code=4
    )


class MissingFontWarning(UserWarning):
    """No font is installed for some letters; the message says which to install."""


class TableWarning(UserWarning):
    """A part of a table of people was left alone, or read as assumed; the message says which."""


class BadValueError(ValueError):
    """A value that cannot be parsed: a stable code, a detail and a hint, not yet located."""

    def __init__(self, code: str, detail: str, hint: str | None = None) -> None:
        super().__init__(detail)
        self.path: tuple[str | int, ...] = ()  # within the value; empty: all of it
        self.code = code
        self.detail = detail
        self.hint = hint


def sorted_problems(problems: list[Problem]) -> list[Problem]:
    """Return problems sorted by file, line and column."""
    return sorted(
        problems, key=lambda problem: (problem.file or "", problem.line or 0, problem.column or 0)
    )
