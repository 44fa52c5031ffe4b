"""The interview line by line: back, why, so far, quit."""

from __future__ import annotations

import json
import signal
from pathlib import Path

import pytest
from terminal import (
    CTRL_C,
    CTRL_D,
    GOALS,
    OFFICE,
    QUICK,
    TITLE,
    Terminal,
    plain,
    prepared,
)

from pmo_path.messages.catalog import talk


def test_back_at_the_first_question_says_so(tmp_path: Path) -> None:
    at = Terminal(*QUICK, home=tmp_path)
    at.prompt()
    said = at.say("b") or ""
    assert talk("first-question") in said
    assert TITLE in said
    at.type("q\n")
    assert at.ends() == 75


def test_back_over_several_keeps_what_still_counts(tmp_path: Path) -> None:
    at = Terminal(home=tmp_path)
    at.prompt()
    assert GOALS in (at.say("PMO analyst") or "")
    assert OFFICE in (at.say("2,5") or "")
    assert "Enter: ideas and moving up a level, as before." in " ".join((at.say("b") or "").split())
    said = " ".join((at.say("b") or "").split())
    assert "Enter: PMO analyst, as before." in said
    assert "A single - is “don't know”." in said.replace("’", "'")
    assert OFFICE in (at.say("") or "")  # the goal said later still stands
    at.type("q\n")
    assert at.ends() == 75
    saved = json.loads((tmp_path / ".local/state/pmo-path/interview.json").read_text())
    assert [one["fact"] for one in saved["answers"]] == ["role", "goals"]


def test_an_answer_that_no_longer_counts_is_dropped_and_said(tmp_path: Path) -> None:
    at = Terminal(home=tmp_path)
    at.prompt()
    at.say("wizard of offices")
    at.say("2")
    at.say("b")
    at.say("b")
    assert talk("dropped", facts="your career level") in (at.say("PMO analyst") or "")
    at.type("q\n")
    at.ends()


def test_why_names_what_the_answer_decides(tmp_path: Path) -> None:
    code, _, err = prepared(tmp_path, "?", args=("--role", "PMO analyst"))
    assert code == 75
    said = " ".join(err.rpartition("> ?")[2].split())
    assert said.startswith("Your answer decides what comes first: Essentials for PMO Analysts, ")
    assert "“ideas: which PMO services and models exist”: P3O Foundation." in said
    assert "“don't know”: Essentials for PMO Analysts or P3O Foundation." in said
    assert "Why we ask" not in said  # that stands above


def test_so_far_says_what_comes_first_what_is_possible_and_what_fell_away_and_why(
    tmp_path: Path,
) -> None:
    _, _, err = prepared(tmp_path, "PMO analyst", "w", "2", "w", args=())
    first, second = (" ".join(part.split()) for part in err.split("> w")[1:])
    assert first.startswith(
        "First so far: Essentials for PMO Analysts or P3O Foundation. Still possible: "
    )
    assert second.startswith("First so far: P3O Foundation. Still possible: ")
    assert (
        "Ruled out by your last answer: IPMO-Expert: Made for level 4 (director), beyond" in second
    )


@pytest.mark.parametrize("quit_", ["q", "Q", CTRL_D])
def test_it_is_left_with_the_answers_saved(quit_: str, tmp_path: Path) -> None:
    at = Terminal(*QUICK, home=tmp_path)
    at.prompt()
    at.say("PMO analyst")
    at.type(quit_ if quit_ == CTRL_D else quit_ + "\n")
    assert at.ends() == 75
    assert at.restored
    file = tmp_path / ".local/state/pmo-path/interview.json"
    assert plain(talk("saved", file=file)) in plain(at.seen)
    assert json.loads(file.read_text())["answers"] == [{"fact": "role", "value": "PMO analyst"}]


@pytest.mark.parametrize("finished", [False, True])
def test_it_can_be_interrupted_at_a_question_and_at_the_offer(
    finished: bool, tmp_path: Path
) -> None:
    at = Terminal(*QUICK, home=tmp_path)
    if finished:
        at.finish(role="PMO analyst")
    else:
        at.prompt()
    at.type(CTRL_C)
    assert at.ends() == 130
    assert at.restored
    assert "Saved in" in at.seen
    assert (tmp_path / ".local/state/pmo-path/interview.json").exists()


@pytest.mark.parametrize("told", [signal.SIGTERM, signal.SIGHUP])
@pytest.mark.parametrize("term", ["dumb", "xterm-256color"])
def test_told_to_end_it_keeps_the_answers_and_puts_the_terminal_back(
    term: str, told: signal.Signals, tmp_path: Path
) -> None:
    at = Terminal(*QUICK, home=tmp_path, term=term)
    at.question(TITLE)
    at.child.kill(told)
    assert at.ends() == 143
    assert at.restored
    assert (tmp_path / ".local/state/pmo-path/interview.json").exists()
