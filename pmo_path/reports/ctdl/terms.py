"""The terms of CTDL that are used, our own beside them, and the identifiers of things."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeAlias
from uuid import UUID, uuid5

from pmo_path.model.certifications import Body, Certification

Node: TypeAlias = dict[str, Any]

# Of the identifiers of everything exported; another one would make every thing a new one.
_NAMESPACE = UUID("0e6f2a0c-3c1d-5b7e-8a44-6a1f52f0d7b9")
_LANGUAGE = {"@container": "@language"}
_ADDRESS = {"@type": "@id"}
_DATE = {"@type": "xsd:date"}
_WORDS = ("name", "alternateName", "description", "identifierTypeName")
_CONCEPT_WORDS = ("frameworkName", "targetNodeName")
_LINKS = (
    *("ownedBy", "offeredBy", "subjectWebpage", "availabilityListing", "costDetails"),
    *("framework", "targetNode", "targetCredential", "supersededBy"),
)
CONTEXT: Mapping[str, Any] = {
    "ceterms": "https://purl.org/ctdl/terms/",
    "costType": "https://purl.org/ctdl/vocabs/costType/",
    "credentialStat": "https://purl.org/ctdl/vocabs/credentialStat/",
    "pmo": "urn:pmo-path:terms:",
    "schema": "https://schema.org/",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    **{f"ceterms:{term}": _LANGUAGE for term in (*_WORDS, *_CONCEPT_WORDS)},
    **{f"ceterms:{term}": _ADDRESS for term in _LINKS},
    "ceterms:dateEffective": _DATE,
    **{
        f"ceterms:{term}": {"@type": "schema:Duration"}
        for term in ("renewalFrequency", "exactDuration", "minimumDuration", "maximumDuration")
    },
    "pmo:source": _ADDRESS,
    "pmo:verifiedOn": _DATE,
    "pmo:asOf": _DATE,
    "pmo:text": _LANGUAGE,
    "pmo:note": _LANGUAGE,
    "schema:url": _ADDRESS,
}


def identifier(thing: Certification | Body) -> str:
    """Return the address of a thing: a UUID of our own, and no CTID, which none of them has here.

    It is the same in every export, whatever else changes.
    """
    kind = "certification" if isinstance(thing, Certification) else "body"
    return urn(kind, thing.id)


def urn(kind: str, name: str) -> str:
    """Return the identifier of a thing of a kind."""
    return uuid5(_NAMESPACE, f"{kind}/{name}").urn


def source_id(name: str) -> str:
    """Return the identifier of a source."""
    return urn("source", name)


def in_english(text: str) -> Node:
    """Return a text as a language map; empty for no text."""
    return {"en": text} if text else {}


def known_members(members: Node) -> Node:
    """Return a node without the members that nothing is known for."""
    return {key: value for key, value in members.items() if value not in (None, [], {}, "")}
