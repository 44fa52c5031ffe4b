"""Every path of the interview: how many questions, none for nothing, and against a fixed order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from pmo_path.facts import BY_KEY
from pmo_path.knowledge import Day
from pmo_path.profile import Profile
from pmo_path.questionnaire import Questionnaire

# Nobody is asked these by themselves (see the decision on the interview).
APART = ("pmos_managed", "target_level")


def paths(day: Day, title: str | None) -> dict[str, Counter[int]]:
    """Return how many questions each path has that begins with a title, here and in a fixed order, and useless ones.

    A path is one for all answers that nothing can tell apart; of lists those that name one item
    or none; and "don't know" everywhere.
    """
    asked = Questionnaire(day)
    start = Profile(role=title), frozenset({"role"})
    useless: Counter[int] = Counter()
    return {
        "computed": Counter(_walk(asked, *start, useless)),
        "fixed order": Counter(_fixed(asked, *start)),
        "useless": useless,
    }


def _walk(asked: Questionnaire, profile: Profile, closed: frozenset[str], useless: Counter[int]) -> Iterator[int]:
    row = asked.next_question(profile, closed)
    if row is None:
        yield len(closed)
        return
    outcomes = {asked.outcome(replace(profile, **{row.key: value})) for value in asked.answers(profile, row.key)}
    counts = outcomes != {asked.outcome(profile)} or asked.deciding(profile, closed) == row.key
    useless[int(not counts)] += 1
    for value in (*asked.answers(profile, row.key), None):
        said = profile if value is None else replace(profile, **{row.key: value})
        yield from _walk(asked, said, closed | {row.key}, useless)


def _fixed(asked: Questionnaire, profile: Profile, closed: frozenset[str]) -> Iterator[int]:
    """Ask what the decision hangs on, in the order of the table, as long as anything is open."""
    still = [fact for fact in asked.open(profile, closed) if fact not in APART]
    if not still:
        yield len(closed)
        return
    fact = BY_KEY[still[0]].key
    for value in (*asked.answers(profile, fact), None):
        said = profile if value is None else replace(profile, **{fact: value})
        yield from _fixed(asked, said, closed | {fact})
