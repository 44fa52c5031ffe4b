"""Values of a fact that a condition cannot tell apart."""

from __future__ import annotations

import pytest

from pmo_path.conditions.evaluate import evaluate, kleene
from pmo_path.conditions.facts import Facts
from pmo_path.conditions.inspect import leaves
from pmo_path.conditions.parse import parse
from pmo_path.conditions.partitions import cells
from pmo_path.core.scalars import Range

# Cells of whole numbers and of others: what lies between the values that are tried is never
# different.
LIMITED = {
    "pmos_managed": parse(
        {
            "any": [
                {"pmos_managed": "less than 1"},
                {"pmos_managed": "is 2"},
                {"pmos_managed": "more than 3.5"},
                {"pmos_managed": "at least 4"},
                {"pmos_managed": "more than 5"},
            ]
        }
    ),
    "years_in_pmo": parse(
        {
            "any": [
                {"years_in_pmo": "less than 1"},
                {"years_in_pmo": "is 2"},
                {"years_in_pmo": "at least 4"},
                {"years_in_pmo": "more than 5"},
            ]
        }
    ),
}


@pytest.mark.parametrize("fact", LIMITED)
@pytest.mark.parametrize("low", range(7))
@pytest.mark.parametrize("high", range(7))
def test_cells_of_a_number_are_all_that_a_condition_can_tell_apart(
    fact: str, low: int, high: int
) -> None:
    if low > high:
        return
    condition, within = LIMITED[fact], Facts({fact: Range(low, high)})
    step = 1.0 if fact == "pmos_managed" else 0.25
    values = [low + step * number for number in range(int((high - low) / step) + 1)]
    tried = [one.number(fact) for one in cells(condition, within, [fact])]
    assert all(one.low == one.high and low <= one.low <= high for one in tried)
    assert sorted({one.low for one in tried}) == [one.low for one in tried]

    def answers(numbers: list[float]) -> set[tuple[bool | None, ...]]:
        return {
            tuple(kleene(leaf, Facts({fact: Range(one, one)})) for leaf in leaves(condition))
            for one in numbers
        }

    assert answers([one.low for one in tried]) == answers(values)
    truths = {kleene(condition, Facts({fact: Range(one, one)})) for one in values}
    assert evaluate(condition, within).truth is (truths.pop() if len(truths) == 1 else None)
    whole = [one.low for one in tried if one.low.is_integer()]
    assert fact != "pmos_managed" or len(whole) == len(tried)


@pytest.mark.parametrize(
    ("fact", "points"),
    [("pmos_managed", [0, 1, 2, 3, 4]), ("years_in_pmo", [0, 0.5, 1, 2, 3, 3.5, 4])],
)
def test_a_number_that_may_be_any_is_tried_to_one_above_the_last_limit(
    fact: str, points: list[float]
) -> None:
    condition = parse({"any": [{fact: "less than 1"}, {fact: "at least 3"}]})
    assert [one.number(fact).low for one in cells(condition, Facts(), [fact])] == points
