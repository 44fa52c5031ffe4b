"""Facts that settle a condition on their own, and those that would have to change."""

from __future__ import annotations

import itertools

from hypothesis import given, settings
from strategies import (
    World,
    said,
    small_conditions,
    worlds,
    worlds_of,
)
from tried import tried
from two_valued import truth_of

from pmo_path.conditions.facts import Facts
from pmo_path.conditions.inspect import facts_read
from pmo_path.conditions.parse import parse
from pmo_path.conditions.sufficient_reasons import contrasts, sufficient_reasons
from pmo_path.conditions.syntax import (
    Condition,
)
from pmo_path.core.scalars import Range

THREE_YEARS = {"years_in_projects": "at least 3"}
PMP = {"holds any": ["pmp"]}


def hitting(families: tuple[frozenset[str], ...], facts: tuple[str, ...]) -> set[frozenset[str]]:
    """Return the minimal sets that meet every one of some sets."""
    every = (
        frozenset(one)
        for size in range(len(facts) + 1)
        for one in itertools.combinations(facts, size)
    )
    found: list[frozenset[str]] = []
    for one in every:
        if all(one & family for family in families) and not any(less <= one for less in found):
            found.append(one)
    return set(found)


@settings(max_examples=tried(60))
@given(small_conditions(), worlds())
def test_reasons_and_contrasts_are_hitting_sets_of_each_other(
    condition: Condition, world: World
) -> None:
    facts, read = said(world), facts_read(condition)
    why, why_not = sufficient_reasons(condition, facts), contrasts(condition, facts)
    assert set(why) == hitting(why_not, read)
    assert set(why_not) == hitting(why, read)
    assert len(set(why)) == len(why)


@settings(max_examples=tried(60))
@given(small_conditions(), worlds())
def test_a_reason_settles_whatever_the_rest_is(condition: Condition, world: World) -> None:
    facts, read = said(world), facts_read(condition)
    truth = truth_of(condition, world)
    for reason in sufficient_reasons(condition, facts):
        left = facts.free(frozenset(read) - reason)
        assert {truth_of(condition, one) for one in worlds_of(left, read)} == {truth}
        for fact in reason:
            assert {
                truth_of(condition, one) for one in worlds_of(left.free(frozenset({fact})), read)
            } == {True, False}


def test_reasons_of_a_small_example() -> None:
    condition = parse({"any": [THREE_YEARS, PMP]})
    both = Facts({"years_in_projects": Range(4, 4), "holds": frozenset({"pmp"})})
    assert set(sufficient_reasons(condition, both)) == {
        frozenset({"years_in_projects"}),
        frozenset({"holds"}),
    }
    assert contrasts(condition, both) == (frozenset({"years_in_projects", "holds"}),)
    assert sufficient_reasons(condition, Facts()) == ()
    assert contrasts(condition, Facts()) == ()
