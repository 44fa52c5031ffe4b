"""The standing of an interview: first steps so far, what is still possible, what was ruled out."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from pmo_path.answers.verdict_reasons import considered_certification
from pmo_path.conditions.evaluate import evaluate, kleene
from pmo_path.contract.advice import Considered
from pmo_path.engine.career_level import candidate_levels, level_facts
from pmo_path.engine.decision import Decision, decide
from pmo_path.engine.fit import advisable, is_placed, may_be_step
from pmo_path.engine.said_facts import facts_of
from pmo_path.engine.situation import Case
from pmo_path.interview.state import State
from pmo_path.model.certifications import Certification
from pmo_path.model.on_day import Day
from pmo_path.profile.meanings import LEVELS


class Standing(Struct, frozen=True):
    """First steps so far, certifications still possible, and those just ruled out, with reasons."""

    first: tuple[str, ...]
    possible: tuple[str, ...]
    ruled_out: tuple[Considered, ...]


def standing(day: Day, state: State) -> Standing:
    """Return the standing of an interview, including what its last answer ruled out."""
    decision = decide(day, state.profile)
    before = State(
        state.given, tuple(answer for answer in state.answers if answer.fact != state.latest)
    )
    now = still_possible(decision, state.closed)
    ruled_out = still_possible(decide(day, before.profile), before.closed) - now
    certifications = day.catalogue.certifications
    return Standing(
        first=decision.next_steps,
        possible=tuple(certification for certification in certifications if certification in now),
        ruled_out=tuple(
            considered_certification(decision, certifications[certification])
            for certification in certifications
            if certification in ruled_out
        ),
    )


def still_possible(decision: Decision, closed: frozenset[str]) -> frozenset[str]:
    """Return every certification that some further answers may still put on a route.

    An over-approximation: a certification outside it can no longer be advised. `closed` are the
    facts not to be asked any more.
    """
    case = _level_open(decision.case, closed)
    ends = _destinations(case, closed)
    ids = {
        certification.id
        for certification in case.day.catalogue.certifications.values()
        if _may_end(case, certification, ends, closed)
    }
    for certification in sorted(ids):
        if case.eligibility(certification).truth is not True:
            ids |= {
                step for step in case.day.accepts[certification] if _may_come_before(case, step)
            }
    return frozenset(ids)


def _level_open(case: Case, closed: frozenset[str]) -> Case:
    """Return the case with every level still possible: what the present one excludes may return."""
    levels = _levels(case, closed)
    if set(levels) == set(case.level.levels):
        return case
    facts = facts_of(case.day, case.profile, levels)
    excluded = {
        name: tuple(rule for rule in rules if evaluate(rule.if_, facts).truth)
        for name, rules in case.met.excluded.items()
    }
    return replace(case, facts=facts, met=replace(case.met, excluded=excluded))


def _levels(case: Case, closed: frozenset[str]) -> tuple[str, ...]:
    """Return the career levels still possible: all that a title may mean, until that is settled."""
    still_open = level_facts(case.day.catalogue, case.profile) - closed
    if {"experience_level", "years_in_pmo"} & still_open:
        return candidate_levels(case.day.catalogue, case.profile)
    return case.level.levels


def _may_come_before(case: Case, certification: str) -> bool:
    known = case.day.catalogue.certifications[certification]
    return known.kind != "neighbour" and may_be_step(case, certification)


def _may_end(
    case: Case, certification: Certification, ends: frozenset[str], closed: frozenset[str]
) -> bool:
    if certification.kind == "neighbour" or not advisable(case, certification.id):
        return False
    if case.eligibility(certification.id, case.day.accepts[certification.id]).truth is False:
        return False
    rules = (rule for rule in case.day.rules if certification.id in case.day.prefers[rule.id])
    if any(kleene(rule.if_, case.facts) is not False for rule in rules):
        return True
    made_for = [LEVELS.index(level.level) for level in certification.career_levels]
    distance = min(
        (abs(own - LEVELS.index(end)) for own in made_for for end in ends), default=len(LEVELS)
    )
    types_open = case.wanted_types is None and "pmo_types" not in closed
    return distance == 0 or (distance == 1 and (types_open or bool(is_placed(case, certification))))


def _destinations(case: Case, closed: frozenset[str]) -> frozenset[str]:
    """Return the levels that may still become the destination of a route."""
    profile, own = case.profile, _levels(case, closed)
    if profile.target_level:  # a distant aim is reached through the levels below
        low = min((LEVELS.index(level) for level in own), default=len(LEVELS))
        return frozenset({profile.target_level, *LEVELS[low : LEVELS.index(profile.target_level)]})
    above = {LEVELS[min(LEVELS.index(level) + 1, len(LEVELS) - 1)] for level in own}
    if profile.goals is not None:
        return frozenset(above if "next-level" in profile.goals else own)
    return frozenset(own) if "goals" in closed else frozenset({*own, *above})
