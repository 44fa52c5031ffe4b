"""A plan as plain text: on one screen, or in full."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct

from pmo_path.contract.plan import CareerPlan, PlanStep, PlanView
from pmo_path.contract.unknown import Unknown
from pmo_path.core.text import printable
from pmo_path.core.wrapping import bullet, first_that_fits, heading, labelled, wrap
from pmo_path.messages.catalog import say
from pmo_path.reports.cautions_shown import most_urgent
from pmo_path.reports.plan_sections import (
    against_first,
    broken_limits,
    compared,
    cost_lines,
    head_lines,
    other_cautions,
    renewal_lines,
    step_grounds,
    when,
)
from pmo_path.reports.text_catalogue import source_lines

MOST_LINES = 40


class Detail(Struct, frozen=True):
    """How much is said: of which steps the strongest reason, how many cautions besides those that
    warn of harm, how many other plans with what they give up, and whether what is not known.
    """

    reasons: int
    cautions: int
    others: int
    unknown: bool = True


DETAILS = (
    Detail(9, 2, 3),
    Detail(2, 1, 2),
    Detail(1, 1, 2),
    Detail(1, 0, 1),
    Detail(1, 0, 0),
    Detail(0, 0, 0),
    Detail(0, 0, 0, unknown=False),
)


def short_plan(plan: CareerPlan, width: int = 80, options: bool = True) -> str:
    """Return the answer, the steps of the first plan, what it takes, and what else there is.

    At most MOST_LINES, unless what warns of harm, or many steps, need more. With `options`, name
    the command-line options that tell more.
    """
    forms = (
        [*_short(plan, detail, width), *(_hints(plan, width) if options else ())]
        for detail in DETAILS
    )
    return "\n".join(first_that_fits(forms, MOST_LINES)) + "\n"


def _short(plan: CareerPlan, detail: Detail, width: int) -> Iterator[str]:
    yield from _answer(plan, width)
    for first in plan.plans[:1]:
        yield from heading(say("heading-the-plan"))
        for number, step in enumerate(first.steps, 1):
            yield from _step(number, step, width, 1 if number <= detail.reasons else 0)
        told = [first.cost.text, *(renewal.text for renewal in first.renewals)]
        told += [limit.text for limit in first.limits]
        told += (one.text for one in first.not_known if detail.unknown)
        yield from _listed("heading-plan-criteria", told, width)
    yield from _left_out(plan, width)
    yield from _cautions(plan, detail, width)
    yield from _others(plan, detail, width)


def full_plan(plan: CareerPlan, width: int = 80) -> str:
    """Return everything that a plan says."""
    lines = [*_answer(plan, width)]
    for number, one in enumerate(plan.plans):
        if number:
            lines += ["", *wrap(f"{say('plan-instead', number=number)}: {one.title}", width)]
            for label, text in compared(one):
                lines += labelled(label, text, width)
        lines += [*_steps(one, width), *_takes(one, width), *_full_takes(one, width)]
    lines += [*_left_out(plan, width), *_rests(plan, width)]
    lines += _listed("heading-cautions", (caution.text for caution in other_cautions(plan)), width)
    lines += source_lines(plan.sources, width)
    return "\n".join(lines) + "\n"


def _answer(plan: CareerPlan, width: int) -> Iterator[str]:
    if plan.catalogue.age:
        yield from wrap(f"{say('careful')} {plan.catalogue.age}", width)
    yield from wrap(plan.text, width)
    name = printable(str(plan.profile.get("name", "")))
    yield from wrap(" ".join(head_lines(plan, name)), width)


def _steps(plan: PlanView, width: int) -> Iterator[str]:
    yield from heading(say("heading-the-plan"))
    for number, step in enumerate(plan.steps, 1):
        yield from _step(number, step, width, None)


def _hints(plan: CareerPlan, width: int) -> Iterator[str]:
    """Yield the options that tell more: of days that nobody publishes, and of the plan."""
    yield ""
    for step in (step for first in plan.plans[:1] for step in first.steps):
        if step.below and isinstance(step.duration, Unknown):
            yield from wrap(say("plan-assume-hint", below=step.below, level=step.level), width)
            break
    yield from wrap(say("plan-see-more"), width)


def _step(number: int, step: PlanStep, width: int, reasons: int | None) -> Iterator[str]:
    """Yield a step with its days and some of its grounds; all of them where None is given."""
    days = when(step)
    if reasons == 0:
        yield from wrap(
            f"{number}. {step.title}" + (f": {days}" if days else ""), width, "  ", "     "
        )
        return
    yield from wrap(f"{number}. {step.title}", width, "  ", "     ")
    if days:
        yield from wrap(f"{days[:1].upper()}{days[1:]}.", width, "     ")
    for text, _ in [*step_grounds(step)][:reasons]:
        yield from wrap(text, width, "     ")


def _takes(plan: PlanView, width: int) -> Iterator[str]:
    """Yield money, renewals and limits of a plan, and what is not known of it."""
    told = (
        *cost_lines(plan),
        *renewal_lines(plan),
        *(limit.text for limit in plan.limits),
        *(one.text for one in plan.not_known),
    )
    yield from _listed("heading-plan-criteria", told, width)


def _full_takes(plan: PlanView, width: int) -> Iterator[str]:
    for measure in plan.measures:
        if measure.criterion not in ("money", "renewals"):
            yield from bullet(measure.text, width)
    for year in plan.cost.years:
        yield from bullet(year.text, width)


def _others(plan: CareerPlan, detail: Detail, width: int) -> Iterator[str]:
    """Yield the alternatives with what they have and give up, and of the rest the names."""
    others, shown = plan.plans[1:], detail.others
    told = [f"{one.title}. {against_first(one)}" for one in others[:shown]]
    if rest := others[shown:]:
        code = "plan-more-plans" if told else "plan-other-plans"
        told.append(say(code, names="; or ".join(one.title for one in rest)))
    yield from _listed("heading-plan-alternatives", map(str.strip, told), width)


def _left_out(plan: CareerPlan, width: int) -> Iterator[str]:
    told = (f"{one.title}. {broken_limits(one)}" for one in plan.left_out)
    yield from _listed("heading-plan-left-out", told, width)


def _cautions(plan: CareerPlan, detail: Detail, width: int) -> Iterator[str]:
    shown, _ = most_urgent(other_cautions(plan), detail.cautions)
    yield from _listed("heading-cautions", (caution.text for caution in shown), width)


def _rests(plan: CareerPlan, width: int) -> Iterator[str]:
    told = (*(assumption.text for assumption in plan.assumptions), *plan.notes)
    yield from _listed("heading-plan-rests", told, width)


def _listed(code: str, texts: Iterable[str], width: int) -> Iterator[str]:
    lines = [line for text in texts for line in bullet(text, width)]
    if lines:
        yield from (*heading(say(code)), *lines)
