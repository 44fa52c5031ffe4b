"""The sentences of a plan without layout, shared by text and documents."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from pmo_path.contract.advice import Caution, Total
from pmo_path.contract.plan import CareerPlan, PlanLeftOut, PlanStep, PlanView
from pmo_path.contract.unknown import Unknown
from pmo_path.messages.catalog import say
from pmo_path.messages.grammar import join, long_date
from pmo_path.messages.price_phrases import amount_words
from pmo_path.reports.sections import LEVEL_RULES, detail_sources, step_details

# What is told of each certification besides its days and the reasons for it.
TOLD = ("Entry", "Cost", "Study", "Validity")


def _level_lines(plan: CareerPlan) -> tuple[str, ...]:
    """Return how the present level was told, and how the target compares with it."""
    assumed = tuple(caution.text for caution in plan.cautions if caution.rule in LEVEL_RULES)
    own = plan.career_level.because if plan.career_level else ()
    return (*(assumed or own), *(plan.target.because if plan.target else ()))


def other_cautions(plan: CareerPlan) -> tuple[Caution, ...]:
    """Return the cautions besides those on how the level was told, which stand at the head."""
    return tuple(caution for caution in plan.cautions if caution.rule not in LEVEL_RULES)


def head_lines(plan: CareerPlan, name: str) -> tuple[str, ...]:
    """Return for whom a plan is, when its last certification is done, and how it begins and ends.

    Unless empty, `name` is told.
    """
    done = tuple(filter(None, map(done_by, plan.plans[:1])))
    return (_for_whom(plan, name), *done, *_level_lines(plan))


def _for_whom(plan: CareerPlan, name: str) -> str:
    """Return for whom and for which day a plan is, and when it begins, if that is another day."""
    day, start = (long_date(date.fromisoformat(day)) for day in (plan.as_of, plan.start))
    code = "plan-for" if plan.start == plan.as_of else "plan-for-start"
    return say(code, name=f"{name}, " if name else "", day=day, start=start)


def when(step: PlanStep) -> str:
    """Return how long a step takes and when it is done; empty if nothing is known."""
    parts = [] if isinstance(step.duration, Unknown) else [step.duration.text]
    if isinstance(step.earliest, str):
        parts.append(say("plan-earliest", day=long_date(date.fromisoformat(step.earliest))))
    if longest := _longest(step):
        parts.append(say("plan-longest", **longest))
    return "; ".join(parts)


def _longest(done: PlanStep | PlanView) -> dict[str, str]:
    """Return the day on which a step or a plan is done if all takes its longest known time, and
    what these times rest on; empty where no such day is known, or it is the earliest one.
    """
    if isinstance(done.likely, Unknown) or done.likely == done.earliest:
        return {}
    grounds = join((say(f"plan-longest-{ground}") for ground in done.likely_rests_on), "or")
    return {"longest": long_date(date.fromisoformat(done.likely)), "grounds": grounds}


def done_by(plan: PlanView) -> str:
    """Return when the last certification of a plan is done; empty where that is not known."""
    if isinstance(plan.earliest, Unknown) or not any(step.certification for step in plan.steps):
        return ""
    longest = _longest(plan)
    day = long_date(date.fromisoformat(plan.earliest))
    return say("plan-done-longest" if longest else "plan-done", day=day, **longest)


def step_grounds(step: PlanStep) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield what a step rests on and what it asks for, each with its sources."""
    taking = step.certification
    yield from ((reason.text, reason.sources) for reason in step.because)
    if taking:
        yield from ((reason.text, reason.sources) for reason in taking.because)
        yield from ((gap.text, ()) for gap in taking.gaps)
        for label, words in step_details(taking):
            if label in TOLD:
                yield f"{label}: {words}", detail_sources(taking, label)


def cost_lines(plan: PlanView) -> Iterator[str]:
    """Yield what a plan costs, and in one currency where rates were given."""
    yield plan.cost.text
    if isinstance(plan.cost.converted, Total):
        yield say("plan-cost-converted", sum=amount_words(plan.cost.converted))
    if plan.cost.lacking:
        yield say("total-unknown", values=join(part.text for part in plan.cost.lacking))


def broken_limits(plan: PlanLeftOut) -> str:
    """Return why a plan was left out."""
    return " ".join(limit.text for limit in plan.limits if limit.state == "broken")


def against_first(plan: PlanView) -> str:
    """Return what an alternative surely has over the first plan and gives up, in one text; of one
    that has and gives up nothing for sure, in what nobody can compare it.
    """
    return " ".join((*plan.gains, *plan.gives_up)) or plan.not_compared


def renewal_lines(plan: PlanView) -> Iterator[str]:
    """Yield how many renewals fall due within three and six years, and each of them."""
    if plan.renewals:
        years = [renewal.years for renewal in plan.renewals]
        near, undated = years.count(3), sum(isinstance(one, Unknown) for one in years)
        far = len(years) - undated
        code = "plan-renewals-due-undated" if undated else "plan-renewals-due"
        yield say(code, near=near, far=far, undated=undated)
    yield from (renewal.text for renewal in plan.renewals)


def compared(plan: PlanView) -> Iterator[tuple[str, str]]:
    """Yield what an alternative has over the first plan, gives up, and where that is not known."""
    told = (
        ("plan-label-gains", " ".join(plan.gains)),
        ("plan-label-gives-up", " ".join(plan.gives_up)),
        ("plan-label-not-compared", plan.not_compared),
    )
    yield from ((say(code), text) for code, text in told if text)
