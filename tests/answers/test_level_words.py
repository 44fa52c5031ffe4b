"""What an advice says of a job title: what it was read as, and which office it names."""

from __future__ import annotations

import pytest
from small import advice
from strategies import shipped

from pmo_path.contract.advice import Advice
from pmo_path.engine.job_titles import is_doubtful


def told(role: str, **facts: object) -> Advice:
    return advice(shipped(), role=role, **facts)


def because(answer: Advice) -> str:
    return " ".join(answer.career_level.because) if answer.career_level else ""


@pytest.mark.parametrize(
    ("role", "words"),
    [
        ("PMO manager", "The title PMO manager is usually level 3 (manager)."),
        ("Manager, P3O", "The title Manager, P3O, read as PMO manager, is usually level 3"),
        (
            "PMO Analyst Wholesale Banking",
            "read as PMO analyst (left aside: Wholesale and Banking), is taken as level 2",
        ),
        ("wizard of charts", ""),
    ],
)
def test_a_title_says_what_it_was_read_as(role: str, words: str) -> None:
    assert words in because(told(role))


@pytest.mark.parametrize(
    ("role", "facts", "suggested"),
    [
        ("portfolio office analyst", {}, True),
        ("portfolio office analyst", {"pmo_types": ["coe"]}, False),
        ("portfolio office analyst", {"target_pmo_type": "coe"}, False),
        ("PMO analyst", {}, False),
    ],
)
def test_the_office_in_a_title_suggests_the_kind_where_none_is_said(
    role: str, facts: dict[str, object], suggested: bool
) -> None:
    cautions = [
        one.text for one in told(role, **facts).cautions if one.rule == "title-names-office"
    ]
    assert bool(cautions) is suggested
    assert all("portfolio" in text for text in cautions)


@pytest.mark.parametrize("title", [None, "wizard of charts", "project manager"])
def test_a_title_without_a_level_has_none_in_doubt(title: str | None) -> None:
    assert not is_doubtful(shipped(), title)


def test_a_price_of_an_unknown_certification_is_told_with_what_it_may_mean() -> None:
    answer = told("PMO analyst", prices=["p3o-fundation=5 GBP"])
    (text,) = [one.text for one in answer.cautions if one.rule == "unknown-value"]
    assert "P3O Foundation" in text
