"""Classes of people for the cheapest change: what the changes that a person may make can lead to.

Whether a certification is advised after a change hangs on the way to each destination that may
lead through it (`over`), so that is what is seen of a person before and after every change they may
make. People for whom it is the same, at the same costs, are one class.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from msgspec.structs import replace

from pmo_path.conditions.evaluate import evaluate
from pmo_path.conditions.inspect import leaves
from pmo_path.conditions.syntax import Condition
from pmo_path.engine.career_level import read_level
from pmo_path.engine.climbing import levels_to_climb
from pmo_path.engine.decision import above_destination
from pmo_path.engine.fit import excluded_by, level_distance
from pmo_path.engine.situation import Case, destination_levels, is_new, read_case
from pmo_path.model.catalogue import Catalogue
from pmo_path.model.on_day import Day
from pmo_path.profile.facts import EDUCATION, LEVELS, YES_NO
from pmo_path.profile.profile import Profile
from proof.answers import NUMERIC, answers_to, leads_to, offices, tellings
from proof.cells import GOAL_LISTS, members_of, numbers, seen_of
from proof.costs import AIMS, changes, entry_facts
from proof.held import Key, alike
from proof.people import compared_on_the_way, fit_for, on_the_way_to, planned, way_back

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
        one
        for one in day.destinations
        if one != certification and certification in way_back(day, one)
    )
    return (certification, *ends)


def advised(case: Case, certification: str) -> bool:
    """Whether a certification is a step of the plan to some destination; nobody here has a distant aim."""
    for end in over(case.day, certification):
        plan = planned(case, end)
        if plan and certification in plan.steps:
            return True
    return False


def way_seen(case: Case, certification: str) -> Key:
    """Return what decides, awards apart, whether a certification is advised."""
    found: list[Any] = []
    for end in over(case.day, certification):
        if fit_for(case, end) is None:
            found.append(None)
            continue
        names, tables = on_the_way_to(case, end)
        excluded = tuple(one for one in names if excluded_by(case, one))
        made_for = frozenset(
            one.level for one in case.day.catalogue.certifications[end].career_levels
        )
        leading = [
            one for one in case.level.levels if destination_levels(case.profile, (one,)) & made_for
        ]
        lowest = min(map(LEVELS.index, leading or case.level.levels), default=None)
        found.append((excluded, tables, lowest, _shut_by_awards(case, end)))
    return tuple(found)


def _shut_by_awards(case: Case, certification: str) -> bool:
    """Whether to hold what is made for higher levels puts a certification below somebody whose level is not known."""
    made_for = [
        LEVELS.index(one.level)
        for one in case.day.catalogue.certifications[certification].career_levels
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
        one = case.day.catalogue.certifications[self.certification]
        if self.verdict == "later":
            return above_destination(case, one)
        return (
            level_distance(case, one) == 0
            and not excluded_by(case, one.id)
            and not above_destination(case, one)
        )


def changing(day: Day) -> Iterator[Changing]:
    """Yield what a cheapest change is worked out for on a day."""
    for one, certification in day.catalogue.certifications.items():
        made_for = [LEVELS.index(each.level) for each in certification.career_levels]
        if certification.kind == "neighbour" or not made_for or not day.offered(one):
            continue
        if min(made_for) > 0:
            yield Changing(one, "later", AIMS)
        if keys := entry_facts(day, one):
            yield Changing(one, "not_eligible", keys)


# --- everybody, the facts of the change apart ------------------------------------------------


@cache
def on_the_way(day: Day, certification: str) -> tuple[str, ...]:
    """Return the certifications on the way to the destinations that may lead through one."""
    return tuple(
        sorted({other for end in over(day, certification) for other in way_back(day, end)})
    )


@cache
def _effects(day: Day, certification: str) -> frozenset[str]:
    ends, names = set(over(day, certification)), set(on_the_way(day, certification))
    return frozenset(
        one.id for one in day.rules if day.prefers[one.id] & ends or day.excludes[one.id] & names
    )


def case_for(day: Day, certification: str, profile: Profile) -> Case:
    """Return a case read by those rules alone that have a say in whether a certification is advised: much quicker."""
    return replace(read_case(_with_effects(day, certification), profile), day=day)


@cache
def _with_effects(day: Day, certification: str) -> Day:
    return replace(
        day, rules=tuple(one for one in day.rules if one.id in _effects(day, certification))
    )


@cache
def _leaves(day: Day, certification: str) -> tuple[Any, ...]:
    return compared_on_the_way(day, on_the_way(day, certification))


def about(day: Day, certification: str) -> list[Condition]:
    """Return the conditions that have a say in whether a certification is advised."""
    effects = _effects(day, certification)
    needs = (day.requirements(one) for one in on_the_way(day, certification))
    return [*(one.if_ for one in day.rules if one.id in effects), *needs]


def values_of(day: Day, certification: str, key: str) -> list[Any]:
    """Return every value of a fact that conditions, or the cost of changing it, can tell apart."""
    if key in CHOICES:
        return [None, *CHOICES[key]]
    if key == "goals":
        return list(GOAL_LISTS)
    if key == "reads":
        codes = sorted(set(members_of(day.requirements(certification), key)))
        return [None, (), *((one,) for one in codes)]
    found: dict[Any, Any] = {}
    comparing = about(day, certification)
    for number in numbers(comparing, key):
        low = number.low if number else None
        some = number is not None and number.high > 0
        found.setdefault((low, some, seen_of(key, number, comparing)), number)
    return list(found.values())


def rests(day: Day, what: Changing) -> Iterator[tuple[Profile, list[Profile]]]:
    """Yield everybody that can be told apart, without the facts of the change and awards, with kinds of office."""
    comparing = about(day, what.certification)
    goals = {
        (*leads_to(one), seen_of("goals", one, comparing)): one for one in reversed(GOAL_LISTS)
    }
    ways: dict[str, list[Any]] = {
        "target_level": [None, *LEVELS],
        "goals": list(goals.values()),
        "education": list(
            {seen_of("education", one, comparing): one for one in (*EDUCATION, None)}.values()
        ),
        "pmo_education_hours": answers_to("pmo_education_hours", comparing),
        "reads": [
            None,
            ("en",),
            *((one,) for need in comparing for one in members_of(need, "reads")),
        ],
        "experience_accepted": list(
            {
                seen_of("experience_accepted", one, comparing): one for one in (*YES_NO, None)
            }.values()
        ),
    }
    apart = {key: values for key, values in ways.items() if key not in what.keys}
    groups = offices(day)
    if not {leaf.fact for one in comparing for leaf in leaves(one)} & {
        "pmo_types",
        "target_pmo_type",
    }:
        groups = [[office for kinds in groups for office in kinds]]
    for kinds in groups:
        for level in _levels(day, what, comparing):
            for some in itertools.product(*apart.values()):
                said = dict(zip(apart, some, strict=True))
                yield replace(level, **said), kinds


def _levels(day: Day, what: Changing, comparing: list[Condition]) -> tuple[Profile, ...]:
    read = tuple(leaf for one in comparing for leaf in leaves(one) if leaf.fact in NUMERIC)
    changed = {
        key: tuple(values_of(day, what.certification, key)) for key in NUMERIC if key in what.keys
    }
    return _ways_to_tell(
        day.catalogue,
        tuple(dict.fromkeys(read)),
        "experience_level" in what.keys,
        tuple(changed.items()),
    )


@cache
def _ways_to_tell(
    catalogue: Catalogue,
    read: tuple[Condition, ...],
    levels_apart: bool,
    changed: tuple[tuple[str, Any], ...],
) -> tuple[Profile, ...]:
    """Return a profile for every way to tell the level, under every value of the facts of the change."""
    found: dict[Any, Profile] = {}
    without = [fact for fact, _ in changed] + ["experience_level"] * levels_apart
    tried = [
        dict(zip(dict(changed), some, strict=True))
        for some in itertools.product(*dict(changed).values())
    ]
    seen = cache(lambda fact, value: seen_of(fact, value, read))
    for profile, levels in tellings(catalogue):
        if any(getattr(profile, fact) is not None for fact in without):
            continue
        told = (
            [read_level(catalogue, replace(profile, **some)).levels for some in tried]
            if changed
            else [levels]
        )
        said = (seen(fact, getattr(profile, fact)) for fact in NUMERIC if fact not in without)
        found.setdefault((tuple(told), *said), profile)
    return tuple(found.values())


# --- one person for each class ---------------------------------------------------------------


@cache
def awards_of(day: Day, certification: str) -> tuple[tuple[str, ...], ...]:
    """Return the awards that can matter, those that do the same together."""
    return alike(day, certification, on_the_way(day, certification))


@dataclass(frozen=True, slots=True)
class Turn:
    """A class of people who may come to be advised: where each change leads (a way, by number), and its cost."""

    profile: Profile
    now: int
    led: tuple[tuple[float, int], ...]


class Ways:
    """What is seen of people on the way to one certification, numbered, with a profile for each."""

    def __init__(self, day: Day, what: Changing) -> None:
        self.day, self.what = day, what
        self.profiles: list[Profile] = []
        self._numbers: dict[Key, int] = {}
        self._known: dict[tuple[Key, Profile], int] = {}

    def number(self, case: Case, rough: Key, office: Profile) -> int:
        """Return the number of what is seen of a person in a kind of office."""
        found = self._known.get((rough, office))
        if found is None:
            there = _placed(case, office)
            found = self._numbers.setdefault(
                way_seen(there, self.what.certification), len(self.profiles)
            )
            if found == len(self.profiles):
                self.profiles.append(there.profile)
            self._known[rough, office] = found
        return found


def turns(day: Day, what: Changing, step: int = 1) -> tuple[Ways, list[Turn]]:
    """Return a person for everything that can be seen of a change; with a `step`, a share of the rests."""
    keys = [key for key in what.keys if key != "holds"]
    values = [values_of(day, what.certification, key) for key in keys]
    every = [dict(zip(keys, one, strict=True)) for one in itertools.product(*values)]
    rules = {
        leaf.fact
        for one in about(day, what.certification)[: len(_effects(day, what.certification))]
        for leaf in leaves(one)
    }
    alone = [
        key for key in keys if key not in rules and key not in (*NUMERIC, *AIMS, "experience_level")
    ]
    first = [one for one in every if all(one[key] is None for key in alone)]
    ways, found, met = Ways(day, what), {}, set()
    for rest, kinds in itertools.islice(rests(day, what), 0, None, step):
        if (mark := (kinds[0], *_seen(day, what, rest, kinds[0], first))) in met:
            continue
        met.add(mark)
        cases = [
            case_for(day, what.certification, _in(replace(rest, **one), kinds[0])) for one in every
        ]
        rough = [_roughly(case, what) for case in cases]
        for office in kinds:
            led = tuple(
                ways.number(case, seen, office) for case, seen in zip(cases, rough, strict=True)
            )
            if led not in met:
                met.add(led)
                after = {
                    _values(case.profile, keys): number
                    for case, number in zip(cases, led, strict=True)
                }
                for case in cases:
                    _add(found, what, _placed(case, office), after, keys)
    return ways, list(found.values())


def _seen(
    day: Day, what: Changing, rest: Profile, office: Profile, first: list[dict[str, Any]]
) -> Iterator[Key]:
    for one in first:
        yield _roughly(case_for(day, what.certification, _in(replace(rest, **one), office)), what)


def _add(
    found: dict[Key, Turn], what: Changing, case: Case, after: Mapping[Key, int], keys: list[str]
) -> None:
    if what.may_be(case):
        led = (
            (cost, after[_values(one, keys)])
            for cost, one in changes(case, what.certification, keys)
        )
        turn = Turn(case.profile, after[_values(case.profile, keys)], tuple(sorted(led)))
        found.setdefault((turn.now, turn.led), turn)


def _in(profile: Profile, office: Profile) -> Profile:
    return replace(profile, pmo_types=office.pmo_types, target_pmo_type=office.target_pmo_type)


def _placed(case: Case, office: Profile) -> Case:
    wanted = (office.target_pmo_type,) if office.target_pmo_type else office.pmo_types
    return replace(case, profile=_in(case.profile, office), wanted_types=wanted)


def _roughly(case: Case, what: Changing) -> Key:
    """Return what is seen of a person apart from the office: enough, but not the least."""
    return (
        case.level.levels,
        tuple(destination_levels(case.profile, (one,)) for one in case.level.levels),
        case.destination,
        tuple(rule.id for rule in case.applied),
        tuple(evaluate(leaf, case.facts).truth for leaf in _leaves(case.day, what.certification)),
    )


def _values(profile: Profile, keys: Iterable[str]) -> Key:
    return tuple(getattr(profile, key) for key in keys)
