"""Collect the sources that the parts of an answer cite."""

from __future__ import annotations

from typing import Any

from msgspec import Struct

from pmo_path.contract.catalogue import Snapshot, SourceView
from pmo_path.core.memory import remembered
from pmo_path.model.catalogue import Catalogue
from pmo_path.model.statements import Confidence

CITING = frozenset({"source", "sources", "also"})
# Members that are so annotated hold no parts.
PLAIN = frozenset(
    {"str", "str | None", "bool", "bool | None", "int", "int | None", "tuple[str, ...]"}
)
LEAVES = frozenset({str, int, float, bool, type(None)})
CONFIDENCES: tuple[Confidence, ...] = ("high", "medium", "low")


def cited_sources(catalogue: Catalogue, parts: Any) -> tuple[SourceView, ...]:
    """Return every source that the parts of an answer cite, sorted by id."""
    return tuple(source_view(catalogue, source) for source in source_ids(parts))


def source_ids(parts: Any) -> tuple[str, ...]:
    """Return the ids of the sources that the parts of an answer cite, sorted."""
    return tuple(sorted(_sources(parts)))


def _sources(parts: Any) -> set[str]:
    """Return the source ids in the members `source`, `sources` and `also` of all nested parts."""
    ids: set[str] = set()
    todo = [parts]
    while todo:
        value = todo.pop()
        kind: type = type(value)
        if kind is tuple:
            todo += value
        elif kind is dict:
            todo += value.values()
        elif kind is Snapshot:
            ids |= _sources_of(value)
        elif isinstance(value, Struct):
            for name in _telling(kind):
                member = getattr(value, name)
                if name == "source":
                    ids.add(member)
                elif name in CITING:
                    ids.update(member)
                elif type(member) not in LEAVES:
                    todo.append(member)
    return ids


@remembered(256)
def _telling(kind: type[Struct]) -> tuple[str, ...]:
    """Return the members of a kind of part that may cite, or hold parts that do."""
    said = {
        name: text
        for base in reversed(kind.__mro__)
        for name, text in vars(base).get("__annotations__", {}).items()
    }
    return tuple(
        name for name in kind.__struct_fields__ if name in CITING or said[name] not in PLAIN
    )


@remembered(512)
def _sources_of(view: Snapshot) -> frozenset[str]:
    return frozenset(_sources(view.facts))


@remembered(1024)
def source_view(catalogue: Catalogue, source: str) -> SourceView:
    """Return a source with the grades of confidence of the facts that cite it."""
    record = catalogue.sources[source]
    return SourceView(
        id=record.id,
        title=record.title,
        address=record.address,
        date=record.date,
        confidence=tuple(
            grade for grade in CONFIDENCES if grade in catalogue.confidences.get(source, ())
        ),
        verified_on=record.verified_on.isoformat(),
        by=record.by,
        voice=record.voice,
    )
