"""The map: the founding picture on its day, today's, and a person's place and route on it."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date
from typing import Any

import pytest
from goldens import PEOPLE, golden
from program import answer, call, valid
from written import advised

from pmo_path.answers.advise import advise
from pmo_path.answers.level_map import map_of
from pmo_path.contract.map import MapView
from pmo_path.core.json_text import json_data
from pmo_path.messages import phrases
from pmo_path.model.catalogue import Catalogue
from pmo_path.model.on_day import on_day
from pmo_path.profile.profile import Profile
from pmo_path.reports import text_map as drawn

FOUNDING = ("--as-of", "2018-07-01")
TODAY = ("--as-of", "2026-11-22")
# Levels downwards, as they are drawn; what each body has at each.
PICTURE = {
    "director": {"AIPMO": ["ipmo-e"]},
    "manager": {"BCS": ["ppso-advanced"], "AXELOS": ["p3o-practitioner"], "AIPMO": ["ipmo-p"]},
    "analyst": {"AXELOS": ["p3o-foundation"], "AIPMO": ["ipmo-f"]},
    "entry": {"BCS": ["ppso-essentials"]},
}
DAYS = (
    "2015-01-01",
    "2018-07-01",
    "2021-03-15",
    "2022-06-01",
    "2025-02-04",
    "2026-11-22",
    "2031-01-01",
)


def cells(told: dict[str, Any]) -> dict[str, dict[str, list[str]]]:
    """Return what each body has at each level, empty cells left out."""
    found = {}
    for row in told["rows"]:
        assert len(row["cells"]) == len(told["bodies"])
        pairs = zip(told["bodies"], row["cells"], strict=True)
        found[row["level"]] = {
            body: [one["certification"] for one in cell] for body, cell in pairs if cell
        }
    return found


def marks(told: dict[str, Any]) -> dict[str, list[str]]:
    return {one["certification"]: one["marks"] for one in entries(told)}


def entries(told: dict[str, Any]) -> list[dict[str, Any]]:
    return [
        *(one for row in told["rows"] for cell in row["cells"] for one in cell),
        *told["unplaced"],
    ]


# --- the picture ----------------------------------------------------------------------


def test_the_founding_picture_is_drawn_as_it_was() -> None:
    told = answer("map", "map", *FOUNDING)
    assert [(row["number"], row["level"]) for row in told["rows"]] == [
        (4, "director"),
        (3, "manager"),
        (2, "analyst"),
        (1, "entry"),
    ]
    assert set(told["bodies"]) == {"BCS", "AXELOS", "AIPMO"}
    assert cells(told) == PICTURE
    assert {one["status"] for row in told["rows"] for cell in row["cells"] for one in cell} == {
        "current"
    }


def test_without_a_person_nothing_is_about_a_person() -> None:
    told = answer("map", "map", *TODAY, "--name", "Sam")
    assert told["routes"] == []
    assert not any(row["here"] or row["aim"] for row in told["rows"])
    words = {mark for each in marks(told).values() for mark in each}
    assert words == {"withdrawn", "suspended", "unconfirmed"}


@pytest.mark.parametrize(
    ("name", "args"),
    [
        ("map-2018-07-01", FOUNDING),
        ("map-today", TODAY),
        (
            "map-today-analyst",
            (*TODAY, "--role", "PMO analyst", "--pmo-type", "tactical", "--name", "Sam"),
        ),
    ],
)
def test_the_text_is_the_golden_text(name: str, args: tuple[str, ...]) -> None:
    done = call("map", *args)
    assert (done.code, done.err) == (0, "")
    golden(f"{name}.txt", done.out)


@pytest.mark.parametrize("day", DAYS)
def test_every_certification_of_a_family_that_existed_is_there(
    day: str, catalogue: Catalogue
) -> None:
    told = valid("map", json_data(map_of(advise(catalogue, Profile(), date.fromisoformat(day)))))
    known = on_day(catalogue, date.fromisoformat(day))
    shown = (
        one for one in known.status if known.listed(one) and known.status[one] != "not_launched"
    )
    there = {one for one in shown if catalogue.family_of(one)}
    count = Counter(one["certification"] for one in entries(told))
    assert set(count) == there
    for one, times in count.items():
        assert times == max(1, len(catalogue.certifications[one].career_levels))


# --- a person -------------------------------------------------------------------------


def test_marks_say_in_words_what_a_certification_is_to_a_person() -> None:
    person = ("--role", "PMO analyst", "--holds", "p3o-foundation", "--goal", "next-level")
    told = answer("map", "map", *TODAY, *person)
    found = marks(told)
    assert [row["level"] for row in told["rows"] if row["here"]] == ["analyst"]
    assert told["routes"] == [["hop-managers"]]
    assert found["p3o-foundation"] == ["held"]
    assert found["hop-managers"] == ["next"]
    assert found["ppso-advanced"] == ["withdrawn"]
    assert found["ipmo-p"] == ["unconfirmed", "alternative"]
    text = " ".join(call("map", *TODAY, *person, env={"COLUMNS": "60"}).out.split())
    for name, mark in (("Managers", "next"), ("P3O Foundation", "held"), ("analyst", "you")):
        assert f"{name} [{mark}]" in text


def test_the_aim_is_marked() -> None:
    told = answer("map", "map", *TODAY, "--role", "PMO analyst", "--target-level", "director")
    assert [row["level"] for row in told["rows"] if row["aim"]] == ["director"]


@pytest.mark.parametrize("person", PEOPLE)
def test_the_map_shows_what_the_advice_says(person: str, catalogue: Catalogue) -> None:
    advice = advised(person, catalogue)
    told = valid("map", json_data(map_of(advice)))
    somebody = set(advice.profile) - {"name"}
    first = [route for route in advice.routes if route.rank == 1] if somebody else []
    assert told["routes"] == [[step.certification for step in route.steps] for route in first]
    found = marks(told)
    for one in advice.considered:
        if one.certification in found:
            said = set(found[one.certification])
            assert ("held" in said) == bool(somebody and one.verdict == "held")
            assert ("alternative" in said) == bool(somebody and one.verdict == "alternative")
            assert bool({"next", "next, tied"} & said) == bool(
                somebody and one.certification in advice.next_steps
            )
            assert (one.status in said) == (
                one.status in ("withdrawn", "suspended", "unconfirmed", "announced")
            )


# --- text -----------------------------------------------------------------------------


@pytest.mark.parametrize("width", [24, 40, 60, 79, 80, 100, 160])
def test_no_line_is_longer_than_the_width(width: int, catalogue: Catalogue) -> None:
    views = [
        map_of(advise(catalogue, Profile(name="Sam"), date.fromisoformat(day))) for day in DAYS
    ]
    views += [map_of(advised(person, catalogue)) for person in PEOPLE]
    for view in views:
        assert [line for line in drawn.render(view, width).splitlines() if len(line) > width] == []


@pytest.mark.parametrize(("width", "grid"), [(40, False), (79, False), (80, True), (120, True)])
def test_below_80_columns_it_is_a_list(width: int, grid: bool) -> None:
    text = call("map", *TODAY, env={"COLUMNS": str(width)}).out
    assert any(line.startswith("+--") for line in text.splitlines()) == grid


@pytest.mark.parametrize("day", DAYS)
@pytest.mark.parametrize("width", [60, 200])
def test_grid_and_list_name_every_certification_in_its_place(
    day: str, width: int, catalogue: Catalogue
) -> None:
    view = map_of(advise(catalogue, Profile(), date.fromisoformat(day)))
    text = drawn.render(view, width)
    shown = places(text, view) if width >= 80 else listed(text)
    for row in view.rows:
        for body, cell in zip(view.bodies, row.cells, strict=True):
            wanted = " ".join(phrases.entry_label(one) for one in cell)
            assert shown.get((f"{row.number} {row.level}", body), "") == wanted
    tail = " ".join(text.split())
    for one in view.unplaced:
        assert tail.count(phrases.entry_label(one)) == 1


def places(text: str, view: MapView) -> dict[tuple[str, str], str]:
    """Return the words in each cell of a drawn grid."""
    blocks = re.split(r"^\+[-+]+\+$", text, flags=re.MULTILINE)[2:-1]
    found: dict[tuple[str, str], str] = {}
    for block in blocks:
        lines = [line.strip("|").split("|") for line in block.strip("\n").splitlines()]
        level, *words = [" ".join(" ".join(part).split()) for part in zip(*lines, strict=True)]
        found |= {(level, body): word for body, word in zip(view.bodies, words, strict=True)}
    return found


def listed(text: str) -> dict[tuple[str, str], str]:
    """Return the words of each level and body in a list."""
    found: dict[tuple[str, str], str] = {}
    level = ""
    for line in re.sub(r"\n    +", " ", text.split("\n\n")[1]).splitlines():
        if line.startswith("  - ") and ": " in line:
            body, _, words = line[4:].partition(": ")
            found[level, body] = (
                f"{found[level, body]} {words}" if (level, body) in found else words
            )
        elif not line.startswith(" "):
            level = line
    return found
