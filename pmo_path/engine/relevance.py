"""The facts and conditions on which a decision still depends."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace

from pmo_path.conditions.evaluate import evaluate
from pmo_path.conditions.syntax import Condition
from pmo_path.core.scalars import Range
from pmo_path.engine.award_validity import other_certificates
from pmo_path.engine.career_level import level_facts
from pmo_path.engine.climbing import climb_hangs_on_reading, levels_to_climb
from pmo_path.engine.fit import (
    advisable,
    fit_of,
    level_distance,
    only_orders,
    suits_but_below_level,
)
from pmo_path.engine.situation import Case, may_be_new, read_case
from pmo_path.model.on_day import Day
from pmo_path.profile.fact_row import Row
from pmo_path.profile.facts import AIMS, FACTS
from pmo_path.profile.profile import OtherCertificate, Profile


def is_settled(day: Day, profile: Profile, row: Row) -> bool:
    """Whether a fact is settled: it was said, and not as a range."""
    value = getattr(profile, row.key)
    if row.kind == "others":  # only the kind of a certificate already named is asked
        return not certificates_without_kind(day, profile)
    return value is not None and not (isinstance(value, Range) and value.low != value.high)


def certificates_without_kind(day: Day, profile: Profile) -> tuple[OtherCertificate, ...]:
    """Return the certificates outside the catalogue whose kind was not said and is not listed."""
    known = other_certificates(day.catalogue, profile)
    return tuple(certificate for certificate in known if certificate.kind is None)


def unsettled_conditions(case: Case, with_order: bool = True) -> tuple[Condition, ...]:
    """Return the conditions on which routes hang and that more answers may settle.

    Not among them are those that infer the level, and those of rules that only warn; unless
    `with_order`, nor those of rules that can only change the order of routes.
    """
    day = case.day
    advising = [
        rule.if_
        for rule in day.rules
        if not rule.caution and (with_order or not only_orders(case, rule))
    ]
    conditions = [
        condition for condition in advising if evaluate(condition, case.facts).truth is None
    ]
    for certification in _with_accepted(day, day.destinations):
        if None in (
            case.eligibility(certification).truth,
            case.eligibility(certification, day.accepts[certification]).truth,
        ):
            conditions.append(day.requirements(certification))
    for below in _climbed(case):
        conditions += unsettled_conditions(below, with_order)
    return tuple(dict.fromkeys(conditions))


def _climbed(case: Case) -> list[Case]:
    """Return one case for each level to climb through, with that level as the target."""
    return [
        read_case(case.day, replace(case.profile, target_level=level))
        for level in levels_to_climb(case)
    ]


def relevant_facts(case: Case) -> frozenset[str]:
    """Return the open facts on which a decision depends; answering another alone changes nothing.

    Another fact may come to matter once one of these is answered.
    """
    day = case.day
    read = {*level_facts(day.catalogue, case.profile), *case.met.missing}
    if climb_hangs_on_reading(case):
        read.update(row.key for row in FACTS if row.tells_level)
    certifications = [day.catalogue.certifications[name] for name in day.destinations]
    ends = _ends(case)
    for name in _with_accepted(day, ends):
        # Earlier steps of a route may have gained what the entry requirements accept.
        read.update(
            case.eligibility(name).missing, case.eligibility(name, day.accepts[name]).missing
        )
    if case.profile.target_level is None:
        read.update(AIMS)
    if ends:
        read.add("holds")
    if may_be_new(case.profile.years_in_pmo) and any(
        suits_but_below_level(case, certification) for certification in certifications
    ):
        read.add("years_in_pmo")  # someone new to PMO work may begin below their level
    if (ends or case.destination) and case.profile.target_pmo_type is None:
        read.add("pmo_types")
    relevant = (
        row.key for row in FACTS if row.key in read and not is_settled(day, case.profile, row)
    )
    return frozenset(relevant).union(*(relevant_facts(below) for below in _climbed(case)))


def _ends(case: Case) -> list[str]:
    """Return the certifications that suit the person, whether or not a plan leads there."""
    known = case.day.catalogue.certifications
    return [
        name
        for name in case.day.destinations
        if advisable(case, name) and fit_of(case, known[name]) is not None
    ]


def certifications_that_bear(case: Case) -> list[str]:
    """Return the certifications whose entry requirements bear on a decision if nobody climbs."""
    at_level = [
        name
        for name, certification in case.day.catalogue.certifications.items()
        if level_distance(case, certification) == 0
    ]
    return [*_with_accepted(case.day, _ends(case)), *at_level]


def _with_accepted(day: Day, certifications: Iterable[str]) -> list[str]:
    """Return certifications and, transitively, those that their entry requirements accept."""
    return sorted(frozenset[str]().union(*[day.ways[name] for name in certifications]))
