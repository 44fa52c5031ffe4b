"""Climb level by level: the steps towards a target two or more levels above the person's own."""

from __future__ import annotations

from functools import cache

from msgspec.structs import replace

from pmo_path.conditions.syntax import HOLDS
from pmo_path.core.memory import remembered
from pmo_path.engine.prospects import plans_for
from pmo_path.engine.ranking import in_order
from pmo_path.engine.route_planning import Climb, Plan
from pmo_path.engine.situation import Case, read_case
from pmo_path.model.on_day import Day
from pmo_path.profile.meanings import LEVELS
from pmo_path.profile.profile import Profile

# A target this many levels up is reached through the levels between; a nearer one directly.
FAR = 2


def levels_to_climb(case: Case) -> tuple[str, ...]:
    """Return the levels below the target to climb through, the person's own first.

    Empty if the target is less than FAR levels up, or if either level is not known.
    """
    own = case.level.levels
    return _levels_between(own[0], case.profile.target_level) if own else ()


def climb_hangs_on_reading(case: Case) -> bool:
    """Whether other levels are climbed through where another reading of the level comes first."""
    aim = case.profile.target_level
    return len({_levels_between(level, aim) for level in case.level.levels}) > 1


def _levels_between(own: str, aim: str | None) -> tuple[str, ...]:
    if not aim:
        return ()
    low, high = LEVELS.index(own), LEVELS.index(aim)
    return LEVELS[low:high] if high - low >= FAR else ()


def held_at_or_above(case: Case, level: str) -> tuple[str, ...]:
    """Return the certifications held that are made for this level or a higher one."""
    low = LEVELS.index(level)
    held = sorted(case.facts.members(HOLDS) or ())
    return tuple(name for name in held if max(case.day.made_for[name], default=-1) >= low)


def climbing_function(case: Case) -> Climb:
    """Return a function that maps a destination to the climbing steps before it."""
    levels = levels_to_climb(case)
    if not levels:
        return lambda certification: ()

    @cache
    def up_to(below: tuple[str, ...], family: str | None) -> tuple[str, ...]:
        way: tuple[str, ...] = ()
        for level in below:
            if not held_at_or_above(case, level):
                way = tuple(dict.fromkeys((*way, *_best_at(case, level, way, family))))
        return way

    def climb(certification: str) -> tuple[str, ...]:
        made_for = case.day.made_for[certification]
        below = tuple(level for level in levels if made_for and LEVELS.index(level) < min(made_for))
        return up_to(below, _family(case, certification)) if below else ()

    return climb


def _best_at(case: Case, level: str, way: tuple[str, ...], family: str | None) -> tuple[str, ...]:
    """Return the steps of the best plan if `level` were the target; a tie prefers `family`."""
    first = _first_at(case.day, replace(case.profile, target_level=level), way)
    best = min(first, key=lambda plan: _family(case, plan.destination) != family, default=None)
    return best.steps if best else ()


@remembered(64)
def _first_at(day: Day, profile: Profile, way: tuple[str, ...]) -> tuple[Plan, ...]:
    """Return the plans of rank 1 once the steps of `way` are held.

    Remembered, as all higher targets of a person lead through the same levels.
    """
    case = read_case(day, profile).having(way)
    ranked = in_order(case, plans_for(case))
    return tuple(candidate.plan for candidate in ranked if candidate.rank == 1)


def _family(case: Case, certification: str) -> str | None:
    family = case.day.catalogue.family_of(certification)
    return family.id if family else None
