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
    Listed,
    Source,
)
from pmo_path.model.roles import Background, CareerLevel, Delivery, Family, PmoKind, Question, Role
from pmo_path.model.rules import Development, NamedCondition, Rule
from pmo_path.profile.vocabulary import Names, exact, fixed_names

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
    other_certificates: tuple[Listed, ...]
    pmo_types: tuple[PmoKind, ...]
    type_questions: tuple[Question, ...]
    career_levels: tuple[CareerLevel, ...]
    roles: tuple[Role, ...]
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
            one,
            entry=tuple(
                _entry(draft, ("certifications", place, "entry", number), version, named, problems)
                for number, version in enumerate(one.entry)
            ),
        )
        for place, one in enumerate(draft.certifications)
    )
    rules = tuple(
        replace(one, if_=_condition(draft, ("rules", place, "if"), one.if_, named, problems))
        for place, one in enumerate(draft.rules)
    )
    return (
        Catalogue(
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
            delivery=draft.delivery,
            families=by_id(draft.routes),
            background=draft.background,
            rules=rules,
            development=draft.development,
            names=names_of(draft),
            implies=implied(certifications),
            confidences=confidences(
                (
                    certifications,
                    draft.other_certificates,
                    rules,
                    draft.development,
                    draft.roles,
                    draft.career_levels,
                )
            ),
        ),
        problems,
    )


def by_id(entries: Iterable[Any]) -> dict[str, Any]:
    """Return entries by id, sorted by their number if they have one, else by id."""
    listed = list(entries)
    if listed and hasattr(listed[0], "number"):
        return {one.id: one for one in sorted(listed, key=lambda one: one.number)}
    return {one.id: one for one in sorted(listed, key=lambda one: one.id)}


def _version(draft: Draft) -> str:
    """Return the catalogue's version: the newest date on which a source was checked."""
    return max((one.verified_on.isoformat() for one in draft.sources), default="none")


def _named(draft: Draft, problems: list[Problem]) -> dict[str, Named]:
    named: dict[str, Named] = {}
    for place, one in enumerate(draft.conditions):
        condition = _condition(
            draft, ("conditions", place, "condition"), one.condition, named, problems
        )
        named[one.name] = Named(one.name, one.say, condition, one.judgement == "ours")
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
            one,
            condition=_condition(
                draft, (*path, "required", place, "condition"), one.condition, named, problems
            ),
        )
        for place, one in enumerate(version.required)
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


def implied(certifications: Iterable[Certification]) -> dict[str, frozenset[str]]:
    """Return the certifications that holding each one implies: its prerequisites, and theirs.

    Counts only what every version of the entry requirements demands, as an award may have any date.
    """
    direct = {}
    for one in certifications:
        versions = [
            frozenset().union(*(must_hold(need.condition) for need in each.required))
            for each in one.entry
        ]
        direct[one.id] = frozenset.intersection(*versions) if versions else frozenset()
    found: dict[str, frozenset[str]] = {}
    for start in direct:
        seen: set[str] = set()
        todo = [start]
        while todo:
            for needed in direct.get(todo.pop(), frozenset()) - seen:
                seen.add(needed)
                todo.append(needed)
        if seen - {start}:
            found[start] = frozenset(seen - {start})
    return found


def confidences(entries: Any) -> dict[str, frozenset[Confidence]]:
    """Return, for each source, the grades of confidence of the facts that cite it."""
    found: dict[str, set[Confidence]] = {}
    todo = [entries]
    while todo:
        value = todo.pop()
        if isinstance(value, tuple):
            todo += value
        elif isinstance(value, Entry):
            todo += astuple(value)
            grade: Confidence | None = getattr(value, "confidence", None)
            source: str | None = getattr(value, "source", None)
            if grade and source:
                for one in (source, *getattr(value, "also", ())):
                    found.setdefault(one, set()).add(grade)
    return {one: frozenset(found[one]) for one in sorted(found)}


def certification_names(one: Certification) -> Iterator[str]:
    """Yield every spelling that names a certification."""
    yield from (one.id, one.short)
    yield from one.aliases
    yield from (name.value for name in one.names)


def type_names(one: PmoKind) -> Iterator[str]:
    """Yield every spelling that names a PMO type."""
    yield from (one.id, one.name.en, one.name.nl)
    for group in one.aliases:
        yield from group.names


def role_names(one: Role) -> Iterator[str]:
    """Yield the id and every title of a role."""
    yield one.id
    yield from one.titles_en
    yield from one.titles_nl


def names_of(draft: Draft) -> Names:
    """Return the vocabularies of a catalogue. The first entry with a spelling keeps it."""
    words: dict[str, dict[str, str]] = {**fixed_names()}
    ids = [(one.id, one.id) for one in draft.certifications]
    words["certification"] = _index(
        [
            *ids,
            *((name, one.id) for one in draft.certifications for name in certification_names(one)),
        ]
    )
    words["other-certificate"] = _index(
        (name, one.id)
        for one in draft.other_certificates
        for name in (one.id, one.value, *one.aliases)
    )
    words["pmo-type"] = _index(
        (name, one.id) for one in draft.pmo_types for name in type_names(one)
    )
    words["role"] = _index((name, one.id) for one in draft.roles for name in role_names(one))
    words["pmo-type-question"] = _index(
        (name, one.ask.en) for one in draft.type_questions for name in one.names
    )
    words["body"] = _index(
        (name, one.id)
        for one in draft.bodies
        for name in (one.id, one.name, one.short, *one.aliases)
    )
    words["delivery"] = _index(
        (name, "delivery") for name in (*draft.delivery.titles_en, *draft.delivery.titles_nl)
    )
    words["level"] = _index(
        (name, one.id)
        for one in draft.career_levels
        for name in (one.id, str(one.number), f"level {one.number}")
    )
    return Names(words)


def _index(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    index: dict[str, str] = {}
    for name, one in pairs:
        index.setdefault(exact(name), one)
        index.setdefault(plain_name(name), one)
    return index
