"""The `batch` command: advice for many profiles, one line each."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pmo_path.cli import completion, progress
from pmo_path.cli.error_boundary import guarded
from pmo_path.cli.inputs import day_of, name_of, reading
from pmo_path.cli.shared_options import (
    OUTPUT,
    AsJson,
    AsOf,
    CatalogueDir,
    FailIfEmpty,
    Force,
    Out,
    Slim,
    Strict,
    format_option,
)
from pmo_path.core.errors import usage_error
from pmo_path.system import output

if TYPE_CHECKING:
    from pmo_path.profile.readers.jsonl import InputRecord, ReadLine

Input = Annotated[
    str, typer.Argument(metavar="INPUT|-", help="A file of profiles, or - for standard input.")
]
From = Annotated[
    str | None,
    typer.Option(
        "--from",
        metavar="FORM",
        help="jsonl or csv; if absent by the name, and jsonl for -.",
        autocompletion=completion.listed_words(lambda: ("jsonl", "csv")),
    ),
]
Format = Annotated[str, format_option(("jsonl", "csv"))]
Select = Annotated[
    str | None,
    typer.Option(
        "--select",
        metavar="A,B.C",
        rich_help_panel=OUTPUT,
        help="Of each advice, only these members, by their paths; they are the columns of CSV.",
    ),
]
FailFast = Annotated[
    bool, typer.Option("--fail-fast", help="Stop at the first line that cannot be read.")
]
Jobs = Annotated[
    int,
    typer.Option(
        "--jobs",
        metavar="N",
        min=1,
        max=64,
        help="Processes that work at once; short inputs are answered by one.",
    ),
]
Quiet = Annotated[
    bool,
    typer.Option("-q", "--quiet", rich_help_panel=OUTPUT, help="No progress bar and no summary."),
]


@guarded
def batch_command(
    input: Input,
    from_: From = None,
    as_of: AsOf = None,
    format: Format = "jsonl",
    select: Select = None,
    slim: Slim = False,
    as_json: AsJson = False,
    fail_fast: FailFast = False,
    fail_if_empty: FailIfEmpty = False,
    quiet: Quiet = False,
    jobs: Jobs = 1,
    strict: Strict = False,
    out: Out = None,
    force: Force = False,
    catalogue: CatalogueDir = None,
) -> None:
    """Give advice for many profiles, a line for each.

    A profile is a line of JSON or a row of CSV. The first row of CSV names the facts; the items
    of a list stand between `;`, an empty cell is not said, `none` is none. Blank lines are passed
    over. A line that cannot be read gets a line that says why, and in the end the exit code is 1.

    Example: pmo-path batch team.csv --format csv -o advice.csv
    """
    from pmo_path.cli.batch_jobs import Work, written_lines
    from pmo_path.cli.batch_run import Tally

    day = day_of(as_of)
    records_of = _reader(input, from_)
    tally = Tally(name_of(input), fail_if_empty)
    wanted = "jsonl" if as_json else format
    work = Work(catalogue, day, strict, wanted, select, slim, tally.name)
    head, write = work.header(), work.writer()
    shown = progress.is_shown(out is not None) and not quiet
    with (
        _input(input, shown) as (read, answered),
        output.opened(out, force) as put,
        written_lines(records_of(read, tally.name), work, write, jobs) as lines,
    ):
        put(head)
        for written in tally.counted(lines, fail_fast):
            put(written.text)
            answered(1)
    if error := tally.error():
        raise error
    if not (quiet or as_json):
        output.tell(tally.summary() + ".")


@contextmanager
def _input(path: str, shown: bool) -> Iterator[tuple[ReadLine, progress.Advance]]:
    """Yield a function that reads a line of the input, and one to report profiles answered."""
    hint = "give a file of JSON lines or CSV, or - for standard input"
    with (
        reading(path, hint, by_line=True) as read,
        progress.batch_progress(path, shown) as (moved, answered),
    ):
        yield _telling(read, moved), answered


def _reader(path: str, form: str | None) -> Callable[[ReadLine, str], Iterator[InputRecord]]:
    """Return the reader for an input, by `--from` or else by the suffix of its name.

    Raises a usage error where that is not a known format.
    """
    from pmo_path.profile.readers.csv import READERS
    from pmo_path.profile.readers.jsonl import BY_NAME

    by_name = "jsonl" if path == "-" else BY_NAME.get(Path(path).suffix.lower())
    if (form or by_name) not in READERS:
        detail = "there is no such form" if form else "the name of the input does not tell its form"
        raise usage_error(f"--from: {detail}", "give --from jsonl or --from csv")
    return READERS[form or str(by_name)]


def _telling(read: ReadLine, moved: Callable[[int], None]) -> ReadLine:
    """Return `read` wrapped to report the number of bytes of each call to `moved`."""

    def told(limit: int) -> bytes:
        piece = read(limit)
        moved(len(piece))
        return piece

    return told
