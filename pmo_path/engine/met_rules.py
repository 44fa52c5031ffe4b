"""The rules whose conditions a person meets."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from msgspec import Struct

from pmo_path.conditions.evaluate import evaluate
from pmo_path.conditions.facts import Facts
from pmo_path.conditions.inspect import facts_read, reads_of
from pmo_path.conditions.syntax import Combine
from pmo_path.core.memory import remembered
from pmo_path.model.on_day import Day
from pmo_path.model.rules import Rule

# Which of some rules are met, by id, and the facts that leave others of them open.
_Told = tuple[frozenset[str], frozenset[str]]


class Met(Struct, frozen=True):
    """The rules that a person meets, and their ids.

    `preferred` and `excluded` give by certification those that advise it or advise against it;
    `missing` are the open facts that leave other rules open.
    """

    applied: tuple[Rule, ...]
    ids: frozenset[str]
    preferred: Mapping[str, tuple[Rule, ...]]
    excluded: Mapping[str, tuple[Rule, ...]]
    missing: frozenset[str]


def _key(day: Day, facts: Facts, readings: list[Facts]) -> tuple[Any, ...]:
    reads = reads_of(_all_conditions(day))
    return day, tuple([reading.cache_key(*reads) for reading in (facts, *readings)])


@remembered(8)
def _all_conditions(day: Day) -> Combine:
    return Combine(1, tuple(rule.if_ for rule in day.rules))


@remembered(1024, key=_key)
def met_rules(day: Day, facts: Facts, readings: list[Facts]) -> Met:
    """Return the rules that are met by `facts`, and what hangs on these."""
    met, missing = _told_of_all(day, facts)
    by_reading = frozenset[str]().union(*(_told_of_all(day, reading)[0] for reading in readings))
    # Of an ambiguous level, one reading is enough for a rule that advises.
    applied = tuple(
        rule for rule in day.rules if rule.id in met or (rule.prefer and rule.id in by_reading)
    )
    return Met(
        applied,
        frozenset([rule.id for rule in applied]),
        _by_certification(applied, day.prefers),
        _by_certification(applied, day.excludes),
        missing,
    )


def _told_of_all(day: Day, facts: Facts) -> _Told:
    told = [_told_of(day, alike, facts) for alike in _alike(day)]
    met = frozenset[str]().union(*[met for met, _ in told])
    return met, frozenset[str]().union(*[missing for _, missing in told])


@remembered(8)
def _alike(day: Day) -> Mapping[Combine, tuple[Rule, ...]]:
    """Return the rules of a day in groups, each by one condition that reads all that they read.

    A group begins with a rule; those join it that read no other facts than this one.
    """
    groups: dict[frozenset[str], list[Rule]] = {}
    reads = {rule.id: frozenset(facts_read(rule.if_)) for rule in day.rules}
    for rule in sorted(day.rules, key=lambda rule: -len(reads[rule.id])):
        widest = next((facts for facts in groups if reads[rule.id] <= facts), reads[rule.id])
        groups.setdefault(widest, []).append(rule)
    return {
        Combine(1, tuple(rule.if_ for rule in alike)): tuple(alike) for alike in groups.values()
    }


def _told_key(day: Day, alike: Combine, facts: Facts) -> tuple[Any, ...]:
    return day, alike, facts.cache_key(*reads_of(alike))


@remembered(10_000, key=_told_key)
def _told_of(day: Day, alike: Combine, facts: Facts) -> _Told:
    """Return what is told of some rules that read much the same facts."""
    told = {rule.id: evaluate(rule.if_, facts) for rule in _alike(day)[alike]}
    return (
        frozenset([rule for rule, verdict in told.items() if verdict.truth]),
        frozenset([fact for verdict in told.values() for fact in verdict.missing]),
    )


def _by_certification(
    rules: Iterable[Rule], named: Mapping[str, frozenset[str]]
) -> dict[str, tuple[Rule, ...]]:
    by_certification: dict[str, tuple[Rule, ...]] = {}
    for rule in rules:
        for certification in named[rule.id]:
            by_certification[certification] = (*by_certification.get(certification, ()), rule)
    return by_certification
