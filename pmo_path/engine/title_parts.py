"""Sort the words of a job title by what they do, and find the role that has them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from msgspec import Struct

from pmo_path.core.memory import remembered
from pmo_path.engine.title_words import Word, title_vocabulary
from pmo_path.model.catalogue import Catalogue
from pmo_path.model.roles import TitleWord

_SEPARATOR = r"(\s+[-–—]+\s+|\s+(?:at|bij|bei|chez)\s+|[,;:|/@()\[\]])"
_LONGEST_TITLE = 200  # letters that are read


class EssentialTitle(Struct, frozen=True):
    """The words of a title without its tail; another title behind a slash is left aside."""

    words: tuple[Word, ...]
    left_aside: tuple[str, ...] = ()


class TitleParts(Struct, frozen=True):
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


def title_parts(words: Sequence[Word]) -> TitleParts:
    """Sort the words of a title by what they do.

    The function is the last one, as in "PMO support analyst", but the first where the title begins
    with it, as in "manager PMO support". A word that may be a grade is one beside a function.
    """
    offices = [word for word in words if word.of("office")]
    fields = [word for word in words if word.of("field")]
    functions = [word for word in words if word.of("function")]
    heads = [word for word in functions if not word.of("grade")] or functions[-1:]
    head = (heads[0] if heads[0] is words[0] else heads[-1]) if heads else None
    return TitleParts(
        office=next(reversed(offices), None),
        field=next(reversed(fields), None),
        compound=next(
            (field for field, word in pairwise(words) if word is head and field.of("field")), None
        ),
        function=head.of("function") if head else None,
        grades=tuple(grades_of([word for word in words if word is not head])),
        unknown=tuple(word.text for word in words if not word.entries),
        topics=any(word.of("topic") for word in words),
        delivery=any(word.of("delivery") for word in words),
        of_another=any(word.of("other") for word in words),
    )


@remembered(8)
def roles_by_parts(catalogue: Catalogue) -> Mapping[tuple[str, str], str]:
    """Return the ids of the roles by subject and function of their titles."""
    found: dict[tuple[str, str], str] = {}
    for role in catalogue.roles.values():
        for title in (*role.titles_en, *role.titles_nl):
            parts = title_parts(title_vocabulary(catalogue).words(title))
            subject, function = subject_id(parts.office or parts.field), parts.function
            if subject and not (parts.grades or parts.topics or parts.unknown):
                found.setdefault((subject, function.id if function else ""), role.id)
    return found


def role_keys(catalogue: Catalogue, parts: TitleParts) -> Iterator[tuple[str, str]]:
    """Yield the subjects and functions by which a role is looked up, in turn.

    Its own words first: a compound, its office, its field. Then those that stand in for them. An
    office may stand without a function, but not beside a field.
    """
    if parts.function is None:
        if parts.office and not parts.field:
            yield subject_id(parts.office), ""
        return
    subjects = [subject_id(word) for word in (parts.compound, parts.office, parts.field) if word]
    own = subjects[: len(subjects) - 1] if parts.office and parts.field else subjects
    for subject in own:
        yield subject, parts.function.id
    for function in _likes(catalogue, parts.function.id):
        for subject in subjects:
            for stand_in in _likes(catalogue, subject):
                yield stand_in, function


def subject_id(word: Word | None) -> str:
    """Return the id of an office or field; empty if there is none."""
    entry = word.of("office", "field") if word else None
    return entry.id if entry else ""


def _likes(catalogue: Catalogue, word: str | None) -> Iterator[str]:
    """Yield the id of a word, and those that stand in for it."""
    known = title_vocabulary(catalogue).by_id
    while word is not None:
        yield word
        word = known[word].like if word in known else None


def essential_title(catalogue: Catalogue, title: str) -> EssentialTitle:
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
        before, after = title_parts(words), title_parts((*words, *more))
        adds = (
            (after.office and not before.office)
            or (after.field and not (before.field or before.office))
            or (after.function and not before.function)
        )
        if adds or all(word.of("grade", "ignored") for word in more):
            words = (*words, *more)
        elif separator == "/" and title_parts(more).function:
            left_aside.append(segment.strip())
    return EssentialTitle(words or vocabulary.words(title[:_LONGEST_TITLE]), tuple(left_aside))


def _segments(title: str) -> Iterator[tuple[str, str]]:
    """Yield the segments of a title, each with the separator before it."""
    pieces = ["", *re.split(_SEPARATOR, title)]
    for separator, segment in zip(pieces[::2], pieces[1::2], strict=True):
        yield separator.strip(), segment


def is_turned_delivery(catalogue: Catalogue, parts: TitleParts) -> bool:
    """Whether a title is one of delivery in another order, as "manager, projects" is."""
    field = parts.field.of("field") if parts.field else None
    if field is None or parts.function is None or parts.office or parts.topics:
        return False
    turned = f"{field.spellings[0]} {parts.function.spellings[0]}"
    return catalogue.names.find("delivery", turned) is not None


def grades_of(words: Sequence[Word]) -> Iterator[TitleWord]:
    """Yield the grades among words."""
    for word in words:
        if grade := word.of("grade"):
            yield grade
