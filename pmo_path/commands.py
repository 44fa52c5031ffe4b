"""What every command does alike: the error boundary, reading and writing.

What advising needs is imported where it is used: help and completion do without.
"""

from __future__ import annotations

import functools
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pmo_path import output
from pmo_path.errors import PmoPathError, Problem, reason, refuse

if TYPE_CHECKING:
    from pmo_path.profile import Profile

Show = Callable[[Any, int], str]  # an answer, and the width of text


def guarded(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command the one error boundary: every failure ends with the contract's exit code.

    And nothing that it reads is replaced by what it writes. Interruptions and closed pipes end here, before typer
    takes them for something else.
    """

    @functools.wraps(command)
    def wrapper(*args: Any, **values: Any) -> None:
        as_json = bool(values.get("as_json")) or values.get("format") == "json"
        try:
            _spare_inputs(values)
            command(*args, **values)
        except PmoPathError as error:
            output.report(error, as_json and error.exit_code != 2)
            raise SystemExit(error.exit_code) from None
        except KeyboardInterrupt:
            raise SystemExit(130) from None
        except BrokenPipeError:
            raise SystemExit(141) from None
        if not (as_json or values.get("quiet")):
            _say_to_come(values.get("as_of"))

    return wrapper


def _say_to_come(as_of: str | None) -> None:
    """Say on standard error where what was answered is of a day to come: the core knows no clock."""
    day = day_of(as_of)
    if day > date.today():
        from pmo_path.words import long_date, say

        output.tell(say("day-to-come", day=long_date(day)))


def _spare_inputs(values: Mapping[str, Any]) -> None:
    """Raise PmoPathError where `-o` names what the command reads, by whichever parameter."""
    target, read = values.get("out"), []
    for name in ("profile", "input", "notes", "catalogue"):
        given = values.get(name)
        read += given if isinstance(given, list) else [given] if given else []
    if target and (problem := input_problem(target, read)):
        raise PmoPathError("nothing was written: a file is in the way", (problem,), code=problem.code)


def input_problem(target: Path, paths: Iterable[str | Path]) -> Problem | None:
    """Return the problem of a file that is read, alone or with its directory, and would be replaced; else None."""
    from pmo_path.filenames import is_profile_name

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


def usage(detail: str, hint: str | None, code: str = "usage") -> PmoPathError:
    """Return the error for a wrong command line (exit 2)."""
    return PmoPathError(
        "the command line is wrong", (Problem(code=code, detail=detail, hint=hint),), code=code, exit_code=2
    )


def day_of(as_of: str | None) -> date:
    """Return the day that was asked for, or today. Raises a usage error."""
    from pmo_path.values import BadValueError, parse_day

    if as_of is None:
        return date.today()
    try:
        return parse_day(as_of)
    except BadValueError as bad:
        raise usage(f"--as-of: {bad.detail}", bad.hint, bad.code) from None


def load(directory: Path | None) -> Any:
    """Return the catalogue of a directory, or the shipped one."""
    from pmo_path.catalogue.load import load_catalogue

    return load_catalogue(directory)


def read(
    catalogue: Any, path: str | None, facts: Mapping[str, Any], base: Profile | None = None, strict: bool = False
) -> Profile:
    """Return the profile of a file (`-`: standard input), else the base, with the options laid over it."""
    from pmo_path.profile import Profile
    from pmo_path.reading import read_options, read_profile
    from pmo_path.source import read_document
    from pmo_path.values import BadValueError

    base, names = base or Profile(), catalogue.names.read(strict)
    if path is not None:
        base = read_profile(read_document(read_bytes(path), name_of(path)), names)
    try:
        return read_options(facts, base, names)
    except BadValueError as bad:
        raise usage(bad.detail, bad.hint, bad.code) from None


def name_of(path: str) -> str:
    """Return what a file is called in a message."""
    return "standard input" if path == "-" else path


def read_bytes(path: str, what: str = "a YAML or JSON file") -> bytes:
    """Return the bytes of a file (`-`: standard input), one more than is allowed where it is too large."""
    from pmo_path.source import MAX_BYTES

    with reading(path, f"give {what}, or - for standard input") as read:
        return read(MAX_BYTES + 1)


@contextmanager
def reading(path: str, hint: str, by_line: bool = False) -> Iterator[Callable[[int], bytes]]:
    """Yield what reads at most so many bytes of a file (`-`: standard input), or of its next line."""

    def refused(error: OSError | ValueError) -> PmoPathError:
        return refuse(path, "cannot-read", f"cannot be read: {reason(error)}", hint)

    def read(limit: int) -> bytes:
        try:
            return file.readline(limit) if by_line else file.read(limit)
        except (OSError, ValueError) as error:
            raise refused(error) from None

    try:
        if path == "-" and sys.stdin is None:
            raise ValueError("standard input is closed")
        file = sys.stdin.buffer if path == "-" else open(path, "rb")  # noqa: SIM115 (closed below)
    except (OSError, ValueError) as error:
        raise refused(error) from None
    try:
        yield read
    finally:
        if path != "-":
            file.close()


def chosen(format: str | None, as_json: bool, target: Path | None, otherwise: str | None) -> str:
    """Return the format that was asked for: by option, else by the name of the file, else another.

    Raises a usage error for one that there is not, where nothing tells, and for a terminal that cannot show it.
    """
    from pmo_path.reading import did_you_mean
    from pmo_path.reports import BINARY, FORMATS, PLANNED, SUFFIXES

    suffix = target.suffix.lower() if target else ""
    found = "json" if as_json else format or SUFFIXES.get(suffix) or otherwise
    if found is None:
        hint = "give --format, or a name that ends in .md, .html, .pdf or .json"
        raise usage("-o: the name of the file tells no format", hint, "no-format")
    if found in PLANNED:
        raise usage(f"{found} cannot be written yet", "write html or pdf", "format-planned")
    if found not in FORMATS:
        raise usage("--format: there is no such format", did_you_mean(found, FORMATS))
    if found in BINARY and target is None and output.on_terminal():
        raise usage(f"{found} is not for a terminal", "give -o FILE, or send it to another program", "terminal")
    return found


def emit(advice: Any, format: str, target: Path | None = None, force: bool = False) -> None:
    """Write an advice in a format."""
    from pmo_path.reports import renderer

    output.write(renderer(format)(advice, output.width()), target, force)


def show(
    answer: Any,
    render: Show | Mapping[str, Show],
    format: str,
    target: Path | None = None,
    force: bool = False,
) -> None:
    """Write an answer that is no advice: as JSON, as text, or in whatever format a renderer is given for.

    Raises a usage error for another format.
    """
    from pmo_path.advice import plain
    from pmo_path.reports.json import dump

    known = {"json": lambda one, width: dump(plain(one)), **({"text": render} if callable(render) else render)}
    if format not in known:
        raise usage("--format: there is no such format here", f"known: {', '.join(sorted(known))}")
    output.write(known[format](answer, output.width()), target, force)


def certification_id(catalogue: Any, name: str) -> str:
    """Return the id of a certification named by id, name or alias. Raises a usage error."""
    from pmo_path.reading import suggest

    found = catalogue.names.find("certification", name)
    if found is None:
        close = catalogue.names.close("certification", name)
        hint = suggest(close, "`pmo-path catalogue list` shows them all")
        raise usage("there is no such certification", hint, "unknown-certification")
    return str(found)
