"""The search for plans, held against trying every combination."""

from __future__ import annotations

from math import prod

from hypothesis import given, settings
from hypothesis import strategies as st
from plan_search import by_brute_force, stages
from tried import tried

from pmo_path.engine.pareto import Measures, total
from pmo_path.engine.plan_search import Found, search

LIMITS = st.sampled_from((0.0, 2.0, 5.0, 100.0))


@settings(max_examples=tried(300))
@given(stages(), LIMITS)
def test_it_finds_what_trying_everything_finds(made: list[list[Measures]], limit: float) -> None:
    def allowed(found: Found) -> bool:
        return total(found.measures.days.values()).low <= limit

    found = search(made, allowed)
    assert found.complete
    kept = {one.way for one in found.allowed if found.is_undominated(one)}
    assert kept == by_brute_force(made, allowed)


@given(stages(), LIMITS)
def test_every_way_is_allowed_or_refused_never_both(
    made: list[list[Measures]], limit: float
) -> None:
    def allowed(found: Found) -> bool:
        return total(found.measures.days.values()).low <= limit

    found = search(made, allowed)
    assert all(map(allowed, found.allowed))
    assert not any(map(allowed, found.refused))
    assert len(found.allowed) + len(found.refused) == prod(map(len, made))


@given(stages())
def test_the_best_fit_for_the_target_comes_first(made: list[list[Measures]]) -> None:
    found = search(made, lambda found: True)
    fits = [made[-1][one.way[-1]].fit for one in found.allowed]
    assert fits == sorted(fits)


@given(stages(), st.integers(1, 3))
def test_cut_short_it_says_so_and_what_no_way_can_be_below(
    made: list[list[Measures]], most: int
) -> None:
    found, whole = search(made, lambda found: True, most), search(made, lambda found: True)
    assert found.complete == (prod(map(len, made)) <= most)
    assert len(found.allowed) == min(most, prod(map(len, made)))
    assert {one.way for one in found.allowed} <= {one.way for one in whole.allowed}
    for one in whole.allowed:
        assert total(one.measures.days.values()).low >= found.least["days"]
        assert total(one.measures.money.values()).low >= found.least["money"]


def test_cut_short_it_has_tried_what_is_nearest_to_the_best() -> None:
    stage = [Measures((place,), {}, {}, {}, 0) for place in range(9)]
    found = search([stage, stage], lambda found: True, most=6)
    assert {one.way for one in found.allowed} == {(0, 0), (0, 1), (1, 0), (0, 2), (1, 1), (2, 0)}
