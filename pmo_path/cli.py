"""The commands: the composition root, where files, clock and terminal meet the pure core."""

from __future__ import annotations

import functools
import os
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Annotated, Any

import typer

from pmo_path import output
from pmo_path.errors import PmoPathError, Problem
from pmo_path.options import with_profile_options
from pmo_path.profile import Profile
from pmo_path.values import BadValueError, parse_day

EXAMPLES = """Which certification route to take in project, programme and portfolio offices, and why.

A practitioner:  pmo-path ask

A mentor:  pmo-path advise --role "PMO analyst" --pmo-type tactical

A script:  pmo-path advise profile.yaml --json
"""

app = typer.Typer(
    add_completion=True,
    help=EXAMPLES,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
catalogue_app = typer.Typer(help="Look at and verify the knowledge.", rich_markup_mode=None, no_args_is_help=True)
app.add_typer(catalogue_app, name="catalogue")

AsOf = Annotated[
    str | None, typer.Option("--as-of", metavar="YYYY-MM-DD", help="The day the advice is for; today if absent.")
]
CatalogueDir = Annotated[
    Path | None, typer.Option("--catalogue", metavar="DIR", help="Use the catalogue of another directory.")
]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON; short for --format json.")]
Format = Annotated[str, typer.Option("--format", metavar="FORMAT", help="text or json.")]
Out = Annotated[
    Path | None, typer.Option("-o", "--output", metavar="FILE", help="Write to a file instead of standard output.")
]
Force = Annotated[bool, typer.Option("--force", help="Replace a file that exists.")]


def guarded(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command the one error boundary: every failure ends with the contract's exit code."""

    @functools.wraps(command)
    def wrapper(*args: Any, **values: Any) -> None:
        as_json = bool(values.get("as_json")) or values.get("format") == "json"
        try:
            command(*args, **values)
        except PmoPathError as error:
            output.report(error, as_json and error.exit_code != 2)
            raise SystemExit(error.exit_code) from None
        except KeyboardInterrupt:
            raise SystemExit(130) from None
        except BrokenPipeError:
            # Nothing more can be written; keep the interpreter from trying at its end.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            raise SystemExit(141) from None

    return wrapper


def usage(detail: str, hint: str | None, code: str = "usage") -> PmoPathError:
    """Return the error for a wrong command line (exit 2)."""
    return PmoPathError(
        "the command line is wrong", (Problem(code=code, detail=detail, hint=hint),), code=code, exit_code=2
    )


def day_of(as_of: str | None) -> date:
    """Return the day that was asked for, or today. Raises a usage error."""
    if as_of is None:
        return date.today()
    try:
        return parse_day(as_of)
    except BadValueError as bad:
        raise usage(f"--as-of: {bad.detail}", bad.hint, bad.code) from None


def load(directory: Path | None) -> Any:
    """Return the catalogue of a directory, or the shipped one."""
    from pmo_path.catalogue import load_catalogue

    return load_catalogue(directory)


def read(catalogue: Any, path: str | None, facts: dict[str, Any]) -> Profile:
    """Return the profile of a file (`-`: standard input) with the options laid over it."""
    from pmo_path.reading import read_options, read_profile
    from pmo_path.source import read_document

    base = Profile()
    if path is not None:
        base = read_profile(read_document(_bytes(path), "standard input" if path == "-" else path), catalogue.names)
    try:
        return read_options(facts, base, catalogue.names)
    except BadValueError as bad:
        raise usage(bad.detail, bad.hint, bad.code) from None


def _bytes(path: str) -> bytes:
    from pmo_path.source import MAX_BYTES, refuse

    try:
        if path == "-":
            return sys.stdin.buffer.read(MAX_BYTES + 1)
        with open(path, "rb") as file:
            return file.read(MAX_BYTES + 1)
    except (OSError, ValueError) as error:
        reason = (getattr(error, "strerror", None) or "not a file name").lower()
        raise refuse(
            path, "cannot-read", f"cannot be read: {reason}", "give a YAML or JSON file, or - for standard input"
        ) from None


def emit(advice: Any, format: str, target: Path | None, force: bool) -> None:
    """Write an advice in a format."""
    from pmo_path.reading import did_you_mean
    from pmo_path.reports import FORMATS, renderer

    if format not in FORMATS:
        raise usage("--format: there is no such format", did_you_mean(format, FORMATS))
    output.write(renderer(format)(advice, output.width()), target, force)


@app.callback(invoke_without_command=True)
def start(
    context: typer.Context,
    version: Annotated[bool, typer.Option("--version", help="Print the version and leave.")] = False,
) -> None:
    """Print the version, or short help where no command is given."""
    if version:
        from pmo_path import __version__

        output.write(f"pmo-path {__version__}\n")
    elif context.invoked_subcommand is None:
        output.write(context.get_help() + "\n")


@app.command()
@with_profile_options
@guarded
def advise(
    profile: Annotated[
        str | None,
        typer.Argument(metavar="[PROFILE]", help="A YAML or JSON file, or - for standard input.", show_default=False),
    ] = None,
    as_of: AsOf = None,
    format: Format = "text",
    as_json: AsJson = False,
    out: Out = None,
    force: Force = False,
    catalogue: CatalogueDir = None,
    facts: dict[str, Any] = {},  # noqa: B006 (never changed; the decorator fills it)
) -> None:
    """Say which route to take and why, from a profile file and/or options; never asks.

    Example: pmo-path advise --role "PMO analyst" --pmo-type tactical
    """
    from pmo_path.engine import advise as engine

    day = day_of(as_of)
    known = load(catalogue)
    person = read(known, profile, facts)
    emit(engine(known, person, day), "json" if as_json else format, out, force)


@app.command()
@with_profile_options
@guarded
def ask(
    as_of: AsOf = None,
    as_json: AsJson = False,
    catalogue: CatalogueDir = None,
    facts: dict[str, Any] = {},  # noqa: B006
) -> None:
    """Answer a few questions, then get the advice. Options answer a question beforehand.

    Example: pmo-path ask
    """
    from pmo_path import prompts
    from pmo_path.engine import advise as engine

    day = day_of(as_of)
    if not prompts.is_terminal():
        hint = 'use `pmo-path advise`, for example: pmo-path advise --role "PMO analyst" --pmo-type tactical'
        raise usage("ask needs a terminal to ask on", hint, "no-terminal")
    known = load(catalogue)
    person = read(known, None, facts)
    try:
        person = prompts.interview(known, person, day, output.width())
    except EOFError:
        raise SystemExit(130) from None
    emit(engine(known, person, day), "json" if as_json else "text", None, False)


@catalogue_app.command("check")
@guarded
def catalogue_check(
    directory: Annotated[
        Path | None,
        typer.Argument(metavar="[DIR]", help="The catalogue to check; the shipped one if absent.", show_default=False),
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Find what is wrong with a catalogue: every problem with its place and what to do.

    Example: pmo-path catalogue check data
    """
    problems: tuple[Problem, ...] = ()
    try:
        load(directory)
    except PmoPathError as error:
        if error.code != "catalogue-invalid":
            raise
        problems = error.problems
    if as_json:
        from pmo_path.reports.json import dump

        rows = [output.problem_data(one) for one in problems]
        output.write(dump({"schema_version": "1", "kind": "problems", "clean": not problems, "problems": rows}))
    elif problems:
        lines = [line for one in problems for line in output.problem_lines(one, output.width())]
        output.write("\n".join([f"{len(problems)} problems", *lines]) + "\n")
    else:
        output.write("The catalogue is clean.\n")
    if problems:
        raise SystemExit(1)


@catalogue_app.command("schema")
@guarded
def catalogue_schema(
    kind: Annotated[str, typer.Argument(metavar="KIND", help="advice, error, problems or profile.")],
) -> None:
    """Print the JSON Schema of a kind of JSON that is read or printed.

    Example: pmo-path catalogue schema advice
    """
    from pmo_path.reports.json import dump
    from pmo_path.schemas import schema

    output.write(dump(schema(kind)))


def main() -> None:
    """Run the program; the entry point of `pmo-path` and `python -m pmo_path`."""
    app(prog_name="pmo-path")
