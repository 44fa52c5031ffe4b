"""How the facts of two people differ, and what is left of facts when some are open again."""

from __future__ import annotations

import pytest

from pmo_path.conditions.facts import Facts
from pmo_path.core.scalars import Range

NONE: frozenset[str] = frozenset()
PERSON = Facts(
    {
        "years_in_pmo": Range(4, 4),
        "education": frozenset({"bachelor"}),
        "holds": frozenset({"pmp"}),
        "goals": NONE,
    },
    lapsed=frozenset({"pmp"}),
)
OPEN = Facts(at_least={"holds": frozenset({"pmp"})})


@pytest.mark.parametrize(
    ("other", "facts", "awards"),
    [
        (PERSON, set(), set()),
        (PERSON.set("years_in_pmo", Range(5, 5)), {"years_in_pmo"}, set()),
        (PERSON.set("education", "none"), {"education"}, set()),
        (PERSON.set("goals", frozenset({"basics"})), {"goals"}, set()),
        (PERSON.set("reads", frozenset({"en"})), {"reads"}, set()),
        # of complete lists of awards the awards alone say how they differ
        (PERSON.set("holds", frozenset({"pmp", "ipmo-f"})), set(), {"ipmo-f"}),
        (PERSON.free(frozenset({"goals", "education"})), {"goals", "education"}, set()),
        (PERSON.free(frozenset({"holds"})), {"holds"}, {"pmp"}),
    ],
)
def test_two_people_differ_in_facts_and_awards(
    other: Facts, facts: set[str], awards: set[str]
) -> None:
    assert PERSON.differing(other) == other.differing(PERSON) == (facts, awards)


def test_an_award_that_lapsed_since_differs() -> None:
    valid = Facts(PERSON.known)
    assert PERSON.differing(valid) == (set(), {"pmp"})


def test_awards_that_may_be_more_differ_from_a_complete_list() -> None:
    assert OPEN.differing(Facts({"holds": frozenset({"pmp"})})) == ({"holds"}, {"pmp"})
    assert OPEN.differing(Facts()) == ({"holds"}, set())


def test_only_freed_awards_are_no_longer_known_to_have_lapsed() -> None:
    assert PERSON.free(frozenset({"holds"})).lapsed == NONE
    assert PERSON.free(frozenset({"goals"})).lapsed == PERSON.lapsed


def test_a_key_tells_apart_what_a_condition_on_awards_can() -> None:
    pmp = frozenset({"pmp"})
    told = [
        facts.cache_key((), pmp)
        for facts in (PERSON, Facts(PERSON.known), Facts({"holds": NONE}), OPEN, Facts())
    ]
    assert len(set(told)) == len(told)
    assert PERSON.cache_key((), pmp) == PERSON.set("goals", pmp).cache_key((), pmp)
    more = Facts({"holds": frozenset({"pmp", "ipmo-f"})}, lapsed=frozenset({"pmp", "ipmo-f"}))
    assert more.cache_key((), pmp) == PERSON.cache_key((), pmp)
