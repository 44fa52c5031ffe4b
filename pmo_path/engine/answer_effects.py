"""What each answer to an open fact does to a decision, told without deciding.

A decision reads most facts through conditions alone. So answers that leave the same of every
condition that bears on it lead to the same decision, and those that leave what stands there
already change nothing.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Mapping
from typing import Any, Literal

from msgspec import Struct

from pmo_path.conditions.evaluate import evaluate
from pmo_path.conditions.facts import Facts, as_conditions_read
from pmo_path.conditions.inspect import facts_read
from pmo_path.conditions.remainder import remainder
from pmo_path.conditions.syntax import HOLDS, OTHER, Condition
from pmo_path.core.memory import remembered
from pmo_path.core.scalars import Range
from pmo_path.engine.career_level import read_level
from pmo_path.engine.climbing import levels_to_climb
from pmo_path.engine.decision import Decision
from pmo_path.engine.equivalence import extra_signature
from pmo_path.engine.fit import only_orders
from pmo_path.engine.possible_answers import candidate_answers
from pmo_path.engine.prospects import graded_plans
from pmo_path.engine.ranking import best_but_for_demand
from pmo_path.engine.relevance import certifications_that_bear
from pmo_path.model.on_day import Day
from pmo_path.model.rules import Rule
from pmo_path.profile.fact_row import Row
from pmo_path.profile.facts import BY_KEY, CAREER_LEVEL, DISCRETION, WANTED_LEVEL
from pmo_path.profile.profile import Profile, with_facts

# A decision also reads conditions as if these were known otherwise: once steps are held, for one
# reading of a level, at a level to climb through, if a provider accepts experience.
_SPARED = frozenset({HOLDS, OTHER, CAREER_LEVEL, WANTED_LEVEL, "target_level", DISCRETION})
# Whose condition it is: of a rule or a certification, with its id.
Reader = tuple[Literal["rule", "certification"], str]
# What is left of the conditions that read a fact.
_Left = Mapping[Reader, Condition | bool]


class Answer(Struct, frozen=True):
    """A possible answer to a fact, in words and as a value.

    Answers with an equal `effect`, also to another fact, lead to the same decision; with None, to
    the one there is.
    """

    words: str
    value: Any
    effect: Hashable


def answers_with_effects(
    decision: Decision, row: Row, bearing: frozenset[Reader]
) -> Iterator[Answer]:
    """Yield the candidate answers to an open fact, given the conditions `bearing` on a decision."""
    case = decision.case
    day, profile, facts, levels = case.day, case.profile, case.facts, case.level.levels
    if row.key == "experience_level":
        for words, value in candidate_answers(day, profile, row):
            yield Answer(words, value, None if levels == (value,) else ("level", (value,)))
        return
    if row.read_by != "conditions" or row.key in _SPARED:
        for words, value in candidate_answers(day, profile, row):
            yield Answer(words, value, (row.key, value))
        return
    now = _left(day, row.key, facts)
    for words, value, signature, left in _answers(day, row.key, facts):
        told = levels
        if row.tells_level:
            told = read_level(day.catalogue, with_facts(profile, {row.key: value})).levels
        effect: Hashable = (row.key, told, signature, tuple(left.values()))
        if not any(signature):
            if told == levels and _same_to(bearing, left, now):
                effect = None  # else other conditions may bear on the decision that this leads to
            elif left == now:
                effect = ("level", told)
        yield Answer(words, value, effect)


def conditions_that_bear(decision: Decision) -> frozenset[Reader]:
    """Return the rules and certifications whose conditions bear on a decision.

    A rule that only orders routes does where it is about one of several that are best without.
    """
    case = decision.case
    certifications: Iterable[str] = certifications_that_bear(case)
    rules: Iterable[Rule] = case.day.rules
    if levels_to_climb(case):  # on the levels below others may bear
        certifications = case.day.catalogue.certifications
    else:
        best = {plan.destination for plan in best_but_for_demand(graded_plans(decision.found))}
        rules = [
            rule
            for rule in rules
            if not only_orders(case, rule) or (len(best) > 1 and best & case.day.prefers[rule.id])
        ]
    return frozenset[Reader](
        [
            *[("rule", rule.id) for rule in rules],
            *[("certification", name) for name in certifications],
        ]
    )


def _same_to(bearing: frozenset[Reader], left: _Left, now: _Left) -> bool:
    """Whether as much is left of the conditions `bearing` on a decision as there is now."""
    return all(remains == now[reader] for reader, remains in left.items() if reader in bearing)


@remembered(8)
def _reading(day: Day) -> Mapping[str, Mapping[Reader, Condition]]:
    """Return by fact the conditions that read it, but for those of rules that only warn."""
    every: dict[Reader, Condition] = {
        ("rule", rule.id): rule.if_ for rule in day.rules if not rule.caution
    }
    every |= {("certification", name): needs for name, needs in day.needs.items()}
    reading: dict[str, dict[Reader, Condition]] = {fact: {} for fact in BY_KEY}
    for reader, needs in every.items():
        for fact in reading.keys() & facts_read(needs):
            reading[fact][reader] = needs
    return reading


@remembered(256)
def _beside(day: Day, fact: str) -> tuple[str, ...]:
    """Return the facts that what is left of the conditions on a fact hangs on, itself the first."""
    read = [other for condition in _reading(day)[fact].values() for other in facts_read(condition)]
    return tuple(dict.fromkeys([fact, *(other for other in read if other not in _SPARED)]))


def _key(day: Day, fact: str, facts: Facts) -> tuple[Any, ...]:
    return day, fact, facts.cache_key(_beside(day, fact), None)


@remembered(512, key=_key)
def _answers(
    day: Day, fact: str, facts: Facts
) -> tuple[tuple[str, Any, tuple[bool, ...], _Left], ...]:
    """Return the answers to a fact, each with its signature and what it leaves of conditions."""
    number = facts.known.get(fact)
    known: dict[str, Any] = {fact: number} if isinstance(number, Range) else {}
    return tuple(
        (
            words,
            value,
            extra_signature(day, fact, value),
            _left(day, fact, facts.set(fact, as_conditions_read(fact, value))),
        )
        for words, value in candidate_answers(day, Profile(**known), BY_KEY[fact])
    )


@remembered(4096, key=_key)
def _left(day: Day, fact: str, facts: Facts) -> _Left:
    """Return what facts leave of the conditions that read a fact.

    An open rule does not apply, unless what is spared may still settle it.
    """
    left: dict[Reader, Condition | bool] = {}
    for reader, condition in _reading(day)[fact].items():
        remains = remainder(condition, facts, _SPARED)
        if (
            reader[0] == "rule"
            and not isinstance(remains, bool)
            and not _SPARED.intersection(facts_read(remains))
        ):
            remains = evaluate(remains, facts).truth is True  # perhaps whatever is still open
        left[reader] = remains
    return left
