"""What is known of other people saves work, and changes no decision."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from strategies import DAYS, profile_data, shipped
from tried import tried

from pmo_path.core.documents import Document
from pmo_path.core.memory import forget
from pmo_path.engine.decision import decide, decision_in
from pmo_path.engine.situation import knowing, read_case
from pmo_path.model.on_day import on_day
from pmo_path.profile.facts import BY_KEY
from pmo_path.profile.parse import read_profile
from pmo_path.profile.profile import with_facts


@settings(max_examples=tried(300))
@given(profile_data(), profile_data(), st.lists(st.booleans(), min_size=40, max_size=40), DAYS)
def test_a_decision_near_another_is_the_decision(
    data: dict[str, Any], other: dict[str, Any], taken: list[bool], on: date
) -> None:
    day = on_day(shipped(), on)
    mixed = data | {
        fact: value for (fact, value), take in zip(other.items(), taken, strict=False) if take
    }
    one, two = (
        read_profile(Document("profile", said, {}), shipped().names) for said in (data, mixed)
    )
    near = decide(day, one)
    assert decision_in(read_case(day, two), near) == decide(day, two)


@settings(max_examples=tried(200), deadline=None)
@given(st.lists(profile_data(), min_size=2, max_size=4), DAYS)
def test_what_is_remembered_of_others_changes_no_decision(
    people: list[dict[str, Any]], on: date
) -> None:
    profiles = [read_profile(Document("profile", data, {}), shipped().names) for data in people]
    after_others = [decide(on_day(shipped(), on), profile) for profile in profiles][-1]
    forget()
    alone = decide(on_day(shipped(), on), profiles[-1])
    assert (after_others.ranked, after_others.verdicts) == (alone.ranked, alone.verdicts)


@settings(max_examples=tried(200))
@given(profile_data(), profile_data(), DAYS)
def test_who_says_something_else_has_the_case_of_that_profile(
    data: dict[str, Any], other: dict[str, Any], on: date
) -> None:
    day = on_day(shipped(), on)
    profile, said = (
        read_profile(Document("profile", each, {}), shipped().names) for each in (data, other)
    )
    case = read_case(day, profile)
    for fact in other:
        if fact in BY_KEY and (value := getattr(said, fact)) is not None:
            changed = {fact: value}
            anew = read_case(day, with_facts(case.profile, changed))
            # Awards of a later day are no part of the profile of a case.
            assert replace(knowing(case, changed), not_yet=()) == replace(anew, not_yet=())


@pytest.mark.parametrize(
    ("held", "verdict"),
    [("pmp", "held"), ("pmp@2024-01-01", "held"), ("pmp@2010-01-01", "not_suitable")],
)
def test_a_neighbour_that_lapsed_is_not_held(held: str, verdict: str) -> None:
    person = read_profile(Document("profile", {"holds": [held]}, {}), shipped().names)
    assert decide(on_day(shipped(), date(2026, 11, 22)), person).verdicts["pmp"] == verdict
