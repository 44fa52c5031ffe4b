"""Ids that name nothing: references between entries of a catalogue."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pmo_path.catalogue.draft import FILES, Draft
from pmo_path.conditions.inspect import members_read
from pmo_path.conditions.parse import parse
from pmo_path.conditions.syntax import HOLDS, OTHER
from pmo_path.core.errors import BadValueError, Path, Problem
from pmo_path.core.suggest import did_you_mean
from pmo_path.profile.profile import CERTIFICATE_KINDS

# Keys whose value is an id or a list of ids, with the section that defines those ids.
_REFERENCES = {
    "source": "sources",
    "also": "sources",
    "basis": "sources",
    "body": "bodies",
    "superseded_by": "certifications",
    "recommended_before": "certifications",
    "prefer": "certifications",
    "exclude": "certifications",
    "like": "title_words",
}


def dangling_ids(draft: Draft) -> Iterator[Problem]:
    """Report references to sources, bodies and certifications that do not exist."""
    known = {
        section: {entry.id for entry in getattr(draft, section)}
        for section in ("sources", "bodies", "certifications", "title_words")
    }
    for section in FILES:
        yield from _dangling(
            draft,
            (section,),
            draft.data((section,)) if section in draft.documents[FILES[section]].data else [],
            known,
        )


def _dangling(
    draft: Draft, path: Path, value: Any, known: dict[str, set[str]]
) -> Iterator[Problem]:
    if isinstance(value, list):
        for place, item in enumerate(value):
            yield from _dangling(draft, (*path, place), item, known)
        return
    if not isinstance(value, dict):
        return
    for key, item in value.items():
        section = _REFERENCES.get(key)
        if path[0] == "routes" and key == "certifications":
            section = "certifications"
        references = item if isinstance(item, list) else [item]
        if section is None or not all(isinstance(reference, str) for reference in references):
            yield from _dangling(draft, (*path, key), item, known)
            continue
        for place, reference in enumerate(references):
            if reference not in known[section]:
                where = (*path, key, place) if isinstance(item, list) else (*path, key)
                yield draft.problem(
                    where,
                    "dangling-id",
                    f"{key}: there is no {reference!r} in {section}",
                    did_you_mean(reference, known[section]),
                )


def dangling_certifications(draft: Draft) -> Iterator[Problem]:
    """Report conditions that name an unknown certification."""
    known = {certification.id for certification in draft.certifications}
    for path, data in conditions_of(draft):
        for certification in _named(data, HOLDS):
            if certification not in known:
                yield draft.problem(
                    path,
                    "dangling-id",
                    f"there is no certification {certification!r}",
                    did_you_mean(certification, known),
                )


def dangling_certificates(draft: Draft) -> Iterator[Problem]:
    """Report unknown other certificates in conditions, and listed ones with a
    certification's id.
    """
    known = {*CERTIFICATE_KINDS, *(certificate.id for certificate in draft.other_certificates)}
    for path, data in conditions_of(draft):
        for certificate in _named(data, OTHER):
            if certificate not in known:
                yield draft.problem(
                    path,
                    "dangling-id",
                    f"there is no other certificate {certificate!r}",
                    did_you_mean(certificate, known),
                )
    taken = {certification.id for certification in draft.certifications}
    for place, listed in enumerate(draft.other_certificates):
        if listed.id in taken:
            detail = f"{listed.id!r} is a certification of the catalogue"
            yield draft.problem(
                ("other_certificates", place, "id"), "duplicate-id", detail, "leave it out"
            )


def conditions_of(draft: Draft) -> Iterator[tuple[Path, Any]]:
    """Yield the path of every condition, and the condition as plain data."""
    for place, named in enumerate(draft.conditions):
        yield ("conditions", place, "condition"), named.condition
    for place, certification in enumerate(draft.certifications):
        for number, version in enumerate(certification.entry):
            for index, need in enumerate(version.required):
                yield (
                    ("certifications", place, "entry", number, "required", index, "condition"),
                    need.condition,
                )
    for place, rule in enumerate(draft.rules):
        yield ("rules", place, "if"), rule.if_


def _named(data: Any, fact: str) -> tuple[str, ...]:
    try:
        return members_read(parse(_without_names(data)), fact)
    except BadValueError:
        return ()


def _without_names(data: Any) -> Any:
    if isinstance(data, list):
        return [_without_names(item) for item in data]
    if isinstance(data, dict):
        return (
            {"all": []}
            if set(data) == {"named"}
            else {key: _without_names(item) for key, item in data.items()}
        )
    return data
