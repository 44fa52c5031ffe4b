"""Answers that are taken back, and what they leave possible."""

from __future__ import annotations

import itertools
from datetime import date
from typing import Any

from msgspec.structs import replace
from strategies import shipped

from pmo_path.conditions.evaluate import evaluate
from pmo_path.core.scalars import Range
from pmo_path.engine.decision import decide
from pmo_path.engine.equivalence import level_comparisons
from pmo_path.engine.possible_answers import combined_answers
from pmo_path.interview.question_selection import Questionnaire
from pmo_path.interview.state import (
    Answer,
    State,
    Unfinished,
    Wanted,
    fact_to_ask,
    fold,
    next_state,
)
from pmo_path.interview.status import standing, still_possible
from pmo_path.model.on_day import on_day
from pmo_path.profile.facts import BY_KEY
from pmo_path.profile.meanings import GOALS, LEVELS, PMO_TYPES
from pmo_path.profile.profile import Held, Profile

DAY = on_day(shipped(), date(2026, 11, 22))
ASKED = Questionnaire(DAY)


def test_a_title_taken_back_counts_while_the_level_is_open_and_no_longer() -> None:
    said = [Answer("role", "PMO lead"), Answer("goals", ("basics",)), "back", "back"]
    open_ = fold(ASKED, State(), [*said, Answer("goals", ("frameworks",))])
    assert [one.fact for one in open_.answers] == ["goals", "role"]
    assert open_.dropped == ()
    settled = fold(ASKED, State(), [*said, Answer("experience_level", "manager")])
    assert "role" in settled.dropped
    assert "role" not in [one.fact for one in settled.answers]


def test_a_level_taken_back_counts_where_the_title_may_mean_it() -> None:
    ambiguous = [Answer("role", "PMO lead"), Answer("experience_level", "analyst"), "back", "back"]
    ambiguous_analyst = fold(ASKED, State(), ambiguous)
    same = next_state(ASKED, ambiguous_analyst, Answer("role", "PMO lead"))
    assert same.answers == (Answer("role", "PMO lead"), Answer("experience_level", "analyst"))
    unknown = fold(
        ASKED, State(), [Answer("role", "PMO lead"), Answer("experience_level"), "back", "back"]
    )
    kept = next_state(ASKED, unknown, Answer("role", "project support officer"))
    assert Answer("experience_level") in kept.answers, "that it is not known stays said"
    assert kept.taken_back == ()
    manager = next_state(ASKED, ambiguous_analyst, Answer("role", "PMO manager"))
    assert manager.dropped == ("experience_level",), (
        "a manager may run several PMOs, and is no analyst"
    )
    assert next_state(ASKED, manager, "why").dropped == ()
    both = [
        Answer("role", "PMO lead"),
        Answer("goals", ("basics",)),
        "back",
        "back",
        Answer("role", "PMO lead"),
    ]
    assert fold(ASKED, State(), both).answers == (
        Answer("role", "PMO lead"),
        Answer("goals", ("basics",)),
    )


def test_the_people_led_count_as_long_as_the_title_hangs_on_them() -> None:
    said = [Answer("role", "PMO lead"), Answer("people_led", Range(3, 3)), "back", "back"]
    before = fold(ASKED, State(), said)
    same = next_state(ASKED, before, Answer("role", "PMO lead"))
    assert same.answers == (Answer("role", "PMO lead"), Answer("people_led", Range(3, 3)))
    settled = next_state(ASKED, before, Answer("role", "PMO analyst"))
    assert settled.dropped == ("people_led",)


def test_an_unfinished_answer_is_offered_again_and_counts_for_nothing() -> None:
    held = Answer("holds", (Held("p3o-foundation"),))
    goals = Answer("goals", ("basics",))
    state = fold(ASKED, State(), [goals, "back", Unfinished(Answer("holds", ())), Unfinished(held)])
    assert state.before("holds") == held
    assert state.profile.holds is None
    assert state.answers == ()
    later = next_state(ASKED, state, Answer("role", "PMO analyst"))
    assert later.answers == (Answer("role", "PMO analyst"), held, goals)


def test_what_is_wanted_is_asked_and_taken_back_like_anything_else() -> None:
    answers = [Answer("role", "PMO analyst"), Answer("goals"), Answer("holds", ())]
    ended = fold(ASKED, State(), answers)
    while row := fact_to_ask(ASKED, ended):
        ended = next_state(ASKED, ended, Answer(row.key))
    wanted = next_state(ASKED, ended, Wanted("target_level"))
    assert fact_to_ask(ASKED, wanted) == BY_KEY["target_level"]
    aims = next_state(ASKED, wanted, Answer("target_level", "director"))
    assert fact_to_ask(ASKED, aims) != BY_KEY["target_level"]
    undone = next_state(ASKED, aims, "back")
    assert fact_to_ask(ASKED, undone) == BY_KEY["target_level"]
    assert undone.before("target_level") == Answer("target_level", "director")
    further = next_state(ASKED, undone, "back")
    assert fact_to_ask(ASKED, further) == BY_KEY[ended.answers[-1].fact]
    again = next_state(ASKED, further, further.taken_back[-1])
    assert again.profile == aims.profile
    assert again.dropped == ()


def test_to_go_back_at_the_beginning_and_to_look_change_no_answer() -> None:
    assert next_state(ASKED, State(), "back") == State()
    one = next_state(ASKED, State(), Answer("goals", ("basics",)))
    assert one.latest == "goals"
    back = next_state(ASKED, one, "back")
    assert (back.answers, back.taken_back, back.latest) == ((), (Answer("goals", ("basics",)),), "")
    assert back.before("goals") == Answer("goals", ("basics",))
    assert back.before("holds") is None
    for command in ("why", "so far"):
        look = next_state(ASKED, one, command)  # type: ignore[arg-type]
        assert (look.shows, look.left, look.answers) == (command, False, one.answers)
        assert next_state(ASKED, look, "resume").shows == ""
    assert next_state(ASKED, one, "quit").left


def test_what_is_given_beforehand_is_said_and_not_asked() -> None:
    state = State(Profile(experience_level="analyst", goals=("basics",)))
    assert state.profile == Profile(experience_level="analyst", goals=("basics",))
    assert state.closed == frozenset()
    row = fact_to_ask(ASKED, state)
    assert row
    assert row.key not in ("experience_level", "role", "goals")
    changed = next_state(ASKED, state, Answer("goals", ()))
    assert changed.profile.goals == ()
    assert next_state(ASKED, state, Answer("goals")).profile.goals == ("basics",), (
        "not known leaves what was given"
    )


def test_every_level_is_an_answer_of_its_own() -> None:
    for fact in ("experience_level", "target_level"):
        assert ASKED.answers(Profile(), fact) == list(LEVELS)


def test_what_entry_rules_out_is_no_longer_possible() -> None:
    profile = Profile(experience_level="analyst", education="none", holds=())
    assert "pmi-pmocp" not in standing(DAY, State(profile)).possible
    assert "pmi-pmocp" in standing(DAY, State(replace(profile, education="bachelor"))).possible
    state = next_state(ASKED, State(replace(profile, education=None)), Answer("education", "none"))
    assert [one.certification for one in standing(DAY, state).ruled_out] == ["pmi-pmocp"]


def possible_for(closed: frozenset[str] = frozenset(), **said: Any) -> set[str]:
    return set(still_possible(decide(DAY, Profile(**said)), closed))


def test_what_is_possible_shrinks_with_every_answer_and_every_question_that_is_closed() -> None:
    every = possible_for(experience_level="analyst")

    def lost(*closed: str, **said: Any) -> set[str]:
        return every - possible_for(frozenset(closed), experience_level="analyst", **said)

    assert lost("goals") == lost(goals=()) == {"ipmo-e"}, (
        "two levels up, by the goal and by the kind of PMO"
    )
    assert lost(goals=("next-level",)) == {"hop-administrators"}, "one level down from the next"
    assert lost("pmo_types", goals=()) == {"hop-administrators", "ipmo-e", "ipmo-p"}, (
        "no kind of PMO shifts the level"
    )
    aiming = possible_for(experience_level="analyst", target_level="director")
    assert "hop-directors" in aiming
    of_type = [
        possible_for(frozenset({"goals"}), experience_level="manager", goals=(), pmo_types=(kind,))
        for kind in ("operational", "enterprise")
    ]
    assert of_type[0] != of_type[1]


def test_years_are_asked_of_those_alone_who_cannot_say_their_level() -> None:
    assert "years_in_pmo" not in ASKED.open(Profile(), frozenset())
    assert "experience_level" in ASKED.open(Profile(), frozenset())
    assert "years_in_pmo" in ASKED.open(Profile(), frozenset({"role", "experience_level"}))
    before = Questionnaire(on_day(shipped(), date(2018, 7, 1)))  # no certification asked for years
    assert "years_in_pmo" not in before.open(Profile(experience_level="analyst"), frozenset())


def test_combinations_are_of_two_or_more_and_of_goals_also_none() -> None:
    def several(values: tuple[Any, ...]) -> set[tuple[Any, ...]]:
        return {
            one
            for size in range(2, len(values) + 1)
            for one in itertools.combinations(values, size)
        }

    assert next(combined_answers(BY_KEY["goals"], ())) == ()
    assert set(combined_answers(BY_KEY["goals"], ())) == several(GOALS) | {()}
    assert set(combined_answers(BY_KEY["pmo_types"], ())) == several(PMO_TYPES)
    assert set(combined_answers(BY_KEY["holds"], {"b", "a", "c"})) == several(
        (Held("a"), Held("b"), Held("c"))
    )
    assert list(combined_answers(BY_KEY["education"], ())) == []


def test_a_manager_may_turn_out_to_be_a_director_while_the_level_is_open() -> None:
    closed = frozenset({"pmo_types", "years_in_pmo", "pmos_managed"})
    still = possible_for(closed, role="PMO manager", goals=())
    settled = possible_for(closed | {"experience_level"}, role="PMO manager", goals=())
    assert still - settled == {"ipmo-e"}


def test_kinds_of_pmo_are_asked_where_something_may_be_advised() -> None:
    assert "pmo_types" in ASKED.open(Profile(goals=("frameworks",)), frozenset()), (
        "a goal alone advises something"
    )
    assert "pmo_types" in ASKED.open(Profile(experience_level="analyst"), frozenset())
    assert "pmo_types" not in ASKED.open(Profile(), frozenset())
    assert "pmo_types" not in ASKED.open(
        Profile(experience_level="analyst", target_pmo_type="coe"), frozenset()
    )


def test_the_last_fact_that_is_open_is_the_one_that_decides() -> None:
    profile = Profile(experience_level="analyst", holds=(), pmo_types=("tactical",))
    assert ASKED.deciding(profile, frozenset(BY_KEY) - {"goals"}) == "goals"


def test_what_more_answers_may_settle_is_what_is_unknown_now() -> None:
    level = level_comparisons(shipped())
    for profile in (Profile(), Profile(experience_level="analyst", holds=(), goals=("basics",))):
        comparing = ASKED.comparing(profile)
        assert comparing[-len(level) :] == level
        truths = {
            evaluate(one, ASKED.case(profile).facts).truth for one in comparing[: -len(level)]
        }
        assert None in truths
