"""Help lists the options in groups that can be scanned, and fits the screen where it can."""

from __future__ import annotations

import re
from functools import cache
from typing import get_args

import pytest
from program import call, run

from pmo_path.profile.fact_row import Panel
from pmo_path.profile.facts import FACTS

PERSONAL = ("advise", "ask", "explain", "map")
OTHERS = (
    (),
    ("batch",),
    ("report",),
    ("catalogue",),
    *(("catalogue", name) for name in ("check", "schema", "list", "show", "compare")),
)
PLAIN = ("advise", "ask", "explain", "map", "catalogue list", "catalogue show", "catalogue compare")
ROWS = 24


@cache
def help_of(*command: str, columns: int = 80) -> str:
    if columns == 80:  # the width that the runner in this process always has
        done = call(*command, "--help")
    else:
        done = run(*command, "--help", env={"COLUMNS": str(columns)})
    assert done.code == 0
    return done.out


def groups(shown: str) -> dict[str, list[str]]:
    """Return the first option of each entry of help, by the title of its group."""
    found: dict[str, list[str]] = {}
    title = ""
    for line in shown.splitlines():
        if heading := re.fullmatch(r"(\S.*):", line):
            title = heading[1]
        elif option := re.match(r"  (-\S+)", line):
            found.setdefault(title, []).append(option[1].rstrip(","))
    return found


@pytest.mark.parametrize("command", PERSONAL)
def test_every_option_stands_once_in_its_group(command: str) -> None:
    found = groups(help_of(command))
    assert list(found) == [*get_args(Panel), "Output", "Options"]
    for panel in get_args(Panel):
        assert found[panel] == [row.options[0] for row in FACTS if row.panel == panel]
    assert found["Options"][-1] == "-h"
    listed = [option for options in found.values() for option in options]
    assert len(listed) == len(set(listed))


def test_what_is_written_and_how_is_a_group() -> None:
    assert {"--format", "--json", "--plain", "-o", "--force"} <= set(
        groups(help_of("advise"))["Output"]
    )
    assert set(groups(help_of("ask"))["Output"]) == {"--full", "--json"}


@pytest.mark.parametrize("command", ["ask", "catalogue check"])
def test_no_help_speaks_of_an_option_that_is_not_there(command: str) -> None:
    shown = help_of(*command.split())
    options = set(re.findall(r"(?<![\w-])--[a-z][\w-]+", shown))
    listed = {
        name
        for line in shown.splitlines()
        if re.match(r"  -", line)
        for name in re.findall(r"--[a-z][\w-]+", line)
    }
    assert options == listed


@pytest.mark.parametrize("command", PLAIN)
def test_what_prints_text_can_be_told_to_print_it_plainly(command: str) -> None:
    assert "--plain" in help_of(*command.split())


@pytest.mark.parametrize(
    ("command", "columns"),
    [
        (("advise",), 200),
        *((command, 60) for command in (*((name,) for name in PERSONAL), *OTHERS)),
    ],
)
def test_help_keeps_the_width(command: tuple[str, ...], columns: int) -> None:
    lines = [
        line
        for line in help_of(*command, columns=columns).splitlines()
        if not re.match(r"  (Example|A \w+):", line)
    ]
    assert max(map(len, lines)) <= min(columns, 80)


@pytest.mark.parametrize(
    "command", ["", "catalogue", "catalogue list", "catalogue show", "catalogue compare"]
)
def test_short_help_fits_a_screen_with_its_prompt(command: str) -> None:
    assert len(help_of(*command.split()).splitlines()) < ROWS


def test_an_option_of_a_fact_takes_two_lines_at_most() -> None:
    entries = re.split(r"\n(?=  -|\S|$)", help_of("advise").partition("You:")[2])
    assert {entry for entry in entries if entry.strip().count("\n") > 1} == set()


def test_no_code_of_a_value_is_broken_over_two_lines() -> None:
    assert not re.search(r"\w-\n", help_of("advise"))
