"""Routes and their steps for display, each with its reasons and gaps."""

from __future__ import annotations

from collections.abc import Iterator

from pmo_path.answers.aims import climb_words, skipped_levels
from pmo_path.answers.entry_grounds import entry_words, ground
from pmo_path.answers.level_words import level_name
from pmo_path.answers.prices import price_ranges, seen_prices, step_cost, study_times
from pmo_path.answers.ranking_words import criterion_words
from pmo_path.answers.step_values import (
    exam,
    pages,
    totals,
    training_days,
    validity,
)
from pmo_path.conditions.evaluate import evaluate
from pmo_path.conditions.inspect import facts_read
from pmo_path.contract.advice import Eligibility, Gap, Reason, Route, Step
from pmo_path.contract.planning import Above
from pmo_path.engine.fit import excluded_by
from pmo_path.engine.ranking import Ranked, deciding_criterion
from pmo_path.engine.route_planning import Plan
from pmo_path.engine.situation import Case
from pmo_path.messages.catalog import say
from pmo_path.messages.grammar import award_words, join, on_words
from pmo_path.messages.phrases import mark_words, type_words
from pmo_path.model.catalogue import OURS
from pmo_path.model.on_day import Day
from pmo_path.model.rules import Rule
from pmo_path.model.statements import sources_of
from pmo_path.profile.facts import profile_fact

ELIGIBILITY: dict[bool | None, Eligibility] = {True: "met", False: "not_met", None: "unknown"}


def route_view(case: Case, ranked: tuple[Ranked, ...], own: Ranked) -> Route:
    """Return one ranked plan as a route with its steps, reasons and totals."""
    plan = own.plan
    families = [case.day.catalogue.family_of(step) for step in plan.steps]
    distinct = {family.id if family else None: family for family in families}
    family = families[-1]
    titles = [case.day.family_title(family) for family in distinct.values() if family]
    steps = tuple(step_view(case, plan, place) for place in range(len(plan.steps)))
    return Route(
        rank=own.rank,
        id=route_id(plan),
        title=" + ".join(titles) if titles else case.day.owner(plan.destination).short,
        family="mixed"
        if len(distinct) > 1
        else family.id
        if family
        else case.day.owner(plan.destination).id,
        because=_route_reasons(case, ranked, own),
        tied=tuple(
            route_id(other.plan) for other in ranked if other.rank == own.rank and other is not own
        ),
        above=tuple(_above(ranked, own)),
        steps=steps,
        totals=totals(case, steps),
    )


def route_id(plan: Plan) -> str:
    """Return the id of a route: those of its steps, in order."""
    return "-then-".join(plan.steps)


def _above(ranked: tuple[Ranked, ...], own: Ranked) -> Iterator[Above]:
    """Yield the routes of the next better rank, each with what put it there."""
    for other in ranked:
        if other.rank == own.rank - 1:
            yield Above(route=route_id(other.plan), rule=deciding_criterion(other, own) or "")


def _route_reasons(case: Case, ranked: tuple[Ranked, ...], own: Ranked) -> tuple[str, ...]:
    return (*skipped_levels(case, own.plan), *_standing(case, ranked, own))


def _standing(case: Case, ranked: tuple[Ranked, ...], own: Ranked) -> tuple[str, ...]:
    """Return why a route has its rank among the others."""
    if len(ranked) == 1:
        return (say("only"),)
    reasons = []
    tied = [case.day.short(other.plan.destination) for other in ranked if other.rank == own.rank]
    if len(tied) > 1:
        reasons.append(say("tie", rank=own.rank, names=join(tied)))
    below = next((other for other in ranked if other.rank == own.rank + 1), None)
    if below:
        criterion = criterion_words(case, deciding_criterion(own, below) or "", own.plan)
        reasons.append(
            say("above", other=case.day.short(below.plan.destination), criterion=criterion)
        )
    elif own.rank > 1:
        above = next(other for other in ranked if other.rank == own.rank - 1)
        criterion = criterion_words(case, deciding_criterion(above, own) or "", above.plan)
        reasons.append(
            say("below", other=case.day.short(above.plan.destination), criterion=criterion)
        )
    return tuple(reasons)


def step_view(case: Case, plan: Plan, place: int) -> Step:
    """Return the step at one place of a plan."""
    certification = plan.steps[place]
    earlier = plan.steps[:place]
    renew = case.holds(certification)
    return Step(
        certification=certification,
        name=case.day.name(certification),
        short=case.day.short(certification),
        status=case.day.status[certification],  # type: ignore[arg-type]
        action="renew" if renew else "obtain",
        eligibility=ELIGIBILITY[plan.eligibility[place]],
        because=step_reasons(case, plan, place),
        entry=entry_words(case, certification, earlier),
        ground=ground(case, certification, earlier),
        gaps=() if renew else gaps(case, certification, earlier),
        training_days=training_days(case.day, certification),
        cost=step_cost(case, certification),
        validity=validity(case.day, certification),
        exam=exam(case.day, certification),
        prices=seen_prices(case.day, certification),
        price_ranges=price_ranges(case.day, certification),
        study=study_times(case.day, certification),
        pages=pages(case.day, certification),
    )


def step_reasons(case: Case, plan: Plan, place: int) -> tuple[Reason, ...]:
    """Return why a certification is the step at one place of a plan."""
    certification = plan.steps[place]
    if plan.renew:
        return (
            _renewal(case, certification),
            *(rule_reason(case, rule, certification) for rule in plan.fit.rules),
            *fit_reasons(case, plan),
        )
    if certification in plan.climbs:
        made_for = case.day.catalogue.certifications[certification].career_levels
        return (
            Reason(
                rule="climb", text=climb_words(case, certification), sources=sources_of(*made_for)
            ),
        )
    if certification != plan.destination:
        day = case.day
        after = _needed_by(day, certification, plan.steps[place + 1 :])
        entry = day.entry(after)
        needs = (
            [
                requirement
                for requirement in entry.required
                if "holds" in facts_read(requirement.condition)
            ]
            if entry
            else []
        )
        must = certification in day.must_hold[after]
        names = {"name": day.short(after), "this": day.short(certification)}
        text = say(
            "before-must" if must else "before-accepted",
            requirement=join(requirement.value for requirement in needs),
            **names,
        )
        against = (
            rule_reason(case, rule, certification) for rule in excluded_by(case, certification)
        )
        again = (_renewal(case, certification),) if case.holds(certification) else ()
        return (
            *again,
            Reason(rule="prerequisite", text=text, sources=sources_of(*needs)),
            *against,
        )
    advised = (rule_reason(case, rule, certification) for rule in plan.fit.rules)
    return (*advised, *fit_reasons(case, plan))


def _needed_by(day: Day, certification: str, later: tuple[str, ...]) -> str:
    """Return the first later step that requires a certification, or else one that accepts it."""
    must = [step for step in later if certification in day.must_hold[step]]
    return [*must, *(step for step in later if certification in day.accepts[step])][0]


def _renewal(case: Case, certification: str) -> Reason:
    """Return the reason to renew a lapsed award, which always has a rule and last days."""
    held = case.holdings[certification]
    assert held.dues
    assert held.rule
    due = on_words(*held.dues)
    if held.awarded:
        text = say("renew", awarded=award_words(held.awarded), due=due)
    else:
        text = say("renew-proved", other=case.day.short(held.proved_by or ""), due=due)
    return Reason(rule="renew", text=text, sources=sources_of(held.rule))


def rule_reason(case: Case, rule: Rule, certification: str) -> Reason:
    """Return a rule's reason; it says so where the rule names a predecessor instead."""
    text = rule.because
    listed = rule.prefer or rule.exclude
    if listed and certification not in listed:
        old = next(
            predecessor
            for predecessor in listed
            if case.day.stands_for(predecessor) == certification
        )
        text = say("carried-over", because=text.rstrip("."), old=case.day.short(old))
    return Reason(
        rule=rule.id,
        text=text,
        sources=(rule.source or OURS, *rule.also),
    )


def fit_reasons(case: Case, plan: Plan) -> tuple[Reason, ...]:
    """Return why a destination suits the person's level and PMO type."""
    certification = case.day.catalogue.certifications[plan.destination]
    exact = plan.fit.level == "exact"
    made_for = [
        placement
        for placement in certification.career_levels
        if not exact or placement.level in case.destination
    ]
    reasons = []
    if made_for and case.destination:
        code = (
            _level_code(case)
            if exact
            else "shifted"
            if plan.fit.level == "adjacent"
            else "advised-only"
        )
        level = join(
            (level_name(case.day.catalogue, placement.level) for placement in made_for), "or"
        )
        text = say(code, level=level, mark=mark_words(made_for[0].mark))
        reasons.append(Reason(rule="level", text=text, sources=sources_of(*made_for)))
    if plan.fit.placed:
        placed = [
            placement
            for placement in certification.pmo_types
            if placement.type in (case.wanted_types or ())
        ]
        text = say(
            "placed",
            types=join(type_words(placement.type) for placement in placed),
            mark=mark_words(placed[0].mark),
        )
        reasons.append(Reason(rule="type", text=text, sources=sources_of(*placed)))
    return tuple(reasons)


def _level_code(case: Case) -> str:
    if not set(case.level.levels) >= case.destination:
        return "made-for-aim"
    return "made-for-maybe" if case.level.assumed else "made-for"


def gaps(case: Case, certification: str, earlier: tuple[str, ...] = ()) -> tuple[Gap, ...]:
    """Return every entry requirement that is not met, or unknown, once `earlier` steps are held."""
    entry = case.day.entry(certification)
    if entry is None:
        return ()
    facts_then, unmet = case.after(earlier), []
    for requirement in entry.required:
        verdict = evaluate(requirement.condition, facts_then)
        if verdict.truth is True:
            continue
        code = "gap-not-met" if verdict.truth is False else "gap-unknown"
        read = facts_read(requirement.condition) if verdict.truth is False else verdict.missing
        facts = tuple(dict.fromkeys(profile_fact(fact) for fact in read))
        unmet.append(
            Gap(
                requirement=requirement.id,
                text=say(code, requirement=requirement.value),
                eligibility=ELIGIBILITY[verdict.truth],
                facts=facts,
            )
        )
    return tuple(unmet)
