"""Turn validated entries into a Catalogue: parse conditions, index names, link ids."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from msgspec import Struct
from msgspec.structs import astuple, replace

from pmo_path.conditions.inspect import must_hold
from pmo_path.conditions.parse import parse
from pmo_path.conditions.syntax import Condition, Named
from pmo_path.core.documents import Document
from pmo_path.core.errors import BadValueError, Path, Problem
from pmo_path.core.text import plain_name
from pmo_path.model.catalogue import Catalogue
from pmo_path.model.certifications import (
    Body,
    Certification,
    Confidence,
    Entry,
    EntryVersion,
    ListedCertificate,
    Source,
)
from pmo_path.model.roles import (
    Background,
    CareerLevel,
    Delivery,
    Family,
    PmoKind,
    Role,
    TitleWord,
    TypeQuestion,
)
from pmo_path.model.rules import Development, NamedCondition, Rule
from pmo_path.profile.vocabulary import Names, exact_key, fixed_vocabularies

# The file that holds each section.
FILES = {
    "sources": "sources",
    "bodies": "certifications",
    "conditions": "certifications",
    "certifications": "certifications",
    "other_certificates": "certifications",
    "pmo_types": "roles",
    "type_questions": "roles",
    "career_levels": "roles",
    "roles": "roles",
    "title_words": "roles",
    "delivery": "roles",
    "routes": "roles",
    "background": "roles",
    "rules": "rules",
    "development": "development",
}


class Draft(Struct, frozen=True, kw_only=True):
    """The sections as validated, with the documents in which to locate problems."""

    documents: Mapping[str, Document]
    digest: str
    sources: tuple[Source, ...]
    bodies: tuple[Body, ...]
    conditions: tuple[NamedCondition, ...]
    certifications: tuple[Certification, ...]
    other_certificates: tuple[ListedCertificate, ...]
    pmo_types: tuple[PmoKind, ...]
    type_questions: tuple[TypeQuestion, ...]
    career_levels: tuple[CareerLevel, ...]
    roles: tuple[Role, ...]
    title_words: tuple[TitleWord, ...]
    delivery: Delivery
    routes: tuple[Family, ...]
    background: tuple[Background, ...]
    rules: tuple[Rule, ...]
    development: tuple[Development, ...]

    def problem(self, path: Path, code: str, detail: str, hint: str | None = None) -> Problem:
        """Return a problem located in the file that holds the section of `path`."""
        return self.documents[FILES[str(path[0])]].problem(path, code, detail, hint)

    def data(self, path: Path) -> Any:
        """Return the plain data at a path."""
        value = self.documents[FILES[str(path[0])]].data
        for part in path:
            value = value[part]
        return value


def assemble(draft: Draft) -> tuple[Catalogue, list[Problem]]:
    """Return the catalogue of a draft, and a problem for every condition that cannot be parsed."""
    problems: list[Problem] = []
    named = _named(draft, problems)
    certifications = tuple(
        replace(
            certification,
            entry=tuple(
                _entry(draft, ("certifications", place, "entry", number), version, named, problems)
                for number, version in enumerate(certification.entry)
            ),
        )
        for place, certification in enumerate(draft.certifications)
    )
    rules = tuple(
        replace(rule, if_=_condition(draft, ("rules", place, "if"), rule.if_, named, problems))
        for place, rule in enumerate(draft.rules)
    )
    catalogue = Catalogue(
        version=_version(draft),
        digest=draft.digest,
        sources=by_id(draft.sources),
        bodies=by_id(draft.bodies),
        certifications=by_id(certifications),
        other_certificates=by_id(draft.other_certificates),
        pmo_types=by_id(draft.pmo_types),
        type_questions=draft.type_questions,
        levels=by_id(draft.career_levels),
        roles=by_id(draft.roles),
        title_words=draft.title_words,
        delivery=draft.delivery,
        families=by_id(draft.routes),
        background=draft.background,
        rules=rules,
        development=draft.development,
        names=vocabularies(draft),
        implies=implied_certifications(certifications),
        confidences=confidences_by_source(
            certifications,
            draft.other_certificates,
            rules,
            draft.development,
            draft.roles,
            draft.career_levels,
        ),
    )
    return catalogue, problems


def by_id(entries: Iterable[Any]) -> dict[str, Any]:
    """Return entries by id, sorted by their number if they have one, else by id."""
    ordered = sorted(entries, key=lambda entry: getattr(entry, "number", entry.id))
    return {entry.id: entry for entry in ordered}


def _version(draft: Draft) -> str:
    """Return the catalogue's version: the newest date on which a source was checked."""
    return max((source.verified_on.isoformat() for source in draft.sources), default="none")


def _named(draft: Draft, problems: list[Problem]) -> dict[str, Named]:
    named: dict[str, Named] = {}
    for place, definition in enumerate(draft.conditions):
        condition = _condition(
            draft, ("conditions", place, "condition"), definition.condition, named, problems
        )
        ours = definition.judgement == "ours"
        named[definition.name] = Named(definition.name, definition.say, condition, ours)
    return named


def _entry(
    draft: Draft,
    path: Path,
    version: EntryVersion,
    named: Mapping[str, Named],
    problems: list[Problem],
) -> EntryVersion:
    required = tuple(
        replace(
            requirement,
            condition=_condition(
                draft,
                (*path, "required", place, "condition"),
                requirement.condition,
                named,
                problems,
            ),
        )
        for place, requirement in enumerate(version.required)
    )
    return replace(version, required=required)


def _condition(
    draft: Draft, path: Path, data: Any, named: Mapping[str, Named], problems: list[Problem]
) -> Condition:
    try:
        return parse(data, named)
    except BadValueError as bad:
        problems.append(draft.problem(path, bad.code, bad.detail, bad.hint))
        return parse({"all": []})


def implied_certifications(certifications: Iterable[Certification]) -> dict[str, frozenset[str]]:
    """Return the certifications that holding each one implies: its prerequisites, and theirs.

    Counts only what every version of the entry requirements demands, as an award may have any date.
    """
    direct = {}
    for certification in certifications:
        versions = [
            frozenset().union(*(must_hold(need.condition) for need in version.required))
            for version in certification.entry
        ]
        direct[certification.id] = frozenset.intersection(*versions) if versions else frozenset()
    closure: dict[str, frozenset[str]] = {}
    for start in direct:
        reached: set[str] = set()
        todo = [start]
        while todo:
            for needed in direct.get(todo.pop(), frozenset()) - reached:
                reached.add(needed)
                todo.append(needed)
        if reached - {start}:
            closure[start] = frozenset(reached - {start})
    return closure


def confidences_by_source(*entries: Any) -> dict[str, frozenset[Confidence]]:
    """Return, for each source, the grades of confidence of the facts that cite it."""
    grades: dict[str, set[Confidence]] = {}
    todo: list[Any] = [entries]
    while todo:
        value = todo.pop()
        if isinstance(value, tuple):
            todo += value
        elif isinstance(value, Entry):
            todo += astuple(value)
            grade: Confidence | None = getattr(value, "confidence", None)
            source: str | None = getattr(value, "source", None)
            if grade and source:
                for cited in (source, *getattr(value, "also", ())):
                    grades.setdefault(cited, set()).add(grade)
    return {source: frozenset(grades[source]) for source in sorted(grades)}


def certification_names(certification: Certification) -> Iterator[str]:
    """Yield every spelling that names a certification."""
    yield from (certification.id, certification.short)
    yield from certification.aliases
    yield from (name.value for name in certification.names)


def type_names(kind: PmoKind) -> Iterator[str]:
    """Yield every spelling that names a PMO type."""
    yield from (kind.id, kind.name.en, kind.name.nl)
    for group in kind.aliases:
        yield from group.names


def role_names(role: Role) -> Iterator[str]:
    """Yield the id and every title of a role."""
    yield role.id
    yield from role.titles_en
    yield from role.titles_nl


def vocabularies(draft: Draft) -> Names:
    """Return the vocabularies of a catalogue. The first entry with a spelling keeps it."""
    words: dict[str, dict[str, str]] = {**fixed_vocabularies()}
    ids = [(certification.id, certification.id) for certification in draft.certifications]
    spellings = [
        (name, certification.id)
        for certification in draft.certifications
        for name in certification_names(certification)
    ]
    words["certification"] = _index([*ids, *spellings])
    words["other-certificate"] = _index(
        (name, certificate.id)
        for certificate in draft.other_certificates
        for name in (certificate.id, certificate.value, *certificate.aliases)
    )
    words["pmo-type"] = _index(
        (name, kind.id) for kind in draft.pmo_types for name in type_names(kind)
    )
    words["role"] = _index((name, role.id) for role in draft.roles for name in role_names(role))
    words["pmo-type-question"] = _index(
        (name, question.ask.en) for question in draft.type_questions for name in question.names
    )
    words["body"] = _index(
        (name, body.id)
        for body in draft.bodies
        for name in (body.id, body.name, body.short, *body.aliases)
    )
    words["delivery"] = _index(
        (name, "delivery") for name in (*draft.delivery.titles_en, *draft.delivery.titles_nl)
    )
    words["level"] = _index(
        (name, level.id)
        for level in draft.career_levels
        for name in (level.id, str(level.number), f"level {level.number}")
    )
    return Names(words)


def _index(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    index: dict[str, str] = {}
    for name, value in pairs:
        index.setdefault(exact_key(name), value)
        index.setdefault(plain_name(name), value)
    return index
