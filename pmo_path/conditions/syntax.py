"""Conditions as data; `conditions.evaluate` answers them.

A condition is never code: `all`, `any`, `not`, "n of", `holds`, one comparison a leaf.
"""

from __future__ import annotations

from collections.abc import Mapping

from pmo_path.core.frozen import dataclass
from pmo_path.profile.facts import BY_KEY, CAREER_LEVEL, EDUCATION, GOALS, LEVELS, PMO_TYPES, WANTED_LEVEL, YES_NO

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
