"""Explain one certification: its history, its verdict for a person, and what would change that."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from pmo_path.answers.catalogue_views import catalogue_info, snapshot
from pmo_path.answers.citations import cited_sources
from pmo_path.answers.counterfactuals import flip, one_way
from pmo_path.answers.entry_grounds import leans_on
from pmo_path.answers.fact_age import fact_text_on
from pmo_path.answers.holding_cautions import for_holders
from pmo_path.answers.prices import price_ranges, seen_prices, step_cost, study_times
from pmo_path.answers.ranking_words import criterion_words
from pmo_path.answers.route_steps import ELIGIBILITY, route_id
from pmo_path.answers.verdict_reasons import considered_certification
from pmo_path.conditions.evaluate import evaluate
from pmo_path.conditions.inspect import facts_read
from pmo_path.conditions.sufficient_reasons import sufficient_reasons
from pmo_path.contract.advice import Change, Considered, Reason
from pmo_path.contract.catalogue import TimelineEntry
from pmo_path.contract.explanation import Explanation, FlipState, RequirementView, RouteAbove
from pmo_path.engine.decision import Decision, decide
from pmo_path.engine.ranking import deciding_criterion
from pmo_path.messages.catalog import say
from pmo_path.messages.grammar import counted, join, long_date
from pmo_path.model.catalogue import Catalogue
from pmo_path.model.certifications import Certification
from pmo_path.model.history import entry_in_force
from pmo_path.model.on_day import Day, on_day
from pmo_path.model.statements import Fact, sources_of
from pmo_path.profile.facts import profile_fact
from pmo_path.profile.profile import Profile


def explain(catalogue: Catalogue, certification: str, profile: Profile, as_of: date) -> Explanation:
    """Return the history of a certification and, unless the profile is empty, its verdict."""
    decision = decide(on_day(catalogue, as_of), profile)
    day = decision.case.day
    subject = catalogue.certifications[certification]
    somebody = profile.says_something
    verdict = considered_certification(decision, subject) if somebody else None
    successor = day.successor(certification)
    parts = {
        "certification": snapshot(day, subject, with_facts=True),
        "cost": step_cost(decision.case, certification),
        "prices": seen_prices(day, certification),
        "price_ranges": price_ranges(day, certification),
        "study": study_times(day, certification),
        "timeline": timeline(catalogue, subject),
        "holders": tuple(_holders(day, subject)),
        "requirements": tuple(requirement_views(decision, subject)) if somebody else (),
        "verdict": verdict,
        "above": tuple(routes_above(decision, certification)) if somebody else (),
        "successor": considered_certification(decision, catalogue.certifications[successor])
        if somebody and successor
        else None,
    }
    became = (successor,) if successor else ()
    came_from = tuple(
        other for other in catalogue.certifications if day.successor(other) == certification
    )
    return Explanation(
        as_of=as_of.isoformat(),
        catalogue=catalogue_info(day, (certification, *became)),
        profile=profile.plain(),
        became=became,
        came_from=came_from,
        called={other: day.short(other) for other in (*became, *came_from)},
        **_flip(decision, verdict),
        what_if=None,
        sources=cited_sources(catalogue, parts),
        **parts,  # type: ignore[arg-type]
    )


def timeline(catalogue: Catalogue, certification: Certification) -> tuple[TimelineEntry, ...]:
    """Return every event and dated fact of a certification, oldest first; undated events last."""
    entries = [
        _entry(
            catalogue,
            str(event.on) if event.on else "",
            event.event,
            event,
            event.event == "planned",
        )
        for event in certification.history
    ]
    entries += [
        _entry(
            catalogue, period.from_.isoformat(), f"status {period.status}", period, period.planned
        )
        for period in certification.status
        if period.from_
    ]
    for key, facts in (
        ("name", certification.names),
        ("owner", certification.owned_by),
        ("awarded by", certification.awarded_by),
    ):
        entries += [
            _entry(catalogue, str(fact.from_), key, fact, False) for fact in facts if fact.from_
        ]
    return tuple(sorted(entries, key=lambda entry: entry.on or "9999"))


def _entry(catalogue: Catalogue, on: str, event: str, fact: Fact, planned: bool) -> TimelineEntry:
    return TimelineEntry(
        on=on,
        event=event,
        text=f"{fact.value} ({fact.note})" if fact.note else fact.value,
        planned=planned,
        confidence=fact.confidence,
        verified_on=catalogue.checked_on(fact).isoformat(),
        sources=sources_of(fact),
    )


def _holders(day: Day, certification: Certification) -> Iterator[Reason]:
    """Yield what holders should do now: what is known of it, else what its status tells."""
    yield from tuple(for_holders(day, certification.id)) or _by_status(day, certification)
    yield from _keeping(day, certification)


def _by_status(day: Day, certification: Certification) -> Iterator[Reason]:
    status, ask = day.status[certification.id], day.owner(certification.id).ask
    period = day.period(certification.id)
    sources = sources_of(period) if period else ()
    if status == "withdrawn":
        successor = day.successor(certification.id)
        code = "holders-withdrawn" if successor else "holders-no-successor"
        owner = say("owner-of", name=day.short(successor)) if successor else ""
        text = say(code, successor=owner, ask=ask)
        yield Reason(rule=code, text=text, sources=sources)
    elif status in ("suspended", "unconfirmed"):
        yield Reason(
            rule=f"holders-{status}", text=say(f"holders-{status}", ask=ask), sources=sources
        )


def _keeping(day: Day, certification: Certification) -> Iterator[Reason]:
    """Yield how long an award lasts, and how it is renewed."""
    rule = entry_in_force(certification.validity, day.date)
    renewal = " ".join(
        f"{fact_text_on(day.catalogue, fact, day.date)}." for fact in certification.renewal
    )
    if rule:
        early = (
            say("holders-early", until=long_date(rule.early_until), due=long_date(rule.early_due))
            if rule.early_until and rule.early_due
            else ""
        )
        yield Reason(
            rule="holders-renew",
            text=say(
                "holders-renew", time=counted(rule.months, "month"), early=early, renewal=renewal
            ),
            sources=sources_of(rule, *certification.renewal),
        )
    elif certification.renewal:
        yield Reason(
            rule="renewal",
            text=renewal,
            sources=sources_of(*certification.renewal),
        )
    elif day.status[certification.id] != "withdrawn":
        ask = day.owner(certification.id).ask
        yield Reason(rule="holders-none", text=say("holders-none", ask=ask))


def requirement_views(
    decision: Decision, certification: Certification
) -> Iterator[RequirementView]:
    """Yield every entry requirement, and whether this person meets it."""
    case = decision.case
    entry = case.day.entry(certification.id)
    for requirement in entry.required if entry else ():
        verdict = evaluate(requirement.condition, case.facts)
        code = {True: "requirement-met", False: "gap-not-met", None: "gap-unknown"}[verdict.truth]
        if verdict.truth and (leaning := leans_on(requirement.condition, case.facts)) in (
            "on-word",
            "lapsed",
        ):
            code = f"requirement-{leaning}"
        read = facts_read(requirement.condition)
        known = [fact for fact in read if fact in case.facts.at_least or not case.facts.open(fact)]
        settled = (
            sufficient_reasons(requirement.condition, case.facts)
            if verdict.truth is not None and known
            else ()
        )
        yield RequirementView(
            requirement=requirement.id,
            text=say(code, requirement=requirement.value),
            eligibility=ELIGIBILITY[verdict.truth],
            settled_by=tuple(tuple(sorted(map(profile_fact, facts))) for facts in settled),
            missing=tuple(map(profile_fact, verdict.missing)),
            sources=sources_of(requirement),
        )


def routes_above(decision: Decision, certification: str) -> Iterator[RouteAbove]:
    """Yield why each route of a better rank stands above the one with a certification."""
    own = next((route for route in decision.ranked if certification in route.plan.steps), None)
    for other in decision.ranked:
        criterion = deciding_criterion(other, own) if own and other.rank < own.rank else None
        if criterion:
            name = decision.case.day.short(other.plan.destination)
            words = criterion_words(decision.case, criterion, other.plan)
            yield RouteAbove(
                rule=criterion,
                text=say("below", other=name, criterion=words),
                route=route_id(other.plan),
            )


def _flip(decision: Decision, verdict: Considered | None) -> dict[str, Any]:
    """Return the members on what would make another verdict, as data and in words."""
    least = () if verdict is None else flip(decision, verdict.certification)
    way = one_way(decision, verdict.certification) if verdict and least is None else ()
    state = _flip_state(verdict, least, way)
    code = _FLIP_WORDS[state]
    if verdict and state == "none" and verdict.verdict == "alternative":
        code = "flip-none-first"
    wanted = "recommended" if verdict and verdict.verdict == "alternative" else "advised"
    changes = join(part.text for part in least or way)
    return {
        "flip_state": state,
        "flip": least or (),
        "one_way": way,
        "flip_text": say(code, verdict=wanted, changes=changes),
    }


_FLIP_WORDS: Mapping[FlipState, str] = {
    "nobody": "no-person",
    "needless": "flip-needless",
    "held": "flip-held",
    "not-offered": "flip-not-offered",
    "least": "flip",
    "one-way": "flip-one-way",
    "given-up": "flip-given-up",
    "none": "flip-none",
}


def _flip_state(
    verdict: Considered | None, least: tuple[Change, ...] | None, way: tuple[Change, ...]
) -> FlipState:
    if verdict is None:
        return "nobody"
    settled: Mapping[str, FlipState] = {
        "recommended": "needless",
        "held": "held",
        "unavailable": "not-offered",
    }
    if verdict.verdict in settled:
        return settled[verdict.verdict]
    if least is None:
        return "one-way" if way else "given-up"
    return "least" if least else "none"
