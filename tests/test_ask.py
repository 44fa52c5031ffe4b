"""The questionnaire at a terminal, as a person meets it; and interruption."""

from __future__ import annotations

import json
import shlex
import signal
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pexpect  # type: ignore[import-untyped]
import pytest
from program import PROGRAM, SMALL, environment, run

from pmo_path.catalogue.load import load_catalogue
from pmo_path.engine import advise
from pmo_path.facts import FACTS
from pmo_path.knowledge import Catalogue
from pmo_path.profile import Profile
from pmo_path.reports import renderer

QUICK = ("--catalogue", str(SMALL), "--as-of", "2026-11-21")

PROMPT = "\r\n> "
WIDE = 200


def test_ask_without_a_terminal_says_what_to_do_instead() -> None:
    done = run("ask")
    assert (done.code, done.out) == (2, "")
    assert "pmo-path advise" in done.err


class Interview:
    """A person at a terminal who is asked."""

    def __init__(self, *args: str, cwd: Path, redirect: Path | None = None) -> None:
        line = shlex.join([*PROGRAM, "ask", *QUICK, *args])
        line = f"{line} > {shlex.quote(str(redirect))}" if redirect else line
        env = environment(COLUMNS=str(WIDE), TERM="dumb")
        self.child = pexpect.spawn(
            "/bin/sh",
            ["-c", f"exec {line}"],
            env=env,
            cwd=str(cwd),
            dimensions=(50, WIDE),
            encoding="utf-8",
            timeout=20,
        )
        self.child.delaybeforesend = None
        self.seen = ""

    def prompt(self) -> str | None:
        """Return what stands before the next prompt, or None where there is none any more."""
        ended = self.child.expect_exact([PROMPT, pexpect.EOF])
        said = (self.child.before or "").replace("\r\n", "\n")
        self.seen += said
        return None if ended else said

    def finish(self, answer: Callable[[str], str]) -> int:
        """Answer every question, and return the exit code."""
        while (said := self.prompt()) is not None:
            question = next(row.key for row in FACTS if row.question and row.question in said)
            self.child.sendline(answer(question))
        return self.code()

    def code(self) -> int:
        self.child.close()
        assert self.child.signalstatus is None
        return int(self.child.exitstatus or 0)


def told_by(person: Profile, catalogue: Catalogue, form: str = "text") -> str:
    return renderer(form)(advise(catalogue, person, date(2026, 11, 21)), WIDE)


@pytest.fixture(scope="module")
def small() -> Catalogue:
    return load_catalogue(SMALL)


def test_ask_takes_numbers_and_enter_and_ends_with_the_advice(small: Catalogue, tmp_path: Path) -> None:
    asked: list[str] = []

    def answer(question: str) -> str:
        asked.append(question)
        return {"experience_level": "2"}.get(question, "")

    interview = Interview(cwd=tmp_path)
    assert interview.finish(answer) == 0
    assert asked[:2] == ["role", "experience_level"]
    assert len(asked) == len(set(asked))
    told = told_by(Profile(experience_level="analyst"), small)
    assert told in interview.seen
    assert interview.seen.endswith(f"In short: {told.splitlines()[0]}\n")


def test_ask_keeps_standard_output_for_the_advice(small: Catalogue, tmp_path: Path) -> None:
    interview = Interview("--json", cwd=tmp_path, redirect=tmp_path / "out")
    assert interview.finish(lambda question: {"experience_level": "1"}.get(question, "")) == 0
    written = (tmp_path / "out").read_text(encoding="utf-8")
    assert written == told_by(Profile(experience_level="entry"), small, "json")
    assert "schema_version" not in interview.seen


def test_ask_explains_a_wrong_answer_and_asks_again(tmp_path: Path) -> None:
    interview = Interview("--json", cwd=tmp_path, redirect=tmp_path / "out")
    interview.prompt()
    interview.child.sendline("")
    interview.prompt()
    for wrong in ("9", "wizard"):
        interview.child.sendline(wrong)
        explained = (interview.prompt() or "").strip()
        assert len(explained.replace(wrong, "", 1).strip()) > 10
    interview.child.sendline("analyst")
    assert interview.finish(lambda question: "") == 0
    assert json.loads((tmp_path / "out").read_text(encoding="utf-8"))["profile"] == {"experience_level": "analyst"}


def test_ask_does_not_ask_what_an_option_says(tmp_path: Path) -> None:
    asked: list[str] = []
    interview = Interview("--experience-level", "entry", "--holds", "none", cwd=tmp_path)
    assert interview.finish(lambda question: asked.append(question) or "") == 0  # type: ignore[func-returns-value]
    assert not {"role", "experience_level", "holds"} & set(asked)


def test_ask_writes_no_control_sequences(tmp_path: Path) -> None:
    interview = Interview(cwd=tmp_path)
    assert interview.finish(lambda question: "") == 0
    assert "\x1b" not in interview.seen


def test_ask_can_be_interrupted(tmp_path: Path) -> None:
    interview = Interview(cwd=tmp_path)
    interview.prompt()
    interview.child.sendintr()
    assert interview.prompt() is None
    assert interview.code() == 130
    assert "Traceback" not in interview.seen


def test_advise_can_be_interrupted(tmp_path: Path) -> None:
    """It waits for a profile on standard input that never ends."""
    child = pexpect.spawn(PROGRAM[0], [*PROGRAM[1:], "advise", "-", *QUICK], env=environment(), timeout=20)
    wait_until_reading(child.pid)
    child.kill(signal.SIGINT)
    child.expect(pexpect.EOF)
    child.close()
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
