"""The report of one person: an advice with what the mentor adds."""

from __future__ import annotations

from typing import Literal

from pmo_path.contract.advice import Advice
from pmo_path.core.frozen import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Mentor:
    """What the mentor adds to a report, as given; empty where nothing is."""

    name: str = ""
    notes: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """An advice with what the mentor adds: the report of one person as data."""

    schema_version: Literal["1"] = "1"
    kind: Literal["report"] = "report"
    mentor: Mentor
    advice: Advice
