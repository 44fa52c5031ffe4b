"""The laws that verdicts keep, and SQLite as an evaluator that is not ours."""

from __future__ import annotations

import itertools
import sqlite3

from hypothesis import given, settings
from hypothesis import strategies as st
from proof.conditions import sql
from strategies import (
    SMALL_FACTS,
    World,
    answered,
    known_of,
    small_conditions,
    worlds,
    worlds_of,
)
from tried import tried
from two_valued import truth_of

from pmo_path.conditions.evaluate import evaluate, kleene
from pmo_path.conditions.facts import Facts
from pmo_path.conditions.inspect import facts_read
from pmo_path.conditions.partitions import cells
from pmo_path.conditions.remainder import remainder
from pmo_path.conditions.syntax import (
    ORDERED,
    Combine,
    Condition,
    Not,
)


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


@given(cases(), st.frozensets(st.sampled_from(SMALL_FACTS)))
def test_what_is_left_of_a_condition_is_as_true_as_the_whole(
    case: tuple[Condition, World, Facts], spared: frozenset[str]
) -> None:
    condition, _, facts = case
    left = remainder(condition, facts.free(spared), spared)
    assert remainder(condition, facts, spared) == left  # known or not, they are spared
    for one in worlds_of(facts.free(spared), facts_read(condition)):
        assert truth_of(condition, one) is (left if isinstance(left, bool) else truth_of(left, one))
    if not isinstance(left, bool):
        assert not {
            fact for fact in facts_read(left) if fact not in spared and not facts.open(fact)
        }


@given(cases())
def test_nothing_is_left_of_a_settled_condition(case: tuple[Condition, World, Facts]) -> None:
    condition, _, facts = case
    left = remainder(condition, facts, frozenset())
    truth = kleene(condition, facts)
    assert left is truth if truth is not None else not isinstance(left, bool)


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


def columns(condition: Condition, facts: Facts) -> dict[str, float | None]:
    """Return the columns that a condition reads, with what is known."""
    row: dict[str, float | None] = {}
    for fact in SMALL_FACTS:
        if fact not in facts.known:
            row[fact] = None
        elif fact in ORDERED:
            row[fact] = ORDERED[fact].index(next(iter(facts.choices(fact))))
        else:
            row[fact] = facts.number(fact).low
    for fact, known in (
        ("goals", ("basics", "set-up-pmo")),
        ("holds", ("p3o-foundation", "p3o-practitioner", "pmp")),
    ):
        for one in known:
            complete = facts.members(fact)
            row[f"{fact}:{one}"] = None if complete is None else int(one in complete)
    return row


@settings(max_examples=tried(200))
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
