"""The interview for everybody: how many questions, none useless, no end too early.

The length is compared with that of questions in a fixed order. A person is a title with an answer
to every fact that may be asked: one that rules and levels can distinguish, or "don't know".
Employer and country only order what is equally open, and would multiply the people by dozens; they
are left open here, and `tests/interview/test_promises.py` asks them.
Everybody counts once. People who are asked the same questions and give answers that nothing still
open can distinguish share one path.
"""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from pmo_path.interview.question_selection import Outcome, Questionnaire
from pmo_path.model.on_day import Day
from pmo_path.profile.facts import BY_KEY
from pmo_path.profile.profile import Profile, with_facts
from proof.laws import Counts
from proof.states import Closed, Key, answers, key, people

LEFT_OPEN = frozenset({"works_with", "country"})

Ask = Callable[[Questionnaire, Profile, Closed], str | None]


@dataclass(frozen=True, slots=True)
class Rest:
    """What may follow a state of an interview: how many questions, and which routes come first."""

    people: Counter[int] = field(default_factory=Counter)
    paths: Counter[int] = field(default_factory=Counter)
    outcome: Outcome = frozenset()  # now
    outcomes: frozenset[Outcome] = frozenset()  # at the end


def computed(asked: Questionnaire, profile: Profile, closed: Closed) -> str | None:
    """Return what the interview asks."""
    row = asked.next_question(profile, closed)
    return row.key if row else None


def fixed(asked: Questionnaire, profile: Profile, closed: Closed) -> str | None:
    """Return the first fact, in the order of the table, that the decision still depends on."""
    return next(iter(asked.open(profile, closed)), None)


@dataclass(slots=True)
class Interviews:
    """Every interview on one day with one strategy; equivalent states are walked once."""

    asked: Questionnaire
    ask: Ask
    rests: dict[Key, Rest] = field(default_factory=dict)
    walked: list[tuple[Profile, Closed, str | None]] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)

    def rest(self, profile: Profile, closed: Closed) -> Rest:
        """Return what may come after some answers."""
        state = key(self.asked, profile, closed)
        if state not in self.rests:
            self.rests[state] = self._walk(profile, closed)
        rest = self.rests[state]
        if self.asked.outcome(profile) != rest.outcome:
            self.wrong.append(f"taken for another person: {profile.plain()}")
        return rest

    def _walk(self, profile: Profile, closed: Closed) -> Rest:
        now = self.asked.outcome(profile)
        fact = self.ask(self.asked, profile, closed)
        self.walked.append((profile, closed, fact))
        if fact is None:
            everybody = people(self.asked.day, profile.role, closed)
            return Rest(Counter({0: everybody}), Counter({0: 1}), now, frozenset({now}))
        rest, ends = Rest(outcome=now), set()
        for value, number in answers(self.asked, profile, fact):
            after = self.rest(
                profile if value is None else with_facts(profile, {fact: value}), closed | {fact}
            )
            for length, count in after.people.items():
                rest.people[length + 1] += number * count
            for length, count in after.paths.items():
                rest.paths[length + 1] += count
            ends |= after.outcomes
        return replace(rest, outcomes=frozenset(ends))


def useless(asked: Questionnaire, profile: Profile, closed: Closed, fact: str) -> bool:
    """Whether no two people who differ in one answer alone get different routes, by search."""
    after = [
        profile,
        *(with_facts(profile, {fact: value}) for value, _ in answers(asked, profile, fact)),
    ]
    others = list(
        dict.fromkeys(
            fact_open
            for variant in after
            for fact_open in asked.open(variant, closed)
            if fact_open != fact
        )
    )
    for size in range(len(others) + 1):
        for subset in itertools.combinations(others, size):
            said = ([value for value, _ in answers(asked, profile, other)] for other in subset)
            for values in itertools.product(*said):
                alike = with_facts(profile, dict(zip(subset, values, strict=True)))
                variants = (
                    with_facts(alike, {fact: value}) for value, _ in answers(asked, profile, fact)
                )
                if len({asked.outcome(variant) for variant in variants}) > 1:
                    return False
    return True


def too_early(stops: Interviews, profile: Profile, closed: Closed) -> bool:
    """Whether the interview ended while answers to open facts could still lead to other routes."""
    return stops.rest(profile, closed).outcomes != {stops.asked.outcome(profile)}


def prove_interviews(
    day: Day, titles: list[str | None], counts: Counts
) -> tuple[dict[str, Counter[int]], list[str]]:
    """Walk every interview that begins with some titles; return lengths and findings."""
    asked = Questionnaire(day)
    ways = {"computed": Interviews(asked, computed), "in a fixed order": Interviews(asked, fixed)}
    lengths: dict[str, Counter[int]] = {}
    for name, way in ways.items():
        for title in titles:
            rest = way.rest(Profile(role=title), frozenset({"role"}) | LEFT_OPEN)
            for counted, numbers in (("people", rest.people), ("paths", rest.paths)):
                total = lengths.setdefault(f"{counted}, {name}", Counter())
                total.update(
                    {1 + length: number for length, number in numbers.items()}
                )  # the title is a question too
    walked = [*ways["computed"].walked]
    wrong = []
    for profile, closed, fact in walked:
        if fact and useless(asked, profile, closed, fact):
            wrong.append(f"{fact} is asked for nothing: {profile.plain()}")
        elif not fact and too_early(ways["in a fixed order"], profile, closed):
            wrong.append(f"the interview ends too early: {profile.plain()}")
    wrong += [problem for way in ways.values() for problem in way.wrong]
    if asked.next_question(Profile(), frozenset()) != BY_KEY["role"]:
        wrong.append("the title is not the first question")
    counts.add(
        "questions of the interview, none for nothing", sum(1 for *_, fact in walked if fact)
    )
    counts.add("ends of the interview, none too early", sum(1 for *_, fact in walked if not fact))
    return lengths, wrong
