"""What a condition reads, what must be held for it to be met, and what of it is published."""

from __future__ import annotations

from hypothesis import given
from strategies import (
    World,
    small_conditions,
    worlds,
)
from two_valued import truth_of

from pmo_path.conditions.evaluate import evaluate
from pmo_path.conditions.facts import Facts
from pmo_path.conditions.inspect import (
    certifications_read,
    facts_read,
    must_hold,
    reads_of,
    without_judgements,
)
from pmo_path.conditions.parse import parse
from pmo_path.conditions.syntax import (
    HOLDS,
    Combine,
    Condition,
    Named,
    Not,
)
from pmo_path.core.memory import forget

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


def test_what_a_condition_reads_is_awards_by_name_and_other_facts() -> None:
    forget()  # what was remembered before would be told
    years, held = {"years_in_pmo": "at least 4"}, {"holds any": ["a", "b"]}
    assert reads_of(parse({"all": [years, held]})) == (("years_in_pmo",), frozenset({"a", "b"}))
    assert reads_of(parse({"all": [years]})) == (("years_in_pmo",), None)
    assert reads_of(parse({"all": [held]})) == ((), frozenset({"a", "b"}))


def test_must_hold() -> None:
    assert must_hold(Named("ready", "ready", parse({"holds all": ["a"]}))) == {"a"}
    assert must_hold(parse({"holds all": ["a", "b"]})) == {"a", "b"}
    assert must_hold(parse({"holds any": ["a", "b"]})) == frozenset()
    assert must_hold(parse({"any": [{"holds any": ["a"]}, {"holds all": ["a", "b"]}]})) == {"a"}
    assert must_hold(parse({"all": [THREE_YEARS, {"holds any": ["a"]}]})) == {"a"}
    assert must_hold(parse({"any": [THREE_YEARS, {"holds any": ["a"]}]})) == frozenset()
    assert must_hold(Combine(0, ())) == frozenset()


def test_what_must_not_have_lapsed_is_a_part_of_what_must_be_held() -> None:
    held, valid = {"holds all": ["a", "b"]}, {"valid all": ["b", "c"]}
    for condition, needed in (
        (parse(held), set()),
        (parse(valid), {"b", "c"}),
        (Named("ready", "ready", parse(held)), set()),
        (Named("ready", "ready", parse(valid)), {"b", "c"}),
        (parse({"all": [held, valid]}), {"b", "c"}),
        (parse({"any": [held, valid]}), set()),
        (parse({"any": [valid, {"valid any": ["b"]}]}), {"b"}),
    ):
        assert must_hold(condition, valid=True) == needed
        assert must_hold(condition) >= needed
    assert must_hold(parse({"any": [held, valid]})) == {"b"}


def test_our_own_judgements_are_never_met_where_only_what_is_published_counts() -> None:
    published, level = parse(THREE_YEARS), parse({"career_level": "at least manager"})
    named, ours = Named("seasoned", "seasoned", published), Named("ready", "ready", published, True)
    for condition in (published, named, Not(published)):
        assert without_judgements(condition) == condition
    for condition in (level, ours, Named("senior", "senior", level)):
        assert evaluate(without_judgements(condition), Facts()).truth is False
    either = Combine(1, (level, named, ours))
    assert facts_read(without_judgements(either)) == ("years_in_projects",)


@given(small_conditions(), worlds())
def test_a_condition_that_is_met_has_what_it_must_hold(condition: Condition, world: World) -> None:
    if truth_of(condition, world):
        assert must_hold(condition) <= world[HOLDS]
    assert must_hold(condition) <= set(certifications_read(condition))
