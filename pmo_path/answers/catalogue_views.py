"""Certifications and their facts in force on a date, as the types of the public contract."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence
from datetime import date
from typing import Any

from pmo_path.answers.fact_age import (
    catalogue_age,
    first_source_date,
    is_current_price,
    observation_age,
)
from pmo_path.contract.catalogue import CatalogueInfo, FactView, PriceView, Snapshot, StudyView
from pmo_path.core.memory import remembered
from pmo_path.core.scalars import When, json_number
from pmo_path.model.catalogue import Catalogue
from pmo_path.model.certifications import (
    Certification,
    EntryVersion,
    InType,
    Page,
    Price,
    StatusPeriod,
    StudyTime,
)
from pmo_path.model.history import applies, current_entries, edition_facts, entry_in_force
from pmo_path.model.on_day import Day
from pmo_path.model.other_certificates import ListedCertificate
from pmo_path.model.statements import Fact
from pmo_path.profile.meanings import KIND_SAYS


@remembered(32)
def catalogue_info(day: Day, shown: tuple[str, ...] | None = None) -> CatalogueInfo:
    """Return the catalogue's version, digest and age of its facts on the day.

    The age covers the facts of the certifications in `shown`, or of all where that is None.
    """
    catalogue = day.catalogue
    ids = catalogue.certifications if shown is None else shown
    return catalogue_age(
        catalogue,
        day.date,
        {
            day.short(certification): _checked_on(day, catalogue.certifications[certification])
            for certification in ids
        },
    )


def _checked_on(day: Day, certification: Certification) -> date:
    """Return the oldest date on which any fact in force of a certification was checked."""
    return min(
        day.catalogue.checked_on(fact)
        for _, facts in _in_force(day, certification)
        for fact in facts
    )


def _snapshot_key(day: Day, certification: Certification, with_facts: bool = False) -> Hashable:
    return day, certification.id, with_facts


@remembered(1024, key=_snapshot_key)
def snapshot(day: Day, certification: Certification, with_facts: bool = False) -> Snapshot:
    """Return one certification on the day, including its facts in force if `with_facts`."""
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
        career_levels=tuple(placement.level for placement in certification.career_levels),
        pmo_types=tuple(placement.type for placement in certification.pmo_types),
        facts=tuple(facts_on(day, certification)) if with_facts else (),
        not_published=not_published(day, certification),
        ask=owner.ask,
    )


def not_published(day: Day, certification: Certification) -> tuple[str, ...]:
    """Return what is not published about a certification and its entry requirements on the day."""
    entry = day.entry(certification.id)
    return tuple(
        dict.fromkeys((*certification.not_published, *(entry.not_published if entry else ())))
    )


def facts_on(day: Day, certification: Certification) -> Iterator[FactView]:
    """Yield every fact in force on the day, in display order."""
    for about, facts in _in_force(day, certification):
        for fact in facts:
            yield fact_view(day.catalogue, about, fact, day.date)


def prices(day: Day, certification: Certification) -> list[Price]:
    """Return the prices that are undated or dated on or before the day."""
    return [price for price in certification.price if _begun(price.on, day)]


def study(day: Day, certification: Certification) -> list[StudyTime]:
    """Return the times of study that are undated or dated on or before the day."""
    return [time for time in certification.study if _begun(time.on, day)]


def _begun(on: When | None, day: Day) -> bool:
    return on is None or on.first <= day.date


def pages_on(day: Day, certification: Certification) -> list[Page]:
    """Return the pages to go to on the day, those of this very certification first."""
    pages = (page for page in certification.pages if applies(page, day.date))
    return sorted(pages, key=lambda page: page.for_)


def _in_force(day: Day, certification: Certification) -> Iterator[tuple[str, Sequence[Fact]]]:
    period = day.period(certification.id)
    entry = day.entry(certification.id)
    rule = entry_in_force(certification.validity, day.date)
    yield "status", (period,) if period else ()
    yield "for holders", [fact for fact in certification.holders if applies(fact, day.date)]
    yield "owner", current_entries(certification.owned_by, day.date)
    yield "awarded by", current_entries(certification.awarded_by, day.date)
    yield from entry_facts(entry) if entry else ()
    yield "exam", edition_facts(certification.exam, day.date)
    yield "validity", (rule,) if rule else ()
    observed: dict[str, Sequence[Fact]] = {
        "price": prices(day, certification),
        "study": study(day, certification),
    }
    for about, facts in undated_facts(certification):
        yield about, observed.get(about, facts)
    yield "where to go", pages_on(day, certification)


def entry_facts(entry: EntryVersion) -> Iterator[tuple[str, Sequence[Fact]]]:
    """Yield the facts of one version of the entry requirements, grouped by topic."""
    yield "entry", entry.required
    yield "also asked", entry.cautions
    yield "recommended", entry.recommended
    yield "not asked", entry.not_asked


def undated_facts(certification: Certification) -> Iterator[tuple[str, Sequence[Fact]]]:
    """Yield the facts that are kept without a history, grouped by topic."""
    yield "aimed at", certification.aimed_at
    yield "career level", certification.career_levels
    yield "PMO type", certification.pmo_types
    yield "training", certification.training_days
    yield "study", certification.study
    yield "price", certification.price
    yield "renewal", certification.renewal
    yield "languages", certification.languages
    yield "topics", certification.topics
    yield "reading", certification.reading
    yield "more", certification.more
    yield "sitting the exam", certification.sitting


def fact_view(catalogue: Catalogue, about: str, fact: Fact, day: date, dates: str = "") -> FactView:
    """Return a fact with its sources, confidence, date of checking and, for money, its age."""
    return FactView(**_members(catalogue, about, fact, day), dates=dates)


def _members(catalogue: Catalogue, about: str, fact: Fact, day: date) -> dict[str, Any]:
    """Return what views of facts of every kind share, but the dates between which one applies."""
    return {
        "about": about,
        "text": _statement(fact),
        "edition": fact.edition or "",
        "source": fact.source,
        "also": fact.also,
        "confidence": fact.confidence,
        "mark": fact.mark,
        "note": fact.note or "",
        "verified_on": catalogue.checked_on(fact).isoformat(),
        "dated": first_source_date(catalogue, fact),
        "age": observation_age(catalogue, fact, day),
    }


def price_view(catalogue: Catalogue, price: Price, day: date) -> PriceView:
    """Return a price that was seen, with its amounts and whether it counts as current."""
    high = price.low if price.high is None else price.high
    return PriceView(
        **_members(catalogue, "price", price, day),
        dates="",
        for_=price.for_,
        low=None if price.low is None else json_number(float(price.low)),
        high=None if high is None else json_number(float(high)),
        currency=price.currency,
        vat=price.vat,
        region=price.region or "",
        on=str(price.on or ""),
        to=str(price.to or ""),
        current=is_current_price(catalogue, price, day),
    )


def study_view(catalogue: Catalogue, study: StudyTime, day: date) -> StudyView:
    """Return a time of study that was stated, with its numbers."""
    return StudyView(
        **_members(catalogue, "study", study, day),
        dates="",
        low=json_number(study.low),
        high=json_number(study.low if study.high is None else study.high),
        unit=study.unit,
        on=str(study.on or ""),
    )


def _statement(fact: Fact) -> str:
    """Return the text of a fact, with its status, kind, PMO type or address where it has one."""
    if isinstance(fact, StatusPeriod):
        return f"{fact.status}: {fact.value}"
    if isinstance(fact, ListedCertificate):
        return KIND_SAYS[fact.kind]
    if isinstance(fact, Page):
        return f"{fact.value}: {fact.address}"
    return f"{fact.type}: {fact.value}" if isinstance(fact, InType) else fact.value
