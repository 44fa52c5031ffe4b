"""Sufficient reasons and contrasts of a verdict, as minimal sets of facts.

A reason settles the verdict whatever the other facts are; a contrast, were it open, would leave
the verdict open. Both are minimal by inclusion, and are the minimal hitting sets of each other.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Sequence

from pmo_path.conditions.evaluate import evaluate
from pmo_path.conditions.facts import Facts
from pmo_path.conditions.inspect import facts_read
from pmo_path.conditions.syntax import Condition


def sufficient_reasons(condition: Condition, facts: Facts) -> tuple[frozenset[str], ...]:
    """Return the minimal sets of facts that settle the verdict; none where it is unknown."""
    read = facts_read(condition)
    all_facts = frozenset(read)

    def settles(kept: frozenset[str]) -> bool:
        return evaluate(condition, facts.free(all_facts - kept)).truth is not None

    return _minimal(read, settles)


def contrasts(condition: Condition, facts: Facts) -> tuple[frozenset[str], ...]:
    """Return the minimal sets of facts that, were they open, would leave the verdict open.

    Only tests use them: by their duality with `sufficient_reasons` each checks the other.
    """

    def unsettles(freed: frozenset[str]) -> bool:
        return evaluate(condition, facts.free(freed)).truth is None

    if unsettles(frozenset()):
        return ()
    return _minimal(facts_read(condition), unsettles)


def _minimal(
    read: Sequence[str], test: Callable[[frozenset[str]], bool]
) -> tuple[frozenset[str], ...]:
    """Return the minimal sets that pass a monotone test: a superset of one that passes does too."""
    minimal: list[frozenset[str]] = []
    for size in range(len(read) + 1):
        for chosen in map(frozenset, itertools.combinations(read, size)):
            if not any(smaller <= chosen for smaller in minimal) and test(chosen):
                minimal.append(chosen)
    return tuple(minimal)
