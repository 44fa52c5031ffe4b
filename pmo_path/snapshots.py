"""Certifications, catalogue and sources as reports show them on a day."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pmo_path.advice import plain
from pmo_path.knowledge import Catalogue, Day, current, editions, in_force
from pmo_path.models import Certification, Fact, InType, StatusPeriod
from pmo_path.views import CatalogueInfo, FactView, Snapshot, SourceView, VerifiedOn


def catalogue_info(catalogue: Catalogue) -> CatalogueInfo:
    """Return the catalogue's version, digest, and the days between which it was checked."""
    days = sorted(source.verified_on for source in catalogue.sources.values())
    verified = VerifiedOn(oldest=days[0].isoformat(), newest=days[-1].isoformat())
    return CatalogueInfo(version=catalogue.version, digest=catalogue.digest, verified_on=verified)


def snapshot(day: Day, certification: Certification, with_facts: bool = False) -> Snapshot:
    """Return one certification on the day, with the facts in force where asked for."""
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
    period = day.period(certification.id)
    entry = day.entry(certification.id)
    rule = in_force(certification.validity, day.date)
    groups: list[tuple[str, tuple[Fact, ...]]] = [
        ("status", (period,) if period else ()),
        ("owner", tuple(current(certification.owned_by, day.date))),
        ("awarded by", tuple(current(certification.awarded_by, day.date))),
        ("aimed at", certification.aimed_at),
        ("career level", certification.career_levels),
        ("PMO type", certification.pmo_types),
        ("entry", entry.required if entry else ()),
        ("also asked", entry.cautions if entry else ()),
        ("recommended", entry.recommended if entry else ()),
        ("not asked", entry.not_asked if entry else ()),
        ("exam", tuple(editions(certification.exam, day.date))),
        ("training", certification.training_days),
        ("price", certification.price),
        ("validity", (rule,) if rule else ()),
        ("renewal", certification.renewal),
        ("languages", certification.languages),
        ("topics", certification.topics),
        ("reading", certification.reading),
        ("more", certification.more),
    ]
    for about, facts in groups:
        for fact in facts:
            yield fact_view(day.catalogue, about, fact)


def fact_view(catalogue: Catalogue, about: str, fact: Fact, dates: str = "") -> FactView:
    """Return one fact with its source, confidence, and the day on which it was checked."""
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
    )


def _said(fact: Fact) -> str:
    """Return what a fact says, with the status or kind of PMO that it is about."""
    if isinstance(fact, StatusPeriod):
        return f"{fact.status}: {fact.value}"
    return f"{fact.type}: {fact.value}" if isinstance(fact, InType) else fact.value


def cited(catalogue: Catalogue, parts: Any) -> tuple[SourceView, ...]:
    """Return every source that the parts of an answer name, by id."""
    return tuple(source_view(catalogue, one) for one in sorted(set(_sources(plain(parts)))))


def _sources(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        yield from value.get("sources", ())
        if isinstance(source := value.get("source"), str):
            yield source
            yield from value.get("also", ())
        for item in value.values():
            yield from _sources(item)
    elif isinstance(value, list):
        for item in value:
            yield from _sources(item)


def source_view(catalogue: Catalogue, source: str) -> SourceView:
    """Return a source as reports show it."""
    one = catalogue.sources[source]
    return SourceView(
        id=one.id, title=one.title, address=one.address, date=one.date, verified_on=one.verified_on.isoformat()
    )
