"""Answers with one effect are decided alike, and those without any change nothing."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from small import TODAY, Make, certification, person, rule
from strategies import DAYS, profile_data, shipped

from pmo_path.answers.missing_facts import is_open
from pmo_path.core.documents import Document
from pmo_path.engine.answer_effects import answers_with_effects, conditions_that_bear
from pmo_path.engine.decision import Decision, decide
from pmo_path.engine.possible_answers import candidate_answers
from pmo_path.model.on_day import on_day
from pmo_path.profile.facts import BY_KEY, FACTS
from pmo_path.profile.meanings import LEVELS
from pmo_path.profile.parse import read_profile
from pmo_path.profile.profile import with_facts


def decided(data: dict[str, Any], on: date = date(2026, 11, 22)) -> Decision:
    profile = read_profile(Document("profile", data, {}), shipped().names)
    return decide(on_day(shipped(), on), profile)


@settings(max_examples=150)
@given(profile_data(), DAYS)
def test_answers_with_one_effect_are_decided_alike(data: dict[str, Any], on: date) -> None:
    every_answer_has_its_effect(decided(data, on))


def test_what_an_answer_brings_in_may_hang_on_the_same_answer(make: Make) -> None:
    """A rule names it for two answers, and its entry requirements are met by one of these."""
    catalogue = make(
        certification("brought", requires={"there": {"country": "is NL"}}),
        certification("sure", "analyst"),
        rules=[
            rule(
                "near",
                {"country": "is GB or NL"},
                "brought",
                {"country": "GB"},
                {"country": "DE"},
            )
        ],
    )
    decision = decide(on_day(catalogue, TODAY), person(catalogue, experience_level="analyst"))
    every_answer_has_its_effect(decision)
    answers = answers_with_effects(decision, BY_KEY["country"], conditions_that_bear(decision))
    assert len({answer.effect for answer in answers}) == 3  # as nothing said, GB, NL


def test_an_answer_may_leave_a_rule_that_applies_whatever_is_still_open(make: Make) -> None:
    school = [{"education": "at least secondary"}, {"not": {"education": "at least bachelor"}}]
    catalogue = make(
        certification("brought"),
        certification("sure", "analyst"),
        rules=[
            rule(
                "either",
                {"all": [{"country": "is NL"}, {"any": school}]},
                "brought",
                {"country": "NL"},
                {"country": "GB"},
            )
        ],
    )
    decision = decide(on_day(catalogue, TODAY), person(catalogue, experience_level="analyst"))
    every_answer_has_its_effect(decision)
    answers = answers_with_effects(decision, BY_KEY["country"], conditions_that_bear(decision))
    assert len({answer.effect for answer in answers}) == 2


def every_answer_has_its_effect(decision: Decision) -> None:
    """Check every answer to every open fact by deciding anew."""
    day, profile = decision.case.day, decision.case.profile
    outcomes = {None: decision.outcome}
    bearing = conditions_that_bear(decision)
    for row in FACTS:
        if not is_open(decision, row):
            continue
        answers = list(answers_with_effects(decision, row, bearing))
        assert [(one.words, one.value) for one in answers] == list(
            candidate_answers(day, profile, row)
        )
        for one in answers:
            outcome = decide(day, with_facts(profile, {row.key: one.value})).outcome
            assert outcomes.setdefault(one.effect, outcome) == outcome, (row.key, one.words)


@pytest.mark.parametrize(
    ("goals", "fact", "changes"),
    [
        (["frameworks"], "works_with", False),  # one route is best whatever employers ask for
        ([], "works_with", True),  # several are
        ([], "people_led", False),  # the level was said
        ([], "education", True),  # entry hangs on it
    ],
)
def test_answers_that_can_change_nothing_have_no_effect(
    goals: list[str], fact: str, changes: bool
) -> None:
    said = {"experience_level": "analyst", "goals": goals, "pmo_types": ["tactical"]}
    decision = decided(said)
    answers = answers_with_effects(decision, BY_KEY[fact], conditions_that_bear(decision))
    effects = {answer.effect for answer in answers}
    assert (effects != {None}) is changes


def test_what_only_tells_the_level_does_as_much_as_the_level_itself() -> None:
    decision = decided({"goals": [], "pmo_types": ["tactical"]})
    bearing = conditions_that_bear(decision)
    effects = [
        {answer.effect for answer in answers_with_effects(decision, BY_KEY[fact], bearing)}
        for fact in ("experience_level", "pmos_managed")
    ]
    assert {("level", (level,)) for level in LEVELS} <= effects[0]
    assert len(effects[0] & effects[1]) > 1


def test_a_rule_may_have_the_id_of_a_certification(make: Make) -> None:
    yes, no = {"education": "bachelor"}, {"education": "none"}
    catalogue = make(
        certification("school", "analyst"),
        certification("other", "analyst"),
        rules=[rule("school", {"education": "at least bachelor"}, "school", yes, no)],
    )
    decision = decide(on_day(catalogue, TODAY), person(catalogue, experience_level="analyst"))
    every_answer_has_its_effect(decision)
    answers = answers_with_effects(decision, BY_KEY["education"], conditions_that_bear(decision))
    assert len({answer.effect for answer in answers}) == 2
