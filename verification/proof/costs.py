"""What a person may change, and what it costs in months, by the table of facts alone.

Derived here anew, not with the engine's own options: the code under proof must not choose its own
test cases.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from typing import Any

from msgspec.structs import replace

from pmo_path.conditions.inspect import certifications_read, facts_read
from pmo_path.contract.advice import Change
from pmo_path.core.scalars import Range
from pmo_path.engine.climbing import levels_to_climb
from pmo_path.engine.fit import may_be_step
from pmo_path.engine.route_planning import steps_to
from pmo_path.engine.situation import Case, read_case
from pmo_path.model.on_day import Day
from pmo_path.profile.fact_row import Row
from pmo_path.profile.facts import BY_KEY, FACTS, profile_fact
from pmo_path.profile.meanings import GOALS
from pmo_path.profile.profile import Held, Profile
from proof.cells import members_of, points, thresholds

WISHES = tuple(row.key for row in FACTS if row.wish)


def entry_facts(day: Day, certification: str) -> tuple[str, ...]:
    """Return the facts that the entry requirements read and that a person can change."""
    read = dict.fromkeys(profile_fact(fact) for fact in facts_read(day.requirements(certification)))
    return tuple(fact for fact in read if BY_KEY[fact].change != "never")


def changes(case: Case, certification: str, keys: Sequence[str]) -> Iterator[tuple[float, Profile]]:
    """Yield every change of some facts with its cost, but for those that lead to a distant aim."""
    options = [
        [(0.0, getattr(case.profile, key)), *options_of(case, certification, key)] for key in keys
    ]
    for chosen in itertools.product(*options):
        cost = sum(cost for cost, _ in chosen)
        after = replace(
            case.profile, **{key: value for key, (_, value) in zip(keys, chosen, strict=True)}
        )
        if cost > 0 and not is_distant(case.day, after):
            yield cost, after


def is_distant(day: Day, profile: Profile) -> bool:
    """Whether a person aims for a level so far up that the levels between are climbed."""
    return profile.target_level is not None and bool(levels_to_climb(read_case(day, profile)))


def options_of(case: Case, certification: str, key: str) -> Iterator[tuple[float, Any]]:
    """Yield what one fact may be changed to, with the cost."""
    row, need = BY_KEY[key], case.day.requirements(certification)
    if row.change == "never":
        return
    if row.kind == "number":
        now = getattr(case.profile, key) or Range(0, 0)
        for point in points(thresholds([need], key), row.whole):
            if point > now.low:
                yield (point - now.low) * row.effort, Range(point, point)
    elif row.kind == "choice":
        yield from _choices(case, row)
    elif key == "goals":
        yield from (
            (row.effort, (goal,)) for goal in GOALS if goal not in (case.profile.goals or ())
        )
    elif key == "works_with":
        yield from (
            (row.effort, (value,))
            for value in row.values
            if value not in (case.profile.works_with or ())
        )
    elif key == "reads":
        known = case.profile.reads or ()
        codes = sorted(set(members_of(need, key)) - set(known))
        yield from ((row.effort, (*known, code)) for code in codes)
    elif row.kind == "holds":
        yield from _awards(case, certification)


def _choices(case: Case, row: Row) -> Iterator[tuple[float, str]]:
    current = as_it_is(case, row.key)
    for place, value in enumerate(row.values):
        if value != current and (
            row.change == "any" or place > (row.values.index(current) if current else 0)
        ):
            yield _steps(case, row.key, value) * row.effort, value


def _awards(case: Case, certification: str) -> Iterator[tuple[float, Any]]:
    for other in certifications_read(case.day.requirements(certification)):
        if case.day.catalogue.certifications[other].kind == "neighbour" or case.holds(other):
            continue
        steps = steps_to(case, other) if may_be_step(case, other) else None
        if steps:
            yield float(len(steps)), (*(case.profile.holds or ()), *map(Held, steps))


def effort(case: Case, change: Change) -> float:
    """Return what a change that was named costs."""
    row, to = BY_KEY[change.fact], change.to
    if row.kind == "holds":
        return float(len(to) - len(case.profile.holds or ()))
    if row.kind == "number":
        now = getattr(case.profile, row.key) or Range(0, 0)
        return float((float(to) - now.low) * row.effort)
    if row.kind == "choice":
        return _steps(case, row.key, str(to)) * row.effort
    return row.effort


def as_it_is(case: Case, fact: str) -> Any:
    """Return a choice as it is; a level that was not said, as it is read."""
    value = getattr(case.profile, fact)
    return (
        case.level.levels[0]
        if fact == "experience_level" and value is None and case.level.levels
        else value
    )


def _steps(case: Case, fact: str, to: str) -> int:
    """Return how far a value lies from the present one: for a level to reach that was not said,
    from where the person works. Kinds of PMO have no order.
    """
    if fact == "target_pmo_type":
        return 1
    values, current = BY_KEY[fact].values, as_it_is(case, fact)
    if fact == "target_level" and current is None:
        current = as_it_is(case, "experience_level")
    return max(1, abs(values.index(to) - (values.index(current) if current else 0)))
