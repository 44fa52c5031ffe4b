"""Inspect a condition without evaluating it: the facts it reads, what it names and always needs."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from pmo_path.conditions.syntax import HOLDS, Combine, Compare, Condition, Includes, Named, Not
from pmo_path.core.memory import remembered
from pmo_path.profile.facts import CAREER_LEVEL


def leaves(condition: Condition) -> Iterator[Compare | Includes]:
    """Yield every comparison of a condition."""
    match condition:
        case Combine(_, parts):
            for part in parts:
                yield from leaves(part)
        case Not(part) | Named(_, _, part):
            yield from leaves(part)
        case _:
            yield condition


def facts_read(condition: Condition) -> tuple[str, ...]:
    """Return the facts that a condition reads, each once, in order."""
    return tuple(dict.fromkeys(leaf.fact for leaf in leaves(condition)))


def certifications_read(condition: Condition) -> tuple[str, ...]:
    """Return the certifications that a condition names, each once, in order."""
    return members_read(condition, HOLDS)


def members_read(condition: Condition, fact: str) -> tuple[str, ...]:
    """Return the members of a set fact that a condition names, each once, in order."""
    named = (
        leaf.members
        for leaf in leaves(condition)
        if isinstance(leaf, Includes) and leaf.fact == fact
    )
    return tuple(dict.fromkeys(itertools.chain.from_iterable(named)))


@remembered(10_000)
def reads_of(condition: Condition) -> tuple[tuple[str, ...], frozenset[str] | None]:
    """Return the facts that a condition reads beside awards, and the awards that it names.

    None instead of these where it reads no awards.
    """
    read = facts_read(condition)
    beside = tuple(fact for fact in read if fact != HOLDS)
    return beside, frozenset(certifications_read(condition)) if beside != read else None


@remembered(10_000)
def without_judgements(condition: Condition) -> Condition:
    """Return a condition with our own judgements, such as career levels, replaced by never met."""
    match condition:
        case Compare(fact, _, _) if fact == CAREER_LEVEL:
            return Combine(1, ())
        case Combine(count, parts):
            return Combine(count, tuple(without_judgements(part) for part in parts))
        case Not(part):
            return Not(without_judgements(part))
        case Named(name, say, part, ours):
            return Combine(1, ()) if ours else Named(name, say, without_judgements(part))
    return condition


def must_hold(condition: Condition, valid: bool = False) -> frozenset[str]:
    """Return certifications without which a condition cannot be met.

    With `valid`, only those that must also not have lapsed. Sound, but not complete: nothing is
    derived from `not`, or from "n of" unless n is 1 or all.
    """
    match condition:
        case Includes("holds", operator, members) if operator.endswith("all") or len(members) == 1:
            return frozenset(members) if operator.startswith("valid") or not valid else frozenset()
        case Named(_, _, part):
            return must_hold(part, valid)
        case Combine(count, parts) if parts:
            needed = [must_hold(part, valid) for part in parts]
            if count == len(parts):
                return frozenset().union(*needed)
            if count == 1:
                return frozenset.intersection(*needed)
    return frozenset()
