"""Conditions against facts: met, not met or unknown, exactly.

Each fact is the set of values that it may have, so a fact that was not said leaves a
condition unknown unless every value gives the same answer. Strong Kleene logic first; where
that says unknown, the open facts are tried over the cells between the thresholds that the
condition compares.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from pmo_path.conditions.facts import Facts
from pmo_path.conditions.inspect import facts_read, leaves
from pmo_path.conditions.partitions import cells
from pmo_path.conditions.syntax import ORDERED, Combine, Compare, Condition, Includes, Named, Not
from pmo_path.core.frozen import dataclass
from pmo_path.core.scalars import Range

Truth = bool | None


@dataclass(frozen=True, slots=True)
class Verdict:
    """Met, not met or unknown (None), and the unanswered facts that keep it unknown."""

    truth: Truth
    missing: tuple[str, ...] = ()


class _Memory:
    """The verdicts of one condition so far, by what it sees of the facts: equal cases are answered once."""

    __slots__ = ("condition", "reads", "verdicts")
    MOST = 10_000

    def __init__(self, condition: Condition) -> None:
        self.condition = condition  # kept, so that its id stays its own
        self.reads = facts_read(condition)
        self.verdicts: dict[tuple[Any, ...], tuple[Verdict, Any]] = {}


_MEMORIES: dict[int, _Memory] = {}


def evaluate(condition: Condition, facts: Facts) -> Verdict:
    """Return the exact answer over everything that the open facts may be."""
    memory = _MEMORIES.get(id(condition))
    if memory is None:
        if len(_MEMORIES) >= _Memory.MOST:
            _MEMORIES.clear()
        memory = _MEMORIES[id(condition)] = _Memory(condition)
    seen = (id(facts.implies), *facts.seen(memory.reads))
    known = memory.verdicts.get(seen)
    if known is None:
        if len(memory.verdicts) >= _Memory.MOST:
            memory.verdicts.clear()
        # `implies` is kept with the verdict, so that its id too stays its own.
        known = memory.verdicts[seen] = _evaluate(condition, facts), facts.implies
    return known[0]


def _evaluate(condition: Condition, facts: Facts) -> Verdict:
    truth = kleene(condition, facts)
    if truth is not None:
        return Verdict(truth)
    still_open = [fact for fact in facts_read(condition) if facts.open(fact)]
    reads = [leaf.fact for leaf in leaves(condition)]
    # Kleene's answer is exact for facts that are read once: only those read more often are tried value by value.
    if repeated := [fact for fact in still_open if reads.count(fact) > 1]:
        truths = {kleene(condition, cell) for cell in cells(condition, facts, repeated)}
        if len(truths) == 1 and None not in truths:
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
            if how.startswith("valid"):
                certain = certain - facts.lapsed
            found = (one in certain for one in members)
            answer = any(found) if how.endswith("any") else all(found)
            return answer or (None if known is None else False)
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
        case Combine(_, parts):
            for part in parts:
                if kleene(part, facts) is None:
                    yield from _missing(part, facts)
        case Not(part) | Named(_, _, part):
            yield from _missing(part, facts)
        case _:  # what has no answer reads a fact that is open
            yield condition.fact
