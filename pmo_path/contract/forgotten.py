"""What the program kept on this machine, and removed."""

from __future__ import annotations

from typing import Literal

from pmo_path.contract.program import PROGRAM, Program
from pmo_path.core.record import Record

KeptKind = Literal["interview", "prepared", "catalogue", "part"]


class KeptFile(Record, frozen=True, kw_only=True):
    """A file that the program kept, and what it holds."""

    holds: KeptKind
    file: str


class Forgotten(Record, frozen=True, kw_only=True):
    """The files that were removed or, if `dry_run`, would be; `left` could not be removed."""

    schema_version: Literal["1"] = "1"
    kind: Literal["forgotten"] = "forgotten"
    program: Program = PROGRAM
    dry_run: bool
    removed: tuple[KeptFile, ...]
    left: tuple[KeptFile, ...]
