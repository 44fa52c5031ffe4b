"""The condition language: what it accepts and refuses, and the laws that its answers keep."""

from __future__ import annotations

import itertools
import sqlite3
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from proof.conditions import sql
from strategies import (
    IMPLIES,
    NAMED,
    PAIRS,
    SMALL_FACTS,
    World,
    all_conditions,
    answered,
    known_of,
    said,
    small_conditions,
    worlds,
    worlds_of,
)

from pmo_path.conditions.evaluate import evaluate, kleene
from pmo_path.conditions.facts import Facts
from pmo_path.conditions.inspect import certifications_read, facts_read, leaves, must_hold
from pmo_path.conditions.parse import parse, to_data
from pmo_path.conditions.partitions import cells
from pmo_path.conditions.sufficient_reasons import contrasts, sufficient_reasons
from pmo_path.conditions.syntax import (
    HOLDS,
    ORDERED,
    Combine,
    Compare,
    Condition,
    Includes,
    Named,
    Not,
)
from pmo_path.core.errors import BadValueError
from pmo_path.core.scalars import Range

# --- the language --------------------------------------------------------------------


@given(all_conditions())
def test_a_condition_is_read_back_from_what_it_prints(condition: Condition) -> None:
    assert parse(to_data(condition), NAMED) == condition


def test_a_mapping_of_several_entries_asks_for_all_of_them() -> None:
    both = parse({"years_in_projects": "at least 3", "education": "at least secondary"})
    assert both == parse(
        {"all": [{"years_in_projects": "at least 3"}, {"education": "at least secondary"}]}
    )


def test_a_condition_is_printed_as_people_would_write_it() -> None:
    one, other = {"years_in_projects": "at least 2.5"}, {"education": "is none"}
    for data in (
        one,
        {"pmos_managed": "is 1"},
        {"goals": "includes basics or frameworks"},
        {"holds all": ["pmp", "ipmo-f"]},
        {"not": other},
        {"named": "seasoned"},
        {"all": [one, other]},
        {"any": [one, other]},
        {"at least": {"n": "2", "of": [one, other, other]}},
        {"all": []},
    ):
        assert to_data(parse(data, NAMED)) == data


@pytest.mark.parametrize("count", [1, 2, 3])
def test_some_of_a_list_may_be_one_of_it_or_all_of_it(count: int) -> None:
    three = [{"education": "is none"}] * 3
    assert parse({"at least": {"n": str(count), "of": three}}) == Combine(
        count, tuple(map(parse, three))
    )


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (None, "bad-condition"),
        ({}, "bad-condition"),
        ([], "bad-condition"),
        ("years_in_projects at least 3", "bad-condition"),
        ({"any": []}, "bad-condition"),
        ({"any": {"education": "is none"}}, "bad-condition"),
        ({"not": []}, "bad-condition"),
        ({"at least": []}, "bad-condition"),
        ({"at least": {"n": "1"}}, "bad-condition"),
        ({"at least": {"n": "0", "of": [{"education": "is none"}]}}, "bad-condition"),
        ({"at least": {"n": "2", "of": [{"education": "is none"}]}}, "bad-condition"),
        (
            {
                "at least": {
                    "n": "1.5",
                    "of": [{"education": "is none"}, {"goals": "includes basics"}],
                }
            },
            "bad-condition",
        ),
        ({"at least": {"n": "1-2", "of": [{"education": "is none"}] * 2}}, "bad-condition"),
        ({"named": ["seasoned"]}, "dangling-id"),
        ({"years_in_projects": "3"}, "bad-condition"),
        ({"years_in_projects": 3}, "bad-condition"),
        ({"years_in_projects": "at least"}, "bad-condition"),
        ({"years_in_projects": "at least 2-4"}, "bad-condition"),
        ({"years_in_projects": "at least three"}, "not-a-number"),
        ({"years_in_projects": "at least -1"}, "not-a-number"),
        ({"years_in_projects": "at least nan"}, "not-a-number"),
        ({"education": "at least doctorate"}, "dangling-id"),
        ({"goals": "includes fame"}, "dangling-id"),
        ({"goals": "is basics"}, "bad-condition"),
        ({"holds any": []}, "bad-condition"),
        ({"holds any": "pmp"}, "bad-condition"),
        ({"holds all": [["pmp"]]}, "bad-condition"),
        ({"named": "nobody"}, "dangling-id"),
        ({"shoe_size": "at least 42"}, "unknown-fact"),
        ({"name": "is Ada"}, "unknown-fact"),
    ],
)
def test_what_is_no_condition_is_refused(data: Any, code: str) -> None:
    with pytest.raises(BadValueError) as refused:
        parse(data, NAMED)
    assert refused.value.code == code


# --- small examples ------------------------------------------------------------------

THREE_YEARS = {"years_in_projects": "at least 3"}
PMP = {"holds any": ["pmp"]}
A, B = {"holds any": ["a"]}, {"holds any": ["b"]}
BASICS, IDEAS = {"goals": "includes basics"}, {"goals": "includes frameworks"}
LOW = Facts(choices={"career_level": frozenset({"entry", "analyst"})})


@pytest.mark.parametrize(
    ("data", "facts", "truth"),
    [
        ({"all": []}, Facts(), True),
        (THREE_YEARS, Facts(), None),
        (THREE_YEARS, Facts(numbers={"years_in_projects": Range(1, 2)}), False),
        (THREE_YEARS, Facts(numbers={"years_in_projects": Range(2, 4)}), None),
        (THREE_YEARS, Facts(numbers={"years_in_projects": Range(3, 9)}), True),
        ({"years_in_projects": "at least 0"}, Facts(), True),
        ({"years_in_projects": "less than 0"}, Facts(), False),
        ({"education": "at least none"}, Facts(), True),
        (
            {"career_level": "at least manager"},
            Facts(choices={"career_level": frozenset({"entry", "analyst"})}),
            False,
        ),
        (
            {"career_level": "is manager"},
            Facts(choices={"career_level": frozenset({"manager", "director"})}),
            None,
        ),
        (PMP, Facts(), None),
        (PMP, Facts(sets={"holds": frozenset()}), False),
        (PMP, Facts(at_least={"holds": frozenset({"pmp"})}), True),
        (PMP, Facts(at_least={"holds": frozenset({"ipmo-f"})}), None),
        ({"holds all": ["pmp", "ipmo-f"]}, Facts(sets={"holds": frozenset({"pmp"})}), False),
        ({"any": [THREE_YEARS, PMP]}, Facts(sets={"holds": frozenset({"pmp"})}), True),
        ({"all": [THREE_YEARS, PMP]}, Facts(sets={"holds": frozenset()}), False),
        ({"at least": {"n": "2", "of": [THREE_YEARS, PMP, {"all": []}]}}, Facts(), None),
        ({"not": THREE_YEARS}, Facts(numbers={"years_in_projects": Range(3, 3)}), False),
        ({"not": {"all": []}}, Facts(), False),
        # Kleene alone says unknown to these, and they are settled.
        ({"any": [{"career_level": "is entry"}, {"career_level": "is analyst"}]}, LOW, True),
        (
            {"any": [{"all": [A, B]}, {"all": [A, {"not": B}]}]},
            Facts(at_least={"holds": frozenset({"a"})}),
            True,
        ),
        (
            {"any": [{"all": [A, B]}, {"all": [A, B]}]},
            Facts(at_least={"holds": frozenset({"b"})}),
            None,
        ),
        ({"all": [A, {"any": [B, {"not": B}]}]}, Facts(), None),
        (
            {"any": [{"all": [BASICS, THREE_YEARS]}, {"all": [IDEAS, {"not": THREE_YEARS}]}]},
            Facts(sets={"goals": frozenset({"basics", "frameworks"})}),
            True,
        ),
        ({"any": [THREE_YEARS, {"not": THREE_YEARS}]}, Facts(), True),
        ({"all": [THREE_YEARS, {"years_in_projects": "less than 3"}]}, Facts(), False),
        (
            {"any": [{"years_in_projects": "at most 3"}, {"years_in_projects": "more than 3"}]},
            Facts(),
            True,
        ),
        (
            {"any": [{"years_in_projects": "less than 3"}, {"years_in_projects": "more than 3"}]},
            Facts(),
            None,
        ),
        (
            {
                "all": [
                    {"holds any": ["p3o-practitioner"]},
                    {"not": {"holds any": ["p3o-foundation"]}},
                ]
            },
            Facts(implies=PAIRS),
            False,
        ),
    ],
)
def test_answers(data: Any, facts: Facts, truth: bool | None) -> None:
    condition = parse(data)
    assert evaluate(condition, facts).truth is truth
    named = Named("it", "it", condition)
    assert evaluate(named, facts) == evaluate(condition, facts)
    assert evaluate(Combine(1, (Combine(0, ()), named)), facts).truth is True


@pytest.mark.parametrize(
    ("fact", "facts", "open_"),
    [
        ("years_in_pmo", Facts(), True),
        ("years_in_pmo", Facts(numbers={"years_in_pmo": Range(1, 2)}), True),
        ("years_in_pmo", Facts(numbers={"years_in_pmo": Range(2, 2)}), False),
        ("career_level", Facts(), True),
        ("career_level", LOW, True),
        ("career_level", Facts(choices={"career_level": frozenset({"entry"})}), False),
        ("holds", Facts(), True),
        ("holds", Facts(at_least={"holds": frozenset({"a"})}), True),
        ("holds", Facts(sets={"holds": frozenset()}), False),
    ],
)
def test_a_fact_is_open_while_it_may_have_more_than_one_value(
    fact: str, facts: Facts, open_: bool
) -> None:
    assert facts.open(fact) is open_


EVERYTHING = Facts(
    {"years_in_pmo": Range(1, 1), "years_in_projects": Range(2, 2)},
    {"career_level": frozenset({"entry"}), "education": frozenset({"none"})},
    {"goals": frozenset({"basics"}), "reads": frozenset({"nl"})},
    {"holds": frozenset({"a"}), "pmo_types": frozenset({"coe"})},
    IMPLIES,
)


def test_facts_are_freed_and_settled_one_by_one_and_the_others_stay() -> None:
    free = EVERYTHING.free(frozenset({"years_in_pmo", "career_level", "goals", "holds"}))
    assert free == Facts(
        {"years_in_projects": Range(2, 2)},
        {"education": frozenset({"none"})},
        {"reads": frozenset({"nl"})},
        {"pmo_types": frozenset({"coe"})},
        IMPLIES,
    )
    settled = EVERYTHING.settle(
        {"years_in_pmo": Range(3, 3), "education": "bachelor", "holds": frozenset()}
    )
    assert settled == Facts(
        {"years_in_pmo": Range(3, 3), "years_in_projects": Range(2, 2)},
        {"career_level": frozenset({"entry"}), "education": frozenset({"bachelor"})},
        {"goals": frozenset({"basics"}), "reads": frozenset({"nl"}), "holds": frozenset()},
        EVERYTHING.at_least,
        IMPLIES,
    )


def test_what_holding_proves_and_what_is_held_at_least_tell_answers_apart() -> None:
    """The same condition, of people who differ in that alone."""
    condition = parse(
        {"all": [{"holds any": ["p3o-practitioner"]}, {"not": {"holds any": ["p3o-foundation"]}}]}
    )
    assert evaluate(condition, Facts()).truth is None
    assert evaluate(condition, Facts(implies=PAIRS)).truth is False
    held = parse(A)
    assert evaluate(held, Facts(implies=PAIRS)).truth is None
    assert evaluate(held, Facts(at_least={"holds": frozenset({"a"})}, implies=PAIRS)).truth is True


@pytest.mark.parametrize(
    ("how", "below", "at", "above"),
    [
        ("at least", False, True, True),
        ("at most", True, True, False),
        ("more than", False, False, True),
        ("less than", True, False, False),
        ("is", False, True, False),
    ],
)
def test_thresholds(how: str, below: bool, at: bool, above: bool) -> None:
    number = parse({"years_in_projects": f"{how} 3"})
    for years, truth in ((2.999999, below), (3, at), (3.000001, above)):
        assert (
            evaluate(number, Facts(numbers={"years_in_projects": Range(years, years)})).truth
            is truth
        )
    choice = parse({"career_level": f"{how} manager"})
    for level, truth in (("analyst", below), ("manager", at), ("director", above)):
        assert evaluate(choice, Facts(choices={"career_level": frozenset({level})})).truth is truth


def test_an_unknown_answer_names_only_what_can_still_settle_it() -> None:
    condition = parse({"all": [THREE_YEARS, PMP, {"education": "at least secondary"}]})
    facts = Facts(
        numbers={"years_in_projects": Range(5, 9)}, choices={"education": frozenset({"bachelor"})}
    )
    assert evaluate(condition, facts).missing == ("holds",)


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


# Cells of whole numbers and of others: what lies between the values that are tried is never different.
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
    condition, within = LIMITED[fact], Facts(numbers={fact: Range(low, high)})
    step = 1.0 if fact == "pmos_managed" else 0.25
    values = [low + step * number for number in range(int((high - low) / step) + 1)]
    tried = [one.numbers[fact] for one in cells(condition, within, [fact])]
    assert all(one.low == one.high and low <= one.low <= high for one in tried)
    assert sorted({one.low for one in tried}) == [one.low for one in tried]

    def answers(numbers: list[float]) -> set[tuple[bool | None, ...]]:
        return {
            tuple(
                kleene(leaf, Facts(numbers={fact: Range(one, one)})) for leaf in leaves(condition)
            )
            for one in numbers
        }

    assert answers([one.low for one in tried]) == answers(values)
    truths = {kleene(condition, Facts(numbers={fact: Range(one, one)})) for one in values}
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
    assert [one.numbers[fact].low for one in cells(condition, Facts(), [fact])] == points


def test_many_conditions_and_many_people_are_all_answered() -> None:
    """More than are remembered at once: what is forgotten is worked out again."""
    for number in range(10_050):
        condition = Compare("years_in_pmo", "at least", float(number))
        assert evaluate(condition, Facts(numbers={"years_in_pmo": Range(5000, 5000)})).truth is (
            number <= 5000
        )
    condition = Compare("years_in_pmo", "at least", 5000.0)
    for number in range(10_050):
        assert evaluate(
            condition, Facts(numbers={"years_in_pmo": Range(number, number)})
        ).truth is (number >= 5000)


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


# --- laws ----------------------------------------------------------------------------


def truth_of(condition: Condition, world: World) -> bool:
    """Answer a condition where everything is known: two values, and nothing of the package but its shapes."""
    match condition:
        case Compare(fact, how, limit):
            value = world[fact]
            if isinstance(limit, str):
                value, limit = ORDERED[fact].index(value), ORDERED[fact].index(limit)
            tests: dict[str, bool] = {
                "at least": value >= limit,
                "at most": value <= limit,
                "more than": value > limit,
                "less than": value < limit,
                "is": value == limit,
            }
            return tests[how]
        case Includes(fact, how, members):
            return (any if how == "any" else all)(one in world[fact] for one in members)
        case Not(part):
            return not truth_of(part, world)
        case Named(_, _, part):
            return truth_of(part, world)
        case Combine(count, parts):
            return sum(truth_of(part, world) for part in parts) >= count


@st.composite
def cases(draw: st.DrawFn) -> tuple[Condition, World, Facts]:
    """A condition, a world, and what is known of that world."""
    world = draw(worlds())
    return draw(small_conditions()), world, draw(known_of(world))


@given(cases())
def test_exact_equals_trying_every_world(case: tuple[Condition, World, Facts]) -> None:
    condition, _, facts = case
    truths = {truth_of(condition, world) for world in worlds_of(facts, facts_read(condition))}
    assert evaluate(condition, facts).truth is (truths.pop() if len(truths) == 1 else None)


@given(cases())
def test_kleene_never_disagrees_with_exact(case: tuple[Condition, World, Facts]) -> None:
    condition, _, facts = case
    quick = kleene(condition, facts)
    assert quick is None or quick is evaluate(condition, facts).truth


@given(cases(), st.frozensets(st.sampled_from(SMALL_FACTS)))
def test_more_answers_never_flip_a_settled_verdict(
    case: tuple[Condition, World, Facts], chosen: frozenset[str]
) -> None:
    condition, world, facts = case
    before = evaluate(condition, facts).truth
    after = evaluate(condition, answered(facts, world, chosen)).truth
    assert before is None or after is before


@given(cases())
def test_the_facts_that_are_missing_settle_an_unknown_verdict(
    case: tuple[Condition, World, Facts],
) -> None:
    condition, _, facts = case
    verdict = evaluate(condition, facts)
    if verdict.truth is not None:
        assert verdict.missing == ()
        return
    assert verdict.missing
    assert all(facts.open(fact) for fact in verdict.missing)
    truths = {
        evaluate(condition, one).truth for one in cells(condition, facts, list(verdict.missing))
    }
    assert truths == {True, False}


@given(cases(), worlds())
def test_a_fact_that_is_not_read_changes_nothing(
    case: tuple[Condition, World, Facts], other: World
) -> None:
    condition, _, facts = case
    unread = frozenset(SMALL_FACTS) - set(facts_read(condition))
    assert evaluate(condition, answered(facts, other, unread)) == evaluate(condition, facts)
    assert evaluate(condition, facts.free(unread)) == evaluate(condition, facts)


@given(st.lists(small_conditions(3), min_size=1, max_size=3), st.data())
def test_de_morgan(parts: list[Condition], data: st.DataObject) -> None:
    facts = data.draw(known_of(data.draw(worlds())))
    yes, no = tuple(parts), tuple(Not(part) for part in parts)
    for one, other in (
        (Not(Combine(len(yes), yes)), Combine(1, no)),
        (Not(Combine(1, yes)), Combine(len(no), no)),
    ):
        assert evaluate(one, facts) == evaluate(other, facts)
        assert kleene(one, facts) is kleene(other, facts)


@given(st.lists(small_conditions(3), min_size=1, max_size=3), st.data())
def test_some_of_a_list_is_any_of_all_of_its_choices(
    parts: list[Condition], data: st.DataObject
) -> None:
    facts = data.draw(known_of(data.draw(worlds())))
    count = data.draw(st.integers(1, len(parts)))
    choices = tuple(Combine(count, one) for one in itertools.combinations(parts, count))
    assert kleene(Combine(count, tuple(parts)), facts) is kleene(Combine(1, choices), facts)


# --- reasons and contrasts -----------------------------------------------------------


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


@settings(max_examples=60)
@given(small_conditions(), worlds())
def test_reasons_and_contrasts_are_hitting_sets_of_each_other(
    condition: Condition, world: World
) -> None:
    facts, read = said(world), facts_read(condition)
    why, why_not = sufficient_reasons(condition, facts), contrasts(condition, facts)
    assert set(why) == hitting(why_not, read)
    assert set(why_not) == hitting(why, read)
    assert len(set(why)) == len(why)


@settings(max_examples=60)
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
    both = Facts(numbers={"years_in_projects": Range(4, 4)}, sets={"holds": frozenset({"pmp"})})
    assert set(sufficient_reasons(condition, both)) == {
        frozenset({"years_in_projects"}),
        frozenset({"holds"}),
    }
    assert contrasts(condition, both) == (frozenset({"years_in_projects", "holds"}),)
    assert sufficient_reasons(condition, Facts()) == ()
    assert contrasts(condition, Facts()) == ()


# --- against SQLite, an evaluator that is not ours -------------------------------------


def columns(condition: Condition, facts: Facts) -> dict[str, float | None]:
    """Return the columns that a condition reads, with what is known."""
    row: dict[str, float | None] = {}
    for fact in SMALL_FACTS:
        if fact in facts.numbers:
            row[fact] = facts.numbers[fact].low
        elif fact in facts.choices:
            row[fact] = ORDERED[fact].index(next(iter(facts.choices[fact])))
        else:
            row[fact] = None
    for fact, known in (
        ("goals", ("basics", "set-up-pmo")),
        ("holds", ("p3o-foundation", "p3o-practitioner", "pmp")),
    ):
        for one in known:
            complete = facts.sets.get(fact)
            row[f"{fact}:{one}"] = None if complete is None else int(one in complete)
    return row


@settings(max_examples=200)
@given(small_conditions(8), st.data())
def test_sqlite_gives_the_same_three_answers(condition: Condition, data: st.DataObject) -> None:
    facts = data.draw(known_of(data.draw(worlds()), partly=False))
    row = columns(condition, facts)
    source = ", ".join(f'? AS "{name}"' for name in row)
    database = sqlite3.connect(":memory:")
    (answer,) = database.execute(
        f"SELECT {sql(condition)} FROM (SELECT {source})", list(row.values())
    ).fetchone()
    database.close()
    assert kleene(condition, facts) is (None if answer is None else bool(answer))
