"""The search for plans, held against trying every combination."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from plan_search import by_brute_force, stages

from pmo_path.engine.pareto import Measures, Span, total
from pmo_path.engine.plan_search import search, united

LIMITS = st.sampled_from((0.0, 2.0, 5.0, 100.0))


@settings(max_examples=300)
@given(stages(), LIMITS)
def test_it_finds_what_trying_everything_finds(made: list[list[Measures]], limit: float) -> None:
    def allowed(measures: Measures) -> bool:
        return total(measures.days.values()).low <= limit

    found = search(made, allowed)
    assert found.complete
    assert set(found.ways) == by_brute_force(made, allowed)


@given(stages(), LIMITS)
def test_every_way_is_allowed_or_refused_never_both(
    made: list[list[Measures]], limit: float
) -> None:
    def allowed(measures: Measures) -> bool:
        return total(measures.days.values()).low <= limit

    found = search(made, allowed)
    assert all(allowed(united(made, way)) for way in found.ways)
    assert not any(allowed(united(made, way)) for way in found.refused)


@given(stages())
def test_the_best_fit_for_the_target_comes_first(made: list[list[Measures]]) -> None:
    found = search(made, lambda measures: True)
    fits = [made[-1][way[-1]].fit for way in found.ways]
    assert fits == sorted(fits)


@given(stages(), st.integers(1, 3))
def test_cut_short_it_says_so_and_what_no_way_can_be_below(
    made: list[list[Measures]], most: int
) -> None:
    found, whole = search(made, lambda measures: True, most), search(made, lambda measures: True)
    assert found.complete or len(found.ways) + len(found.refused) <= most
    for way in whole.ways:
        measures = united(made, way)
        assert total(measures.days.values()).low >= found.least["days"]
        assert total(measures.money.values()).low >= found.least["money"]


def test_a_choice_that_another_replaces_is_not_tried() -> None:
    cheap = Measures((1,), {}, {"a": Span(1, 1)}, {}, 0)
    dear = Measures((1,), {}, {"b": Span(2, 2)}, {}, 0)
    stage = [cheap, *(Measures((2,), {}, {f"x{n}": Span(9, 9)}, {}, 0) for n in range(50)), dear]
    found = search([stage, stage[:1]], lambda measures: True, most=1)
    assert found.complete
    assert found.ways == ((0, 0),)
