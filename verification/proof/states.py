"""States of an interview: those that nothing still to come can distinguish are equivalent."""

from __future__ import annotations

import itertools
from collections.abc import Iterable
from functools import cache
from math import prod
from typing import Any

from pmo_path.conditions.evaluate import evaluate, kleene
from pmo_path.conditions.facts import Facts
from pmo_path.conditions.inspect import leaves
from pmo_path.conditions.syntax import HOLDS, OTHER, Condition
from pmo_path.engine.career_level import asks_who_leads, candidate_levels, level_facts, read_level
from pmo_path.engine.possible_answers import answers_with_signatures
from pmo_path.engine.relevance import is_settled
from pmo_path.engine.situation import Case, read_case
from pmo_path.interview.question_selection import Questionnaire
from pmo_path.model.on_day import Day
from pmo_path.profile.facts import BY_KEY, FACTS
from pmo_path.profile.profile import Profile, with_facts
from proof.answers import leads_to

# Facts that are asked with another, never by themselves (see the decision on the interview).
APART = tuple(row.key for row in FACTS if row.asked_with)
TOLD_BY = ("experience_level", "years_in_pmo", "years_in_projects", "people_led")

Closed = frozenset[str]
Key = tuple[Any, ...]
Compared = tuple[tuple[Condition, tuple[Condition, ...]], ...]


@cache
def alone(day: Day, fact: str) -> tuple[Any, ...]:
    """Return a representative of every class of answers to a fact; of lists, one item or none."""
    nobody = read_case(day, Profile())
    every = (value for _, value in answers_with_signatures(nobody, BY_KEY[fact], ()))
    return tuple(value for value in every if not BY_KEY[fact].many or len(value) < 2)


def people(day: Day, title: str | None, closed: Closed) -> int:
    """Return the number of people with a title: one for every combination of open answers.

    "Don't know" is an answer too.
    """
    return prod(
        1 + len(told_by(day, title, fact)) for fact in asked_of(day, title) if fact not in closed
    )


def told_by(day: Day, title: str | None, fact: str) -> tuple[Any, ...]:
    """Return every answer that people with a title may give."""
    return (
        candidate_levels(day.catalogue, Profile(role=title))
        if fact == "experience_level"
        else alone(day, fact)
    )


@cache
def asked_of(day: Day, title: str | None) -> tuple[str, ...]:
    """Return the facts that people with a title may be asked; no level if the title settles it."""
    settled = len(candidate_levels(day.catalogue, Profile(role=title))) == 1
    apart = set(APART) - (
        {"people_led"} if asks_who_leads(day.catalogue, Profile(role=title)) else set()
    )
    rows = [row.key for row in FACTS if row.question and row.key not in apart]
    return tuple(key for key in rows if key != "experience_level" or not settled)


def answers(asked: Questionnaire, profile: Profile, fact: str) -> list[tuple[Any, int]]:
    """Return a representative of every class of answers to a fact, and the size of the class.

    Of lists, those that name one item or none; the last is "don't know" (None).
    """
    if fact == "experience_level":
        return [
            *((level, 1) for level in candidate_levels(asked.day.catalogue, profile)),
            (None, 1),
        ]
    by_signature: dict[Any, list[Any]] = {}
    for signature, value in answers_with_signatures(
        asked.case(profile), BY_KEY[fact], asked.comparing(profile)
    ):
        if not BY_KEY[fact].many or len(value) < 2:
            by_signature.setdefault(signature, []).append(value)
    return [*((alike[0], len(alike)) for alike in by_signature.values()), (None, 1)]


def key(asked: Questionnaire, profile: Profile, closed: Closed) -> Key:
    """Return the key of a state: interviews with equal keys continue alike.

    If more answers may give another level, the key is the profile itself.
    """
    case, day = asked.case(profile), asked.day
    telling = level_facts(day.catalogue, profile) - closed - set(APART)
    telling = frozenset(fact for fact in telling if not is_settled(day, profile, BY_KEY[fact]))
    if not _level_stays(day, profile, telling):
        return profile, closed
    rules, needs = _compared(day)
    without = case.facts.free(frozenset({HOLDS, OTHER}))
    return (
        frozenset(asked_of(day, profile.role)) - closed,
        telling,
        tuple(sorted(case.level.levels)),
        leads_to(profile.goals),
        case.floor,
        _placed(case),
        profile.holds,
        profile.holds_other,
        _once(tuple([_left(*condition, case.facts) for condition in rules])),
        _once(tuple([_left(*condition, without) for condition in needs])),
    )


def _level_stays(day: Day, profile: Profile, telling: frozenset[str]) -> bool:
    telling_facts = Profile(role=profile.role, **{fact: getattr(profile, fact) for fact in TOLD_BY})
    return len(_levels(day, telling_facts, tuple(sorted(telling)))) == 1


@cache
def _levels(day: Day, teller: Profile, telling: tuple[str, ...]) -> frozenset[frozenset[str]]:
    """Return the levels that may be inferred from a profile, whatever the answers to some facts."""
    answers_given = itertools.product(
        *((None, *told_by(day, teller.role, fact)) for fact in telling)
    )
    later = (
        with_facts(teller, dict(zip(telling, values, strict=True))) for values in answers_given
    )
    return frozenset(frozenset(read_level(day.catalogue, profile).levels) for profile in later)


def _placed(case: Case) -> tuple[bool, ...] | None:
    """Return for each certification on offer whether it is placed in the person's kinds of PMO.

    None if these are not known.
    """
    if case.wanted_types is None:
        return None
    known = case.day.catalogue.certifications
    return tuple(
        any(in_type.type in case.wanted_types for in_type in known[name].pmo_types)
        for name in sorted(case.day.on_offer)
    )


@cache
def _compared(day: Day) -> tuple[Compared, Compared]:
    """Return the conditions of rules and of entry, each once, with the comparisons in them."""

    def with_leaves(conditions: Iterable[Condition]) -> Compared:
        by_repr = {
            repr(condition): (condition, tuple(leaves(condition))) for condition in conditions
        }
        return tuple(pair for pair in by_repr.values() if pair[1])

    return with_leaves(rule.if_ for rule in day.rules), with_leaves(day.needs.values())


def _left(
    condition: Condition, compared: Iterable[Condition], facts: Facts
) -> bool | tuple[bool | None, ...]:
    """Return a settled answer, or else how each comparison answers."""
    truth = evaluate(condition, facts).truth
    return truth if truth is not None else tuple([kleene(leaf, facts) for leaf in compared])


@cache
def _once(value: Key) -> Key:
    """Return the first value that is equal to one: hundreds of thousands of states share theirs."""
    return value
