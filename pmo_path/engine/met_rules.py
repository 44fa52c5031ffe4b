"""The rules whose conditions a person meets."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from pmo_path.conditions.evaluate import evaluate
from pmo_path.conditions.facts import Facts
from pmo_path.conditions.inspect import certifications_read, facts_read
from pmo_path.conditions.syntax import Combine
from pmo_path.core.memory import remembered
from pmo_path.model.on_day import Day
from pmo_path.model.rules import Rule

Met = tuple[tuple[Rule, ...], Mapping[str, tuple[Rule, ...]], Mapping[str, tuple[Rule, ...]]]


@remembered(8)
def _read_by_rules(day: Day) -> tuple[tuple[str, ...], frozenset[str]]:
    """Return the facts that the rules of a day read, and the awards that they name."""
    every = Combine(1, tuple(rule.if_ for rule in day.rules))
    return facts_read(every), frozenset(certifications_read(every))


def _key(day: Day, facts: Facts, readings: list[Facts]) -> tuple[Any, ...]:
    reads = _read_by_rules(day)
    return day, tuple([reading.cache_key(*reads) for reading in (facts, *readings)])


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
    return frozenset[str]().union(*(_met_in(day, reads, facts) for reads in _rules_by_facts(day)))


@remembered(8)
def _rules_by_facts(day: Day) -> Mapping[tuple[str, ...], tuple[Rule, ...]]:
    """Return the rules of a day by the facts that they read."""
    reads = {rule.id: tuple(sorted(facts_read(rule.if_))) for rule in day.rules}
    return {
        facts: tuple(rule for rule in day.rules if reads[rule.id] == facts)
        for facts in dict.fromkeys(reads.values())
    }


def _group_key(day: Day, reads: tuple[str, ...], facts: Facts) -> tuple[Any, ...]:
    return day, reads, facts.cache_key(reads, _read_by_rules(day)[1])


@remembered(10_000, key=_group_key)
def _met_in(day: Day, reads: tuple[str, ...], facts: Facts) -> frozenset[str]:
    """Return which of the rules that read the same facts are met, by id."""
    rules = _rules_by_facts(day)[reads]
    return frozenset(rule.id for rule in rules if evaluate(rule.if_, facts).truth)


def _by_certification(
    rules: Iterable[Rule], named: Mapping[str, frozenset[str]]
) -> dict[str, tuple[Rule, ...]]:
    by_certification: dict[str, tuple[Rule, ...]] = {}
    for rule in rules:
        for certification in named[rule.id]:
            by_certification[certification] = (*by_certification.get(certification, ()), rule)
    return by_certification
