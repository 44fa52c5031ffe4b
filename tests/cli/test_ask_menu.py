"""The menu after the advice of an interview, on a terminal."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from terminal import CTRL_D, DOWN, ENTER, QUICK, UP, Terminal, files, plain

from pmo_path.messages.catalog import talk

ANSWERS = {"role": "PMO analyst", "holds": "none", "years_in_pmo": "3"}
STATE = ".local/state/pmo-path/interview.json"
FULL, WHY, COMPARE, MAP, SAVE, REPORT, CHANGE, FINISH = map(str, range(1, 9))


def at_menu(home: Path, *args: str) -> Terminal:
    at = Terminal(*QUICK, *args, home=home)
    at.finish(**ANSWERS)
    assert plain(talk("menu")) in plain(at.seen)
    return at


@pytest.mark.parametrize("reply", ["", FINISH, "finish"])
def test_it_ends_with_nothing_kept(reply: str, tmp_path: Path) -> None:
    at = at_menu(tmp_path)
    at.type(reply + "\n")
    assert at.ends() == 0
    assert [one for one in files(tmp_path) if (tmp_path / one).is_file()] == []


@pytest.mark.parametrize("reply", ["q\n", CTRL_D])
def test_it_is_left_with_the_answers_kept(reply: str, tmp_path: Path) -> None:
    at = at_menu(tmp_path)
    at.type(reply)
    assert at.ends() == 75
    assert len(json.loads((tmp_path / STATE).read_text())["answers"]) >= 3


def test_it_shows_more_and_comes_back(tmp_path: Path) -> None:
    at = at_menu(tmp_path)
    assert "SOURCES" in (at.say(FULL) or "")
    assert talk("menu-which") in (at.say(WHY) or "")
    said = at.say("example foundation") or ""
    assert "Example Foundation" in said
    assert plain(talk("menu")) in plain(said)
    at.say(COMPARE)
    assert talk("menu-second") in (at.say("example foundation") or "")
    assert "Example Practitioner" in (at.say("example practitioner") or "")
    assert "Example Institute" in (at.say(MAP) or "")
    assert talk("menu-which") in (at.say(WHY) or "")
    assert plain(talk("menu-finish")) in plain(at.say("b") or "")
    at.type("\n")
    assert at.ends() == 0


def test_the_profile_and_a_report_are_written_and_nothing_is_overwritten(tmp_path: Path) -> None:
    (tmp_path / "report.html").write_text("mine")
    at = at_menu(tmp_path)
    at.say(SAVE)
    assert talk("offer-name")[1:] in (at.say("me.txt") or "")
    assert "Written to me.yaml." in (at.say("") or "")
    at.say(REPORT)
    assert "the file exists already" in (at.say("") or "")
    assert "Written to mine.html." in (at.say("mine.html") or "")
    at.say(REPORT)
    assert plain(talk("menu-finish")) in plain(at.say("b") or "")
    at.type("\n")
    assert at.ends() == 0
    assert (tmp_path / "report.html").read_text() == "mine"
    assert (tmp_path / "mine.html").read_text().startswith("<!DOCTYPE html>")
    assert "role: PMO analyst" in (tmp_path / "me.yaml").read_text()


def test_any_answer_is_changed_and_the_others_stand(tmp_path: Path) -> None:
    at = at_menu(tmp_path)
    said = at.say(CHANGE) or ""
    assert "1 Which job title is closest to yours? PMO analyst" in said
    assert "Enter: none of these, as before." in (at.say("do you hold") or "")
    assert plain(talk("menu")) in plain(at.say("example-foundation") or "")
    at.type("q\n")
    assert at.ends() == 75
    saved = json.loads((tmp_path / STATE).read_text())["answers"]
    kept = {answer["fact"]: answer["value"] for answer in saved}
    assert kept["role"] == "PMO analyst"
    assert kept["holds"] == ["example-foundation"]


def test_back_without_an_answer_says_so(tmp_path: Path) -> None:
    at = Terminal(*QUICK, "--role", "PMO analyst", "--holds", "none", "--years", "3", home=tmp_path)
    at.finish()
    while plain(talk("first-question")) not in plain(said := at.say("b") or ""):
        assert said
    at.type("q\n")
    assert at.ends() == 75


def test_it_is_a_list_where_there_are_arrow_keys(tmp_path: Path) -> None:
    said = ("--level", "analyst", "--goal", "frameworks", "--pmo-type", "tactical")
    at = Terminal(*said, "--holds", "none", home=tmp_path, term="xterm-256color")
    at.shows(talk("menu-finish"))
    at.type(DOWN + ENTER)
    at.shows(talk("menu-which"))
    at.type("/" + "pmp" + ENTER)
    at.shows(talk("menu-finish"))
    at.type(DOWN * 4 + ENTER)
    at.shows(talk("menu-save-file"))
    at.type("me.json" + ENTER)
    at.shows("Written to me.json.")
    at.type(UP + ENTER)
    assert at.ends() == 0
    assert json.loads((tmp_path / "me.json").read_text())["experience_level"] == "analyst"
