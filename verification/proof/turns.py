"""What changes lead to for a class of people: the ways before and after each, at its cost."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from msgspec.structs import replace

from pmo_path.conditions.evaluate import evaluate
from pmo_path.conditions.inspect import leaves
from pmo_path.engine.destinations import destination_levels
from pmo_path.engine.situation import Case
from pmo_path.model.on_day import Day
from pmo_path.profile.facts import AIMS
from pmo_path.profile.profile import Profile
from proof.answers import NUMERIC
from proof.costs import changes
from proof.flips import (
    Changing,
    about,
    case_for,
    compared_leaves,
    rests,
    rules_on_the_way,
    values_of,
    way_seen,
)
from proof.held import Key


@dataclass(frozen=True, slots=True)
class Turn:
    """A class of people who may come to be advised: the cost and way (a number) of each change."""

    profile: Profile
    now: int
    led: tuple[tuple[float, int], ...]


class Ways:
    """Signatures of people on the way to one certification, numbered, each with a profile."""

    def __init__(self, day: Day, target: Changing) -> None:
        self.day, self.target = day, target
        self.profiles: list[Profile] = []
        self._numbers: dict[Key, int] = {}
        self._known: dict[tuple[Key, Profile], int] = {}

    def number(self, case: Case, rough: Key, office: Profile) -> int:
        """Return the number of the signature of a person in a kind of office."""
        known = self._known.get((rough, office))
        if known is None:
            there = _placed(case, office)
            known = self._numbers.setdefault(
                way_seen(there, self.target.certification), len(self.profiles)
            )
            if known == len(self.profiles):
                self.profiles.append(there.profile)
            self._known[rough, office] = known
        return known


def turns(day: Day, target: Changing, step: int = 1) -> tuple[Ways, list[Turn]]:
    """Return a representative of every class of changes; with a `step`, of a share of them."""
    keys = [key for key in target.keys if key != "holds"]
    values = [values_of(day, target.certification, key) for key in keys]
    every = [dict(zip(keys, chosen, strict=True)) for chosen in itertools.product(*values)]
    rules = {
        leaf.fact
        for condition in about(day, target.certification)[
            : len(rules_on_the_way(day, target.certification))
        ]
        for leaf in leaves(condition)
    }
    alone = [
        key for key in keys if key not in rules and key not in (*NUMERIC, *AIMS, "experience_level")
    ]
    first = [change for change in every if all(change[key] is None for key in alone)]
    ways, classes, met = Ways(day, target), {}, set()
    for rest, kinds in itertools.islice(rests(day, target), 0, None, step):
        if (mark := (kinds[0], *_seen(day, target, rest, kinds[0], first))) in met:
            continue
        met.add(mark)
        cases = [
            case_for(day, target.certification, _in(replace(rest, **change), kinds[0]))
            for change in every
        ]
        rough = [_roughly(case, target) for case in cases]
        for office in kinds:
            led = tuple(
                ways.number(case, key, office) for case, key in zip(cases, rough, strict=True)
            )
            if led not in met:
                met.add(led)
                after = {
                    _values(case.profile, keys): number
                    for case, number in zip(cases, led, strict=True)
                }
                for case in cases:
                    _add(classes, target, _placed(case, office), after, keys)
    return ways, list(classes.values())


def _seen(
    day: Day, target: Changing, rest: Profile, office: Profile, first: list[dict[str, Any]]
) -> Iterator[Key]:
    for change in first:
        yield _roughly(
            case_for(day, target.certification, _in(replace(rest, **change), office)), target
        )


def _add(
    classes: dict[Key, Turn],
    target: Changing,
    case: Case,
    after: Mapping[Key, int],
    keys: list[str],
) -> None:
    if target.may_be(case):
        led = (
            (cost, after[_values(after_change, keys)])
            for cost, after_change in changes(case, target.certification, keys)
        )
        turn = Turn(case.profile, after[_values(case.profile, keys)], tuple(sorted(led)))
        classes.setdefault((turn.now, turn.led), turn)


def _in(profile: Profile, office: Profile) -> Profile:
    return replace(profile, pmo_types=office.pmo_types, target_pmo_type=office.target_pmo_type)


def _placed(case: Case, office: Profile) -> Case:
    wanted = (office.target_pmo_type,) if office.target_pmo_type else office.pmo_types
    return replace(case, profile=_in(case.profile, office), wanted_types=wanted)


def _roughly(case: Case, target: Changing) -> Key:
    """Return a signature of a person apart from the office: sufficient, but not minimal."""
    return (
        case.level.levels,
        tuple(destination_levels(case.profile, (level,)) for level in case.level.levels),
        case.destination,
        tuple(rule.id for rule in case.met.applied),
        tuple(
            evaluate(leaf, case.facts).truth
            for leaf in compared_leaves(case.day, target.certification)
        ),
    )


def _values(profile: Profile, keys: Iterable[str]) -> Key:
    return tuple(getattr(profile, key) for key in keys)
