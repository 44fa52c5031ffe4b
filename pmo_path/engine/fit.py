"""How a certification fits a person: its level, its kind of PMO, and the rules about it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from msgspec import Struct

from pmo_path.core.memory import remembered
from pmo_path.engine.destinations import distances
from pmo_path.engine.situation import Case
from pmo_path.model.certifications import Certification
from pmo_path.model.on_day import Day
from pmo_path.model.rules import Rule
from pmo_path.profile.meanings import LEVELS

# Where no level is published, `unpublished`: a rule names it, and the level counts for nothing.
LevelFit = Literal["exact", "unpublished", "adjacent", "advised"]


class Fit(Struct, frozen=True):
    """How a certification suits a person: by level, by kind of PMO (None: not said), by rules."""

    level: LevelFit
    placed: bool | None
    rules: tuple[Rule, ...]


def may_be_step(case: Case, certification: str) -> bool:
    """Whether a certification may be a step: on offer, and not held and valid."""
    return case.day.offered(certification) and not case.valid(certification)


def advisable(case: Case, certification: str) -> bool:
    """Whether a certification may be chosen: possible, and no rule advises against it.

    A prerequisite is not chosen: it need only be possible.
    """
    return may_be_step(case, certification) and not excluded_by(case, certification)


def excluded_by(case: Case, certification: str) -> tuple[Rule, ...]:
    """Return the met rules that advise against a certification, or against what it replaced."""
    return case.met.excluded.get(certification, ())


def preferred_by(case: Case, certification: str) -> tuple[Rule, ...]:
    """Return the met rules that advise a certification, or what it replaced by this day."""
    return case.met.preferred.get(certification, ())


def fit_of(case: Case, certification: Certification) -> Fit | None:
    """Return how a certification suits the person's destination; None where it does not."""
    if certification.kind == "neighbour" or is_below_person(case, certification):
        return None
    return fit_ignoring_floor(case, certification)


def is_below_person(case: Case, certification: Certification) -> bool:
    """Whether a certification is made only for levels below the lowest advised to the person."""
    made_for = case.day.made_for[certification.id]
    return case.floor > 0 and bool(made_for) and max(made_for) < case.floor


def anything_below_person(case: Case) -> bool:
    """Whether anything advisable on the day is beneath the person's level, suitable or not."""
    known = case.day.catalogue.certifications
    return any(
        is_below_person(case, known[name]) and advisable(case, name)
        for name in case.day.destinations
    )


def suits_but_below_level(case: Case, certification: Certification) -> bool:
    """Whether a certification would suit the person if it did not lie below their level."""
    shut = is_below_person(case, certification) and advisable(case, certification.id)
    return shut and fit_ignoring_floor(case, certification) is not None


def fit_ignoring_floor(case: Case, certification: Certification) -> Fit | None:
    """Return how a certification suits the destination, even if below the person's level."""
    # Rules about a person's work presuppose a level; without one only those about goals apply.
    rules = preferred_by(case, certification.id)
    if not case.destination:
        rules = tuple(rule for rule in rules if rule.about == "goal")
    placed = is_placed(case, certification)
    distance = level_distance(case, certification)
    if distance == 0:
        return Fit("exact", placed, rules)
    if (
        distance == 1
        and placed
        and not level_is_placed(case.day, case.destination, case.wanted_types)
    ):
        return Fit("adjacent", placed, rules)
    brought = any(_brings_in(rule, certification) for rule in rules)
    if not brought or _out_of_reach(case, certification):
        return None
    return Fit("advised" if certification.career_levels else "unpublished", placed, rules)


def only_orders(case: Case, rule: Rule) -> bool:
    """Whether a rule can change the order of plans, but not which there are."""
    known = case.day.catalogue.certifications
    return bool(rule.prefer) and not any(
        _brings_in(rule, known[name]) for name in case.day.prefers[rule.id]
    )


def _brings_in(rule: Rule, certification: Certification) -> bool:
    """Whether a rule may bring in what does not fit by level; who asks for it is no such reason.

    Where no level is published, it is.
    """
    return rule.about in ("goal", "work") or not certification.career_levels


def _out_of_reach(case: Case, certification: Certification) -> bool:
    """Whether a certification is two or more levels above the destination: advice shifts by one."""
    made_for = case.day.made_for[certification.id]
    highest = max((LEVELS.index(level) for level in case.destination), default=len(LEVELS))
    return bool(made_for) and min(made_for) > highest + 1


def level_distance(case: Case, certification: Certification) -> int | None:
    """Return the distance of a certification from the destination, in levels; None if unknown."""
    return case.distances[certification.id]


def is_placed(case: Case, certification: Certification) -> bool | None:
    """Whether a certification is placed in the person's kind of PMO; None if that was not said.

    A placement in `any` kind does not count.
    """
    return placed_in(case.day, case.wanted_types, certification.id)


def placed_in(day: Day, wanted_types: tuple[str, ...] | None, certification: str) -> bool | None:
    """Whether a certification is placed in one of some kinds of PMO; None if these are not said."""
    return None if not wanted_types else not _kinds(day)[certification].isdisjoint(wanted_types)


@remembered(8)
def _kinds(day: Day) -> Mapping[str, frozenset[str]]:
    """Return by certification the kinds of PMO that it is placed in."""
    return {
        name: frozenset(place.type for place in certification.pmo_types)
        for name, certification in day.catalogue.certifications.items()
    }


@remembered(1024)
def level_is_placed(
    day: Day, destination: frozenset[str], wanted_types: tuple[str, ...] | None
) -> bool:
    """Whether some certification on offer for the exact level is placed in this kind of PMO."""
    return any(
        distances(day, destination)[name] == 0
        and placed_in(day, wanted_types, name)
        and day.offered(name)
        for name in day.destinations
    )
