"""Conditions as data: parse, print, and look inside; `evaluation` answers them.

A condition is never code: `all`, `any`, `not`, "n of", `holds`, one comparison a leaf.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Mapping
from typing import Any

from pmo_path.facts import BY_KEY, CAREER_LEVEL, EDUCATION, GOALS, LEVELS, PMO_TYPES, WANTED_LEVEL, YES_NO
from pmo_path.frozen import dataclass
from pmo_path.values import BadValueError, number_text, parse_range

# What a fact of a condition may be: a number, one of ordered choices, or a set of members.
NUMBERS = tuple(row.key for row in BY_KEY.values() if row.kind == "number")
ORDERED: Mapping[str, tuple[str, ...]] = {
    CAREER_LEVEL: LEVELS,
    WANTED_LEVEL: LEVELS,
    "target_level": LEVELS,
    "education": EDUCATION,
    "target_pmo_type": PMO_TYPES,
    "experience_accepted": YES_NO,
}
HOLDS = "holds"
OTHER = "holds_other"  # its members: kinds of certificate, and ids of those that the catalogue only lists
MEMBERS: Mapping[str, tuple[str, ...]] = {"goals": GOALS, "pmo_types": PMO_TYPES, "reads": (), OTHER: ()}
# What must be true of the awards that a leaf names: passed at some time, or not lapsed on the day either.
AWARDS: Mapping[str, str] = {"holds any": "any", "holds all": "all", "valid any": "valid any", "valid all": "valid all"}


@dataclass(frozen=True, slots=True)
class Compare:
    """One number or ordered choice against one value."""

    fact: str
    how: str  # at least, at most, more than, less than, is
    value: float | str


@dataclass(frozen=True, slots=True)
class Includes:
    """A set fact that includes one of (any) or all of its members; of awards, perhaps only valid ones."""

    fact: str
    how: str  # any, all, valid any, valid all
    members: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Combine:
    """At least `count` of the parts: all of them, any of them, or n of them."""

    count: int
    parts: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class Not:
    """The opposite of a condition."""

    part: Condition


@dataclass(frozen=True, slots=True)
class Named:
    """A condition that stands elsewhere under a name, with the words for it; `ours` where no owner publishes it."""

    name: str
    say: str
    part: Condition
    ours: bool = False


Condition = Compare | Includes | Combine | Not | Named


# --- parse ---------------------------------------------------------------------------

_COMPARISONS = ("at least", "at most", "more than", "less than", "is")
_COMPARISON = rf"({'|'.join(_COMPARISONS)})\s+(\S.*)"
_INCLUDES = r"includes\s+(\S.*)"


def parse(data: Any, names: Mapping[str, Named] | None = None) -> Condition:
    """Return the condition that plain data spells; raise BadValueError with what is wrong."""
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
            raise BadValueError("bad-condition", "`any:` of nothing can never be met", "list at least one condition")
        return Combine(len(parts) if key == "all" else 1, parts)
    if key == "not":
        return Not(parse(value, names))
    if key == "at least":
        return _some(value, names)
    if key == "named":
        if not isinstance(value, str) or value not in names:
            raise BadValueError("dangling-id", f"there is no named condition {value!r}", "known: " + ", ".join(names))
        return names[value]
    if key in AWARDS:
        return Includes(HOLDS, AWARDS[key], _members(HOLDS, value))
    return _leaf(key, value)


def _parts(value: Any, names: Mapping[str, Named]) -> tuple[Condition, ...]:
    if not isinstance(value, list):
        raise BadValueError("bad-condition", "this must be a list of conditions", "begin each line with a dash")
    return tuple(parse(item, names) for item in value)


def _some(value: Any, names: Mapping[str, Named]) -> Condition:
    if not isinstance(value, dict) or set(value) != {"n", "of"}:
        raise BadValueError("bad-condition", "`at least:` takes `n:` and `of:`", "for example `{n: 2, of: [...]}`")
    parts = _parts(value["of"], names)
    number = parse_range(value["n"])
    count = number.low
    if number.high != count or not count.is_integer() or not 1 <= count <= len(parts):
        raise BadValueError(
            "bad-condition", f"`n:` must be a whole number from 1 to {len(parts)}", "correct the number"
        )
    return Combine(int(count), parts)


def _leaf(fact: str, value: Any) -> Condition:
    if not isinstance(value, str):
        raise BadValueError("bad-condition", f"{fact}: this is not a comparison", "for example `at least 3`")
    if fact in MEMBERS:
        match = re.fullmatch(_INCLUDES, value)
        if not match:
            raise BadValueError("bad-condition", f"{fact}: this is not a comparison", "write `includes VALUE`")
        return Includes(fact, "any", _members(fact, [part.strip() for part in match[1].split(" or ")]))
    match = re.fullmatch(_COMPARISON, value)
    if fact in NUMBERS and match:
        number = parse_range(match[2])
        if number.low == number.high:
            return Compare(fact, match[1], number.low)
    if fact in ORDERED and match:
        if match[2] not in ORDERED[fact]:
            raise BadValueError(
                "dangling-id", f"{fact}: {match[2]!r} is not a value", "one of: " + ", ".join(ORDERED[fact])
            )
        return Compare(fact, match[1], match[2])
    if fact not in NUMBERS and fact not in ORDERED:
        raise BadValueError(
            "unknown-fact",
            f"no condition can read a fact {fact!r}",
            "facts: " + ", ".join((*NUMBERS, *ORDERED, *MEMBERS, HOLDS)),
        )
    raise BadValueError("bad-condition", f"{fact}: {value!r} is not a comparison", "for example `at least 3`")


def _members(fact: str, value: Any) -> tuple[str, ...]:
    if not isinstance(value, list) or not value or not all(isinstance(item, str) for item in value):
        raise BadValueError("bad-condition", f"{fact}: this is not a list of values", "give one or more ids in a list")
    known = MEMBERS.get(fact)
    for item in value:
        if known and item not in known:
            raise BadValueError("dangling-id", f"{fact}: {item!r} is not a value", "one of: " + ", ".join(known))
    return tuple(value)


def to_data(condition: Condition) -> dict[str, Any]:
    """Return the plain data that `parse` reads back as the same condition."""
    match condition:
        case Compare(fact, how, value):
            return {fact: f"{how} {value if isinstance(value, str) else number_text(value)}"}
        case Includes("holds", how, members):
            return {next(key for key, meant in AWARDS.items() if meant == how): list(members)}
        case Includes(fact, _, members):
            return {fact: "includes " + " or ".join(members)}
        case Not(part):
            return {"not": to_data(part)}
        case Named(name, _, _):
            return {"named": name}
    data = [to_data(part) for part in condition.parts]
    if condition.count == len(data):
        return {"all": data}
    return {"any": data} if condition.count == 1 else {"at least": {"n": str(condition.count), "of": data}}


# --- look inside ---------------------------------------------------------------------


def leaves(condition: Condition) -> Iterator[Compare | Includes]:
    """Yield every comparison of a condition."""
    match condition:
        case Combine(_, parts):
            for part in parts:
                yield from leaves(part)
        case Not(part) | Named(_, _, part):
            yield from leaves(part)
        case _:
            yield condition


def facts_read(condition: Condition) -> tuple[str, ...]:
    """Return the facts that a condition reads, each once, in order."""
    return tuple(dict.fromkeys(leaf.fact for leaf in leaves(condition)))


def certifications_read(condition: Condition) -> tuple[str, ...]:
    """Return the certifications that a condition names, each once, in order."""
    return members_read(condition, HOLDS)


def members_read(condition: Condition, fact: str) -> tuple[str, ...]:
    """Return the members of a set fact that a condition names, each once, in order."""
    named = (leaf.members for leaf in leaves(condition) if isinstance(leaf, Includes) and leaf.fact == fact)
    return tuple(dict.fromkeys(itertools.chain.from_iterable(named)))


def published(condition: Condition) -> Condition:
    """Return a condition without what is our judgement, career levels among it: that can then never be met."""
    match condition:
        case Compare(fact, _, _) if fact == CAREER_LEVEL:
            return Combine(1, ())
        case Combine(count, parts):
            return Combine(count, tuple(published(part) for part in parts))
        case Not(part):
            return Not(published(part))
        case Named(name, say, part, ours):
            return Combine(1, ()) if ours else Named(name, say, published(part))
    return condition


def must_hold(condition: Condition, valid: bool = False) -> frozenset[str]:
    """Return the certifications without which a condition can never be met; with `valid`, those that must not lapse."""
    match condition:
        case Includes("holds", how, members) if how.endswith("all") or len(members) == 1:
            return frozenset(members) if how.startswith("valid") or not valid else frozenset()
        case Named(_, _, part):
            return must_hold(part, valid)
        case Combine(count, parts) if parts:
            needed = [must_hold(part, valid) for part in parts]
            if count == len(parts):
                return frozenset().union(*needed)
            if count == 1:
                return frozenset.intersection(*needed)
    return frozenset()
