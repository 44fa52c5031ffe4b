"""What an answer is worth asking for, what cannot be told apart, and what may still come back,
where it is rare.
"""

from __future__ import annotations

from datetime import date
from math import log2
from typing import Any

import pytest
from msgspec.structs import replace
from paths import SMALL
from small import (
    PRACTITIONER,
    TODAY,
    Make,
    advice,
    certification,
    person,
    rule,
    verdict,
)
from strategies import shipped

from pmo_path.catalogue.load import load_catalogue
from pmo_path.core.memory import forget
from pmo_path.core.scalars import Range
from pmo_path.engine.decision import decide
from pmo_path.engine.possible_answers import candidate_answers, distinguishable_answers
from pmo_path.engine.relevance import unsettled_conditions
from pmo_path.engine.situation import read_case
from pmo_path.interview.question_selection import Questionnaire
from pmo_path.interview.status import still_possible
from pmo_path.model.catalogue import Catalogue
from pmo_path.model.on_day import on_day
from pmo_path.profile.facts import BY_KEY, FACTS
from pmo_path.profile.profile import Held, Profile

DAY = on_day(shipped(), TODAY)
SMALL_DAY = on_day(load_catalogue(SMALL), TODAY)


@pytest.mark.parametrize(
    ("fact", "said", "of", "effort"),
    [
        ("experience_level", {}, 4, 1.0),
        ("experience_level", {"role": "PMO lead"}, 2, 0.5),  # of what the title leaves
        (
            "education",
            {},
            3,
            1.0,
        ),  # of four, two of which nothing tells apart: no follow-up, though
        ("pmo_types", {}, 5, 1.5),
        (
            "holds",
            {},
            3,
            2.0,
        ),  # the two certifications, and none
    ],
)
def test_what_an_answer_settles_is_divided_by_the_effort_to_answer(
    fact: str, said: dict[str, Any], of: int, effort: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    day = SMALL_DAY if fact == "holds" else DAY  # the shipped certifications become more
    asked, profile = Questionnaire(day), Profile(**said)
    answers = asked.answers(profile, fact)
    assert len(answers) == of
    monkeypatch.setattr(Questionnaire, "outcome", lambda self, answered: answered)
    assert asked._worth(profile, fact) == pytest.approx(log2(of) / effort), "each leads elsewhere"
    monkeypatch.setattr(Questionnaire, "outcome", lambda self, profile: 1)
    assert asked._worth(profile, fact) == 0, "none leads elsewhere"
    monkeypatch.setattr(Questionnaire, "outcome", lambda self, answered: answered == profile)
    assert 0 < asked._worth(profile, fact) < 1e-6, (
        "all lead to the same: any that tells some apart goes first"
    )


def test_held_are_none_a_certificate_that_we_do_not_know_or_one_that_counts() -> None:
    none, other, *held = Questionnaire(DAY).answers(Profile(), "holds")
    assert none == ()
    assert [award.kind for award in other] == ["project-management"]
    assert len({*held}) == len(held)
    known = {award.certification for (award,) in held}
    assert {"p3o-foundation", "pmp"} <= known <= {*shipped().certifications}


def test_answers_that_no_condition_tells_apart_may_still_lead_elsewhere() -> None:
    case = read_case(DAY, Profile())
    goals = list(distinguishable_answers(case, BY_KEY["goals"], ()))
    assert goals == [("basics",), ("next-level",), ("delivery",)], (
        "the others lead where the first leads"
    )
    offices = [
        one for one in distinguishable_answers(case, BY_KEY["pmo_types"], ()) if len(one) == 1
    ]
    assert len(offices) > 1, "certifications are placed in some of them"


@pytest.mark.parametrize("title", ["Office boss", None])
def test_what_the_level_rules_out_comes_back_with_another_level(
    make: Make, title: str | None
) -> None:
    """Who manages may turn out to direct; what is advised against then, or asked for, is another
    matter.
    """
    role = {
        "id": "office-boss",
        "levels": ["manager"],
        "titles_en": ["Office boss"],
        "value": "Office boss",
    }
    ground = {"source": "ours", "confidence": "low", "mark": "ours"}
    manages, directs = {"career_level": "is manager"}, {"career_level": "is director"}
    against = rule(
        "against",
        manages,
        "open",
        {"experience_level": "manager"},
        {"experience_level": "director"},
    )
    against["exclude"] = against.pop("prefer")
    catalogue = make(
        certification("asks", "director", {"level": directs}),
        certification("open", "director"),
        roles=[{**role, **ground}],
        rules=[against],
    )
    said = {"role": title} if title else {"experience_level": "manager"}
    found = still_possible(
        decide(on_day(catalogue, TODAY), person(catalogue, goals=["basics"], **said)), frozenset()
    )
    assert ({"asks", "open"} <= found) is bool(title)


# --- what is asked -------------------------------------------------------------------


def asked(catalogue: Catalogue, fact: str, **facts: Any) -> list[Any]:
    questionnaire = Questionnaire(on_day(catalogue, TODAY))
    return [value.low for value in questionnaire.answers(person(catalogue, **facts), fact)]


def test_a_whole_number_is_tried_whole_and_inside_what_was_said(make: Make) -> None:
    top = certification("top", "director", {"pmos": {"pmos_managed": "more than 2.5"}})
    tried = asked(make(top), "pmos_managed", experience_level="director")
    assert tried
    assert all(one.is_integer() for one in tried)
    assert {True, False} == {one > 2.5 for one in tried}
    every = candidate_answers(on_day(make(top), TODAY), Profile(), BY_KEY["pmos_managed"])
    assert all(one.low.is_integer() for _, one in every)
    for pmos, verdict_ in ((2, "not_eligible"), (3, "recommended")):
        told = advice(make(top), experience_level="director", pmos_managed=pmos, holds=[])
        assert verdict(told, "top") == verdict_
        assert [one.fact for one in told.missing_facts if one.fact == "pmos_managed"] == []
    years = certification("top", "director", {"years": {"years_in_projects": "at least 3"}})
    inside = asked(
        make(years), "years_in_projects", experience_level="director", years_in_projects="2-4"
    )
    assert inside
    assert all(2 <= one <= 4 for one in inside)
    assert {True, False} == {one >= 3 for one in inside}


def test_what_opens_the_way_to_what_is_accepted_is_asked_too(make: Make) -> None:
    low = certification("low", None, {"hours": {"pmo_education_hours": "at least 10"}})
    middle = certification(
        "middle", "analyst", {"entry": {"any": [{"holds any": ["low"]}, {"holds any": ["side"]}]}}
    )
    side = certification("side", None, {"low": {"holds any": ["low"]}})
    top = certification("top", "analyst", {"entry": {"holds any": ["middle", "low"]}})
    questionnaire = Questionnaire(on_day(make(low, middle, side, top), TODAY))
    hangs_on = questionnaire.open(
        person(questionnaire.day.catalogue, experience_level="analyst"), frozenset()
    )
    assert {"pmo_education_hours", "holds"} <= set(hangs_on)


def test_what_only_several_held_together_open_is_asked(make: Make) -> None:
    """No single answer changes anything; two do."""
    w, x, y = (
        certification(one, status="withdrawn") for one in ("w", "x", "y")
    )  # held by some, open to nobody
    other = certification("other", "director", {"both": {"holds all": ["w", "x"]}})
    top = certification("top", "analyst", {"both": {"holds all": ["x", "y"]}})
    day = on_day(make(w, x, y, top, other, certification(PRACTITIONER, "director")), TODAY)
    questionnaire, profile = Questionnaire(day), person(day.catalogue, experience_level="analyst")
    closed = frozenset(row.key for row in FACTS if row.key != "holds")
    for held in ((), ("x",), ("y",), ("top",), ("w", "x"), ("w", "y")):
        assert questionnaire.outcome(
            replace(profile, holds=tuple(map(Held, held)))
        ) == questionnaire.outcome(replace(profile, holds=()))
    assert (
        questionnaire.outcome(profile)
        == questionnaire.outcome(replace(profile, holds=()))
        == frozenset()
    )
    both = replace(profile, holds=(Held("x"), Held("y")))
    assert (("top",), False) in questionnaire.outcome(both)
    row = questionnaire.next_question(replace(profile, holds=None), closed)
    assert row is not None
    assert row.key == "holds"


def test_what_is_asked_once_the_accepted_is_held_is_asked_now(make: Make) -> None:
    low = certification("low", "analyst", status="unconfirmed")
    top = certification(
        "top",
        "analyst",
        {"low": {"holds any": ["low"]}, "hours": {"pmo_education_hours": "at least 10"}},
    )
    day = on_day(make(low, top, certification(PRACTITIONER, "director")), TODAY)
    profile = person(day.catalogue, experience_level="analyst", holds=[], goals=[])
    questionnaire = Questionnaire(day)
    assert "pmo_education_hours" in questionnaire.open(profile, frozenset())
    few, many = (
        questionnaire.outcome(replace(profile, pmo_education_hours=Range(one, one)))
        for one in (9, 10)
    )
    assert few != many
    row = questionnaire.next_question(profile)
    assert row is not None
    assert row.key == "pmo_education_hours"


def test_languages_to_choose_from_are_those_that_conditions_name_and_one_more(make: Make) -> None:
    def tried(*codes: str) -> list[tuple[str, Any]]:
        top = certification(
            "top", "analyst", {"language": {"reads": f"includes {' or '.join(codes)}"}}
        )
        return list(candidate_answers(on_day(make(top), TODAY), Profile(), BY_KEY["reads"]))

    assert tried("nl", "de") == [("de", ("de",)), ("nl", ("nl",)), ("none of these", ("en",))]
    assert tried("en") == [("en", ("en",)), ("none of these", ())]


def test_what_only_two_answers_together_change_is_asked(make: Make) -> None:
    """Each alone leaves it open, as it is; both together close it."""
    either = {
        "entry": {
            "any": [{"pmo_education_hours": "at least 10"}, {"education": "at least bachelor"}]
        }
    }
    day = on_day(
        make(certification("top", "analyst", either), certification(PRACTITIONER, "director")),
        TODAY,
    )
    profile = person(day.catalogue, experience_level="analyst", holds=[], goals=[], pmo_types=[])
    questionnaire = Questionnaire(day)
    now = questionnaire.outcome(profile)
    alone = [
        {"pmo_education_hours": Range(0, 0)},
        {"pmo_education_hours": Range(10, 10)},
        {"education": "none"},
    ]
    assert {questionnaire.outcome(replace(profile, **one)) for one in alone} == {now}
    assert questionnaire.outcome(replace(profile, **alone[0], education="none")) == frozenset()
    row = questionnaire.next_question(profile)
    assert row is not None
    assert row.key in ("pmo_education_hours", "education")
    assert questionnaire.next_question(profile, frozenset({"education"})) is None


def test_who_knows_little_is_asked_rather_than_kept_waiting(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    said = {"target_level": "director", "pmo_types": ["tactical"], "years_in_projects": 8}
    ranges = {"pmo_education_hours": "0-80", "people_led": "2-4"}
    profile = person(shipped(), role="chief wizard", **said, **ranges)
    closed = frozenset({"experience_level", "holds", "goals", "pmo_education_hours"})
    asked = Questionnaire(DAY)
    assert asked.open(profile, closed)
    assert asked.next_question(profile, closed) is None  # nothing that is open changes anything
    monkeypatch.setattr("pmo_path.interview.question_selection.MOST_TRIES", 2)
    forget()
    row = asked.next_question(profile, closed)
    assert row
    assert row.key == asked.open(profile, closed)[0]


def test_a_neighbour_is_never_where_a_route_ends(make: Make) -> None:
    catalogue = make(
        certification("beside", "analyst", kind="neighbour"), certification("top", "analyst")
    )
    decision = decide(on_day(catalogue, TODAY), person(catalogue, experience_level="analyst"))
    assert "beside" not in still_possible(decision, frozenset())
    assert "top" in still_possible(decision, frozenset())
    assert "beside" not in {step for one in decision.ranked for step in one.plan.steps}
    assert decision.verdicts["beside"] == "not_suitable"


def test_who_may_want_the_next_level_is_asked_for_goals_where_no_rule_reads_them(
    make: Make,
) -> None:
    catalogue = make(certification("top", "analyst"), rules=[])
    questionnaire = Questionnaire(on_day(catalogue, TODAY))
    assert "goals" in questionnaire.open(Profile(experience_level="entry"), frozenset())
    assert "goals" not in questionnaire.open(
        Profile(experience_level="entry", target_level="entry"), frozenset()
    )


def test_every_answer_about_awards_can_be_had_to_the_last_combination() -> None:
    case = read_case(on_day(shipped(), date(2026, 11, 22)), Profile(experience_level="manager"))
    row = BY_KEY["holds"]
    answers = list(distinguishable_answers(case, row, unsettled_conditions(case)))
    assert any(len(answer) > 1 for answer in answers)
