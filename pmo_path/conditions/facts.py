"""Facts as conditions read them: each is the set of values that it may have."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from msgspec import Struct, field
from msgspec.structs import replace

from pmo_path.conditions.syntax import HOLDS, MEMBERS, NUMBERS, ORDERED
from pmo_path.core.scalars import Range


def as_conditions_read(fact: str, value: Any) -> Any:
    """Return a value of a profile in the form that conditions read: of members, their set."""
    if isinstance(value, tuple):
        return frozenset(value)
    return frozenset({value}) if fact in MEMBERS else value


class Facts(Struct, frozen=True):
    """What is known of a person, in the form that conditions read.

    `numbers` and `choices` hold the values that a fact may still have (absent: any); `sets` holds
    complete lists (absent: not said), `at_least` the known members of incomplete lists. `implies`
    pairs each certification with those that holding it proves; `lapsed` are the awards that are
    no longer valid.
    """

    numbers: Mapping[str, Range] = field(default_factory=dict)
    choices: Mapping[str, frozenset[str]] = field(default_factory=dict)
    sets: Mapping[str, frozenset[str]] = field(default_factory=dict)
    at_least: Mapping[str, frozenset[str]] = field(default_factory=dict)
    implies: frozenset[tuple[str, str]] = frozenset()
    lapsed: frozenset[str] = frozenset()

    def open(self, fact: str) -> bool:
        """Whether the fact may still have more than one value."""
        if fact in NUMBERS:
            number = self.numbers.get(fact)
            return number is None or number.low != number.high
        if fact in ORDERED:
            return len(self.choices.get(fact, ORDERED[fact])) != 1
        return fact not in self.sets

    def cache_key(self, reads: Iterable[str], awards: frozenset[str]) -> tuple[Any, ...]:
        """Return a cache key: the values of the given facts, and which of some awards are held.

        A condition that reads only these facts, and names only these awards, gives equal answers
        on equal keys, given equal `implies`.
        """
        values: list[Any] = []
        for fact in reads:
            if fact in NUMBERS:
                values.append(self.numbers.get(fact))
            elif fact in ORDERED:
                values.append(self.choices.get(fact))
            elif fact == HOLDS:
                held = self.sets.get(HOLDS)
                certain = self.at_least.get(HOLDS, frozenset()) if held is None else held
                values += (held is None, certain & awards, self.lapsed & awards)
            else:
                values += (self.sets.get(fact), self.at_least.get(fact))
        return tuple(values)

    def differing(self, other: Facts) -> tuple[set[str], set[str]]:
        """Return the facts that are known otherwise than in `other`, and the awards.

        Where both lists of awards are complete, the awards alone say how they differ.
        """
        pairs = (
            (self.numbers, other.numbers),
            (self.choices, other.choices),
            (self.sets, other.sets),
            (self.at_least, other.at_least),
        )
        facts = {
            fact
            for one, two in pairs
            if one != two
            for fact in one.keys() | two.keys()
            if one.get(fact) != two.get(fact)
        }
        awards = set(self.lapsed ^ other.lapsed)
        awards |= self.sets.get(HOLDS, frozenset()) ^ other.sets.get(HOLDS, frozenset())
        if HOLDS in self.sets and HOLDS in other.sets:
            facts.discard(HOLDS)
        return facts, awards

    def free(self, freed: frozenset[str]) -> Facts:
        """Return the same facts with some of them open again."""
        return replace(
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
        choices = {
            fact: frozenset({value}) for fact, value in values.items() if isinstance(value, str)
        }
        sets = {fact: value for fact, value in values.items() if isinstance(value, frozenset)}
        return replace(
            self,
            numbers={**self.numbers, **numbers},
            choices={**self.choices, **choices},
            sets={**self.sets, **sets},
        )
