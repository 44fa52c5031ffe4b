"""Text on a terminal and in a pipe: widths, headings, plain text."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
import termios
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path

import pytest
from paths import SMALL
from program import PROGRAM, call, environment, run

from pmo_path.answers.advise import advise
from pmo_path.core.scalars import Range
from pmo_path.model.catalogue import Catalogue
from pmo_path.profile.profile import Held, Profile
from pmo_path.reports import renderer

DAY = ("--as-of", "2026-11-21")
QUICK = ("--catalogue", str(SMALL), *DAY)


PEOPLE = (
    Profile(),
    Profile(role="PMO analyst", pmo_types=("tactical",)),
    Profile(name="Sam", role="project support officer"),
    Profile(role="project manager"),
    Profile(role="Chief Coffee and Spreadsheet Officer of the Transformation Support Unit"),
    Profile(experience_level="entry", goals=("basics",), holds=()),
    Profile(experience_level="entry", role="head of PMO", years_in_pmo=Range(0, 1)),
    Profile(
        experience_level="analyst",
        goals=("frameworks",),
        holds=(Held("p3o-foundation", date(2017, 1, 31)),),
    ),
    Profile(
        experience_level="manager",
        goals=("set-up-pmo",),
        pmo_types=("enterprise", "coe"),
        reads=("nl",),
    ),
    Profile(experience_level="manager", target_level="director", holds=(Held("ppso-essentials"),)),
    Profile(
        experience_level="director",
        pmos_managed=Range(3, 3),
        holds=(Held("ipmo-f"), Held("ipmo-p")),
    ),
    Profile(
        years_in_pmo=Range(2, 4),
        education="bachelor",
        years_in_projects=Range(3, 3),
        goals=("next-level",),
    ),
    Profile(
        holds=(Held("pmo-cp"), Held("pmp", date(2020, 2, 29))),
        country="NL",
        hours_per_week=Range(4, 4),
    ),
)


def too_long(text: str, width: int) -> list[str]:
    """Return the lines that are longer than the width, unless they are one long word."""
    return [line for line in text.splitlines() if len(line) > width and len(line.split()) > 1]


@pytest.mark.parametrize("day", ["2018-07-01", "2026-11-21"])
def test_no_line_is_longer_than_the_width(day: str, catalogue: Catalogue) -> None:
    for person in PEOPLE:
        advice = advise(catalogue, person, date.fromisoformat(day))
        for width in (40, 80):
            assert too_long(renderer("text", full=True)(advice, width), width) == []


@pytest.mark.parametrize(
    ("columns", "width"), [({"COLUMNS": "40"}, 40), ({"COLUMNS": "120"}, 120), ({}, 80)]
)
def test_columns_sets_the_width(columns: dict[str, str], width: int) -> None:
    done = call("advise", "--full", "--role", "PMO analyst", *QUICK, env=columns)
    assert too_long(done.out, width) == []
    assert max(len(line) for line in done.out.splitlines()) > width - 20


@pytest.mark.parametrize(
    "env", [{}, {"NO_COLOR": "1"}, {"FORCE_COLOR": "1", "TERM": "xterm-256color"}]
)
def test_a_pipe_gets_plain_text(env: dict[str, str]) -> None:
    done = run("advise", "--role", "PMO analyst", *QUICK, env=env)
    assert done.code == 0
    assert "\x1b" not in done.out + done.err
    assert "\x1b" not in run("--help", env=env).out


def test_no_heading_stands_over_nothing(catalogue: Catalogue) -> None:
    for person in PEOPLE:
        lines = renderer("text", full=True)(
            advise(catalogue, person, date(2026, 11, 21)), 80
        ).splitlines()
        for line, below in zip(lines, [*lines[1:], ""], strict=True):
            assert not (
                line and line == line.upper() and any(map(str.isalpha, line)) and not below.strip()
            ), line


def test_no_heading_stands_over_nothing_in_a_small_catalogue() -> None:
    lines = call("advise", "--role", "PMO analyst", "--years", "3", *QUICK).out.splitlines()
    headings = [
        number
        for number, line in enumerate(lines)
        if line and line == line.upper() and line[0].isalpha()
    ]
    assert headings
    assert [lines[number] for number in headings if not lines[number + 1].strip()] == []


@pytest.mark.parametrize("form", ["text", "json"])
def test_the_same_question_gets_the_same_bytes(form: str) -> None:
    args = (
        "advise",
        "--role",
        "PMO analyst",
        "--pmo-type",
        "coe",
        "--pmo-type",
        "tactical",
        "--format",
        form,
        *DAY,
    )
    with ThreadPoolExecutor() as pool:
        told = set(
            pool.map(
                lambda seed: run(*args, env={"PYTHONHASHSEED": seed}), ("0", "1", "1", "random")
            )
        )
    assert len(told) == 1
    assert told.pop().code == 0


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")
def test_an_error_is_as_wide_as_the_terminal_that_shows_it(tmp_path: Path) -> None:
    ours, theirs = pty.openpty()
    termios.tcsetwinsize(theirs, (24, 40))
    command = [*PROGRAM, "advise", "nowhere.yaml"]
    subprocess.run(
        command,
        stdout=subprocess.PIPE,
        stderr=theirs,
        cwd=tmp_path,
        env=environment(),
        check=False,
        timeout=60,
    )
    shown = os.read(ours, 4096).decode()
    for end in (ours, theirs):
        os.close(end)
    assert "cannot-read" in shown
    assert too_long(shown, 40) == []
