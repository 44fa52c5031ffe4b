"""What to check first with the live web: open facts of the certifications that are advised most."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Literal

from pmo_path.answers.catalogue_views import catalogue_info, prices
from pmo_path.answers.citations import cited_sources
from pmo_path.answers.fact_age import is_current_price
from pmo_path.answers.step_values import pages
from pmo_path.contract.worklist import OpenFact, ToCheck, Worklist
from pmo_path.engine.decision import decide
from pmo_path.messages.catalog import say
from pmo_path.model.catalogue import ON_OFFER, Catalogue
from pmo_path.model.certifications import Certification
from pmo_path.model.history import edition_facts, entry_in_force
from pmo_path.model.on_day import Day, on_day
from pmo_path.model.statements import Fact, sources_of
from pmo_path.profile.meanings import LEVELS, PMO_TYPES
from pmo_path.profile.profile import Profile

_About = Literal["training days", "exam", "validity"]


def worklist(catalogue: Catalogue, as_of: date) -> Worklist:
    """Return what is open about every certification on offer, those advised most first.

    How much a certification is advised is counted over plain situations: each level, in each kind
    of PMO and in none that is said, with nothing held.
    """
    day = on_day(catalogue, as_of)
    situations = [
        Profile(experience_level=level, pmo_types=(kind,) if kind else None, holds=())
        for level, kind in itertools.product(LEVELS, (None, *PMO_TYPES))
    ]
    first = Counter(step for profile in situations for step in decide(day, profile).next_steps)
    listed = [
        ToCheck(
            certification=certification.id,
            short=certification.short,
            first_for=first[certification.id],
            open=tuple(_open(day, certification)),
            pages=tuple(page.address for page in pages(day, certification.id)),
            ask=day.owner(certification.id).ask,
        )
        for certification in catalogue.certifications.values()
        if day.status[certification.id] in ON_OFFER
        and (first[certification.id] or catalogue.family_of(certification.id))
    ]
    kept = tuple(
        sorted((entry for entry in listed if entry.open), key=lambda entry: -entry.first_for)
    )
    return Worklist(
        as_of=as_of.isoformat(),
        catalogue=catalogue_info(day, tuple(entry.certification for entry in kept)),
        situations=len(situations),
        certifications=kept,
        sources=cited_sources(catalogue, kept),
    )


def _open(day: Day, certification: Certification) -> Iterator[OpenFact]:
    """Yield what is open, in the order in which it matters to somebody about to book."""
    yield from _status(day, certification)
    for conflict in certification.conflicts:
        text = say("work-conflict", topic=conflict.topic)
        yield OpenFact(about="disagreement", text=text, sources=sources_of(*conflict.readings))
    known = prices(day, certification)
    if not any(is_current_price(day.catalogue, price, day.date) for price in known):
        code = "work-price-old" if known else "work-price"
        yield OpenFact(about="price", text=say(code), sources=sources_of(*known))
    yield from _weak(day, "training days", certification.training_days)
    yield from _weak(day, "exam", edition_facts(certification.exam, day.date))
    rule = entry_in_force(certification.validity, day.date)
    yield from _weak(day, "validity", (rule,) if rule else ())
    if not pages(day, certification.id):
        yield OpenFact(about="page", text=say("work-page"), sources=())


def _status(day: Day, certification: Certification) -> Iterator[OpenFact]:
    """Yield whether it is still on offer, where no page of the last year shows it."""
    period = day.period(certification.id)
    if period is None:
        return
    named = sources_of(period)
    known = [day.catalogue.sources[name] for name in named]
    signs = [(source.dated, source.date) for source in known if source.dated]
    if not signs:
        yield OpenFact(about="status", text=say("work-status-undated"), sources=named)
        return
    newest, written = max(signs)
    if (day.date - newest).days > 365:
        text = say("work-status", date=written)
        yield OpenFact(about="status", text=text, sources=named)


def _weak(day: Day, about: _About, facts: Sequence[Fact]) -> Iterator[OpenFact]:
    """Yield an open fact if nothing is known, or only undated sources of less than high confidence
    tell it.
    """
    if not facts:
        yield OpenFact(about=about, text=say("work-unknown", about=about), sources=())
        return
    named = sources_of(*facts)
    strong = any(fact.confidence == "high" for fact in facts)
    if not strong and not any(day.catalogue.sources[name].dated for name in named):
        text = say("work-weak", about=about)
        yield OpenFact(about=about, text=text, sources=named)
