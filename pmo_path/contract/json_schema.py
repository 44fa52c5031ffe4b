"""JSON Schema (2020-12) of everything that is read or printed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from pmo_path.contract.advice import Advice
from pmo_path.contract.catalogue import CertificationView, TermView
from pmo_path.contract.changes import Changes
from pmo_path.contract.cohort import Cohort
from pmo_path.contract.comparison import Comparison
from pmo_path.contract.described import described
from pmo_path.contract.explanation import Explanation
from pmo_path.contract.forgotten import Forgotten
from pmo_path.contract.listing import Listing
from pmo_path.contract.map import MapView
from pmo_path.contract.plan import CareerPlan
from pmo_path.contract.profile_import import ProfileImport
from pmo_path.contract.profile_schema import canonical_profile, profile_schema
from pmo_path.contract.report import Report
from pmo_path.contract.slim import LEFT_OUT
from pmo_path.contract.worklist import Worklist
from pmo_path.core.errors import PmoPathError, Problem
from pmo_path.core.json_text import json_line
from pmo_path.core.suggest import did_you_mean
from pmo_path.profile.vocabulary import Names

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schema(kind: str, names: Names | None = None) -> dict[str, Any]:
    """Return the JSON Schema of a kind. Raises PmoPathError (exit 2) for an unknown one.

    That of a profile allows the certifications whose names are given; any, if none are.
    """
    if kind not in KINDS:
        problem = Problem(
            code="unknown-kind",
            detail="there is no such kind of schema",
            hint=did_you_mean(kind, KINDS),
        )
        raise PmoPathError("no such schema", (problem,), code="unknown-kind", exit_code=2)
    body = KINDS[kind](names) if kind in PROFILES else KINDS[kind]()
    version = body.get("properties", {}).get("schema_version", {}).get("const", "1")
    return {
        "$schema": DIALECT,
        "$id": f"urn:pmo-path:schema:{kind}:{version}",
        "title": kind,
        **body,
    }


def _answer(kind: type) -> Callable[[], dict[str, Any]]:
    """Return the schema of an answer, made from its type."""

    def body() -> dict[str, Any]:
        from pydantic import TypeAdapter

        root: dict[str, Any] = closed(TypeAdapter(kind).json_schema(mode="serialization"))
        parts = {name: _told(name, part) for name, part in root.pop("$defs", {}).items()}
        return {**({"$defs": parts} if parts else {}), **_told(kind.__name__, root)}

    return body


def _told(name: str, part: dict[str, Any]) -> dict[str, Any]:
    """Return the schema of a part with its members described, and the facts of a profile in it."""
    told = described(name, part)
    members = told.get("properties", {})
    if "profile" in members:  # the keywords of its type go: pydantic's versions differ in them
        facts = canonical_profile()
        shape = {key: item for key, item in members["profile"].items() if key not in facts}
        members["profile"] = shape | facts
    return told


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


_TEXT_OR_NULL = {"type": ["string", "null"]}
_COUNT_OR_NULL = {"type": ["integer", "null"], "minimum": 1}
_PROGRAM = ("name", "version")
_PROBLEM: dict[str, Any] = {
    "type": "object",
    "properties": {
        "file": _TEXT_OR_NULL,
        "sheet": _TEXT_OR_NULL,
        "pointer": {"type": "string"},
        "line": _COUNT_OR_NULL,
        "column": _COUNT_OR_NULL,
        "code": {"type": "string"},
        "detail": {"type": "string"},
        "hint": _TEXT_OR_NULL,
    },
}


def _problem() -> dict[str, Any]:
    return described("problem", closed(_PROBLEM))


def _problems() -> dict[str, Any]:
    properties = {
        "schema_version": {"const": "1"},
        "kind": {"const": "problems"},
        "program": described("Program", _object({key: {"type": "string"} for key in _PROGRAM})),
        "clean": {"type": "boolean"},
        "problems": {"type": "array", "items": _problem()},
    }
    return described("problems", _object(properties))


def _error() -> dict[str, Any]:
    properties = {
        "type": {"type": "string"},
        "title": {"type": "string"},
        "detail": {"type": "string"},
        "code": {"type": "string"},
        "exit_code": {"type": "integer"},
        "errors": {"type": "array", "items": _problem()},
    }
    return described("error", _object(properties))


def _slim_advice() -> dict[str, Any]:
    """An advice without the members that its slim form leaves out; some cautions have no words."""
    root = KINDS["advice"]()
    for record, left_out in LEFT_OUT.items():
        part = root if record is Advice else root["$defs"][record.__name__]
        kept = [name for name in part["properties"] if name not in left_out]
        part["properties"] = {name: part["properties"][name] for name in kept}
        part["required"] = kept
    root["$defs"]["Caution"]["required"].remove("text")
    return _without_unused_parts(root)


def _without_unused_parts(root: dict[str, Any]) -> dict[str, Any]:
    parts: dict[str, Any] = root["$defs"]
    todo: list[dict[str, Any]] = [root | {"$defs": {}}]
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
    return described("line", _object(properties))


def _object(properties: dict[str, Any]) -> dict[str, Any]:
    """Return the schema of an object that has exactly these members."""
    return {
        "type": "object",
        "properties": properties,
        "required": [*properties],
        "additionalProperties": False,
    }


# A kind of JSON is one function and one row.
KINDS: Mapping[str, Callable[..., dict[str, Any]]] = {
    "advice": _answer(Advice),
    "advice-slim": _slim_advice,
    "batch-line": partial(_batch_line, "advice"),
    "batch-line-slim": partial(_batch_line, "advice-slim"),
    "catalogue": _answer(Listing),
    "certification": _answer(CertificationView),
    "changes": _answer(Changes),
    "cohort": _answer(Cohort),
    "comparison": _answer(Comparison),
    "error": _error,
    "explanation": _answer(Explanation),
    "forgotten": _answer(Forgotten),
    "map": _answer(MapView),
    "plan": _answer(CareerPlan),
    "problems": _problems,
    "profile": partial(profile_schema, strict=True),
    "profile-import": _answer(ProfileImport),
    "profile-lenient": partial(profile_schema, strict=False),
    "report": _answer(Report),
    "term": _answer(TermView),
    "worklist": _answer(Worklist),
}
PROFILES = ("profile", "profile-lenient")  # what is read: the catalogue says what it knows
