"""The cheapest change of facts that meets the entry requirements of a certification.

Exact over the cells that the requirements can tell apart. Effort is in months, our judgement
in the table of facts; to hold a certification costs its own training, counted as a month a
step. Ties are broken by the fewest facts, then by the order of the table.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import replace

from pmo_path.advice import Change
from pmo_path.case import Case
from pmo_path.conditions import HOLDS, NUMBERS, ORDERED, certifications_read, facts_read
from pmo_path.evaluation import Facts, evaluate, representatives
from pmo_path.facts import BY_KEY, CAREER_LEVEL
from pmo_path.routes import possible, steps_to
from pmo_path.values import Range, number_text
from pmo_path.words import join, say

Value = Range | str | frozenset[str]
Option = tuple[float, str, Value]


def cheapest_change(case: Case, certification: str) -> tuple[Change, ...]:
    """Return the cheapest set of changes that meets all entry requirements; empty if none can."""
    condition = case.day.requirements(certification)
    options = [[None, *_options(case, certification, fact)] for fact in facts_read(condition)]
    best: tuple[float, int, tuple[Option, ...]] | None = None
    for combination in itertools.product(*options):
        chosen = tuple(one for one in combination if one is not None)
        cost = sum(one[0] for one in chosen)
        if best is not None and (cost, len(chosen)) >= best[:2]:
            continue
        if evaluate(condition, applied(case.facts, chosen)).truth is True:
            best = (cost, len(chosen), chosen)
    return tuple(_change(case, fact, value) for _, fact, value in best[2]) if best else ()


def applied(facts: Facts, chosen: tuple[Option, ...]) -> Facts:
    """Return the facts with changes applied."""
    for _, fact, value in chosen:
        if isinstance(value, frozenset) and fact == HOLDS:
            known = facts.sets.get(HOLDS)
            if known is None:
                facts = replace(facts, at_least={**facts.at_least, HOLDS: value})
                continue
            value = known | value
        facts = facts.set(fact, value)
    return facts


def _options(case: Case, certification: str, fact: str) -> Iterator[Option]:
    condition = case.day.requirements(certification)
    if fact == HOLDS:
        yield from _certifications(case, certification)
    elif fact in NUMBERS:
        now = case.facts.numbers.get(fact, Range(0, 0))
        wide = Facts(numbers={fact: Range(0, float("inf"))})
        for value in representatives(condition, wide, fact):
            if isinstance(value, Range) and value.low > now.low and BY_KEY[fact].change in ("up", "any"):
                yield ((value.low - now.low) * BY_KEY[fact].effort, fact, value)
    elif fact in ORDERED:
        yield from _choices(case, fact)


def _choices(case: Case, fact: str) -> Iterator[Option]:
    row = BY_KEY["experience_level" if fact == CAREER_LEVEL else fact]
    order = ORDERED[fact]
    known = case.facts.choices.get(fact)
    now = min(order.index(one) for one in known) if known else 0
    for place, value in enumerate(order):
        if place > now or (place < now and row.change == "any"):
            yield (abs(place - now) * row.effort, fact, value)


def _certifications(case: Case, certification: str) -> Iterator[Option]:
    for accepted in certifications_read(case.day.requirements(certification)):
        if case.holds(accepted) or not possible(case, accepted):
            continue
        steps = steps_to(case, accepted)
        if steps is not None:
            gained = frozenset(steps).union(*(case.facts.implies.get(one, frozenset()) for one in steps))
            yield (float(len(steps)), HOLDS, gained)


def _change(case: Case, fact: str, value: Value) -> Change:
    key = "experience_level" if fact == CAREER_LEVEL else fact
    if isinstance(value, frozenset):
        names = [case.day.short(one) for one in sorted(value) if not case.holds(one)]
        return Change(fact=key, from_=None, to=sorted(value), text=say("change-hold", name=join(names)))
    to = number_text(value.low) if isinstance(value, Range) else value
    now = _now(case, fact)
    noun = BY_KEY[key].noun
    text = say("change", noun=noun, to=to, from_=now) if now is not None else say("change-unsaid", noun=noun, to=to)
    return Change(fact=key, from_=now, to=value.plain() if isinstance(value, Range) else value, text=text)


def _now(case: Case, fact: str) -> str | float | None:
    if fact in case.facts.numbers:
        return case.facts.numbers[fact].plain()
    known = case.facts.choices.get(fact)
    if known and len(known) == 1:
        return next(iter(known))
    return None
