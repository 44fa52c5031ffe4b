"""What the interview asks, how many questions remain, and where it stands: fixed people, from end to end.

The golden file is written again with UPDATE_GOLDEN=1 pytest -n0 tests/interview/test_whole_interviews.py.
"""

from __future__ import annotations

import itertools
from datetime import date
from typing import Any

import pytest
from goldens import golden
from msgspec.structs import replace
from strategies import shipped

from pmo_path.conditions.evaluate import evaluate
from pmo_path.core.scalars import Range
from pmo_path.engine.decision import decide
from pmo_path.engine.equivalence import level_comparisons
from pmo_path.engine.what_if import candidate_answers, combined_answers
from pmo_path.interview.question_selection import Questionnaire
from pmo_path.interview.state import Answer, State, fact_to_ask, fold, next_state
from pmo_path.interview.status import standing, still_possible
from pmo_path.model.on_day import on_day
from pmo_path.profile.facts import BY_KEY, GOALS, LEVELS, PMO_TYPES
from pmo_path.profile.profile import Held, Profile

DAY = on_day(shipped(), date(2026, 11, 22))
ASKED = Questionnaire(DAY)
ALL_BUT = frozenset(
    "role experience_level pmo_types holds goals education reads pmos_managed".split()
)

# Who is asked, and how they answer: which of the answers that can be told apart, None for "don't know".
PEOPLE: dict[str, tuple[Profile, tuple[int | None, ...]]] = {
    "first answers": (Profile(), (0,)),
    "last answers": (Profile(), (-1,)),
    "knows nothing": (Profile(), (None,)),
    "now this, now that": (Profile(), (1, None, -1)),
    "a title that settles the level": (Profile(role="PMO analyst"), (1, 0)),
    "an ambiguous title": (Profile(role="PMO lead"), (None, 1)),
    "from delivery": (Profile(role="project manager", years_in_pmo=Range(0, 0)), (-1, 2)),
    "aims higher": (Profile(experience_level="analyst", target_level="manager"), (2, None)),
    "wants the next level": (Profile(experience_level="manager", goals=("next-level",)), (0, -1)),
    "has some years": (Profile(years_in_pmo=Range(1, 6), years_in_projects=Range(2, 4)), (None, 0)),
    "holds and reads": (
        Profile(
            experience_level="director",
            holds=(Held("p3o-foundation"),),
            reads=("nl",),
            pmos_managed=Range(2, 2),
        ),
        (1,),
    ),
}


def shown(value: Any) -> str:
    if isinstance(value, tuple):
        return (
            " + ".join(one.certification if isinstance(one, Held) else str(one) for one in value)
            or "none"
        )
    return str(value)


def transcript(name: str) -> list[str]:
    """One interview: question by question the answers to choose from, what remains, and what became of it."""
    given, chosen = PEOPLE[name]
    state, lines, number = State(given), [f"== {name}"], 0
    while row := fact_to_ask(ASKED, state):
        choices = ASKED.answers(state.profile, "experience_level" if row.key == "role" else row.key)
        place = chosen[number % len(chosen)]
        value = None if place is None or row.key == "role" else choices[place % len(choices)]
        lines += [
            f"{row.key}? at most {ASKED.at_most(state.profile, state.closed)} left",
            f"  may put first: {', '.join(ASKED.firsts(state.profile, row.key))}",
            f"  to choose from: {', '.join(map(shown, choices))}",
            f"  said: {'?' if value is None else shown(value)}",
        ]
        state = next_state(ASKED, state, Answer(row.key, value))
        stands = standing(DAY, state)
        lines += [
            f"  first: {', '.join(stands.first)}",
            f"  possible: {', '.join(stands.possible)}",
        ]
        lines += [f"  fell: {one.certification} ({one.verdict})" for one in stands.ruled_out]
        number += 1
    return [
        *lines,
        f"ends after {number}, at most {ASKED.at_most(state.profile, state.closed)} left",
    ]


def test_interviews_are_the_golden_ones() -> None:
    golden(
        "interviews.txt", "\n".join([line for name in PEOPLE for line in transcript(name)] + [""])
    )


def test_every_answer_that_may_be_tried_is_the_golden_one() -> None:
    lines = []
    for row in BY_KEY.values():
        if row.question and row.key != "role":  # a title is asked for, and not chosen
            for known in (
                Profile(),
                Profile(experience_level="manager", years_in_projects=Range(1, 3)),
            ):
                lines.append(
                    f"{row.key}: "
                    + ", ".join(
                        f"{words}={shown(value)}"
                        for words, value in candidate_answers(DAY, known, row)
                    )
                )
    golden("answers.txt", "\n".join([*lines, ""]))


@pytest.mark.parametrize(
    "ends", [(1.6, 3), (3.6, 6), (8, 12), (0.6, 1.2), (2, 6), (5, 9), (9.5, 10)]
)
def test_a_range_is_asked_about_where_a_number_inside_it_can_change_which_routes_come_first(
    ends: tuple[float, float],
) -> None:
    profile = Profile(years_in_pmo=Range(*ends), goals=(), holds=(), pmo_types=("tactical",))
    closed = ALL_BUT | {"pmo_education_hours", "years_in_projects"}
    numbers = [ends[0] + (ends[1] - ends[0]) * part / 10 for part in range(11)]
    found = {ASKED.outcome(replace(profile, years_in_pmo=Range(one, one))) for one in numbers}
    row = ASKED.next_question(profile, closed)
    assert (row is not None) is (found != {ASKED.outcome(profile)})
    tried = ASKED.answers(profile, "years_in_pmo")
    assert all(ends[0] <= one.low == one.high <= ends[1] for one in tried)
    assert {ASKED.outcome(replace(profile, years_in_pmo=one)) for one in tried} == found


def test_what_decides_is_a_fact_that_some_answers_lead_elsewhere_by() -> None:
    profile = Profile(experience_level="analyst")
    found = ASKED.deciding(profile, frozenset())
    assert found is not None
    closed: frozenset[str] = frozenset()
    while found is not None:
        closed |= {found}
        found = ASKED.deciding(profile, closed)
    assert ASKED.next_question(profile, closed) is None
    everything = frozenset(BY_KEY)
    assert ASKED.next_question(Profile(), everything) is None
    assert ASKED.deciding(Profile(), everything) is None


# --- answers that are taken back ------------------------------------------------------


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
    assert "years_in_pmo" not in ASKED.open(Profile(experience_level="analyst"), frozenset())


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


SAID: tuple[tuple[tuple[str, Any], ...], ...] = (
    (
        ("role", None),
        ("experience_level", None),
        ("experience_level", "analyst"),
        ("experience_level", "director"),
    ),
    (("goals", None), ("goals", ("basics",)), ("goals", ("next-level",))),
    (("holds", None), ("holds", ())),
    (("pmo_types", None), ("pmo_types", ("enterprise",))),
    (("years_in_projects", None), ("years_in_projects", Range(2, 4))),
)


def test_first_questions_are_the_golden_ones() -> None:
    """What is asked of those who were asked some things and said, or did not know."""
    lines = []
    for said in itertools.product(*SAID):
        closed = frozenset(fact for fact, _ in said) - {"goals"}
        profile = Profile(**{fact: value for fact, value in said if value is not None})
        for done in (closed, frozenset({"role"})):
            row = ASKED.next_question(profile, done)
            known = ", ".join(
                f"{fact}={'?' if value is None else shown(value)}" for fact, value in said
            )
            lines.append(
                f"{known} ({len(done)}): {row.key if row else '-'}, {ASKED.at_most(profile, done)}"
            )
    golden("first-questions.txt", "\n".join([*lines, ""]))


def test_what_more_answers_may_settle_is_what_is_unknown_now() -> None:
    level = level_comparisons(shipped())
    for profile in (Profile(), Profile(experience_level="analyst", holds=(), goals=("basics",))):
        comparing = ASKED.comparing(profile)
        assert comparing[-len(level) :] == level
        truths = {
            evaluate(one, ASKED.case(profile).facts).truth for one in comparing[: -len(level)]
        }
        assert None in truths
