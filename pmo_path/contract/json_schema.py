"""JSON Schema (2020-12) of everything that is read or printed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from pmo_path.contract.advice import Advice
from pmo_path.contract.catalogue import CertificationView, Comparison, TermView
from pmo_path.contract.cohort import Cohort
from pmo_path.contract.explanation import Explanation
from pmo_path.contract.listing import Listing
from pmo_path.contract.map import MapView
from pmo_path.contract.report import Report
from pmo_path.contract.slim import LEFT_OUT
from pmo_path.contract.worklist import Worklist
from pmo_path.core.errors import PmoPathError, Problem
from pmo_path.core.json_text import json_line
from pmo_path.core.scalars import number_text
from pmo_path.core.suggest import did_you_mean
from pmo_path.profile.fact_row import Row
from pmo_path.profile.facts import FACTS
from pmo_path.profile.parse import UNMATCHED
from pmo_path.profile.profile import CERTIFICATE_KINDS

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schema(kind: str) -> dict[str, Any]:
    """Return the JSON Schema of a kind. Raises PmoPathError (exit 2) for an unknown one."""
    if kind not in KINDS:
        problem = Problem(
            code="unknown-kind",
            detail="there is no such kind of schema",
            hint=did_you_mean(kind, KINDS),
        )
        raise PmoPathError("no such schema", (problem,), code="unknown-kind", exit_code=2)
    return {
        "$schema": DIALECT,
        "$id": f"urn:pmo-path:schema:{kind}:1",
        "title": kind,
        **KINDS[kind](),
    }


def _answer(kind: type) -> Callable[[], dict[str, Any]]:
    """Return the schema of an answer, made from its type."""

    def body() -> dict[str, Any]:
        from pydantic import TypeAdapter

        root: dict[str, Any] = closed(TypeAdapter(kind).json_schema(mode="serialization"))
        for part in (root, *root.get("$defs", {}).values()):
            if "profile" in part.get("properties", {}):
                part["properties"]["profile"] = _canonical_profile()
        return root

    return body


def closed(value: Any) -> Any:
    """Return a schema in which every object has exactly its own members.

    Its keywords are sorted: their order differs between versions of pydantic.
    """
    if isinstance(value, list):
        return [closed(item) for item in value]
    if not isinstance(value, dict):
        return value
    result: dict[str, Any] = {}
    for key, item in value.items():
        if key in ("properties", "$defs"):  # names of members and of parts, not words of the schema
            result[key] = {name: closed(member) for name, member in item.items()}
        elif key not in ("default", "title", "description"):
            result[key] = closed(item)
    if isinstance(result.get("properties"), dict):
        result["required"] = list(result["properties"])
        result["additionalProperties"] = False
    return dict(sorted(result.items()))


_NUMBER_TEXT = {"type": "string", "pattern": r"^\s*\d+(\.\d+)?(\s*(-|–|to)\s*\d+(\.\d+)?)?\s*$"}
_TEXT = {"type": "string", "minLength": 1}
_DATE = {"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}$"}
_OTHER_KIND = {"type": "string", "enum": list(CERTIFICATE_KINDS)}
_OTHER: dict[str, Any] = {
    "anyOf": [
        {"type": "string"},
        {
            "type": "object",
            "properties": {
                "name": {"type": "string"},
                "kind": {"anyOf": [_OTHER_KIND, {"type": "null"}]},
                "awarded_on": {"anyOf": [_DATE, {"type": "null"}]},
            },
            "required": ["name"],
            "additionalProperties": False,
        },
    ]
}
_AWARD: dict[str, Any] = {
    "anyOf": [
        {"type": "string"},
        {
            "type": "object",
            "properties": {
                "certification": {"type": "string"},
                "awarded_on": {"anyOf": [_DATE, {"type": "null"}]},
            },
            "required": ["certification"],
            "additionalProperties": False,
        },
    ]
}
# A price that somebody was quoted: `p3o-foundation=1095 GBP`, or an amount by certification.
_PRICE = {"type": "string", "pattern": "=", "examples": ["p3o-foundation=1095 GBP"]}
_PRICES = {"type": "object", "additionalProperties": _TEXT}


def _profile() -> dict[str, Any]:
    """A profile file: canonical values or, where a catalogue knows them, their aliases."""
    words = {"anyOf": [_TEXT, {"type": "array", "items": _TEXT}]}
    facts = {row.key: _read(row) for row in FACTS} | {
        UNMATCHED: {"anyOf": [_unmatched(words), {"type": "null"}]}
    }
    return {"type": "object", "properties": facts, "additionalProperties": False}


def _unmatched(words: dict[str, Any]) -> dict[str, Any]:
    """Words that the catalogue does not know, by the fact that they were said for."""
    keys = [row.key for row in FACTS if row.keeps_words]
    return {
        "type": "object",
        "properties": dict.fromkeys(keys, words),
        "additionalProperties": False,
    }


def _read(row: Row) -> dict[str, Any]:
    words: dict[str, Any] = {"type": "string", "minLength": 1}
    if row.values:
        words["examples"] = list(row.values)
    shapes: dict[str, dict[str, Any]] = {
        "id": {"anyOf": [words, {"type": "integer"}]},
        "number": {"anyOf": [_number(row), _NUMBER_TEXT]},
        "date": _DATE,
        "holds": _one_or_more(*_AWARD["anyOf"], _OTHER["anyOf"][1]),
        "others": _one_or_more(*_AWARD["anyOf"], _OTHER["anyOf"][1]),
        "choices": {"anyOf": [words, {"type": "array", "items": words}]},
        "codes": {"anyOf": [words, {"type": "array", "items": words}]},
        "prices": {"anyOf": [*_one_or_more(_PRICE)["anyOf"], _PRICES]},
    }
    shape = shapes.get(row.kind, words)
    bounds = (
        f" From {number_text(row.least)} to {number_text(row.most)}."
        if row.kind == "number"
        else ""
    )
    return {"description": row.help + bounds, "anyOf": [shape, {"type": "null"}]}


def _number(row: Row) -> dict[str, Any]:
    return {"type": "number", "minimum": row.least, "maximum": row.most}


def _one_or_more(*shapes: dict[str, Any]) -> dict[str, Any]:
    """One of some shapes, or a list of them."""
    return {"anyOf": [*shapes, {"type": "array", "items": {"anyOf": list(shapes)}}]}


def _canonical_profile() -> dict[str, Any]:
    """The facts as an advice shows them."""
    facts = {row.key: _shown(row) for row in FACTS} | {
        UNMATCHED: _unmatched({"type": "array", "items": _TEXT})
    }
    return {"type": "object", "properties": facts, "additionalProperties": False}


def _shown(row: Row) -> dict[str, Any]:
    words: dict[str, Any] = (
        {"type": "string", "enum": list(row.values)} if row.values else {"type": "string"}
    )
    shapes: dict[str, dict[str, Any]] = {
        "id": {"type": ["string", "integer"]},
        "number": {"anyOf": [_number(row), {"type": "string"}]},
        "date": _DATE,
        "holds": {"type": "array", "items": _AWARD},
        "others": {"type": "array", "items": _OTHER},
        "choices": {"type": "array", "items": words},
        "codes": {"type": "array", "items": words},
        "prices": {"type": "array", "items": _PRICE},
    }
    return shapes.get(row.kind, words)


_TEXT_OR_NULL = {"type": ["string", "null"]}
_COUNT_OR_NULL = {"type": ["integer", "null"], "minimum": 1}
_PROBLEM: dict[str, Any] = {
    "type": "object",
    "properties": {
        "file": _TEXT_OR_NULL,
        "pointer": {"type": "string"},
        "line": _COUNT_OR_NULL,
        "column": _COUNT_OR_NULL,
        "code": {"type": "string"},
        "detail": {"type": "string"},
        "hint": _TEXT_OR_NULL,
    },
}


def _problems() -> dict[str, Any]:
    properties = {
        "schema_version": {"const": "1"},
        "kind": {"const": "problems"},
        "clean": {"type": "boolean"},
        "problems": {"type": "array", "items": _PROBLEM},
    }
    return dict(closed({"type": "object", "properties": properties}))


def _error() -> dict[str, Any]:
    properties = {
        "type": {"type": "string"},
        "title": {"type": "string"},
        "detail": {"type": "string"},
        "code": {"type": "string"},
        "exit_code": {"type": "integer"},
        "errors": {"type": "array", "items": _PROBLEM},
    }
    return dict(closed({"type": "object", "properties": properties}))


def _slim_advice() -> dict[str, Any]:
    """An advice without the members that its slim form leaves out."""
    root = KINDS["advice"]()
    for record, left_out in LEFT_OUT.items():
        part = root if record is Advice else root["$defs"][record.__name__]
        kept = [name for name in part["properties"] if name not in left_out]
        part["properties"] = {name: part["properties"][name] for name in kept}
        part["required"] = kept
    return _without_unused_parts(root)


def _without_unused_parts(root: dict[str, Any]) -> dict[str, Any]:
    parts, todo = root["$defs"], [root | {"$defs": {}}]
    used: set[str] = set()
    while todo:
        text = json_line(todo.pop())
        found = {name for name in parts if f'"#/$defs/{name}"' in text} - used
        used |= found
        todo += [parts[name] for name in found]
    return root | {"$defs": {name: part for name, part in parts.items() if name in used}}


def _batch_line(kind: str) -> dict[str, Any]:
    """A line that `batch` prints: an advice, or what is wrong with the line that was read."""
    advice = KINDS[kind]()
    parts = advice.pop("$defs")
    return {
        "$defs": parts,
        "oneOf": [_line(True, "advice", advice), _line(False, "problem", KINDS["error"]())],
    }


def _line(ok: bool, member: str, shape: dict[str, Any]) -> dict[str, Any]:
    properties = {
        "line": {"type": "integer", "minimum": 1},
        "id": {"type": ["string", "integer", "null"]},
        "ok": {"const": ok},
        member: shape,
    }
    return {
        "type": "object",
        "properties": properties,
        "required": [*properties],
        "additionalProperties": False,
    }


# A kind of JSON is one function and one row.
KINDS: Mapping[str, Callable[[], dict[str, Any]]] = {
    "advice": _answer(Advice),
    "advice-slim": _slim_advice,
    "batch-line": partial(_batch_line, "advice"),
    "batch-line-slim": partial(_batch_line, "advice-slim"),
    "catalogue": _answer(Listing),
    "certification": _answer(CertificationView),
    "cohort": _answer(Cohort),
    "comparison": _answer(Comparison),
    "error": _error,
    "explanation": _answer(Explanation),
    "map": _answer(MapView),
    "problems": _problems,
    "profile": _profile,
    "report": _answer(Report),
    "term": _answer(TermView),
    "worklist": _answer(Worklist),
}
