"""advise(catalogue, profile, as_of): the whole answer, from the decision to its words."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from pmo_path.advice import (
    Advice,
    CatalogueInfo,
    FactView,
    Snapshot,
    SourceView,
    VerifiedOn,
    plain,
)
from pmo_path.case import Case
from pmo_path.cautions import cautions
from pmo_path.decision import Decision, decide
from pmo_path.knowledge import Catalogue, current, in_force, on_day
from pmo_path.missing import missing_facts
from pmo_path.models import Certification, Fact
from pmo_path.profile import Profile
from pmo_path.steps import route_view
from pmo_path.verdicts import considered


def advise(catalogue: Catalogue, profile: Profile, as_of: date) -> Advice:
    """Return which certification route a person should take on a day, and why.

    Pure: the same profile, catalogue and day give an equal advice.
    """
    decision = decide(on_day(catalogue, as_of), profile)
    case = decision.case
    next_steps = decision.next_steps
    parts: dict[str, Any] = {
        "career_level": case.level.view(catalogue),
        "routes": tuple(route_view(case, decision.ranked, one) for one in decision.ranked),
        "considered": considered(decision),
        "cautions": cautions(decision),
        "missing_facts": missing_facts(decision),
        "development": (),
        "certifications": tuple(snapshot(decision, one) for one in catalogue.certifications.values()),
    }
    return Advice(
        as_of=as_of.isoformat(),
        catalogue=catalogue_info(catalogue),
        profile=profile.plain(),
        next_step=next_steps[0] if next_steps else None,
        next_steps=next_steps,
        sources=cited(catalogue, parts),
        **parts,
    )


def catalogue_info(catalogue: Catalogue) -> CatalogueInfo:
    """Return the catalogue's version, digest, and the days between which it was checked."""
    days = sorted(source.verified_on for source in catalogue.sources.values())
    verified = VerifiedOn(oldest=days[0].isoformat(), newest=days[-1].isoformat())
    return CatalogueInfo(version=catalogue.version, digest=catalogue.digest, verified_on=verified)


def snapshot(decision: Decision, certification: Certification) -> Snapshot:
    """Return one certification on the day; with its facts where it stands on a route."""
    case = decision.case
    family = case.day.catalogue.family_of(certification.id)
    owner = case.day.owner(certification.id)
    on_route = decision.verdicts[certification.id] in ("recommended", "alternative")
    return Snapshot(
        certification=certification.id,
        name=case.day.name(certification.id),
        short=certification.short,
        family=family.id if family else None,
        body=owner.id,
        body_name=owner.short,
        status=case.day.status[certification.id],  # type: ignore[arg-type]
        career_levels=tuple(one.level for one in certification.career_levels),
        pmo_types=tuple(one.type for one in certification.pmo_types),
        facts=tuple(_facts(case, certification)) if on_route else (),
        not_published=certification.not_published,
        ask=owner.ask,
    )


def _facts(case: Case, certification: Certification) -> Iterator[FactView]:
    period = case.day.period(certification.id)
    entry = case.day.entry(certification.id)
    rule = in_force(certification.validity, case.day.date)
    groups: list[tuple[str, tuple[Fact, ...]]] = [
        ("status", (period,) if period else ()),
        ("owner", tuple(current(certification.owned_by, case.day.date))),
        ("awarded by", tuple(current(certification.awarded_by, case.day.date))),
        ("aimed at", certification.aimed_at),
        ("career level", certification.career_levels),
        ("PMO type", certification.pmo_types),
        ("entry", entry.required if entry else ()),
        ("recommended before", entry.recommended if entry else ()),
        ("exam", tuple(current(certification.exam, case.day.date))),
        ("training days", certification.training_days),
        ("price", certification.price),
        ("validity", (rule,) if rule else ()),
        ("renewal", certification.renewal),
        ("languages", certification.languages),
        ("topics", certification.topics),
    ]
    for about, facts in groups:
        for fact in facts:
            yield FactView(about=about, text=fact.value, source=fact.source, confidence=fact.confidence, mark=fact.mark)


def cited(catalogue: Catalogue, parts: dict[str, Any]) -> tuple[SourceView, ...]:
    """Return every source that the parts of an advice name, by id."""
    ids = sorted(set(_sources(plain(parts))))
    return tuple(source_view(catalogue, one) for one in ids)


def _sources(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        yield from value.get("sources", ())
        if isinstance(source := value.get("source"), str):
            yield source
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
