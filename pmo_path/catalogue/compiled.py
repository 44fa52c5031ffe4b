"""Serialise a validated catalogue as JSON that loads in milliseconds, without YAML or pydantic."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import msgspec
from msgspec.structs import replace

from pmo_path.model.catalogue import Catalogue


def encode_ids(catalogue: Catalogue) -> bytes:
    """Return the ids that a command line can name, by kind, as one line of JSON."""
    named = {
        "certification": catalogue.certifications,
        "role": catalogue.roles,
        "pmo-type": catalogue.pmo_types,
        "level": catalogue.levels,
        "body": catalogue.bodies,
    }
    return msgspec.json.encode({kind: list(entries) for kind, entries in named.items()})


def encode_catalogue(catalogue: Catalogue) -> bytes:
    """Return the catalogue as one line of JSON; equal catalogues give equal bytes."""
    sets: dict[str, Any] = {
        "implies": _in_order(catalogue.implies),
        "confidences": _in_order(catalogue.confidences),
    }
    return msgspec.json.encode(replace(catalogue, **sets))


def decode_catalogue(text: bytes) -> Catalogue:
    """Return the catalogue that `encode_catalogue` wrote.

    Raises msgspec.DecodeError for any other text.
    """
    return msgspec.json.decode(text, type=Catalogue)


def _in_order(sets: Mapping[str, frozenset[str]]) -> dict[str, list[str]]:
    return {name: sorted(members) for name, members in sets.items()}
