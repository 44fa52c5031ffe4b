"""What a person with the live web should check first, as `catalogue worklist` prints it."""

from __future__ import annotations

from typing import Literal

from pmo_path.contract.catalogue import CatalogueInfo, SourceView
from pmo_path.contract.program import PROGRAM, Program
from pmo_path.core.record import Record


class OpenFact(Record, frozen=True, kw_only=True):
    """One thing to find out about a certification: what, why it is open, and what was read so far.

    `sources` are those that were read; empty where nothing was found.
    """

    about: Literal["status", "price", "training days", "exam", "validity", "disagreement", "page"]
    text: str
    sources: tuple[str, ...]


class ToCheck(Record, frozen=True, kw_only=True):
    """A certification with what is open about it; the first is the one that matters most.

    `first_for` is the number of the `Worklist.situations` in which it is a next step.
    """

    certification: str
    short: str
    first_for: int
    open: tuple[OpenFact, ...]
    pages: tuple[str, ...]
    ask: str


class Worklist(Record, frozen=True, kw_only=True):
    """What to check on the day, the certifications that are advised most first."""

    schema_version: Literal["1"] = "1"
    kind: Literal["worklist"] = "worklist"
    as_of: str
    program: Program = PROGRAM
    catalogue: CatalogueInfo
    situations: int
    certifications: tuple[ToCheck, ...]
    sources: tuple[SourceView, ...]
