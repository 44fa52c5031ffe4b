"""Canonicalise profiles: those that no comparison of the day can distinguish are one class.

The representative of a class is the cache key of its decision.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping
from typing import Any

from msgspec.structs import replace

from pmo_path.conditions.evaluate import kleene
from pmo_path.conditions.facts import Facts, as_conditions_read
from pmo_path.conditions.inspect import facts_read, leaves, members_read
from pmo_path.conditions.partitions import representatives
from pmo_path.conditions.syntax import OTHER, Combine, Compare, Condition, Includes
from pmo_path.core.memory import remembered
from pmo_path.core.scalars import Range
from pmo_path.engine.award_validity import other_certificates, without_later_awards
from pmo_path.engine.destinations import leaves_pmo_work
from pmo_path.engine.job_titles import equal_title, find_role
from pmo_path.engine.level_signs import LEVEL_COMPARISONS, SETTLING_COMPARISONS
from pmo_path.engine.situation import is_new
from pmo_path.model.catalogue import Catalogue
from pmo_path.model.on_day import Day
from pmo_path.profile.facts import BY_KEY, FACTS
from pmo_path.profile.profile import OtherCertificate, Profile

# Facts that decide nothing unless a condition of the day reads them.
_BY_CONDITIONS_ALONE = (
    *(
        row.key
        for row in FACTS
        if row.read_by != "engine" and not row.shaping and not row.tells_level
    ),
    "unmatched",
)
# Facts whose value is replaced by a representative: one for all with the same signature.
_MERGED = tuple(row.key for row in FACTS if row.read_by == "conditions")
NO_CODE = "ZZ"  # stands for a country that no condition names; ISO 3166 assigns it to none
_Value = Range | str | tuple[str, ...]


@remembered(8)
def all_comparisons(day: Day) -> Condition:
    """Return one condition whose leaves are all the comparisons, and so thresholds, of a day."""
    return Combine(1, (*_required(day), *level_comparisons(day.catalogue)))


def _required(day: Day) -> list[Condition]:
    return [
        *(rule.if_ for rule in day.rules),
        *(day.requirements(certification) for certification in day.catalogue.certifications),
    ]


@remembered(8)
def level_comparisons(catalogue: Catalogue) -> tuple[Condition, ...]:
    """Return the comparisons from which a level is inferred, among them the bands of years."""
    bands = (level.years.low or 0 for level in catalogue.levels.values())
    return (*LEVEL_COMPARISONS, *[Compare("years_in_pmo", "at least", float(low)) for low in bands])


@remembered(256)
def representative_profile(day: Day, profile: Profile, *exact: str) -> Profile:
    """Return the representative of a profile's class on a day, leaving its `exact` facts unchanged.

    All members of a class get the same decision, have the same open facts, and get the same
    decision again after the same answers to those.
    """
    title, by_years = _title(day.catalogue, profile)
    merged: dict[str, Any] = {**_unread(day), "role": title}
    for fact in _MERGED:
        value = getattr(profile, fact)
        if (
            value is not None
            and fact not in merged
            and not (type(value) is Range and value.low != value.high)
        ):
            merged[fact] = _representative(day, fact, value, by_years)
    merged["holds_other"] = _others(day, profile)
    for fact in exact:
        merged.pop(fact, None)
    return replace(profile, **merged)


def _others(day: Day, profile: Profile) -> tuple[OtherCertificate, ...] | None:
    """Return representative certificates, which every condition of the day reads alike."""
    if not profile.holds_other:
        return profile.holds_other
    named, certificates = members_read(all_comparisons(day), OTHER), set()
    for certificate in other_certificates(day.catalogue, without_later_awards(profile, day.date)):
        listed = day.catalogue.other_certificate(certificate.name)
        name = listed.id if listed and listed.id in named else certificate.kind or "?"
        certificates.add(OtherCertificate(name, certificate.kind))
    return tuple(
        sorted(certificates, key=lambda certificate: (certificate.name, certificate.kind or ""))
    )


def _title(catalogue: Catalogue, profile: Profile) -> tuple[str | None, bool]:
    """Return a title with the same readings, and whether years of work may affect the level."""
    if profile.experience_level is not None:
        return None, False
    if profile.role is None:
        return None, True
    role = find_role(catalogue, profile.role)
    return equal_title(catalogue, profile.role), role is None or len(role.levels) > 1


@remembered(8)
def _unread(day: Day) -> Mapping[str, None]:
    """Return None for each fact that decides nothing on a day: a representative leaves it out."""
    read = facts_read(all_comparisons(day))
    return {fact: None for fact in _BY_CONDITIONS_ALONE if fact not in read}


@remembered(4096)
def _representative(day: Day, fact: str, value: _Value, by_years: bool) -> _Value:
    """Return the representative of a value: one for all values of the fact with its signature."""
    if BY_KEY[fact].kind in ("code", "codes"):  # too many to enumerate
        named = {
            member
            for leaf in _compared(day, fact, by_years)
            if isinstance(leaf, Includes)
            for member in leaf.members
        }
        if isinstance(value, str):
            return value if value in named else NO_CODE
        return tuple(sorted(named.intersection(value)))  # type: ignore[arg-type]
    return _representatives(day, fact, by_years).get(_signature(day, fact, value, by_years), value)


@remembered(128)
def _representatives(day: Day, fact: str, by_years: bool) -> Mapping[tuple[Any, ...], _Value]:
    """Return the representative value of a fact for each signature."""
    by_signature: dict[tuple[Any, ...], _Value] = {}
    for value in _values(day, fact):
        by_signature.setdefault(_signature(day, fact, value, by_years), value)
    return by_signature


def _values(day: Day, fact: str) -> Iterator[_Value]:
    """Yield at least one value of a fact for each cell that the day's comparisons distinguish."""
    row = BY_KEY[fact]
    if row.kind == "choices":
        for size in range(len(row.values) + 1):
            yield from itertools.combinations(row.values, size)
        return
    yield from representatives(all_comparisons(day), Facts(), fact)  # type: ignore[misc]


def _signature(day: Day, fact: str, value: _Value, by_years: bool) -> tuple[Any, ...]:
    """Return the signature of a value of a fact: the results of all comparisons of the fact.

    The results are followed by the `extra_signature`.
    """
    facts = Facts().set(fact, as_conditions_read(fact, value))
    return (
        *(kleene(leaf, facts) for leaf in _compared(day, fact, by_years)),
        *extra_signature(day, fact, value),
    )


@remembered(128)
def _compared(day: Day, fact: str, by_years: bool) -> tuple[Compare | Includes, ...]:
    """Return the comparisons of a fact; those that infer a level from years only if `by_years`."""
    conditions = [all_comparisons(day)] if by_years else [*_required(day), *SETTLING_COMPARISONS]
    return tuple(
        dict.fromkeys(
            leaf for condition in conditions for leaf in leaves(condition) if leaf.fact == fact
        )
    )


def extra_signature(day: Day, fact: str, value: Any) -> tuple[bool, ...]:
    """Return what a decision reads of an answer other than by comparisons.

    Of goals: whether they lead up a level, or out of PMO work. Of years: whether the person is
    new. Of kinds of PMO: for each certification on offer, whether it is placed in one of them.
    """
    if fact == "goals":
        return ("next-level" in value, leaves_pmo_work(value))
    if fact == "years_in_pmo":
        return (is_new(value),)
    if fact == "pmo_types":
        placed = (
            day.catalogue.certifications[certification].pmo_types
            for certification in sorted(day.on_offer)
        )
        return (bool(value), *(any(place.type in value for place in places) for places in placed))
    return ()
