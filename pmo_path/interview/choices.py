"""The values that a question offers: their labels, groups, and which of them may lapse."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from pmo_path.conditions.inspect import certifications_read
from pmo_path.engine.career_level import candidate_levels
from pmo_path.engine.relevance import certificates_without_kind
from pmo_path.interview.state import Answer, State
from pmo_path.messages.catalog import talk
from pmo_path.model.catalogue import Catalogue
from pmo_path.model.history import entry_in_force
from pmo_path.model.on_day import Day
from pmo_path.profile.fact_row import Row
from pmo_path.profile.meanings import KIND_SAYS
from pmo_path.profile.profile import Held


def choices(day: Day, state: State, row: Row) -> dict[str, str]:
    """Return the values to choose from, each with its label."""
    if row.key == "experience_level":
        may = candidate_levels(day.catalogue, state.profile)
        return {level: row.choice(level) for level in row.values if level in may}
    if row.kind == "holds":
        listed = _certifications(day, state.before(row.key))
        return {certification: day.short(certification) for certification in listed} | KIND_SAYS
    if row.kind == "others":
        given = certificates_without_kind(day, state.profile)
        return {certificate.name: certificate.name for certificate in given}
    return {value: row.choice(value) for value in row.values}


def groups(day: Day, values: dict[str, str]) -> dict[str, str]:
    """Return the heading of each certification among the choices, and of what is not listed."""
    certifications = day.catalogue.certifications
    return {
        value: day.owner(value).short if value in certifications else talk("not-listed")
        for value in values
    }


def limited_validity(day: Day) -> frozenset[str]:
    """Return the certifications whose awards may lapse."""
    return frozenset(
        certification.id
        for certification in day.catalogue.certifications.values()
        if entry_in_force(certification.validity, day.date)
    )


def _certifications(day: Day, before: Answer | None) -> list[str]:
    """Return the certifications to offer as held, by owner: the owner of most of them first.

    They belong to a family of routes, are named by an entry requirement, or were given before.
    """
    catalogue = day.catalogue
    given = (before.value if before else None) or ()
    named = set(_required_anywhere(catalogue))
    named |= {held.certification for held in given if isinstance(held, Held)}
    listed = [
        name for name in catalogue.certifications if name in named or catalogue.family_of(name)
    ]
    size = Counter(day.owner(name).id for name in listed)

    def place(name: str) -> tuple[int, str, str]:
        owner = day.owner(name)
        return -size[owner.id], owner.short.casefold(), day.short(name).casefold()

    return sorted(listed, key=place)


def _required_anywhere(catalogue: Catalogue) -> Iterator[str]:
    for certification in catalogue.certifications.values():
        for version in certification.entry:
            for requirement in version.required:
                yield from certifications_read(requirement.condition)
