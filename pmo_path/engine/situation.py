"""One person on one day: the facts that conditions read, and where the person wants to go."""

from __future__ import annotations

import itertools
from bisect import bisect_left
from collections.abc import Mapping

from msgspec import Struct
from msgspec.structs import replace

from pmo_path.conditions.evaluate import Verdict, evaluate
from pmo_path.conditions.facts import Facts
from pmo_path.conditions.inspect import leaves
from pmo_path.conditions.syntax import HOLDS, MEMBERS, NUMBERS, ORDERED, OTHER, Compare
from pmo_path.core.memory import remembered
from pmo_path.core.scalars import Range
from pmo_path.engine.award_validity import (
    Holding,
    awards_after,
    holdings,
    lapsed,
    other_certificates,
    other_members,
    proved_certifications,
    without_later_awards,
)
from pmo_path.engine.career_level import Reading, read_level
from pmo_path.engine.met_rules import met_rules
from pmo_path.model.catalogue import proof_pairs
from pmo_path.model.on_day import Day
from pmo_path.model.rules import Rule
from pmo_path.profile.facts import CAREER_LEVEL, WANTED_LEVEL
from pmo_path.profile.meanings import LEVELS
from pmo_path.profile.profile import Held, OtherCertificate, Profile

# Below this many years in PMOs a person is new to PMO work (our judgement).
NEW_YEARS = 1

# The fact that only a provider can tell: whether it accepts practical experience for entry.
DISCRETION = "experience_accepted"
_MET = Verdict(True)
# Facts that conditions read as they were said: by one word of several, or as a list.
_SAID = tuple(
    fact for fact in (*ORDERED, *MEMBERS) if fact not in (CAREER_LEVEL, WANTED_LEVEL, HOLDS, OTHER)
)


class Case(Struct, frozen=True):
    """A profile on a day, with everything derived from the two that the engine reads.

    `level` is the person's own level, `destination` the levels that a route may lead to: those
    aimed for, else the present ones; empty if the level is not known, or if the person leaves PMO
    work; `distances` gives by certification how many levels it lies from these, None if unknown.
    `wanted_types` are the kinds of PMO, None if not said. `holdings` are the awards held or
    proved by these, `other_certificates` those outside the catalogue with their kind as declared or
    listed, `not_yet` the awards of a later day. `floor` is the index in LEVELS of the level below
    which nothing is advised. `applied` are the rules in force that apply;
    `preferred` and `excluded` give, by certification, those that advise it or advise against it.
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
    applied: tuple[Rule, ...]
    preferred: Mapping[str, tuple[Rule, ...]]
    excluded: Mapping[str, tuple[Rule, ...]]
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

    def for_level(self, levels: frozenset[str]) -> Case:
        """Return the case with an ambiguous level narrowed to readings that lead to `levels`."""
        if len(self.level.levels) < 2:
            return self
        leading = tuple(
            level
            for level in self.level.levels
            if destination_levels(self.profile, (level,)) & levels
        )
        if not leading or leading == self.level.levels:
            return self
        return replace(self, facts=self.facts.settle(_level_choices(self.profile, leading)))

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
    # A person with an ambiguous title is advised what is advised to any one of its readings.
    readings = (
        [facts.settle(_level_choices(on_the_day, (name,))) for name in level.levels]
        if len(level.levels) > 1
        else []
    )
    applied, preferred, excluded = met_rules(day, facts, readings)
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
        applied=applied,
        preferred=preferred,
        excluded=excluded,
        floor=_floor(day, on_the_day, level.levels, destination, facts),
        not_yet=()
        if on_the_day is profile
        else (
            *awards_after(profile.holds, day.date),
            *awards_after(profile.holds_other, day.date),
        ),
    )


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


def facts_of(day: Day, profile: Profile, levels: tuple[str, ...]) -> Facts:
    """Return a profile as conditions read it, at one of `levels`; at any level if empty."""
    known: dict[str, Range | frozenset[str]] = {**_level_choices(profile, levels)}
    limits = _limits(day)
    for key in NUMBERS:
        if (number := getattr(profile, key)) is not None:
            known[key] = _as_compared(number, *limits[key])
    for key in _SAID:
        if (said := getattr(profile, key)) is not None:
            known[key] = frozenset(said) if isinstance(said, tuple) else frozenset({said})
    at_least: dict[str, frozenset[str]] = {}
    if profile.holds is not None or profile.holds_other is not None:
        members, complete = other_members(day.catalogue, profile)
        (known if complete else at_least)[OTHER] = members
    lapsed_awards: frozenset[str] = frozenset()
    if profile.holds is not None:
        known[HOLDS] = proved_certifications(day.catalogue, profile.holds)
        lapsed_awards = lapsed(day.catalogue, profile.holds, day.date)
    return Facts(known, at_least, proof_pairs(day.catalogue), lapsed_awards)


def _as_compared(number: Range, limits: list[float], cells: list[Range]) -> Range:
    """Return a number that lies alike between the limits, the same for all such."""
    if number.low != number.high:
        return number
    place = bisect_left(limits, number.low)
    return number if number.low in limits[place : place + 1] else cells[place]


@remembered(8)
def _limits(day: Day) -> Mapping[str, tuple[list[float], list[Range]]]:
    """Return by fact the limits it is compared with on a day, and one number in each gap."""
    limits: dict[str, set[float]] = {fact: set() for fact in NUMBERS}
    for condition in (*(rule.if_ for rule in day.rules), *day.needs.values()):
        for leaf in leaves(condition):
            if leaf.fact in limits and isinstance(leaf, Compare):
                limits[leaf.fact].add(float(leaf.value))
    found = {}
    for fact, values in limits.items():
        known = sorted(values)
        ends = [min(known, default=0) - 1, *known, max(known, default=0) + 1]
        gaps = [(low + high) / 2 for low, high in itertools.pairwise(ends)]
        found[fact] = known, [Range(gap, gap) for gap in gaps]
    return found


def _level_choices(profile: Profile, levels: tuple[str, ...]) -> dict[str, frozenset[str]]:
    """Return the levels that the own and the wanted one may be; any if `levels` is empty."""
    return {
        CAREER_LEVEL: frozenset(levels or LEVELS),
        WANTED_LEVEL: destination_levels(profile, levels) or frozenset(LEVELS),
    }


def destination_levels(profile: Profile, levels: tuple[str, ...]) -> frozenset[str]:
    """Return the levels that a route may lead to: the target, the next level or the present one.

    Empty if the person names no target level and wants only to leave PMO work.
    """
    if profile.target_level:
        return frozenset({profile.target_level})
    goals = profile.goals or ()
    if "next-level" in goals:
        return frozenset(LEVELS[min(LEVELS.index(level) + 1, len(LEVELS) - 1)] for level in levels)
    return frozenset() if leaves_pmo_work(goals) else frozenset(levels)


@remembered(256)
def distances(day: Day, destination: frozenset[str]) -> Mapping[str, int | None]:
    """Return by certification how many levels it lies from a destination; None if unknown."""
    wanted = [LEVELS.index(level) for level in destination]
    return {
        name: min(
            (abs(level - aim) for level in levels for aim in wanted),
            default=None,
        )
        for name, levels in day.made_for.items()
    }


def is_new(years_in_pmo: Range | None) -> bool:
    """Whether a person is surely new to PMO work: fewer than NEW_YEARS years; False if not said."""
    return years_in_pmo is not None and years_in_pmo.high < NEW_YEARS


def may_be_new(years_in_pmo: Range | None) -> bool:
    """Whether it is open if a person is new to PMO work: not said, or a range around NEW_YEARS."""
    return years_in_pmo is None or years_in_pmo.low < NEW_YEARS <= years_in_pmo.high


def leaves_pmo_work(goals: tuple[str, ...]) -> bool:
    """Whether the only goal is to leave PMO work, for running projects or programmes."""
    return tuple(goals) == ("delivery",)
