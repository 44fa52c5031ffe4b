"""Make a plan: find the levels to prepare for and the ways to do so, and word the best of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from msgspec.structs import replace

from pmo_path.answers.aims import aim, next_level_up
from pmo_path.answers.catalogue_views import catalogue_info
from pmo_path.answers.cautions import cautions
from pmo_path.answers.citations import cited_sources
from pmo_path.answers.level_words import level_view
from pmo_path.answers.plans.alternatives import MOST_SHOWN, distinct, worth_showing
from pmo_path.answers.plans.comparison import Comparison, Measured
from pmo_path.answers.plans.limits import Limits
from pmo_path.answers.plans.plan_days import plan_days
from pmo_path.answers.plans.plan_words import (
    answer_text,
    assumptions,
    bounds,
    no_target,
    notes,
)
from pmo_path.answers.plans.stages import stages, target_of
from pmo_path.answers.plans.takes import takes_of
from pmo_path.answers.plans.views import Setting, plan_id, plan_title, plan_view
from pmo_path.answers.plans.wishes import Wishes
from pmo_path.contract.advice import Caution
from pmo_path.contract.plan import CareerPlan, PlanLeftOut, PlanView
from pmo_path.engine.decision import Decision, decide
from pmo_path.engine.plan_search import Found, search
from pmo_path.model.catalogue import Catalogue
from pmo_path.model.on_day import on_day
from pmo_path.profile.profile import Profile

# Rules of cautions that a plan tells by itself: how it stands to limits, the aim, what is missing.
_TOLD = (
    "budget",
    "in-budget",
    "over-budget",
    "too-late",
    "time-unknown",
    "class-days",
    "aim-",
    "no-level",
)


def career_plan(catalogue: Catalogue, profile: Profile, as_of: date, wishes: Wishes) -> CareerPlan:
    """Return the plan from where a person is to the level they aim for, else to the next one up.

    Pure. `wishes` come from `plans.wishes`.
    """
    day = on_day(catalogue, as_of)
    decision = decide(day, profile)
    target = target_of(decision)
    start = wishes.start or as_of
    parts: dict[str, Any] = {"text": no_target(decision.case.leaves), "target": None}
    if target:
        case = decision.case  # as the person told it, without a level that they did not name
        view = aim(case) or next_level_up(case, target)
        if profile.target_level is None:
            decision = decide(day, replace(profile, target_level=target))
        parts = {"target": view, **_found(decision, target, wishes, start)}
    plans = parts.get("plans", ())
    parts["career_level"] = level_view(catalogue, decision.case.profile, decision.case.level)
    parts["cautions"] = tuple(_cautions(decision, plans))
    return CareerPlan(
        as_of=as_of.isoformat(),
        catalogue=catalogue_info(day),
        profile=profile.plain(),
        start=start.isoformat(),
        assumptions=tuple(assumptions(day, wishes, plans)),
        sources=cited_sources(catalogue, parts),
        **parts,
    )


def plan_to_target(catalogue: Catalogue, profile: Profile, as_of: date) -> CareerPlan | None:
    """Return the plan of a person who names a target level, None of one who does not."""
    if profile.target_level is None:
        return None
    return career_plan(catalogue, profile, as_of, Wishes())


def _found(decision: Decision, target: str, wishes: Wishes, start: date) -> dict[str, Any]:
    """Return the members of a plan that the search for ways gives."""
    case, levels = decision.case, stages(decision, target)
    takes = takes_of(case, wishes, levels)
    limits = Limits(takes, start, levels)
    measured = [tuple(map(takes.measures, stage.choices)) for stage in levels]
    result = search(measured, limits.allow)

    def of(found: Found) -> Measured:
        choices = (stage.choices[place] for stage, place in zip(levels, found.way, strict=True))
        return Measured(found, tuple(choices))

    shown = [of(one) for one in worth_showing(result)]
    refused = [of(one) for one in distinct(result.refused)]
    views: tuple[Any, ...] = ()
    if shown:
        comparison = Comparison(takes, levels, shown[0])
        setting = Setting(case, levels, wishes, start, limits, comparison)
        views = tuple(plan_view(setting, one) for one in shown)
    more = max(0, len(refused) - MOST_SHOWN)
    least = () if result.complete else tuple(bounds(result.least, takes.currency))
    return {
        "text": answer_text(decision, target, views),
        "plans": views,
        "left_out": tuple(
            PlanLeftOut(id=plan_id(one), title=plan_title(case, one), limits=limits.of(one.found))
            for one in refused[:MOST_SHOWN]
        ),
        "left_out_more": more,
        "calendar": plan_days(views, case.profile.needed_by, case.day.date),
        "complete": result.complete,
        "bounds": least,
        "notes": tuple(notes(views, result.complete, least, more)),
    }


def _cautions(decision: Decision, plans: Sequence[PlanView]) -> Iterator[Caution]:
    """Yield the cautions of the advice, but those that a plan tells itself, and those about routes
    that no plan takes.
    """
    taking = (step.certification for plan in plans for step in plan.steps)
    taken = {step.certification for step in taking if step}
    elsewhere = {step for ranked in decision.ranked for step in ranked.plan.steps} - taken
    for caution in cautions(decision):
        if not caution.rule.startswith(_TOLD) and caution.certification not in elsewhere:
            yield caution
