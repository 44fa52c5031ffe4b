"""The spellings by which the entries of a catalogue are named, as an index of vocabularies."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pmo_path.catalogue.draft import Draft
from pmo_path.core.text import plain_name
from pmo_path.model.certifications import Certification
from pmo_path.model.roles import PmoKind, Role
from pmo_path.profile.vocabulary import Names, exact_key, fixed_vocabularies


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
    # Certifications first, and theirs where a spelling is of both.
    words["certificate"] = {
        **words["certification"],
        **words["other-certificate"],
        **words["certification"],
    }
    words["mistaken-name"] = _index(
        (name, mistaken.id) for mistaken in draft.mistaken_names for name in mistaken.names
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
