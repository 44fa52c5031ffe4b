"""The catalogue on a day as JSON-LD in CTDL, the terms of Credential Engine.

What CTDL has no term for (sources, confidence, observed prices, the dates of statements) stands in
a namespace of our own, `pmo:`. What is not known is left out. docs/ctdl.md has the mapping.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from pmo_path.answers.catalogue_views import catalogue_info, facts_on
from pmo_path.answers.step_values import pages, validity
from pmo_path.contract.published import ValidityView
from pmo_path.core.release import VERSION
from pmo_path.core.scalars import When
from pmo_path.messages.catalog import say
from pmo_path.model.certifications import Body, Certification
from pmo_path.model.history import applies, current_entries
from pmo_path.model.on_day import Day
from pmo_path.reports.ctdl.profiles import conditions, duration, price_profiles, statement
from pmo_path.reports.ctdl.terms import (
    CONTEXT,
    Node,
    identifier,
    in_english,
    known_members,
    source_id,
    urn,
)

# Only what the concept scheme of CTDL says; of the other statuses it knows none.
_STATUS = {
    "current": ("Active", "Active"),
    "suspended": ("Suspended", "Suspended"),
    "withdrawn": ("Deprecated", "Deprecated"),
}


def ctdl_document(day: Day, certifications: Sequence[str]) -> Node:
    """Return certifications that are known of by the day, their owners and every source cited."""
    chosen = [day.catalogue.certifications[name] for name in certifications if day.listed(name)]
    nodes = [_certification(day, certification) for certification in chosen]
    named = dict.fromkeys(link for node in nodes for link in _organisations(node))
    bodies = [body for body in day.catalogue.bodies.values() if identifier(body) in named]
    nodes += [_organisation(day, body) for body in bodies]
    cited = set(_cited(nodes))
    sources = [name for name in sorted(day.catalogue.sources) if source_id(name) in cited]
    return {
        "@context": dict(CONTEXT),
        "@graph": [_dataset(day), *nodes, *(_source(day, name) for name in sources)],
    }


def _dataset(day: Day) -> Node:
    info = catalogue_info(day)
    return {
        "@id": urn("catalogue", "pmo-path"),
        "@type": "schema:Dataset",
        "schema:name": say("ctdl-dataset"),
        "schema:version": info.version,
        "schema:identifier": info.digest,
        "pmo:program": f"pmo-path {VERSION}",
        "pmo:asOf": day.date.isoformat(),
    }


def _certification(day: Day, certification: Certification) -> Node:
    name = certification.id
    entry = day.entry(name)
    offered = [
        identifier(day.catalogue.bodies[fact.body])
        for fact in current_entries(certification.awarded_by, day.date)
        if fact.body and applies(fact, day.date)
    ]
    about = [page.address for page in pages(day, name) if page.for_ == "about"]
    booking = [page.address for page in pages(day, name) if page.for_ == "booking"]
    lasts = validity(day, name)
    length = duration(day, certification)
    current, seen = price_profiles(day, certification)
    required = (*entry.required, *entry.cautions) if entry else ()
    members: Node = {
        "@id": identifier(certification),
        "@type": "ceterms:Certification",
        "ceterms:name": in_english(day.name(name)),
        "ceterms:alternateName": _other_names(day, certification),
        "ceterms:description": in_english(_description(certification)),
        "ceterms:identifier": [_own_identifier(name)],
        "ceterms:credentialStatusType": _status(day, name),
        "ceterms:ownedBy": [identifier(day.owner(name))],
        "ceterms:offeredBy": list(dict.fromkeys(offered)),
        "ceterms:subjectWebpage": next(iter(about), None),
        "ceterms:availabilityListing": booking,
        "ceterms:inLanguage": _languages(certification),
        "ceterms:dateEffective": _launched(day, certification),
        "ceterms:supersededBy": _link(day, day.successor(name)),
        "ceterms:renewalFrequency": f"P{lasts.months}M"
        if isinstance(lasts, ValidityView)
        else None,
        "ceterms:requires": conditions(day, required),
        "ceterms:recommends": conditions(day, entry.recommended if entry else ()),
        "ceterms:renewal": conditions(day, certification.renewal),
        "ceterms:estimatedDuration": [length] if length else [],
        "ceterms:estimatedCost": current,
        "pmo:seenCost": seen,
        "pmo:status": day.status[name],
        "pmo:statement": [statement(fact) for fact in facts_on(day, certification)],
    }
    return known_members(members)


def _other_names(day: Day, certification: Certification) -> Node:
    names = dict.fromkeys((certification.short, *certification.aliases))
    names.pop(day.name(certification.id), None)
    return {"en": list(names)} if names else {}


def _description(certification: Certification) -> str:
    """Return what is known of whom it is for and what about, and nothing of our own."""
    parts = {"ctdl-aimed": certification.aimed_at, "ctdl-topics": certification.topics}
    return " ".join(
        say(code, text="; ".join(fact.value for fact in facts))
        for code, facts in parts.items()
        if facts
    )


def _own_identifier(name: str) -> Node:
    return {
        "@type": "ceterms:IdentifierValue",
        "ceterms:identifierTypeName": in_english(say("ctdl-identifier")),
        "ceterms:identifierValueCode": name,
    }


def _status(day: Day, name: str) -> Node | None:
    known = _STATUS.get(day.status[name])
    return known and {
        "@type": "ceterms:CredentialAlignmentObject",
        "ceterms:framework": "https://credreg.net/ctdl/terms/CredentialStatus",
        "ceterms:frameworkName": in_english("Credential Status"),
        "ceterms:targetNode": f"credentialStat:{known[0]}",
        "ceterms:targetNodeName": in_english(known[1]),
    }


def _languages(certification: Certification) -> list[str]:
    """Return the codes of the languages of the exam in which nothing else has to be read."""
    return list(dict.fromkeys(code for fact in certification.languages for code in fact.suffices))


def _launched(day: Day, certification: Certification) -> str | None:
    """Return the last day of launch so far, where its source tells the very day."""
    launches = [
        event.on
        for event in certification.history
        if event.event == "launched" and event.on and event.on.last <= day.date
    ]
    last: When | None = max(launches, key=lambda on: on.last, default=None)
    return last.text if last and last.first == last.last else None


def _link(day: Day, name: str | None) -> str | None:
    return identifier(day.catalogue.certifications[name]) if name else None


def _organisation(day: Day, body: Body) -> Node:
    names = [name for name in dict.fromkeys((body.short, *body.aliases)) if name != body.name]
    return known_members(
        {
            "@id": identifier(body),
            "@type": "ceterms:CredentialOrganization",
            "ceterms:name": in_english(body.name),
            "ceterms:alternateName": {"en": names} if names else {},
            "ceterms:identifier": [_own_identifier(body.id)],
        }
    )


def _source(day: Day, name: str) -> Node:
    source = day.catalogue.sources[name]
    return known_members(
        {
            "@id": source_id(name),
            "@type": "schema:CreativeWork",
            "schema:name": source.title,
            "schema:url": source.address,
            "pmo:sourceDate": source.date,
            "pmo:verifiedOn": source.verified_on.isoformat(),
            "pmo:by": source.by,
        }
    )


def _organisations(node: Node) -> Iterator[str]:
    yield from node.get("ceterms:ownedBy", ())
    yield from node.get("ceterms:offeredBy", ())


def _cited(value: Any) -> Iterator[str]:
    """Yield the addresses of all sources that nodes name, at any depth."""
    if isinstance(value, dict):
        yield from value.get("pmo:source", ())
        yield from _cited(value.values())
    elif isinstance(value, Iterable) and not isinstance(value, str):
        for item in value:
            yield from _cited(item)
