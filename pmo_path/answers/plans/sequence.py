"""The steps of a plan in order: what is taken for each level, and what is gained between."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeAlias

from msgspec import Struct

from pmo_path.answers.plans.stages import Choice, Gain, LevelStage, experience_levels
from pmo_path.conditions.inspect import facts_read
from pmo_path.engine.route_planning import Plan, plan_to
from pmo_path.engine.situation import Case
from pmo_path.model.certifications import Requirement
from pmo_path.model.on_day import Day
from pmo_path.profile.meanings import LEVELS


class ToTake(Struct, frozen=True):
    """A certification to take: the place of a step in a plan of the engine, in its case."""

    case: Case
    plan: Plan
    place: int
    level: str

    @property
    def certification(self) -> str:
        """The certification."""
        return self.plan.steps[self.place]


class ToGain(Struct, frozen=True):
    """Experience that a certification asks for."""

    gain: Gain
    certification: str
    level: str


def asking(step: ToGain, day: Day) -> tuple[Requirement, ...]:
    """Return the entry requirements of a certification that ask for the experience."""
    entry = day.entry(step.certification)
    return tuple(
        requirement
        for requirement in (entry.required if entry else ())
        if step.gain.fact in facts_read(requirement.condition)
    )


class ToWorkUp(Struct, frozen=True):
    """The step from the level below to this one, by working."""

    level: str

    @property
    def below(self) -> str:
        """The level from which it leads."""
        return LEVELS[LEVELS.index(self.level) - 1]


Doing: TypeAlias = ToTake | ToGain | ToWorkUp


def sequence(case: Case, levels: Sequence[LevelStage], way: Sequence[int]) -> tuple[Doing, ...]:
    """Return the steps of one way in order: a level is prepared for before it is worked up to."""
    steps: list[Doing] = []
    climbed = experience_levels(case, levels[-1].level)
    for stage, place in zip(levels, way, strict=True):
        taken = tuple(step.certification for step in steps if isinstance(step, ToTake))
        steps += _prepare(stage.level, stage.choices[place], taken)
        if stage.level in climbed:
            steps.append(ToWorkUp(stage.level))
    return tuple(steps)


def _prepare(level: str, choice: Choice, taken: tuple[str, ...]) -> Iterator[Doing]:
    if choice.plan is None or choice.plan.destination in taken:
        return
    case = choice.case.having(taken)
    plan = choice.plan
    if taken:  # what was taken before may open more, and need not be taken again
        plan = plan_to(case, plan.destination, plan.fit) or plan
    for place, certification in enumerate(plan.steps):
        if certification == plan.destination:
            yield from (ToGain(gain, certification, level) for gain in choice.gains)
        if certification not in taken:
            yield ToTake(case, plan, place, level)
