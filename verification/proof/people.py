"""Classes of people by the way to one certification, and one profile for each.

The way to a certification (its plan, and the grades of the plan) depends only on what leads there,
so people are classified once for every destination. Equal signatures have equal plans; `reduction`
checks that against all people.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from msgspec.structs import replace

from pmo_path.conditions.evaluate import evaluate
from pmo_path.conditions.facts import Facts
from pmo_path.conditions.inspect import facts_read, leaves
from pmo_path.conditions.syntax import HOLDS, OTHER
from pmo_path.engine.fit import (
    Fit,
    excluded_by,
    fit_ignoring_floor,
    is_below_person,
    level_distance,
    preferred_by,
)
from pmo_path.engine.route_planning import Plan, plan_to
from pmo_path.engine.situation import Case, destination_levels, is_new, read_case
from pmo_path.model.catalogue import proof_pairs
from pmo_path.model.on_day import Day
from pmo_path.profile.facts import BY_KEY, YES_NO
from pmo_path.profile.profile import Held, Profile
from proof.answers import answers_to, offices, whos
from proof.cells import award, members_of
from proof.held import Key, alike, awards_seen, matters_lapsed, may_be_step

LISTS = ("goals", "pmo_types", "reads", "works_with", "country")


@dataclass(frozen=True, slots=True)
class Person:
    """A profile without awards that represents its class, and the certification of the class."""

    destination: str
    profile: Profile
    alike: tuple[tuple[str, ...], ...]  # groups of equivalent awards that can matter


# --- the signature of a person ---------------------------------------------------------


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
    made_for = frozenset(
        at_level.level
        for at_level in case.day.catalogue.certifications[certification].career_levels
    )
    leading = case.for_level(made_for)
    variants = (case.facts, leading.facts, leading.granting().facts)
    pictures = tuple(dict.fromkeys(map(_picture, variants)))
    return _relevant(case.day, certification, pictures)


def _picture(facts: Facts) -> Key:
    """Return facts without the awards, in a form that can be compared."""
    sets = {fact: value for fact, value in facts.sets.items() if fact not in (HOLDS, OTHER)}
    return tuple(
        sorted({**facts.numbers, **facts.choices, **sets}.items(), key=lambda item: item[0])
    )


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
    condition, known = day.requirements(certification), dict(picture)
    facts = Facts(
        {
            fact: value
            for fact, value in known.items()
            if fact in BY_KEY and BY_KEY[fact].kind == "number"
        },
        {
            fact: value
            for fact, value in known.items()
            if isinstance(value, frozenset) and fact not in LISTS
        },
        {fact: value for fact, value in known.items() if fact in LISTS},
        implies=proof_pairs(day.catalogue),
    )
    truths = []
    named = sorted(set(members_of(condition, HOLDS)))
    for size in range(len(named) + 1):
        for held in map(frozenset, itertools.combinations(named, size)):
            truths.append(
                evaluate(
                    condition, replace(facts, sets={**facts.sets, HOLDS: held, OTHER: frozenset()})
                ).truth
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


# --- one profile for each --------------------------------------------------------------


def people(day: Day, step: int = 1) -> dict[Key, Person]:
    """Return a representative of every class of people, awards apart, by signature."""
    return classes(day, step)[0]


def classes(day: Day, step: int = 1) -> tuple[dict[Key, Person], list[Profile]]:
    """Return a representative of every class for one way, and of every class for all ways together.

    With a `step`, a share of them: those to whom every `step`-th case leads. Both are without
    awards, and the latter without the facts that only entry requirements read.
    """
    by_key: dict[Key, Person] = {}
    numbers: dict[Key, int] = {}
    together: dict[tuple[int | None, ...], Profile] = {}
    for there in _placed_cases(day, step):
        ways_seen: list[int | None] = []
        for destination in day.destinations:
            fit = fit_for(there, destination)
            if fit is None:
                ways_seen.append(None)
                continue
            key = rough(there, destination, fit)
            if key not in numbers:
                numbers[key] = len(numbers)
                for person in with_the_rest(day, destination, there.profile):
                    exactly, groups = exact(read_case(day, person), destination, fit)
                    by_key.setdefault(exactly, Person(destination, person, groups))
            ways_seen.append(numbers[key])
        together.setdefault(tuple(ways_seen), there.profile)
    return by_key, list(together.values())


def _placed_cases(day: Day, step: int) -> Iterator[Case]:
    """Yield the case of every class of people, in every kind of office."""
    for kinds in offices(day):
        for case in _cases(day, kinds[0], step):
            for office in kinds:
                wanted = (office.target_pmo_type,) if office.target_pmo_type else office.pmo_types
                placed = replace(
                    case.profile, pmo_types=office.pmo_types, target_pmo_type=office.target_pmo_type
                )
                yield replace(case, profile=placed, wanted_types=wanted)


def _cases(day: Day, office: Profile, step: int) -> Iterator[Case]:
    """Yield the case of every class of people, in one kind of office."""
    met: set[Key] = set()
    every = tuple(day.catalogue.certifications)
    for who in whos(day, step):
        case = read_case(
            day, replace(who, pmo_types=office.pmo_types, target_pmo_type=office.target_pmo_type)
        )
        key = (
            case.level.levels or is_new(who.years_in_pmo),
            tuple(tuple(sorted(destination_levels(who, (level,)))) for level in case.level.levels),
            tuple(sorted(case.destination)),
            tuple(rule.id for rule in case.applied if not rule.caution),
            tuple(evaluate(leaf, case.facts).truth for leaf in compared_on_the_way(day, every)),
        )
        if key not in met:
            met.add(key)
            yield case


def with_the_rest(day: Day, certification: str, profile: Profile) -> Iterator[Profile]:
    """Yield a profile with every answer to what only entry requirements read."""
    needs = [day.requirements(name) for name in way_back(day, certification)]
    read = {fact for need in needs for fact in facts_read(need)}
    hours = answers_to("pmo_education_hours", needs) if "pmo_education_hours" in read else [None]
    codes = (
        [None, ("en",), *((code,) for need in needs for code in members_of(need, "reads"))]
        if "reads" in read and profile.reads is None
        else [profile.reads]
    )
    accepted = (None, *YES_NO) if "experience_accepted" in read else (None,)
    for number, reads, counts in itertools.product(hours, codes, accepted):
        yield replace(profile, pmo_education_hours=number, reads=reads, experience_accepted=counts)


def awards(day: Day, person: Person) -> Iterator[tuple[Held, ...] | None]:
    """Yield None (not said), and every combination of the awards that can matter.

    Each award is not held, valid or lapsed.
    """
    yield None
    states = []
    for group in person.alike:
        ways: list[Held | None] = [None, Held(group[0])]
        lapsed = award(day, group[0], "lapsed") if matters_lapsed(day, group[0]) else None
        states.append([*ways, Held(group[0], lapsed)] if lapsed else ways)
    for chosen in itertools.product(*states):
        yield tuple(held for held in chosen if held)
