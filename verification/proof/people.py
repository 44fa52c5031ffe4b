"""Classes of people by the way to one certification, and one profile for each.

The way to a certification (its plan, and the grades of the plan) depends only on what leads there,
so people are classified once for every destination. Equal signatures have equal plans; `reduction`
checks that against all people.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import dataclass

from msgspec.structs import replace

from pmo_path.conditions.evaluate import evaluate
from pmo_path.conditions.inspect import facts_read
from pmo_path.engine.destinations import destination_levels
from pmo_path.engine.situation import Case, is_new, read_case
from pmo_path.model.on_day import Day
from pmo_path.profile.meanings import YES_NO
from pmo_path.profile.profile import Held, Profile
from proof.answers import answers_to, offices, whos
from proof.cells import award, members_of
from proof.held import Key, matters_lapsed
from proof.signatures import compared_on_the_way, exact, fit_for, rough, way_back


@dataclass(frozen=True, slots=True)
class Person:
    """A profile without awards that represents its class, and the certification of the class."""

    destination: str
    profile: Profile
    alike: tuple[tuple[str, ...], ...]  # groups of equivalent awards that can matter


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
            tuple(rule.id for rule in case.met.applied if not rule.caution),
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
