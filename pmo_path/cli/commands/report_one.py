"""The part of `report` for one person: make the report and write it."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace

from pmo_path.cli.inputs import name_of, profile_from, read_bytes
from pmo_path.reports import format_notes, report_renderer
from pmo_path.system import output

if TYPE_CHECKING:
    from pmo_path.cli.outputs import JsonForm
    from pmo_path.contract.report import Mentor, Report
    from pmo_path.model.catalogue import Catalogue


def report_of(
    known: Catalogue,
    path: str,
    day: date,
    mentor: Mentor,
    notes: str | None,
    since: str | None,
    strict: bool,
) -> Report:
    """Return the report about the person of a profile, with the mentor's notes of a file.

    With an earlier report, it says what changed since.
    """
    from pmo_path.answers.advise import advise
    from pmo_path.answers.plans.career_plan import plan_to_target
    from pmo_path.contract.report import Report
    from pmo_path.core.documents import decode

    person = profile_from(known, path, {}, strict=strict)
    text = decode(read_bytes(notes, "a text file"), name_of(notes)) if notes else ""
    advice = advise(known, person, day)
    changes = None
    if since is not None:
        from pmo_path.answers.changes.compare import changes_since
        from pmo_path.cli.earlier_reports import earlier_report

        changes = changes_since(known, earlier_report(since), advice, person, day)
    plan = plan_to_target(known, person, day)
    return Report(mentor=replace(mentor, notes=text), advice=advice, changes=changes, plan=plan)


def write_report(
    whole: Report, form: str, shape: JsonForm, brief: bool, out: Path | None, force: bool
) -> None:
    """Write a report in its format, and tell what that lacks."""
    output.write(report_renderer(form)(shape(whole), brief), out, force)
    for note in format_notes(form, whole):
        output.tell(note)
