"""The `report` command: what a mentor hands over."""

from __future__ import annotations

from typing import Annotated

import typer

from pmo_path import output
from pmo_path.commands import (
    AsJson,
    AsOf,
    CatalogueDir,
    Force,
    Out,
    chosen,
    day_of,
    guarded,
    load,
    name_of,
    read,
    read_bytes,
    usage,
)


@guarded
def report(
    profile: Annotated[
        list[str], typer.Argument(metavar="PROFILE", help="A YAML or JSON file, or - for standard input.")
    ],
    out: Out = None,
    format: Annotated[
        str | None,
        typer.Option("--format", metavar="FORMAT", help="markdown, html, pdf or json; by the name of FILE if absent."),
    ] = None,
    as_json: AsJson = False,
    mentor: Annotated[str | None, typer.Option("--mentor", metavar="NAME", help="The mentor's name.")] = None,
    notes: Annotated[
        str | None,
        typer.Option("--notes", metavar="FILE", help="The mentor's notes, plain text; - for standard input."),
    ] = None,
    as_of: AsOf = None,
    catalogue: CatalogueDir = None,
    force: Force = False,
) -> None:
    """Write a recommendation report that a mentor can hand over, discuss and sign off.

    Example: pmo-path report profile.yaml -o report.html --mentor "Ann Smith"
    """
    from pmo_path.answers import Mentor, Report
    from pmo_path.engine import advise
    from pmo_path.reports import REPORTS, report_renderer
    from pmo_path.source import decode

    wanted = chosen(format, as_json, out, None if out else "markdown")
    if wanted not in REPORTS:
        raise usage(f"--format: a report is one of {', '.join(REPORTS)}", "`pmo-path advise` gives the others")
    if len(profile) > 1:
        raise usage("one profile at a time for now", "run it once for each profile")
    if notes == "-" and profile == ["-"]:
        raise usage("standard input cannot be both the profile and the notes", "give one of them as a file")
    day = day_of(as_of)
    known = load(catalogue)
    person = read(known, profile[0], {})
    said = decode(read_bytes(notes, "a text file"), name_of(notes)) if notes else ""
    whole = Report(mentor=Mentor(name=_name(mentor), notes=said), advice=advise(known, person, day))
    output.write(report_renderer(wanted)(whole), out, force)


def _name(mentor: str | None) -> str:
    """Return the mentor's name as it may be shown, read like the name of a profile. Raises a usage error."""
    from pmo_path.facts import BY_KEY
    from pmo_path.reading import Names, read_fact
    from pmo_path.values import BadValueError

    if mentor is None:
        return ""
    try:
        return str(read_fact(BY_KEY["name"], mentor, Names({})))
    except BadValueError as bad:
        raise usage(f"--mentor: {bad.detail}", bad.hint, bad.code) from None
