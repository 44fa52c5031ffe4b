"""Parse a condition from plain data, and print it back."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from pmo_path.conditions.syntax import (
    AWARDS,
    HOLDS,
    MEMBERS,
    NUMBERS,
    ONE_MEMBER,
    ORDERED,
    Combine,
    Compare,
    Condition,
    Includes,
    Named,
    Not,
)
from pmo_path.core.errors import BadValueError
from pmo_path.core.scalars import number_text, parse_range

_COMPARISONS = ("at least", "at most", "more than", "less than", "is")
_COMPARISON = rf"({'|'.join(_COMPARISONS)})\s+(\S.*)"


def parse(data: Any, names: Mapping[str, Named] | None = None) -> Condition:
    """Return the condition that plain data describes. Raises BadValueError."""
    if not isinstance(data, dict) or not data:
        raise BadValueError(
            "bad-condition",
            "this is not a condition",
            "write `fact: comparison`, `all:`, `any:`, `not:` or `at least:`",
        )
    parts = tuple(_entry(key, value, names or {}) for key, value in data.items())
    return parts[0] if len(parts) == 1 else Combine(len(parts), parts)


def _entry(key: str, value: Any, names: Mapping[str, Named]) -> Condition:
    if key in ("all", "any"):
        parts = _parts(value, names)
        if key == "any" and not parts:
            raise BadValueError(
                "bad-condition", "`any:` of nothing can never be met", "list at least one condition"
            )
        return Combine(len(parts) if key == "all" else 1, parts)
    if key == "not":
        return Not(parse(value, names))
    if key == "at least":
        return _at_least(value, names)
    if key == "named":
        if not isinstance(value, str) or value not in names:
            raise BadValueError(
                "dangling-id",
                f"there is no named condition {value!r}",
                "known: " + ", ".join(names),
            )
        return names[value]
    if key in AWARDS:
        return Includes(HOLDS, AWARDS[key], _members(HOLDS, value))
    return _leaf(key, value)


def _parts(value: Any, names: Mapping[str, Named]) -> tuple[Condition, ...]:
    if not isinstance(value, list):
        raise BadValueError(
            "bad-condition", "this must be a list of conditions", "begin each line with a dash"
        )
    return tuple(parse(item, names) for item in value)


def _at_least(value: Any, names: Mapping[str, Named]) -> Condition:
    if not isinstance(value, dict) or set(value) != {"n", "of"}:
        raise BadValueError(
            "bad-condition", "`at least:` takes `n:` and `of:`", "for example `{n: 2, of: [...]}`"
        )
    parts = _parts(value["of"], names)
    number = parse_range(value["n"])
    count = number.low
    if number.high != count or not count.is_integer() or not 1 <= count <= len(parts):
        raise BadValueError(
            "bad-condition",
            f"`n:` must be a whole number from 1 to {len(parts)}",
            "correct the number",
        )
    return Combine(int(count), parts)


def _leaf(fact: str, value: Any) -> Condition:
    if not isinstance(value, str):
        raise BadValueError(
            "bad-condition", f"{fact}: this is not a comparison", "for example `at least 3`"
        )
    if fact in MEMBERS:
        verb = _verb(fact)
        match = re.fullmatch(rf"{verb}\s+(\S.*)", value)
        if not match:
            raise BadValueError(
                "bad-condition", f"{fact}: this is not a comparison", f"write `{verb} VALUE`"
            )
        return Includes(
            fact, "any", _members(fact, [part.strip() for part in match[1].split(" or ")])
        )
    match = re.fullmatch(_COMPARISON, value)
    if fact in NUMBERS and match:
        number = parse_range(match[2])
        if number.low == number.high:
            return Compare(fact, match[1], number.low)
    if fact in ORDERED and match:
        if match[2] not in ORDERED[fact]:
            raise BadValueError(
                "dangling-id",
                f"{fact}: {match[2]!r} is not a value",
                "one of: " + ", ".join(ORDERED[fact]),
            )
        return Compare(fact, match[1], match[2])
    if fact not in NUMBERS and fact not in ORDERED:
        raise BadValueError(
            "unknown-fact",
            f"no condition can read a fact {fact!r}",
            "facts: " + ", ".join((*NUMBERS, *ORDERED, *MEMBERS, HOLDS)),
        )
    raise BadValueError(
        "bad-condition", f"{fact}: {value!r} is not a comparison", "for example `at least 3`"
    )


def _verb(fact: str) -> str:
    """Return the operator of a fact with members: `is` where a person has one alone."""
    return "is" if fact in ONE_MEMBER else "includes"


def _members(fact: str, value: Any) -> tuple[str, ...]:
    if not isinstance(value, list) or not value or not all(isinstance(item, str) for item in value):
        raise BadValueError(
            "bad-condition",
            f"{fact}: this is not a list of values",
            "give one or more ids in a list",
        )
    known = MEMBERS.get(fact)
    for item in value:
        if known and item not in known:
            raise BadValueError(
                "dangling-id", f"{fact}: {item!r} is not a value", "one of: " + ", ".join(known)
            )
    return tuple(value)


def to_data(condition: Condition) -> dict[str, Any]:
    """Return plain data that `parse` turns back into the same condition."""
    match condition:
        case Compare(fact, operator, value):
            return {fact: f"{operator} {value if isinstance(value, str) else number_text(value)}"}
        case Includes("holds", operator, members):
            return {next(key for key, value in AWARDS.items() if value == operator): list(members)}
        case Includes(fact, _, members):
            return {fact: f"{_verb(fact)} {' or '.join(members)}"}
        case Not(part):
            return {"not": to_data(part)}
        case Named(name, _, _):
            return {"named": name}
    data = [to_data(part) for part in condition.parts]
    if condition.count == len(data):
        return {"all": data}
    return (
        {"any": data}
        if condition.count == 1
        else {"at least": {"n": str(condition.count), "of": data}}
    )
