"""What is published of taking a certification: training, exam, how long it lasts, pages."""

from __future__ import annotations

from typing import Literal

from pmo_path.core.record import Record


class TrainingDays(Record, frozen=True, kw_only=True):
    """Days of training, from the shortest to the longest published form."""

    low: float
    high: float
    sources: tuple[str, ...]


class ValidityView(Record, frozen=True, kw_only=True):
    """How long an award lasts from the day it is awarded, and how it is renewed."""

    months: int
    renewal: str
    sources: tuple[str, ...]


class ExamView(Record, frozen=True, kw_only=True):
    """The form of the exam that is known for the day."""

    edition: str
    text: str
    sources: tuple[str, ...]


class PageView(Record, frozen=True, kw_only=True):
    """Where to go: the page of the certification (`about`), or one to book or find a course."""

    for_: Literal["about", "booking"]
    address: str
    text: str
    sources: tuple[str, ...]
