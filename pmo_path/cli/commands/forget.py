"""The `forget` command: remove what the program keeps on this machine."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from pmo_path.cli.error_boundary import guarded
from pmo_path.cli.shared_options import AsJson
from pmo_path.core.errors import PmoPathError, Problem
from pmo_path.core.text import printable
from pmo_path.system import output

if TYPE_CHECKING:
    from pmo_path.contract.forgotten import KeptFile

DryRun = Annotated[
    bool, typer.Option("--dry-run", help="Say what would be removed, and remove nothing.")
]


@guarded
def forget_command(dry_run: DryRun = False, as_json: AsJson = False) -> None:
    """Remove what the program keeps on this machine.

    That is unfinished interviews and the checked catalogue. Files that you named yourself (`-o`,
    `--save`) are yours, and stay.

    Example: pmo-path forget --dry-run
    """
    from pmo_path.cli.kept_files import forget_kept_files
    from pmo_path.core.json_text import indented_json
    from pmo_path.messages.catalog import say

    done = forget_kept_files(dry_run)
    if as_json:
        output.write(indented_json(done))
    else:
        code = "forget-would" if dry_run else "forget-did"
        lines = [
            say(code, what=say(f"forget-{file.holds}"), file=file.file) for file in done.removed
        ]
        lines = lines or ([] if done.left else [say("forget-nothing")])
        output.write("".join(f"{printable(line)}\n" for line in lines))
    if done.left:
        problems = tuple(map(_problem, done.left))
        raise PmoPathError("some files were left", problems, code=problems[0].code)


def _problem(file: KeptFile) -> Problem:
    from pmo_path.cli.kept_files import is_being_written

    if is_being_written(file):
        detail = "another run may be writing it"
        hint = "run `pmo-path forget` again when no other run is at work, or remove it yourself"
        return Problem(code="in-use", detail=detail, hint=hint, file=file.file)
    hint = "check the directory, and remove it yourself"
    return Problem(code="cannot-remove", detail="cannot be removed", hint=hint, file=file.file)
