"""The interview line by line at a terminal; and prepared answers without one."""

from __future__ import annotations

import json
import os
import signal
import time
from pathlib import Path

import pexpect  # type: ignore[import-untyped]
import pytest
from paths import SMALL
from program import PROGRAM, call, environment, run, valid
from terminal import (
    CTRL_D,
    DAY,
    GOALS,
    HOLDS,
    LEVEL,
    QUICK,
    TITLE,
    Terminal,
    close,
    plain,
    prepared,
    told_by,
)

from pmo_path.catalogue.load import load_catalogue
from pmo_path.messages.catalog import talk
from pmo_path.model.catalogue import Catalogue
from pmo_path.profile.facts import BY_KEY
from pmo_path.profile.profile import Profile


@pytest.fixture(scope="module")
def small() -> Catalogue:
    return load_catalogue(SMALL)


# --- what a question looks like


def test_a_question_says_its_number_its_reason_its_default_and_its_keys(tmp_path: Path) -> None:
    at = Terminal("--experience-level", "analyst", home=tmp_path)
    said = at.prompt() or ""
    assert said.splitlines()[-10:] == [
        "What should a certification bring you?",
        "   1 the practical basics of PMO work",
        "   2 ideas: which PMO services and models exist",
        "   3 practice: how to choose, design and run services",
        "   4 setting up a PMO",
        "   5 moving up a level",
        "   6 leaving PMO work, to run projects or programmes",
        "   Why we ask: the goal decides between certifications made for the same level.",
        "   Several: separate the numbers with commas; `none` for none of them.",
        "Enter: don't know. b back, ? why, w so far, q save and leave.",
    ]
    assert "Question 1; at most " in said
    at.type("q\n")
    assert at.ends() == 75


@pytest.mark.parametrize(
    ("term", "args"), [("dumb", ()), ("xterm-256color", ("--plain",)), ("", ())]
)
def test_lines_need_no_cursor(term: str, args: tuple[str, ...], tmp_path: Path) -> None:
    at = Terminal(*QUICK, *args, home=tmp_path, term=term)
    assert "pmo-path ask --plain" not in (at.prompt() or "")
    for answer in ("PMO analyst", "?", "w", "b", "", "", "", ""):
        assert at.say(answer) is not None
    at.type("finish\n")
    assert at.ends() == 0
    assert "\x1b" not in at.seen
    assert "\x08" not in at.seen


@pytest.mark.parametrize("size", [(80, 24), (40, 24)])
def test_no_line_is_wider_than_the_screen_and_no_word_is_broken(
    size: tuple[int, int], tmp_path: Path
) -> None:
    at = Terminal("--role", "PMO analyst", home=tmp_path, size=size)
    at.prompt()
    for answer in ("?", "w", "2"):
        at.say(answer)
    at.shows(HOLDS)  # below a list longer than the screen
    told = at.seen.replace("\r\n", "\n").split("\n> ")
    assert max(len(line) for part in told for line in part.splitlines()) <= size[0]
    assert at.rows()[-2 if not at.rows()[-1] else -1].strip() == ">"
    at.shows("Enter: don't know. b back, ? why, w so far, q save and leave.")
    at.type(CTRL_D)
    at.ends()


def test_questions_go_to_standard_error_and_the_advice_alone_to_standard_output(
    small: Catalogue, tmp_path: Path
) -> None:
    at = Terminal(*QUICK, "--json", home=tmp_path, out=tmp_path / "out")
    at.finish(role="PMO analyst", holds="none")
    at.type("\n")
    assert at.ends() == 0
    written = (tmp_path / "out").read_text(encoding="utf-8")
    assert written == told_by(Profile(role="PMO analyst", holds=()), small, "json")
    valid("advice", json.loads(written))
    assert "schema_version" not in at.seen


def test_the_advice_is_that_of_advise_without_options_and_a_menu_follows(
    small: Catalogue, tmp_path: Path
) -> None:
    at = Terminal(*QUICK, home=tmp_path)
    at.finish(role="PMO analyst")
    told = told_by(Profile(role="PMO analyst"), small)
    assert plain(told) in plain(at.seen)
    assert plain(talk("menu-finish")) in plain(at.seen.rpartition(talk("menu"))[2])
    at.type("finish\n")
    assert at.ends() == 0


# --- replies


def test_numbers_words_several_and_dates_are_understood(tmp_path: Path) -> None:
    code, out, err = prepared(
        tmp_path, "PMO analyst", "2,5", "", "", "10@2024-05-31, p3o-foundation", args=("--json",)
    )
    assert code == 0
    assert json.loads(out)["profile"] == {
        "role": "PMO analyst",
        "goals": ["frameworks", "next-level"],
        "holds": [
            "p3o-foundation",
            {"certification": "p3o-practitioner", "awarded_on": "2024-05-31"},
        ],
    }
    assert "10 P3O Practitioner" in err
    assert " House of PMO: 1 BCS PPSO" in " ".join(err.split())


@pytest.mark.parametrize(("reply", "holds"), [("none", {"holds": []}), ("-", {}), ("", {})])
def test_none_is_an_answer_and_a_dash_or_enter_is_dont_know(
    reply: str, holds: object, tmp_path: Path
) -> None:
    code, out, _ = prepared(
        tmp_path,
        reply,
        "",
        "",
        args=(*QUICK, "--role", "PMO analyst", "--goal", "frameworks", "--json"),
    )
    assert code == 0
    profile = json.loads(out)["profile"]
    assert {key: value for key, value in profile.items() if key == "holds"} == holds


def test_a_wrong_answer_is_explained_and_asked_again_and_nothing_is_lost(tmp_path: Path) -> None:
    at = Terminal(*QUICK, "--json", home=tmp_path, out=tmp_path / "out")
    at.prompt()
    at.say("")
    for wrong, why in (
        ("wizard", "This value is not known"),
        ("1,2", "This value"),
        ("9", "There is no such number"),
    ):
        assert f"\n{why}" in (said := at.say(wrong) or "")
        assert said.strip().endswith("; give a number from 1 to 4.")
    os.write(at.child.child_fd, b"\xff\xfe\n")
    assert "This value is not known" in (at.prompt() or "")
    assert HOLDS in (at.say("analyst") or "")
    for wrong, why in (
        ("14", "no such number"),
        ("1@2024-02-30", "There is no such day"),
        ("1,none", "stands alone"),
    ):
        assert why in (at.say(wrong) or "")
    at.say("none")
    at.finish()
    at.type("\n")
    assert at.ends() == 0
    assert json.loads((tmp_path / "out").read_text())["profile"] == {
        "experience_level": "analyst",
        "holds": [],
    }


# --- job titles


@pytest.mark.parametrize(
    "title", ["PMO analyst", "pmo  ANALYST", "PMO-analist", "Senior PMO analyst"]
)
def test_a_known_title_settles_the_level(title: str, tmp_path: Path) -> None:
    _, _, err = prepared(tmp_path, title, args=())
    assert GOALS in err
    assert LEVEL not in err.replace("\n", " ")


def test_an_ambiguous_title_asks_its_own_follow_up_with_what_it_can_mean(tmp_path: Path) -> None:
    at = Terminal(home=tmp_path)
    at.prompt()
    said = " ".join((at.say("PMO-coördinator") or "").split())
    assert "Which is closest to your work as PMO-coördinator?" in said
    administers, analyses, *_ = BY_KEY["experience_level"].says.values()
    assert f"1 {administers} 2 {analyses} Why" in said
    assert "There is no such number; give a number from 1 to 2." in (at.say("3") or "")
    assert "This is not one of the choices; give a number from 1 to 2." in (at.say("manager") or "")


def test_people_from_delivery_are_asked_for_their_pmo_work(tmp_path: Path) -> None:
    _, _, err = prepared(tmp_path, "projectmanager", args=())
    assert "Which PMO work do you do, or want to do: administration, analysis," in " ".join(
        err.split()
    )


def test_an_unknown_title_offers_close_ones(tmp_path: Path) -> None:
    at = Terminal(home=tmp_path)
    at.prompt()
    said = at.say("PMO analyzt") or ""
    assert "The title PMO analyzt is not known here. Is it one of these?" in said
    choices = [line.strip() for line in said.splitlines() if line.strip()[:1].isdigit()]
    assert choices[0] == "1 PMO analyst"
    assert choices[-1].endswith("none of these: ask me for my level instead")
    assert f"; give a number from 1 to {len(choices)}." in (at.say("9") or "")
    assert TITLE in (at.say("b") or "")
    at.say("PMO analyzt")
    assert GOALS in (at.say("1") or "")
    at.say("b")
    at.say("PMO analyzt")
    assert plain(LEVEL) in plain(at.say("") or "")  # none of these: the level is asked
    at.say("b")
    at.say("PMO analyzt")
    at.type("q\n")
    assert at.ends() == 75


# --- without a terminal


@pytest.mark.parametrize("args", [(), ("--plain",), ("--json",)])
def test_without_a_terminal_it_says_at_once_what_to_do_instead(
    args: tuple[str, ...], tmp_path: Path
) -> None:
    done = run("ask", *args, env={"HOME": str(tmp_path)})
    assert (done.code, done.out) == (2, "")
    assert 'pmo-path advise --role "PMO analyst"' in " ".join(done.err.split())
    assert not list(tmp_path.iterdir())


def test_prepared_answers_come_from_a_file_and_an_end_of_them_is_leaving(tmp_path: Path) -> None:
    file = tmp_path / "answers.txt"
    file.write_text("PMO analyst\nnone\n\n")
    env = {"HOME": str(tmp_path), "XDG_STATE_HOME": ""}
    left = run("ask", *QUICK, "--as-of", DAY, "--answers", file, env=env)
    assert (left.code, left.out) == (75, "")
    assert "Saved in" in left.err
    file.write_text("3\n")
    other = run("ask", *QUICK, "--as-of", DAY, "--answers", file, env=env)
    assert "Going on" not in other.err  # of whoever answered before, nothing is taken over unasked
    kept = tmp_path / "mine.json"
    file.write_text("PMO analyst\nnone\n\n")
    assert run("ask", *QUICK, "--as-of", DAY, "--answers", file, "--save", kept, env=env).code == 75
    file.write_text("3\n")
    done = run("ask", *QUICK, "--as-of", DAY, "--json", "--answers", file, "--save", kept, env=env)
    assert done.code == 0
    assert json.loads(done.out)["profile"] == {
        "role": "PMO analyst",
        "holds": [],
        "years_in_pmo": 3,
    }
    missing = run("ask", "--answers", tmp_path / "nowhere", env=env)
    assert (missing.code, missing.out) == (3, "")
    assert "nowhere: cannot be read" in " ".join(missing.err.split())


@pytest.mark.parametrize(
    ("lines", "line", "code"),
    [
        (
            ["PMO analyst", "9", "2", "none"],
            2,
            "unknown-value",
        ),  # 2 was meant for the question after it
        (["?", "PMO analyst", "1@2024-02-30"], 3, "bad-date"),
        (["PMO analyzt", "9", "1"], 2, "unknown-value"),
        (["PMO analyst", "none", "", "3", "4"], 5, "not-a-profile-name"),  # one more than is asked
        (["PMO analyst", "none", "", "3", "there.yaml", "other.yaml"], 5, "file-exists"),
    ],
)
def test_a_prepared_answer_that_is_refused_ends_it_where_it_stands(
    lines: list[str], line: int, code: str, tmp_path: Path
) -> None:
    (tmp_path / "there.yaml").write_text("mine")
    file = tmp_path / "answers.txt"
    file.write_text("".join(f"{one}\n" for one in lines))
    env = {"HOME": str(tmp_path), "XDG_STATE_HOME": "", "COLUMNS": "500"}
    done = call(
        "ask", *QUICK, "--as-of", DAY, "--json", "--answers", "answers.txt", env=env, cwd=tmp_path
    )
    assert done.code == 3
    told = valid("error", json.loads(done.err[done.err.index("{") :]))
    assert told["code"] == code
    (error,) = told["errors"]
    assert (error["line"], error["column"], error["code"]) == (line, 1, code)
    assert error["hint"]
    shown = call("ask", *QUICK, "--as-of", DAY, "--answers", "answers.txt", env=env, cwd=tmp_path)
    assert f"answers.txt:{line}:1: {error['detail']} [{code}]" in shown.err
    assert (tmp_path / "there.yaml").read_text() == "mine"
    assert not (tmp_path / "other.yaml").exists()


def test_what_an_option_says_is_not_asked(tmp_path: Path) -> None:
    said = ("--role", "PMO analyst", "--holds", "none", "--years", "3", "--goal", "basics")
    code, out, err = prepared(tmp_path, args=(*QUICK, *said, "--json"))
    assert (code, "Question" in err) == (0, False)
    assert json.loads(out)["profile"]["role"] == "PMO analyst"


def test_advise_can_be_interrupted(tmp_path: Path) -> None:
    """It waits for a profile on standard input that never ends."""
    child = pexpect.spawn(
        PROGRAM[0], [*PROGRAM[1:], "advise", "-", *QUICK], env=environment(), timeout=20
    )
    wait_until_reading(child.pid)
    child.kill(signal.SIGINT)
    child.expect(pexpect.EOF)
    close(child)
    assert child.exitstatus == 130
    assert b"Traceback" not in (child.before or b"")


def wait_until_reading(pid: int) -> None:
    """Wait until a process sleeps in a read of its terminal."""
    status = Path(f"/proc/{pid}/wchan")
    for _ in range(200):
        try:
            if "tty" in status.read_text() or "wait_woken" in status.read_text():
                return
        except OSError:
            break
        time.sleep(0.02)
    time.sleep(1)
