"""The list of certifications, and what is the same for everybody who takes one."""

from __future__ import annotations

from typing import Literal

from pmo_path.contract.advice import Caution
from pmo_path.contract.catalogue import (
    CatalogueInfo,
    DevelopmentItem,
    PriceRange,
    PriceView,
    Snapshot,
    SourceView,
    StudyView,
)
from pmo_path.contract.program import PROGRAM, Program
from pmo_path.contract.published import ExamView, PageView, TrainingDays, ValidityView
from pmo_path.contract.unknown import Unknown
from pmo_path.core.record import Record


class Offer(Record, frozen=True, kw_only=True):
    """What is known of taking a certification on the day, the same for everybody.

    `superseded_by` is what replaced it, empty unless it is withdrawn.
    """

    certification: str
    superseded_by: tuple[str, ...]
    training_days: TrainingDays | Unknown
    validity: ValidityView | Unknown
    exam: ExamView | Unknown
    prices: tuple[PriceView, ...]
    price_ranges: tuple[PriceRange, ...]
    study: tuple[StudyView, ...]
    pages: tuple[PageView, ...]


class Listing(Record, frozen=True, kw_only=True):
    """The certifications that pass the filters, on a day.

    The full list has their facts, an offer for each, the cautions that say the same to everybody
    who gets them, what there is beyond an exam, and every source of the catalogue; else these are
    empty.
    """

    schema_version: Literal["1"] = "1"
    kind: Literal["catalogue"] = "catalogue"
    as_of: str
    program: Program = PROGRAM
    catalogue: CatalogueInfo
    filters: dict[str, str]
    certifications: tuple[Snapshot, ...]
    offers: tuple[Offer, ...]
    cautions: tuple[Caution, ...]
    development: tuple[DevelopmentItem, ...]
    sources: tuple[SourceView, ...]
