"""What a condition reads, and what must be held for it to be met."""

from __future__ import annotations

from hypothesis import given
from strategies import (
    World,
    small_conditions,
    worlds,
)
from two_valued import truth_of

from pmo_path.conditions.inspect import certifications_read, facts_read, must_hold
from pmo_path.conditions.parse import parse
from pmo_path.conditions.syntax import (
    HOLDS,
    Combine,
    Condition,
    Named,
)

THREE_YEARS = {"years_in_projects": "at least 3"}


def test_certifications_are_read_from_what_is_held_alone_each_once() -> None:
    condition = parse(
        {
            "any": [
                {"goals": "includes basics"},
                {"not": {"holds all": ["b", "a"]}},
                {"holds any": ["a", "c"]},
                THREE_YEARS,
            ]
        }
    )
    assert certifications_read(condition) == ("b", "a", "c")
    assert facts_read(condition) == ("goals", "holds", "years_in_projects")


def test_must_hold() -> None:
    assert must_hold(Named("ready", "ready", parse({"holds all": ["a"]}))) == {"a"}
    assert must_hold(parse({"holds all": ["a", "b"]})) == {"a", "b"}
    assert must_hold(parse({"holds any": ["a", "b"]})) == frozenset()
    assert must_hold(parse({"any": [{"holds any": ["a"]}, {"holds all": ["a", "b"]}]})) == {"a"}
    assert must_hold(parse({"all": [THREE_YEARS, {"holds any": ["a"]}]})) == {"a"}
    assert must_hold(parse({"any": [THREE_YEARS, {"holds any": ["a"]}]})) == frozenset()
    assert must_hold(Combine(0, ())) == frozenset()


@given(small_conditions(), worlds())
def test_a_condition_that_is_met_has_what_it_must_hold(condition: Condition, world: World) -> None:
    if truth_of(condition, world):
        assert must_hold(condition) <= world[HOLDS]
    assert must_hold(condition) <= set(certifications_read(condition))
