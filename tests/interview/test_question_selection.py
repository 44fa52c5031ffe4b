"""What an answer is worth asking for, what cannot be told apart, and what may still come back, where it is rare."""

from __future__ import annotations

from math import log2
from typing import Any

import pytest
from small import TODAY, Make, certification, person, rule
from strategies import shipped

from pmo_path.engine.decision import decide
from pmo_path.engine.situation import read_case
from pmo_path.engine.what_if import distinguishable_answers
from pmo_path.interview.question_selection import Questionnaire
from pmo_path.interview.status import still_possible
from pmo_path.model.on_day import on_day
from pmo_path.profile.facts import BY_KEY
from pmo_path.profile.profile import Profile

DAY = on_day(shipped(), TODAY)


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
            17,
            2.0,
        ),  # the certifications, none, and another project management certificate
    ],
)
def test_what_an_answer_settles_is_divided_by_the_effort_to_answer(
    fact: str, said: dict[str, Any], of: int, effort: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked, profile = Questionnaire(DAY), Profile(**said)
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
    """Who manages may turn out to direct; what is advised against then, or asked for, is another matter."""
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
