"""Dominance between plans: sure only where it is, and never by what both share."""

from __future__ import annotations

import math

from hypothesis import given
from hypothesis import strategies as st
from plan_search import measures, spans

from pmo_path.engine.pareto import Measures, Span, dominates, private, surely_better, total


def plan(fit: int = 1, confidence: int = 0, **days: Span) -> Measures:
    return Measures((fit,), days, {}, {}, confidence)


def test_what_both_take_cancels_though_nobody_knows_it() -> None:
    unknown, two = Span(0, math.inf), Span(2, 2)
    assert dominates(plan(exam=unknown), plan(exam=unknown, more=two))
    assert not dominates(plan(exam=unknown, more=two), plan(exam=unknown))


def test_unknown_is_neither_more_nor_less() -> None:
    unknown, two = plan(one=Span(0, math.inf)), plan(other=Span(2, 2))
    assert not dominates(unknown, two)
    assert not dominates(two, unknown)
    assert surely_better(unknown, two) == ()


def test_a_range_is_less_only_if_all_of_it_is() -> None:
    assert "days" in surely_better(plan(one=Span(1, 2)), plan(other=Span(3, 4)))
    assert "days" not in surely_better(plan(one=Span(1, 3)), plan(other=Span(3, 4)))


def test_a_better_fit_does_not_outweigh_a_worse_chance_of_being_on_offer() -> None:
    sure, fit = plan(fit=2), plan(fit=1, confidence=1)
    assert not dominates(fit, sure)
    assert not dominates(sure, fit)


@given(measures(), measures())
def test_no_plan_dominates_itself_or_one_that_dominates_it(one: Measures, other: Measures) -> None:
    assert not dominates(one, one)
    assert not (dominates(one, other) and dominates(other, one))


@given(measures(), measures(), measures())
def test_what_is_dominated_is_dominated_by_what_dominates_that(
    one: Measures, other: Measures, third: Measures
) -> None:
    if dominates(one, other) and dominates(other, third):
        assert dominates(one, third)


@given(st.dictionaries(st.sampled_from("abc"), spans()), st.sets(st.sampled_from("abc")))
def test_a_sum_of_parts_is_the_sum_of_the_shared_and_of_the_others(
    taken: dict[str, Span], shared: set[str]
) -> None:
    rest = {part: span for part, span in taken.items() if part in shared}
    parts = total((private(taken, dict.fromkeys(shared, Span(0, 0))), total(rest.values())))
    assert parts == total(taken.values())
