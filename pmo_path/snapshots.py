"""Certifications, catalogue and sources as reports show them on a day."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache, lru_cache
from typing import Any

from pmo_path.advice import LEAVES
from pmo_path.ages import dated, info, money_age
from pmo_path.frozen import fields, is_record
from pmo_path.knowledge import Catalogue, Day, current, editions, in_force
from pmo_path.models import Certification, Confidence, EntryVersion, Fact, InType, Price, StatusPeriod
from pmo_path.views import CatalogueInfo, FactView, Snapshot, SourceView

CONFIDENCES: tuple[Confidence, ...] = ("high", "medium", "low")


@lru_cache(maxsize=32)
def catalogue_info(day: Day, shown: tuple[str, ...] | None = None) -> CatalogueInfo:
    """Return which catalogue an answer rests on, and how old what it shows of some certifications is on the day.

    All of them where none are given.
    """
    catalogue = day.catalogue
    every = catalogue.certifications if shown is None else shown
    return info(catalogue, day.date, {day.short(one): _checked_on(day, catalogue.certifications[one]) for one in every})


def _checked_on(day: Day, certification: Certification) -> date:
    """Return when the facts of a certification that are in force were checked, the oldest check of all."""
    return min(day.catalogue.checked_on(fact) for _, facts in _in_force(day, certification) for fact in facts)


def snapshot(day: Day, certification: Certification, with_facts: bool = False) -> Snapshot:
    """Return one certification on the day, with the facts in force where asked for."""
    made, key = _made(day), (certification.id, with_facts)
    if key not in made:
        made[key] = _snapshot(day, certification, with_facts)
    return made[key]


@lru_cache(maxsize=8)
def _made(day: Day) -> dict[tuple[str, bool], Snapshot]:
    """Return the snapshots of a day that were asked for so far: no person changes them."""
    return {}


def _snapshot(day: Day, certification: Certification, with_facts: bool) -> Snapshot:
    family = day.catalogue.family_of(certification.id)
    owner = day.owner(certification.id)
    return Snapshot(
        certification=certification.id,
        name=day.name(certification.id),
        short=certification.short,
        family=family.id if family else None,
        body=owner.id,
        body_name=owner.short,
        status=day.status[certification.id],  # type: ignore[arg-type]
        listed=day.listed(certification.id),
        career_levels=tuple(one.level for one in certification.career_levels),
        pmo_types=tuple(one.type for one in certification.pmo_types),
        facts=tuple(facts_on(day, certification)) if with_facts else (),
        not_published=not_published(day, certification),
        ask=owner.ask,
    )


def not_published(day: Day, certification: Certification) -> tuple[str, ...]:
    """Return what nobody publishes of a certification, its entry requirements of the day included."""
    entry = day.entry(certification.id)
    return tuple(dict.fromkeys((*certification.not_published, *(entry.not_published if entry else ()))))


def facts_on(day: Day, certification: Certification) -> Iterator[FactView]:
    """Yield every fact that is in force on the day, in the order people want to know."""
    for about, facts in _in_force(day, certification):
        for fact in facts:
            yield fact_view(day.catalogue, about, fact, day.date)


def prices(day: Day, certification: Certification) -> list[Price]:
    """Return what is known of the price by the day."""
    return [one for one in certification.price if one.on is None or one.on.first <= day.date]


def _in_force(day: Day, certification: Certification) -> Iterator[tuple[str, Sequence[Fact]]]:
    period = day.period(certification.id)
    entry = day.entry(certification.id)
    rule = in_force(certification.validity, day.date)
    yield "status", (period,) if period else ()
    yield "owner", current(certification.owned_by, day.date)
    yield "awarded by", current(certification.awarded_by, day.date)
    yield from entry_facts(entry) if entry else ()
    yield "exam", editions(certification.exam, day.date)
    yield "validity", (rule,) if rule else ()
    for about, facts in undated_facts(certification):
        yield about, prices(day, certification) if about == "price" else facts


def entry_facts(entry: EntryVersion) -> Iterator[tuple[str, Sequence[Fact]]]:
    """Yield the facts of one version of the entry requirements, by what they are about."""
    yield "entry", entry.required
    yield "also asked", entry.cautions
    yield "recommended", entry.recommended
    yield "not asked", entry.not_asked


def undated_facts(one: Certification) -> Iterator[tuple[str, Sequence[Fact]]]:
    """Yield the facts that are no history, by what they are about."""
    yield "aimed at", one.aimed_at
    yield "career level", one.career_levels
    yield "PMO type", one.pmo_types
    yield "training", one.training_days
    yield "price", one.price
    yield "renewal", one.renewal
    yield "languages", one.languages
    yield "topics", one.topics
    yield "reading", one.reading
    yield "more", one.more


def fact_view(catalogue: Catalogue, about: str, fact: Fact, day: date, dates: str = "") -> FactView:
    """Return one fact with its source, confidence, the day on which it was checked, and its age where it is money."""
    return FactView(
        about=about,
        text=_said(fact),
        dates=dates,
        edition=fact.edition or "",
        source=fact.source,
        also=fact.also,
        confidence=fact.confidence,
        mark=fact.mark,
        note=fact.note or "",
        verified_on=catalogue.checked_on(fact).isoformat(),
        dated=dated(catalogue, fact),
        age=money_age(catalogue, fact, day),
    )


def _said(fact: Fact) -> str:
    """Return what a fact says, with the status or kind of PMO that it is about."""
    if isinstance(fact, StatusPeriod):
        return f"{fact.status}: {fact.value}"
    return f"{fact.type}: {fact.value}" if isinstance(fact, InType) else fact.value


# Annotations of members that hold no parts.
_NO_PARTS = ("str", "str | None", "int", "float", "bool", "tuple[str, ...]")


def cited(catalogue: Catalogue, parts: Any) -> tuple[SourceView, ...]:
    """Return every source that the parts of an answer name, by id."""
    return tuple(source_view(catalogue, one) for one in sorted(_sources(parts)))


def _sources(parts: Any) -> set[str]:
    """Return what the members `source`, `sources` and `also` of all parts name."""
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
def _sources_of(one: Snapshot) -> set[str]:
    return _sources(one.facts)


@cache
def _naming(kind: type) -> tuple[str, ...]:
    """Return the members of a class of parts that name sources."""
    return tuple(row.name for row in fields(kind) if row.name in ("source", "sources", "also"))


@cache
def _holding(kind: type) -> tuple[str, ...]:
    """Return the members of a class of parts that may hold other parts."""
    rest = (row for row in fields(kind) if row.name not in _naming(kind))
    return tuple(row.name for row in rest if row.type not in _NO_PARTS)


@lru_cache(maxsize=1024)
def source_view(catalogue: Catalogue, source: str) -> SourceView:
    """Return a source as reports show it."""
    one = catalogue.sources[source]
    return SourceView(
        id=one.id,
        title=one.title,
        address=one.address,
        date=one.date,
        confidence=tuple(grade for grade in CONFIDENCES if grade in catalogue.confidences.get(source, ())),
        verified_on=one.verified_on.isoformat(),
    )
