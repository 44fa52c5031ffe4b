"""A plan as a document, the same for every format, and as a chapter of a person's report."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from pmo_path.contract.plan import CareerPlan, PlanStep, PlanView
from pmo_path.contract.unknown import Unknown
from pmo_path.core.text import inert
from pmo_path.messages.catalog import say
from pmo_path.messages.grammar import long_date
from pmo_path.reports.blocks import (
    Block,
    Document,
    Event,
    Fields,
    Heading,
    Item,
    Items,
    Line,
    Shape,
    TimeLine,
    addresses_in,
    bullets,
    paragraph,
    plain_lines,
    with_links,
)
from pmo_path.reports.citations import Citations, source_list
from pmo_path.reports.plan_sections import (
    against_first,
    broken_limits,
    compared,
    cost_lines,
    done_by,
    head_lines,
    other_cautions,
    renewal_lines,
    step_grounds,
    when,
)


def plan_document(plan: CareerPlan) -> Document:
    """Return a plan as a document of its own."""
    citations = Citations()
    name = inert(str(plan.profile.get("name", "")))
    title = say("plan-title-name", name=name) if name else say("plan-title")
    blocks = [
        Heading(level=1, text=title),
        *_answer(plan),
        *_plan_part(plan, citations),
        *_rests(plan),
        *_cautions(plan, citations),
        *_sources(plan, citations),
    ]
    return with_links(blocks, set(_addresses(plan)))


def _addresses(plan: CareerPlan) -> Iterator[str]:
    """Yield the addresses of those whom to ask."""
    for step in (step for one in plan.plans for step in one.steps):
        for value in (step.duration, step.certification and step.certification.cost):
            if isinstance(value, Unknown):
                yield from addresses_in(value.ask)


def _plan_part(plan: CareerPlan, citations: Citations) -> Iterator[Block]:
    """Yield the first plan with its time line and steps, the others, and those left out."""
    for first in plan.plans[:1]:
        yield Heading(level=2, text=say("heading-the-plan"))
        yield time_line(first, "first")
        yield from _steps(first, citations)
        yield Heading(level=2, text=say("heading-plan-criteria"))
        yield _takes(first)
    if others := plan.plans[1:]:
        yield Heading(level=2, text=say("heading-plan-alternatives"))
        for number, other in enumerate(others, 1):
            yield from _other(number, other, citations)
    yield from _left_out(plan)


def plan_chapter(plan: CareerPlan) -> Iterator[Block]:
    """Yield a plan as a chapter of a report, which has the steps and their sources already."""
    aim = plan.target.number if plan.target else ""
    yield Heading(level=2, text=say("heading-plan-chapter", number=aim))
    yield paragraph(plan.text, *filter(None, map(done_by, plan.plans[:1])))
    for first in plan.plans[:1]:
        yield time_line(first, "plan")
        yield _takes(first)
    others = (Line(lead=one.title, text=against_first(one)) for one in plan.plans[1:])
    if told := tuple(others):
        yield paragraph(say("plan-others"))
        yield bullets(told)
    if plan.left_out:
        yield paragraph(say("plan-left-out"))
        yield _broken(plan)
    yield bullets(plain_lines(plan.notes))


def time_line(plan: PlanView, name: str) -> TimeLine:
    """Return what a plan does in the order of time, renewals among it; undated ones come last."""
    events = sorted(_events(plan), key=lambda pair: pair[0])
    return TimeLine(
        name=name,
        title=say("plan-time-line"),
        events=tuple(event for _, event in events),
        key=say("plan-time-line-key"),
    )


def _events(plan: PlanView) -> Iterator[tuple[str, Event]]:
    """Yield the steps and renewals, each after the text by which it is put in order."""
    for step in plan.steps:
        yield _event("exam" if step.certification else "experience", step.title, step.earliest)
    for renewal in plan.renewals:
        if isinstance(renewal.due, str):
            yield _event("renewal", say("plan-step-renew", name=renewal.short), renewal.due)


def _event(shape: Shape, text: str, day: str | Unknown) -> tuple[str, Event]:
    if isinstance(day, Unknown):
        return "~", Event(shape=shape, text=text, when=say("plan-day-unknown"), open=True)
    return day, Event(shape=shape, text=text, when=long_date(date.fromisoformat(day)))


def _answer(plan: CareerPlan) -> Iterator[Block]:
    if plan.catalogue.age:
        yield paragraph(f"{say('careful')} {plan.catalogue.age}", tone="careful")
    yield paragraph(plan.text, tone="answer")
    yield paragraph(*head_lines(plan, ""))


def _steps(plan: PlanView, citations: Citations) -> Iterator[Block]:
    for number, step in enumerate(plan.steps, 1):
        yield Heading(level=3, text=f"{number}. {step.title}")
        if days := when(step):
            yield paragraph(f"{days[:1].upper()}{days[1:]}.")
        yield bullets(_grounds(step, citations))


def _grounds(step: PlanStep, citations: Citations) -> Iterator[Line]:
    yield from (citations.line(text, sources) for text, sources in step_grounds(step))


def _takes(plan: PlanView) -> Fields:
    """Return what a plan takes on every criterion, how it stands to the limits, and what lacks."""
    told = {
        **{say(f"plan-label-{measure.criterion}"): measure.text for measure in plan.measures},
        say("plan-label-money"): " ".join((*cost_lines(plan), *(y.text for y in plan.cost.years))),
        say("plan-label-due"): " ".join(renewal_lines(plan)),
        say("heading-plan-limits"): " ".join(limit.text for limit in plan.limits),
        say("heading-plan-unknown"): " ".join(one.text for one in plan.not_known),
    }
    return Fields(lines=tuple(Line(lead=lead, text=text) for lead, text in told.items() if text))


def _other(number: int, plan: PlanView, citations: Citations) -> Iterator[Block]:
    yield Heading(level=3, text=f"{say('plan-instead', number=number)}: {plan.title}")
    lines = [Line(lead=lead, text=text) for lead, text in compared(plan)]
    yield Fields(lines=(*lines, *_takes(plan).lines))
    yield Items(items=tuple(_item(step, citations) for step in plan.steps))


def _item(step: PlanStep, citations: Citations) -> Item:
    line = Line(lead=step.title, text=when(step))
    return Item(line=line, under=tuple(_grounds(step, citations)))


def _left_out(plan: CareerPlan) -> Iterator[Block]:
    if plan.left_out:
        yield Heading(level=2, text=say("heading-plan-left-out"))
        yield _broken(plan)


def _broken(plan: CareerPlan) -> Items:
    return bullets(Line(lead=left.title, text=broken_limits(left)) for left in plan.left_out)


def _rests(plan: CareerPlan) -> Iterator[Block]:
    if told := (*(assumption.text for assumption in plan.assumptions), *plan.notes):
        yield Heading(level=2, text=say("heading-plan-rests"))
        yield bullets(plain_lines(told))


def _cautions(plan: CareerPlan, citations: Citations) -> Iterator[Block]:
    if told := other_cautions(plan):
        yield Heading(level=2, text=say("heading-cautions"))
        yield bullets(citations.line(caution.text, caution.sources) for caution in told)


def _sources(plan: CareerPlan, citations: Citations) -> Iterator[Block]:
    known = {source.id: source for source in plan.sources}
    yield Heading(level=2, text=say("heading-sources"))
    yield from source_list(known[source] for source in citations.numbers)
