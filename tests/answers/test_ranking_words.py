"""The words for what puts one route above another: what the person said, or a level by its name."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
import small
from strategies import shipped

from pmo_path.answers.level_words import level_name
from pmo_path.answers.ranking_words import criterion_words
from pmo_path.engine.decision import decide
from pmo_path.engine.ranking import deciding_criterion
from pmo_path.messages.catalog import say
from pmo_path.model.on_day import on_day

DAY = date(2026, 11, 28)


def words_for(criterion: str, **facts: Any) -> set[str]:
    """Return the words for a criterion wherever it decides between two ranks of a person."""
    decision = decide(on_day(shipped(), DAY), small.person(shipped(), **facts))
    ranked = decision.ranked
    return {
        criterion_words(decision.case, criterion, better.plan)
        for place, better in enumerate(ranked)
        for other in ranked[place + 1 :]
        if deciding_criterion(better, other) == criterion
    }


@pytest.mark.parametrize(
    ("goals", "code"),
    [
        (["next-level"], "goal"),
        (["next-level", "basics"], "goal"),
        (None, "goal-aim"),
        (["basics"], "goal-aim"),  # advised for the level, whatever else the person wants
    ],
)
def test_advice_for_a_level_is_not_said_to_be_for_a_goal(
    goals: list[str] | None, code: str
) -> None:
    facts = {"experience_level": "analyst", "target_level": "manager", "goals": goals}
    said = {key: value for key, value in facts.items() if value}
    assert words_for("goal", **said) == {say(code, level=level_name(shipped(), "manager"))}


def test_a_level_elsewhere_is_named() -> None:
    assert words_for("level", experience_level="entry") == {say("level")}
    facts = {"experience_level": "manager", "goals": ["set-up-pmo"]}
    named = say("level-aim", level=level_name(shipped(), "director"))
    assert words_for("level", target_level="director", **facts) == {named}


@pytest.mark.parametrize(
    ("facts", "codes"),
    [
        # At level 4 we think that experience counts, and the provider decides; of IPMO's entry
        # nothing is published, or known to us.
        (
            {"experience_level": "director"},
            {"hop-directors": "open-accepted", "ipmo-e": "open-none-known"},
        ),
        # Below level 3 the provider says whether experience counts; P3O asks for its Foundation.
        (
            {"experience_level": "analyst", "target_level": "manager"},
            {
                "hop-managers": "open-accepted",
                "p3o-practitioner": "open",
                "ipmo-p": "open-none-known",
            },
        ),
        # A lapsed award may not be accepted.
        (
            {
                "experience_level": "manager",
                "holds": [{"certification": "p3o-foundation", "awarded_on": "2020-01-15"}],
                "goals": ["set-up-pmo"],
            },
            {"p3o-practitioner": "open-accepted"},
        ),
    ],
)
def test_open_is_said_only_of_what_is_known_to_be(
    facts: dict[str, Any], codes: dict[str, str]
) -> None:
    decision = decide(on_day(shipped(), DAY), small.person(shipped(), **facts))
    plans = {ranked.plan.destination: ranked.plan for ranked in decision.ranked}
    said = {name: criterion_words(decision.case, "open", plans[name]) for name in codes}
    assert said == {name: say(code) for name, code in codes.items()}
    assert all(plans[name].open for name in codes)
