"""Integrity checks between the entries of a catalogue.

Each is one function, registered in RELATIONS; a single problem is enough to refuse the catalogue.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from pmo_path.catalogue.completeness import (
    broken_bands,
    empty_lists,
    incomplete_scales,
    missing_own_source,
    rules_without_ground,
)
from pmo_path.catalogue.draft import FILES, Draft
from pmo_path.catalogue.references import (
    _without_names,
    dangling_certificates,
    dangling_certifications,
    dangling_ids,
)
from pmo_path.catalogue.title_vocabulary import broken_title_words
from pmo_path.conditions.inspect import must_hold
from pmo_path.conditions.parse import parse
from pmo_path.core.errors import BadValueError, Path, Problem

SORTED = (
    "sources",
    "bodies",
    "certifications",
    "other_certificates",
    "mistaken_names",
    "roles",
    "routes",
    "rules",
    "development",
)


def duplicate_ids(draft: Draft) -> Iterator[Problem]:
    """Report ids that occur more than once in a section."""
    for section in FILES:
        earlier: set[str] = set()
        for place, entry in enumerate(_entries(draft, section)):
            if entry.id in earlier:
                yield draft.problem(
                    (section, place, "id"),
                    "duplicate-id",
                    f"the id {entry.id!r} is given twice",
                    "an id is never used again",
                )
            earlier.add(entry.id)


def unsorted(draft: Draft) -> Iterator[Problem]:
    """Report the first entry in each section out of order by id; the order keeps diffs short."""
    for section in SORTED:
        ids = [entry.id for entry in _entries(draft, section)]
        for place in range(1, len(ids)):
            if ids[place] < ids[place - 1]:
                hint = f"move it before {ids[place - 1]!r}"
                yield draft.problem(
                    (section, place, "id"), "not-sorted", f"{ids[place]!r} is out of order", hint
                )
                break


def _entries(draft: Draft, section: str) -> list[Any]:
    entries = getattr(draft, section)
    return (
        [entry for entry in entries if hasattr(entry, "id")] if isinstance(entries, tuple) else []
    )


def cycles(draft: Draft) -> Iterator[Problem]:
    """Report certifications that are, directly or through others, their own prerequisite."""
    needs: dict[str, set[str]] = {}
    for certification in draft.certifications:
        held: set[str] = set()
        for version in certification.entry:
            for need in version.required:
                try:
                    held |= must_hold(parse(_without_names(need.condition)))
                except BadValueError:
                    continue
        needs[certification.id] = held
    for place, certification in enumerate(draft.certifications):
        path = _way_back(needs, certification.id)
        if path:
            detail = "prerequisites form a circle: " + " needs ".join(path)
            yield draft.problem(
                ("certifications", place, "id"), "cycle", detail, "one of them cannot be required"
            )


def _way_back(needs: dict[str, set[str]], start: str) -> list[str]:
    todo = [[start, needed] for needed in sorted(needs.get(start, ()))]
    visited: set[str] = set()
    while todo:
        path = todo.pop()
        if path[-1] == start:
            return path
        if path[-1] not in visited:
            visited.add(path[-1])
            todo += [[*path, needed] for needed in sorted(needs.get(path[-1], ()))]
    return []


_HISTORIES = ("names", "owned_by", "awarded_by", "status", "entry", "validity")


def dates_out_of_order(draft: Draft) -> Iterator[Problem]:
    """Report histories out of chronological order, and periods that end before they begin."""
    for place, certification in enumerate(draft.certifications):
        for key in _HISTORIES:
            path = ("certifications", place, key)
            yield from _history(draft, path, getattr(certification, key))
        for number, page in enumerate(certification.pages):
            where = ("certifications", place, "pages", number)
            yield from _history(draft, where, [page], single=True)
    for place, rule in enumerate(draft.rules):
        yield from _history(draft, ("rules", place), [rule], single=True)
    for place, family in enumerate(draft.routes):
        yield from _history(draft, ("routes", place, "titles"), family.titles)


def _history(
    draft: Draft, path: Path, entries: Iterable[Any], single: bool = False
) -> Iterator[Problem]:
    before = None
    for place, entry in enumerate(entries):
        where = path if single else (*path, place)
        start, end = _first(entry.from_), _last(getattr(entry, "until", None))
        if start and end and end <= start:
            yield draft.problem(
                (*where, "until"),
                "dates-out-of-order",
                "this ends before it begins",
                "`until` is the first day it no longer applies",
            )
        if start and before and start < before:
            yield draft.problem(
                (*where, "from"),
                "dates-out-of-order",
                "this begins before the entry above it",
                "put the entries in order of time",
            )
        before = start or before


def _first(moment: Any) -> Any:
    return getattr(moment, "first", moment)


def _last(moment: Any) -> Any:
    return getattr(moment, "last", moment)


def dead_successors(draft: Draft) -> Iterator[Problem]:
    """Report successors that are withdrawn without a successor, or that replace themselves."""
    last = {
        certification.id: certification.status[-1]
        for certification in draft.certifications
        if certification.status
    }
    for place, certification in enumerate(draft.certifications):
        for number, period in enumerate(certification.status):
            after = last.get(period.superseded_by or "")
            if after and after.status == "withdrawn" and not after.superseded_by:
                detail = f"{period.superseded_by} is itself withdrawn, and nothing replaced it"
                path = ("certifications", place, "status", number, "superseded_by")
                yield draft.problem(
                    path, "dead-successor", detail, "name what is on offer, or leave it out"
                )
            if period.superseded_by == certification.id:
                path = ("certifications", place, "status", number, "superseded_by")
                yield draft.problem(
                    path,
                    "dead-successor",
                    "it cannot replace itself",
                    "name what is on offer, or leave it out",
                )


RELATIONS: tuple[Callable[[Draft], Iterator[Problem]], ...] = (
    duplicate_ids,
    unsorted,
    dangling_ids,
    dangling_certifications,
    dangling_certificates,
    cycles,
    dates_out_of_order,
    dead_successors,
    empty_lists,
    incomplete_scales,
    broken_bands,
    missing_own_source,
    rules_without_ground,
    broken_title_words,
)
