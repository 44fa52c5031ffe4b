"""The menu after the advice of an interview, on a terminal."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from terminal import CTRL_D, DOWN, ENTER, QUICK, UP, Terminal, files, plain

from pmo_path.messages.catalog import talk
from pmo_path.profile.facts import BY_KEY

ANSWERS = {"role": "PMO analyst", "holds": "none", "years_in_pmo": "3"}
STATE = ".local/state/pmo-path/interview.json"
FULL, WHY, COMPARE, MAP = "all of it", "why, or why not", "compare", "the map"
SAVE, REPORT, CHANGE, FINISH = "save these", "write a report", "change an answer", "finish"


def at_menu(home: Path, *args: str) -> Terminal:
    at = Terminal(*QUICK, *args, home=home)
    at.finish(**ANSWERS)
    assert plain(talk("menu")) in plain(at.seen)
    return at


def read_on(at: Terminal, said: str | None) -> str:
    """Press Enter until the menu is there again; return all that was said."""
    told = said or ""
    while plain(talk("menu")) not in plain(told):
        assert plain(talk("more-keys")) in plain(told)
        told += at.say("") or ""
    return told


@pytest.mark.parametrize("reply", [FINISH, "10"])
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


def test_enter_alone_ends_nothing(tmp_path: Path) -> None:
    at = at_menu(tmp_path)
    assert plain("give a number from 1 to 10") in plain(at.say("") or "")
    at.say(WHY)
    assert plain(talk("no-such-number"))[1:] in plain(at.say("") or "")
    at.type("q\n")
    assert at.ends() == 75


def test_it_shows_more_and_comes_back(tmp_path: Path) -> None:
    at = at_menu(tmp_path)
    assert "SOURCES" in read_on(at, at.say(FULL))
    assert talk("menu-which") in (at.say(WHY) or "")
    assert "Example Foundation" in read_on(at, at.say("example foundation"))
    at.say(COMPARE)
    second = at.say("example foundation") or ""
    assert talk("menu-second") in second
    assert "Example Foundation" not in second.partition(talk("menu-second"))[2]
    assert "Example Practitioner" in read_on(at, at.say("example practitioner"))
    assert "Example Institute" in read_on(at, at.say(MAP))
    assert talk("menu-which") in (at.say(WHY) or "")
    assert plain(talk("menu-finish")) in plain(at.say("b") or "")
    at.type(FINISH + "\n")
    assert at.ends() == 0


def test_a_long_text_begins_at_the_top_of_the_screen_and_is_left_at_will(tmp_path: Path) -> None:
    at = at_menu(tmp_path)
    first = at.say(FULL) or ""
    assert "Next step: Example Foundation" in " ".join(at.rows()[:3])
    assert plain(talk("menu")) not in plain(first)
    assert plain(talk("no-such-key"))[1:] in plain(at.say("x") or "")
    assert "SOURCES" not in first
    assert plain(talk("menu")) in plain(at.say("b") or "")
    at.say(FULL)
    at.type("q\n")
    assert at.ends() == 75


def test_what_is_advised_comes_first_in_a_list_of_certifications(tmp_path: Path) -> None:
    at = at_menu(tmp_path)
    said = at.say(WHY) or ""
    listed = [line.split(maxsplit=1)[1] for line in said.splitlines() if line.startswith("   ")]
    assert listed[:2] == ["Example Foundation", "Example Practitioner"]
    assert listed[2:] == sorted(listed[2:], key=str.casefold)
    at.type("q\n")
    assert at.ends() == 75


def test_what_would_sharpen_the_advice_can_be_said_and_taken_back(tmp_path: Path) -> None:
    at = at_menu(tmp_path)
    aim = str(BY_KEY["target_level"].question)
    assert aim in (at.say("say one thing more") or "")
    assert "“managing one PMO and its people” or" in " ".join((at.say("?") or "").split())
    said = at.say("4") or ""
    assert plain(talk("menu")) in plain(said)
    assert "You aim for level 4 (director)" in " ".join(said.split())
    assert plain("say one thing more") not in plain(said)
    assert plain("Enter: directing PMOs across an organisation, as before.") in plain(
        at.say("b") or ""
    )
    assert plain(talk("menu")) in plain(at.say("") or "")
    assert f"{aim} directing" in (at.say(CHANGE) or "")
    at.say("job title")  # an answer before it: the aim still stands
    assert "You aim for level 4 (director)" in " ".join((at.say("") or "").split())
    at.type("q\n")
    assert at.ends() == 75
    answers = json.loads((tmp_path / STATE).read_text())["answers"]
    assert {"fact": "target_level", "value": "director"} in answers


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
    at.type(FINISH + "\n")
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
    at.type(DOWN * 2 + ENTER)
    at.shows(talk("menu-which"))
    at.type("/" + "pmp" + ENTER)
    at.shows(talk("more-keys"))
    at.shows("PMP: not advised here to anybody")
    at.type("b" + ENTER)
    at.shows(talk("menu-finish"))
    at.type(DOWN * 5 + ENTER)
    at.shows(talk("menu-save-file"))
    at.type("me.json" + ENTER)
    at.shows("Written to me.json.")
    at.type(UP + ENTER)
    assert at.ends() == 0
    assert json.loads((tmp_path / "me.json").read_text())["experience_level"] == "analyst"


def test_a_plan_is_offered_and_only_then_money_and_days_are_asked(tmp_path: Path) -> None:
    at = at_menu(tmp_path)
    assert talk("plan-budget") not in at.seen
    assert talk("plan-where") in (at.say("a plan") or "")
    assert talk("plan-budget") in (at.say("4") or "")
    assert plain("such as `1500 GBP`") in plain(at.say("much") or "")
    assert talk("plan-hours_per_week") in (at.say("1500 GBP") or "")
    assert talk("plan-needed_by") in (at.say("") or "")
    shown = read_on(at, at.say(""))
    assert "From level 2 (analyst) to level 4 (director)" in " ".join(shown.split())
    assert "--assume" not in shown
    at.say(SAVE)
    assert "Written to me.yaml" in " ".join((at.say("") or "").split())
    assert "1500 GBP" in (tmp_path / "me.yaml").read_text()
    at.type(FINISH + "\n")
    assert at.ends() == 0


@pytest.mark.parametrize("before", [("a plan",), ("a plan", "3"), ("a plan", "3", "9 GBP")])
def test_a_plan_can_be_left_at_every_question(before: tuple[str, ...], tmp_path: Path) -> None:
    at = at_menu(tmp_path)
    for reply in before:
        at.say(reply)
    assert plain(talk("menu")) in plain(at.say("b") or "")
    at.say("a plan")
    at.type("q\n")
    assert at.ends() == 75
