"""Job titles are read as a person of the trade reads them, and never wrongly with confidence."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import shipped

from pmo_path.engine.career_level import read_level
from pmo_path.engine.job_titles import (
    equal_title,
    find_role,
    is_delivery,
    near_roles,
    office_named,
    read_title,
)
from pmo_path.profile.profile import Profile

CASES = Path(__file__).parent.parent / "cases"
SEEN = CASES / "titles.yaml"
UNSEEN = CASES / "titles_unseen.yaml"


def titles(file: Path) -> list[dict[str, Any]]:
    import yaml

    found: list[dict[str, Any]] = yaml.safe_load(file.read_text(encoding="utf-8"))
    return found


def reading(title: str) -> tuple[tuple[str, ...], bool]:
    """The levels that a title means, the likeliest first, and whether they are marked as open."""
    if find_role(shipped(), title) is None:
        return (), False
    level = read_level(shipped(), Profile(role=title))
    return level.levels, level.assumed


def right(case: dict[str, Any]) -> bool:
    """The likeliest level is that of the person of the trade, and no surer than they are."""
    levels, is_open = reading(case["title"])
    if not case["levels"]:
        return not levels
    return levels[:1] == tuple(case["levels"][:1]) and (case["sure"] or is_open)


def wrong_with_confidence(file: Path) -> Iterator[str]:
    """Titles with a level that is not marked as open, and is not the one meant."""
    for case in titles(file):
        levels, is_open = reading(case["title"])
        if levels and not is_open and levels[:1] != tuple(case["levels"][:1]):
            yield case["title"]


@pytest.mark.parametrize(("language", "share"), [("en", 0.95), ("nl", 0.95)])
def test_titles_are_read_as_in_the_trade(language: str, share: float) -> None:
    cases = [case for case in titles(SEEN) if case["language"] == language]
    wrong = [case["title"] for case in cases if not right(case)]
    assert 1 - len(wrong) / len(cases) >= share, wrong


@pytest.mark.parametrize("file", [SEEN, UNSEEN], ids=["seen", "unseen"])
def test_no_title_is_read_wrongly_with_confidence(file: Path) -> None:
    assert not list(wrong_with_confidence(file))


@pytest.mark.parametrize(
    ("title", "levels"),
    [
        ("Sr. Manager, PMO (contract)", ("manager", "director")),
        ("Manager PMO", ("manager",)),
        ("PMO MANAGER - Leeds", ("manager",)),
        ("Deputy Head of PMO", ("manager", "director")),
        ("Graduate PMO Analyst", ("entry", "analyst")),
        ("Project Support Officers", ("entry", "analyst")),
        ("Portfoliomanager a.i.", ("manager", "director")),
        ("Projektmanagement-Office-Leiter", ("director", "manager")),
        ("assistant to the PMO manager", ()),
        ("wizard of PMO", ()),
        ("Transformation Management Office", ()),
        ("", ()),
    ],
)
def test_word_order_grades_and_tails(title: str, levels: tuple[str, ...]) -> None:
    assert reading(title)[0] == levels


@pytest.mark.parametrize(
    "title",
    ["Senior Project Manager", "PMO Project Manager", "Projektleiter im PMO", "Manager, Projects"],
)
def test_delivery_is_told_apart(title: str) -> None:
    assert is_delivery(shipped(), title)


def test_a_word_that_is_not_known_leaves_the_reading_open() -> None:
    meant = read_title(shipped(), "PMO Analyst Wholesale Banking")
    assert meant
    assert meant.passed_over == ("Wholesale", "Banking")
    assert reading("PMO Analyst Wholesale Banking") == (("analyst",), True)


@pytest.mark.parametrize(
    ("title", "role"),
    [
        ("PMO anlyst", "pmo-analyst"),
        ("portfolo manager", "portfolio-manager"),
        ("projct coordnator", "project-coordinator"),
        ("Sr PMO Manger", "pmo-manager"),
        ("projektsecretaris", "project-secretaris"),
    ],
)
def test_misspellings_are_suggested_and_not_read(title: str, role: str) -> None:
    assert read_title(shipped(), title) is None or role == "project-secretaris"
    assert role in near_roles(shipped(), title) or find_role(shipped(), title)


@pytest.mark.parametrize(
    ("title", "office"),
    [
        ("Portfolio Office Analyst", ("Portfolio Office", "portfolio")),
        ("CoE Manager", ("CoE", "coe")),
        ("PMO Analyst", None),
        ("Project Analyst", None),
        (None, None),
    ],
)
def test_the_office_in_a_title_suggests_the_kind_of_pmo(
    title: str | None, office: tuple[str, str] | None
) -> None:
    assert office_named(shipped(), title) == office


WORDS = [spelling for word in shipped().title_words for spelling in word.spellings]


@given(st.lists(st.sampled_from([*WORDS, "Leeds", "-", "/", "(", "2"]), max_size=6).map(" ".join))
def test_the_equal_title_is_read_alike(title: str) -> None:
    equal = equal_title(shipped(), title)
    if equal is None:
        assert read_title(shipped(), title) is None
        return
    assert equal_title(shipped(), equal) == equal
    first, second = find_role(shipped(), title), find_role(shipped(), equal)
    assert (first and first.levels) == (second and second.levels)


@given(st.text(max_size=300))
def test_any_text_is_read_or_unknown(title: str) -> None:
    read_title(shipped(), title)
    near_roles(shipped(), title)
