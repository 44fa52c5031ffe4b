"""Ways to a certification at their edges, and the memory of conditions when it is full."""

from __future__ import annotations

from datetime import date

import pytest
from strategies import shipped

from pmo_path.conditions import evaluate as evaluation
from pmo_path.conditions.evaluate import evaluate
from pmo_path.conditions.facts import Facts
from pmo_path.conditions.parse import parse
from pmo_path.core.scalars import Range
from pmo_path.engine.fit import fit_of
from pmo_path.engine.route_planning import steps_to
from pmo_path.engine.situation import read_case
from pmo_path.model.on_day import on_day
from pmo_path.profile.profile import Profile

DAY = on_day(shipped(), date(2026, 11, 22))
ASPIRING = read_case(DAY, Profile(experience_level="analyst", target_level="director", holds=()))


def test_what_stands_outside_the_routes_suits_nobody() -> None:
    assert fit_of(ASPIRING, shipped().certifications["prince2-practitioner"]) is None


def test_a_way_never_comes_back_to_where_it_leads() -> None:
    assert steps_to(ASPIRING, "hop-directors", frozenset({"hop-directors"})) is None


def test_a_way_goes_through_what_opens_it() -> None:
    """Essentials for PMO Analysts would open it too, but little more than its name is known."""
    assert steps_to(ASPIRING, "hop-managers") == (
        "p3o-foundation",
        "p3o-practitioner",
        "hop-managers",
    )
    directors = steps_to(ASPIRING, "hop-directors")
    assert directors
    assert directors[-1] == "hop-directors"
    assert len(directors) == 3


def test_without_a_way_that_opens_it_the_step_stands_alone() -> None:
    """It is then not open, and no plan is made of it."""
    closed = frozenset({"hop-managers", "p3o-practitioner"})
    assert steps_to(ASPIRING, "hop-directors", closed) == ("hop-directors",)
    half = frozenset({"hop-analysts", "p3o-practitioner"})
    assert steps_to(ASPIRING, "hop-directors", half) == ("hop-directors",)


def test_a_full_memory_forgets_and_answers_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(evaluation._Memory, "MOST", 2)
    monkeypatch.setattr(evaluation, "_MEMORIES", {})
    conditions = [parse({"years_in_projects": f"at least {limit}"}) for limit in range(1, 5)]
    for _ in range(2):
        for limit, condition in enumerate(conditions, 1):
            for years in range(6):
                facts = Facts(numbers={"years_in_projects": Range(years, years)})
                assert evaluate(condition, facts).truth is (years >= limit)
            assert len(evaluation._MEMORIES) <= 2
            assert all(len(one.verdicts) <= 2 for one in evaluation._MEMORIES.values())
