"""What is left of a condition once some facts are known."""

from __future__ import annotations

from pmo_path.conditions.evaluate import kleene
from pmo_path.conditions.facts import Facts
from pmo_path.conditions.syntax import Combine, Condition, Named, Not


def remainder(condition: Condition, facts: Facts, spared: frozenset[str]) -> Condition | bool:
    """Return the part of a condition that facts leave open, or its truth where they leave none.

    Of the `spared` facts nothing is taken as known. Facts that leave the same remainder give the
    condition the same truth, whatever the spared facts and those still open turn out to be.
    """
    match condition:
        case Combine(count, parts):
            left = [remainder(part, facts, spared) for part in parts]
            needed = count - left.count(True)
            undecided = tuple(part for part in left if not isinstance(part, bool))
            if 0 < needed <= len(undecided):
                return Combine(needed, undecided)
            return needed <= 0
        case Not(part):
            inner = remainder(part, facts, spared)
            return not inner if isinstance(inner, bool) else Not(inner)
        case Named(_, _, part):
            return remainder(part, facts, spared)
    truth = None if condition.fact in spared else kleene(condition, facts)
    return condition if truth is None else truth
