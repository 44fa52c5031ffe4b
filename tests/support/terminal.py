"""A person at a terminal who is asked: a real pseudo-terminal, and what stands on its screen."""

from __future__ import annotations

import os
import shlex
import termios
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pexpect  # type: ignore[import-untyped]
import pyte
from paths import SMALL
from program import PROGRAM, call, environment

from pmo_path.answers.advise import advise
from pmo_path.messages.catalog import talk
from pmo_path.model.catalogue import Catalogue
from pmo_path.profile.facts import BY_KEY, FACTS
from pmo_path.profile.profile import Profile
from pmo_path.reports import renderer, text_short

DAY = "2026-11-21"
QUICK = ("--catalogue", str(SMALL))
EMPLOYER = ("--works-with", "own", "--country", "GB")
PROMPT = "\r\n> "
PATIENCE = 20  # seconds; far more than anything takes

UP, DOWN, ENTER, SPACE = "\x1b[A", "\x1b[B", "\r", " "
CTRL_C, CTRL_D = "\x03", "\x04"

HOLDS = str(BY_KEY["holds"].question)
OFFICE = str(BY_KEY["pmo_types"].question)
GOALS = str(BY_KEY["goals"].question)
TYPES = str(BY_KEY["pmo_types"].question)
TITLE = str(BY_KEY["role"].question)
LEVEL = str(BY_KEY["experience_level"].question)
OFFER, MENU = talk("offer"), talk("menu")


class Terminal:
    """`pmo-path ask` in a terminal of its own, in a home of its own."""

    def __init__(
        self,
        *args: str,
        home: Path,
        term: str = "dumb",
        size: tuple[int, int] = (80, 24),
        out: Path | None = None,
        state: str = "",
    ) -> None:
        columns, lines = size
        line = shlex.join([*PROGRAM, "ask", "--as-of", DAY, *args])
        line = f"{line} > {shlex.quote(str(out))}" if out else line
        env = environment(TERM=term, HOME=str(home), XDG_STATE_HOME=state)
        self.child = pexpect.spawn(
            "/bin/sh",
            ["-c", f"exec {line}"],
            env=env,
            cwd=str(home),
            dimensions=(lines, columns),
            encoding="utf-8",
            codec_errors="replace",
        )
        self.child.delaybeforesend = None
        self.before = termios.tcgetattr(self.child.child_fd)
        self.seen = ""
        self.screen = pyte.HistoryScreen(columns, lines, history=5000, ratio=0.1)
        self._stream = pyte.Stream(self.screen)
        self._prompts = 0
        self._told = 0

    def rows(self) -> list[str]:
        """What stands on the screen, row by row."""
        return [row.rstrip() for row in self.screen.display]

    def words(self) -> str:
        """What stands on the screen, however it is broken into rows."""
        return plain("\n".join(self.rows()))

    def type(self, text: str) -> None:
        self.child.send(text)

    def shows(self, text: str) -> None:
        """Wait until a text stands on the screen."""
        assert self._wait(lambda: plain(text) in self.words()), f"not shown: {text}\n" + "\n".join(
            self.rows()
        )

    def hides(self, text: str) -> None:
        """Wait until a text stands no longer on the screen."""
        assert self._wait(lambda: plain(text) not in self.words()), f"shown: {text}\n" + "\n".join(
            self.rows()
        )

    def question(self, *shown: str) -> None:
        """Wait until a question is the last one on the screen, and those texts are there too."""
        text, others = (
            shown[0],
            [row.question for row in FACTS if row.question and row.question != shown[0]],
        )

        def last() -> bool:
            words = self.words()
            found = words.rfind(plain(text))
            return found >= 0 and all(
                words.rfind(plain(other)) < found for other in others if other
            )

        assert self._wait(last), f"not asked: {text}\n" + "\n".join(self.rows())
        for one in shown[1:]:
            self.shows(one)

    def prompt(self) -> str | None:
        """Wait for the next line-based prompt; return what stands before it, None at the end."""
        count = self._prompts + 1
        if not self._wait(lambda: self.seen.count(PROMPT) >= count):
            return None
        self._prompts = count
        told = PROMPT.join(self.seen.split(PROMPT)[:count])
        new, self._told = told[self._told :], len(told)
        return new.removeprefix(PROMPT).replace("\r\n", "\n")

    def say(self, text: str) -> str | None:
        """Type a line at a line-based prompt; return what is said up to the next one."""
        self.type(text + "\n")
        return self.prompt()

    def resize(self, columns: int, lines: int) -> None:
        """Make the window larger or smaller, and wait until something is drawn anew."""
        seen = len(self.seen)
        self.child.setwinsize(lines, columns)
        self.screen.resize(lines, columns)
        self._wait(lambda: len(self.seen) > seen)

    def finish(self, **answers: str) -> None:
        """Answer each question as given for its fact, else with Enter, up to the advice."""
        said = self.prompt() if self._prompts == 0 else self.say("")
        ends = [plain(OFFER), plain(MENU)]
        while said is not None and not any(end in plain(said) for end in ends):
            asked = [
                row.key for row in FACTS if row.question and plain(row.question) in plain(said)
            ]
            said = self.say(
                answers.get(*asked or ["experience_level"], "")
            )  # the level has other questions too
        assert said is not None

    def ends(self) -> int:
        """Wait for the end; return the exit code."""
        self._wait(lambda: False)
        after = termios.tcgetattr(self.child.child_fd)
        self.restored = after == self.before
        close(self.child)
        assert self.child.signalstatus is None
        assert "Traceback" not in self.seen
        return int(self.child.exitstatus or 0)

    def kill(self) -> None:
        """Kill it as hard as can be."""
        self.child.kill(9)
        close(self.child)

    def _wait(self, true: Callable[[], bool]) -> bool:
        until = time.monotonic() + PATIENCE
        while not true():
            try:
                text = self.child.read_nonblocking(
                    65536, timeout=max(0.0, until - time.monotonic())
                )
            except pexpect.EOF:
                return true()
            except pexpect.TIMEOUT:
                raise AssertionError("it waits:\n" + "\n".join(self.rows())) from None
            self.seen += text
            self._stream.feed(text)
        return True


def close(child: Any) -> None:
    """Wait until a program at its end is gone, then close its terminal without pexpect's pauses."""
    until = time.monotonic() + PATIENCE
    while child.isalive() and time.monotonic() < until:
        time.sleep(0.002)
    child.ptyproc.delayafterclose = 0
    child.close()


def plain(text: str) -> str:
    """Return a text without what stands between its words, so that no line break matters."""
    return "".join(text.split())


def told_by(person: Profile, catalogue: Catalogue, form: str = "text", width: int = 80) -> str:
    """Return what `ask` prints of a person on the day of these tests."""
    advice = advise(catalogue, person, date.fromisoformat(DAY))
    if form != "text":
        return renderer(form)(advice, width)
    return text_short.render(advice, width, options=False)


def files(home: Path) -> dict[str, int]:
    """Return every file and directory under a home with its permissions."""
    return {
        str(one.relative_to(home)): os.stat(one).st_mode & 0o777 for one in sorted(home.rglob("*"))
    }


def prepared(
    home: Path, *lines: str, args: tuple[str, ...] = QUICK, columns: str = "80"
) -> tuple[int, str, str]:
    """Run `ask` with prepared lines and no terminal."""
    home.mkdir(exist_ok=True)
    typed = "".join(f"{line}\n" for line in lines).encode()
    env = {"HOME": str(home), "XDG_STATE_HOME": "", "COLUMNS": columns}
    done = call("ask", "--as-of", DAY, "--answers", "-", *args, stdin=typed, env=env)
    return done.code, done.out, done.err
