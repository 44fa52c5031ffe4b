"""One person on one day: the facts that conditions read, and where the person wants to go."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from pmo_path.conditions.evaluate import Verdict, evaluate
from pmo_path.conditions.facts import Facts
from pmo_path.conditions.syntax import HOLDS
from pmo_path.core.scalars import Range
from pmo_path.engine.award_validity import (
    Holding,
    awards_after,
    holdings,
    other_certificates,
    without_later_awards,
)
from pmo_path.engine.career_level import Reading, read_level
from pmo_path.engine.destinations import (
    destination_levels,
    distances,
    leaves_pmo_work,
    level_choices,
)
from pmo_path.engine.met_rules import Met, met_rules
from pmo_path.engine.said_facts import as_compared, facts_of
from pmo_path.model.on_day import Day
from pmo_path.profile.facts import DISCRETION, FACTS
from pmo_path.profile.meanings import LEVELS
from pmo_path.profile.profile import Held, OtherCertificate, Profile, with_facts

# Below this many years in PMOs a person is new to PMO work (our judgement).
NEW_YEARS = 1

_MET = Verdict(True)

# What a decision reads of these is the truth of conditions, and the level that they tell.
_FOR_CONDITIONS = frozenset(
    row.key for row in FACTS if row.read_by == "conditions" and not row.shaping
)


class Case(Struct, frozen=True):
    """A profile on a day, with everything derived from the two that the engine reads.

    `level` is the person's own level, `destination` the levels that a route may lead to: those
    aimed for, else the present ones; empty if the level is not known, or if the person leaves PMO
    work; `distances` gives by certification how many levels it lies from these, None if unknown.
    `wanted_types` are the kinds of PMO, None if not said. `holdings` are the awards held or
    proved by these, `other_certificates` those outside the catalogue with their kind as declared or
    listed, `not_yet` the awards of a later day. `floor` is the index in LEVELS of the level below
    which nothing is advised. `met` are the rules in force that apply.
    """

    day: Day
    profile: Profile
    level: Reading
    facts: Facts
    holdings: Mapping[str, Holding]
    other_certificates: tuple[OtherCertificate, ...]
    destination: frozenset[str]
    distances: Mapping[str, int | None]
    wanted_types: tuple[str, ...] | None
    met: Met
    floor: int
    not_yet: tuple[Held | OtherCertificate, ...] = ()

    def eligibility(self, certification: str, earlier: tuple[str, ...] = ()) -> Verdict:
        """Return whether the entry requirements are met once the `earlier` steps are held."""
        requirements = self.day.requirements(certification)
        return evaluate(requirements, self.after(earlier)) if requirements.parts else _MET

    def after(self, earlier: tuple[str, ...]) -> Facts:
        """Return the facts as they are once some certifications have been obtained."""
        if not earlier:
            return self.facts
        now, implies = self.facts, self.day.catalogue.implies
        gained = frozenset(earlier).union(*(implies.get(step, frozenset()) for step in earlier))
        held = now.members(HOLDS)
        if held is None:
            return replace(now, at_least={**now.at_least, HOLDS: gained})
        return replace(now.set(HOLDS, held | gained), lapsed=now.lapsed - gained)

    @property
    def leaves(self) -> bool:
        """Whether the person wants nothing but to leave PMO work, and names no target level."""
        return self.profile.target_level is None and leaves_pmo_work(self.profile.goals or ())

    def granting(self) -> Case:
        """Return the case as if a provider accepted practical experience, if that is not known."""
        if not self.facts.open(DISCRETION):
            return self
        return replace(self, facts=self.facts.set(DISCRETION, "yes"))

    def having(self, steps: tuple[str, ...]) -> Case:
        """Return the case as it is once some certifications have been obtained."""
        return replace(self, facts=self.after(steps)) if steps else self

    def for_level(self, certification: str) -> Case:
        """Return the case with an ambiguous level narrowed to readings that lead to its levels."""
        if len(self.level.levels) < 2:
            return self
        levels = frozenset([LEVELS[level] for level in self.day.made_for[certification]])
        leading = tuple(
            level
            for level in self.level.levels
            if destination_levels(self.profile, (level,)) & levels
        )
        if not leading or leading == self.level.levels:
            return self
        return replace(self, facts=self.facts.settle(level_choices(self.profile, leading)))

    def holds(self, certification: str) -> bool:
        """Whether a certification is known to have been passed, lapsed or not."""
        return certification in (self.facts.members(HOLDS) or ())

    def valid(self, certification: str) -> bool:
        """Whether a certification is held and need not be renewed on the day."""
        return self.holds(certification) and certification not in self.facts.lapsed

    @property
    def awards(self) -> Mapping[str, Holding]:
        """The declared awards, without those that they prove."""
        return {name: award for name, award in self.holdings.items() if award.proved_by is None}


def read_case(day: Day, profile: Profile) -> Case:
    """Return the case of a profile on a day."""
    on_the_day = without_later_awards(profile, day.date)
    level = read_level(day.catalogue, on_the_day)
    facts = facts_of(day, on_the_day, level.levels)
    met = _rules(day, on_the_day, level.levels, facts)
    destination = destination_levels(on_the_day, level.levels)
    return Case(
        day=day,
        profile=on_the_day,
        level=level,
        facts=facts,
        holdings=holdings(day.catalogue, on_the_day, day.date),
        other_certificates=other_certificates(day.catalogue, on_the_day),
        destination=destination,
        distances=distances(day, destination),
        wanted_types=(on_the_day.target_pmo_type,)
        if on_the_day.target_pmo_type
        else on_the_day.pmo_types,
        met=met,
        floor=_floor(day, on_the_day, level.levels, destination, facts),
        not_yet=()
        if on_the_day is profile
        else (
            *awards_after(profile.holds, day.date),
            *awards_after(profile.holds_other, day.date),
        ),
    )


def knowing(case: Case, said: Mapping[str, Any]) -> Case:
    """Return the case of a person who says something else of some facts.

    What is read through conditions alone, and tells no other level, leaves the rest as it is.
    """
    day, profile = case.day, with_facts(case.profile, said)
    if not said.keys() <= _FOR_CONDITIONS:
        return read_case(day, profile)
    level = read_level(day.catalogue, profile)
    if level.levels != case.level.levels:
        return read_case(day, profile)
    facts = case.facts.settle({fact: as_compared(day, fact, said[fact]) for fact in said})
    met = _rules(day, profile, level.levels, facts)
    return replace(case, profile=profile, level=level, facts=facts, met=met)


def _rules(day: Day, profile: Profile, levels: tuple[str, ...], facts: Facts) -> Met:
    """Return the rules that a person meets.

    One with an ambiguous title is advised what is advised to any one of its readings.
    """
    readings = (
        [facts.settle(level_choices(profile, (name,))) for name in levels]
        if len(levels) > 1
        else []
    )
    return met_rules(day, facts, readings)


def _floor(
    day: Day, profile: Profile, levels: tuple[str, ...], destination: frozenset[str], facts: Facts
) -> int:
    """Return the lowest reading of the person's own level, else the highest one that is held.

    0 for someone new to PMO work, and never above the destination.
    """
    if is_new(profile.years_in_pmo):
        return 0
    if levels:
        floor = min([LEVELS.index(level) for level in levels])
    else:
        held = (day.made_for[name][:1] for name in facts.members(HOLDS) or ())
        floor = max([level for lowest in held for level in lowest], default=0)
    return min([floor, *[LEVELS.index(level) for level in destination]])


def is_new(years_in_pmo: Range | None) -> bool:
    """Whether a person is surely new to PMO work: fewer than NEW_YEARS years; False if not said."""
    return years_in_pmo is not None and years_in_pmo.high < NEW_YEARS


def may_be_new(years_in_pmo: Range | None) -> bool:
    """Whether it is open if a person is new to PMO work: not said, or a range around NEW_YEARS."""
    return years_in_pmo is None or years_in_pmo.low < NEW_YEARS <= years_in_pmo.high
