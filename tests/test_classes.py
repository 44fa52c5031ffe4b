"""Profiles of one class: the same is decided about all of them."""

from __future__ import annotations

from datetime import date

from hypothesis import given, settings
from strategies import DAYS, profile_data, shipped

from pmo_path.classes import reduced, thresholds
from pmo_path.decision import decide
from pmo_path.knowledge import on_day
from pmo_path.profile import Profile
from pmo_path.questionnaire import Questionnaire
from pmo_path.reading import read_profile
from pmo_path.source import Document


@settings(max_examples=300)
@given(profile_data(), DAYS)
def test_the_profile_of_a_class_is_decided_as_each_of_its_profiles(data: dict[str, object], on: date) -> None:
    day = on_day(shipped(), on)
    profile = read_profile(Document("profile", data, {}), shipped().names)
    one, other = decide(day, profile), decide(day, reduced(day, profile))
    assert one.verdicts == other.verdicts
    assert one.next_steps == other.next_steps
    assert [(each.rank, each.plan.steps, each.grades) for each in one.ranked] == [
        (each.rank, each.plan.steps, each.grades) for each in other.ranked
    ]
    assert reduced(day, reduced(day, profile)) == reduced(day, profile)


def test_numbers_between_the_same_thresholds_are_one_class() -> None:
    day = on_day(shipped(), date(2026, 11, 22))
    assert thresholds(day)["years_in_projects"] == (0.0, 3.0)
    names = shipped().names
    classes = {
        reduced(day, read_profile(Document("profile", {"years_in_projects": years, "name": years}, {}), names))
        for years in ("0", "0.5", "1", "2.75", "3", "4", "30")
    }
    assert len(classes) == 4


def test_many_days_in_one_process_are_told_apart() -> None:
    closed = frozenset({"role", "experience_level"})
    days = [on_day(shipped(), date(2026, 11, 22 - number)) for number in (*range(10), 0)]
    asked = [Questionnaire(day).next_question(Profile(), closed) for day in days]
    assert asked[0] == asked[-1]
