"""Every condition of every day against SQLite, over all states of knowledge of its facts.

A world gives every fact one value. SQLite, which we did not write, answers every world. A state of
knowledge leaves some worlds; the expected answer is theirs if they agree, else unknown.
"""

from __future__ import annotations

import itertools
import math
import sqlite3
from collections.abc import Iterator, Mapping
from typing import Any

from pmo_path.conditions.evaluate import evaluate, kleene
from pmo_path.conditions.facts import Facts
from pmo_path.conditions.inspect import facts_read, leaves
from pmo_path.conditions.sufficient_reasons import contrasts, sufficient_reasons
from pmo_path.conditions.syntax import (
    HOLDS,
    ORDERED,
    Combine,
    Compare,
    Condition,
    Includes,
    Named,
    Not,
)
from pmo_path.core.scalars import Range
from pmo_path.model.catalogue import Catalogue
from pmo_path.model.on_day import on_day
from proof.cells import compared, members_of, moments
from proof.laws import Counts
from proof.worlds import Values, columns, facts_of, known, pairs, single


def conditions(catalogue: Catalogue) -> list[Condition]:
    """Return every condition that is in force on some day, each once."""
    by_repr: dict[str, Condition] = {}
    for moment in moments(catalogue):
        for condition in compared(on_day(catalogue, moment)):
            by_repr.setdefault(repr(condition), condition)
    return list(by_repr.values())


def sql(condition: Condition, lapsed: frozenset[str] = frozenset()) -> str:
    """Return a condition as an SQL expression; a fact that was not said is a NULL column.

    A lapsed award is not valid, whatever its column holds; a NULL column stays NULL if it could
    make a difference.
    """
    match condition:
        case Compare(fact, operator, limit):
            sign = {
                "at least": ">=",
                "at most": "<=",
                "more than": ">",
                "less than": "<",
                "is": "=",
            }[operator]
            number = ORDERED[fact].index(limit) if isinstance(limit, str) else limit
            return f'("{fact}" {sign} {number})'
        case Includes(fact, operator, members):
            over = lapsed if operator.startswith("valid") else frozenset()
            held = [
                f"({name} AND FALSE)" if member in over else name
                for member in members
                for name in [f'"{fact}:{member}"']
            ]
            return "(" + (" OR " if operator.endswith("any") else " AND ").join(held) + ")"
        case Not(part):
            return f"(NOT {sql(part, lapsed)})"
        case Named(_, _, part):
            return sql(part, lapsed)
        case Combine(0, _):
            return "TRUE"
        case Combine(count, parts):
            choices = (
                " AND ".join(sql(part, lapsed) for part in chosen)
                for chosen in itertools.combinations(parts, count)
            )
            return "(" + " OR ".join(f"({choice})" for choice in choices) + ")"


# --- worlds, and what may be known of them -------------------------------------------------


def asked(
    condition: Condition,
    read: tuple[str, ...],
    worlds: list[Values],
    lapsed: frozenset[str] = frozenset(),
) -> list[bool | None]:
    """Return SQLite's answer to a condition in every world."""
    named = {fact: sorted(set(members_of(condition, fact))) for fact in read}
    database = sqlite3.connect(":memory:")
    rows = [columns(read, world, named) for world in worlds]
    names = ", ".join(f'"{name}"' for name in (*rows[0], "_"))
    database.execute(f"CREATE TABLE worlds (number INTEGER PRIMARY KEY, {names})")
    marks = ", ".join("?" * (len(rows[0]) + 1))
    database.executemany(
        f"INSERT INTO worlds ({names}) VALUES ({marks})", [(*row.values(), 0) for row in rows]
    )
    answers = [
        answer
        for (answer,) in database.execute(
            f"SELECT {sql(condition, lapsed)} FROM worlds ORDER BY number"
        )
    ]
    database.close()
    return [None if answer is None else bool(answer) for answer in answers]


# --- the checks ------------------------------------------------------------------------------


MANY = 10_000  # states of knowledge, above which a share of them is checked


def prove(
    condition: Condition, implies: Mapping[str, frozenset[str]], counts: Counts, step: int = 1
) -> Iterator[str]:
    """Check one condition over all states of knowledge, whichever awards have lapsed.

    Of a condition with more than `MANY` states of knowledge, every `step`-th.
    """
    must_last = {
        member
        for leaf in leaves(condition)
        if isinstance(leaf, Includes) and leaf.operator.startswith("valid")
        for member in leaf.members
    }
    for size in range(len(must_last) + 1):
        for lapsed in map(frozenset, itertools.combinations(sorted(must_last), size)):
            yield from _prove(condition, implies, lapsed, counts, step)


def _prove(
    condition: Condition,
    implies: Mapping[str, frozenset[str]],
    lapsed: frozenset[str],
    counts: Counts,
    step: int,
) -> Iterator[str]:
    read = facts_read(condition)
    values = {fact: single(condition, fact, implies) for fact in read}
    truths = dict(
        zip(
            itertools.product(*(range(len(values[fact])) for fact in read)),
            asked(
                condition, read, list(itertools.product(*(values[fact] for fact in read))), lapsed
            ),
            strict=True,
        )
    )
    counts.add("worlds asked of SQLite", len(truths))
    settled: dict[tuple[frozenset[int], ...], bool | None] = {}
    states = [list(known(values[fact], fact)) for fact in read]
    share = step if math.prod(map(len, states)) > MANY else 1
    for state in itertools.islice(itertools.product(*states), 0, None, share):
        said = {fact: value for fact, (value, _) in zip(read, state, strict=True)}
        if lapsed and not (said[HOLDS] and said[HOLDS][0] == "all" and lapsed <= said[HOLDS][1]):
            continue  # only what is known to have been passed can have lapsed
        facts, left = facts_of(said, implies, lapsed), tuple(places for _, places in state)
        answers = {truths[world] for world in itertools.product(*left)}
        expected = answers.pop() if len(answers) == 1 else None
        verdict = evaluate(condition, facts)
        counts.add("states of knowledge")
        settled[left] = verdict.truth
        if verdict.truth is not expected:
            yield f"{condition}: {said}: {verdict.truth}, SQLite {expected}"
        if verdict.truth is None and not verdict.missing:
            yield f"{condition}: {said}: unknown, and nothing is missing"
        if any(not facts.open(fact) for fact in verdict.missing):
            yield f"{condition}: {said}: what is missing was said"
        counts.add("reasons against contrasts")
        yield from _reasons(condition, facts, said)
    yield from _never_contradicted(read, settled, counts)
    if not lapsed:
        yield from _not_said(
            condition, read, values, Facts(implies=pairs(implies), lapsed=lapsed), counts
        )


def _reasons(condition: Condition, facts: Facts, said: Mapping[str, Any]) -> Iterator[str]:
    read = facts_read(condition)
    why, why_not = set(sufficient_reasons(condition, facts)), set(contrasts(condition, facts))
    if evaluate(condition, facts).truth is None:
        if why or why_not:
            yield f"{condition}: {said}: reasons for what is unknown"
    elif why != hitting(why_not, read) or why_not != hitting(why, read):
        yield f"{condition}: {said}: reasons and contrasts do not hit each other"


def hitting(families: set[frozenset[str]], facts: tuple[str, ...]) -> set[frozenset[str]]:
    """Return the minimal hitting sets of some sets."""
    minimal: list[frozenset[str]] = []
    for candidate in (
        frozenset(chosen)
        for size in range(len(facts) + 1)
        for chosen in itertools.combinations(facts, size)
    ):
        if all(candidate & family for family in families) and not any(
            less <= candidate for less in minimal
        ):
            minimal.append(candidate)
    return set(minimal)


def _never_contradicted(
    read: tuple[str, ...], settled: Mapping[tuple[frozenset[int], ...], bool | None], counts: Counts
) -> Iterator[str]:
    """A definite answer stays when one more fact is known to be one of fewer values."""
    narrower = [sorted({left[place] for left in settled}, key=len) for place in range(len(read))]
    for left, truth in settled.items():
        if truth is None:
            continue
        for place, places in enumerate(left):
            for less in narrower[place]:
                after = (*left[:place], less, *left[place + 1 :])
                if less < places and after in settled:
                    counts.add("answers added to a settled verdict")
                    if settled[after] is not truth:
                        yield f"{read}: {left} is {truth}, {after} is {settled[after]}"


def _not_said(
    condition: Condition,
    read: tuple[str, ...],
    values: Mapping[str, list[Any]],
    nothing: Facts,
    counts: Counts,
) -> Iterator[str]:
    """Strong Kleene answers are SQLite's own where facts that were not said are NULL."""
    worlds = list(itertools.product(*((None, *values[fact]) for fact in read)))
    for world, answer in zip(worlds, asked(condition, read, worlds, nothing.lapsed), strict=True):
        facts = nothing
        for fact, value in zip(read, world, strict=True):
            if value is not None:
                facts = facts.set(fact, Range(value, value) if isinstance(value, float) else value)
        counts.add("rows with NULL asked of SQLite")
        # A comparison that every value meets is settled for us where SQLite has NULL.
        if kleene(condition, facts) is not (
            evaluate(condition, facts).truth if answer is None else answer
        ) and (answer is not None or kleene(condition, facts) is not None):
            yield f"{condition}: {world}: {kleene(condition, facts)}, SQLite {answer}"
