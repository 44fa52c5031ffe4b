"""Classes of people for the cheapest change: their changes lead to the same ways at equal costs.

Whether a certification is advised after a change depends on the way to each destination that may
lead through it (`over`). So the signature of a person is those ways, before and after every change
that they may make, with its cost.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from msgspec.structs import replace

from pmo_path.conditions.inspect import leaves
from pmo_path.conditions.syntax import Condition
from pmo_path.engine.career_level import read_level
from pmo_path.engine.climbing import levels_to_climb
from pmo_path.engine.destinations import destination_levels
from pmo_path.engine.fit import excluded_by, level_distance
from pmo_path.engine.prospects import above_destination
from pmo_path.engine.situation import Case, is_new, read_case
from pmo_path.model.catalogue import Catalogue
from pmo_path.model.on_day import Day
from pmo_path.profile.facts import AIMS
from pmo_path.profile.meanings import EDUCATION, LEVELS, YES_NO
from pmo_path.profile.profile import Profile
from proof.answers import NUMERIC, answers_to, leads_to, offices, tellings
from proof.cells import GOAL_LISTS, members_of, numbers, seen_of
from proof.costs import entry_facts
from proof.held import Key, alike
from proof.signatures import compared_on_the_way, fit_for, on_the_way_to, planned, way_back

CHOICES = {
    "experience_level": LEVELS,
    "target_level": LEVELS,
    "education": EDUCATION,
    "experience_accepted": YES_NO,
}


@cache
def over(day: Day, certification: str) -> tuple[str, ...]:
    """Return the destinations whose way may lead through a certification, itself first."""
    ends = (
        end
        for end in day.destinations
        if end != certification and certification in way_back(day, end)
    )
    return (certification, *ends)


def advised(case: Case, certification: str) -> bool:
    """Whether a certification is a step of the plan to some destination.

    Nobody here has a distant aim.
    """
    for end in over(case.day, certification):
        plan = planned(case, end)
        if plan and certification in plan.steps:
            return True
    return False


def way_seen(case: Case, certification: str) -> Key:
    """Return the signature of the ways by which, awards apart, a certification may be advised."""
    seen_per_end: list[Any] = []
    for end in over(case.day, certification):
        if fit_for(case, end) is None:
            seen_per_end.append(None)
            continue
        names, tables = on_the_way_to(case, end)
        excluded = tuple(name for name in names if excluded_by(case, name))
        made_for = frozenset(
            at_level.level for at_level in case.day.catalogue.certifications[end].career_levels
        )
        leading = [
            level
            for level in case.level.levels
            if destination_levels(case.profile, (level,)) & made_for
        ]
        lowest = min(map(LEVELS.index, leading or case.level.levels), default=None)
        seen_per_end.append((excluded, tables, lowest, _shut_by_awards(case, end)))
    return tuple(seen_per_end)


def _shut_by_awards(case: Case, certification: str) -> bool:
    """Whether awards of higher levels could put a certification below a person of unknown level."""
    made_for = [
        LEVELS.index(at_level.level)
        for at_level in case.day.catalogue.certifications[certification].career_levels
    ]
    if case.level.levels or not made_for or is_new(case.profile.years_in_pmo):
        return False
    return all(max(made_for) < LEVELS.index(level) for level in case.destination)


@dataclass(frozen=True, slots=True)
class Changing:
    """A certification that is not advised, and the facts by whose change it may come to be."""

    certification: str
    verdict: str
    keys: tuple[str, ...]

    def may_be(self, case: Case) -> bool:
        """Whether the certification may have the verdict, whatever is held."""
        if levels_to_climb(case):
            return False  # what leads to a distant aim is left to the laws of whole decisions
        certification = case.day.catalogue.certifications[self.certification]
        if self.verdict == "later":
            return above_destination(case, certification)
        return (
            level_distance(case, certification) == 0
            and not excluded_by(case, certification.id)
            and not above_destination(case, certification)
        )


def changing(day: Day) -> Iterator[Changing]:
    """Yield the certifications and verdicts for which the engine seeks a cheapest change."""
    for name, certification in day.catalogue.certifications.items():
        made_for = [LEVELS.index(at_level.level) for at_level in certification.career_levels]
        if certification.kind == "neighbour" or not made_for or not day.offered(name):
            continue
        if min(made_for) > 0:
            yield Changing(name, "later", AIMS)
        if keys := entry_facts(day, name):
            yield Changing(name, "not_eligible", keys)


# --- everybody, the facts of the change apart ------------------------------------------------


@cache
def on_the_way(day: Day, certification: str) -> tuple[str, ...]:
    """Return the certifications on the way to the destinations that may lead through one."""
    return tuple(
        sorted({other for end in over(day, certification) for other in way_back(day, end)})
    )


@cache
def rules_on_the_way(day: Day, certification: str) -> frozenset[str]:
    """Return the rules with an effect on the way to a certification."""
    ends, names = set(over(day, certification)), set(on_the_way(day, certification))
    return frozenset(
        rule.id
        for rule in day.rules
        if day.prefers[rule.id] & ends or day.excludes[rule.id] & names
    )


def case_for(day: Day, certification: str, profile: Profile) -> Case:
    """Return a case with only the rules that affect whether a certification is advised: quicker."""
    return replace(read_case(_with_effects(day, certification), profile), day=day)


@cache
def _with_effects(day: Day, certification: str) -> Day:
    return replace(
        day,
        rules=tuple(rule for rule in day.rules if rule.id in rules_on_the_way(day, certification)),
    )


@cache
def compared_leaves(day: Day, certification: str) -> tuple[Any, ...]:
    """Return the comparisons on the way to a certification."""
    return compared_on_the_way(day, on_the_way(day, certification))


def about(day: Day, certification: str) -> list[Condition]:
    """Return the conditions that affect whether a certification is advised."""
    effects = rules_on_the_way(day, certification)
    needs = (day.requirements(name) for name in on_the_way(day, certification))
    return [*(rule.if_ for rule in day.rules if rule.id in effects), *needs]


def values_of(day: Day, certification: str, key: str) -> list[Any]:
    """Return a representative of every class of values, by conditions and cost of a change."""
    if key in CHOICES:
        return [None, *CHOICES[key]]
    if key == "goals":
        return list(GOAL_LISTS)
    if key == "reads":
        codes = sorted(set(members_of(day.requirements(certification), key)))
        return [None, (), *((code,) for code in codes)]
    by_signature: dict[Any, Any] = {}
    comparing = about(day, certification)
    for number in numbers(comparing, key):
        low = number.low if number else None
        some_years = number is not None and number.high > 0
        by_signature.setdefault((low, some_years, seen_of(key, number, comparing)), number)
    return list(by_signature.values())


def rests(day: Day, target: Changing) -> Iterator[tuple[Profile, list[Profile]]]:
    """Yield a representative of every class, without awards and the facts of the change.

    Each comes with the kinds of office that it represents.
    """
    comparing = about(day, target.certification)
    goals = {
        (*leads_to(wishes), seen_of("goals", wishes, comparing)): wishes
        for wishes in reversed(GOAL_LISTS)
    }
    ways: dict[str, list[Any]] = {
        "target_level": [None, *LEVELS],
        "goals": list(goals.values()),
        "education": list(
            {
                seen_of("education", diploma, comparing): diploma for diploma in (*EDUCATION, None)
            }.values()
        ),
        "pmo_education_hours": answers_to("pmo_education_hours", comparing),
        "reads": [
            None,
            ("en",),
            *((code,) for need in comparing for code in members_of(need, "reads")),
        ],
        "experience_accepted": list(
            {
                seen_of("experience_accepted", answer, comparing): answer
                for answer in (*YES_NO, None)
            }.values()
        ),
    }
    apart = {key: values for key, values in ways.items() if key not in target.keys}
    groups = offices(day)
    if not {leaf.fact for condition in comparing for leaf in leaves(condition)} & {
        "pmo_types",
        "target_pmo_type",
    }:
        groups = [[office for kinds in groups for office in kinds]]
    for kinds in groups:
        for level in _levels(day, target, comparing):
            for values in itertools.product(*apart.values()):
                said = dict(zip(apart, values, strict=True))
                yield replace(level, **said), kinds


def _levels(day: Day, target: Changing, comparing: list[Condition]) -> tuple[Profile, ...]:
    read = tuple(
        leaf for condition in comparing for leaf in leaves(condition) if leaf.fact in NUMERIC
    )
    changed = {
        key: tuple(values_of(day, target.certification, key))
        for key in NUMERIC
        if key in target.keys
    }
    return _ways_to_tell(
        day.catalogue,
        tuple(dict.fromkeys(read)),
        "experience_level" in target.keys,
        tuple(changed.items()),
    )


@cache
def _ways_to_tell(
    catalogue: Catalogue,
    read: tuple[Condition, ...],
    levels_apart: bool,
    changed: tuple[tuple[str, Any], ...],
) -> tuple[Profile, ...]:
    """Return a profile for every evidence of a level, under all values of the changed facts."""
    by_levels: dict[Any, Profile] = {}
    without = [fact for fact, _ in changed] + ["experience_level"] * levels_apart
    tried = [
        dict(zip(dict(changed), values, strict=True))
        for values in itertools.product(*dict(changed).values())
    ]
    signature = cache(lambda fact, value: seen_of(fact, value, read))
    for profile, levels in tellings(catalogue):
        if any(getattr(profile, fact) is not None for fact in without):
            continue
        readings = (
            [read_level(catalogue, replace(profile, **change)).levels for change in tried]
            if changed
            else [levels]
        )
        said = (signature(fact, getattr(profile, fact)) for fact in NUMERIC if fact not in without)
        by_levels.setdefault((tuple(readings), *said), profile)
    return tuple(by_levels.values())


# --- one person for each class ---------------------------------------------------------------


@cache
def awards_of(day: Day, certification: str) -> tuple[tuple[str, ...], ...]:
    """Return the awards that can matter, those that do the same together."""
    return alike(day, certification, on_the_way(day, certification))
