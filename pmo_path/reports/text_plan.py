"""A plan as plain text: on one screen, or in full."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pmo_path.contract.plan import Plan, PlanStep, PlanView
from pmo_path.core.text import printable
from pmo_path.core.wrapping import bullet, heading, labelled, wrap
from pmo_path.messages.catalog import say
from pmo_path.reports.cautions_shown import most_urgent
from pmo_path.reports.plan_sections import (
    compared,
    cost_lines,
    done_by,
    headline,
    level_lines,
    step_grounds,
    when,
)
from pmo_path.reports.text_catalogue import source_lines

MOST_CAUTIONS = 2  # besides those that warn of harm
MOST_OTHERS = 2  # alternatives told on one screen; of further ones their names


def short_plan(plan: Plan, width: int = 80) -> str:
    """Return the answer, the steps of the first plan, what it takes, and what else there is."""
    lines = [*_answer(plan, width)]
    for first in plan.plans[:1]:
        lines += [*_steps(first, width, full=False), *_takes(first, width)]
    lines += [*_left_out(plan, width), *_cautions(plan, width), *_others(plan, width)]
    lines += ["", *wrap(say("plan-see-more"), width)]
    return "\n".join(lines) + "\n"


def full_plan(plan: Plan, width: int = 80) -> str:
    """Return everything that a plan says."""
    lines = [*_answer(plan, width)]
    for number, one in enumerate(plan.plans):
        if number:
            lines += ["", *wrap(f"{say('plan-instead', number=number)}: {one.title}", width)]
            for label, text in compared(one):
                lines += labelled(label, text, width)
        lines += [*_steps(one, width, full=True), *_takes(one, width), *_full_takes(one, width)]
    lines += [*_left_out(plan, width), *_rests(plan, width)]
    lines += _listed("heading-cautions", (caution.text for caution in plan.cautions), width)
    lines += source_lines(plan.sources, width)
    return "\n".join(lines) + "\n"


def _answer(plan: Plan, width: int) -> Iterator[str]:
    if plan.catalogue.age:
        yield from wrap(f"{say('careful')} {plan.catalogue.age}", width)
    yield from wrap(plan.text, width)
    name = printable(str(plan.profile.get("name", "")))
    for_whom = headline(plan, name)
    done = [text for first in plan.plans[:1] if (text := done_by(first))]
    yield from wrap(" ".join((for_whom, *done, *level_lines(plan))), width)


def _steps(plan: PlanView, width: int, full: bool) -> Iterator[str]:
    yield from heading(say("heading-the-plan"))
    for number, step in enumerate(plan.steps, 1):
        yield from _step(number, step, width, full)


def _step(number: int, step: PlanStep, width: int, full: bool) -> Iterator[str]:
    yield from wrap(f"{number}. {step.title}", width, "  ", "     ")
    if days := when(step):
        yield from wrap(f"{days[:1].upper()}{days[1:]}.", width, "     ")
    grounds = [text for text, _ in step_grounds(step)]
    for text in grounds if full else grounds[:1]:
        yield from wrap(text, width, "     ")


def _takes(plan: PlanView, width: int) -> Iterator[str]:
    """Yield money, renewals and limits of a plan, and what is not known of it."""
    yield from heading(say("heading-plan-criteria"))
    for text in (*cost_lines(plan), *_renewals(plan), *(limit.text for limit in plan.limits)):
        yield from bullet(text, width)
    for text in plan.unknown:
        yield from bullet(text, width)


def _renewals(plan: PlanView) -> Iterator[str]:
    yield from (renewal.text for renewal in plan.renewals)


def _full_takes(plan: PlanView, width: int) -> Iterator[str]:
    for measure in plan.measures:
        if measure.criterion not in ("money", "renewals"):
            yield from bullet(measure.text, width)
    for year in plan.cost.years:
        yield from bullet(year.text, width)


def _others(plan: Plan, width: int) -> Iterator[str]:
    """Yield the alternatives with what they have and give up, and of the rest the names."""
    others = plan.plans[1:]
    if not others:
        return
    yield from heading(say("heading-plan-alternatives"))
    for one in others[:MOST_OTHERS]:
        told = " ".join((*one.gains, *one.gives_up))
        yield from bullet(f"{one.title}. {told}".strip(), width)
    if rest := others[MOST_OTHERS:]:
        yield from bullet(say("plan-more-plans", names="; ".join(one.title for one in rest)), width)


def _left_out(plan: Plan, width: int) -> Iterator[str]:
    told = (
        f"{one.title}. {limit.text}"
        for one in plan.left_out
        for limit in one.limits
        if limit.state == "broken"
    )
    yield from _listed("heading-plan-left-out", told, width)


def _cautions(plan: Plan, width: int) -> Iterator[str]:
    shown, _ = most_urgent(plan.cautions, MOST_CAUTIONS)
    yield from _listed("heading-cautions", (caution.text for caution in shown), width)


def _rests(plan: Plan, width: int) -> Iterator[str]:
    told = (*(assumption.text for assumption in plan.assumptions), *plan.notes)
    yield from _listed("heading-plan-rests", told, width)


def _listed(code: str, texts: Iterable[str], width: int) -> Iterator[str]:
    lines = [line for text in texts for line in bullet(text, width)]
    if lines:
        yield from (*heading(say(code)), *lines)
