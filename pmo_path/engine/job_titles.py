"""Read a job title by its grade, its function, and the office or field that it belongs to.

A title that is the name of a role means that role. Any other is read word by word, with the
vocabulary of the catalogue: it means the role that has its function in its office, at the levels
that its grade leaves. Word order, case, abbreviations, and what stands behind a dash or in brackets
do not matter. A word that the vocabulary lacks is reported, or leaves the title unknown.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from pmo_path.core.memory import remembered
from pmo_path.engine.title_grades import moved_levels
from pmo_path.engine.title_words import Word, title_vocabulary
from pmo_path.model.catalogue import Catalogue
from pmo_path.model.roles import Role, TitleWord

_SEPARATOR = r"(\s+[-–—]+\s+|\s+(?:at|bij|bei|chez)\s+|[,;:|/@()\[\]])"
_LONGEST_TITLE = 200  # letters that are read


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


class _Title(Struct, frozen=True):
    """The words of a title without its tail; another title behind a slash is left aside."""

    words: tuple[Word, ...]
    left_aside: tuple[str, ...] = ()


class _Parts(Struct, frozen=True):
    """The words of a title by what they do.

    `compound` is the field that stands right before the function, as in "project analyst".
    `of_another` tells that the title speaks of somebody else.
    """

    office: Word | None
    field: Word | None
    compound: Word | None
    function: TitleWord | None
    grades: tuple[TitleWord, ...]
    unknown: tuple[str, ...]
    topics: bool
    delivery: bool
    of_another: bool


@remembered(1024)
def read_title(catalogue: Catalogue, title: str) -> TitleReading | None:
    """Return what a job title means; None if it is not known."""
    known, role = _name(catalogue, title)
    if known:
        return TitleReading(role=role)
    essential = _essential(catalogue, title)
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


def office_named(catalogue: Catalogue, title: str | None) -> tuple[str, str] | None:
    """Return the office that a job title names, and the kind of PMO it is; None if it tells none.

    An office may be called what it is not, so the kind is only suggested.
    """
    office = _parts(_essential(catalogue, title or "").words).office
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


def _graded_name(catalogue: Catalogue, title: _Title, *but: str) -> TitleReading | None:
    """Return the reading of a title that is a name beside grades; None if it is not.

    A grade may be a part of the name: a senior PMO is more than a PMO who is senior. Words that
    are of the kinds `but` as well are no grades.
    """
    grades = [word for word in title.words if word.of("grade") and not word.of(*but)]
    others = [word for word in title.words if word not in grades and not word.of("ignored")]
    for part_of_name in (grades, []):
        known, role = _name(catalogue, " ".join(word.text for word in (*part_of_name, *others)))
        if known:
            beside = () if part_of_name else tuple(_grades(grades))
            return _reading(role, beside, title.left_aside, by_name=not title.left_aside)
    return None


def _grades(words: Sequence[Word]) -> Iterator[TitleWord]:
    for word in words:
        if grade := word.of("grade"):
            yield grade


def _composed(catalogue: Catalogue, title: _Title) -> TitleReading | None:
    """Return the reading of a title by its function and its office or field; None if unknown."""
    parts, left_aside = _parts(title.words), title.left_aside
    if parts.of_another:
        return None
    if parts.delivery or _is_turned_delivery(catalogue, parts):
        return _reading(None, parts.grades, by_name=False)
    if parts.unknown and not parts.function:
        return None
    roles = _roles_by_parts(catalogue)
    key = next((key for key in _keys(catalogue, parts) if key in roles), None)
    if key is None:
        return None
    reading = _reading(
        catalogue.roles[roles[key]], parts.grades, (*parts.unknown, *left_aside), by_name=False
    )
    return replace(reading, likened=parts.office is None and key[0] != _id(parts.field))


def _is_turned_delivery(catalogue: Catalogue, parts: _Parts) -> bool:
    """Whether a title is one of delivery in another order, as "manager, projects" is."""
    field = parts.field.of("field") if parts.field else None
    if field is None or parts.function is None or parts.office or parts.topics:
        return False
    turned = f"{field.spellings[0]} {parts.function.spellings[0]}"
    return catalogue.names.find("delivery", turned) is not None


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


def _parts(words: Sequence[Word]) -> _Parts:
    """Sort the words of a title by what they do.

    The function is the last one, as in "PMO support analyst", but the first where the title begins
    with it, as in "manager PMO support". A word that may be a grade is one beside a function.
    """
    offices = [word for word in words if word.of("office")]
    fields = [word for word in words if word.of("field")]
    functions = [word for word in words if word.of("function")]
    heads = [word for word in functions if not word.of("grade")] or functions[-1:]
    head = (heads[0] if heads[0] is words[0] else heads[-1]) if heads else None
    return _Parts(
        office=next(reversed(offices), None),
        field=next(reversed(fields), None),
        compound=next(
            (field for field, word in pairwise(words) if word is head and field.of("field")), None
        ),
        function=head.of("function") if head else None,
        grades=tuple(_grades([word for word in words if word is not head])),
        unknown=tuple(word.text for word in words if not word.entries),
        topics=any(word.of("topic") for word in words),
        delivery=any(word.of("delivery") for word in words),
        of_another=any(word.of("other") for word in words),
    )


@remembered(8)
def _roles_by_parts(catalogue: Catalogue) -> Mapping[tuple[str, str], str]:
    """Return the ids of the roles by subject and function of their titles."""
    found: dict[tuple[str, str], str] = {}
    for role in catalogue.roles.values():
        for title in (*role.titles_en, *role.titles_nl):
            parts = _parts(title_vocabulary(catalogue).words(title))
            subject, function = _id(parts.office or parts.field), parts.function
            if subject and not (parts.grades or parts.topics or parts.unknown):
                found.setdefault((subject, function.id if function else ""), role.id)
    return found


def _keys(catalogue: Catalogue, parts: _Parts) -> Iterator[tuple[str, str]]:
    """Yield the subjects and functions by which a role is looked up, in turn.

    Its own words first: a compound, its office, its field. Then those that stand in for them. An
    office may stand without a function, but not beside a field.
    """
    if parts.function is None:
        if parts.office and not parts.field:
            yield _id(parts.office), ""
        return
    subjects = [_id(word) for word in (parts.compound, parts.office, parts.field) if word]
    own = subjects[: len(subjects) - 1] if parts.office and parts.field else subjects
    for subject in own:
        yield subject, parts.function.id
    for function in _likes(catalogue, parts.function.id):
        for subject in subjects:
            for stand_in in _likes(catalogue, subject):
                yield stand_in, function


def _id(word: Word | None) -> str:
    entry = word.of("office", "field") if word else None
    return entry.id if entry else ""


def _likes(catalogue: Catalogue, word: str | None) -> Iterator[str]:
    """Yield the id of a word, and those that stand in for it."""
    known = title_vocabulary(catalogue).by_id
    while word is not None:
        yield word
        word = known[word].like if word in known else None


def _essential(catalogue: Catalogue, title: str) -> _Title:
    """Return a title without its tail, such as a place or a kind of contract.

    What stands behind a dash, a comma or in brackets counts where it adds the office, the field or
    the function that is still missing, or a grade. What behind a slash has a function of its own
    is another title.
    """
    vocabulary = title_vocabulary(catalogue)
    words: tuple[Word, ...] = ()
    left_aside: list[str] = []
    for separator, segment in _segments(title[:_LONGEST_TITLE]):
        more = vocabulary.words(segment)
        before, after = _parts(words), _parts((*words, *more))
        adds = (
            (after.office and not before.office)
            or (after.field and not (before.field or before.office))
            or (after.function and not before.function)
        )
        if adds or all(word.of("grade", "ignored") for word in more):
            words = (*words, *more)
        elif separator == "/" and _parts(more).function:
            left_aside.append(segment.strip())
    return _Title(words or vocabulary.words(title[:_LONGEST_TITLE]), tuple(left_aside))


def _segments(title: str) -> Iterator[tuple[str, str]]:
    """Yield the segments of a title, each with the separator before it."""
    pieces = ["", *re.split(_SEPARATOR, title)]
    for separator, segment in zip(pieces[::2], pieces[1::2], strict=True):
        yield separator.strip(), segment
