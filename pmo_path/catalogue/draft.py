"""A catalogue as validated and not yet linked: its sections, and where each was read."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from msgspec import Struct

from pmo_path.core.documents import Document
from pmo_path.core.errors import Path, Problem
from pmo_path.model.certifications import Body, Certification
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
from pmo_path.model.rules import Development, NamedCondition, Rule
from pmo_path.model.statements import Source

# The file that holds each section.
FILES = {
    "sources": "sources",
    "bodies": "certifications",
    "conditions": "certifications",
    "certifications": "certifications",
    "other_certificates": "certifications",
    "mistaken_names": "certifications",
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
    mistaken_names: tuple[MistakenName, ...]
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
