"""The proof's own parts: its reduction, its conditions in SQL, and that it finds what is wrong."""

from __future__ import annotations

from collections import Counter
from datetime import date

import paths
import pytest
from msgspec.structs import replace
from proof import cells, conditions, interviews, laws, people, reduction, run, states
from strategies import shipped

from pmo_path.catalogue.load import load_catalogue
from pmo_path.conditions.evaluate import evaluate
from pmo_path.conditions.facts import Facts
from pmo_path.conditions.inspect import leaves
from pmo_path.conditions.parse import parse
from pmo_path.conditions.syntax import Compare
from pmo_path.core.scalars import Range
from pmo_path.engine.route_planning import plan_to
from pmo_path.interview.question_selection import Questionnaire
from pmo_path.model.on_day import on_day
from pmo_path.profile.profile import Held, Profile

SMALL = on_day(load_catalogue(paths.SMALL), date(2026, 11, 22))


def test_the_reduction_gives_everybody_the_plan_of_their_class() -> None:
    counts = laws.Counts()
    assert reduction.prove_reduction(SMALL, counts, step=397) == []
    assert counts["people of the small catalogue, unreduced"] > 250
    assert counts["classes met by the unreduced"] > 100


def test_every_plan_of_the_small_catalogue_keeps_the_laws() -> None:
    counts = laws.Counts()
    wrong, graded = laws.prove_plans(SMALL, people.people(SMALL).values(), counts)
    assert wrong == []
    assert laws.prove_order(SMALL, graded, counts) == []
    assert counts["plans"] > 100
    assert counts["pairs of plans"] > 1


def test_a_plan_that_breaks_a_law_is_found() -> None:
    """A proof that could find nothing would prove nothing."""
    person = next(
        one for one in people.people(SMALL).values() if one.destination == "example-practitioner"
    )
    case = laws.read_case(SMALL, replace(person.profile, holds=None))
    fit = people.fit_for(case, person.destination)
    assert fit
    plan = plan_to(case, person.destination, fit)
    assert plan
    assert plan.steps == ("example-foundation", "example-practitioner")
    early = replace(plan, steps=("example-practitioner",), eligibility=(None,))
    assert list(laws.in_order(case, early))
    assert list(laws.in_order(case, replace(plan, eligibility=(True, False))))
    holding = laws.read_case(
        SMALL, replace(person.profile, holds=(people.Held("example-foundation"),))
    )
    assert list(laws.not_held(holding, plan))
    past = laws.read_case(on_day(SMALL.catalogue, date(2018, 1, 1)), person.profile)
    assert list(laws.on_offer(past, plan))


# --- the interview -------------------------------------------------------------------

START = frozenset({"role"})


def lengths(ask: interviews.Ask, title: str | None) -> tuple[Counter[int], Counter[int]]:
    rest = interviews.Interviews(Questionnaire(SMALL), ask).rest(Profile(role=title), START)
    return rest.people, rest.paths


@pytest.mark.parametrize("ask", [interviews.computed, interviews.fixed])
@pytest.mark.parametrize("title", ["PMO analyst", "project manager", None])
def test_states_taken_for_one_leave_all_paths_as_they_are(
    ask: interviews.Ask, title: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    reduced = lengths(ask, title)
    monkeypatch.setattr(interviews, "key", lambda _, profile, closed: (profile, closed))
    assert lengths(ask, title) == reduced


@pytest.mark.parametrize("title", ["PMO analyst", "project manager"])
def test_everybody_unreduced_is_put_as_many_questions(
    title: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every person alone, each with an answer of their own to every question."""
    reduced, _ = lengths(interviews.computed, title)
    monkeypatch.setattr(interviews, "key", lambda _, profile, closed: (profile, closed))
    monkeypatch.setattr(
        interviews,
        "answers",
        lambda _, profile, fact: [
            (value, 1) for value in (*states.told_by(SMALL, profile.role, fact), None)
        ],
    )
    unreduced, paths = lengths(interviews.computed, title)
    assert unreduced == reduced
    assert reduced.total() == states.people(SMALL, title, START)
    assert paths.total() > 100


def test_every_interview_of_the_small_catalogue_asks_nothing_in_vain_and_ends_in_time() -> None:
    counts = laws.Counts()
    found, wrong = interviews.prove_interviews(SMALL, ["PMO analyst", "wizard of charts"], counts)
    assert wrong == []
    assert counts["questions of the interview, none for nothing"] > 40
    assert counts["ends of the interview, none too early"] > 50
    assert found["people, computed"].total() == found["people, in a fixed order"].total()
    assert max(found["people, computed"]) <= max(found["people, in a fixed order"])


def test_a_useless_question_and_an_end_too_early_are_found(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = Questionnaire(SMALL)
    analyst = Profile(role="PMO analyst")
    assert interviews.useless(asked, analyst, START, "reads")
    assert not interviews.useless(asked, analyst, START, "goals")
    assert interviews.too_early(interviews.Interviews(asked, interviews.fixed), analyst, START)
    monkeypatch.setattr(interviews, "computed", lambda *_: None)
    assert interviews.prove_interviews(SMALL, ["PMO analyst"], laws.Counts())[1]


def test_a_question_that_counts_only_with_others_is_no_useless_one() -> None:
    """Years, a diploma and hours of education open one certification together, and none of them
    alone.
    """
    day = on_day(shipped(), date(2026, 11, 22))
    director = Profile(
        role="head of PMO",
        goals=("basics",),
        pmo_types=("operational",),
        holds=(Held("hop-directors"),),
        years_in_pmo=Range(12, 12),
    )
    closed = START | {"goals", "pmo_types", "holds", "works_with", "country", "reads"}
    asked = Questionnaire(day)
    fact = interviews.computed(asked, director, closed)
    assert fact == "years_in_projects"
    alone = {
        asked.outcome(replace(director, **{fact: value})) for value in asked.answers(director, fact)
    }
    assert alone == {asked.outcome(director)}
    assert not interviews.useless(asked, director, closed, fact)


def test_half_of_few_is_the_lower_middle() -> None:
    part = run.Part(lengths={"paths": Counter({2: 3, 5: 2, 9: 1})})
    assert list(run.lines(part)) == ["           6 paths: median 2, mean 4.17, at most 9 questions"]


# --- conditions ----------------------------------------------------------------------


def test_sqlite_agrees_on_every_condition_with_few_states() -> None:
    counts = laws.Counts()
    small = [one for one in conditions.conditions(shipped()) if len(list(leaves(one))) < 3]
    wrong = [what for one in small for what in conditions.prove(one, shipped().implies, counts)]
    assert wrong == []
    assert counts["states of knowledge"] > 400


def test_an_answer_that_is_not_sqlites_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    condition = parse({"years_in_projects": "at least 3"})
    monkeypatch.setattr(conditions, "sql", lambda *_: '("years_in_projects" > 3)')
    assert list(conditions.prove(condition, {}, laws.Counts()))


THRESHOLDS = sorted(
    {
        (leaf.fact, leaf.operator, float(leaf.value))
        for one in conditions.conditions(shipped())
        for leaf in leaves(one)
        if isinstance(leaf, Compare) and not isinstance(leaf.value, str)
    }
)


@pytest.mark.parametrize(("fact", "how", "limit"), THRESHOLDS)
def test_every_threshold_at_just_below_and_just_above(fact: str, how: str, limit: float) -> None:
    expected = {
        "at least": (False, True, True),
        "at most": (True, True, False),
        "more than": (False, False, True),
        "less than": (True, False, False),
        "is": (False, True, False),
    }[how]
    least = 1.0 if fact == "pmos_managed" else 0.01
    for value, truth in zip((limit - least, limit, limit + least), expected, strict=True):
        if value >= 0:
            facts = Facts({fact: Range(value, value)})
            assert evaluate(Compare(fact, how, limit), facts).truth is truth


def test_cells_stand_below_at_and_above_every_threshold() -> None:
    for fact in {fact for fact, _, _ in THRESHOLDS}:
        limits = cells.thresholds(conditions.conditions(shipped()), fact)
        found = cells.points(limits, whole=fact == "pmos_managed")
        for limit in limits:
            assert limit in found
            assert any(one > limit for one in found)
            assert limit == 0 or any(one < limit for one in found)
