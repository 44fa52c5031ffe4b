"""Turn validated entries into a Catalogue: parse conditions, index names, link ids."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from msgspec.structs import astuple, replace

from pmo_path.catalogue.draft import Draft
from pmo_path.catalogue.spellings import vocabularies
from pmo_path.conditions.inspect import must_hold
from pmo_path.conditions.parse import parse
from pmo_path.conditions.syntax import Condition, Named
from pmo_path.core.errors import BadValueError, Path, Problem
from pmo_path.model.catalogue import Catalogue
from pmo_path.model.certifications import Certification, EntryVersion
from pmo_path.model.statements import Confidence, Entry


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
        mistaken_names=by_id(draft.mistaken_names),
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
            draft.mistaken_names,
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
