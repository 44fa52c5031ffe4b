"""Conditions against facts: met, not met or unknown, exactly.

Each fact is the set of values that it may have, so a fact that was not said leaves a
condition unknown unless every value gives the same answer. Strong Kleene logic first; where
that says unknown, the open facts are tried over the cells between the thresholds that the
condition compares.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import field
from math import ceil, floor
from typing import Any

from pmo_path.conditions import (
    HOLDS,
    NUMBERS,
    ORDERED,
    Combine,
    Compare,
    Condition,
    Includes,
    Named,
    Not,
    facts_read,
    leaves,
)
from pmo_path.facts import BY_KEY
from pmo_path.frozen import altered, dataclass
from pmo_path.values import Range

Truth = bool | None


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known, for conditions.

    `numbers` and `choices` hold the values a fact may still have (absent: any); `sets` holds
    complete lists (absent: not said) and `at_least` what is in a list that is not complete.
    `implies` gives what holding a certification proves; `lapsed` are awards that are not valid on the day.
    """

    numbers: Mapping[str, Range] = field(default_factory=dict)
    choices: Mapping[str, frozenset[str]] = field(default_factory=dict)
    sets: Mapping[str, frozenset[str]] = field(default_factory=dict)
    at_least: Mapping[str, frozenset[str]] = field(default_factory=dict)
    implies: Mapping[str, frozenset[str]] = field(default_factory=dict)
    lapsed: frozenset[str] = frozenset()

    def open(self, fact: str) -> bool:
        """Whether the fact may still have more than one value."""
        if fact in NUMBERS:
            number = self.numbers.get(fact)
            return number is None or number.low != number.high
        if fact in ORDERED:
            return len(self.choices.get(fact, ORDERED[fact])) != 1
        return fact not in self.sets

    def seen(self, reads: Iterable[str]) -> tuple[Any, ...]:
        """Return what is seen of the facts by who reads some of them: equal, and equal answers follow."""
        seen: list[Any] = []
        for fact in reads:
            if fact in NUMBERS:
                seen.append(self.numbers.get(fact))
            elif fact in ORDERED:
                seen.append(self.choices.get(fact))
            else:
                seen += (self.sets.get(fact), self.at_least.get(fact))
                if fact == HOLDS:
                    seen.append(self.lapsed)
        return tuple(seen)

    def free(self, freed: frozenset[str]) -> Facts:
        """Return the same facts with some of them not said."""
        return altered(
            self,
            numbers={fact: value for fact, value in self.numbers.items() if fact not in freed},
            choices={fact: value for fact, value in self.choices.items() if fact not in freed},
            sets={fact: value for fact, value in self.sets.items() if fact not in freed},
            at_least={fact: value for fact, value in self.at_least.items() if fact not in freed},
            lapsed=frozenset() if HOLDS in freed else self.lapsed,
        )

    def set(self, fact: str, value: Range | str | frozenset[str]) -> Facts:
        """Return the same facts with one of them settled."""
        return self.settle({fact: value})

    def settle(self, values: Mapping[str, Range | str | frozenset[str]]) -> Facts:
        """Return the same facts with some of them settled."""
        numbers = {fact: value for fact, value in values.items() if isinstance(value, Range)}
        choices = {fact: frozenset({value}) for fact, value in values.items() if isinstance(value, str)}
        sets = {fact: value for fact, value in values.items() if isinstance(value, frozenset)}
        return altered(
            self,
            numbers={**self.numbers, **numbers},
            choices={**self.choices, **choices},
            sets={**self.sets, **sets},
        )


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
    if BY_KEY[fact].whole:  # the last below a limit, the first at it or above, and the first above it
        near = {one for limit in inside for one in (ceil(limit) - 1, ceil(limit), floor(limit) + 1)}
        points: set[float] = {number.low, *near} if near else {number.low, number.low + 1}
    else:
        ends = sorted({number.low, *inside, min(number.high, (inside[-1] if inside else number.low) + 1)})
        points = {*ends, *((low + high) / 2 for low, high in itertools.pairwise(ends))}
    yield from (Range(float(one), float(one)) for one in sorted(points) if number.low <= one <= number.high)


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
