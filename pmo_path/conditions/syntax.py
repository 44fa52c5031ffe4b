"""The abstract syntax of conditions, which `conditions.evaluate` evaluates.

A condition is data, never code: `all`, `any`, `not`, "n of" and named conditions over leaves, each
of which compares one fact.
"""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from pmo_path.profile.facts import CAREER_LEVEL, FACTS, WANTED_LEVEL
from pmo_path.profile.meanings import LEVELS

HOLDS = "holds"
LEVEL = "experience_level"  # read as CAREER_LEVEL, which the engine infers
# Its members: kinds of certificate, and ids of those that the catalogue only lists.
OTHER = "holds_other"


def _values_of(*kinds: str) -> dict[str, tuple[str, ...]]:
    """Return the values of the facts of some kinds that conditions read as they are given."""
    return {row.key: row.values for row in FACTS if row.kind in kinds and row.key != LEVEL}


# The types of fact in a condition: a number, one of several ordered choices, a set of members.
NUMBERS = tuple(_values_of("number"))
ORDERED: Mapping[str, tuple[str, ...]] = {
    CAREER_LEVEL: LEVELS,
    WANTED_LEVEL: LEVELS,
    **_values_of("choice"),
}
MEMBERS: Mapping[str, tuple[str, ...]] = _values_of("choices", "codes", "code", "others")
ONE_MEMBER = frozenset(_values_of("code"))  # of these a person has one, among very many
# The operators of a leaf over awards, by key: `holds` asks that they were passed, `valid` also that
# none has lapsed.
AWARDS: Mapping[str, str] = {
    "holds any": "any",
    "holds all": "all",
    "valid any": "valid any",
    "valid all": "valid all",
}


class Compare(Struct, frozen=True, tag=True, cache_hash=True):
    """A comparison of a number or an ordered choice with a constant."""

    fact: str
    operator: str  # at least, at most, more than, less than, is
    value: float | str


class Includes(Struct, frozen=True, tag=True, cache_hash=True):
    """A test that a set fact includes any or all of the members; perhaps only valid awards."""

    fact: str
    operator: str  # any, all, valid any, valid all
    members: tuple[str, ...]


class Combine(Struct, frozen=True, tag=True, cache_hash=True):
    """At least `count` of the parts: all of them, any of them, or n of them."""

    count: int
    parts: tuple[Condition, ...]


class Not(Struct, frozen=True, tag=True, cache_hash=True):
    """The negation of a condition."""

    part: Condition


class Named(Struct, frozen=True, tag=True, cache_hash=True):
    """A reference to a condition defined under a name; `say` is its wording for people.

    `ours` marks a judgement of ours that no owner publishes.
    """

    name: str
    say: str
    part: Condition
    ours: bool = False


Condition = Compare | Includes | Combine | Not | Named
