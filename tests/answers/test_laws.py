"""What holds for every advice, whoever asks and on whatever day."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import cache
from typing import Any, get_args

import pytest
from advice_laws import LAWS, Told, verdicts
from goldens import PEOPLE, profile_of
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from proof.sentences import texts
from readings import read
from strategies import DAYS, profile_data, shipped
from tried import tried

from pmo_path.answers.advise import advise
from pmo_path.contract.advice import VerdictWord
from pmo_path.core.json_text import json_data
from pmo_path.core.scalars import parse_day
from pmo_path.engine.decision import decide
from pmo_path.model.on_day import on_day
from pmo_path.profile.meanings import EDUCATION, GOALS
from pmo_path.profile.profile import Profile
from pmo_path.reports.json import render

# Those who ask for the most demanding certifications with the least to show.
SHORT_OF = st.fixed_dictionaries(
    {
        "experience_level": st.sampled_from(("analyst", "manager", "director")),
        "years_in_projects": st.integers(0, 4),
        "pmo_education_hours": st.sampled_from((0, 5, 10, "5-15")),
    },
    optional={
        "education": st.sampled_from(EDUCATION),
        "holds": st.sampled_from(("none", "pmp", ["pmo-cp", "p3o-foundation@2020-01-01"])),
        "goals": st.sampled_from(GOALS),
        "reads": st.sampled_from(("en", ["en", "nl"])),
    },
)
ASKING = st.tuples(profile_data(), DAYS) | st.tuples(
    SHORT_OF, st.dates(date(2023, 1, 1), date(2030, 12, 31))
)


def told_on(profile: Profile, day: date) -> Told:
    decision = decide(on_day(shipped(), day), profile)
    return Told(profile, day, advise(shipped(), profile, day), decision)


@cache
def people() -> list[Told]:
    """Return many people on many days and those of the golden files.

    Those who say least come first: what fails, fails on a simple case.
    """
    found: dict[tuple[Profile, date], Told] = {}

    @settings(max_examples=100, database=None)
    @given(ASKING)
    def collect(asking: tuple[dict[str, Any], date]) -> None:
        profile, day = read(asking[0]), asking[1]
        found[profile, day] = told_on(profile, day)

    collect()
    for person, asked in PEOPLE.items():
        profile, day = profile_of(person, shipped()), parse_day(asked["on"])
        found[profile, day] = told_on(profile, day)
    return sorted(found.values(), key=lambda told: len(told.profile.plain()))


@pytest.mark.parametrize("law", LAWS, ids=lambda law: law.__name__)
def test_law(law: Callable[[Told], None]) -> None:
    assert len(people()) > 50
    for told in people():
        law(told)


def test_people_are_of_all_kinds() -> None:
    """The laws would say little if everybody were told the same."""
    advices = [told.advice for told in people()]
    assert {verdict for told in people() for verdict in verdicts(told).values()} == set(
        get_args(VerdictWord)
    )
    steps = [step for advice in advices for route in advice.routes for step in route.steps]
    assert {step.action for step in steps} == {"obtain", "renew"}
    assert {step.eligibility for step in steps} == {"met", "unknown"}
    assert any(len(route.steps) > 1 for advice in advices for route in advice.routes)
    assert any(len(advice.next_steps) > 1 for advice in advices)
    assert any(not advice.routes for advice in advices)
    assert any(one.smallest_change for advice in advices for one in advice.considered)
    assert any(one.decides for advice in advices for one in advice.missing_facts)


@settings(max_examples=tried(15))
@given(profile_data(), DAYS)
def test_the_same_question_has_the_same_answer(data: dict[str, Any], day: date) -> None:
    one, other = advise(shipped(), read(data), day), advise(shipped(), read(data), day)
    assert one == other
    assert render(one).encode() == render(other).encode()


@settings(max_examples=tried(15))
@given(profile_data(), profile_data(), DAYS)
def test_who_changes_his_json_changes_nobody_else_s(
    one: dict[str, Any], other: dict[str, Any], day: date
) -> None:
    answers = [json_data(advise(shipped(), read(data), day)) for data in (one, other, other)]
    held = [part for answer in answers for part in changeable(answer)]
    assert len({id(part) for part in held}) == len(held)
    assert len(held) > 100


def changeable(data: Any) -> list[Any]:
    """Return every object and list of JSON data."""
    if not isinstance(data, dict | list):
        return []
    inner = data.values() if isinstance(data, dict) else data
    return [data, *(part for item in inner for part in changeable(item))]


@settings(max_examples=tried(15))
@given(profile_data(), DAYS, st.randoms(use_true_random=False))
def test_the_order_of_a_list_makes_no_difference(
    data: dict[str, Any], day: date, chance: Any
) -> None:
    other = {
        key: chance.sample(value, len(value)) if isinstance(value, list) else value
        for key, value in data.items()
    }
    other = dict(chance.sample(sorted(other.items()), len(other)))
    assert render(advise(shipped(), read(other), day)) == render(advise(shipped(), read(data), day))


@settings(max_examples=tried(15))
@given(profile_data(), DAYS, st.text(min_size=1).filter(str.strip) | st.just("{name} None [bold]"))
def test_a_name_is_only_echoed(data: dict[str, Any], day: date, name: str) -> None:
    without = advise(shipped(), replace(read(data), name=None), day)
    named = advise(shipped(), read({**data, "name": name}), day)
    assert named.profile["name"] == name.strip()
    assert replace(named, profile=without.profile) == without


@settings(max_examples=tried(15))
@given(
    st.text(min_size=1).filter(str.strip)
    | st.sampled_from(["{role}", "{0}", "\x1b[31mPMO", "PMO\u202eanalyst"]),
    DAYS,
)
def test_any_title_gets_an_advice(role: str, day: date) -> None:
    advice = advise(shipped(), read({"role": role}), day)
    assert advice.profile["role"] == role.strip()
    for key, value in texts({**json_data(advice), "profile": {}}):
        assert not isinstance(value, str) or value.isprintable(), key
