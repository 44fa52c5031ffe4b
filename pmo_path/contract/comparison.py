"""Certifications side by side, as `catalogue compare` shows them."""

from __future__ import annotations

from typing import Literal

from pmo_path.contract.catalogue import CatalogueInfo, Snapshot
from pmo_path.contract.listing import Offer
from pmo_path.contract.program import PROGRAM, Program
from pmo_path.contract.unknown import Unknown
from pmo_path.core.record import Record

# What certifications are compared in.
Aspect = Literal[
    "status",
    "full-name",
    "owner",
    "career-level",
    "pmo-type",
    "aimed-at",
    "entry",
    "also-asked",
    "not-asked",
    "exam",
    "training",
    "study",
    "price",
    "validity",
    "renewal",
    "languages",
    "topics",
]


class ComparedRow(Record, frozen=True, kw_only=True):
    """One aspect of the compared certifications, in the order they were asked for.

    `id` is its code, `about` the same in words. `same` is false where one of them is unknown.
    """

    id: Aspect
    about: str
    same: bool
    values: tuple[tuple[str, ...] | Unknown, ...]


class Comparison(Record, frozen=True, kw_only=True):
    """Certifications side by side on a day: in words as `rows`, and as data.

    The data is that of `certifications` and, in the same order, of their `offers`.
    """

    schema_version: Literal["2"] = "2"
    kind: Literal["comparison"] = "comparison"
    as_of: str
    program: Program = PROGRAM
    catalogue: CatalogueInfo
    certifications: tuple[Snapshot, ...]
    offers: tuple[Offer, ...]
    rows: tuple[ComparedRow, ...]
