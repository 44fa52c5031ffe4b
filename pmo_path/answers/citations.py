"""Collect the sources that the parts of an answer cite."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Any

from pmo_path.contract.catalogue import Snapshot, SourceView
from pmo_path.contract.to_json import LEAVES
from pmo_path.core.frozen import fields, is_record
from pmo_path.model.catalogue import Catalogue
from pmo_path.model.certifications import Confidence

CONFIDENCES: tuple[Confidence, ...] = ("high", "medium", "low")


# Annotations of members that cannot contain other parts: the search skips them.
_NO_PARTS = ("str", "str | None", "int", "float", "bool", "tuple[str, ...]")


def cited(catalogue: Catalogue, parts: Any) -> tuple[SourceView, ...]:
    """Return every source that the parts of an answer cite, sorted by id."""
    return tuple(source_view(catalogue, one) for one in sorted(_sources(parts)))


def _sources(parts: Any) -> set[str]:
    """Return the source ids in the members `source`, `sources` and `also` of all nested parts."""
    found: set[str] = set()
    todo = [parts]
    while todo:
        value = todo.pop()
        kind: type = type(value)
        if kind is tuple:
            todo += value
        elif kind is dict:
            todo += value.values()
        elif kind is Snapshot:
            found |= _sources_of(value)
        elif kind not in LEAVES and is_record(kind):
            for name in _naming(kind):
                named = getattr(value, name)
                found.update((named,) if name == "source" else named)
            todo += [getattr(value, name) for name in _holding(kind)]
    return found


@lru_cache(maxsize=512)
def _sources_of(one: Snapshot) -> frozenset[str]:
    return frozenset(_sources(one.facts))


@cache
def _naming(kind: type) -> tuple[str, ...]:
    """Return the names of a class's members that hold source ids."""
    return tuple(row.name for row in fields(kind) if row.name in ("source", "sources", "also"))


@cache
def _holding(kind: type) -> tuple[str, ...]:
    """Return the names of a class's members that may contain other parts."""
    rest = (row for row in fields(kind) if row.name not in _naming(kind))
    return tuple(row.name for row in rest if row.type not in _NO_PARTS)


@lru_cache(maxsize=1024)
def source_view(catalogue: Catalogue, source: str) -> SourceView:
    """Return a source with the grades of confidence of the facts that cite it."""
    one = catalogue.sources[source]
    return SourceView(
        id=one.id,
        title=one.title,
        address=one.address,
        date=one.date,
        confidence=tuple(
            grade for grade in CONFIDENCES if grade in catalogue.confidences.get(source, ())
        ),
        verified_on=one.verified_on.isoformat(),
    )
