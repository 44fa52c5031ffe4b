"""Conditions: parse, print, and evaluate to met, not met or unknown.

A condition is data, never code. Each fact is the set of values that it may have, so a fact
that was not said leaves a condition unknown unless every value gives the same answer. The
answer is exact: strong Kleene logic first, and where that says unknown, the open facts are
tried over the cells between the thresholds that the condition compares.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from pmo_path.profile import BY_KEY, CAREER_LEVEL, EDUCATION, GOALS, LEVELS, PMO_TYPES
from pmo_path.values import BadValue, Range, number_text, parse_range

Truth = bool | None

# What a fact of a condition may be: a number, one of ordered choices, or a set of members.
NUMBERS = tuple(row.key for row in BY_KEY.values() if row.kind == "number")
ORDERED: Mapping[str, tuple[str, ...]] = {
    CAREER_LEVEL: LEVELS,
    "target_level": LEVELS,
    "education": EDUCATION,
    "target_pmo_type": PMO_TYPES,
}
MEMBERS: Mapping[str, tuple[str, ...]] = {"goals": GOALS, "pmo_types": PMO_TYPES, "reads": ()}
HOLDS = "holds"

# A settled number, choice or set; a Range or a frozenset of choices is still open.
Value = Range | frozenset[str]


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known, for conditions.

    `numbers` and `choices` hold the values a fact may still have (absent: any); `sets` holds
    complete lists (absent: not said) and `at_least` what is in a list that is not complete.
    `implies` gives what holding a certification proves.
    """

    numbers: Mapping[str, Range] = field(default_factory=dict)
    choices: Mapping[str, frozenset[str]] = field(default_factory=dict)
    sets: Mapping[str, frozenset[str]] = field(default_factory=dict)
    at_least: Mapping[str, frozenset[str]] = field(default_factory=dict)
    implies: Mapping[str, frozenset[str]] = field(default_factory=dict)

    def open(self, fact: str) -> bool:
        """Whether the fact may still have more than one value."""
        if fact in NUMBERS:
            number = self.numbers.get(fact)
            return number is None or number.low != number.high
        if fact in ORDERED:
            return len(self.choices.get(fact, ORDERED[fact])) != 1
        return fact not in self.sets

    def set(self, fact: str, value: Range | str | frozenset[str]) -> Facts:
        """Return the same facts with one of them settled."""
        if isinstance(value, Range):
            return replace(self, numbers={**self.numbers, fact: value})
        if isinstance(value, str):
            return replace(self, choices={**self.choices, fact: frozenset({value})})
        return replace(self, sets={**self.sets, fact: value})


@dataclass(frozen=True, slots=True)
class Compare:
    """One number or ordered choice against one value."""

    fact: str
    how: str  # at least, at most, more than, less than, is
    value: float | str


@dataclass(frozen=True, slots=True)
class Includes:
    """A set fact that includes one of (any) or all of its members."""

    fact: str
    how: str  # any, all
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
    """A condition that stands elsewhere under a name, with the words for it."""

    name: str
    say: str
    part: Condition


Condition = Compare | Includes | Combine | Not | Named
ALWAYS = Combine(0, ())


@dataclass(frozen=True, slots=True)
class Verdict:
    """Met, not met or unknown (None), and the unanswered facts that keep it unknown."""

    truth: Truth
    missing: tuple[str, ...] = ()


# --- parse ---------------------------------------------------------------------------

_COMPARISONS = ("at least", "at most", "more than", "less than", "is")
_COMPARISON = re.compile(rf"({'|'.join(_COMPARISONS)})\s+(\S.*)")
_INCLUDES = re.compile(r"includes\s+(\S.*)")


def parse(data: Any, names: Mapping[str, Named] | None = None) -> Condition:
    """Return the condition that plain data spells; raise BadValue with what is wrong."""
    if not isinstance(data, dict) or not data:
        raise BadValue("bad-condition", "a condition is `fact: comparison`, `all:`, `any:`, `not:` or `at least:`")
    parts = tuple(_entry(key, value, names or {}) for key, value in data.items())
    return parts[0] if len(parts) == 1 else Combine(len(parts), parts)


def _entry(key: str, value: Any, names: Mapping[str, Named]) -> Condition:
    if key in ("all", "any"):
        parts = _parts(value, names)
        if key == "any" and not parts:
            raise BadValue("bad-condition", "`any:` of nothing can never be met", "list at least one condition")
        return Combine(len(parts) if key == "all" else 1, parts)
    if key == "not":
        return Not(parse(value, names))
    if key == "at least":
        return _some(value, names)
    if key == "named":
        if value not in names:
            raise BadValue("dangling-id", f"there is no named condition {value!r}", "known: " + ", ".join(names))
        return names[value]
    if key in ("holds any", "holds all"):
        return Includes(HOLDS, key.removeprefix("holds "), _members(HOLDS, value))
    return _leaf(key, value)


def _parts(value: Any, names: Mapping[str, Named]) -> tuple[Condition, ...]:
    if not isinstance(value, list):
        raise BadValue("bad-condition", "this must be a list of conditions", "begin each line with a dash")
    return tuple(parse(item, names) for item in value)


def _some(value: Any, names: Mapping[str, Named]) -> Condition:
    if not isinstance(value, dict) or set(value) != {"n", "of"}:
        raise BadValue("bad-condition", "`at least:` takes `n:` and `of:`")
    parts = _parts(value["of"], names)
    count = parse_range(value["n"]).low
    if not count.is_integer() or not 1 <= count <= len(parts):
        raise BadValue("bad-condition", f"`n:` must be a whole number from 1 to {len(parts)}")
    return Combine(int(count), parts)


def _leaf(fact: str, value: Any) -> Condition:
    if not isinstance(value, str):
        raise BadValue("bad-condition", f"{fact}: a comparison is text such as `at least 3`")
    if fact in MEMBERS:
        match = _INCLUDES.fullmatch(value)
        if not match:
            raise BadValue("bad-condition", f"{fact}: write `includes VALUE`")
        return Includes(fact, "any", _members(fact, [part.strip() for part in match[1].split(" or ")]))
    match = _COMPARISON.fullmatch(value)
    if fact in NUMBERS and match:
        number = parse_range(match[2])
        if number.low == number.high:
            return Compare(fact, match[1], number.low)
    if fact in ORDERED and match:
        if match[2] not in ORDERED[fact]:
            raise BadValue("dangling-id", f"{fact}: {match[2]!r} is not a value", "one of: " + ", ".join(ORDERED[fact]))
        return Compare(fact, match[1], match[2])
    if fact not in NUMBERS and fact not in ORDERED:
        raise BadValue(
            "unknown-fact",
            f"no condition can read a fact {fact!r}",
            "facts: " + ", ".join((*NUMBERS, *ORDERED, *MEMBERS, HOLDS)),
        )
    raise BadValue("bad-condition", f"{fact}: {value!r} is not a comparison", "for example `at least 3`")


def _members(fact: str, value: Any) -> tuple[str, ...]:
    if not isinstance(value, list) or not value or not all(isinstance(item, str) for item in value):
        raise BadValue("bad-condition", f"{fact}: give a list of one or more values")
    known = MEMBERS.get(fact)
    for item in value:
        if known and item not in known:
            raise BadValue("dangling-id", f"{fact}: {item!r} is not a value", "one of: " + ", ".join(known))
    return tuple(value)


def to_data(condition: Condition) -> dict[str, Any]:
    """Return the plain data that `parse` reads back as the same condition."""
    match condition:
        case Compare(fact, how, value):
            return {fact: f"{how} {value if isinstance(value, str) else number_text(value)}"}
        case Includes("holds", how, members):
            return {f"holds {how}": list(members)}
        case Includes(fact, _, members):
            return {fact: "includes " + " or ".join(members)}
        case Not(part):
            return {"not": to_data(part)}
        case Named(name, _, _):
            return {"named": name}
        case Combine(count, parts):
            data = [to_data(part) for part in parts]
            if count == len(parts):
                return {"all": data}
            return {"any": data} if count == 1 else {"at least": {"n": str(count), "of": data}}


# --- look inside ---------------------------------------------------------------------


def leaves(condition: Condition) -> Iterator[Compare | Includes]:
    """Yield every comparison of a condition."""
    match condition:
        case Combine(_, parts):
            for part in parts:
                yield from leaves(part)
        case Not(part) | Named(_, _, part):
            yield from leaves(part)
        case Compare() | Includes():
            yield condition


def facts_read(condition: Condition) -> tuple[str, ...]:
    """Return the facts that a condition reads, each once, in order."""
    return tuple(dict.fromkeys(leaf.fact for leaf in leaves(condition)))


def certifications_read(condition: Condition) -> tuple[str, ...]:
    """Return the certifications that a condition names, each once, in order."""
    named = (leaf.members for leaf in leaves(condition) if isinstance(leaf, Includes) and leaf.fact == HOLDS)
    return tuple(dict.fromkeys(itertools.chain.from_iterable(named)))


def must_hold(condition: Condition) -> frozenset[str]:
    """Return the certifications without which a condition can never be met."""
    match condition:
        case Includes("holds", how, members) if how == "all" or len(members) == 1:
            return frozenset(members)
        case Named(_, _, part):
            return must_hold(part)
        case Combine(count, parts) if parts:
            needed = [must_hold(part) for part in parts]
            if count == len(parts):
                return frozenset().union(*needed)
            if count == 1:
                return frozenset.intersection(*needed)
    return frozenset()


# --- evaluate ------------------------------------------------------------------------


def evaluate(condition: Condition, facts: Facts) -> Verdict:
    """Return the exact answer over everything that the open facts may be."""
    truth = kleene(condition, facts)
    if truth is not None:
        return Verdict(truth)
    still_open = [fact for fact in facts_read(condition) if facts.open(fact)]
    reads = [leaf.fact for leaf in leaves(condition)]
    if any(reads.count(fact) > 1 for fact in still_open):
        truths = {kleene(condition, cell) for cell in cells(condition, facts, still_open)}
        if len(truths) == 1:
            return Verdict(truths.pop())
    return Verdict(None, tuple(dict.fromkeys(_missing(condition, facts))))


def kleene(condition: Condition, facts: Facts) -> Truth:
    """Return the strong Kleene answer: quick, and never settled without ground."""
    match condition:
        case Compare(fact, how, value):
            return _compare(fact, how, value, facts)
        case Includes(fact, how, members):
            known = facts.sets.get(fact)
            certain = facts.at_least.get(fact, frozenset()) if known is None else known
            answer = any(one in certain for one in members) if how == "any" else all(one in certain for one in members)
            return answer or (None if known is None else False)
        case Not(part):
            inner = kleene(part, facts)
            return None if inner is None else not inner
        case Named(_, _, part):
            return kleene(part, facts)
        case Combine(count, parts):
            truths = [kleene(part, facts) for part in parts]
            if truths.count(True) >= count:
                return True
            return None if len(parts) - truths.count(False) >= count else False


_TESTS: Mapping[str, Callable[[float, float], bool]] = {
    "at least": lambda value, limit: value >= limit,
    "at most": lambda value, limit: value <= limit,
    "more than": lambda value, limit: value > limit,
    "less than": lambda value, limit: value < limit,
    "is": lambda value, limit: value == limit,
}


def _compare(fact: str, how: str, value: float | str, facts: Facts) -> Truth:
    test = _TESTS[how]
    if isinstance(value, str):
        order = ORDERED[fact]
        limit = order.index(value)
        truths = {test(order.index(one), limit) for one in facts.choices.get(fact, order)}
    else:
        number = facts.numbers.get(fact, Range(0, float("inf")))
        truths = {test(number.low, value), test(number.high, value)}
        if how == "is" and number.low < value < number.high:
            truths.add(True)
    return truths.pop() if len(truths) == 1 else None


def _missing(condition: Condition, facts: Facts) -> Iterator[str]:
    match condition:
        case Compare(fact, _, _) | Includes(fact, _, _):
            if facts.open(fact):
                yield fact
        case Not(part) | Named(_, _, part):
            yield from _missing(part, facts)
        case Combine(_, parts):
            for part in parts:
                if kleene(part, facts) is None:
                    yield from _missing(part, facts)


def cells(condition: Condition, facts: Facts, open_facts: list[str]) -> Iterator[Facts]:
    """Yield the facts with the open ones settled: one case for every cell between thresholds."""
    choices = [list(representatives(condition, facts, fact)) for fact in open_facts]
    for case in itertools.product(*choices):
        settled = facts
        for fact, value in zip(open_facts, case, strict=True):
            settled = settled.set(fact, value)
        yield settled


def representatives(condition: Condition, facts: Facts, fact: str) -> Iterator[Range | str | frozenset[str]]:
    """Yield one value of a fact for every cell that the condition can tell apart."""
    if fact in NUMBERS:
        yield from _numbers(condition, facts, fact)
    elif fact in ORDERED:
        allowed = facts.choices.get(fact, frozenset(ORDERED[fact]))
        yield from (one for one in ORDERED[fact] if one in allowed)
    else:
        yield from _subsets(condition, facts, fact)


def _numbers(condition: Condition, facts: Facts, fact: str) -> Iterator[Range]:
    limits = {leaf.value for leaf in leaves(condition) if isinstance(leaf, Compare) and leaf.fact == fact}
    number = facts.numbers.get(fact, Range(0, float("inf")))
    inside = sorted(float(one) for one in limits if number.low <= float(one) <= number.high)
    top = min(number.high, (inside[-1] if inside else number.low) + 1)
    points = sorted({number.low, *inside, top})
    between = [(low + high) / 2 for low, high in itertools.pairwise(points)]
    yield from (Range(float(point), float(point)) for point in sorted({*points, *between}))


def _subsets(condition: Condition, facts: Facts, fact: str) -> Iterator[frozenset[str]]:
    certain = facts.at_least.get(fact, frozenset())
    mentioned = {
        one for leaf in leaves(condition) if isinstance(leaf, Includes) and leaf.fact == fact for one in leaf.members
    }
    for size in range(len(mentioned) + 1):
        for subset in itertools.combinations(sorted(mentioned), size):
            chosen = frozenset(subset)
            if not certain & mentioned <= chosen:
                continue
            if fact != HOLDS or all(facts.implies.get(one, frozenset()) & mentioned <= chosen for one in chosen):
                yield chosen
