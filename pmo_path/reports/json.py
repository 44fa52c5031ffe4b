"""JSON, the contract's shape: the same advice gives the same bytes."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from pmo_path.advice import Advice, plain
from pmo_path.errors import PmoPathError, Problem

if TYPE_CHECKING:  # an advice does without the other answers
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


def line(data: Any) -> str:
    """Return plain data as JSON on one line, however lines are told apart."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    for end in "\x85\u2028\u2029":
        text = text.replace(end, f"\\u{ord(end):04x}")
    return text + "\n"


def problem_data(problem: Problem) -> dict[str, object]:
    """Return a problem as the contract's JSON shows it."""
    return {
        "file": problem.file,
        "pointer": problem.pointer,
        "line": problem.line,
        "column": problem.column,
        "code": problem.code,
        "detail": problem.detail,
        "hint": problem.hint,
    }


def error_data(error: PmoPathError) -> dict[str, object]:
    """Return an error as one object shaped after RFC 9457."""
    return {
        "type": f"urn:pmo-path:error:{error.code}",
        "title": error.title,
        "detail": "; ".join(problem.detail for problem in error.problems),
        "code": error.code,
        "exit_code": error.exit_code,
        "errors": [problem_data(problem) for problem in error.problems],
    }
