"""What the employer works with, and the country: they order what suits alike, and no more."""

from __future__ import annotations

from datetime import date
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from strategies import DAYS, profile_data, shipped
from tried import tried

from pmo_path.core.documents import Document
from pmo_path.engine.decision import Decision, decide
from pmo_path.engine.ranking import CRITERIA
from pmo_path.model.on_day import on_day
from pmo_path.profile.meanings import WORKS_WITH
from pmo_path.profile.parse import read_profile

NAMES = [name for name, _ in CRITERIA]
STRONGER = NAMES.index("employer")  # how many criteria come before
ASKED = st.fixed_dictionaries(
    {
        "works_with": st.lists(st.sampled_from(WORKS_WITH), min_size=1, unique=True),
        "country": st.sampled_from(("US", "NL", "GB", "IN")),
    }
)
TODAY = st.just(date(2026, 11, 28))


def decision(data: dict[str, Any], on: date) -> Decision:
    return decide(on_day(shipped(), on), read_profile(Document("p", data, {}), shipped().names))


def on_routes(found: Decision) -> set[str]:
    return {step for route in found.ranked for step in route.plan.steps}


def test_they_come_after_entry_offer_goal_and_level() -> None:
    assert NAMES[:STRONGER] == ["open", "on-offer", "goal", "level"]
    assert NAMES[STRONGER:] == ["employer", "country", "type", "advised"]


@settings(max_examples=tried(100))
@given(profile_data(), ASKED, DAYS | TODAY)
def test_they_bring_in_nothing_that_does_not_fit_by_level(
    data: dict[str, Any], asked: dict[str, Any], on: date
) -> None:
    # Apart from IPMA PMO, advised for its language, and from distant aims, to which the best step
    # of each level leads.
    apart = (*asked, "reads", "target_level")
    data = {fact: value for fact, value in data.items() if fact not in apart}
    without, with_them = decision(data, on), decision({**data, **asked}, on)
    brought = on_routes(with_them) - on_routes(without)
    assert on_routes(without) <= on_routes(with_them)
    assert not any(shipped().certifications[name].career_levels for name in brought)


@settings(max_examples=tried(100))
@given(profile_data(), ASKED, DAYS | TODAY)
def test_they_put_nothing_first_that_is_worse_in_a_stronger_criterion(
    data: dict[str, Any], asked: dict[str, Any], on: date
) -> None:
    data = {fact: value for fact, value in data.items() if fact not in (*asked, "reads")}
    without, with_them = decision(data, on), decision({**data, **asked}, on)
    if without.ranked:
        first, now = without.ranked[0].grades, with_them.ranked[0].grades
        assert now[:STRONGER] <= first[:STRONGER]
