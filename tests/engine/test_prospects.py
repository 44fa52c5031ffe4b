"""Prospects taken from a decision about somebody else are those that are worked out anew."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from strategies import DAYS, profile_data, shipped
from tried import tried

from pmo_path.core.documents import Document
from pmo_path.engine.decision import decide
from pmo_path.model.on_day import on_day
from pmo_path.profile.parse import read_profile


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
    assert decide(day, two, near) == decide(day, two)


@pytest.mark.parametrize(
    ("held", "verdict"),
    [("pmp", "held"), ("pmp@2024-01-01", "held"), ("pmp@2010-01-01", "not_suitable")],
)
def test_a_neighbour_that_lapsed_is_not_held(held: str, verdict: str) -> None:
    person = read_profile(Document("profile", {"holds": [held]}, {}), shipped().names)
    assert decide(on_day(shipped(), date(2026, 11, 22)), person).verdicts["pmp"] == verdict
