"""The `report` command: recommendation reports that a mentor can hand over."""

from __future__ import annotations

import os.path
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pmo_path.cli.commands.report_job import ReportJob
from pmo_path.cli.commands.report_one import report_of, write_report
from pmo_path.cli.error_boundary import guarded
from pmo_path.cli.inputs import catalogue_from, day_of
from pmo_path.cli.outputs import as_usage_error, json_form, output_format
from pmo_path.cli.shared_options import (
    OUTPUT,
    AsJson,
    AsOf,
    CatalogueDir,
    Force,
    Select,
    Sheet,
    Strict,
    format_option,
)
from pmo_path.core.errors import usage_error
from pmo_path.messages.grammar import join
from pmo_path.reports import (
    FORMATS,
    REPORTS,
    SUFFIXES,
    formats_of,
)
from pmo_path.system import output

if TYPE_CHECKING:
    from pmo_path.contract.report import Mentor
    from pmo_path.reports import Answer

Profiles = Annotated[
    list[str],
    typer.Argument(
        metavar="PROFILE...",
        help="YAML or JSON files, directories of them, CSV, .xlsx or .ods; - for standard input.",
    ),
]
To = Annotated[
    Path | None,
    typer.Option(
        "-o",
        "--output",
        metavar="PATH",
        rich_help_panel=OUTPUT,
        help="A file, or for many people a directory.",
    ),
]
Format = Annotated[
    str | None,
    format_option(
        formats_of("report", "summary"), "; else by the name of the file; xlsx is of many people"
    ),
]
MentorName = Annotated[
    str | None, typer.Option("--mentor", metavar="NAME", help="The mentor's name.")
]
Notes = Annotated[
    str | None,
    typer.Option(
        "--notes",
        metavar="FILE",
        help="The mentor's notes, plain text; - for standard input. For many people a directory, "
        "with a file for each, named as the report or by the id.",
    ),
]
Brief = Annotated[
    bool, typer.Option("--brief", help="The first page alone: the whole message on one page.")
]

Since = Annotated[
    str | None,
    typer.Option(
        "--since",
        metavar="OLD",
        help="The JSON of an earlier report: say what changed since. For many people a directory.",
    ),
]
Prune = Annotated[
    bool,
    typer.Option(
        "--prune",
        help="Of many people: remove reports of earlier runs that are left over and unchanged.",
    ),
]


@guarded
def report_command(
    profile: Profiles,
    out: To = None,
    format: Format = None,
    as_json: AsJson = False,
    select: Select = None,
    mentor: MentorName = None,
    notes: Notes = None,
    since: Since = None,
    brief: Brief = False,
    as_of: AsOf = None,
    strict: Strict = False,
    sheet: Sheet = None,
    catalogue: CatalogueDir = None,
    force: Force = False,
    prune: Prune = False,
) -> None:
    """Write a report for a mentor to hand over, discuss and sign off.

    For many people: a report for each in a directory, and a summary; --json prints that alone.

    Example: pmo-path report profile.yaml -o report.html --mentor "Ann Smith"
    """
    form, many, alone = _report_format(format, as_json, out, profile, brief)
    _refuse(profile, sheet, mentor, notes, since, prune, select, many, alone)
    day, known, mine = day_of(as_of), catalogue_from(catalogue), _mentor(mentor, form, notes)
    shape = json_form(form, select, "cohort" if many else "report")
    if not many:
        whole = report_of(known, profile[0], day, mine, notes, since, strict)
        write_report(whole, form, shape, brief, out, force)
        return
    job = ReportJob(
        paths=profile,
        catalogue=known,
        day=day,
        form=form,
        mentor=mine,
        target=out if alone else _directory(out, notes),
        shape=shape,
        notes=notes,
        since=since,
        brief=brief,
        force=force,
        strict=strict,
        sheet=sheet,
        prune=prune,
        tell=output.tell_nothing if as_json else output.tell,
    )
    _write_all(job)


def _write_all(job: ReportJob) -> None:
    from pmo_path.cli.commands.report_many import write_all  # loads the readers of tables

    write_all(job)


def _are_many(profiles: Sequence[str]) -> bool:
    """Return whether the profiles are of many people, as far as their names tell."""
    from pmo_path.cli.team_files import holds_many

    return len(profiles) > 1 or any(map(holds_many, profiles))


def _refuse(
    profiles: Sequence[str],
    sheet: str | None,
    mentor: str | None,
    notes: str | None,
    since: str | None,
    prune: bool,
    select: Sequence[str] | None,
    many: bool,
    alone: bool,
) -> None:
    """Raise a usage error for what cannot be asked for together."""
    from pmo_path.cli.team_files import form_of, refuse_sheet

    refuse_sheet(sheet, *map(form_of, profiles))
    if profiles.count("-") + (notes == "-") + (since == "-") > 1:
        raise usage_error("standard input can be read only once", "give the others as files")
    if many and select and not alone:
        raise usage_error(
            "--select is about one answer", "give one profile, or --json without -o for the summary"
        )
    if alone and (prune or any(option is not None for option in (mentor, notes, since))):
        raise usage_error(
            "--mentor, --notes, --since and --prune are about reports, and this is the summary "
            "alone",
            f"add -o DIR, with {join(REPORTS, 'or')} as the format",
        )
    if prune and not many:
        raise usage_error(
            "--prune is about the reports of many people", "give it with several profiles"
        )


def _directory(out: Path | None, notes: str | None) -> Path:
    """Return the directory for the reports of many people.

    Raises a usage error where there is none, or where the notes are those about one person.
    """
    if notes is not None and not os.path.isdir(notes):
        raise usage_error(
            "--notes: a file is about one person",
            "give a directory with a text file for each, named as the report",
        )
    if out is None:
        raise usage_error(
            "the reports of many people need a directory",
            "add -o DIR, or print the summary alone with --json",
        )
    if out.suffix.lower() in SUFFIXES and not out.is_dir():
        raise usage_error(
            "-o: the reports of many people need a directory", "give a name without an ending"
        )
    return out


def _report_format(
    format: str | None, as_json: bool, out: Path | None, profiles: Sequence[str], brief: bool
) -> tuple[str, bool, bool]:
    """Return the format of the reports, whether many people's, and whether of a summary alone.

    It is HTML of many people where nothing else tells.

    Raises a usage error for a format that reports do not have, or not in the short form.
    """
    many = _are_many(profiles)
    if many and not as_json and format is None:
        by_name = SUFFIXES.get(out.suffix.lower()) if out else None
        alone = by_name in formats_of("summary") and by_name not in REPORTS
        format = by_name if alone else "html"
    answers: tuple[Answer, ...] = ("report", "summary") if many else ("report",)
    name = output_format(format, as_json, out, None if out else "markdown", *answers)
    if brief and not FORMATS[name].brief:
        short = join((report for report in REPORTS if FORMATS[report].brief), "or")
        raise usage_error(f"--brief: {name} has no short form", f"leave it out, or write {short}")
    return name, many, many and (name not in REPORTS or (as_json and out is None))


def _mentor(name: str | None, form: str, notes: str | None) -> Mentor:
    """Return the mentor, whose name is validated like that in a profile; without one if None.

    Raises a usage error for an invalid name, and where the format has no room for a mentor's part.
    """
    from pmo_path.contract.report import Mentor
    from pmo_path.profile.facts import BY_KEY
    from pmo_path.profile.parse_values import read_fact
    from pmo_path.profile.vocabulary import Names

    if not FORMATS[form].mentor and (name, notes) != (None, None):
        raise usage_error(f"{form} has no room for --mentor and --notes", "leave them out")
    if name is None:
        return Mentor()
    with as_usage_error("--mentor"):
        return Mentor(name=read_fact(BY_KEY["name"], name, Names({})))
