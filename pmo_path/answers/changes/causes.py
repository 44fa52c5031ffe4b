"""The stages between two advices, each of which has one thing more as it is now, and its cause."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from msgspec import Struct

from pmo_path.answers.advise import advise
from pmo_path.answers.changes.published import fact_key, snapshots_on
from pmo_path.answers.changes.standpoints import Standpoint
from pmo_path.answers.changes.values import CauseOf, ComparedValues, ValueKey, key_of, values_of
from pmo_path.contract.changes import ChangeCause, ChangedValue
from pmo_path.contract.earlier import earlier_advice
from pmo_path.core.release import VERSION
from pmo_path.model.catalogue import Catalogue
from pmo_path.profile.profile import Profile

# The values that are published as such, each with the subject of the facts that tell it.
_PUBLISHED: Mapping[ChangedValue, str] = {"status": "status", "cost": "price"}


class Stages(Struct, frozen=True):
    """The values of each stage, and what led to the next; the first and last are the two sides.

    `told_by_others` says that the catalogue of neither side told the causes apart.
    """

    values: tuple[ComparedValues, ...]
    causes: tuple[CauseOf, ...]
    told_by_others: bool = False


def stages(catalogue: Catalogue, before: Standpoint, after: Standpoint) -> Stages:
    """Return the stages between two sides, the first of which is not for a later day.

    Where one thing alone differs, there is no stage between.
    """
    ends = (values_of(before.told), values_of(after.told))
    if not (before.person and after.person and before.day and after.day):
        return Stages(ends, (constant("untold"),))
    causes: list[ChangeCause] = []
    causes += ["time"] if before.day != after.day else []
    causes += ["answers"] if before.person != after.person else []
    if before.origin is not None and before.origin == after.origin and len(causes) < 2:
        return Stages(ends, (constant(causes[0] if causes else "untold"),))
    people, days = (before.person, after.person), (before.day, after.day)
    between = (
        _values(catalogue, people[0], days[0]),
        _values(catalogue, people[0], days[1]),
        _values(catalogue, people[1], days[1]),
    )
    return Stages(
        (ends[0], *between, ends[1]),
        (
            catalogue_cause(catalogue, before, between[0]),
            constant("time"),
            constant("answers"),
            catalogue_cause(catalogue, after, between[2]),
        ),
        (catalogue.digest, VERSION) not in (before.origin, after.origin),
    )


def _values(catalogue: Catalogue, person: Profile, day: date) -> ComparedValues:
    return values_of(earlier_advice(advise(catalogue, person, day)))


def constant(cause: ChangeCause) -> CauseOf:
    """Return the cause of every value."""
    return lambda key, before, after: cause


def catalogue_cause(catalogue: Catalogue, side: Standpoint, now: ComparedValues) -> CauseOf:
    """Return what made today's catalogue tell something else (`now`) on the day of a side.

    Of the same catalogue it is the program, if that is another one. Else what the side tells of
    statuses, published facts and the person's level is held against the catalogue: where it is the
    same for every certification that a value is about, our rules or the program changed it.
    """
    same_program = side.program == VERSION
    if side.digest == catalogue.digest:
        return constant("untold" if same_program or side.program is None else "rules")
    assert side.day is not None
    then, today = side.told.snapshots, snapshots_on(catalogue, side.day)
    offers_kept = then.keys() == today.keys() and all(
        then[name].status == today[name].status for name in then
    )
    told = values_of(side.told)
    level_kept = all(told.of(key) == now.of(key) for key in (key_of("career_level"), key_of("aim")))

    def kept(name: str, about: str | None = None) -> bool | None:
        """Return whether the facts of a certification stand; None where the side has none."""
        if name not in then or not then[name].facts:
            return None
        were, are = (
            {fact_key(fact) for fact in facts if about in (None, fact.about)}
            for facts in (then[name].facts, today[name].facts if name in today else ())
        )
        return were == are

    def cause(key: ValueKey, before: Any, after: Any) -> ChangeCause:
        if key.what in _PUBLISHED:
            stands = kept(key.certification, _PUBLISHED[key.what])
            if stands is None and same_program:
                return "catalogue"  # which nothing but that could change
            return "catalogue-or-rules" if stands is None else "rules" if stands else "catalogue"
        about = {*_certifications(key, before), *_certifications(key, after)}
        stand = offers_kept and level_kept and bool(about) and all(map(kept, about))
        return "rules" if stand else "catalogue-or-rules"

    return cause


def _certifications(key: ValueKey, value: Any) -> Iterator[str]:
    """Yield the certifications that a value is about."""
    if key.what == "next_steps":
        yield from (step["certification"] for step in value or ())
    elif key.what == "route":
        yield from (step["certification"] for route in value or () for step in route)
    elif key.certification:
        yield key.certification
