"""The rules whose conditions a person meets."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from pmo_path.conditions.evaluate import evaluate
from pmo_path.conditions.facts import Facts
from pmo_path.conditions.inspect import facts_read, reads_of
from pmo_path.conditions.syntax import Combine
from pmo_path.core.memory import remembered
from pmo_path.model.on_day import Day
from pmo_path.model.rules import Rule

Met = tuple[tuple[Rule, ...], Mapping[str, tuple[Rule, ...]], Mapping[str, tuple[Rule, ...]]]


def _key(day: Day, facts: Facts, readings: list[Facts]) -> tuple[Any, ...]:
    reads = reads_of(_all_conditions(day))
    return day, tuple([reading.cache_key(*reads) for reading in (facts, *readings)])


@remembered(8)
def _all_conditions(day: Day) -> Combine:
    return Combine(1, tuple(rule.if_ for rule in day.rules))


@remembered(1024, key=_key)
def met_rules(day: Day, facts: Facts, readings: list[Facts]) -> Met:
    """Return the rules that apply; by certification, those that advise it and those against it."""
    met, by_reading = (
        _all_met(day, facts),
        frozenset[str]().union(*(_all_met(day, reading) for reading in readings)),
    )
    # Of an ambiguous level, one reading is enough for a rule that advises.
    applied = tuple(
        rule for rule in day.rules if rule.id in met or (rule.prefer and rule.id in by_reading)
    )
    return (
        applied,
        _by_certification(applied, day.prefers),
        _by_certification(applied, day.excludes),
    )


def _all_met(day: Day, facts: Facts) -> frozenset[str]:
    return frozenset[str]().union(*[_met_in(day, alike, facts) for alike in _alike(day)])


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


def _met_key(day: Day, alike: Combine, facts: Facts) -> tuple[Any, ...]:
    return day, alike, facts.cache_key(*reads_of(alike))


@remembered(10_000, key=_met_key)
def _met_in(day: Day, alike: Combine, facts: Facts) -> frozenset[str]:
    """Return which of some rules that read much the same facts are met, by id."""
    rules = _alike(day)[alike]
    return frozenset(rule.id for rule in rules if evaluate(rule.if_, facts).truth)


def _by_certification(
    rules: Iterable[Rule], named: Mapping[str, frozenset[str]]
) -> dict[str, tuple[Rule, ...]]:
    by_certification: dict[str, tuple[Rule, ...]] = {}
    for rule in rules:
        for certification in named[rule.id]:
            by_certification[certification] = (*by_certification.get(certification, ()), rule)
    return by_certification
