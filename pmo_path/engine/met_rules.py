"""The rules whose conditions a person meets."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from pmo_path.conditions.evaluate import evaluate
from pmo_path.conditions.facts import Facts
from pmo_path.conditions.inspect import facts_read
from pmo_path.core.memory import remembered
from pmo_path.model.on_day import Day
from pmo_path.model.rules import Rule


@remembered(8)
def _rules_by_facts(day: Day) -> Mapping[tuple[str, ...], tuple[Rule, ...]]:
    """Return the rules of a day by the facts that they read."""
    reads = {rule.id: tuple(sorted(facts_read(rule.if_))) for rule in day.rules}
    return {
        facts: tuple(rule for rule in day.rules if reads[rule.id] == facts)
        for facts in dict.fromkeys(reads.values())
    }


def _group_key(day: Day, reads: tuple[str, ...], facts: Facts) -> tuple[Any, ...]:
    return day, reads, facts.cache_key(reads)


@remembered(10_000, key=_group_key)
def _met_of(day: Day, reads: tuple[str, ...], facts: Facts) -> frozenset[str]:
    """Return which of the rules that read the same facts are met, by id."""
    rules = _rules_by_facts(day)[reads]
    return frozenset(rule.id for rule in rules if evaluate(rule.if_, facts).truth)


Met = tuple[tuple[Rule, ...], Mapping[str, tuple[Rule, ...]], Mapping[str, tuple[Rule, ...]]]


@remembered(8)
def _read_by_rules(day: Day) -> tuple[str, ...]:
    """Return the facts that the rules of a day read."""
    return tuple(dict.fromkeys(fact for rule in day.rules for fact in facts_read(rule.if_)))


def _key(day: Day, facts: Facts, readings: list[Facts]) -> tuple[Any, ...]:
    reads = _read_by_rules(day)
    return day, tuple([reading.cache_key(reads) for reading in (facts, *readings)])


@remembered(10_000, key=_key)
def met_rules(day: Day, facts: Facts, readings: list[Facts]) -> Met:
    """Return the rules that apply; by certification, those that advise it and those against it."""
    met, by_reading = (
        _all_met_of(day, facts),
        frozenset[str]().union(*(_all_met_of(day, reading) for reading in readings)),
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


def _all_met_of(day: Day, facts: Facts) -> frozenset[str]:
    return frozenset[str]().union(*(_met_of(day, reads, facts) for reads in _rules_by_facts(day)))


def _by_certification(
    rules: Iterable[Rule], named: Mapping[str, frozenset[str]]
) -> dict[str, tuple[Rule, ...]]:
    by_certification: dict[str, tuple[Rule, ...]] = {}
    for rule in rules:
        for certification in named[rule.id]:
            by_certification[certification] = (*by_certification.get(certification, ()), rule)
    return by_certification
