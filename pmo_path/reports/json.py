"""Answers as JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pmo_path.contract.advice import Advice
from pmo_path.core.json_text import indented_json

if TYPE_CHECKING:  # not loaded for an advice alone
    from pmo_path.contract.cohort import Cohort
    from pmo_path.contract.map import MapView
    from pmo_path.contract.plan import CareerPlan
    from pmo_path.contract.report import Report


def render(answer: Advice | MapView, width: int = 80) -> str:
    """Return an advice or a map as JSON text ending in a newline; `width` is ignored."""
    return indented_json(answer)


def report(whole: Report, brief: bool = False) -> str:
    """Return a report as JSON text; it has no short form."""
    return indented_json(whole)


def plan(whole: CareerPlan, width: int = 80) -> str:
    """Return a plan as JSON text; `width` is ignored."""
    return indented_json(whole)


def summary(cohort: Cohort) -> str:
    """Return the summary of a cohort as JSON text."""
    return indented_json(cohort)
