"""Checks of what a catalogue advises: rules that change nothing, certifications never advised."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from datetime import date

from msgspec.structs import replace

from pmo_path.catalogue.lint.requirements import (
    Checked,
)
from pmo_path.catalogue.lint.sample_profiles import sample_profiles
from pmo_path.core.errors import Problem
from pmo_path.engine.decision import ADVISED, decide
from pmo_path.engine.fit import excluded_by
from pmo_path.model.on_day import Day, on_day
from pmo_path.model.rules import Rule
from pmo_path.profile.profile import Held, Profile


def idle_rules(checked: Checked) -> Iterator[Problem]:
    """Report rules whose reason no sample profile is given on any day.

    A rule that merely agrees with others is not idle: its reason is shown beside theirs.
    """
    for place, rule in enumerate(checked.catalogue.rules):
        if not any(_speaks(on_day(checked.catalogue, day), rule) for day in _days(checked, rule)):
            detail = f"{rule.id}: nobody is ever given its reason"
            yield checked.problem(
                ("rules", place, "id"),
                "idle-rule",
                detail,
                "leave it out, or correct its condition or dates",
            )


def _speaks(day: Day, rule: Rule) -> bool:
    for person in sample_profiles(day, rule.if_):
        decision = decide(day, person)
        if rule not in decision.case.met.applied:
            continue
        routes = (route.plan.fit.rules for route in decision.ranked)
        left = (
            excluded_by(decision.case, certification)
            for certification, verdict in decision.verdicts.items()
            if verdict in ("later", "not_suitable")
        )
        if rule.caution or any(rule in spoken for spoken in itertools.chain(routes, left)):
            return True
    return False


def _days(checked: Checked, rule: Rule) -> list[date]:
    """Return the days on which a status or another rule starts while a rule is in
    force, latest first.
    """
    starts = {
        period.from_
        for certification in checked.catalogue.certifications.values()
        for period in certification.status
        if period.from_
    }
    starts |= {other.from_ for other in checked.catalogue.rules if other.from_}
    inside = [
        day
        for day in starts
        if (not rule.from_ or day >= rule.from_) and (not rule.until or day < rule.until)
    ]
    return sorted({*inside, *([rule.from_] if rule.from_ else [])}, reverse=True)


def never_advised(checked: Checked) -> Iterator[Problem]:
    """Report certifications with a published level that are advised to no sample profile."""
    for place, certification in enumerate(checked.draft.certifications):
        if certification.kind == "neighbour" or not certification.career_levels:
            continue
        days = [
            on_day(checked.catalogue, period.from_)
            for period in certification.status
            if period.from_
        ]
        # What is not on offer is advised to nobody, so no profile need be tried.
        on_offer = (day for day in days if day.offered(certification.id))
        if not any(_advised(day, certification.id) for day in on_offer):
            detail = f"{certification.id}: no profile can be advised to take it"
            yield checked.problem(
                ("certifications", place, "id"),
                "never-advised",
                detail,
                "check its levels, status and entry requirements",
            )


def _advised(day: Day, certification: str) -> bool:
    levels = [
        at_level.level for at_level in day.catalogue.certifications[certification].career_levels
    ]
    condition = day.requirements(certification)
    seekers = (
        person
        for level in levels
        for person in sample_profiles(day, condition, Profile(experience_level=level))
    )
    helped = (
        replace(person, holds=tuple(Held(needed) for needed in _needed(day, certification)))
        for person in seekers
    )
    return any(decide(day, person).verdicts[certification] in ADVISED for person in helped)


def _needed(day: Day, certification: str) -> frozenset[str]:
    return day.catalogue.implies.get(certification, frozenset())
