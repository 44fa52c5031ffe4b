"""Read a job title by its grade, its function, and the office or field that it belongs to.

A title that is the name of a role means that role. Any other is read word by word, with the
vocabulary of the catalogue: it means the role that has its function in its office, at the levels
that its grade leaves. Word order, case, abbreviations, and what stands behind a dash or in brackets
do not matter. A word that the vocabulary lacks is reported, or leaves the title unknown.
"""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from pmo_path.core.memory import remembered
from pmo_path.engine.title_grades import moved_levels
from pmo_path.engine.title_parts import (
    EssentialTitle,
    essential_title,
    grades_of,
    is_turned_delivery,
    role_keys,
    roles_by_parts,
    subject_id,
    title_parts,
)
from pmo_path.engine.title_words import title_vocabulary
from pmo_path.model.catalogue import Catalogue
from pmo_path.model.roles import Role, TitleWord


class TitleReading(Struct, frozen=True, kw_only=True):
    """What a job title means: a role, or delivery.

    `role` has the levels that this title means, which a grade may have moved from those of the
    role itself; it is None for a title of delivery. `passed_over` are the words that the
    vocabulary lacks, and other titles behind a slash. `likened` tells that no role has the field
    of the title, so that the role of a like one was taken. `by_name` tells that the title is a
    name of the role, perhaps with a grade, and was not read word by word.
    """

    role: Role | None
    grades: tuple[TitleWord, ...] = ()
    passed_over: tuple[str, ...] = ()
    likened: bool = False
    by_name: bool = True


@remembered(1024)
def read_title(catalogue: Catalogue, title: str) -> TitleReading | None:
    """Return what a job title means; None if it is not known."""
    known, role = _name(catalogue, title)
    if known:
        return TitleReading(role=role)
    essential = essential_title(catalogue, title)
    return (
        _graded_name(catalogue, essential, "function")
        or _composed(catalogue, essential)
        or _graded_name(catalogue, essential)
    )


def find_role(catalogue: Catalogue, title: str | None) -> Role | None:
    """Return the role that a job title means, at the levels that it means; None if unknown."""
    reading = read_title(catalogue, title) if title else None
    return reading.role if reading else None


def is_delivery(catalogue: Catalogue, title: str | None) -> bool:
    """Whether a job title is one of delivery, such as project manager."""
    reading = read_title(catalogue, title) if title else None
    return reading is not None and reading.role is None


def is_doubtful(catalogue: Catalogue, title: str | None) -> bool:
    """Whether a job title may mean another level than the one that it is read as.

    It has words that the vocabulary lacks, or a grade that alone makes the level, or means a role
    of a like field, or one whose level is known with low confidence.
    """
    reading = read_title(catalogue, title) if title else None
    if reading is None or reading.role is None:
        return False
    moved = reading.role.levels != catalogue.roles[reading.role.id].levels
    return bool(reading.passed_over) or reading.likened or moved or reading.role.confidence == "low"


def near_roles(catalogue: Catalogue, title: str) -> tuple[str, ...]:
    """Return the ids of the roles that an unknown title may mean, the likeliest first."""
    corrected = find_role(catalogue, title_vocabulary(catalogue).corrected(title))
    near = [role for role in catalogue.names.close("role", title) if catalogue.roles[role].title]
    return tuple(dict.fromkeys([*([corrected.id] if corrected else []), *near]))


@remembered(1024)
def office_named(catalogue: Catalogue, title: str | None) -> tuple[str, str] | None:
    """Return the office that a job title names, and the kind of PMO it is; None if it tells none.

    An office may be called what it is not, so the kind is only suggested.
    """
    office = title_parts(essential_title(catalogue, title or "").words).office
    kind = catalogue.names.find("pmo-type", office.text) if office else None
    return (office.text, kind) if office and kind else None


def equal_title(catalogue: Catalogue, title: str) -> str | None:
    """Return the shortest title that is read as this one is; None if it is not known."""
    reading = read_title(catalogue, title)
    if reading is None:
        return None
    if reading.role is None:
        return catalogue.delivery.titles_en[0]
    moving: list[str] = []
    levels: tuple[str, ...] = catalogue.roles[reading.role.id].levels
    for grade in reading.grades:
        if (moved := moved_levels(grade.moves, levels)) != levels:
            moving, levels = [*moving, grade.spellings[0]], moved
    return " ".join((*moving, reading.role.id))


def _name(catalogue: Catalogue, title: str) -> tuple[bool, Role | None]:
    """Return whether a title is a name as it stands, and its role: None for one of delivery."""
    role = catalogue.names.find("role", title)
    if role:
        return True, catalogue.roles[role]
    return catalogue.names.find("delivery", title) is not None, None


def _graded_name(catalogue: Catalogue, title: EssentialTitle, *but: str) -> TitleReading | None:
    """Return the reading of a title that is a name beside grades; None if it is not.

    A grade may be a part of the name: a senior PMO is more than a PMO who is senior. Words that
    are of the kinds `but` as well are no grades.
    """
    grades = [word for word in title.words if word.of("grade") and not word.of(*but)]
    others = [word for word in title.words if word not in grades and not word.of("ignored")]
    for part_of_name in (grades, []):
        known, role = _name(catalogue, " ".join(word.text for word in (*part_of_name, *others)))
        if known:
            beside = () if part_of_name else tuple(grades_of(grades))
            return _reading(role, beside, title.left_aside, by_name=not title.left_aside)
    return None


def _composed(catalogue: Catalogue, title: EssentialTitle) -> TitleReading | None:
    """Return the reading of a title by its function and its office or field; None if unknown."""
    parts, left_aside = title_parts(title.words), title.left_aside
    if parts.of_another:
        return None
    if parts.delivery or is_turned_delivery(catalogue, parts):
        return _reading(None, parts.grades, by_name=False)
    if parts.unknown and not parts.function:
        return None
    roles = roles_by_parts(catalogue)
    key = next((key for key in role_keys(catalogue, parts) if key in roles), None)
    if key is None:
        return None
    reading = _reading(
        catalogue.roles[roles[key]], parts.grades, (*parts.unknown, *left_aside), by_name=False
    )
    return replace(reading, likened=parts.office is None and key[0] != subject_id(parts.field))


def _reading(
    role: Role | None,
    grades: tuple[TitleWord, ...],
    passed_over: tuple[str, ...] = (),
    by_name: bool = True,
) -> TitleReading:
    """Return a reading with the levels of the role moved by the grades.

    A grade that leaves several levels asks its own question, which replaces that of the role.
    """
    for grade in grades if role else ():
        assert role is not None
        levels = moved_levels(grade.moves, role.levels)
        if levels != role.levels:
            role = replace(role, levels=levels, ask=grade.ask if len(levels) > 1 else None)
    return TitleReading(role=role, grades=grades, passed_over=passed_over, by_name=by_name)
