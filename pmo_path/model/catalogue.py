"""The catalogue as a whole, validated and indexed."""

# No `from __future__ import annotations`: msgspec would compile each annotation at every start.

from collections.abc import Mapping
from datetime import date, timedelta
from typing import get_args

from msgspec import Struct

from pmo_path.core.memory import remembered
from pmo_path.model.certifications import Body, Certification, Status
from pmo_path.model.other_certificates import ListedCertificate, MistakenName
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
from pmo_path.model.rules import Development, Rule
from pmo_path.model.statements import Confidence, Fact, Source
from pmo_path.profile.vocabulary import Names

STATUSES = get_args(Status)
# The source of our own judgements.
OURS = "ours"
# How long after its last check a fact counts as checked.
STALE = timedelta(days=180)
# The statuses of possible steps of a route, the surest first. A planned start counts as current.
ON_OFFER = ("current", "unconfirmed", "unknown")


class Catalogue(Struct, frozen=True, kw_only=True, eq=False):
    """Everything that the catalogue holds, validated and indexed by id.

    `implies` gives the certifications that holding one proves; `digest` identifies the content.
    It equals itself alone: it is part of the key of most of what is remembered, and to compare all
    that it holds would take longer than to work out anything again.
    """

    version: str
    digest: str
    sources: Mapping[str, Source]
    bodies: Mapping[str, Body]
    certifications: Mapping[str, Certification]
    other_certificates: Mapping[str, ListedCertificate]
    mistaken_names: Mapping[str, MistakenName]
    pmo_types: Mapping[str, PmoKind]
    type_questions: tuple[TypeQuestion, ...]
    levels: Mapping[str, CareerLevel]
    roles: Mapping[str, Role]
    title_words: tuple[TitleWord, ...]
    delivery: Delivery
    families: Mapping[str, Family]
    background: tuple[Background, ...]
    rules: tuple[Rule, ...]
    development: tuple[Development, ...]
    names: Names
    implies: Mapping[str, frozenset[str]]
    confidences: Mapping[str, frozenset[Confidence]]  # of the facts, by source

    def checked_on(self, fact: Fact) -> date:
        """Return the day on which a fact was last checked: its own, else its source's."""
        return fact.verified_on or self.sources[fact.source].verified_on

    def other_certificate(self, name: str) -> ListedCertificate | None:
        """Return the listed certificate, one outside the catalogue, with this name, or None."""
        return self.other_certificates.get(self.names.find("other-certificate", name) or "")

    def mistaken_name(self, name: str) -> MistakenName | None:
        """Return what is meant by a name that people mistake for another, or None."""
        return self.mistaken_names.get(self.names.find("mistaken-name", name) or "")

    def family_of(self, certification: str) -> Family | None:
        """Return the family of routes that a certification belongs to, if any."""
        for family in self.families.values():
            if certification in family.certifications:
                return family
        return None


@remembered(8)
def proof_pairs(catalogue: Catalogue) -> frozenset[tuple[str, str]]:
    """Return what holding a certification proves, as pairs of it and another."""
    return frozenset(
        (holding, proved) for holding, others in catalogue.implies.items() for proved in others
    )
