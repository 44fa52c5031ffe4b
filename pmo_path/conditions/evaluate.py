"""Evaluate conditions against facts in three-valued logic: met, not met or unknown, exactly.

Each fact is the set of values that it may have, so an open fact leaves a condition unknown
unless every value gives the same answer. Strong Kleene logic comes first; if that gives unknown,
the facts read more than once are enumerated over the cells between the condition's thresholds.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from msgspec import Struct

from pmo_path.conditions.facts import Facts
from pmo_path.conditions.inspect import facts_read, leaves, reads_of
from pmo_path.conditions.partitions import cells
from pmo_path.conditions.syntax import ORDERED, Combine, Compare, Condition, Includes, Named, Not
from pmo_path.core.memory import remembered

Truth = bool | None


class Verdict(Struct, frozen=True):
    """Met, not met or unknown (None), and the unanswered facts that keep it unknown."""

    truth: Truth
    missing: tuple[str, ...] = ()


def _key(condition: Condition, facts: Facts) -> tuple[Any, ...]:
    return condition, facts.implies, facts.cache_key(*reads_of(condition))


@remembered(8192, key=_key)
def evaluate(condition: Condition, facts: Facts) -> Verdict:
    """Return the exact verdict: settled only if every value of the open facts gives the same."""
    truth = kleene(condition, facts)
    if truth is not None:
        return Verdict(truth)
    still_open = [fact for fact in facts_read(condition) if facts.open(fact)]
    reads = [leaf.fact for leaf in leaves(condition)]
    # Kleene's answer is exact for facts read once; only those read more often are enumerated.
    if repeated := [fact for fact in still_open if reads.count(fact) > 1]:
        truths = (kleene(condition, cell) for cell in cells(condition, facts, repeated))
        truth = next(truths, None)
        if truth is not None and all(other is truth for other in truths):
            return Verdict(truth)
    return Verdict(None, tuple(dict.fromkeys(_missing(condition, facts))))


def kleene(condition: Condition, facts: Facts) -> Truth:
    """Return the strong Kleene answer: fast and sound, but sometimes needlessly unknown."""
    match condition:
        case Compare(fact, operator, value):
            return _compare(fact, operator, value, facts)
        case Includes(fact, operator, members):
            certain = facts.certain(fact)
            if operator.startswith("valid"):
                certain = certain - facts.lapsed
            included = (member in certain for member in members)
            answer = any(included) if operator.endswith("any") else all(included)
            return answer or (False if fact in facts.known else None)
        case Not(part):
            inner = kleene(part, facts)
            return None if inner is None else not inner
        case Named(_, _, part):
            return kleene(part, facts)
    truths = [kleene(part, facts) for part in condition.parts]
    if truths.count(True) >= condition.count:
        return True
    return None if len(truths) - truths.count(False) >= condition.count else False


_TESTS: Mapping[str, Callable[[float, float], bool]] = {
    "at least": lambda value, limit: value >= limit,
    "at most": lambda value, limit: value <= limit,
    "more than": lambda value, limit: value > limit,
    "less than": lambda value, limit: value < limit,
    "is": lambda value, limit: value == limit,
}


def _compare(fact: str, operator: str, value: float | str, facts: Facts) -> Truth:
    test = _TESTS[operator]
    if isinstance(value, str):
        order = ORDERED[fact]
        limit = order.index(value)
        truths = {test(order.index(choice), limit) for choice in facts.choices(fact)}
    else:
        number = facts.number(fact)
        truths = {test(number.low, value), test(number.high, value)}
        if operator == "is" and number.low < value < number.high:
            truths.add(True)
    return truths.pop() if len(truths) == 1 else None


def _missing(condition: Condition, facts: Facts) -> Iterator[str]:
    """Yield the open facts read by the undecided parts of an undecided condition."""
    match condition:
        case Combine(_, parts):
            for part in parts:
                if kleene(part, facts) is None:
                    yield from _missing(part, facts)
        case Not(part) | Named(_, _, part):
            yield from _missing(part, facts)
        case _:  # an undecided leaf reads an open fact
            yield condition.fact
