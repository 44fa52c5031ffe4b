"""The `diff` command: what changed between two profiles, or two reports."""

from __future__ import annotations

from typing import Annotated

import typer

from pmo_path.cli.error_boundary import guarded
from pmo_path.cli.inputs import catalogue_from, day_of
from pmo_path.cli.outputs import answer_format, json_form, write_answer
from pmo_path.cli.shared_options import (
    OUTPUT,
    AsJson,
    AsOf,
    CatalogueDir,
    Force,
    Format,
    Out,
    Plain,
    Select,
    Strict,
)
from pmo_path.core.errors import PmoPathError, Problem, usage_error

Before = Annotated[
    str,
    typer.Argument(metavar="OLD", help="A profile, or the JSON of a report; - for standard input."),
]
After = Annotated[
    str, typer.Argument(metavar="NEW", help="The same, of later; a profile is advised on today.")
]
ExitCode = Annotated[
    bool,
    typer.Option(
        "--exit-code", rich_help_panel=OUTPUT, help="Exit with 1 where something changed."
    ),
]


@guarded
def diff_command(
    before: Before,
    after: After,
    as_of: AsOf = None,
    format: Format = None,
    as_json: AsJson = False,
    select: Select = None,
    exit_code: ExitCode = False,
    plain: Plain = False,
    strict: Strict = False,
    out: Out = None,
    force: Force = False,
    catalogue: CatalogueDir = None,
) -> None:
    """Say what changed between two profiles or reports, and by what.

    What the person said, the catalogue, our rules and time alone are told apart.

    Example: pmo-path diff report-of-may.json profile.yaml
    """
    from pmo_path.answers.changes.compare import changes_between
    from pmo_path.cli.earlier_reports import standpoint
    from pmo_path.reports.text_changes import changes_text

    if before == after == "-":
        raise usage_error("standard input can be read only once", "give one of them as a file")
    form = json_form(answer_format(format, as_json, out), select, "changes")
    day, known = day_of(as_of), catalogue_from(catalogue)
    old, new = (standpoint(known, path, day, strict) for path in (before, after))
    changes = changes_between(known, old, new, day)
    write_answer(changes, changes_text, format, as_json, out, force, plain, form)
    if exit_code and not changes.same:
        problem = Problem(code="changed", detail="there are differences")
        raise PmoPathError("something changed", (problem,), code="changed", exit_code=1)
