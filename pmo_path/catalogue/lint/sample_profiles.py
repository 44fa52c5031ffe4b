"""Sample profiles: a representative of every cell that a condition distinguishes."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from typing import Any

from msgspec.structs import replace

from pmo_path.conditions.facts import Facts
from pmo_path.conditions.inspect import facts_read
from pmo_path.conditions.partitions import representatives
from pmo_path.conditions.syntax import HOLDS, OTHER, Condition
from pmo_path.model.catalogue import proof_pairs
from pmo_path.model.on_day import Day
from pmo_path.profile.facts import CAREER_LEVEL, WANTED_LEVEL
from pmo_path.profile.meanings import LEVELS, PMO_TYPES
from pmo_path.profile.profile import Held, Profile, certificates_for

NOBODY = Profile()


def sample_profiles(day: Day, condition: Condition, base: Profile = NOBODY) -> Iterator[Profile]:
    """Yield `base` with every combination of representative values, career levels and PMO types.

    The values are of the facts that the condition reads; other facts stay as in `base`. So does
    the career level, if `base` has one.
    """
    facts = [
        fact
        for fact in facts_read(condition)
        if fact not in (CAREER_LEVEL, WANTED_LEVEL, "pmo_types")
    ]
    choices = [[(fact, value) for value in _values(day, condition, fact)] for fact in facts]
    levels = [base.experience_level] if base.experience_level else [None, *LEVELS]
    types: list[tuple[str, ...] | None] = [None, *((kind,) for kind in PMO_TYPES)]
    for level, kind in itertools.product(levels, types):
        for chosen in itertools.product(*choices):
            yield replace(base, experience_level=level, pmo_types=kind, **dict(chosen))


def _values(day: Day, condition: Condition, fact: str) -> Iterator[Any]:
    for value in representatives(condition, Facts(implies=proof_pairs(day.catalogue)), fact):
        if fact == HOLDS and isinstance(value, frozenset):
            yield tuple(Held(certification) for certification in sorted(value))
        elif fact == OTHER and isinstance(value, frozenset):
            yield certificates_for(sorted(value))
        elif isinstance(value, frozenset):
            yield tuple(sorted(value))
        else:
            yield value
