"""Lint of a valid catalogue: what is allowed and still wrong, found exactly.

One small function and one row in CHECKS each, with a stable code that its problems carry.
Conditions are judged over every cell that they can tell apart, rules by deciding with and
without them.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from pmo_path.conditions import Combine, Condition, Named, Not
from pmo_path.decision import decide
from pmo_path.draft import Draft, certification_names, role_names, type_names
from pmo_path.errors import Problem
from pmo_path.evaluation import Facts, evaluate
from pmo_path.guidance import Rule
from pmo_path.knowledge import Catalogue, Day, on_day
from pmo_path.models import Requirement
from pmo_path.profile import Held, Profile
from pmo_path.reading import exact
from pmo_path.routes import excluded_by
from pmo_path.source import Path
from pmo_path.trying import people

STALE = timedelta(days=180)


@dataclass(frozen=True, slots=True)
class Checked:
    """A catalogue with the draft that locates its entries, and the day of the check."""

    draft: Draft
    catalogue: Catalogue
    today: date

    def problem(self, path: Path, code: str, detail: str, hint: str) -> Problem:
        """Return a problem located in the catalogue's files."""
        return self.draft.problem(path, code, detail, hint)


def _requirements(checked: Checked) -> Iterator[tuple[Path, list[Requirement]]]:
    for place, draft in enumerate(checked.draft.certifications):
        for number, version in enumerate(checked.catalogue.certifications[draft.id].entry):
            yield ("certifications", place, "entry", number, "required"), list(version.required)


def _facts(checked: Checked) -> Facts:
    return Facts(implies=checked.catalogue.implies)


def impossible_requirements(checked: Checked) -> Iterator[Problem]:
    """Some profile meets every requirement."""
    for path, required in _requirements(checked):
        for place, one in enumerate(required):
            if evaluate(one.condition, _facts(checked)).truth is False:
                yield checked.problem(
                    (*path, place, "condition"),
                    "impossible-requirement",
                    f"{one.id}: nobody can meet this",
                    "correct its comparisons",
                )


def redundant_requirements(checked: Checked) -> Iterator[Problem]:
    """No requirement follows from the others."""
    for path, required in _requirements(checked):
        for place, one in enumerate(required):
            others = tuple(other.condition for other in required if other is not one)
            if _follows(checked, Combine(len(others), others), one.condition):
                yield checked.problem(
                    (*path, place, "condition"),
                    "redundant-requirement",
                    f"{one.id}: whoever meets the others meets this",
                    "leave it out, or say what it adds",
                )


def dead_alternatives(checked: Checked) -> Iterator[Problem]:
    """Every alternative of an `any` or "n of" can make the difference."""
    for path, required in _requirements(checked):
        for place, one in enumerate(required):
            for condition in _choices(one.condition):
                yield from _dead(checked, (*path, place, "condition"), one.id, condition)


def _choices(condition: Condition) -> Iterator[Combine]:
    if isinstance(condition, Combine):
        if condition.count < len(condition.parts):
            yield condition
        for part in condition.parts:
            yield from _choices(part)
    elif isinstance(condition, Not | Named):
        yield from _choices(condition.part)


def _dead(checked: Checked, path: Path, name: str, condition: Combine) -> Iterator[Problem]:
    for place in range(len(condition.parts)):
        others = tuple(other for number, other in enumerate(condition.parts) if number != place)
        rest = Combine(condition.count, others)
        if len(others) >= condition.count and _follows(checked, condition, rest):
            yield checked.problem(
                path,
                "dead-alternative",
                f"{name}: alternative {place + 1} never makes a difference",
                "leave it out, or correct it",
            )


def _follows(checked: Checked, ground: Condition, claim: Condition) -> bool:
    """Whether nobody can meet the ground without the claim."""
    return evaluate(Combine(2, (ground, Not(claim))), _facts(checked)).truth is False


def version_gaps(checked: Checked) -> Iterator[Problem]:
    """Dated versions of entry requirements and validity follow each other without a gap or overlap."""
    for place, certification in enumerate(checked.draft.certifications):
        for key in ("entry", "validity"):
            versions = getattr(certification, key)
            for number, (one, other) in enumerate(itertools.pairwise(versions), 1):
                path = ("certifications", place, key, number)
                until = getattr(one, "until", None) or other.from_
                if other.from_ is None:
                    yield checked.problem(
                        path, "version-overlap", "a second version without `from` hides the first", "give it a `from`"
                    )
                elif until < other.from_:
                    yield checked.problem(
                        path,
                        "version-gap",
                        f"nothing is in force from {until} to {other.from_}",
                        "let the one end where the other begins",
                    )
                elif until > other.from_:
                    yield checked.problem(
                        path,
                        "version-overlap",
                        f"two versions are in force from {other.from_}",
                        "let the one end where the other begins",
                    )


def idle_rules(checked: Checked) -> Iterator[Problem]:
    """Every rule speaks: some person on some day is given its reason.

    Rules that agree are kept: each is a statement of its own, and its reason is shown.
    """
    for place, rule in enumerate(checked.catalogue.rules):
        if not any(_speaks(on_day(checked.catalogue, day), rule) for day in _days(checked, rule)):
            detail = f"{rule.id}: nobody is ever given its reason"
            yield checked.problem(
                ("rules", place, "id"), "idle-rule", detail, "leave it out, or correct its condition or dates"
            )


def _speaks(day: Day, rule: Rule) -> bool:
    for person in people(day, rule.if_):
        decision = decide(day, person)
        if rule not in decision.case.applied:
            continue
        routes = (one.plan.fit.rules for one in decision.ranked)
        left = (
            excluded_by(decision.case, one)
            for one, verdict in decision.verdicts.items()
            if verdict in ("later", "not_suitable")
        )
        if rule.caution or any(rule in spoken for spoken in itertools.chain(routes, left)):
            return True
    return False


def _days(checked: Checked, rule: Rule) -> list[date]:
    """Return the days on which something changes while a rule is in force, the latest first."""
    starts = {
        period.from_ for one in checked.catalogue.certifications.values() for period in one.status if period.from_
    }
    starts |= {other.from_ for other in checked.catalogue.rules if other.from_}
    inside = [day for day in starts if (not rule.from_ or day >= rule.from_) and (not rule.until or day < rule.until)]
    return sorted({*inside, *([rule.from_] if rule.from_ else [])}, reverse=True)


def never_advised(checked: Checked) -> Iterator[Problem]:
    """Every certification with a published level is advised to somebody on some day."""
    for place, certification in enumerate(checked.draft.certifications):
        if certification.kind == "neighbour" or not certification.career_levels:
            continue
        days = [period.from_ for period in certification.status if period.from_]
        if not any(_advised(on_day(checked.catalogue, day), certification.id) for day in days):
            detail = f"{certification.id}: no profile can be advised to take it"
            yield checked.problem(
                ("certifications", place, "id"),
                "never-advised",
                detail,
                "check its levels, status and entry requirements",
            )


def _advised(day: Day, certification: str) -> bool:
    levels = [one.level for one in day.catalogue.certifications[certification].career_levels]
    condition = day.requirements(certification)
    seekers = (person for level in levels for person in people(day, condition, Profile(experience_level=level)))
    helped = (replace(person, holds=tuple(Held(one) for one in _needed(day, certification))) for person in seekers)
    return any(decide(day, person).verdicts[certification] in ("recommended", "alternative") for person in helped)


def _needed(day: Day, certification: str) -> frozenset[str]:
    return day.catalogue.implies.get(certification, frozenset())


def alias_twice(checked: Checked) -> Iterator[Problem]:
    """No spelling names two things."""
    draft = checked.draft
    claims = (
        ("certifications", [(one.id, list(certification_names(one))) for one in draft.certifications]),
        ("pmo_types", [(one.id, list(type_names(one))) for one in draft.pmo_types]),
        ("roles", [(one.id, list(role_names(one))) for one in draft.roles]),
    )
    for section, entries in claims:
        owner: dict[str, str] = {}
        for place, (name, spellings) in enumerate(entries):
            for spelling in dict.fromkeys(map(exact, spellings)):
                first = owner.setdefault(spelling, name)
                if first != name:
                    detail = f"{spelling[1:]!r} names both {first} and {name}"
                    yield checked.problem(
                        (section, place, "id"), "alias-twice", detail, "a spelling may name one thing only"
                    )


def stale_facts(checked: Checked) -> Iterator[Problem]:
    """Every source was checked within 180 days."""
    for place, source in enumerate(checked.draft.sources):
        if checked.today - source.verified_on > STALE:
            detail = f"{source.id}: last checked on {source.verified_on}, more than 180 days before {checked.today}"
            yield checked.problem(
                ("sources", place, "verified_on"),
                "stale-fact",
                detail,
                "read the source again; see docs/tasks/fact-check.md",
            )


def unpublished_levels(checked: Checked) -> Iterator[Problem]:
    """A certification for PMO people that no level is given for says that none is published."""
    for place, one in enumerate(checked.draft.certifications):
        if one.kind != "neighbour" and not one.career_levels and "career level" not in one.not_published:
            detail = f"{one.id}: no career level, and not said to be unpublished"
            yield checked.problem(
                ("certifications", place, "id"),
                "level-missing",
                detail,
                "add `career_levels`, or `career level` to `not_published`",
            )


CHECKS: tuple[Callable[[Checked], Iterator[Problem]], ...] = (
    impossible_requirements,
    redundant_requirements,
    dead_alternatives,
    version_gaps,
    idle_rules,
    never_advised,
    alias_twice,
    stale_facts,
    unpublished_levels,
)


def lint(checked: Checked) -> list[Problem]:
    """Return every problem that a valid catalogue still has."""
    return [problem for check in CHECKS for problem in check(checked)]
