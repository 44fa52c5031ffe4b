"""The `batch` command: advice for many profiles, one line each."""

from __future__ import annotations

from typing import Annotated

import typer

from pmo_path.cli import completion, progress
from pmo_path.cli.error_boundary import guarded
from pmo_path.cli.inputs import day_of, name_of
from pmo_path.cli.outputs import option_format
from pmo_path.cli.shared_options import (
    OUTPUT,
    AsJson,
    AsOf,
    CatalogueDir,
    FailIfEmpty,
    Force,
    Out,
    Sheet,
    Slim,
    Strict,
    format_option,
)
from pmo_path.core.errors import usage_error
from pmo_path.system import output

Input = Annotated[
    str, typer.Argument(metavar="INPUT|-", help="A file of profiles, or - for standard input.")
]
From = Annotated[
    str | None,
    typer.Option(
        "--from",
        metavar="FORM",
        help="jsonl, csv, xlsx or ods; if absent by the name, and jsonl for -.",
        autocompletion=completion.listed_words(lambda: ("jsonl", "csv", "xlsx", "ods")),
    ),
]
Format = Annotated[str, format_option(("jsonl", "csv"))]
Select = Annotated[
    list[str] | None,
    typer.Option(
        "--select",
        metavar="A,B.C",
        rich_help_panel=OUTPUT,
        help="Of each advice, only these members, by their paths: the columns of CSV; repeatable.",
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
    sheet: Sheet = None,
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

    A profile is a line of JSON, or a row of CSV, .xlsx or .ods. The header names the facts, by key
    or in words (Job title, Functie); `;` stands between the items of a list, an empty cell is not
    said, `none` is none. Who cannot be read gets a line that says why; then the exit code is 1.

    Example: pmo-path batch team.csv --format csv -o advice.csv
    """
    from pmo_path.cli.batch_jobs import Work, written_lines
    from pmo_path.cli.batch_run import Tally
    from pmo_path.cli.team_files import asked_for, records_in

    day, form = day_of(as_of), _form(input, from_, sheet)
    tally = Tally(name_of(input), fail_if_empty)
    wanted = option_format(None if format == "jsonl" else format, as_json) or "jsonl"
    work = Work(catalogue, day, strict, wanted, select, slim, tally.name)
    head, write = work.header(), work.writer()
    tell = output.tell_nothing if quiet or as_json else output.tell
    shown = progress.is_shown(out is not None) and not quiet
    with (
        progress.batch_progress(input, shown) as (moved, answered),
        records_in(input, form, asked_for(strict, sheet, tell), moved) as records,
        output.opened(out, force) as put,
        written_lines(records, work, write, jobs) as lines,
    ):
        put(head)
        for written in tally.counted(lines, fail_fast):
            put(written.text)
            answered(1)
    if error := tally.error():
        raise error
    tell(tally.summary() + ".")


def _form(path: str, form: str | None, sheet: str | None) -> str:
    """Return the form of an input, by `--from` or else by the suffix of its name.

    Raises a usage error where that is not a known one, or has no sheets and one is asked for.
    """
    from pmo_path.cli.team_files import form_of, refuse_sheet
    from pmo_path.profile.readers.forms import FORMS

    known = form or form_of(path) or ("jsonl" if path == "-" else "")
    if known not in FORMS:
        detail = "there is no such form" if form else "the name of the input does not tell its form"
        raise usage_error(f"--from: {detail}", "give --from jsonl, csv, xlsx or ods")
    refuse_sheet(sheet, known)
    return known
