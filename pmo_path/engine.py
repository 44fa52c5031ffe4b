"""advise(catalogue, profile, as_of): the whole answer, from the decision to its words."""

from __future__ import annotations

from datetime import date
from typing import Any

from pmo_path.advice import Advice
from pmo_path.aims import aim
from pmo_path.awards import holdings_view
from pmo_path.beyond import development
from pmo_path.cautions import cautions
from pmo_path.decision import ADVISED, decide
from pmo_path.knowledge import Catalogue, on_day
from pmo_path.missing import missing_facts
from pmo_path.profile import Profile
from pmo_path.snapshots import catalogue_info, cited, snapshot
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
        "aim": aim(case),
        "routes": tuple(route_view(case, decision.ranked, one) for one in decision.ranked),
        "holdings": holdings_view(case),
        "considered": considered(decision),
        "cautions": cautions(decision),
        "missing_facts": missing_facts(decision),
        "development": development(case),
        "certifications": tuple(
            snapshot(case.day, one, decision.verdicts[one.id] in ADVISED) for one in catalogue.certifications.values()
        ),
    }
    return Advice(
        as_of=as_of.isoformat(),
        catalogue=catalogue_info(case.day),
        profile=profile.plain(),
        next_step=next_steps[0] if next_steps else None,
        next_steps=next_steps,
        sources=cited(catalogue, parts),
        **parts,
    )
