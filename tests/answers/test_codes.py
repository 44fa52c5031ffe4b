"""Every code of a reason and a caution that people are told is explained to scripts."""

from __future__ import annotations

from datetime import date

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
