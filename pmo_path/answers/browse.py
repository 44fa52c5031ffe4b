"""Views of the catalogue on a date: list, show, compare."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import get_args

from msgspec.structs import replace

from pmo_path.answers.catalogue_views import (
    catalogue_info,
    entry_facts,
    fact_view,
    facts_on,
    snapshot,
    undated_facts,
)
from pmo_path.answers.citations import cited_sources, source_view
from pmo_path.answers.common_cautions import common_cautions
from pmo_path.answers.development import development_items
from pmo_path.answers.explain import timeline
from pmo_path.answers.prices import price_ranges, seen_prices, study_times
from pmo_path.answers.step_values import exam, pages, training_days, validity
from pmo_path.contract.catalogue import (
    CertificationView,
    ConflictView,
    FactView,
)
from pmo_path.contract.comparison import Aspect, ComparedRow, Comparison
from pmo_path.contract.listing import Listing, Offer
from pmo_path.contract.unknown import Unknown
from pmo_path.messages.phrases import with_age
from pmo_path.messages.price_phrases import seen_words
from pmo_path.model.catalogue import Catalogue
from pmo_path.model.certifications import Certification
from pmo_path.model.on_day import Day, on_day
from pmo_path.model.statements import Dated, Fact
from pmo_path.profile.meanings import LEVELS, PMO_TYPES


def listing(
    catalogue: Catalogue, as_of: date, filters: dict[str, str], full: bool = False
) -> Listing:
    """Return the certifications that match every filter; if `full`, with all that is the same for
    everybody on the day.

    The keys of `filters` are `body`, `level`, `type` and `status`.
    """
    day = on_day(catalogue, as_of)
    kept = [
        certification
        for certification in catalogue.certifications.values()
        if _passes(day, certification, filters)
    ]
    return Listing(
        as_of=as_of.isoformat(),
        catalogue=catalogue_info(day, tuple(certification.id for certification in kept)),
        filters=filters,
        certifications=tuple(snapshot(day, certification, full) for certification in kept),
        offers=tuple(_offer(day, certification.id) for certification in kept if full),
        cautions=common_cautions(day, [one.id for one in kept]) if full else (),
        development=development_items(day) if full else (),
        sources=tuple(source_view(catalogue, id) for id in sorted(catalogue.sources) if full),
    )


def _offer(day: Day, certification: str) -> Offer:
    successor = day.successor(certification)
    return Offer(
        certification=certification,
        superseded_by=(successor,) if successor else (),
        training_days=training_days(day, certification),
        validity=validity(day, certification),
        exam=exam(day, certification),
        prices=seen_prices(day, certification),
        price_ranges=price_ranges(day, certification),
        study=study_times(day, certification),
        pages=pages(day, certification),
    )


def _passes(day: Day, certification: Certification, filters: dict[str, str]) -> bool:
    checks = {
        "body": day.owner(certification.id).id,
        "status": day.status[certification.id],
        "level": [placement.level for placement in certification.career_levels],
        "type": [placement.type for placement in certification.pmo_types],
    }
    if "any" in checks["type"]:  # "any" matches a filter for any PMO type
        checks["type"] = list(PMO_TYPES)
    return all(value == checks[key] or value in checks[key] for key, value in filters.items())


def certification_view(catalogue: Catalogue, certification: str, as_of: date) -> CertificationView:
    """Return everything the catalogue holds on a certification, past versions included."""
    day = on_day(catalogue, as_of)
    subject = catalogue.certifications[certification]
    unpublished = [item for version in subject.entry for item in version.not_published]
    parts = {
        "certification": replace(
            snapshot(day, subject),
            not_published=tuple(dict.fromkeys((*subject.not_published, *unpublished))),
        ),
        "facts": tuple(_everything(day, subject)),
        "prices": seen_prices(day, certification),
        "price_ranges": price_ranges(day, certification),
        "study": study_times(day, certification),
        "timeline": timeline(catalogue, subject),
        "conflicts": tuple(
            ConflictView(
                topic=conflict.topic,
                readings=tuple(
                    fact_view(catalogue, "reading", fact, as_of) for fact in conflict.readings
                ),
                resolution=conflict.resolution,
            )
            for conflict in subject.conflicts
        ),
    }
    return CertificationView(
        as_of=as_of.isoformat(),
        catalogue=catalogue_info(day, (certification,)),
        aliases=subject.aliases,
        sources=cited_sources(catalogue, parts),
        **parts,  # type: ignore[arg-type]
    )


def _everything(day: Day, certification: Certification) -> Iterator[FactView]:
    """Yield every fact, in force or not, with the dates between which it applies."""
    catalogue, today = day.catalogue, day.date
    for version in certification.entry:
        span = _span(version.from_, version.until)
        for about, facts in entry_facts(version):
            yield from (fact_view(catalogue, about, fact, today, span) for fact in facts)
    histories: list[tuple[str, Sequence[Fact]]] = [
        ("name", certification.names),
        ("owner", certification.owned_by),
        ("awarded by", certification.awarded_by),
        ("status", certification.status),
        ("for holders", certification.holders),
        ("exam", certification.exam),
        ("validity", certification.validity),
    ]
    pages = ("where to go", certification.pages)
    for about, group in (*histories, *undated_facts(certification), pages):
        for fact in group:
            seen_on = fact.seen_on if isinstance(fact, Dated) and fact.from_ is None else None
            dates = (
                f"seen {seen_on}"
                if seen_on
                else _span(getattr(fact, "from_", None), getattr(fact, "until", None))
            )
            yield fact_view(catalogue, about, fact, today, dates)


def _span(start: object, end: object) -> str:
    if start and end:
        return f"{start} until {end}"
    if start:
        return f"from {start}"
    return f"until {end}" if end else ""


# What each aspect is called, which is also what its facts are `about`.
ABOUT: Mapping[Aspect, str] = {aspect: aspect.replace("-", " ") for aspect in get_args(Aspect)} | {
    "pmo-type": "PMO type"
}


def comparison(catalogue: Catalogue, certifications: Sequence[str], as_of: date) -> Comparison:
    """Return certifications side by side: a row per aspect, marked where all values agree."""
    day = on_day(catalogue, as_of)
    chosen = [catalogue.certifications[certification] for certification in certifications]
    tables = [_aspects(day, certification) for certification in chosen]
    rows = []
    for aspect in get_args(Aspect):
        told = [table[aspect] for table in tables]
        values = tuple(
            words or Unknown(ask=day.owner(certification.id).ask)
            for words, certification in zip(told, chosen, strict=True)
        )
        same = len(set(told)) == 1 and all(told)
        rows.append(ComparedRow(id=aspect, about=ABOUT[aspect], same=same, values=values))
    return Comparison(
        as_of=as_of.isoformat(),
        catalogue=catalogue_info(day, tuple(certifications)),
        certifications=tuple(
            snapshot(day, certification, with_facts=True) for certification in chosen
        ),
        offers=tuple(_offer(day, certification.id) for certification in chosen),
        rows=tuple(rows),
    )


def _aspects(day: Day, certification: Certification) -> dict[Aspect, tuple[str, ...]]:
    """Return the statements in force by aspect.

    Empty for an aspect of which nothing is published.
    """
    levels = {placement.level for placement in certification.career_levels}
    types = {placement.type for placement in certification.pmo_types}
    head: dict[Aspect, tuple[str, ...]] = {
        "status": (day.status[certification.id],),
        "full-name": (day.name(certification.id),),
        "owner": (day.owner(certification.id).name,),
        "career-level": tuple(sorted(levels, key=LEVELS.index)),
        "pmo-type": tuple(sorted(types)),
        "price": seen_words(
            price_ranges(day, certification.id), seen_prices(day, certification.id)
        ),
    }
    facts = tuple(facts_on(day, certification))
    said = {
        aspect: tuple(
            with_age(fact.text, fact.age, fact.note) for fact in facts if fact.about == about
        )
        for aspect, about in ABOUT.items()
    }
    return said | head
