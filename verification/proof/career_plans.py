"""The plans of a share of people: each can be walked, and the first is what is advised."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from pmo_path.answers.plans.career_plan import career_plan
from pmo_path.answers.plans.wishes import Wishes
from pmo_path.contract.plan import CareerPlan, PlanView
from pmo_path.core.json_text import json_data
from pmo_path.engine.decision import Decision, decide
from pmo_path.model.catalogue import ON_OFFER
from proof.laws import Counts
from proof.sentences import unfinished


def planned(decision: Decision, counts: Counts) -> Iterator[str]:
    """Yield what is wrong with the plan of a person."""
    case = decision.case
    day = case.day
    plan = career_plan(day.catalogue, case.profile, day.date, Wishes())
    counts.add("plans to a level")
    if not plan.complete:
        yield "the search for a plan was cut short"
    for one in plan.plans:
        yield from _walked(one, decision)
    yield from _first(plan, decision)
    yield from unfinished(json_data(plan))


def _walked(plan: PlanView, decision: Decision) -> Iterator[str]:
    taken = [step.certification for step in plan.steps if step.certification]
    known: set[str] = set(decision.case.facts.members("holds") or ())
    for step in taken:
        if step.status not in ON_OFFER or step.eligibility == "not_met":
            yield f"the plan {plan.id} takes {step.certification}, which is not open"
        missing = {*decision.case.day.must_hold[step.certification]} - known
        if missing:
            yield f"the plan {plan.id} takes {step.certification} before {sorted(missing)}"
        known |= {step.certification} | decision.case.day.catalogue.implies.get(
            step.certification, frozenset()
        )
    days = [step.earliest for step in plan.steps if isinstance(step.earliest, str)]
    if days != sorted(days):
        yield f"the days of the plan {plan.id} run backwards"


def _first(plan: CareerPlan, decision: Decision) -> Iterator[str]:
    """Yield whether the first plan is not the first route of the advice, if the aim is near.

    Where the advice has none, experience may still open one in time.
    """
    aim = plan.target
    if aim is None or aim.levels_up not in (None, 0, 1) or plan.left_out:
        return
    aimed = replace(decision.case.profile, target_level=aim.id)
    ranked = decide(decision.case.day, aimed).ranked
    route = ranked[0].plan.steps if ranked else ()
    first = plan.plans[0] if plan.plans else None
    taken = tuple(
        step.certification.certification
        for step in (first.steps if first else ())
        if step.certification
    )
    if route and taken != route:
        yield f"the first plan takes {taken}, the first route {route}"
