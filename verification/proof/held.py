"""Classes of awards: which matter, and which do the same."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

from pmo_path.conditions.inspect import leaves
from pmo_path.conditions.syntax import HOLDS, Condition, Includes
from pmo_path.engine.fit import is_below_person
from pmo_path.engine.situation import Case
from pmo_path.model.on_day import Day
from pmo_path.profile.meanings import LEVELS

Key = tuple[Any, ...]


@cache
def may_be_step(day: Day, certification: str) -> bool:
    """Whether a route may lead through a certification.

    Through one outside our routes only if some entry requirement demands it.
    """
    outside = day.catalogue.certifications[certification].kind == "neighbour"
    return not outside or any(certification in needed for needed in day.must_hold.values())


@cache
def matters_lapsed(day: Day, certification: str) -> bool:
    """Whether a lapse makes a difference: the award is renewed on a route, or must be valid."""
    lists = (
        leaf
        for need in day.needs.values()
        for leaf in _lists(need)
        if leaf.operator.startswith("valid")
    )
    return may_be_step(day, certification) or any(certification in leaf.members for leaf in lists)


@cache
def alike(
    day: Day, certification: str, names: tuple[str, ...], floor: bool = False
) -> tuple[tuple[str, ...], ...]:
    """Group equivalent awards: never a step, and named by the same "any of" lists.

    If awards determine what lies below a person (`floor`), one more group is of those made for a
    higher level.
    """
    needed = {other for name in names for other in day.must_hold[name]}
    proved = {other for name in names for other in day.catalogue.implies.get(name, ())}
    lists = [leaf for name in names for leaf in _lists(day.requirements(name))]
    groups: dict[Any, list[str]] = {}
    for name in names:
        places = tuple(place for place, leaf in enumerate(lists) if name in leaf.members)
        alone = name in needed | proved or may_be_step(day, name)
        alone = alone or any(lists[place].operator != "any" for place in places)
        alone = alone or bool(set(day.catalogue.implies.get(name, ())) & set(names))
        groups.setdefault(name if alone else places, []).append(name)
    higher = _made_for_more(day, certification, names) if floor else ()
    return (*(tuple(group) for group in groups.values()), *([higher] if higher else []))


def _made_for_more(day: Day, certification: str, names: tuple[str, ...]) -> tuple[str, ...]:
    """Return awards, other than some, that are made for higher levels than a certification."""
    known = day.catalogue.certifications
    made_for = max(
        (LEVELS.index(at_level.level) for at_level in known[certification].career_levels),
        default=len(LEVELS),
    )
    others = (
        certification
        for name, certification in known.items()
        if name not in names and certification.career_levels
    )
    return tuple(
        certification.id
        for certification in others
        if LEVELS.index(certification.career_levels[0].level) > made_for
    )


def _lists(condition: Condition) -> Iterator[Includes]:
    for leaf in leaves(condition):
        if isinstance(leaf, Includes) and leaf.fact == HOLDS:
            yield leaf


def awards_seen(case: Case, certification: str, groups: tuple[tuple[str, ...], ...]) -> Key | None:
    """Return the signature of the awards that can matter; None if nothing was said of awards."""
    if case.profile.holds is None:
        return None
    states = []
    for group in groups:
        held = any(case.holds(name) for name in group)
        lapsed = matters_lapsed(case.day, group[0]) and held and not case.valid(group[0])
        states.append("lapsed" if lapsed else "held" if held else "")
    return (*states, is_below_person(case, case.day.catalogue.certifications[certification]))
