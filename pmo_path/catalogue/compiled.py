"""Serialise a validated catalogue as JSON that loads in milliseconds, without YAML or pydantic.

Values without a JSON type are objects with their kind under `#`; fields equal to their default are
left out. A catalogue that is read back equals the one written and is not validated again. Text
written for record types with other fields or defaults is rejected.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from pmo_path.conditions import syntax
from pmo_path.core import scalars
from pmo_path.core.frozen import MISSING, fields, is_record
from pmo_path.model import catalogue as knowledge
from pmo_path.model import certifications, roles, rules
from pmo_path.model.catalogue import Catalogue


def _reader(kind: type) -> Callable[[dict[str, Any]], Any]:
    """Return a function that makes a record from what `_data` wrote, setting slots
    without checks.
    """
    slots = [(row.name, row.default, getattr(kind, row.name).__set__) for row in fields(kind)]

    def read(data: dict[str, Any]) -> Any:
        record: Any = object.__new__(kind)
        for name, default, put in slots:
            value = data.get(name, default)
            if value is MISSING:
                raise ValueError(f"{kind.__name__} without {name}")
            put(record, tuple(value) if type(value) is list else value)
        return record

    return read


# Constructor for each kind under `#`, taking the members of the JSON object.
KINDS: dict[str, Callable[[dict[str, Any]], Any]] = {
    "date": lambda data: date.fromisoformat(data["is_"]),
    "amount": lambda data: Decimal(data["is_"]),
    "set": lambda data: frozenset(data["is_"]),
}
RECORDS: dict[str, type] = {
    name: kind
    for module in (scalars, syntax, certifications, roles, rules, knowledge)
    for name, kind in vars(module).items()
    if isinstance(kind, type) and is_record(kind)
}
KINDS |= {name: _reader(kind) for name, kind in RECORDS.items()}


def ids(catalogue: Catalogue) -> str:
    """Return the ids that a command line can name, by kind, as one line of JSON."""
    named = {
        "certification": catalogue.certifications,
        "role": catalogue.roles,
        "pmo-type": catalogue.pmo_types,
        "level": catalogue.levels,
        "body": catalogue.bodies,
    }
    return json.dumps({kind: list(entries) for kind, entries in named.items()})


def layout() -> int:
    """Return a checksum of the record types of a catalogue: their fields,
    annotations and defaults.
    """
    rows = ((name, row) for name, kind in RECORDS.items() for row in fields(kind))
    told = [(name, row.name, row.type, row.default is MISSING or row.default) for name, row in rows]
    return zlib.crc32(repr(told).encode())


def to_text(catalogue: Catalogue) -> str:
    """Return the catalogue as one line of JSON."""
    whole = {"layout": layout(), "catalogue": _data(catalogue)}
    return json.dumps(whole, ensure_ascii=False, separators=(",", ":"))


def from_text(text: str | bytes) -> Catalogue:
    """Return the catalogue that `to_text` wrote. Raises ValueError or TypeError for any other text."""
    match json.loads(text, object_hook=_value):
        case {"layout": known, "catalogue": Catalogue() as catalogue} if known == layout():
            return catalogue
    raise ValueError("this is no catalogue compiled by this program")


def _data(value: Any) -> Any:
    if is_record(value):
        given = ((row.name, getattr(value, row.name), row.default) for row in fields(value))
        return {
            "#": type(value).__name__,
            **{name: _data(one) for name, one, default in given if one != default},
        }
    if isinstance(value, tuple | list):
        return [_data(one) for one in value]
    if isinstance(value, Mapping):
        return {name: _data(one) for name, one in value.items()}
    if isinstance(value, frozenset):
        return {"#": "set", "is_": sorted(value)}
    if isinstance(value, date):
        return {"#": "date", "is_": value.isoformat()}
    return {"#": "amount", "is_": str(value)} if isinstance(value, Decimal) else value


def _value(data: dict[str, Any]) -> Any:
    """Return the value of a JSON object, given its members already converted.

    Raises ValueError for an unknown kind.
    """
    kind = data.get("#")
    if kind is None:
        return data
    if kind not in KINDS:
        raise ValueError(f"there is no kind {kind!r}")
    return KINDS[kind](data)
