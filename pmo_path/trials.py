"""Trying answers: what may be said to an open fact, and which open facts a decision hangs on.

There is one value for every cell that the catalogue's conditions and the reading of the level
can tell apart, so what is tried is everything that could make a difference.
"""

from __future__ import annotations

import itertools
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

from pmo_path.case import Case
from pmo_path.conditions import Combine, Compare, Condition, Includes, certifications_read, facts_read, leaves
from pmo_path.decision import Decision
from pmo_path.evaluation import Facts, evaluate, kleene, representatives
from pmo_path.facts import FACTS, LEVELS, Row
from pmo_path.knowledge import Day
from pmo_path.levels import READS, level_facts, read_level
from pmo_path.profile import Held, Profile
from pmo_path.routes import advisable, fit_of
from pmo_path.values import Range

# What the wanted level is worked out from, beside the level itself.
_AIMS = ("goals", "target_level")


def is_said(profile: Profile, row: Row) -> bool:
    """Whether a fact has one value: it was said, and not as a range."""
    value = getattr(profile, row.key)
    return value is not None and not (isinstance(value, Range) and value.low != value.high)


def answers(day: Day, profile: Profile, row: Row) -> Iterator[tuple[str, Any]]:
    """Yield answers to a fact, one for every cell, each with its words; of a list, one item at a time."""
    if row.key == "target_level":
        yield from ((value, value) for value in row.values[_lowest(day, profile) :])
    elif row.kind == "choice":
        yield from ((value, value) for value in row.values)
    elif row.kind == "choices":
        yield from ((value, (value,)) for value in row.values)
    elif row.kind == "number":
        yield from ((str(number), number) for number in _numbers(day, profile, row))
    elif row.kind == "holds":
        yield "none", ()
        for certification in day.catalogue.certifications:
            yield certification, (Held(certification),)
    else:
        read = sorted(set(_codes(day, row.key)))
        yield from ((code, (code,)) for code in read)
        yield "none of these", ("en",) if "en" not in read else ()


def combinations(row: Row, named: Collection[str]) -> Iterator[Any]:
    """Yield the answers to a fact that name several items of a list, or none of them.

    Of certifications, those that some condition names: of the others, to hold one is enough
    to change whatever holding them can change.
    """
    if row.key == "goals":
        yield ()
    items = [Held(one) for one in sorted(named)] if row.kind == "holds" else list(row.values)
    if row.many:
        for size in range(2, len(items) + 1):
            yield from itertools.combinations(items, size)


def distinct(decision: Decision, row: Row) -> Iterator[Any]:
    """Yield one answer to a fact for all that no condition still open can tell apart, combinations last."""
    case = decision.case
    compared = [leaf for condition in unsettled(decision) for leaf in leaves(condition) if leaf.fact == row.key]
    offered = [one for one in case.day.catalogue.certifications.values() if case.day.offered(one.id)]
    named = {one for leaf in compared if isinstance(leaf, Includes) for one in leaf.members}
    seen = set()
    alone = (value for _, value in answers(case.day, case.profile, row))
    for value in itertools.chain(alone, combinations(row, named)):
        key: list[Any] = [kleene(leaf, Facts().set(row.key, _member(value))) for leaf in compared]
        if row.names == "level":  # no condition compares it as the person says it
            key.append(value)
        elif row.key == "goals":
            key.append("next-level" in value)
        elif row.key == "pmo_types":
            key += [any(place.type in value for place in one.pmo_types) for one in offered]
        elif row.kind == "holds":
            key += [one.certification for one in value]
        if (mark := tuple(key)) not in seen:
            seen.add(mark)
            yield value


def together(decision: Decision, rows: Sequence[Row]) -> Iterator[Mapping[str, Any]]:
    """Yield answers to several facts, one set for all that settle the same conditions; the fewest answers first."""
    case = decision.case
    keys = {row.key for row in rows}
    conditions = [one for one in unsettled(decision) if keys & set(facts_read(one))]
    values = {row.key: list(distinct(decision, row)) for row in rows}
    seen = set()
    for size in range(len(rows) + 1):
        for some in itertools.combinations(rows, size):
            for chosen in itertools.product(*(values[row.key] for row in some)):
                facts = case.facts
                for row, value in zip(some, chosen, strict=True):
                    facts = facts.set(row.key, _member(value))
                mark = tuple(kleene(condition, facts) for condition in conditions)
                if mark not in seen:
                    seen.add(mark)
                    yield {row.key: value for row, value in zip(some, chosen, strict=True)}


def _member(value: Any) -> Range | str | frozenset[str]:
    """Return an answer in the form that conditions read."""
    if isinstance(value, tuple):
        return frozenset(one.certification if isinstance(one, Held) else one for one in value)
    return value  # type: ignore[no-any-return]


def unsettled(decision: Decision) -> list[Condition]:
    """Return the conditions that more answers may still settle, and those from which a level is read."""
    case = decision.case
    found = [rule.if_ for rule in case.day.rules if kleene(rule.if_, case.facts) is None]
    for one in sorted(_ever_reachable(case.day)):
        requirements = case.day.requirements(one)
        if None in (kleene(requirements, facts) for facts in (case.facts, case.after(named_by(case, one)))):
            found.append(requirements)
    return [*found, *READS, *_bands(case.day)]


def named_by(case: Case, certification: str) -> tuple[str, ...]:
    """Return the certifications that entry requirements name: a route may hold them by then."""
    return certifications_read(case.day.requirements(certification))


def consulted(decision: Decision) -> frozenset[str]:
    """Return the open facts of a profile that a decision hangs on; to answer another alone changes nothing.

    A fact outside may come to matter once one of these is answered.
    """
    case = decision.case
    read = {"holds", *level_facts(case.day.catalogue, case.profile)}
    for rule in case.day.rules:
        read.update(evaluate(rule.if_, case.facts).missing)
    for one in _reachable(case):
        read.update(case.eligibility(one).missing, case.eligibility(one, named_by(case, one)).missing)
    if case.profile.target_level is None:
        read.update(_AIMS)
    if case.profile.target_pmo_type is None:
        read.add("pmo_types")
    return frozenset(row.key for row in FACTS if row.key in read and not is_said(case.profile, row))


def _reachable(case: Case) -> set[str]:
    """Return the certifications that may be a destination now, and what their entry requirements name."""
    certifications = case.day.catalogue.certifications.values()
    return _with_named(case.day, [one.id for one in certifications if fit_of(case, one) and advisable(case, one.id)])


def _ever_reachable(day: Day) -> set[str]:
    """Return the certifications that may be a destination for somebody, and what their entry requirements name."""
    advised = frozenset().union(*day.prefers.values())
    certifications = day.catalogue.certifications.values()
    return _with_named(day, [one.id for one in certifications if one.career_levels or one.id in advised])


def _with_named(day: Day, todo: list[str]) -> set[str]:
    found: set[str] = set()
    while todo:
        one = todo.pop()
        if one not in found:
            found.add(one)
            todo += certifications_read(day.requirements(one))
    return found


def everything(day: Day) -> Condition:
    """Return all that is compared on a day, as one condition: its leaves give the thresholds."""
    conditions: list[Condition] = [rule.if_ for rule in day.rules]
    conditions += [day.requirements(one) for one in day.catalogue.certifications]
    return Combine(1, (*conditions, *READS, *_bands(day)))


def _bands(day: Day) -> Iterator[Condition]:
    for level in day.catalogue.levels.values():
        yield Compare("years_in_pmo", "at least", float(level.years.low or 0))


def _numbers(day: Day, profile: Profile, row: Row) -> Iterator[Range]:
    known = getattr(profile, row.key)
    facts = Facts(numbers={row.key: known} if known else {})
    for number in representatives(everything(day), facts, row.key):
        if isinstance(number, Range) and (not row.whole or number.low.is_integer()):
            yield number


def _lowest(day: Day, profile: Profile) -> int:
    """Nobody is asked whether they aim below where they work."""
    return min((LEVELS.index(one) for one in read_level(day.catalogue, profile).levels), default=0)


def _codes(day: Day, fact: str) -> Iterator[str]:
    for leaf in leaves(everything(day)):
        if isinstance(leaf, Includes) and leaf.fact == fact:
            yield from leaf.members
