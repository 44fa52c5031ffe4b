"""Read a job title by its grade, its function, and the office or field that it belongs to.

A title that is the name of a role means that role. Any other is read word by word, with the
vocabulary of the catalogue: it means the role that has its function in its office, at the levels
that its grade leaves. Word order, case, abbreviations, and what stands behind a dash or in brackets
do not matter. A word that the vocabulary lacks is reported, or leaves the title unknown.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from pmo_path.core.memory import remembered
from pmo_path.core.text import plain_name
from pmo_path.engine.title_grades import moved_levels
from pmo_path.model.catalogue import Catalogue
from pmo_path.model.roles import Role, TitleWord

_LONGEST_PHRASE = 6  # words: "project and programme management office" has five
_SHORTEST_PART = 4  # letters of a part of a compound
_ALIKE = 0.75  # one or two letters of a word are wrong
_SEPARATOR = r"\s+[-–—|]+\s+|\s+(?:at|bij|bei|chez)\s+|[,;:|@()\[\]]"
_WORD = r"[^\W_]+(?:['’.][^\W_]+)*|&"


class TitleReading(Struct, frozen=True, kw_only=True):
    """What a job title means: a role, or delivery.

    `role` has the levels that this title means, which a grade may have moved from those of the
    role itself; it is None for a title of delivery. `office` is the office as the title writes it,
    empty if it names none. `passed_over` are the words that the vocabulary lacks. `by_name` tells
    that the title is a name of the role, perhaps behind a grade, and not read word by word.
    """

    role: Role | None
    grades: tuple[TitleWord, ...] = ()
    office: str = ""
    passed_over: tuple[str, ...] = ()
    by_name: bool = True


class _Word(Struct, frozen=True):
    """A word or phrase of a title, with its entries in the vocabulary: none if it is unknown."""

    text: str
    entries: tuple[TitleWord, ...]

    def of(self, *kinds: str) -> TitleWord | None:
        """Return the entry of one of these kinds, or None."""
        return next((entry for entry in self.entries if entry.kind in kinds), None)


class _Parts(Struct, frozen=True):
    """The words of a title by what they do: its subject is the office, else the field."""

    subject: _Word | None
    field: _Word | None
    function: TitleWord | None
    grades: tuple[TitleWord, ...]
    topics: bool
    unknown: tuple[str, ...]

    @property
    def key(self) -> tuple[str, str]:
        """The ids of the subject and of the function, empty where the title names none."""
        subject = self.subject and self.subject.of("office", "field")
        return subject.id if subject else "", self.function.id if self.function else ""


class _Vocabulary(Struct, frozen=True):
    """The words of titles by id and by plain spelling."""

    by_id: Mapping[str, TitleWord]
    by_spelling: Mapping[str, tuple[TitleWord, ...]]


@remembered(1024)
def read_title(catalogue: Catalogue, title: str) -> TitleReading | None:
    """Return what a job title means; None if it is not known."""
    known, role = _name(catalogue, title)
    if known:
        return TitleReading(role=role)
    words = _essential(catalogue, title)
    return (
        _graded_name(catalogue, words, [word for word in words if not word.of("function")])
        or _composed(catalogue, words)
        or _graded_name(catalogue, words, words)
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
    whose level is known with low confidence.
    """
    reading = read_title(catalogue, title) if title else None
    if reading is None or reading.role is None:
        return False
    moved = reading.role.levels != catalogue.roles[reading.role.id].levels
    return bool(reading.passed_over) or moved or reading.role.confidence == "low"


def near_roles(catalogue: Catalogue, title: str) -> tuple[str, ...]:
    """Return the ids of the roles that an unknown title may mean, the likeliest first."""
    corrected = find_role(catalogue, _corrected(catalogue, title))
    near = [role for role in catalogue.names.close("role", title) if catalogue.roles[role].title]
    return tuple(dict.fromkeys([*([corrected.id] if corrected else []), *near]))


def office_named(catalogue: Catalogue, title: str | None) -> tuple[str, str] | None:
    """Return the office that a job title names, and the kind of PMO it is; None if it tells none.

    An office may be called what it is not, so the kind is only suggested.
    """
    subject = _parts(_essential(catalogue, title or "")).subject
    kind = catalogue.names.find("pmo-type", subject.text) if subject else None
    return (subject.text, kind) if subject and kind and subject.of("office") else None


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


def _graded_name(
    catalogue: Catalogue, words: Sequence[_Word], may_be_grades: Sequence[_Word]
) -> TitleReading | None:
    """Return the reading of a title that is a name beside grades; None if it is not.

    A grade may be a part of the name: a senior PMO is more than a PMO who is senior.
    """
    grades = [word for word in may_be_grades if word.of("grade")]
    others = [word for word in words if word not in grades and not word.of("ignored")]
    for part_of_name in (grades, []):
        known, role = _name(catalogue, " ".join(word.text for word in (*part_of_name, *others)))
        if known:
            beside = () if part_of_name else tuple(_grades(grades))
            return _reading(role, beside)
    return None


def _grades(words: Sequence[_Word]) -> Iterator[TitleWord]:
    for word in words:
        if grade := word.of("grade"):
            yield grade


def _composed(catalogue: Catalogue, words: Sequence[_Word]) -> TitleReading | None:
    """Return the reading of a title by its function and its office or field; None if unknown."""
    if any(word.of("other") for word in words):
        return None
    parts = _parts(words)
    if any(word.of("delivery") for word in words):
        return _reading(None, parts.grades, by_name=False)
    if parts.unknown and not parts.function:
        return None
    office = parts.subject.text if parts.subject and parts.subject.of("office") else ""
    roles = _roles_by_parts(catalogue)
    exact = roles.get(parts.key, "")
    if exact == "delivery":
        return None if parts.topics else _reading(None, parts.grades, by_name=False)
    found = exact or next(
        (
            roles[key]
            for key in _stand_ins(catalogue, parts)
            if roles.get(key, "delivery") != "delivery"
        ),
        None,
    )
    if found is None:
        return None
    return _reading(catalogue.roles[found], parts.grades, office, parts.unknown, by_name=False)


def _reading(
    role: Role | None,
    grades: tuple[TitleWord, ...],
    office: str = "",
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
    return TitleReading(
        role=role, grades=grades, office=office, passed_over=passed_over, by_name=by_name
    )


def _parts(words: Sequence[_Word]) -> _Parts:
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
        subject=next(reversed(offices or fields), None),
        field=next(reversed(fields), None),
        function=head.of("function") if head else None,
        grades=tuple(_grades([word for word in words if word is not head])),
        topics=any(word.of("topic") for word in words),
        unknown=tuple(word.text for word in words if not word.entries),
    )


@remembered(8)
def _roles_by_parts(catalogue: Catalogue) -> Mapping[tuple[str, str], str]:
    """Return the ids of the roles, and "delivery", by subject and function of their titles."""
    found: dict[tuple[str, str], str] = {}
    named = [
        *((role.id, (*role.titles_en, *role.titles_nl)) for role in catalogue.roles.values()),
        ("delivery", (*catalogue.delivery.titles_en, *catalogue.delivery.titles_nl)),
    ]
    for meant, titles in named:
        for title in titles:
            parts = _parts(_words(_vocabulary(catalogue), title))
            if parts.subject and not (parts.grades or parts.topics or parts.unknown):
                found.setdefault(parts.key, meant)
    return found


def _stand_ins(catalogue: Catalogue, parts: _Parts) -> Iterator[tuple[str, str]]:
    """Yield the keys that may stand in for that of a title: of like offices, then of its field,
    then of like functions. Nothing stands in where the title has no function.
    """
    subject, function = parts.key
    field = parts.field.of("field") if parts.field else None
    for like_function in _likes(catalogue, function or None):
        for start in (subject, field.id if field else None):
            for like_subject in _likes(catalogue, start):
                yield like_subject, like_function


def _likes(catalogue: Catalogue, word: str | None) -> Iterator[str]:
    """Yield the id of a word, and those that stand in for it."""
    known = _vocabulary(catalogue).by_id
    while word is not None:
        yield word
        word = known[word].like if word in known else None


@remembered(8)
def _vocabulary(catalogue: Catalogue) -> _Vocabulary:
    spelled: dict[str, tuple[TitleWord, ...]] = {}
    for word in catalogue.title_words:
        for spelling in word.spellings:
            key = _plain(spelling)
            spelled[key] = (*spelled.get(key, ()), word)
    delivery = TitleWord(id="delivery", kind="delivery")
    for title in (*catalogue.delivery.titles_en, *catalogue.delivery.titles_nl):
        spelled.setdefault(_plain(title), (delivery,))
    return _Vocabulary({word.id: word for word in catalogue.title_words}, spelled)


def _essential(catalogue: Catalogue, title: str) -> tuple[_Word, ...]:
    """Return the words of a title without its tail, such as a place or a kind of contract.

    What stands behind a dash, a comma or in brackets counts where it adds the office, the field or
    the function that is still missing, or a grade.
    """
    vocabulary = _vocabulary(catalogue)
    essential: tuple[_Word, ...] = ()
    for segment in re.split(_SEPARATOR, title):
        words = _words(vocabulary, segment)
        before, after = _parts(essential), _parts((*essential, *words))
        adds_subject = before.subject is None and after.subject is not None
        adds_function = before.function is None and after.function is not None
        grades_only = all(word.of("grade", "ignored") for word in words)
        if adds_subject or adds_function or grades_only:
            essential = (*essential, *words)
    return essential or _words(vocabulary, title)


def _words(vocabulary: _Vocabulary, text: str) -> tuple[_Word, ...]:
    """Return the words of a text, the longest known phrases together."""
    tokens = [part for token in re.findall(_WORD, text) for part in _taken_apart(vocabulary, token)]
    words: list[_Word] = []
    place = 0
    while place < len(tokens):
        for length in range(min(_LONGEST_PHRASE, len(tokens) - place), 0, -1):
            phrase = tokens[place : place + length]
            entries = vocabulary.by_spelling.get(_plain("".join(phrase)), ())
            if entries or length == 1:
                words.append(_Word(" ".join(phrase), entries))
                place += length
                break
    return tuple(words)


def _taken_apart(vocabulary: _Vocabulary, token: str) -> Sequence[str]:
    """Return the parts of a compound such as projectondersteuner; the token itself if it is none.

    A letter s or en may join two parts.
    """
    if _plain(token) in vocabulary.by_spelling:
        return [token]
    for cut in range(_SHORTEST_PART, len(token) - _SHORTEST_PART + 1):
        if _plain(token[:cut]) not in vocabulary.by_spelling:
            continue
        rest = _taken_apart(vocabulary, token[cut:])
        if all(_plain(part) in vocabulary.by_spelling for part in rest):
            return [token[:cut], *rest]
    return [token]


def _plain(text: str) -> str:
    return plain_name(text) or text


def _corrected(catalogue: Catalogue, title: str) -> str:
    """Return a title with each unknown word replaced by the known one that it may misspell."""
    import difflib  # only needed for unknown titles

    vocabulary = _vocabulary(catalogue)
    known = [spelling for spelling in vocabulary.by_spelling if len(spelling) >= _SHORTEST_PART]
    words: list[str] = []
    for word in _words(vocabulary, title):
        alike = difflib.get_close_matches(_plain(word.text), known, n=1, cutoff=_ALIKE)
        words.append(alike[0] if alike and not word.entries else word.text)
    return " ".join(words)
