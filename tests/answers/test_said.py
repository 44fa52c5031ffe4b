"""Everything that is said, and on what ground: every sentence of an advice, for people of all
kinds.

One golden file holds for each person what nobody before was told;
UPDATE_GOLDEN=1 pytest -n0 tests/answers/test_said.py
writes it again.
"""

from __future__ import annotations

import os
from functools import cache
from typing import Any

import pytest
from paths import GOLDEN
from spoken import said
from strategies import shipped

from pmo_path.answers.advise import advise
from pmo_path.core.documents import Document
from pmo_path.core.scalars import parse_day
from pmo_path.profile.parse import read_profile

SAID = GOLDEN / "said.txt"
TODAY = "2026-11-22"
EVERY = sorted(shipped().certifications)
PEOPLE: dict[str, tuple[str, dict[str, Any]]] = {
    "unknown title": (TODAY, {"role": "wizard of charts"}),
    "title much like another": (TODAY, {"role": "PMO analist"}),
    "long title": (TODAY, {"role": "PMO " + "very " * 20 + "important person"}),
    "title of sixty letters": (TODAY, {"role": "a" * 60}),
    "title of sixty-one letters": (TODAY, {"role": "a" * 61}),
    "senior analyst": (
        TODAY,
        {"role": "senior PMO analyst", "goals": ["service-design"], "pmo_types": ["portfolio"]},
    ),
    "ambiguous": (TODAY, {"role": "project support officer", "pmo_types": ["tactical", "coe"]}),
    "ambiguous, new": (TODAY, {"role": "project support officer", "years_in_pmo": 1}),
    "ambiguous, long there": (TODAY, {"role": "project support officer", "years_in_pmo": "4-12"}),
    "lead of several": (TODAY, {"role": "PMO lead", "pmos_managed": 2, "years_in_pmo": 1}),
    "lead of one": (TODAY, {"role": "PMO lead", "pmos_managed": 1}),
    "manager of several": (
        TODAY,
        {"role": "PMO manager", "pmos_managed": "2-3", "pmo_types": ["enterprise"]},
    ),
    "runs one": (TODAY, {"pmos_managed": 1}),
    "runs some": (TODAY, {"pmos_managed": "1-4", "years_in_pmo": 0}),
    "says far more than the title": (
        TODAY,
        {"role": "PMO analyst", "experience_level": "director"},
    ),
    "says more than the title": (
        TODAY,
        {"role": "PMO analyst", "experience_level": "manager", "years_in_pmo": 1},
    ),
    "says less than is managed": (
        TODAY,
        {"experience_level": "analyst", "pmos_managed": 2, "years_in_pmo": 12},
    ),
    "years near": (TODAY, {"experience_level": "manager", "years_in_pmo": 3, "pmos_managed": 0}),
    "years alone": (TODAY, {"years_in_pmo": 7}),
    "new to all": (TODAY, {"years_in_pmo": 0, "years_in_projects": 0, "education": "bachelor"}),
    "from delivery": (
        TODAY,
        {"role": "project manager", "years_in_projects": 8, "education": "none"},
    ),
    "from delivery, and says": (
        TODAY,
        {"role": "programme manager", "experience_level": "manager", "holds": ["pmp"]},
    ),
    "from delivery by years": (TODAY, {"years_in_pmo": 0, "years_in_projects": "2-5"}),
    "holds everything": (TODAY, {"experience_level": "manager", "holds": EVERY}),
    "holds nothing": (
        TODAY,
        {"experience_level": "manager", "holds": [], "education": "none", "pmo_education_hours": 1},
    ),
    "lapsed": (TODAY, {"experience_level": "manager", "holds": ["p3o-foundation@2021-03-01"]}),
    "lapsing": (
        TODAY,
        {
            "experience_level": "analyst",
            "holds": ["p3o-foundation@2024-03-01", "hop-analysts@2025-01-01"],
        },
    ),
    "renewed by another": (
        TODAY,
        {
            "experience_level": "director",
            "holds": ["p3o-foundation@2022-06-01", "prince2-practitioner@2025-05-01"],
        },
    ),
    "lapsed, and a higher one valid": (
        TODAY,
        {
            "experience_level": "manager",
            "holds": ["p3o-foundation@2015-06-01", "p3o-practitioner@2026-06-01"],
        },
    ),
    "held early": (
        "2023-06-01",
        {"experience_level": "analyst", "holds": ["p3o-foundation@2012-06-01", "mop-foundation"]},
    ),
    "too early and to come": (
        TODAY,
        {
            "experience_level": "entry",
            "holds": ["hop-administrators@2010-01-01", "hop-managers@2010-01-01", "pmp@2027-01-01"],
        },
    ),
    "holds what was replaced": (
        TODAY,
        {"experience_level": "entry", "holds": ["ppso-essentials", "pmo-cp"]},
    ),
    "to renew as aim": (
        TODAY,
        {
            "experience_level": "analyst",
            "goals": ["frameworks"],
            "holds": ["p3o-foundation@2019-01-01"],
        },
    ),
    "aims high": (
        TODAY,
        {
            "experience_level": "analyst",
            "target_level": "director",
            "goals": ["next-level"],
            "reads": ["nl"],
        },
    ),
    "next level": (
        TODAY,
        {
            "role": "PMO manager",
            "goals": ["next-level", "set-up-pmo"],
            "target_pmo_type": "enterprise",
        },
    ),
    "at the top": (
        TODAY,
        {
            "experience_level": "director",
            "goals": ["next-level", "basics"],
            "pmo_types": ["operational"],
        },
    ),
    "sets up": (
        TODAY,
        {"goals": ["set-up-pmo", "service-design", "frameworks"], "reads": ["de"], "country": "DE"},
    ),
    "has little time and money": (
        TODAY,
        {
            "experience_level": "manager",
            "budget": "10 EUR",
            "hours_per_week": 4,
            "needed_by": "2027-01-15",
        },
    ),
    "needs it now": (
        TODAY,
        {"experience_level": "analyst", "needed_by": "2026-11-01", "hours_per_week": 40},
    ),
    "needs it soon": (
        TODAY,
        {
            "experience_level": "analyst",
            "needed_by": "2026-11-24",
            "country": "NL",
            "reads": ["nl", "en"],
        },
    ),
    "almost eligible": (
        TODAY,
        {
            "experience_level": "manager",
            "holds": ["pmo-cc"],
            "years_in_projects": 2.5,
            "education": "none",
            "pmo_education_hours": 9,
            "reads": ["en"],
        },
    ),
    "title in another": (TODAY, {"role": "assistant to the PMO manager"}),
    "lapsed, and not advised": (
        TODAY,
        {
            "role": "PMO analyst",
            "goals": ["service-design"],
            "holds": ["p3o-foundation@2019-05-01"],
        },
    ),
    "analyst on a planned day": ("2021-09-01", {"role": "PMO analyst", "holds": []}),
    "administrator on a planned day": (
        "2021-05-01",
        {"role": "project administrator", "holds": []},
    ),
    "manager in 2018": ("2018-07-01", {"role": "PMO manager", "pmos_managed": 1}),
    "holds what it builds on": (
        "2018-07-01",
        {"role": "PMO manager", "pmos_managed": 1, "holds": ["ipmo-f"]},
    ),
    "operational in 2018": (
        "2018-07-01",
        {"role": "PMO manager", "pmo_types": ["operational"], "holds": ["ipmo-p"]},
    ),
    "PMP instead of years": (
        TODAY,
        {
            "role": "PMO analyst",
            "education": "secondary",
            "years_in_projects": 1,
            "pmo_education_hours": 10,
            "holds": ["pmp", "hop-analysts", "p3o-foundation"],
        },
    ),
    "analyst in 2008": ("2008-01-01", {"experience_level": "analyst", "pmo_types": ["enterprise"]}),
    "head in 2018": (
        "2018-07-01",
        {"role": "head of PMO", "pmo_types": ["enterprise"], "pmos_managed": 2},
    ),
    "newcomer in 2018": (
        "2018-07-01",
        {"experience_level": "entry", "goals": ["basics"], "holds": []},
    ),
    "manager in between": (
        "2021-02-15",
        {"experience_level": "manager", "pmo_types": ["portfolio"]},
    ),
    "analyst waiting": ("2021-06-01", {"experience_level": "analyst", "goals": ["next-level"]}),
    "director waiting": (
        "2022-06-01",
        {"experience_level": "director", "holds": ["p3o-practitioner@2019-06-01"]},
    ),
    "of 2030": ("2030-01-01", {"experience_level": "manager", "pmo_types": ["coe"]}),
}


@cache
def written() -> dict[str, list[str]]:
    parts = SAID.read_text(encoding="utf-8").split("== ")[1:] if SAID.exists() else []
    return {name: lines for name, *lines in (part.rstrip("\n").split("\n") for part in parts)}


def told(name: str) -> list[str]:
    on, facts = PEOPLE[name]
    profile = read_profile(Document(name, facts, {}), shipped().names)
    return list(said(advise(shipped(), profile, parse_day(on))))


@pytest.fixture(scope="module", autouse=True)
def _written_again() -> None:
    if "UPDATE_GOLDEN" not in os.environ:
        return
    lines, before = [], set[str]()
    for name in PEOPLE:
        new = [line for line in dict.fromkeys(told(name)) if line not in before]
        lines += [f"== {name}", *new]
        before.update(new)
    SAID.write_text("\n".join([*lines, ""]), encoding="utf-8")
    written.cache_clear()


@pytest.mark.parametrize("name", PEOPLE)
def test_what_is_said_is_the_golden_word(name: str) -> None:
    earlier: set[str] = set()
    for one, lines in written().items():
        if one == name:
            break
        earlier.update(lines)
    found = told(name)
    assert [line for line in dict.fromkeys(found) if line not in earlier] == written()[name]
    assert len(found) > 30
