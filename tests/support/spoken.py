"""Every sentence of an advice."""

from __future__ import annotations

from collections.abc import Iterator

from pmo_path.contract.advice import Advice, Considered, Route, Step
from pmo_path.contract.unknown import Unknown


def said(told: Advice) -> Iterator[str]:
    """Every sentence of an advice, with what it rests on."""
    level = told.career_level
    yield (
        f"level {level.id} {level.number} {level.assumed} {level.other_readings}"
        if level
        else "level none"
    )
    yield from (f"because {text}" for text in level.because) if level else ()
    yield from (
        f"caution {one.certification} {ground(one.rule, one.text, one.sources)}"
        for one in told.cautions
    )
    for route in told.routes:
        yield from of_route(route)
    for one in told.considered:
        yield from of_verdict(one)
    for missing in told.missing_facts:
        yield f"missing {missing.fact}: {missing.why} {missing.could_change}"
        yield from (f"  {missing.fact} = {one.answer}: {one.next_steps}" for one in missing.decides)
    yield from (
        f"beyond {one.area} {one.name}: {one.text} {one.state} {one.sources}"
        for one in told.development
    )
    yield f"next {told.next_steps}"


def ground(rule: str, text: str, sources: tuple[str, ...]) -> str:
    return f"{rule}: {text} [{', '.join(sources)}]"


def of_route(route: Route) -> Iterator[str]:
    because = " ".join(route.because)
    yield f"route {route.rank} {route.id} {route.title} ({route.family}): {because}"
    totals = [
        one.ask if isinstance(one, Unknown) else repr(one)
        for one in (route.totals.training_days, route.totals.cost)
    ]
    yield f"totals {totals} {route.totals.unknown}"
    for step in route.steps:
        yield from of_step(step)


def of_step(step: Step) -> Iterator[str]:
    name = step.certification
    yield f"step {step.action} {name} {step.name} {step.status} {step.eligibility} {step.entry}"
    yield from (f"step {name} {ground(one.rule, one.text, one.sources)}" for one in step.because)
    yield from (
        f"gap {gap.requirement} {gap.text} {gap.eligibility} {gap.facts}" for gap in step.gaps
    )
    values = (step.training_days, step.cost, step.validity, step.exam, *step.pages)
    yield from (f"{name} {value!r}" for value in values)


def of_verdict(one: Considered) -> Iterator[str]:
    name = one.certification
    yield f"{name} {one.name} {one.status} {one.verdict} {one.eligibility} {one.superseded_by}"
    yield from (f"{name} {ground(why.rule, why.text, why.sources)}" for why in one.because)
    yield from (f"gap {name} {gap.requirement} {gap.text} {gap.facts}" for gap in one.gaps)
    yield from (f"change {name} {change!r}" for change in one.smallest_change)
