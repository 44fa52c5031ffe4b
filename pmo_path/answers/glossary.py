"""Look up catalogue terms that are no certifications: PMO types, levels, roles, bodies and more."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator
from datetime import date

from pmo_path.answers.catalogue_views import fact_view
from pmo_path.answers.citations import cited_sources
from pmo_path.answers.fact_age import catalogue_age
from pmo_path.contract.catalogue import TermView
from pmo_path.core.text import plain_name
from pmo_path.messages.catalog import say
from pmo_path.model.catalogue import Catalogue
from pmo_path.model.certifications import Body
from pmo_path.model.other_certificates import ListedCertificate, MistakenName
from pmo_path.model.roles import CareerLevel, PmoKind, Role
from pmo_path.model.rules import Development
from pmo_path.model.statements import Fact

FactGroups = Iterator[tuple[str, Iterable[Fact]]]
# Vocabularies of certificates that are not described as certifications.
_OUTSIDE = ("mistaken-name", "other-certificate")


def term_names(catalogue: Catalogue) -> dict[str, str]:
    """Return the term id for every known spelling, topics of background knowledge included."""
    ids: dict[str, str] = {}
    for known in (*catalogue.pmo_types, *catalogue.levels, *catalogue.roles):
        ids.setdefault(plain_name(known), known)
    for item in catalogue.development:
        for name in (item.id, item.name):
            ids.setdefault(plain_name(name), item.id)
    for fact in catalogue.background:
        ids.setdefault(plain_name(fact.topic), fact.topic)
    for vocabulary in ("body", "pmo-type", "role", *_OUTSIDE):
        for spelling, term in catalogue.names.words[vocabulary].items():
            if not spelling.startswith("="):
                ids.setdefault(spelling, term)
    return ids


def close_terms(catalogue: Catalogue, name: str) -> list[str]:
    """Return the ids of up to three terms with a spelling similar to a name, or containing it.

    A name of three characters or fewer is not searched for inside spellings.
    """
    known, wanted = term_names(catalogue), plain_name(name)
    alike = difflib.get_close_matches(wanted[:80], known, n=3, cutoff=0.7)
    inside = [spelling for spelling in known if len(wanted) > 3 and wanted in spelling]
    return list(dict.fromkeys(known[spelling] for spelling in (*alike, *inside)))[:3]


def outside_view(catalogue: Catalogue, name: str, as_of: date) -> TermView | None:
    """Return what is known of a certificate outside the catalogue, or of a mistaken name; or None
    where the name is of neither.
    """
    found = (catalogue.names.find(vocabulary, name) for vocabulary in _OUTSIDE)
    term = next(filter(None, found), None)
    return term_view(catalogue, term, as_of) if term else None


def term_view(catalogue: Catalogue, name: str, as_of: date) -> TermView | None:
    """Return what the catalogue says about a term, or None where nothing has that name."""
    term = term_names(catalogue).get(plain_name(name))
    if term is None:
        return None
    kind, title, spellings, ask, groups = _described(catalogue, term)
    facts = tuple(
        fact_view(catalogue, about, fact, as_of) for about, group in groups for fact in group
    )
    checked = min((date.fromisoformat(fact.verified_on) for fact in facts), default=as_of)
    return TermView(
        as_of=as_of.isoformat(),
        catalogue=catalogue_age(catalogue, as_of, {title: checked}),
        id=term,
        what=kind,
        name=title,
        names=tuple(dict.fromkeys(spellings)),
        ask=ask,
        facts=facts,
        sources=cited_sources(catalogue, facts),
    )


def _described(catalogue: Catalogue, term: str) -> tuple[str, str, list[str], str, FactGroups]:
    if term in catalogue.pmo_types:
        kind = catalogue.pmo_types[term]
        spellings = [kind.name.nl, *(name for group in kind.aliases for name in group.names)]
        return "PMO type", kind.name.en, spellings, "", _of_type(kind)
    if term in catalogue.levels:
        level = catalogue.levels[term]
        return (
            "career level",
            f"level {level.number}: {level.name.en}",
            [level.name.nl],
            "",
            _of_level(level),
        )
    if term in catalogue.roles:
        role = catalogue.roles[term]
        return (
            "role",
            role.value,
            [*role.titles_en, *role.titles_nl],
            role.ask.en if role.ask else "",
            _of_role(role),
        )
    if term in catalogue.bodies:
        body = catalogue.bodies[term]
        return "body", body.name, [body.short, *body.aliases], body.ask, _of_body(body)
    if term in catalogue.mistaken_names:
        mistaken = catalogue.mistaken_names[term]
        return "mistaken name", mistaken.names[0], [*mistaken.names[1:]], "", _of_name(mistaken)
    if term in catalogue.other_certificates:
        other = catalogue.other_certificates[term]
        ask = say("outside", ask=other.ask) if other.ask else say("outside-unknown")
        return "other certificate", other.value, [*other.aliases], ask, _of_other(other)
    for item in catalogue.development:
        if item.id == term:
            return (
                f"beyond the exam: {item.area}, {item.state}",
                item.name,
                [item.address or ""],
                "",
                _of_item(item),
            )
    background = [fact for fact in catalogue.background if fact.topic == term]
    return "background knowledge", term, [], "", iter([(term, background)])


def _of_type(kind: PmoKind) -> FactGroups:
    yield "meaning", (kind.meaning_en, kind.meaning_nl)
    yield "purpose", (kind.purpose,)
    yield "serves", (kind.serves,)
    yield "services", kind.services
    yield "roles", kind.roles
    yield "more", kind.more


def _of_level(level: CareerLevel) -> FactGroups:
    yield "called", (level.label,)
    yield "titles", (level.titles,)
    yield "office", (level.office,)
    yield "years (our bands)", (level.years,)
    yield "more", level.more


def _of_role(role: Role) -> FactGroups:
    yield f"level {' or '.join(role.levels)}; PMOs: {', '.join(role.pmo_types) or 'any'}", (role,)
    yield "readings", role.readings


def _of_body(body: Body) -> FactGroups:
    yield "notes", body.notes


def _of_name(mistaken: MistakenName) -> FactGroups:
    yield "meant", (mistaken,)


def _of_other(other: ListedCertificate) -> FactGroups:
    yield "kind", (other,)
    yield "known", other.known
    yield "where to go", other.pages


def _of_item(item: Development) -> FactGroups:
    yield "what", item.what
    yield "for whom", item.for_whom
    yield "cost", item.cost
    yield "status", item.status
    yield "history", item.history
