"""What the interview asks, how many questions remain, and where it stands: fixed people, from end
to end.

The golden files are written again with
UPDATE_GOLDEN=1 pytest -n0 tests/interview/test_whole_interviews.py.
"""

from __future__ import annotations

import itertools
from datetime import date
from typing import Any

import pytest
from goldens import golden
from msgspec.structs import replace
from strategies import shipped

from pmo_path.core.scalars import Range
from pmo_path.engine.possible_answers import candidate_answers
from pmo_path.interview.question_selection import Questionnaire
from pmo_path.interview.state import Answer, State, fact_to_ask, next_state
from pmo_path.interview.status import standing
from pmo_path.model.on_day import on_day
from pmo_path.profile.facts import BY_KEY
from pmo_path.profile.profile import Held, Profile

DAY = on_day(shipped(), date(2026, 11, 22))
ASKED = Questionnaire(DAY)
ALL_BUT = frozenset(
    "role experience_level pmo_types holds goals education reads pmos_managed".split()
)

# Who is asked, and how they answer: which of the answers that can be told apart, None for "don't
# know".
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
    """One interview: question by question the answers to choose from, what remains, and what became
    of it.
    """
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
    closed = ALL_BUT | {"pmo_education_hours", "years_in_projects", "works_with", "country"}
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
