"""What each certification is for a person: the plan that ends with it, and its verdict otherwise.

This hangs on little: on where the person stands and wants to go, and on the facts, awards and rules
that bear on the certification and on what its entry requirements name. So where a decision about a
similar person is at hand, only that is worked out again on which what differs bears.
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
    suits_but_below_level,
)
from pmo_path.engine.ranking import Graded, grades_of
from pmo_path.engine.route_planning import Climb, Plan, plan_to
from pmo_path.engine.situation import Case
from pmo_path.model.certifications import Certification
from pmo_path.model.on_day import Day
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


class Bearing(Struct, frozen=True):
    """What bears on a certification: facts and rules."""

    facts: frozenset[str]
    rules: frozenset[str]


def _nobody_climbs(certification: str) -> tuple[str, ...]:
    return ()


def prospects(case: Case, climb: Climb = _nobody_climbs) -> Prospects:
    """Return the prospects of every certification.

    `climb` maps a destination to the steps from the person's level up to the one below it.
    """
    named = _ever_advised(case.day).union(case.facts.members(HOLDS) or ())
    return {**_unless_held(case.day), **{name: _prospect(case, name, climb) for name in named}}


def prospects_near(case: Case, known: Case, found: Prospects) -> Prospects:
    """Return the prospects of every certification, given those `found` in another case.

    Nobody climbs in either case. Returns `found` itself where nothing differs and the two persons
    stand at the same place.
    """
    if _standing(case) != _standing(known):
        return prospects(case)
    facts, awards = case.facts.differing(known.facts)
    rules = {rule.id for rule in case.applied} ^ {rule.id for rule in known.applied}
    changed: dict[str, Prospect] = {}
    for name in _ever_advised(case.day) | awards:
        bearing = _bearings(case.day)[name]
        if bearing.facts & facts or case.day.ways[name] & awards or bearing.rules & rules:
            prospect = _prospect(case, name)
            if prospect != found[name]:
                changed[name] = prospect
    return {**found, **changed} if changed else found


def _standing(case: Case) -> tuple[Any, ...]:
    """Return what of a case bears on every certification."""
    levels = case.level.levels
    return (
        levels,
        tuple([destination_levels(case.profile, (level,)) for level in levels]),
        case.destination,
        case.wanted_types,
        case.floor,
        case.leaves,
    )


@remembered(8)
def _ever_advised(day: Day) -> frozenset[str]:
    """Return the certifications whose verdict on a day hangs on more than who holds them."""
    known = day.catalogue.certifications
    return frozenset(name for name in day.on_offer if known[name].kind != "neighbour")


@remembered(8)
def _unless_held(day: Day) -> Prospects:
    """Return the prospects of every certification for somebody who holds none, where all share."""
    return {
        name: Prospect(None, (), "not_suitable" if day.offered(name) else "unavailable")
        for name in day.catalogue.certifications
    }


@remembered(8)
def _bearings(day: Day) -> Mapping[str, Bearing]:
    return {name: _bearing(day, name) for name in day.catalogue.certifications}


@remembered(8)
def ends_through(day: Day) -> Mapping[str, tuple[str, ...]]:
    """Return by certification the destinations on whose ways it lies."""
    return {
        name: tuple(end for end in day.destinations if name in day.ways[end])
        for name in day.catalogue.certifications
    }


def _bearing(day: Day, certification: str) -> Bearing:
    """Return what bears on a certification: on all that its entry requirements lead to."""
    ways = day.ways[certification]
    facts = {fact for name in ways for fact in facts_read(day.requirements(name))}
    named = {rule.id: day.prefers[rule.id] | day.excludes[rule.id] for rule in day.rules}
    rules = {rule for rule, about in named.items() if ways & about}
    return Bearing(frozenset(facts), frozenset(rules))


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
    if name not in _ever_advised(case.day):
        return Prospect(None, (), "held") if case.valid(name) else _unless_held(case.day)[name]
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
