"""Answers and errors as the plain data that JSON shows."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from pmo_path.core.errors import PmoPathError, Problem
from pmo_path.core.frozen import fields, getter

# What is the same in an answer and in JSON.
LEAVES = frozenset({str, int, bool, type(None)})
# By class: the names in JSON, and what takes the values.
_MEMBERS: dict[type, tuple[tuple[str, ...], Callable[[Any], tuple[Any, ...]]]] = {}


def plain(value: Any) -> Any:
    """Return an advice, or any part of it, as the plain data that JSON shows: the caller's own, to change at will."""
    kind = type(value)
    if kind in LEAVES:
        return value
    if kind is tuple or kind is list:
        return [item if type(item) in LEAVES else plain(item) for item in value]
    if kind is float:
        return int(value) if value.is_integer() else value
    if kind is dict:
        return {name: item if type(item) in LEAVES else plain(item) for name, item in value.items()}
    names, values = _members(kind)
    found = zip(names, values(value), strict=True)
    return {name: item if type(item) in LEAVES else plain(item) for name, item in found}


def _members(kind: type) -> tuple[tuple[str, ...], Callable[[Any], tuple[Any, ...]]]:
    """Return the names that the members of a part have in JSON, and what takes their values."""
    if kind not in _MEMBERS:
        _MEMBERS[kind] = tuple(row.name.rstrip("_") for row in fields(kind)), getter(kind)
    return _MEMBERS[kind]


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
