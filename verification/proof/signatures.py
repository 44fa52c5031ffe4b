"""The signature of a person for one certification: all that the way to it depends on."""

from __future__ import annotations

import itertools
from functools import cache
from typing import Any

from msgspec.structs import replace

from pmo_path.conditions.evaluate import evaluate
from pmo_path.conditions.facts import Facts
from pmo_path.conditions.inspect import facts_read, leaves
from pmo_path.conditions.syntax import HOLDS, OTHER
from pmo_path.engine.destinations import destination_levels
from pmo_path.engine.fit import (
    Fit,
    excluded_by,
    fit_ignoring_floor,
    is_below_person,
    level_distance,
    preferred_by,
)
from pmo_path.engine.route_planning import Plan, plan_to
from pmo_path.engine.situation import Case, is_new
from pmo_path.model.catalogue import proof_pairs
from pmo_path.model.on_day import Day
from proof.cells import members_of
from proof.held import Key, alike, awards_seen, may_be_step

LISTS = ("goals", "pmo_types", "reads", "works_with", "country")


def fit_for(case: Case, certification: str) -> Fit | None:
    """Return how a certification suits a person, whatever they hold; None if it does not."""
    known = case.day.catalogue.certifications[certification]
    if (
        known.kind == "neighbour"
        or not case.day.offered(certification)
        or excluded_by(case, certification)
    ):
        return None
    if case.level.levels and is_below_person(case, known):
        return None
    return fit_ignoring_floor(case, known)


def planned(case: Case, certification: str, climbs: tuple[str, ...] = ()) -> Plan | None:
    """Return the plan to a certification; None if it does not suit, is held or has no plan."""
    fit = fit_for(case, certification)
    if (
        fit is None
        or case.valid(certification)
        or is_below_person(case, case.day.catalogue.certifications[certification])
    ):
        return None
    return plan_to(case, certification, fit, climbs)


def rough(case: Case, certification: str, fit: Fit) -> Key:
    """Return a signature of a person by all comparisons on the way: sufficient, not minimal."""
    behind = way_back(case.day, certification)
    return (
        certification,
        case.level.levels
        or is_new(case.profile.years_in_pmo),  # awards tell what lies below, but for who is new
        tuple(
            tuple(sorted(destination_levels(case.profile, (level,)))) for level in case.level.levels
        ),
        tuple(sorted(case.destination)),
        (fit.level, fit.placed is False, tuple(_for_goal(case, name) for name in behind)),
        any(rule.source for rule in fit.rules),
        tuple(any(rule.about == by for rule in fit.rules) for by in ("employer", "country")),
        tuple(name for name in behind if excluded_by(case, name)),
        tuple(evaluate(leaf, case.facts).truth for leaf in compared_on_the_way(case.day, behind)),
    )


def _for_goal(case: Case, certification: str) -> bool:
    """Whether advice about a goal names a certification near enough to be a destination or step."""
    near = level_distance(case, case.day.catalogue.certifications[certification]) in (None, 0, 1)
    return near and any(rule.about == "goal" for rule in preferred_by(case, certification))


@cache
def way_back(day: Day, certification: str) -> tuple[str, ...]:
    """Return a certification with those that its entry requirements name, and theirs in turn."""
    reached: dict[str, None] = {}
    todo = [certification]
    while todo:
        name = todo.pop(0)
        if name not in reached:
            reached[name] = None
            todo += day.accepts[name]
    return tuple(reached)


@cache
def compared_on_the_way(day: Day, behind: tuple[str, ...]) -> tuple[Any, ...]:
    """Return the comparisons of entry requirements, awards apart."""
    comparisons = (leaf for name in behind for leaf in leaves(day.requirements(name)))
    return tuple(dict.fromkeys(leaf for leaf in comparisons if leaf.fact not in (HOLDS, OTHER)))


def exact(case: Case, certification: str, fit: Fit) -> tuple[Key, tuple[tuple[str, ...], ...]]:
    """Return the minimal signature of a person without awards, and the awards that can matter."""
    names, tables = on_the_way_to(case, certification)
    excluded = tuple(name for name in names if excluded_by(case, name))
    groups = alike(case.day, certification, names, not case.level.levels)
    return (*rough(case, certification, fit)[:7], excluded, tables), groups


def on_the_way_to(case: Case, certification: str) -> tuple[tuple[str, ...], Key]:
    """Return the awards that can matter on the way, with the truth tables of their requirements."""
    leading = case.for_level(certification)
    variants = (case.facts, leading.facts, leading.granting().facts)
    pictures = tuple(dict.fromkeys(map(_picture, variants)))
    return _relevant(case.day, certification, pictures)


def _picture(facts: Facts) -> Key:
    """Return facts without the awards, in a form that can be compared."""
    beside = facts.free(frozenset({HOLDS, OTHER}))
    return tuple(sorted(beside.known.items(), key=lambda item: item[0]))


@cache
def _relevant(
    day: Day, certification: str, pictures: tuple[Key, ...]
) -> tuple[tuple[str, ...], Key]:
    """Return the awards that can matter on the way, with the truth tables of their requirements.

    Where entry is open whatever is held, what it accepts cannot matter; nor can what leads to an
    award that is accepted and is never a step.
    """
    tables: dict[str, Key] = {}
    todo = [certification]
    while todo:
        name = todo.pop(0)
        if name in tables:
            continue
        if not may_be_step(day, name):
            tables[name] = ()
            continue
        read = set(facts_read(day.requirements(name)))
        reduced = (tuple(item for item in picture if item[0] in read) for picture in pictures)
        tables[name] = tuple(_answers(day, name, picture) for picture in reduced)
        todo += day.must_hold[name]
        if {answer for answers in tables[name] for answer in answers} != {True}:
            todo += day.accepts[name]
    names = tuple(sorted(tables))
    return names, tuple(tables[name] for name in names)


@cache
def _answers(day: Day, certification: str, picture: Key) -> tuple[bool | None, ...]:
    condition = day.requirements(certification)
    facts = Facts(dict(picture), implies=proof_pairs(day.catalogue))
    truths = []
    named = sorted(set(members_of(condition, HOLDS)))
    for size in range(len(named) + 1):
        for held in map(frozenset, itertools.combinations(named, size)):
            truths.append(
                evaluate(condition, facts.settle({HOLDS: held, OTHER: frozenset()})).truth
            )
            truths.append(evaluate(condition, replace(facts, at_least={HOLDS: held})).truth)
    return tuple(truths)


def signature(case: Case, certification: str) -> Key | None:
    """Return the signature of a person for one certification; None if it does not suit them."""
    fit = fit_for(case, certification)
    if fit is None:
        return None
    key, groups = exact(case, certification, fit)
    return key, awards_seen(case, certification, groups)
