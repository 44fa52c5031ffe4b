"""One plan in words and numbers: its steps with their grounds and days, and all that it takes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from msgspec import Struct

from pmo_path.answers.level_words import level_name
from pmo_path.answers.plans.comparison import Comparison, Measured
from pmo_path.answers.plans.limits import Limits
from pmo_path.answers.plans.money import plan_cost
from pmo_path.answers.plans.renewals import renewals, without_rule
from pmo_path.answers.plans.sequence import Doing, ToGain, ToTake, ToWorkUp, asking, sequence
from pmo_path.answers.plans.stages import LevelStage
from pmo_path.answers.plans.timing import Timed, timed
from pmo_path.answers.plans.wishes import Wishes
from pmo_path.answers.route_steps import step_view
from pmo_path.contract.advice import Reason, Step
from pmo_path.contract.plan import NotKnown, PlanStep, PlanView
from pmo_path.contract.unknown import Unknown
from pmo_path.core.scalars import number_text
from pmo_path.engine.situation import Case
from pmo_path.messages.catalog import say
from pmo_path.messages.grammar import join
from pmo_path.messages.phrases import step_phrase
from pmo_path.model.catalogue import OURS
from pmo_path.model.statements import sources_of
from pmo_path.profile.facts import BY_KEY


class Setting(Struct, frozen=True):
    """What all plans of one person share."""

    case: Case
    levels: Sequence[LevelStage]
    wishes: Wishes
    start: date
    limits: Limits
    comparison: Comparison


def plan_view(setting: Setting, plan: Measured) -> PlanView:
    """Return one plan with everything that is told of it."""
    case, comparison = setting.case, setting.comparison
    doing = sequence(case, setting.levels, plan.found.way)
    steps = tuple(timed(case, doing, setting.wishes))
    due = renewals(case, steps, setting.start)
    first, measures = plan is comparison.first, comparison.measures(plan)
    taken = [step for step in steps if isinstance(step.step, ToTake)] or steps
    last = taken[-1] if taken else None
    return PlanView(
        id=plan_id(plan),
        title=plan_title(case, plan),
        steps=tuple(_step(case, step) for step in steps),
        renewals=due,
        cost=plan_cost(case, steps, due, setting.wishes),
        earliest=_day(last.earliest if last else setting.start),
        likely=_day(last.likely if last else setting.start),
        likely_rests_on=last.likely_rests_on if last else (),
        measures=measures,
        limits=setting.limits.of(plan.found),
        gains=() if first else comparison.gains(plan),
        gives_up=() if first else comparison.gives_up(plan),
        not_compared="" if first else comparison.not_known(plan),
        not_known=(*comparison.not_on_offer(plan), *_not_known(case, steps)),
    )


def certifications_of(plan: Measured) -> tuple[str, ...]:
    """Return the certifications that a plan takes, each once."""
    return tuple(dict.fromkeys(step for choice in plan.choices for step in choice.steps))


def plan_id(plan: Measured) -> str:
    """Return the id of a plan: those of its certifications, in order."""
    return "-then-".join(certifications_of(plan)) or "experience"


def plan_title(case: Case, plan: Measured) -> str:
    """Return the title of a plan: what it takes, in order."""
    names = [case.day.short(step) for step in certifications_of(plan)]
    return ", then ".join(names) or say("plan-title-experience")


def _not_known(case: Case, steps: Sequence[Timed]) -> Iterator[NotKnown]:
    """Yield what is not known of the days of a plan and of how long its awards last."""
    if undated := [step for step in steps if isinstance(step.earliest, Unknown)]:
        cause, doing = undated[0].earliest, undated[0].step
        assert isinstance(cause, Unknown)
        yield NotKnown(
            code="day",
            certifications=(doing.certification,) if isinstance(doing, ToTake) else (),
            ask=cause.ask,
            text=say("plan-step-unknown", step=step_title(case, undated[0]), ask=cause.ask),
        )
    if lasting := without_rule(case, steps):
        yield NotKnown(
            code="validity",
            certifications=lasting,
            ask="; ".join(dict.fromkeys(case.day.owner(name).ask for name in lasting)),
            text=say("plan-lasting-unknown", names=join(map(case.day.short, lasting))),
        )


def _day(day: date | Unknown) -> str | Unknown:
    return day if isinstance(day, Unknown) else day.isoformat()


def _step(case: Case, step: Timed) -> PlanStep:
    doing = step.step
    taking = step_view(doing.case, doing.plan, doing.place) if isinstance(doing, ToTake) else None
    return PlanStep(
        kind="certification" if taking else "experience",
        title=step_title(case, step),
        phrase=_phrase(case, doing, taking),
        level=doing.level,
        below=doing.below if isinstance(doing, ToWorkUp) else None,
        because=tuple(_grounds(case, step)),
        certification=taking,
        duration=step.duration,
        earliest=_day(step.earliest),
        likely=_day(step.likely),
        likely_rests_on=step.likely_rests_on,
    )


def step_title(case: Case, step: Timed) -> str:
    """Return what is done in a step."""
    doing = step.step
    if isinstance(doing, ToTake):
        code = "plan-step-renew" if doing.case.holds(doing.certification) else "plan-step-take"
        return say(code, name=case.day.short(doing.certification))
    if isinstance(doing, ToWorkUp):
        names = {"below": doing.below, "level": doing.level}
        return say(
            "plan-step-work-up",
            **{key: level_name(case.day.catalogue, level) for key, level in names.items()},
        )
    gain = doing.gain
    return say(
        "plan-step-gain" if gain.now is not None else "plan-step-gain-unsaid",
        noun=BY_KEY[gain.fact].bare,
        now=gain.now,
        to=number_text(gain.to),
    )


def _grounds(case: Case, step: Timed) -> Iterator[Reason]:
    """Yield what a step of experience rests on; a certification has its own reasons."""
    doing = step.step
    if isinstance(doing, ToGain):
        yield _asked(case, doing)
    if isinstance(doing, ToWorkUp):
        yield from _worked_up(case, doing, step)


def _asked(case: Case, step: ToGain) -> Reason:
    """Return the entry requirements of a certification that ask for experience."""
    asked = asking(step, case.day)
    text = say(
        "plan-gain-asked",
        name=case.day.short(step.certification),
        requirement=join(requirement.value for requirement in asked),
    )
    return Reason(rule="entry", text=text, sources=sources_of(*asked))


def _worked_up(case: Case, step: ToWorkUp, told: Timed) -> Iterator[Reason]:
    known = case.day.catalogue.levels[step.level]
    name = level_name(case.day.catalogue, step.level)
    if isinstance(told.duration, Unknown):
        text = say("plan-experience-unpublished")
        yield Reason(rule="not-published", text=text)
    else:
        text = say("plan-experience-assumed")
        yield Reason(rule="assumed", text=text)
    yield Reason(
        rule="band",
        text=say("plan-experience-band", level=name, years=known.years.value),
        sources=(OURS, *known.years.basis),
    )
    yield Reason(
        rule="titles",
        text=say("plan-experience-titles", level=name, titles=known.titles.value),
        sources=sources_of(known.titles),
    )


def _phrase(case: Case, doing: Doing, taking: Step | None) -> str:
    """Return a step inside a sentence."""
    if taking:
        return step_phrase(taking)
    if isinstance(doing, ToWorkUp):
        return say("plan-work-up", level=level_name(case.day.catalogue, doing.level))
    assert isinstance(doing, ToGain)
    noun, to = BY_KEY[doing.gain.fact].bare, number_text(doing.gain.to)
    return say("plan-gain", noun=noun, to=to)
