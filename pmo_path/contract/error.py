"""Errors as the data that JSON shows."""

from __future__ import annotations

from msgspec.structs import asdict

from pmo_path.core.errors import PmoPathError, Problem


def error_data(error: PmoPathError) -> dict[str, object]:
    """Return an error as one object shaped after RFC 9457."""
    problems = [_problem_data(problem) for problem in error.problems]
    return {
        "type": f"urn:pmo-path:error:{error.code}",
        "title": _encodable(error.title),
        "detail": "; ".join(problem["detail"] for problem in problems),
        "code": error.code,
        "exit_code": error.exit_code,
        "errors": problems,
    }


def _problem_data(problem: Problem) -> dict[str, str]:
    members = asdict(problem).items()
    return {name: _encodable(value) if isinstance(value, str) else value for name, value in members}


def _encodable(text: str) -> str:
    """Return a text with what is not UTF-8, such as a byte of a file name, escaped."""
    return text.encode("utf-8", "backslashreplace").decode()
