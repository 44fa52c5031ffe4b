"""Certificates outside the catalogue, and names by which people mean another, as frozen values."""

# No `from __future__ import annotations`: msgspec would compile each annotation at every start.

from pmo_path.model.certifications import Page
from pmo_path.model.field_types import Id, Text
from pmo_path.model.statements import Fact
from pmo_path.profile.profile import CertificateKind


class ListedCertificate(Fact, frozen=True, kw_only=True):
    """A certificate outside the catalogue whose kind need not be asked; `value` is its name.

    `known` is the little that is known of it, `ask` whom to ask for the rest.
    """

    id: Id
    kind: CertificateKind
    aliases: tuple[Text, ...] = ()
    ask: Text | None = None
    known: tuple[Fact, ...] = ()
    pages: tuple[Page, ...] = ()


class MistakenName(Fact, frozen=True, kw_only=True):
    """Names by which people mean another certificate; `value` says which, as one sentence."""

    id: Id
    names: tuple[Text, ...]
