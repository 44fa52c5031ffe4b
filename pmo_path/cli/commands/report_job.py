"""What `report` was asked for about many people."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from pmo_path.cli.outputs import JsonForm
    from pmo_path.contract.report import Mentor
    from pmo_path.model.catalogue import Catalogue


class ReportJob(Struct, frozen=True, kw_only=True):
    """What was asked for: reports about the profiles of some paths, on a day, into a directory.

    The `target` is that directory, or the file of the summary alone, which None prints. `shape`
    is that of its JSON. `notes` and `since` are the directories of the mentor's notes and of
    earlier reports to compare with; `sheet` is the one of workbooks. `tell` receives which of them
    are about nobody, and what was passed over, written, left over and, with `prune`, removed.
    """

    paths: Sequence[str]
    catalogue: Catalogue
    day: date
    form: str
    mentor: Mentor
    target: Path | None
    shape: JsonForm
    notes: str | None
    since: str | None
    brief: bool
    force: bool
    strict: bool
    sheet: str | None
    prune: bool
    tell: Callable[[str], None]
