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
    facts = {"experience_level": "manager", "goals": ["set-up-pmo"]}
    named = say("level-aim", level=level_name(shipped(), "director"))
    assert words_for("level", target_level="director", **facts) == {named}
    assert words_for("level", **facts) <= {say("level")}
