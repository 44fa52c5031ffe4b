"""What every member of the public JSON means, with an example: written into its schemas.

A new member has a row here: in the table of its part, or among those that mean the same anywhere.
The values of an enumeration have theirs in `codes`, and texts of a closed form in `forms`.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pmo_path.contract.described.advice import ADVICE
from pmo_path.contract.described.catalogue import CATALOGUE
from pmo_path.contract.described.changes import CHANGES
from pmo_path.contract.described.codes import VALUES
from pmo_path.contract.described.cohort import COHORT
from pmo_path.contract.described.forms import formed
from pmo_path.contract.described.imports import IMPORTS
from pmo_path.contract.described.planning import PLANNING
from pmo_path.contract.described.plans import PLANS
from pmo_path.contract.described.shared import ANYWHERE
from pmo_path.contract.described.what_if import WHAT_IF

PARTS: Mapping[str, Mapping[str, tuple[Any, ...]]] = {
    **ADVICE,
    **CATALOGUE,
    **CHANGES,
    **COHORT,
    **IMPORTS,
    **PLANNING,
    **PLANS,
    **WHAT_IF,
}


def described(part: str, schema: Mapping[str, Any]) -> dict[str, Any]:
    """Return the schema of a part with its own members, and the values of those, described."""
    members = schema.get("properties", {})
    shown = {name: _described(part, name, shape) for name, shape in members.items()}
    return {**schema, "properties": shown} if members else {**schema}


def _described(part: str, member: str, shape: Mapping[str, Any]) -> dict[str, Any]:
    """Return the schema of a member with its meaning first, and an example where it has one."""
    row = PARTS.get(part, {}).get(member) or ANYWHERE.get(member)
    meanings = VALUES.get(f"{part}.{member}") or VALUES.get(member, {})
    described_shape: dict[str, Any] = _with_meanings(formed(part, member, shape), meanings)
    if not row:
        return described_shape
    text, *examples = row
    values = examples or _values(described_shape)[:1]
    return {"description": text, **described_shape, **({"examples": values} if values else {})}


def _with_meanings(shape: Any, meanings: Mapping[str, str]) -> Any:
    """Return a schema with what each value of its enumerations means, in their order."""
    if isinstance(shape, list):
        return [_with_meanings(item, meanings) for item in shape]
    if not isinstance(shape, Mapping):
        return shape
    told = {key: _with_meanings(item, meanings) for key, item in shape.items()}
    values = shape.get("enum", ())
    if values and all(value in meanings for value in values):
        told["enumDescriptions"] = [meanings[value] for value in values]
    return told


def _values(shape: Mapping[str, Any]) -> list[Any]:
    """Return the values that a schema lists itself: one, or those of an enumeration."""
    if "const" in shape:
        return [shape["const"]]
    alternatives = (value for one in shape.get("anyOf", ()) for value in _values(one))
    return [*shape.get("enum", ()), *alternatives]
