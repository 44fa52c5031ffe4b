"""JSON, the contract's shape: the same advice gives the same bytes."""

from __future__ import annotations

import json
from typing import Any

from pmo_path.advice import Advice, plain
from pmo_path.answers import Report
from pmo_path.cohort_views import Cohort


def render(advice: Advice, width: int = 80) -> str:
    """Return the advice as JSON text ending in a newline; width makes no difference."""
    return dump(plain(advice))


def report(whole: Report) -> str:
    """Return a report as JSON text."""
    return dump(plain(whole))


def summary(cohort: Cohort) -> str:
    """Return the summary of a cohort as JSON text."""
    return dump(plain(cohort))


def dump(data: Any) -> str:
    """Return plain data as indented JSON in UTF-8, ending in a newline."""
    return json.dumps(data, ensure_ascii=False, indent=2, allow_nan=False) + "\n"
