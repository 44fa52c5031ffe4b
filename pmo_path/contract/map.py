"""The map: levels, bodies and certifications, with what they are to a person."""

from __future__ import annotations

from typing import Any, Literal

from pmo_path.contract.catalogue import CatalogueInfo, StatusWord
from pmo_path.contract.program import PROGRAM, Program
from pmo_path.core.record import Record

# What a certification is on a day, where it is not simply on offer; then what it is to the person.
Sign = Literal[
    "announced",
    "unconfirmed",
    "suspended",
    "withdrawn",
    "unknown",
    "held",
    "lapsed",
    "next",
    "step",
    "alternative",
    "later",
]


class MapEntry(Record, frozen=True, kw_only=True):
    """A certification in its cell, with what it is on the day and to the person.

    `marks` says it in words, `signs` in stable codes, one for each mark.
    """

    certification: str
    short: str
    body: str
    status: StatusWord
    signs: tuple[Sign, ...]
    marks: tuple[str, ...]


class MapRow(Record, frozen=True, kw_only=True):
    """One career level: the cells of all bodies, in the order of the columns."""

    level: str
    number: int
    here: bool
    aim: bool
    cells: tuple[tuple[MapEntry, ...], ...]


class MapView(Record, frozen=True, kw_only=True):
    """Career levels as rows, certifying bodies as columns, certifications in their cells."""

    schema_version: Literal["1"] = "1"
    kind: Literal["map"] = "map"
    as_of: str
    program: Program = PROGRAM
    catalogue: CatalogueInfo
    profile: dict[str, Any]
    bodies: tuple[str, ...]
    rows: tuple[MapRow, ...]
    unplaced: tuple[MapEntry, ...]
    routes: tuple[tuple[str, ...], ...]
