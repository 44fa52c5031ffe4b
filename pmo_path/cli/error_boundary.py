"""The error boundary: every failure ends in a documented exit code and a located message."""

from __future__ import annotations

import functools
import os
import sys
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from pmo_path.cli.inputs import day_of
from pmo_path.core.errors import PmoPathError, Problem
from pmo_path.core.wrapping import wrap
from pmo_path.system import output
from pmo_path.system.output import talk_width


def guarded(command: Callable[..., None]) -> Callable[..., None]:
    """Wrap a command in the error boundary: every failure ends in its documented exit code.

    Also refuses an output file that the command reads, and warns of a date in the future.
    Interruptions and closed pipes are handled here, as typer would report them differently.
    """

    @functools.wraps(command)
    def wrapper(*args: Any, **values: Any) -> None:
        as_json = bool(values.get("as_json")) or values.get("format") == "json"
        try:
            _spare_inputs(values)
            command(*args, **values)
        except PmoPathError as error:
            report_error(error, as_json and error.exit_code != 2)
            raise SystemExit(error.exit_code) from None
        except KeyboardInterrupt:
            raise SystemExit(130) from None
        except BrokenPipeError:
            raise SystemExit(141) from None
        if not (as_json or values.get("quiet")):
            _say_to_come(values.get("as_of"))

    return wrapper


def _say_to_come(as_of: str | None) -> None:
    """Write a note to standard error if the answer is for a future date; the core has no clock."""
    day = day_of(as_of)
    if day > date.today():
        from pmo_path.messages.catalog import say
        from pmo_path.messages.grammar import long_date

        output.tell(say("day-to-come", day=long_date(day)))


def _spare_inputs(values: Mapping[str, Any]) -> None:
    """Raise PmoPathError where `-o` names a file that any parameter of the command reads."""
    target, read = values.get("out"), []
    for name in ("profile", "input", "notes", "since", "before", "after", "catalogue"):
        given = values.get(name)
        read += given if isinstance(given, list) else [given] if given else []
    if target and (problem := input_problem(target, read)):
        raise PmoPathError(
            "nothing was written: a file is in the way", (problem,), code=problem.code
        )


def input_problem(target: Path, paths: Iterable[str | Path]) -> Problem | None:
    """Return a problem if `target` is an input file or in an input directory, else None."""
    from pmo_path.core.filenames import is_profile_name

    if not os.path.isfile(target):
        return None
    for path in paths:
        file: str | Path | int = 0 if path == "-" else path  # standard input may be a file too
        if os.path.isdir(file) and is_profile_name(target.name):
            file = Path(path, target.name)
        if os.path.isfile(file) and os.path.samefile(file, target):
            detail = "this file is read, and would be replaced"
            return Problem(code="is-input", detail=detail, hint="give another -o", file=str(target))
    return None


def report_error(error: PmoPathError, as_json: bool) -> None:
    """Write an error to standard error: located lines, or one JSON object."""
    if sys.stderr is None:
        return
    if as_json:
        from pmo_path.contract.error import error_data  # lazy: not needed for help
        from pmo_path.core.json_text import indented_json

        sys.stderr.write(indented_json(error_data(error)))
        return
    lines = wrap(f"pmo-path: {error.title}", talk_width(), "", "  ")
    for problem in error.problems:
        lines += problem_lines(problem, talk_width())
    sys.stderr.write("\n".join(lines) + "\n")


def problem_lines(problem: Problem, columns: int) -> list[str]:
    """Return a problem as lines: place, detail and code, then the hint."""
    place = problem.place()
    text = f"{place}: {problem.detail}" if place else problem.detail
    lines = wrap(f"{text} [{problem.code}]", columns, "  ", "    ")
    if problem.hint:
        lines += wrap(problem.hint, columns, "    ")
    return lines
