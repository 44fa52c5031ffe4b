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

    `known` maps a fact to the values that it may still have: of a number their range, of an ordered
    fact the choices left, of a list its members, all of them. What is absent may be anything, but
    for `at_least`, the known members of incomplete lists. `implies` pairs each certification with
    those that holding it proves; `lapsed` are the awards that are no longer valid.
    """

    known: Mapping[str, Range | frozenset[str]] = field(default_factory=dict)
    at_least: Mapping[str, frozenset[str]] = field(default_factory=dict)
    implies: frozenset[tuple[str, str]] = frozenset()
    lapsed: frozenset[str] = frozenset()

    def number(self, fact: str) -> Range:
        """Return the range in which a number lies."""
        value = self.known.get(fact)
        return value if isinstance(value, Range) else _ANY_NUMBER

    def choices(self, fact: str) -> frozenset[str]:
        """Return the values that an ordered fact may still have."""
        value = self.known.get(fact)
        return value if isinstance(value, frozenset) else _ANY_CHOICE[fact]

    def members(self, fact: str) -> frozenset[str] | None:
        """Return the members of a list; None unless all of them are known."""
        value = self.known.get(fact)
        return value if isinstance(value, frozenset) else None

    def certain(self, fact: str) -> frozenset[str]:
        """Return the members that a list has for certain."""
        members = self.members(fact)
        return self.at_least.get(fact, _NOTHING) if members is None else members

    def open(self, fact: str) -> bool:
        """Whether the fact may still have more than one value."""
        if fact in NUMBERS:
            number = self.number(fact)
            return number.low != number.high
        if fact in ORDERED:
            return len(self.choices(fact)) != 1
        return fact not in self.known

    def cache_key(self, reads: Iterable[str], awards: frozenset[str] | None) -> tuple[Any, ...]:
        """Return a cache key: the values of the given facts, and which of some awards are held.

        A condition that reads only these facts, and of `holds` only whether these awards are held
        (None: nothing), gives equal answers on equal keys, given equal `implies`.
        """
        values = tuple(map(self.known.get, reads))
        if self.at_least:
            values += tuple(map(self.at_least.get, reads))
        if awards is None:
            return values
        held = self.known.get(HOLDS)
        return values, held is None, self.certain(HOLDS) & awards, self.lapsed & awards

    def free(self, freed: frozenset[str]) -> Facts:
        """Return the same facts with some of them open again."""
        return replace(
            self,
            known={fact: value for fact, value in self.known.items() if fact not in freed},
            at_least={fact: value for fact, value in self.at_least.items() if fact not in freed},
            lapsed=_NOTHING if HOLDS in freed else self.lapsed,
        )

    def set(self, fact: str, value: Range | str | frozenset[str]) -> Facts:
        """Return the same facts with one of them settled."""
        return self.settle({fact: value})

    def settle(self, values: Mapping[str, Range | str | frozenset[str]]) -> Facts:
        """Return the same facts with some of them settled."""
        settled = {
            fact: frozenset({value}) if isinstance(value, str) else value
            for fact, value in values.items()
        }
        return replace(self, known={**self.known, **settled})


_ANY_NUMBER = Range(0, float("inf"))
_ANY_CHOICE = {fact: frozenset(values) for fact, values in ORDERED.items()}
_NOTHING = frozenset[str]()
