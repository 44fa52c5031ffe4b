"""One person on one day: the facts that conditions read, and where the person wants to go."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any

from pmo_path.conditions.evaluate import Verdict, evaluate
from pmo_path.conditions.facts import Facts
from pmo_path.conditions.inspect import facts_read
from pmo_path.conditions.syntax import OTHER
from pmo_path.core.frozen import altered, dataclass
from pmo_path.core.scalars import Range
from pmo_path.engine.award_validity import Holding, held_by, holdings, lapsed, later, other_members, others, proved
from pmo_path.engine.career_level import Reading, read_level
from pmo_path.model.on_day import Day
from pmo_path.model.rules import Rule
from pmo_path.profile.facts import CAREER_LEVEL, LEVELS, WANTED_LEVEL
from pmo_path.profile.profile import Held, OtherCertificate, Profile

# Who has worked in PMOs for less than so many years is new to PMO work (our judgement).
NEW_YEARS = 1


@dataclass(frozen=True, slots=True)
class Case:
    """A profile on a day, read once.

    `level` is where the person works, `destination` the levels that a route may lead to: those they
    aim for, else those they work at (empty where nothing tells, or where they leave PMO work);
    `wanted_types` the kinds of PMO, None where not said. `applied` are the
    rules in force that apply, `preferred` and `excluded` those of them that advise a certification
    or advise against it; `holdings` what is held or proved by it, `others` the certificates outside the catalogue, their
    kind as it was said or is known; `not_yet` the awards of a later day.
    """

    day: Day
    profile: Profile
    level: Reading
    facts: Facts
    holdings: Mapping[str, Holding]
    others: tuple[OtherCertificate, ...]
    destination: frozenset[str]
    wanted_types: tuple[str, ...] | None
    applied: tuple[Rule, ...]
    preferred: Mapping[str, tuple[Rule, ...]]
    excluded: Mapping[str, tuple[Rule, ...]]
    not_yet: tuple[Held | OtherCertificate, ...] = ()

    def eligibility(self, certification: str, earlier: tuple[str, ...] = ()) -> Verdict:
        """Return whether the entry requirements are met once `earlier` steps are held."""
        return evaluate(self.day.requirements(certification), self.after(earlier))

    def after(self, earlier: tuple[str, ...]) -> Facts:
        """Return the facts as they are once some certifications have been obtained."""
        if not earlier:
            return self.facts
        now = self.facts
        gained = frozenset(earlier).union(*(now.implies.get(one, frozenset()) for one in earlier))
        known = now.sets.get("holds")
        if known is None:
            return altered(now, at_least={**now.at_least, "holds": gained})
        return altered(now, sets={**now.sets, "holds": known | gained}, lapsed=now.lapsed - gained)

    @property
    def leaves(self) -> bool:
        """Whether the person wants nothing but to leave PMO work."""
        return self.profile.target_level is None and leaves_pmo_work(self.profile.goals or ())

    @property
    def floor(self) -> int:
        """The place of the level below which nothing is advised.

        That is the lowest reading of the level at which the person works, else the highest for which they hold a
        certification; 0 for who is new to PMO work, and never above the level aimed for.
        """
        if is_new(self.profile.years_in_pmo):
            return 0
        known = self.day.catalogue.certifications
        held = (one.level for name in self.facts.sets.get("holds", ()) for one in known[name].career_levels[:1])
        own = min((LEVELS.index(one) for one in self.level.levels), default=None)
        floor = own if own is not None else max((LEVELS.index(one) for one in held), default=0)
        return min([floor, *(LEVELS.index(one) for one in self.destination)])

    def granting(self) -> Case:
        """Return the case as it is if a provider accepts the person's practical experience, where that is not known."""
        if not self.facts.open("experience_accepted"):
            return self
        return altered(self, facts=self.facts.set("experience_accepted", "yes"))

    def having(self, steps: tuple[str, ...]) -> Case:
        """Return the case as it is once some certifications have been obtained."""
        return altered(self, facts=self.after(steps)) if steps else self

    def for_level(self, levels: frozenset[str]) -> Case:
        """Return the case with an ambiguous level narrowed to its readings that lead to some levels."""
        leading = tuple(one for one in self.level.levels if destination(self.profile, (one,)) & levels)
        if not leading or leading == self.level.levels:
            return self
        return altered(self, facts=facts_of(self.day, self.profile, leading))

    def holds(self, certification: str) -> bool:
        """Whether a certification is known to have been passed, lapsed or not."""
        return certification in self.facts.sets.get("holds", frozenset())

    def valid(self, certification: str) -> bool:
        """Whether a certification is held and need not be renewed on the day."""
        return self.holds(certification) and certification not in self.facts.lapsed

    @property
    def awards(self) -> Mapping[str, Holding]:
        """The awards that were said, without what they prove."""
        return {name: one for name, one in self.holdings.items() if one.proved_by is None}


def read_case(day: Day, profile: Profile) -> Case:
    """Return the case of a profile on a day."""
    on_the_day = held_by(profile, day.date)
    level = read_level(day.catalogue, on_the_day)
    facts = facts_of(day, on_the_day, level.levels)
    # What is advised to an ambiguous title is what is advised to each of its readings.
    readings = [facts_of(day, on_the_day, (one,)) for one in level.levels] if len(level.levels) > 1 else []
    applied, preferred, excluded = _applied(day, facts, readings)
    return Case(
        day=day,
        profile=on_the_day,
        level=level,
        facts=facts,
        holdings=holdings(day.catalogue, on_the_day, day.date),
        others=others(day.catalogue, on_the_day),
        destination=destination(on_the_day, level.levels),
        wanted_types=(on_the_day.target_pmo_type,) if on_the_day.target_pmo_type else on_the_day.pmo_types,
        applied=applied,
        preferred=preferred,
        excluded=excluded,
        not_yet=(*later(profile.holds, day.date), *later(profile.holds_other, day.date)),
    )


_Applied = tuple[tuple[Rule, ...], Mapping[str, tuple[Rule, ...]], Mapping[str, tuple[Rule, ...]]]
_MOST = 10_000


def _applied(day: Day, facts: Facts, readings: list[Facts]) -> _Applied:
    """Return the rules that apply, and those of them that advise a certification, or against it, by certification.

    What the rules see alike is told once.
    """
    reads, known = _remembered(day)
    seen = tuple([one.seen(reads) for one in (facts, *readings)])
    if seen not in known:
        if len(known) >= _MOST:
            known.clear()
        applied = tuple(rule for rule in day.rules if _applies(rule, facts, readings))
        known[seen] = applied, _by_certification(applied, day.prefers), _by_certification(applied, day.excludes)
    return known[seen]


@lru_cache(maxsize=8)
def _remembered(day: Day) -> tuple[tuple[str, ...], dict[tuple[Any, ...], _Applied]]:
    """Return what the rules of a day read, and what applied so far to what they saw."""
    reads = dict.fromkeys(fact for rule in day.rules for fact in facts_read(rule.if_))
    return tuple(reads), {}


def _applies(rule: Rule, facts: Facts, readings: list[Facts]) -> bool:
    """Whether a rule's condition is met; a preference also where one of several readings of the level meets it."""
    if evaluate(rule.if_, facts).truth:
        return True
    return bool(rule.prefer) and any(evaluate(rule.if_, one).truth for one in readings)


def _by_certification(rules: Iterable[Rule], named: Mapping[str, frozenset[str]]) -> dict[str, tuple[Rule, ...]]:
    found: dict[str, tuple[Rule, ...]] = {}
    for rule in rules:
        for certification in named[rule.id]:
            found[certification] = (*found.get(certification, ()), rule)
    return found


def facts_of(day: Day, profile: Profile, levels: tuple[str, ...]) -> Facts:
    """Return the facts of a profile whose level is one of some, in the form that conditions read."""
    numbers: dict[str, Range] = {}
    choices = {
        CAREER_LEVEL: frozenset(levels or LEVELS),
        WANTED_LEVEL: destination(profile, levels) or frozenset(LEVELS),
    }
    sets: dict[str, frozenset[str]] = {}
    for key in (
        "years_in_pmo",
        "years_in_projects",
        "pmo_education_hours",
        "hours_per_week",
        "pmos_managed",
        "people_led",
    ):
        if (number := getattr(profile, key)) is not None:
            numbers[key] = number
    for key in ("target_level", "education", "target_pmo_type", "experience_accepted"):
        if (choice := getattr(profile, key)) is not None:
            choices[key] = frozenset({choice})
    for key in ("goals", "pmo_types", "reads"):
        if (members := getattr(profile, key)) is not None:
            sets[key] = frozenset(members)
    at_least: dict[str, frozenset[str]] = {}
    if profile.holds is not None or profile.holds_other is not None:
        members, whole = other_members(day.catalogue, profile)
        (sets if whole else at_least)[OTHER] = members
    over: frozenset[str] = frozenset()
    if profile.holds is not None:
        sets["holds"] = proved(day.catalogue, profile.holds)
        over = lapsed(day.catalogue, profile.holds, day.date)
    return Facts(numbers, choices, sets, at_least, day.catalogue.implies, over)


def destination(profile: Profile, levels: tuple[str, ...]) -> frozenset[str]:
    """Return the levels a route may lead to: the one aimed for, the next one, or the present one.

    None where the person wants nothing but to leave PMO work.
    """
    if profile.target_level:
        return frozenset({profile.target_level})
    goals = profile.goals or ()
    if "next-level" in goals:
        return frozenset(LEVELS[min(LEVELS.index(one) + 1, len(LEVELS) - 1)] for one in levels)
    return frozenset() if leaves_pmo_work(goals) else frozenset(levels)


def is_new(years_in_pmo: Range | None) -> bool:
    """Whether a person says that they are new to PMO work."""
    return years_in_pmo is not None and years_in_pmo.high < NEW_YEARS


def leaves_pmo_work(goals: tuple[str, ...]) -> bool:
    """Whether goals name nothing but to leave PMO work for running projects or programmes."""
    return tuple(goals) == ("delivery",)
