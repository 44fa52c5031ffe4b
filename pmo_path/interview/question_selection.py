"""Select the next question: the open fact with the highest expected information per effort.

The rules are not duplicated here. The questions come from the table of facts, and the next one is
found by deciding for its possible answers. The interview ends when no combination of answers can
change which routes come first.
"""

from __future__ import annotations

import itertools
import math
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Any

from msgspec import Struct

from pmo_path.conditions.inspect import facts_read
from pmo_path.conditions.syntax import Condition
from pmo_path.core.memory import remembered
from pmo_path.engine.career_level import asks_who_leads, candidate_levels, level_facts
from pmo_path.engine.climbing import climbing_function, levels_to_climb
from pmo_path.engine.equivalence import level_comparisons
from pmo_path.engine.fit import anything_below_person
from pmo_path.engine.possible_answers import distinguishable_answers, joint_answers
from pmo_path.engine.prospects import plans_for
from pmo_path.engine.ranking import Graded, in_order, tied_but_for_demand
from pmo_path.engine.relevance import is_settled, relevant_facts, unsettled_conditions
from pmo_path.engine.situation import Case, may_be_new, read_case
from pmo_path.model.catalogue import Catalogue
from pmo_path.model.on_day import Day
from pmo_path.profile.fact_row import Row
from pmo_path.profile.facts import BY_KEY, FACTS
from pmo_path.profile.profile import Profile, with_facts

# Effort of answering a kind of question, relative to a single choice (our judgement): a list or a
# number needs thought, a list of certifications means looking things up.
_EFFORT = {"choices": 1.5, "number": 1.5, "codes": 1.5, "holds": 2.0, "others": 1.5}

# Facts that shape the decision beyond the truth of conditions, so each of their values is tried.
_SHAPING = tuple(row.key for row in FACTS if row.shaping)
# Facts that the interview asks through another: the first three through the level, and whether
# the person wants to move up through the goals.
_ASKED_WITH = tuple(row.key for row in FACTS if row.asked_with)

# How many combinations of answers the search for what is left to ask tries: a few seconds.
MOST_TRIES = 5_000

Outcome = frozenset[tuple[tuple[str, ...], bool]]


class _Known:
    """Results for one profile, each computed on first access."""

    def __init__(self, case: Case) -> None:
        self.case = case

    @cached_property
    def plans(self) -> list[Graded]:
        return plans_for(self.case, climbing_function(self.case))

    @cached_property
    def outcome(self) -> Outcome:
        first = (ranked.plan for ranked in in_order(self.case, self.plans) if ranked.rank == 1)
        return frozenset((plan.steps, plan.renew) for plan in first)

    @cached_property
    def hangs_on(self) -> frozenset[str]:
        return relevant_facts(self.case)

    @cached_property
    def unsettled(self) -> tuple[Condition, ...]:
        return unsettled_conditions(self.case)

    @cached_property
    def unsettled_but_for_order(self) -> tuple[Condition, ...]:
        return unsettled_conditions(self.case, with_order=False)

    @cached_property
    def only_ordering(self) -> tuple[Condition, ...]:
        """The conditions that can change the order of routes, but not which there are."""
        settling = set(self.unsettled_but_for_order)
        return tuple(condition for condition in self.unsettled if condition not in settling)

    @cached_property
    def may_be_reordered(self) -> bool:
        return bool(levels_to_climb(self.case)) or tied_but_for_demand(self.plans)

    @cached_property
    def comparing(self) -> tuple[Condition, ...]:
        return (*self.unsettled, *level_comparisons(self.case.day.catalogue))


@remembered(5_000)  # most interviews try some hundreds
def _known(day: Day, profile: Profile) -> _Known:
    return _Known(read_case(day, profile))


@remembered(64)  # going back, and asking why, put a question again
def _deciding(asked: Questionnaire, profile: Profile, closed: frozenset[str]) -> str | None:
    for tries, found in enumerate(asked._search(profile, closed), 1):
        if found or tries == MOST_TRIES:
            return found or asked.open(profile, closed)[0]
    return None


class Questionnaire(Struct, frozen=True):
    """Question selection for one day."""

    day: Day

    def next_question(self, profile: Profile, closed: frozenset[str] = frozenset()) -> Row | None:
        """Return the fact to ask next, or None where no answers can change which routes come first.

        `closed` are the facts not to be asked (again), answered or not.
        """
        worth = {fact: self._worth(profile, fact) for fact in self.open(profile, closed)}
        worth = {fact: bits for fact, bits in worth.items() if bits}
        # What most people answer alike comes last: entropy counts all answers as equally likely.
        best = max(worth, key=lambda fact: (not BY_KEY[fact].alike, worth[fact]), default=None)
        if best is None:
            best = self.deciding(profile, closed)
        return BY_KEY[_asked_as(self.day.catalogue, best, profile, closed)] if best else None

    def deciding(self, profile: Profile, closed: frozenset[str]) -> str | None:
        """Return an open fact whose answer can contribute to a different outcome, or None.

        Tries all combinations of distinguishable answers to the open facts, "don't know" first.
        None proves that all of them lead to the same outcome. After `MOST_TRIES` combinations it
        returns the first open fact, which then need not contribute; each answer shortens the next
        search.
        """
        return _deciding(self, profile, closed)

    def _search(self, profile: Profile, closed: frozenset[str]) -> Iterator[str | None]:
        """Yield for each combination of answers a fact that leads to another outcome, or None."""
        level = level_facts(self.day.catalogue, profile)
        apart = [fact for fact in self.open(profile, closed) if fact in _SHAPING or fact in level]
        if not apart:
            yield from self._settling(profile, closed)
            return
        fact, closed = apart[0], closed | {apart[0]}
        yield from self._search(profile, closed)
        for value in self._values(profile, fact):
            after = with_facts(profile, {fact: value})
            yield fact if self.outcome(after) != self.outcome(profile) else None
            yield from (found and fact for found in self._search(after, closed))

    def _settling(self, profile: Profile, closed: frozenset[str]) -> Iterator[str | None]:
        """Yield the same as `_search` where only conditions read the open facts.

        Tries one set of answers for each way in which they settle the conditions; the inferred
        level no longer depends on any of these facts.
        """
        known, rows = self._about(profile), [BY_KEY[fact] for fact in self.open(profile, closed)]
        for answers in joint_answers(known.case, rows, known.unsettled_but_for_order):
            after = self._about(with_facts(profile, answers))
            yield next(iter(answers)) if after.outcome != known.outcome else None
            if after.may_be_reordered:
                for more in self._ordering(after, rows):
                    yield next(iter({**answers, **more})) if more else None

    def _ordering(self, known: _Known, rows: list[Row]) -> Iterator[Mapping[str, Any] | None]:
        """Yield answers that settle which of several routes comes first, None for others tried.

        Each condition that only orders is tried alone: if none by itself changes which of what is
        tied comes first, no two together do.
        """
        for condition in known.only_ordering:
            for answers in joint_answers(known.case, rows, (condition,)):
                after = self.outcome(with_facts(known.case.profile, answers))
                yield answers if after != known.outcome else None

    def open(self, profile: Profile, closed: frozenset[str]) -> list[str]:
        """Return the facts that may be asked and on which the decision depends, in table order."""
        hangs_on = self._about(profile).hangs_on - closed - set(_ASKED_WITH)
        if "experience_level" in level_facts(self.day.catalogue, profile) - closed:
            hangs_on -= {"years_in_pmo"}  # only a weak sign of the level, which is asked
        return [row.key for row in FACTS if row.question and row.key in hangs_on]

    def at_most(self, profile: Profile, closed: frozenset[str] = frozenset()) -> int:
        """Return an upper bound on the number of questions still to be asked."""
        known = self._about(profile)
        hangs_on = known.hangs_on
        level_open = "experience_level" in level_facts(self.day.catalogue, profile) - closed
        if level_open or (
            profile.goals is None and "goals" not in closed
        ):  # other routes may come into view
            hangs_on |= {fact for condition in known.comparing for fact in facts_read(condition)}
        if (
            may_be_new(profile.years_in_pmo)
            and "pmo_types" in hangs_on - closed
            and anything_below_person(known.case)
        ):
            hangs_on |= {"years_in_pmo"}  # what suits the type may lie below: newcomers only
        rows = [
            row
            for row in FACTS
            if row.question and row.key in hangs_on and not is_settled(self.day, profile, row)
        ]
        asked = sum(row.key not in closed and row.key not in _ASKED_WITH for row in rows)
        return asked + (self._before_the_level(profile, closed) if level_open else 0)

    def _before_the_level(self, profile: Profile, closed: frozenset[str]) -> int:
        """Return how many questions may come first where the level is open: see `_asked_as`."""
        title_first = profile.role is None and "role" not in closed
        led_open = profile.people_led is None and "people_led" not in closed
        led_first = led_open and (title_first or asks_who_leads(self.day.catalogue, profile))
        return title_first + led_first

    def firsts(self, profile: Profile, fact: str) -> tuple[str, ...]:
        """Return the certifications that some answer to a fact puts first."""
        key = "experience_level" if fact == "role" else fact
        outcomes = [
            self.outcome(with_facts(profile, {key: value})) for value in self.answers(profile, key)
        ]
        firsts = {steps[0] for outcome in outcomes for steps, _ in outcome}
        return tuple(
            certification
            for certification in self.day.catalogue.certifications
            if certification in firsts
        )

    def case(self, profile: Profile) -> Case:
        """Return the situation of a profile on the day."""
        return self._about(profile).case

    def comparing(self, profile: Profile) -> tuple[Condition, ...]:
        """Return the conditions that further answers may settle, and those that infer the level."""
        return self._about(profile).comparing

    def outcome(self, profile: Profile) -> Outcome:
        """Return the routes of rank 1, each as its steps and whether it is a renewal."""
        return self._about(profile).outcome

    def _about(self, profile: Profile) -> _Known:
        return _known(self.day, profile)

    def _worth(self, profile: Profile, fact: str) -> float:
        """Return the entropy of the outcomes of asking a fact, in bits per unit of effort.

        All distinguishable answers count as equally likely; for a list, only those with at most
        one item. A question about the level that follows up a job title takes half the effort.
        """
        row, alone = BY_KEY[fact], self.answers(profile, fact)
        outcomes = [self.outcome(with_facts(profile, {fact: value})) for value in alone]
        if all(outcome == self.outcome(profile) for outcome in outcomes):
            return 0.0
        shares = [count / len(outcomes) for count in Counter(outcomes).values()]
        settled = -sum(share * math.log2(share) for share in shares)
        follow_up = fact == "experience_level" and len(alone) < len(row.values)
        return (settled or 1e-9) / (0.5 if follow_up else _EFFORT.get(row.kind, 1.0))

    def answers(self, profile: Profile, fact: str) -> list[Any]:
        """Return one representative of each class of indistinguishable answers to a fact.

        For a list, only those with at most one item.
        """
        values = self._values(profile, fact)
        if not BY_KEY[fact].many or fact == "holds_other":
            return list(values)
        # Combinations come last; there are thousands of them, so none is computed.
        return list(itertools.takewhile(lambda value: len(value) < 2, values))

    def _values(self, profile: Profile, fact: str) -> Iterator[Any]:
        if fact == "experience_level":
            return iter(candidate_levels(self.day.catalogue, profile))
        known = self._about(profile)
        return distinguishable_answers(known.case, BY_KEY[fact], known.comparing)


def _asked_as(catalogue: Catalogue, fact: str, profile: Profile, closed: frozenset[str]) -> str:
    """Return the fact to ask for another: before the level, the job title, then the people led.

    People know both better than their career level.
    """
    if fact != "experience_level":
        return fact
    if profile.role is None and "role" not in closed:
        return "role"
    led = (
        profile.people_led is None
        and "people_led" not in closed
        and asks_who_leads(catalogue, profile)
    )
    return "people_led" if led else fact
