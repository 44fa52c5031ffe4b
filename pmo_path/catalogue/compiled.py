"""Serialise a validated catalogue as JSON that loads in milliseconds, without YAML or pydantic."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import msgspec
from msgspec.structs import replace

from pmo_path.core.read_only import ReadOnly, read_only
from pmo_path.model.catalogue import Catalogue
from pmo_path.model.rules import Example, Rule


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


def shared(catalogue: Catalogue) -> Catalogue:
    """Return a catalogue of which no mapping can be changed."""
    members = {name: getattr(catalogue, name) for name in catalogue.__struct_fields__}
    mappings = {name: ReadOnly(part) for name, part in members.items() if isinstance(part, dict)}
    words = {kind: ReadOnly(spellings) for kind, spellings in catalogue.names.words.items()}
    names = replace(catalogue.names, words=ReadOnly(words))
    return replace(catalogue, **mappings, names=names, rules=tuple(map(_rule, catalogue.rules)))


def _rule(rule: Rule) -> Rule:
    applies, does_not = (
        tuple(map(_example, examples))
        for examples in (rule.examples.applies, rule.examples.does_not)
    )
    return replace(rule, examples=replace(rule.examples, applies=applies, does_not=does_not))


def _example(example: Example) -> Example:
    return replace(example, facts=read_only(example.facts))
