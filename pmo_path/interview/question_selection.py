"""The interview is computed: the next question is the open fact whose answer is expected to settle most.

There is no second copy of the logic. The questions come from the table of facts; which one is
next comes from trying its answers, and there is none where no answers, whatever they are,
could change which routes come first.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from pmo_path.conditions.inspect import facts_read
from pmo_path.conditions.syntax import Condition
from pmo_path.engine.career_level import asks_who_leads, level_facts, may_mean
from pmo_path.engine.climbing import ranked_plans
from pmo_path.engine.equivalence import level_comparisons
from pmo_path.engine.route_planning import something_beneath
from pmo_path.engine.situation import Case, read_case
from pmo_path.engine.what_if import consulted, distinct, is_said, together, unsettled
from pmo_path.model.catalogue import Catalogue
from pmo_path.model.on_day import Day
from pmo_path.profile.fact_row import Row
from pmo_path.profile.facts import BY_KEY, FACTS
from pmo_path.profile.profile import Profile, saying

# What a question asks of a person, in our judgement: a choice is quick, a list or a number
# needs thought, a list of certifications means looking things up; what follows up a title is half done.
_EFFORT = {"choices": 1.5, "number": 1.5, "codes": 1.5, "holds": 2.0, "others": 1.5}

# Facts from which more is worked out than the truth of conditions.
_SHAPING = ("pmo_types", "years_in_pmo", "holds", "holds_other", "goals")
# Facts that the interview asks with another: whether one or several PMOs are managed and how many people are led is
# what the level is asked by, and whether somebody wants to move up is one of the goals.
_ASKED_WITH = ("role", "pmos_managed", "people_led", "target_level")

MOST_KNOWN = 5_000  # profiles remembered at once; an interview tries some hundreds

Outcome = frozenset[tuple[tuple[str, ...], bool]]


class _Known:
    """What is known of one profile, each worked out when it is first asked for."""

    def __init__(self, case: Case) -> None:
        self.case = case

    @cached_property
    def outcome(self) -> Outcome:
        first = (one.plan for one in ranked_plans(self.case) if one.rank == 1)
        return frozenset((plan.steps, plan.renew) for plan in first)

    @cached_property
    def hangs_on(self) -> frozenset[str]:
        return consulted(self.case)

    @cached_property
    def unsettled(self) -> tuple[Condition, ...]:
        return unsettled(self.case)

    @cached_property
    def comparing(self) -> tuple[Condition, ...]:
        return (*self.unsettled, *level_comparisons(self.case.day.catalogue))


@dataclass(frozen=True, slots=True)
class Questionnaire:
    """What can be asked on one day; what was tried is remembered."""

    day: Day
    known: dict[Profile, _Known] = field(default_factory=dict)

    def next_question(self, profile: Profile, closed: frozenset[str] = frozenset()) -> Row | None:
        """Return the fact to ask next, or None where nothing open can change which routes come first.

        `closed` are the facts that are not asked (again), answered or not.
        """
        worth = {fact: self._worth(profile, fact) for fact in self.open(profile, closed)}
        best = max(worth, key=lambda fact: worth[fact], default=None)
        if best is None or not worth[best]:
            best = self.deciding(profile, closed)
        return BY_KEY[_asked_as(self.day.catalogue, best, profile, closed)] if best else None

    def deciding(self, profile: Profile, closed: frozenset[str]) -> str | None:
        """Return an open fact without which no answers lead to another outcome, or None where all lead to the same.

        Exact: all answers to every fact that the decision hangs on are tried, "don't know" first.
        """
        level = level_facts(self.day.catalogue, profile)
        apart = [fact for fact in self.open(profile, closed) if fact in _SHAPING or fact in level]
        if not apart:
            return self._in_conditions(profile, closed)
        fact, closed = apart[0], closed | {apart[0]}
        if found := self.deciding(profile, closed):
            return found
        for value in self._values(profile, fact):
            after = saying(profile, {fact: value})
            if self.outcome(after) != self.outcome(profile) or self.deciding(after, closed):
                return fact
        return None

    def _in_conditions(self, profile: Profile, closed: frozenset[str]) -> str | None:
        """Do the same for the facts that only conditions read: once for all answers that settle the same of them.

        No level is read from these any more.
        """
        known, rows = self._about(profile), [BY_KEY[fact] for fact in self.open(profile, closed)]
        for said in together(known.case, rows, known.unsettled):
            if said and self.outcome(saying(profile, said)) != known.outcome:
                return next(iter(said))
        return None

    def open(self, profile: Profile, closed: frozenset[str]) -> list[str]:
        """Return the facts that may be asked and that the decision hangs on, in the order of the table."""
        hangs_on = self._about(profile).hangs_on - closed - set(_ASKED_WITH)
        if "experience_level" in level_facts(self.day.catalogue, profile) - closed:
            hangs_on -= {"years_in_pmo"}  # years are weak: who can say the level is not asked for them
        return [row.key for row in FACTS if row.question and row.key in hangs_on]

    def at_most(self, profile: Profile, closed: frozenset[str] = frozenset()) -> int:
        """Return how many questions may still be asked at most; there may be fewer."""
        known = self._about(profile)
        hangs_on = known.hangs_on
        level_open = "experience_level" in level_facts(self.day.catalogue, profile) - closed
        if level_open or (profile.goals is None and "goals" not in closed):  # other routes may come into view
            hangs_on |= {fact for condition in known.comparing for fact in facts_read(condition)}
        if profile.years_in_pmo is None and "pmo_types" in hangs_on - closed and something_beneath(known.case):
            hangs_on |= {"years_in_pmo"}  # what suits a kind of PMO may lie below, where only who is new may begin
        rows = [row for row in FACTS if row.question and row.key in hangs_on and not is_said(profile, row)]
        title_first = level_open and profile.role is None and "role" not in closed
        return sum(row.key not in closed and row.key not in _ASKED_WITH for row in rows) + title_first

    def firsts(self, profile: Profile, fact: str) -> tuple[str, ...]:
        """Return the certifications that the answers to one fact may put first."""
        key = "experience_level" if fact == "role" else fact
        outcomes = [self.outcome(saying(profile, {key: value})) for value in self.answers(profile, key)]
        found = {steps[0] for outcome in outcomes for steps, _ in outcome}
        return tuple(one for one in self.day.catalogue.certifications if one in found)

    def case(self, profile: Profile) -> Case:
        """Return the case of a profile on the day."""
        return self._about(profile).case

    def comparing(self, profile: Profile) -> tuple[Condition, ...]:
        """Return the conditions that more answers may still settle, and those by which a level is read."""
        return self._about(profile).comparing

    def outcome(self, profile: Profile) -> Outcome:
        """Return the routes of rank 1, as steps and whether they are a renewal."""
        return self._about(profile).outcome

    def _about(self, profile: Profile) -> _Known:
        if profile not in self.known:
            if len(self.known) >= MOST_KNOWN:
                self.known.clear()
            self.known[profile] = _Known(read_case(self.day, profile))
        return self.known[profile]

    def _worth(self, profile: Profile, fact: str) -> float:
        """Return what an answer to a fact is expected to settle, in bits, per effort of answering.

        Every answer counts as likely as another; of a list, those that name one item.
        """
        row, alone = BY_KEY[fact], self.answers(profile, fact)
        outcomes = [self.outcome(saying(profile, {fact: value})) for value in alone]
        if all(outcome == self.outcome(profile) for outcome in outcomes):
            return 0.0
        shares = [count / len(outcomes) for count in Counter(outcomes).values()]
        settled = -sum(share * math.log2(share) for share in shares)
        follow_up = fact == "experience_level" and len(alone) < len(row.values)
        return (settled or 1e-9) / (0.5 if follow_up else _EFFORT.get(row.kind, 1.0))

    def answers(self, profile: Profile, fact: str) -> list[Any]:
        """Return one answer to a fact for all that cannot be told apart; of a list, those that name one item."""
        return [
            value
            for value in self._values(profile, fact)
            if not BY_KEY[fact].many or fact == "holds_other" or len(value) < 2
        ]

    def _values(self, profile: Profile, fact: str) -> Iterator[Any]:
        if fact == "experience_level":
            return iter(may_mean(self.day.catalogue, profile))
        known = self._about(profile)
        return distinct(known.case, BY_KEY[fact], known.comparing)


def _asked_as(catalogue: Catalogue, fact: str, profile: Profile, closed: frozenset[str]) -> str:
    """People know their job title, and how many people they lead, better than their level: these are asked first."""
    if fact != "experience_level":
        return fact
    if profile.role is None and "role" not in closed:
        return "role"
    led = profile.people_led is None and "people_led" not in closed and asks_who_leads(catalogue, profile)
    return "people_led" if led else fact
