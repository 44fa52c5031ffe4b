"""Verdicts of conditions by example: three values, and facts that are open or settled."""

from __future__ import annotations

from typing import Any

import pytest
from strategies import (
    IMPLIES,
    PAIRS,
)

from pmo_path.conditions.evaluate import evaluate
from pmo_path.conditions.facts import Facts
from pmo_path.conditions.parse import parse
from pmo_path.conditions.syntax import (
    Combine,
    Compare,
    Named,
)
from pmo_path.core.scalars import Range

THREE_YEARS = {"years_in_projects": "at least 3"}
PMP = {"holds any": ["pmp"]}
A, B = {"holds any": ["a"]}, {"holds any": ["b"]}
BASICS, IDEAS = {"goals": "includes basics"}, {"goals": "includes frameworks"}
LAPSED = Facts({"holds": frozenset({"a", "b"})}, lapsed=frozenset({"a"}))
LOW = Facts({"career_level": frozenset({"entry", "analyst"})})


@pytest.mark.parametrize(
    ("data", "facts", "truth"),
    [
        ({"all": []}, Facts(), True),
        (THREE_YEARS, Facts(), None),
        (THREE_YEARS, Facts({"years_in_projects": Range(1, 2)}), False),
        (THREE_YEARS, Facts({"years_in_projects": Range(2, 4)}), None),
        (THREE_YEARS, Facts({"years_in_projects": Range(3, 9)}), True),
        ({"years_in_projects": "at least 0"}, Facts(), True),
        ({"years_in_projects": "less than 0"}, Facts(), False),
        ({"education": "at least none"}, Facts(), True),
        (
            {"career_level": "at least manager"},
            Facts({"career_level": frozenset({"entry", "analyst"})}),
            False,
        ),
        (
            {"career_level": "is manager"},
            Facts({"career_level": frozenset({"manager", "director"})}),
            None,
        ),
        (PMP, Facts(), None),
        (PMP, Facts({"holds": frozenset()}), False),
        (PMP, Facts(at_least={"holds": frozenset({"pmp"})}), True),
        (PMP, Facts(at_least={"holds": frozenset({"ipmo-f"})}), None),
        ({"holds all": ["pmp", "ipmo-f"]}, Facts({"holds": frozenset({"pmp"})}), False),
        ({"any": [THREE_YEARS, PMP]}, Facts({"holds": frozenset({"pmp"})}), True),
        ({"all": [THREE_YEARS, PMP]}, Facts({"holds": frozenset()}), False),
        ({"at least": {"n": "2", "of": [THREE_YEARS, PMP, {"all": []}]}}, Facts(), None),
        ({"not": THREE_YEARS}, Facts({"years_in_projects": Range(3, 3)}), False),
        ({"not": {"all": []}}, Facts(), False),
        ({"holds any": ["a"]}, LAPSED, True),
        ({"valid any": ["a"]}, LAPSED, False),
        ({"valid any": ["a", "b"]}, LAPSED, True),
        ({"valid all": ["a", "b"]}, LAPSED, False),
        ({"valid all": ["b"]}, LAPSED, True),
        # Kleene alone says unknown to these, and they are settled.
        ({"all": [{"country": "is DE"}, {"country": "is NL"}]}, Facts(), False),
        ({"any": [{"career_level": "is entry"}, {"career_level": "is analyst"}]}, LOW, True),
        (
            {"any": [{"all": [A, B]}, {"all": [A, {"not": B}]}]},
            Facts(at_least={"holds": frozenset({"a"})}),
            True,
        ),
        (
            {"any": [{"all": [A, B]}, {"all": [A, B]}]},
            Facts(at_least={"holds": frozenset({"b"})}),
            None,
        ),
        ({"all": [A, {"any": [B, {"not": B}]}]}, Facts(), None),
        (
            {"any": [{"all": [BASICS, THREE_YEARS]}, {"all": [IDEAS, {"not": THREE_YEARS}]}]},
            Facts({"goals": frozenset({"basics", "frameworks"})}),
            True,
        ),
        ({"any": [THREE_YEARS, {"not": THREE_YEARS}]}, Facts(), True),
        ({"all": [THREE_YEARS, {"years_in_projects": "less than 3"}]}, Facts(), False),
        (
            {"any": [{"years_in_projects": "at most 3"}, {"years_in_projects": "more than 3"}]},
            Facts(),
            True,
        ),
        (
            {"any": [{"years_in_projects": "less than 3"}, {"years_in_projects": "more than 3"}]},
            Facts(),
            None,
        ),
        (
            {
                "all": [
                    {"holds any": ["p3o-practitioner"]},
                    {"not": {"holds any": ["p3o-foundation"]}},
                ]
            },
            Facts(implies=PAIRS),
            False,
        ),
    ],
)
def test_answers(data: Any, facts: Facts, truth: bool | None) -> None:
    condition = parse(data)
    assert evaluate(condition, facts).truth is truth
    named = Named("it", "it", condition)
    assert evaluate(named, facts) == evaluate(condition, facts)
    assert evaluate(Combine(1, (Combine(0, ()), named)), facts).truth is True


@pytest.mark.parametrize(
    ("fact", "facts", "open_"),
    [
        ("years_in_pmo", Facts(), True),
        ("years_in_pmo", Facts({"years_in_pmo": Range(1, 2)}), True),
        ("years_in_pmo", Facts({"years_in_pmo": Range(2, 2)}), False),
        ("career_level", Facts(), True),
        ("career_level", LOW, True),
        ("career_level", Facts({"career_level": frozenset({"entry"})}), False),
        ("holds", Facts(), True),
        ("holds", Facts(at_least={"holds": frozenset({"a"})}), True),
        ("holds", Facts({"holds": frozenset()}), False),
    ],
)
def test_a_fact_is_open_while_it_may_have_more_than_one_value(
    fact: str, facts: Facts, open_: bool
) -> None:
    assert facts.open(fact) is open_


EVERYTHING = Facts(
    {
        "years_in_pmo": Range(1, 1),
        "years_in_projects": Range(2, 2),
        "career_level": frozenset({"entry"}),
        "education": frozenset({"none"}),
        "goals": frozenset({"basics"}),
        "reads": frozenset({"nl"}),
    },
    {"holds": frozenset({"a"}), "pmo_types": frozenset({"coe"})},
    IMPLIES,
)


def test_facts_are_freed_and_settled_one_by_one_and_the_others_stay() -> None:
    free = EVERYTHING.free(frozenset({"years_in_pmo", "career_level", "goals", "holds"}))
    assert free == Facts(
        {
            "years_in_projects": Range(2, 2),
            "education": frozenset({"none"}),
            "reads": frozenset({"nl"}),
        },
        {"pmo_types": frozenset({"coe"})},
        IMPLIES,
    )
    settled = EVERYTHING.settle(
        {"years_in_pmo": Range(3, 3), "education": "bachelor", "holds": frozenset()}
    )
    assert settled == Facts(
        {
            **EVERYTHING.known,
            "years_in_pmo": Range(3, 3),
            "education": frozenset({"bachelor"}),
            "holds": frozenset(),
        },
        EVERYTHING.at_least,
        IMPLIES,
    )


def test_what_holding_proves_and_what_is_held_at_least_tell_answers_apart() -> None:
    """The same condition, of people who differ in that alone."""
    condition = parse(
        {"all": [{"holds any": ["p3o-practitioner"]}, {"not": {"holds any": ["p3o-foundation"]}}]}
    )
    assert evaluate(condition, Facts()).truth is None
    assert evaluate(condition, Facts(implies=PAIRS)).truth is False
    held = parse(A)
    assert evaluate(held, Facts(implies=PAIRS)).truth is None
    assert evaluate(held, Facts(at_least={"holds": frozenset({"a"})}, implies=PAIRS)).truth is True


@pytest.mark.parametrize(
    ("how", "below", "at", "above"),
    [
        ("at least", False, True, True),
        ("at most", True, True, False),
        ("more than", False, False, True),
        ("less than", True, False, False),
        ("is", False, True, False),
    ],
)
def test_thresholds(how: str, below: bool, at: bool, above: bool) -> None:
    number = parse({"years_in_projects": f"{how} 3"})
    for years, truth in ((2.999999, below), (3, at), (3.000001, above)):
        assert evaluate(number, Facts({"years_in_projects": Range(years, years)})).truth is truth
    choice = parse({"career_level": f"{how} manager"})
    for level, truth in (("analyst", below), ("manager", at), ("director", above)):
        assert evaluate(choice, Facts({"career_level": frozenset({level})})).truth is truth


def test_an_unknown_answer_names_only_what_can_still_settle_it() -> None:
    condition = parse({"all": [THREE_YEARS, PMP, {"education": "at least secondary"}]})
    facts = Facts({"years_in_projects": Range(5, 9), "education": frozenset({"bachelor"})})
    assert evaluate(condition, facts).missing == ("holds",)


def test_many_conditions_and_many_people_are_all_answered() -> None:
    """More than are remembered at once: what is forgotten is worked out again."""
    for number in range(10_050):
        condition = Compare("years_in_pmo", "at least", float(number))
        assert evaluate(condition, Facts({"years_in_pmo": Range(5000, 5000)})).truth is (
            number <= 5000
        )
    condition = Compare("years_in_pmo", "at least", 5000.0)
    for number in range(10_050):
        assert evaluate(condition, Facts({"years_in_pmo": Range(number, number)})).truth is (
            number >= 5000
        )
