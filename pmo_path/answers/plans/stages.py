"""The stages of a plan: each career level to prepare for, and the ways to prepare for it.

The present level and the next are prepared for as the advice says today. For a level further up the
person is taken to be at the one below it by then, with years of experience that have grown by an
unknown number.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from pmo_path.answers.counterfactuals import smallest_change
from pmo_path.contract.advice import Change
from pmo_path.core.scalars import Range
from pmo_path.engine.climbing import held_at_or_above, levels_to_climb
from pmo_path.engine.decision import Decision, decide
from pmo_path.engine.ranking import Ranked
from pmo_path.engine.route_planning import Plan
from pmo_path.engine.situation import Case
from pmo_path.profile.facts import BY_KEY
from pmo_path.profile.meanings import LEVELS
from pmo_path.profile.profile import Profile

# What a person has more of as time goes by, or with hours of learning.
GROWS = ("years_in_pmo", "years_in_projects", "pmo_education_hours")


class Gain(Struct, frozen=True):
    """Experience to gain before a certification is open: a fact, its value now, and that needed."""

    fact: str
    now: Range | None
    to: float


class Choice(Struct, frozen=True):
    """One way to prepare for a level: a plan that the engine ranked in its case, and what to gain
    before. Without one, nothing is taken for the level.
    """

    case: Case
    rank: int
    ranked: Ranked | None = None
    gains: tuple[Gain, ...] = ()

    @property
    def plan(self) -> Plan | None:
        """The plan of the engine; None where nothing is taken."""
        return self.ranked.plan if self.ranked else None

    @property
    def steps(self) -> tuple[str, ...]:
        """The certifications to take, in order."""
        return self.plan.steps if self.plan else ()


class LevelStage(Struct, frozen=True):
    """A career level to prepare for, and the ways to do so in order of fit."""

    level: str
    choices: tuple[Choice, ...]


def target_of(decision: Decision) -> str | None:
    """Return the level to plan for: the one aimed for, else the next one up; None if not known."""
    case = decision.case
    if case.profile.target_level:
        return case.profile.target_level
    own = () if case.leaves else case.level.levels
    return LEVELS[min(LEVELS.index(own[0]) + 1, len(LEVELS) - 1)] if own else None


def stages(decision: Decision, target: str) -> tuple[LevelStage, ...]:
    """Return the levels to prepare for, the lowest first and the target last."""
    below = levels_to_climb(decision.case)
    return tuple(_stage(decision, level, level == target) for level in (*below, target))


def experience_levels(case: Case, target: str) -> tuple[str, ...]:
    """Return the levels to work up to, one after the other: none where the own is not known."""
    if not case.level.levels:
        return ()
    own, aim = LEVELS.index(case.level.levels[0]), LEVELS.index(target)
    return LEVELS[own + 1 : aim + 1]


def _stage(decision: Decision, level: str, is_target: bool) -> LevelStage:
    case = decision.case
    nothing = Choice(case, 1)
    if not is_target and held_at_or_above(case, level):
        return LevelStage(level, (nothing,))
    there = decide(case.day, by_then(case, level))
    choices = [Choice(there.case, ranked.rank, ranked) for ranked in there.ranked]
    choices += _with_gains(there, _next_rank(choices))
    if is_target and choices:
        return LevelStage(level, tuple(choices))
    return LevelStage(level, (*choices, replace(nothing, rank=_next_rank(choices))))


def _next_rank(choices: list[Choice]) -> int:
    return choices[-1].rank + 1 if choices else 1


def by_then(case: Case, level: str) -> Profile:
    """Return the profile of a person who prepares for a level, when they come to it."""
    profile = replace(case.profile, target_level=level)
    own = case.level.levels
    if not own or LEVELS.index(level) - LEVELS.index(own[0]) < 2:
        return profile
    grown = {
        fact: Range(value.low, BY_KEY[fact].most)
        for fact in GROWS[:2]
        if (value := getattr(profile, fact))
    }
    return replace(profile, experience_level=LEVELS[LEVELS.index(level) - 1], **grown)


def _with_gains(there: Decision, rank: int) -> Iterator[Choice]:
    """Yield the certifications that experience alone would open, with what there is to gain."""
    for name, verdict in there.verdicts.items():
        changes = smallest_change(there, name) if verdict == "not_eligible" else ()
        if not changes or any(change.fact not in GROWS for change in changes):
            continue
        gains = tuple(_gain(there.case.profile, change) for change in changes)
        grown = {gain.fact: Range(gain.to, gain.to) for gain in gains}
        later = decide(there.case.day, replace(there.case.profile, **grown))
        opened = [ranked for ranked in later.ranked if ranked.plan.destination == name]
        if opened:
            yield Choice(later.case, rank, opened[0], gains)


def _gain(profile: Profile, change: Change) -> Gain:
    """Return what a change of one fact means to gain."""
    return Gain(change.fact, getattr(profile, change.fact), float(change.to))
