"""The sentences of a plan as a whole: its answer, what it rests on, and what it left out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from pmo_path.answers.level_words import level_name
from pmo_path.answers.plans.wishes import Length, Wishes
from pmo_path.contract.cost import Cost
from pmo_path.contract.plan import (
    AssumedLength,
    AssumedRate,
    CriterionName,
    PlanAssumption,
    PlanView,
    SearchBound,
)
from pmo_path.core.scalars import json_number, number_text
from pmo_path.engine.decision import Decision
from pmo_path.messages.catalog import say
from pmo_path.messages.grammar import counted
from pmo_path.model.on_day import Day
from pmo_path.profile.meanings import LEVELS


def answer_text(decision: Decision, target: str, plans: Sequence[PlanView]) -> str:
    """Return the first plan in a sentence, or why there is none."""
    case, known = decision.case, decision.case.day.catalogue
    if not plans:
        return say("plan-none-within")
    aim, own = level_name(known, target), case.level.levels
    steps = ", then ".join(step.phrase for step in plans[0].steps) or say("plan-no-step")
    if not own:
        return say("plan-answer-unknown-level", target=aim, steps=steps)
    if LEVELS.index(target) <= LEVELS.index(own[0]):
        return say("plan-answer-same", target=aim, steps=steps)
    return say("plan-answer", own=level_name(known, own[0]), target=aim, steps=steps)


def no_target(leaves: bool) -> str:
    """Return why there is no plan for somebody whose target cannot be told."""
    return say("plan-leaves" if leaves else "plan-no-target")


def assumptions(day: Day, wishes: Wishes, plans: Sequence[PlanView]) -> Iterator[PlanAssumption]:
    """Yield what the person told the plan to take for granted, and whether it is on no way."""
    steps = [step for plan in plans for step in plan.steps]
    climbed = {step.level for step in steps if step.below}
    taken = {step.certification.certification for step in steps if step.certification}
    for level, length in wishes.experience.items():
        below = LEVELS[LEVELS.index(level) - 1]
        about = {"below": below, "level": level}
        yield _assumed(say("plan-step-up", **about), length, level in climbed, **about)
    for name, length in wishes.training.items():
        yield _assumed(day.short(name), length, name in taken, certification=name)
    paid = {
        step.certification.cost.currency
        for step in steps
        if step.certification and isinstance(step.certification.cost, Cost)
    }
    for rate in wishes.rates.values():
        given = AssumedRate(from_=rate.source, to=rate.target, rate=json_number(float(rate.rate)))
        yield PlanAssumption(
            assumed="exchange",
            **_ABOUT_NOTHING,
            duration=None,
            rate=given,
            used=rate.source in paid,
            text=say("plan-assumed-rate", rate=rate),
        )


_ABOUT_NOTHING = {"below": None, "level": None, "certification": None}


def _assumed(what: str, length: Length, used: bool, **about: str) -> PlanAssumption:
    code = "plan-assumed-duration" if used else "plan-assumed-unused"
    low, high = (json_number(end) for end in (length.number.low, length.number.high))
    return PlanAssumption(
        assumed="duration",
        **(_ABOUT_NOTHING | about),
        duration=AssumedLength(low=low, high=high, unit=length.unit),
        rate=None,
        used=used,
        text=say(code, what=what, length=length),
    )


def bounds(least: Mapping[CriterionName, float], currency: str | None) -> Iterator[SearchBound]:
    """Yield what no plan can take less of, where that is known to be more than nothing."""
    if least["money"] and currency:
        yield SearchBound(criterion="money", least=json_number(least["money"]), unit=currency)
    if least["days"]:
        yield SearchBound(criterion="days", least=json_number(least["days"]), unit="days")


def notes(
    plans: Sequence[PlanView],
    complete: bool,
    found: Sequence[SearchBound],
    left_out: int,
) -> Iterator[str]:
    """Yield what to know of the plans as a whole."""
    if any(step.certification for plan in plans for step in plan.steps):
        yield say("plan-exam-wait")
    if not complete:
        yield say("plan-best-found")
    for bound in found:
        code = "plan-cannot-cost-less" if bound.criterion == "money" else "plan-cannot-take-less"
        least = (
            counted(bound.least, "day")
            if bound.unit == "days"
            else f"{number_text(bound.least)} {bound.unit}"
        )
        yield say(code, least=least)
    if left_out > 0:
        yield say("plan-left-out-more", count=left_out)
