"""The truth of a condition where everything is known, from nothing but its shape."""

from __future__ import annotations

from strategies import (
    World,
)

from pmo_path.conditions.syntax import (
    ORDERED,
    Combine,
    Compare,
    Condition,
    Includes,
    Named,
    Not,
)


def truth_of(condition: Condition, world: World) -> bool:
    """Answer a condition where everything is known: two values, and nothing of the package but its
    shapes.
    """
    match condition:
        case Compare(fact, how, limit):
            value = world[fact]
            if isinstance(limit, str):
                value, limit = ORDERED[fact].index(value), ORDERED[fact].index(limit)
            tests: dict[str, bool] = {
                "at least": value >= limit,
                "at most": value <= limit,
                "more than": value > limit,
                "less than": value < limit,
                "is": value == limit,
            }
            return tests[how]
        case Includes(fact, how, members):
            return (any if how == "any" else all)(one in world[fact] for one in members)
        case Not(part):
            return not truth_of(part, world)
        case Named(_, _, part):
            return truth_of(part, world)
        case Combine(count, parts):
            return sum(truth_of(part, world) for part in parts) >= count
