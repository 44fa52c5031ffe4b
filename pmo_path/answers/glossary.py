"""Look up catalogue terms that are no certifications: PMO types, levels, roles, bodies and more."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator
from datetime import date

from pmo_path.answers.catalogue_views import fact_view
from pmo_path.answers.citations import cited
from pmo_path.answers.fact_age import info
from pmo_path.contract.catalogue import TermView
from pmo_path.core.text import plain_name
from pmo_path.model.catalogue import Catalogue
from pmo_path.model.certifications import Body, Fact
from pmo_path.model.roles import CareerLevel, PmoKind, Role
from pmo_path.model.rules import Development

Told = Iterator[tuple[str, Iterable[Fact]]]


def names(catalogue: Catalogue) -> dict[str, str]:
    """Return the term id for every known spelling, topics of background knowledge included."""
    found: dict[str, str] = {}
    for known in (*catalogue.pmo_types, *catalogue.levels, *catalogue.roles):
        found.setdefault(plain_name(known), known)
    for item in catalogue.development:
        for name in (item.id, item.name):
            found.setdefault(plain_name(name), item.id)
    for fact in catalogue.background:
        found.setdefault(plain_name(fact.topic), fact.topic)
    for vocabulary in ("body", "pmo-type", "role"):
        for spelling, one_id in catalogue.names.words[vocabulary].items():
            if not spelling.startswith("="):
                found.setdefault(spelling, one_id)
    return found


def close(catalogue: Catalogue, name: str) -> list[str]:
    """Return the ids of up to three terms with a spelling similar to a name, or containing it.

    A name of three characters or fewer is not searched for inside spellings.
    """
    known, wanted = names(catalogue), plain_name(name)
    alike = difflib.get_close_matches(wanted[:80], known, n=3, cutoff=0.7)
    inside = [spelling for spelling in known if len(wanted) > 3 and wanted in spelling]
    return list(dict.fromkeys(known[spelling] for spelling in (*alike, *inside)))[:3]


def term(catalogue: Catalogue, name: str, as_of: date) -> TermView | None:
    """Return what the catalogue says about a term, or None where nothing has that name."""
    found = names(catalogue).get(plain_name(name))
    if found is None:
        return None
    what, title, spellings, ask, told = _told(catalogue, found)
    facts = tuple(
        fact_view(catalogue, about, fact, as_of) for about, group in told for fact in group
    )
    checked = min((date.fromisoformat(one.verified_on) for one in facts), default=as_of)
    return TermView(
        as_of=as_of.isoformat(),
        catalogue=info(catalogue, as_of, {title: checked}),
        id=found,
        what=what,
        name=title,
        names=tuple(dict.fromkeys(spellings)),
        ask=ask,
        facts=facts,
        sources=cited(catalogue, facts),
    )


def _told(catalogue: Catalogue, found: str) -> tuple[str, str, list[str], str, Told]:
    if found in catalogue.pmo_types:
        kind = catalogue.pmo_types[found]
        spellings = [kind.name.nl, *(name for group in kind.aliases for name in group.names)]
        return "PMO type", kind.name.en, spellings, "", _of_type(kind)
    if found in catalogue.levels:
        level = catalogue.levels[found]
        return (
            "career level",
            f"level {level.number}: {level.name.en}",
            [level.name.nl],
            "",
            _of_level(level),
        )
    if found in catalogue.roles:
        role = catalogue.roles[found]
        return (
            "role",
            role.value,
            [*role.titles_en, *role.titles_nl],
            role.ask.en if role.ask else "",
            _of_role(role),
        )
    if found in catalogue.bodies:
        body = catalogue.bodies[found]
        return "body", body.name, [body.short, *body.aliases], body.ask, _of_body(body)
    for item in catalogue.development:
        if item.id == found:
            return (
                f"beyond the exam: {item.area}, {item.state}",
                item.name,
                [item.address or ""],
                "",
                _of_item(item),
            )
    background = [fact for fact in catalogue.background if fact.topic == found]
    return "background knowledge", found, [], "", iter([(found, background)])


def _of_type(kind: PmoKind) -> Told:
    yield "meaning", (kind.meaning_en, kind.meaning_nl)
    yield "purpose", (kind.purpose,)
    yield "serves", (kind.serves,)
    yield "services", kind.services
    yield "roles", kind.roles
    yield "more", kind.more


def _of_level(level: CareerLevel) -> Told:
    yield "called", (level.label,)
    yield "titles", (level.titles,)
    yield "office", (level.office,)
    yield "years (our bands)", (level.years,)
    yield "more", level.more


def _of_role(role: Role) -> Told:
    yield f"level {' or '.join(role.levels)}; PMOs: {', '.join(role.pmo_types) or 'any'}", (role,)
    yield "readings", role.readings


def _of_body(body: Body) -> Told:
    yield "notes", body.notes


def _of_item(item: Development) -> Told:
    yield "what", item.what
    yield "for whom", item.for_whom
    yield "cost", item.cost
    yield "status", item.status
    yield "history", item.history
