"""The report of one person: an advice with what the mentor adds."""

from __future__ import annotations

from typing import Literal

from pmo_path.contract.advice import Advice
from pmo_path.contract.changes import Changes
from pmo_path.contract.plan import CareerPlan
from pmo_path.contract.program import PROGRAM, Program
from pmo_path.core.record import Record


class Mentor(Record, frozen=True, kw_only=True):
    """What the mentor adds to a report, as given; empty where nothing is."""

    name: str = ""
    notes: str = ""


class Report(Record, frozen=True, kw_only=True):
    """An advice with what the mentor adds: the report of one person as data.

    `changes` since an earlier report are null where none was given, and so is the `plan` where the
    person names no target level.
    """

    schema_version: Literal["1"] = "1"
    kind: Literal["report"] = "report"
    program: Program = PROGRAM
    mentor: Mentor
    advice: Advice
    changes: Changes | None = None
    plan: CareerPlan | None = None
