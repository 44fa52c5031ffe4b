"""What each certification is for a person: the plan that ends with it, and its verdict otherwise.

This hangs on little: on where the person stands and wants to go, and on the facts, awards and rules
that bear on the certification and on what its entry requirements name. So it is worked out once for
all people who are alike in these.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from msgspec import Struct

from pmo_path.conditions.inspect import facts_read
from pmo_path.conditions.syntax import HOLDS
from pmo_path.contract.advice import VerdictWord
from pmo_path.core.memory import remembered
from pmo_path.engine.destinations import destination_levels
from pmo_path.engine.fit import (
    advisable,
    excluded_by,
    fit_of,
    level_distance,
    level_is_placed,
    placed_in,
    suits_but_below_level,
)
from pmo_path.engine.ranking import Graded, grades_of
from pmo_path.engine.route_planning import Climb, Plan, plan_to
from pmo_path.engine.situation import Case
from pmo_path.model.certifications import Certification
from pmo_path.model.on_day import Day
from pmo_path.profile.facts import CAREER_LEVEL, WANTED_LEVEL
from pmo_path.profile.meanings import LEVELS


class Prospect(Struct, frozen=True):
    """What a certification is for a person.

    `plan` ends with it, None where it can be no destination; `grades` are those of the plan.
    `verdict` is the word on it; with a plan, an alternative until the plans are ordered.
    """

    plan: Plan | None
    grades: tuple[int, ...]
    verdict: VerdictWord


Prospects = Mapping[str, Prospect]

# Facts that entry requirements read and a group does not list: it has awards, a standing levels.
_ELSEWHERE = {HOLDS, CAREER_LEVEL, WANTED_LEVEL}


# What a certification of which no plan is made is for somebody who holds it.
_HELD = Prospect(None, (), "held")


class _Group(Struct, frozen=True, eq=False):
    """Certifications of one family, and what bears on any of them: facts, awards and rules.

    Their entry requirements read the same `facts`, beside awards and levels.
    """

    names: tuple[str, ...]
    facts: tuple[str, ...]
    awards: frozenset[str]
    rules: frozenset[str]


class _Standing(Struct, frozen=True, cache_hash=True):
    """What of a case bears on every certification, but for the kind of PMO.

    `targets` are the destinations of each of several `levels`; `level_is_placed` tells whether any
    certification for the destination is placed in the kind of PMO.
    """

    levels: tuple[str, ...]
    targets: tuple[frozenset[str], ...]
    destination: frozenset[str]
    floor: int
    leaves: bool
    level_is_placed: bool


def _nobody_climbs(certification: str) -> tuple[str, ...]:
    return ()


def prospects(case: Case, climb: Climb | None = None) -> Prospects:
    """Return the prospects of every certification that may be advised, and of others if held.

    `climb` maps a destination to the steps from the person's level up to the one below it.
    """
    found: dict[str, Prospect] = {}
    standing = _standing(case)
    for group in _groups(case.day):
        found |= _prospects_in(group, standing, case)
    for name in case.facts.members(HOLDS) or ():
        if name not in _ever_advised(case.day) and case.valid(name):
            found[name] = _HELD
    if climb:
        for name in _ever_advised(case.day).intersection(case.day.destinations):
            if climb(name):
                found[name] = _prospect(case, name, climb)
    return found


def _standing(case: Case) -> _Standing:
    levels = case.level.levels
    several = levels if len(levels) > 1 else ()  # of one, the destination is the target
    return _Standing(
        levels,
        tuple([destination_levels(case.profile, (level,)) for level in several]),
        case.destination,
        case.floor,
        case.leaves,
        level_is_placed(case.day, case.destination, case.wanted_types),
    )


def _key(group: _Group, standing: _Standing, case: Case) -> tuple[Any, ...]:
    return (
        group,
        standing,
        _placed(group, case.day, case.wanted_types),
        case.met.ids & group.rules,
        case.facts.cache_key(group.facts, group.awards),
    )


@remembered(4096, key=_key)
def _prospects_in(group: _Group, standing: _Standing, case: Case) -> Prospects:
    return {name: _prospect(case, name) for name in group.names}


@remembered(1024)
def _placed(
    group: _Group, day: Day, wanted_types: tuple[str, ...] | None
) -> tuple[bool | None, ...]:
    """Return of each certification of a group whether it is placed in the kind of PMO."""
    return tuple([placed_in(day, wanted_types, name) for name in group.names])


@remembered(8)
def _ever_advised(day: Day) -> frozenset[str]:
    """Return the certifications whose verdict on a day hangs on more than who holds them."""
    known = day.catalogue.certifications
    return frozenset(name for name in day.on_offer if known[name].kind != "neighbour")


@remembered(8)
def verdicts_unless_held(day: Day) -> Mapping[str, VerdictWord]:
    """Return by certification the verdict on a day where it is neither held nor advised."""
    return {
        name: "not_suitable" if day.offered(name) else "unavailable"
        for name in day.catalogue.certifications
    }


@remembered(8)
def _groups(day: Day) -> tuple[_Group, ...]:
    """Return the certifications that may be advised on a day, in groups."""
    names: dict[tuple[tuple[str, ...], str | None], list[str]] = {}
    for name in sorted(_ever_advised(day)):
        read = {fact for way in day.ways[name] for fact in facts_read(day.requirements(way))}
        family = day.catalogue.family_of(name)
        key = tuple(sorted(read - _ELSEWHERE)), family.id if family else None
        names.setdefault(key, []).append(name)
    return tuple(_group(day, tuple(alike), facts) for (facts, _), alike in names.items())


def _group(day: Day, names: tuple[str, ...], facts: tuple[str, ...]) -> _Group:
    """Return a group with what bears on it: on all that its entry requirements lead to."""
    ways = frozenset[str]().union(*[day.ways[name] for name in names])
    about = [rule.id for rule in day.rules if ways & (day.prefers[rule.id] | day.excludes[rule.id])]
    return _Group(names, facts, ways, frozenset(about))


@remembered(8)
def ends_through(day: Day) -> Mapping[str, tuple[str, ...]]:
    """Return by certification the destinations on whose ways it lies."""
    return {
        name: tuple(end for end in day.destinations if name in day.ways[end])
        for name in day.catalogue.certifications
    }


def graded_plans(found: Prospects) -> list[Graded]:
    """Return the plans among prospects, each after its grades."""
    return [(prospect.grades, prospect.plan) for prospect in found.values() if prospect.plan]


def plans_for(case: Case, climb: Climb = _nobody_climbs) -> list[Graded]:
    """Return the plans for a person, each after its grades, where no verdicts are asked."""
    plans = [_plan(case, name, climb) for name in case.day.destinations]
    return [(grades_of(case, plan), plan) for plan in plans if plan]


def is_step(case: Case, certification: str, climb: Climb | None = None) -> bool:
    """Whether a certification is a step of any plan: without `climb`, of those on ways to it."""
    ends = case.day.destinations if climb else ends_through(case.day)[certification]
    # Most often it is the end of a plan itself.
    for name in sorted(ends, key=lambda name: name != certification):
        plan = _plan(case, name, climb or _nobody_climbs)
        if plan and certification in plan.steps:
            return True
    return False


def _prospect(case: Case, name: str, climb: Climb = _nobody_climbs) -> Prospect:
    if name in case.day.destinations and (plan := _plan(case, name, climb)):
        return Prospect(plan, grades_of(case, plan), "alternative")
    return Prospect(None, (), _verdict(case, case.day.catalogue.certifications[name]))


def _plan(case: Case, destination: str, climb: Climb) -> Plan | None:
    """Return the plan that ends with a certification, if it can be a destination."""
    if not advisable(case, destination):
        return None
    fit = fit_of(case, case.day.catalogue.certifications[destination])
    return plan_to(case, destination, fit, climb(destination)) if fit else None


def _verdict(case: Case, certification: Certification) -> VerdictWord:
    """Return the verdict on one that may be advised, where no plan ends with it."""
    if case.valid(certification.id):
        return "held"
    if above_destination(case, certification):
        return "later"
    if excluded_by(case, certification.id) or case.leaves:
        return "not_suitable"
    return _by_fit(case, certification)


def _by_fit(case: Case, certification: Certification) -> VerdictWord:
    distance = level_distance(case, certification)
    if distance is None:
        return "not_suitable" if suits_but_below_level(case, certification) else "unknown"
    if distance > 0:
        return "not_suitable"
    return "not_eligible" if case.eligibility(certification.id).truth is False else "unknown"


def above_destination(case: Case, certification: Certification) -> bool:
    """Whether a certification is made only for levels above both the destination and today's."""
    if not case.destination or not certification.career_levels or certification.kind == "neighbour":
        return False
    lowest = min(case.day.made_for[certification.id])
    return lowest > max(map(LEVELS.index, (*case.destination, *case.level.levels)))
