"""The plans of made-up people, whose golden files are `plan-NAME`."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import Any

from paths import GOLDEN
from strategies import shipped

from pmo_path.answers.plans.career_plan import career_plan
from pmo_path.answers.plans.wishes import wishes
from pmo_path.contract.plan import CareerPlan
from pmo_path.core.documents import Document, read_document
from pmo_path.profile.parse import read_profile
from pmo_path.profile.profile import Profile

DAY = date(2026, 11, 28)
PLANNED: dict[str, Any] = read_document((GOLDEN / "plans.yaml").read_bytes(), "plans.yaml").data


def planned(profile: Profile, day: date = DAY, **wished: Any) -> CareerPlan:
    wanted = wishes(shipped().names, day, budget=profile.budget, **wished)
    return career_plan(shipped(), profile, day, wanted)


@cache
def plan_of(name: str) -> CareerPlan:
    """Return the plan of a made-up person."""
    told = PLANNED[name]
    profile = read_profile(Document(name, told["profile"], {}), shipped().names)
    return planned(profile, assume=told.get("assume", ()), exchange=told.get("exchange", ()))
