"""The changes of one fact that may make a certification advised, each with its effort."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from msgspec import Struct

from pmo_path.conditions.facts import Facts
from pmo_path.conditions.inspect import certifications_read, members_read
from pmo_path.conditions.partitions import representatives
from pmo_path.core.memory import remembered
from pmo_path.core.scalars import Range
from pmo_path.engine.fit import may_be_step
from pmo_path.engine.prospects import ends_through
from pmo_path.engine.route_planning import steps_to
from pmo_path.engine.situation import Case
from pmo_path.model.on_day import Day
from pmo_path.profile.fact_row import Row
from pmo_path.profile.facts import BY_KEY
from pmo_path.profile.profile import Held


class Option(Struct, frozen=True):
    """A candidate change: one fact set to one value, with its effort in months."""

    effort: float
    key: str
    value: Any


def options_for(case: Case, certification: str, key: str) -> Iterator[Option]:
    """Yield the changes of a fact that may make a certification advised."""
    row = BY_KEY[key]
    if row.change == "never":
        return
    if row.kind == "holds":
        yield from _holds(case, certification)
    elif row.kind == "number":
        yield from _numbers(case, certification, row)
    elif row.kind == "choice":
        yield from _choice(case, row)
    else:
        yield from _members(case, certification, row)


def _numbers(case: Case, certification: str, row: Row) -> Iterator[Option]:
    now = getattr(case.profile, row.key) or Range(0, 0)
    wide = Facts({row.key: Range(0, float("inf"))})
    for value in representatives(case.day.requirements(certification), wide, row.key):
        if isinstance(value, Range) and value.low > now.low:
            yield Option((value.low - now.low) * row.effort, row.key, value)


def _choice(case: Case, row: Row) -> Iterator[Option]:
    known = value_now(case, row.key)
    # Who names no level to reach is advised for their own: an aim is as far as it lies from there.
    start = known or (value_now(case, "experience_level") if row.key == "target_level" else None)
    now = row.values.index(start) if start else 0
    for place, value in enumerate(row.values):
        if value != known and (row.change == "any" or place > now):
            # Kinds of PMO have no order: one is as far from another as any.
            far = 1 if row.names == "pmo-type" else max(1, abs(place - now))
            yield Option(far * row.effort, row.key, value)


def _members(case: Case, certification: str, row: Row) -> Iterator[Option]:
    known = getattr(case.profile, row.key) or ()
    values: Sequence[str] = row.values
    if values and not row.shaping:
        favoured = _in_favour(case.day, certification, row.key)
        values = [value for value in values if value in favoured]
    elif not values:
        wanted = representatives(case.day.requirements(certification), Facts(), row.key)
        values = sorted(
            {member for members in wanted if isinstance(members, frozenset) for member in members}
        )
    for value in values:
        if value not in known:
            yield Option(row.effort, row.key, (*known, value) if not row.values else (value,))


@remembered(256)
def _in_favour(day: Day, certification: str, fact: str) -> frozenset[str]:
    """Return the members of a fact, read by rules alone, that may favour a certification.

    Those of its entry requirements, of rules that advise it or one to which it leads, and of rules
    that advise against one on the ways to these.
    """
    ends = ends_through(day)[certification]
    ways = frozenset[str]().union(*[day.ways[end] for end in ends])
    conditions = [
        day.requirements(certification),
        *(
            rule.if_
            for rule in day.rules
            if not day.prefers[rule.id].isdisjoint(ends) or ways & day.excludes[rule.id]
        ),
    ]
    return frozenset(member for condition in conditions for member in members_read(condition, fact))


def _holds(case: Case, certification: str) -> Iterator[Option]:
    for accepted in certifications_read(case.day.requirements(certification)):
        # The effort for a neighbour is unknown, so it cannot be shown to be the cheapest.
        outside = case.day.catalogue.certifications[accepted].kind == "neighbour"
        if outside or case.holds(accepted) or not may_be_step(case, accepted):
            continue
        steps = steps_to(case, accepted)
        if steps is not None:
            gained = tuple(Held(step) for step in steps)
            yield Option(float(len(steps)), "holds", (*(case.profile.holds or ()), *gained))


def value_now(case: Case, key: str) -> Any:
    """Return the present value of a fact, or the inferred career level where none was given."""
    said = getattr(case.profile, key)
    return (
        case.level.levels[0]
        if key == "experience_level" and said is None and case.level.levels
        else said
    )
