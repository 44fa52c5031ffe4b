"""Every code of a reason and a caution that people are told is explained to scripts."""

from __future__ import annotations

from datetime import date

from career_plans import PLANNED, plan_of, planned
from goldens import PEOPLE
from strategies import shipped
from told_codes import told_codes, unexplained
from written import advised

from pmo_path.answers.explain import explain
from pmo_path.profile.profile import Profile

ANALYST = Profile(experience_level="analyst")


def test_every_code_of_golden_people_and_of_explanations_is_explained() -> None:
    """`test_case` looks at those of every case."""
    answers = [advised(person, shipped()) for person in PEOPLE]
    explanations = [
        explain(shipped(), certification, ANALYST, date(2026, 11, 22))
        for certification in shipped().certifications
    ]
    reasons, cautions = told_codes((*answers, *explanations))
    assert len(reasons) > 20
    assert len(cautions) > 10
    assert unexplained((*answers, *explanations)) == set()


def test_every_code_of_plans_is_explained() -> None:
    plans = [plan_of(name) for name in PLANNED]
    assumed = planned(
        Profile(experience_level="analyst", target_level="manager"),
        assume=["analyst to manager=3 years"],
    )
    reasons, _ = told_codes((*plans, assumed))
    assert {"assumed", "band", "entry", "not-published", "titles"} <= reasons
    assert unexplained((*plans, assumed)) == set()
