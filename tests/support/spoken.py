"""Every sentence of an advice."""

from __future__ import annotations

from collections.abc import Iterator

from pmo_path.contract.advice import Advice, Unknown


def said(told: Advice) -> Iterator[str]:
    """Every sentence of an advice, with what it rests on."""

    def ground(rule: str, text: str, sources: tuple[str, ...]) -> str:
        return f"{rule}: {text} [{', '.join(sources)}]"

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
        because = " ".join(route.because)
        yield f"route {route.rank} {route.id} {route.title} ({route.family}): {because}"
        totals = [
            one.ask if isinstance(one, Unknown) else repr(one)
            for one in (route.totals.training_days, route.totals.cost)
        ]
        yield f"totals {totals} {route.totals.unknown}"
        for step in route.steps:
            yield (
                f"step {step.action} {step.certification} {step.name} {step.status} "
                f"{step.eligibility} {step.entry}"
            )
            yield from (
                f"step {step.certification} {ground(one.rule, one.text, one.sources)}"
                for one in step.because
            )
            yield from (
                f"gap {gap.requirement} {gap.text} {gap.eligibility} {gap.facts}"
                for gap in step.gaps
            )
            yield from (
                f"{step.certification} {one!r}"
                for one in (
                    step.training_days,
                    step.cost,
                    step.validity,
                    step.exam,
                    *step.pages,
                )
            )
    for one in told.considered:
        yield (
            f"{one.certification} {one.name} {one.status} {one.verdict} {one.eligibility} "
            f"{one.superseded_by}"
        )
        yield from (
            f"{one.certification} {ground(why.rule, why.text, why.sources)}" for why in one.because
        )
        yield from (
            f"gap {one.certification} {gap.requirement} {gap.text} {gap.facts}" for gap in one.gaps
        )
        yield from (f"change {one.certification} {change!r}" for change in one.smallest_change)
    for missing in told.missing_facts:
        yield f"missing {missing.fact}: {missing.why} {missing.could_change}"
        yield from (f"  {missing.fact} = {one.answer}: {one.next_steps}" for one in missing.decides)
    yield from (
        f"beyond {one.area} {one.name}: {one.text} {one.state} {one.sources}"
        for one in told.development
    )
    yield f"next {told.next_steps}"
