"""Profiles of one class: the same is decided about all of them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from strategies import DAYS, profile_data, shipped
from tried import tried

from pmo_path.answers import counterfactuals
from pmo_path.answers.counterfactuals import smallest_change
from pmo_path.answers.missing_facts import is_open, missing_facts
from pmo_path.core.documents import Document
from pmo_path.engine.decision import decide
from pmo_path.engine.equivalence import representative_profile
from pmo_path.engine.possible_answers import candidate_answers
from pmo_path.interview.question_selection import Questionnaire
from pmo_path.model.on_day import on_day
from pmo_path.profile.facts import FACTS
from pmo_path.profile.parse import read_profile
from pmo_path.profile.profile import Profile, with_facts

# What entry may ask more of than somebody has.
NUMBERS = st.fixed_dictionaries(
    {
        "years_in_projects": st.sampled_from(["0", "1", "2.5", "4"]),
        "pmo_education_hours": st.sampled_from(["0", "4", "12"]),
        "education": st.sampled_from(["none", "secondary", "bachelor"]),
    }
)


@settings(max_examples=tried(300))
@given(profile_data(), DAYS)
def test_the_profile_of_a_class_is_decided_as_each_of_its_profiles(
    data: dict[str, object], on: date
) -> None:
    day = on_day(shipped(), on)
    profile = read_profile(Document("profile", data, {}), shipped().names)
    one, other = decide(day, profile), decide(day, representative_profile(day, profile))
    assert one.verdicts == other.verdicts
    assert one.next_steps == other.next_steps
    assert [(each.rank, each.plan.steps, each.grades) for each in one.ranked] == [
        (each.rank, each.plan.steps, each.grades) for each in other.ranked
    ]
    assert one.found == other.found
    assert one.for_class(representative_profile(day, profile)) == other
    assert representative_profile(
        day, representative_profile(day, profile)
    ) == representative_profile(day, profile)


@settings(max_examples=tried(100))
@given(profile_data(), DAYS)
@example({"experience_level": "manager", "years_in_pmo": "0-2"}, date(2009, 1, 1))
@example(
    {
        "experience_level": "analyst",
        "target_level": "manager",
        "experience_accepted": "no",
        "holds_other": [{"name": "Zaphod Master"}, {"name": "Trillian Master"}],
    },
    date(2026, 1, 10),
)
@example(  # who leads people is read as an analyst first, from whom a manager is not far
    {
        "role": "project support officer",
        "target_level": "manager",
        "experience_accepted": "no",
        "pmo_types": [],
    },
    date(2019, 1, 1),
)
@example(  # the kind of CAPM is listed, so it is not open
    {
        "role": "PMO analyst",
        "target_level": "manager",
        "experience_accepted": "no",
        "holds_other": ["CAPM"],
        "holds": [],
    },
    date(2023, 2, 1),
)
def test_what_is_missing_is_what_each_answer_really_changes(
    data: dict[str, object], on: date
) -> None:
    day = on_day(shipped(), on)
    profile = read_profile(Document("profile", data, {}), shipped().names)
    decision = decide(day, profile)
    found = {one.fact: one for one in missing_facts(decision)}
    for row in FACTS:
        if not is_open(decision, row):
            assert row.key not in found
            continue
        tried = {
            answer: decide(day, with_facts(profile, {row.key: value}))
            for answer, value in candidate_answers(day, profile, row)
        }
        changed = {
            name
            for one in tried.values()
            for name, verdict in one.verdicts.items()
            if verdict != decision.verdicts[name] and (row.key != "holds" or verdict != "held")
        }
        if row.key not in found:
            assert not changed
            continue
        assert changed <= set(found[row.key].could_change)
        decides = {
            answer: one.next_steps
            for answer, one in tried.items()
            if one.next_steps != decision.next_steps
        }
        assert {one.answer: one.next_steps for one in found[row.key].decides} == decides


@settings(max_examples=tried(100), suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=profile_data(), numbers=NUMBERS, on=DAYS)
def test_the_cheapest_change_is_told_from_the_profile_itself(
    data: dict[str, object], numbers: dict[str, object], on: date, monkeypatch: pytest.MonkeyPatch
) -> None:
    day = on_day(shipped(), on)
    decision = decide(
        day, read_profile(Document("profile", {**data, **numbers}, {}), shipped().names)
    )
    found = {one: smallest_change(decision, one) for one in day.catalogue.certifications}
    with monkeypatch.context() as patch:
        patch.setattr(
            counterfactuals, "representative_profile", lambda day, profile, *exact: profile
        )
        assert {
            one: smallest_change(decision, one) for one in day.catalogue.certifications
        } == found


def test_what_no_comparison_tells_apart_is_one_class() -> None:
    day, names = on_day(shipped(), date(2026, 11, 22)), shipped().names

    def classes(fact: str, *values: object, **also: object) -> int:
        data: list[dict[str, object]] = [
            {fact: value, "name": str(value), **also} for value in values
        ]
        return len(
            {
                representative_profile(day, read_profile(Document("profile", one, {}), names))
                for one in data
            }
        )

    years = ("0", "0.5", "1", "2.75", "3", "4", "30")
    assert (
        classes("years_in_projects", *years) == 4
    )  # a level is read from none or some; entry asks for three, or five
    assert classes("years_in_projects", *years, role="PMO analyst") == 4
    assert (
        classes("years_in_projects", "0-1", "0-2", role="PMO analyst") == 2
    )  # ranges are left as they are
    assert classes("role", "PMO analyst", "pmo analyst", "PMO analyste", None) == 2
    countries = ("NL", "US", "GB", "FR", "DE", None)
    assert classes("country", *countries) == 5  # three that rules name, and others
    assert classes("works_with", ["pmi"], ["pmi", "own"], ["own"], None) == 3
    assert classes("hours_per_week", "1", "40", None) == 1


def test_many_days_in_one_process_are_told_apart() -> None:
    closed = frozenset({"role", "experience_level"})
    days = [on_day(shipped(), date(2026, 11, 22 - number)) for number in (*range(10), 0)]
    asked = [Questionnaire(day).next_question(Profile(), closed) for day in days]
    assert asked[0] == asked[-1]
