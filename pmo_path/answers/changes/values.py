"""The values of an advice that are compared, each by a key, and how they led from one to another.

A value that an advice cannot tell is MISSING: a report may have been written in part. What nobody
has at all, such as an award that is not held, is None.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any, Final, TypeAlias, get_args

import msgspec
from msgspec import UNSET, Struct

from pmo_path.contract.changes import ChangeCause, ChangedValue
from pmo_path.contract.earlier import EarlierAdvice, EarlierHolding

MISSING: Final = UNSET
ORDER: tuple[ChangedValue, ...] = get_args(ChangedValue)


class ValueKey(Struct, frozen=True, order=True):
    """Which value of an advice: its kind, by its place in ORDER, and which one of that kind."""

    place: int
    about: str = ""
    certification: str = ""

    @property
    def what(self) -> ChangedValue:
        """The kind of the value."""
        return ORDER[self.place]


Values: TypeAlias = Mapping[ValueKey, Any]
CauseOf: TypeAlias = Callable[[ValueKey, Any, Any], ChangeCause]


class ComparedValues(Struct, frozen=True):
    """The values of an advice; of a kind that is `whole`, one that is not there is None."""

    values: Values
    whole: frozenset[ChangedValue]

    def of(self, key: ValueKey) -> Any:
        """Return a value, None, or MISSING."""
        return self.values.get(key, None if key.what in self.whole else MISSING)


class Link(Struct, frozen=True):
    """What a cause did to a value."""

    cause: ChangeCause
    before: Any
    after: Any


class ChangedKey(Struct, frozen=True):
    """A value that differs, and the links that lead from one to the other."""

    key: ValueKey
    links: tuple[Link, ...]

    @property
    def before(self) -> Any:
        """The value before."""
        return self.links[0].before

    @property
    def after(self) -> Any:
        """The value after."""
        return self.links[-1].after


def values_of(told: EarlierAdvice) -> ComparedValues:
    """Return the values of an advice, as far as they are there."""
    values = dict(_values(told))
    there: dict[str, tuple[ChangedValue, ...]] = {
        "next_steps": ("next_steps",),
        "routes": ("route",),
        "career_level": ("career_level",),
        "aim": ("aim",),
        "holdings": ("holding",),
        "deadlines": ("deadline",),
        "certifications": ("status",),
        "cautions": ("caution",),
        "missing_facts": ("question",),
    }
    whole = {
        what for name, kinds in there.items() if getattr(told, name) is not UNSET for what in kinds
    }
    if told.considered is not UNSET and told.certifications is not UNSET:  # not in the slim form
        whole |= {"verdict", "eligibility"}
    return ComparedValues(values, frozenset(whole))


def _values(told: EarlierAdvice) -> Iterator[tuple[ValueKey, Any]]:
    if told.next_steps is not UNSET:
        yield key_of("next_steps"), next_steps_of(told)
    for name, level in (("career_level", told.career_level), ("aim", told.aim)):
        if level is not UNSET:
            yield key_of(name), level.id if level else None
    if told.routes is not UNSET:
        yield from _of_routes(told)
    if told.holdings is not UNSET:
        yield from _holdings(told.holdings)
    if told.deadlines is not UNSET:
        for deadline in told.deadlines.routes:
            yield key_of("deadline", deadline.route), deadline.state
    for snapshot in told.snapshots.values():
        name = snapshot.certification
        yield key_of("status", name, name), snapshot.status
    for verdict in () if told.considered is UNSET else told.considered:
        name = verdict.certification
        yield key_of("verdict", name, name), verdict.verdict
        yield key_of("eligibility", name, name), verdict.eligibility
    for caution in () if told.cautions is UNSET else told.cautions:
        yield key_of("caution", caution.rule, caution.certification or ""), True
    for missing in () if told.missing_facts is UNSET else told.missing_facts:
        yield key_of("question", missing.fact), True


def next_steps_of(told: EarlierAdvice) -> list[dict[str, str | None]]:
    """Return the next steps with their actions, which are None where the routes were left out."""
    routes = () if told.routes is UNSET else told.routes
    actions = {
        route.steps[0].certification: route.steps[0].action
        for route in routes
        if route.rank == 1 and route.steps
    }
    steps = () if told.next_steps is UNSET else told.next_steps
    return [{"certification": step, "action": actions.get(step)} for step in steps]


def key_of(what: str, about: str = "", certification: str = "") -> ValueKey:
    """Return the key of a value."""
    return ValueKey([*ORDER].index(what), about, certification)  # type: ignore[arg-type]


def _of_routes(told: EarlierAdvice) -> Iterator[tuple[ValueKey, Any]]:
    """Yield the routes of rank 1, and what each step of any route costs."""
    assert told.routes is not UNSET
    yield (
        key_of("route"),
        [
            [{"certification": step.certification, "action": step.action} for step in route.steps]
            for route in told.routes
            if route.rank == 1
        ],
    )
    for step in (step for route in told.routes for step in route.steps):
        cost = step.cost
        amount = {"low": cost.low, "high": cost.high, "currency": cost.currency}
        value = None if cost.unknown else amount
        yield key_of("cost", step.certification, step.certification), value


def _holdings(held: Sequence[EarlierHolding]) -> Iterator[tuple[ValueKey, Any]]:
    seen: dict[str, int] = {}
    for award in held:
        name = award.certification or award.name
        seen[name] = seen.get(name, 0) + 1
        about = name if seen[name] == 1 else f"{name} {seen[name]}"
        until, between = award.valid_until, award.valid_until_between
        value = {
            "state": award.state,
            "awarded_on": award.awarded_on,
            "valid_until": until and until.isoformat(),
            "valid_until_between": between
            and {"first": between.first.isoformat(), "last": between.last.isoformat()},
        }
        yield key_of("holding", about, award.certification or ""), value


def changed_keys(
    stages: Sequence[ComparedValues], causes: Sequence[CauseOf]
) -> Iterator[ChangedKey]:
    """Yield every value that differs between the first stage and the last, in order.

    `causes` has what led from each stage to the next. Stages that cannot tell a value are passed
    over; what changed across more than one cause then has the cause `untold`.
    """
    for key in sorted({key for stage in stages for key in stage.values}):
        told = [
            (place, value)
            for place, value in enumerate(stage.of(key) for stage in stages)
            if value is not MISSING
        ]
        if key.what == "cost" and (not told or len(told) < 2 or not _at_both_ends(key, stages)):
            continue  # what is no step of any route has no cost to compare
        links = tuple(
            Link(_cause(key, before, after, causes[first:last]), before, after)
            for (first, before), (last, after) in pairwise(told)
            if not _same(before, after)
        )
        if links and not _same(links[0].before, links[-1].after):
            yield ChangedKey(key, links)


def _same(before: Any, after: Any) -> bool:
    """Return whether two values are the same; of next steps, as far as their actions are known."""
    if before == after:
        return True
    sides = (before, after)
    if not all(isinstance(side, list) and side and isinstance(side[0], dict) for side in sides):
        return False
    known = all(step["action"] for side in sides for step in side)
    ids = [[step["certification"] for step in side] for side in sides]
    return not known and ids[0] == ids[1]


def _at_both_ends(key: ValueKey, stages: Sequence[ComparedValues]) -> bool:
    return MISSING not in (stages[0].of(key), stages[-1].of(key))


def _cause(key: ValueKey, before: Any, after: Any, causes: Sequence[CauseOf]) -> ChangeCause:
    found = {cause(key, before, after) for cause in causes}
    return found.pop() if len(found) == 1 else "untold"


def mirrored(changed: ChangedKey) -> ChangedKey:
    """Return a change seen from the other side."""
    links = tuple(Link(link.cause, link.after, link.before) for link in reversed(changed.links))
    return msgspec.structs.replace(changed, links=links)
