"""Assemble the complete advice for one profile: decide, then word and cite every part."""

from __future__ import annotations

from datetime import date
from typing import Any

from pmo_path.answers.aims import aim
from pmo_path.answers.assumptions import assumptions
from pmo_path.answers.catalogue_views import catalogue_info, snapshot
from pmo_path.answers.cautions import cautions
from pmo_path.answers.citations import cited_sources
from pmo_path.answers.deadlines import deadlines
from pmo_path.answers.development import development
from pmo_path.answers.held_awards import holdings_view
from pmo_path.answers.level_words import level_view
from pmo_path.answers.missing_facts import missing_facts
from pmo_path.answers.route_steps import route_view
from pmo_path.answers.verdict_reasons import considered
from pmo_path.contract.advice import Advice
from pmo_path.engine.decision import ADVISED, decide
from pmo_path.model.catalogue import Catalogue
from pmo_path.model.on_day import on_day
from pmo_path.profile.profile import Profile


def advise(catalogue: Catalogue, profile: Profile, as_of: date) -> Advice:
    """Return which certification routes a person should take on a date, and why.

    Pure: equal profile, catalogue and date give equal advice.
    """
    decision = decide(on_day(catalogue, as_of), profile)
    case = decision.case
    next_steps = decision.next_steps
    parts: dict[str, Any] = {
        "career_level": level_view(catalogue, case.profile, case.level),
        "aim": aim(case),
        "routes": tuple(route_view(case, decision.ranked, ranked) for ranked in decision.ranked),
        "holdings": holdings_view(case),
        "deadlines": deadlines(decision),
        "assumptions": assumptions(decision),
        "considered": considered(decision),
        "cautions": cautions(decision),
        "missing_facts": missing_facts(decision),
        "development": development(case),
        "certifications": tuple(
            snapshot(case.day, certification, decision.verdicts[certification.id] in ADVISED)
            for certification in catalogue.certifications.values()
        ),
    }
    return Advice(
        as_of=as_of.isoformat(),
        catalogue=catalogue_info(case.day),
        profile=profile.plain(),
        next_step=next_steps[0] if next_steps else None,
        next_steps=next_steps,
        sources=cited_sources(catalogue, parts),
        **parts,
    )
