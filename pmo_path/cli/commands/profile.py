"""The `profile` command: a profile from a CV, an export, badges, or profiles."""

from __future__ import annotations

import shlex
from pathlib import Path
from typing import Annotated, Any

import typer

from pmo_path.cli.error_boundary import guarded
from pmo_path.cli.inputs import catalogue_from, day_of
from pmo_path.cli.shared_options import OUTPUT, AsJson, AsOf, CatalogueDir, Force, Sheet, Strict
from pmo_path.core.errors import PmoPathError, Problem
from pmo_path.system import output

Files = Annotated[
    list[str],
    typer.Argument(
        metavar="FILE...",
        help=(
            "JSON Resume, LinkedIn export (its ZIP or tables), Open Badge 2.0 or 3.0, or a "
            "profile; - for standard input. Or the list of a team: CSV, .xlsx or .ods."
        ),
        show_default=False,
    ),
]

To = Annotated[
    Path | None,
    typer.Option(
        "-o",
        "--output",
        metavar="PATH",
        rich_help_panel=OUTPUT,
        help="A file, or for a team a directory.",
    ),
]


@guarded
def profile_command(
    profile: Files,
    as_of: AsOf = None,
    as_json: AsJson = False,
    out: To = None,
    force: Force = False,
    sheet: Sheet = None,
    strict: Strict = False,
    catalogue: CatalogueDir = None,
) -> None:
    """Make a profile from a CV, a data export or badges.

    Beside each fact stands where it was read. Several files are merged, and contradictions told.
    What no file plainly says is left open. Of a team, -o names a directory for a profile of each.

    Example: pmo-path profile resume.json badge.json -o me.yaml
    """
    from pmo_path.cli.import_files import found_in_files
    from pmo_path.cli.team_files import asked_for, refuse_sheet
    from pmo_path.cli.team_profiles import TeamJob, team_among, team_directory, write_profiles
    from pmo_path.importers.made_profile import made_profile

    day, known = day_of(as_of), catalogue_from(catalogue)
    team = team_among(profile)
    refuse_sheet(sheet, team and team[1])
    if team:
        tell = output.tell_nothing if as_json else output.tell
        asked = asked_for(strict, sheet, tell)
        job = TeamJob(*team, known, day, team_directory(out), as_json, force, asked)
        write_profiles(job, tell)
        return
    found = found_in_files(profile, known.names.with_strict(strict))
    made = made_profile(known, found, day)
    if as_json:
        from pmo_path.core.json_text import indented_json

        output.write(indented_json(made), out, force, private=True)
        return
    if not made.profile:
        _tell_notes(made)
        raise _nothing_read()
    output.write(_profile_text(made, out), out, force, private=True)
    _tell(made, out)


def _nothing_read() -> PmoPathError:
    problem = Problem(
        code="nothing-read",
        detail="no file says anything that a profile holds",
        hint="give another file, or answer the questions of `pmo-path ask`",
    )
    return PmoPathError("no profile was made", (problem,), code="nothing-read")


def _profile_text(made: Any, out: Path | None) -> str:
    """Return the profile: as JSON where the name of the file says so, else as YAML with places."""
    if _is_json(out):
        from pmo_path.core.json_text import indented_json

        return indented_json(made.profile)
    from pmo_path.importers.commented_profile import commented_profile

    return commented_profile(made)


def _is_json(out: Path | None) -> bool:
    return out is not None and out.suffix.lower() == ".json"


def _tell(made: Any, out: Path | None) -> None:
    """Say on standard error what was read, where the profile does not, and what is open."""
    from pmo_path.importers.commented_profile import open_text, read_lines
    from pmo_path.messages.catalog import say

    for file in made.files:
        output.tell(say("import-file", file=file.file, form=say(f"import-form-{file.form}")))
    if _is_json(out):
        for line in read_lines(made):
            output.tell(line)
    _tell_notes(made)
    output.tell(open_text(made))
    if out is not None:
        output.tell(say("import-done", file=shlex.quote(str(out))))


def _tell_notes(made: Any) -> None:
    from pmo_path.importers.commented_profile import note_lines

    for line in note_lines(made):
        output.tell(f"- {line}")
