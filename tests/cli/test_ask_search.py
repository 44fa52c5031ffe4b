"""Certificates in the interview: found by a part of the name, added where not listed, with days."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from terminal import (
    CTRL_C,
    CTRL_D,
    DOWN,
    EMPLOYER,
    ENTER,
    HOLDS,
    MENU,
    QUICK,
    TYPES,
    UP,
    Terminal,
    prepared,
)

from pmo_path.messages.catalog import talk

STATE = ".local/state/pmo-path/interview.json"
KNOWN = ("--role", "PMO analyst", "--goal", "frameworks", *EMPLOYER)
ESCAPE = "\x1b"


def answers(home: Path) -> dict[str, Any]:
    data = json.loads((home / STATE).read_text())
    return {one["fact"]: one["value"] for one in data["answers"]}


def at_list(home: Path) -> Terminal:
    at = Terminal(*KNOWN, home=home, term="xterm-256color")
    at.question(HOLDS, "» ○ don't know")
    return at


def left(at: Terminal, told: str) -> None:
    at.shows(f"{HOLDS} {told}")
    at.shows("» ")
    at.type(CTRL_D)
    assert at.ends() == 75


def test_a_part_of_a_name_finds_it_and_letters_are_no_commands(tmp_path: Path) -> None:
    at = at_list(tmp_path)
    at.type("/" + "prince")
    at.shows("/ prince...")
    at.shows("» ○ PRINCE2 Foundation")
    at.type("  2 PR")  # spaces and case do not count
    at.shows("» ○ PRINCE2 Practitioner")
    at.hides("PRINCE2 Foundation")
    at.type(ENTER)
    at.shows("» ● PRINCE2 Practitioner")
    at.shows("House of PMO:")  # the whole list again
    at.type("/" + "praxisb" + "\x7f" + ENTER)
    at.shows("» ● Praxis Framework Practitioner")
    at.type("/" + "pmp" + ESCAPE)
    at.question(HOLDS, "» ○ don't know")
    at.type(ENTER)
    at.shows("PRINCE2 Practitioner: on which day")
    at.type(ENTER)
    left(at, "Praxis Framework Practitioner and PRINCE2 Practitioner")
    assert answers(tmp_path) == {"holds": ["praxis-framework", "prince2-practitioner"]}


def test_the_name_of_a_body_finds_what_it_owns(tmp_path: Path) -> None:
    at = at_list(tmp_path)
    at.type("/" + "aipmo")
    at.shows("» ○ IPMO-Expert")
    at.hides("P3O Foundation")
    at.type(DOWN + ENTER)
    at.shows("» ● IPMO-Foundation")
    at.type("q")
    assert at.ends() == 75


def test_what_is_not_listed_is_added_as_it_is_called(tmp_path: Path) -> None:
    at = at_list(tmp_path)
    at.type("/" + "Order of Tea")
    at.shows(f"» ○ {talk('add-typed', name='Order of Tea')}")
    at.hides("don't know")
    at.type(ENTER)
    at.shows("» ● Order of Tea")
    at.type(ENTER)
    left(at, "Order of Tea")
    assert answers(tmp_path) == {"holds": ["Order of Tea"]}


def test_what_an_added_name_may_stand_for_is_asked(tmp_path: Path) -> None:
    at = at_list(tmp_path)
    at.type("/" + "MSP" + ENTER + ENTER)
    at.shows(talk("part-of", word="MSP"))
    at.shows(f"» {talk('part-none')}")
    at.type("b")
    at.question(HOLDS, "» ● MSP")
    at.type(ENTER)
    at.shows("MSP Practitioner")
    at.type(UP + ENTER)
    at.shows(MENU)
    at.type(CTRL_D)
    assert at.ends() == 75
    assert answers(tmp_path) == {"holds": ["MSP Practitioner"]}


@pytest.mark.parametrize(
    ("term", "key", "code"),
    [
        ("xterm-256color", "q" + ENTER, 75),
        ("xterm-256color", CTRL_C, 130),
        ("dumb", CTRL_D, 75),
        ("dumb", CTRL_C, 130),
    ],
)
def test_what_was_ticked_is_kept_when_it_is_left_at_a_day(
    term: str, key: str, code: int, tmp_path: Path
) -> None:
    arrows = term != "dumb"
    at = Terminal(*KNOWN, home=tmp_path, term=term)
    at.question(HOLDS, "» ○ don't know" if arrows else "> ")
    if arrows:
        at.type("/p3o f" + ENTER + "/pmp" + ENTER + "/hop" + ESCAPE + ENTER)
    else:
        at.type("p3o-foundation, pmp\n")
    at.shows("P3O Foundation: on which day")
    at.type("2024-05-31" + (ENTER if arrows else "\n"))
    at.shows("PMP: on which day")
    at.type(key)
    assert at.ends() == code
    left = json.loads((tmp_path / STATE).read_text())["taken_back"]
    award = {"certification": "p3o-foundation", "awarded_on": "2024-05-31"}
    assert left == [{"fact": "holds", "value": [award, "pmp"]}]
    again = Terminal(home=tmp_path, term=term)
    again.question(HOLDS, "● P3O Foundation" if arrows else "Enter: P3O Foundation (2024-05-31)")
    again.type(ENTER if arrows else "\n")
    if arrows:
        again.shows("Enter: 2024-05-31.")
        again.type(ENTER)
    again.shows("PMP: on which day")
    again.type("2025-01-01" + (ENTER if arrows else "\n"))
    again.shows(MENU)
    again.type(CTRL_D)
    assert again.ends() == 75
    later = {"certification": "pmp", "awarded_on": "2025-01-01"}
    assert answers(tmp_path)["holds"] == [award, later]


@pytest.mark.parametrize("typed", ["2024", "2024-05"])
def test_who_knows_no_day_gives_the_month_or_the_year(typed: str, tmp_path: Path) -> None:
    at = Terminal(*KNOWN, home=tmp_path, term="xterm-256color", size=(40, 24))
    at.question(HOLDS, "» ○ don't know")
    at.type("/p3o f" + ENTER + ENTER)
    at.shows("on which day")
    at.type("2024-5" + ENTER)
    at.shows("This is not a date; write YYYY, YYYY-MM or YYYY-MM-DD.")
    at.type("\x15" + typed + ENTER)
    left(at, "P3O Foundation")
    award = {"certification": "p3o-foundation", "awarded_on": typed}
    assert answers(tmp_path) == {"holds": [award]}


def test_a_word_that_says_nothing_is_no_name_to_add(tmp_path: Path) -> None:
    at = at_list(tmp_path)
    at.type("/" + "n.v.t." + ENTER)
    at.shows("This names nothing")
    at.type("\x7f" * 6 + "Order of Tea" + ENTER + ENTER)
    left(at, "Order of Tea")


def test_a_name_with_an_impossible_day_is_refused_where_it_stands(tmp_path: Path) -> None:
    at = at_list(tmp_path)
    at.type("/" + "PMP@2024-02-30" + ENTER)
    at.shows("There is no such day")
    at.type("\x7f" * 2 + "29" + ENTER + ENTER)
    left(at, "PMP (2024-02-29)")


def test_what_was_added_is_still_ticked_on_the_way_back(tmp_path: Path) -> None:
    at = at_list(tmp_path)
    at.type("/" + "Order of Tea" + ENTER + ENTER)
    at.shows(f"{HOLDS} Order of Tea")
    at.type("b")
    at.question(HOLDS, "» ● Order of Tea")
    at.type("q")
    assert at.ends() == 75


def test_an_office_that_is_not_listed_is_called_what_it_is_called(tmp_path: Path) -> None:
    at = Terminal("--level", "manager", "--goal", "basics", home=tmp_path, term="xterm-256color")
    at.question(TYPES, "» ○ don't know")
    at.type("/" + "EPMO" + ENTER)  # another name of one that is listed
    at.shows("» ● enterprise: ")
    at.type("/" + "Order of Tea" + ENTER + ENTER)
    at.shows(f"{TYPES} enterprise and Order of Tea")
    at.shows(talk("keys", default="don't know"))
    at.type(CTRL_D)
    assert at.ends() == 75
    assert answers(tmp_path) == {"pmo_types": ["enterprise", "Order of Tea"]}


# --- line by line


def test_a_part_of_a_name_offers_what_it_may_be(tmp_path: Path) -> None:
    at = Terminal(*KNOWN, home=tmp_path)
    at.prompt()
    said = at.say("prince, Order of Tea") or ""
    assert talk("part-of", word="prince") in said
    assert "1 PRINCE2 Foundation" in said
    assert "PRINCE2 Agile Foundation" in said  # known too, though not listed
    assert talk("part-none") in said
    assert HOLDS not in said
    assert talk("several-named")[1:] in (at.say("PRINCE2") or "")
    assert "PRINCE2 Practitioner: on which day" in (at.say("2") or "")
    at.say("2024-05-31")
    at.type("q\n")
    assert at.ends() == 75
    award = {"certification": "prince2-practitioner", "awarded_on": "2024-05-31"}
    assert answers(tmp_path)["holds"] == [award, "Order of Tea"]


@pytest.mark.parametrize(
    ("typed", "day"),
    [("2024-05-31", "2024-05-31"), ("", None), ("weet niet", None)],
)
def test_the_day_of_an_award_that_may_lapse_is_asked_line_by_line(
    typed: str, day: str | None, tmp_path: Path
) -> None:
    at = Terminal(*KNOWN, home=tmp_path)
    at.prompt()
    said = at.say("p3o-foundation, hop-analysts") or ""
    assert "P3O Foundation: on which day was it awarded, or last renewed?" in said
    assert "There is no such day" in (at.say("2024-02-30") or "")
    assert HOLDS in (at.say("b") or "") + " ".join(at.rows())
    at.say("p3o-foundation, hop-analysts")
    assert TYPES in (at.say(typed) or "")
    at.type("q\n")
    assert at.ends() == 75
    award = {"certification": "p3o-foundation", "awarded_on": day} if day else "p3o-foundation"
    assert answers(tmp_path)["holds"] == [award, "hop-analysts"]


@pytest.mark.parametrize(
    ("reply", "holds"),
    [
        *(("geen", {"holds": []}), ("Geen.", {"holds": []}), ("weet niet", {}), ("don’t know", {})),
        *(("n/a", {}), ("Onbekend", {}), ("n/a, N.A.", {})),
    ],
)
def test_dutch_and_plain_words_are_understood(
    reply: str, holds: dict[str, Any], tmp_path: Path
) -> None:
    args = (*QUICK, "--role", "PMO analyst", "--goal", "frameworks", "--json")
    code, out, _ = prepared(tmp_path, reply, "geen", "", args=args)
    assert code == 0
    profile = json.loads(out)["profile"]
    assert profile["years_in_pmo"] == 0
    assert {key: value for key, value in profile.items() if key == "holds"} == holds
