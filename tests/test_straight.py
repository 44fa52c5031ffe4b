"""Command lines that are read without a parser are read as typer reads them."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import typer
from hypothesis import given, settings
from hypothesis import strategies as st
from program import PROGRAM, environment, run

from pmo_path.cli import main, straight
from pmo_path.cli.app import app_for
from pmo_path.profile.facts import FACTS

COMMAND: Any = typer.main.get_command(app_for(["advise"])).commands["advise"]  # type: ignore[attr-defined]
# What names files, which typer looks at first; and help.
LEFT_TO_TYPER = {"-o", "--output", "--force", "--catalogue", "-h", "--help"}


def by_typer(words: list[str]) -> dict[str, Any]:
    """What typer gives to the command for the words after its name; lists as lists, and nothing as None."""
    told = COMMAND.make_context("advise", list(words)).params
    return {name: (list(one) if isinstance(one, tuple) else one) or None for name, one in told.items()}


def flat(given: Mapping[str, Any]) -> dict[str, Any]:
    """What was read, as typer has it: every fact beside the rest, and nothing as None."""
    whole = {**given, **given["facts"]}
    return {name: one or None for name, one in whole.items() if name != "facts"}


VALUES = st.sampled_from(
    ["pmo.yaml", "-", "PMO analyst", "tactical", "3", "2-4", "none", "é", "a=b", "@x", "*", "json"]
)
ODD = st.sampled_from(["", "--", "-1", "--nonsense", "--name=Kim", "-ofile", "--json=1", *LEFT_TO_TYPER])
OPTIONS = st.sampled_from([*straight.OPTIONS, *straight.FLAGS, *(option for row in FACTS for option in row.options)])


@settings(max_examples=400)
@given(st.lists(OPTIONS | VALUES | ODD, max_size=8))
def test_what_is_read_without_typer_is_what_typer_reads(words: list[str]) -> None:
    given = straight.read(["advise", *words])
    if given is not None:
        by_files = dict.fromkeys(("out", "force", "catalogue"))
        assert by_typer(words) == by_files | flat(given)


@settings(max_examples=200)
@given(st.lists(st.tuples(OPTIONS, VALUES), max_size=6, unique_by=lambda pair: pair[0]))
def test_whole_options_with_values_are_read_without_typer(pairs: list[tuple[str, str]]) -> None:
    once = {option: row.key for row in FACTS for option in row.options if not row.many} | straight.OPTIONS
    keys = [once[option] for option, _ in pairs if option in once]
    words = [word for option, value in pairs for word in ([option] if option in straight.FLAGS else [option, value])]
    taken = straight.read(["advise", *words]) is not None
    assert taken is ("-" not in words and len(set(keys)) == len(keys))


def test_every_option_of_the_command_is_read_or_left_to_typer() -> None:
    known = {option for one in COMMAND.params for option in one.opts if option.startswith("-")}
    read = {*straight.OPTIONS, *straight.FLAGS, *(option for row in FACTS for option in row.options)}
    assert known | {"-h", "--help"} == read | LEFT_TO_TYPER


@pytest.mark.parametrize("words", [[], ["explain", "ppso"], ["--version"], ["--json", "advise"], ["advise", "a", "b"]])
def test_what_is_no_plain_advise_is_left_to_typer(words: list[str]) -> None:
    assert straight.read(words) is None


def test_where_completion_is_asked_for_typer_looks(monkeypatch: pytest.MonkeyPatch) -> None:
    assert straight.read(["advise", "--json"]) is not None
    monkeypatch.setenv("_PMO_PATH_COMPLETE", "complete_bash")
    assert straight.read(["advise", "--json"]) is None


def test_where_typer_would_expand_patterns_it_does(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pmo_path.cli.straight.os.name", "nt")
    assert straight.read(["advise", "*.yaml"]) is None


@pytest.mark.parametrize(("words", "end"), [(["--json"], 0), (["--json", "--as-of=2026-11-22"], 10), (["--jason"], 12)])
def test_an_advice_that_needs_no_parser_loads_none(words: list[str], end: int, tmp_path: Path) -> None:
    profile = tmp_path / "kim.json"
    profile.write_text('{"role": "PMO analyst", "pmo_types": ["tactical"]}', encoding="utf-8")
    code = "import sys\nfrom pmo_path.cli.main import run\nend = run()\nsys.exit(end + 10 * ('typer' in sys.modules))"
    command = [sys.executable, "-c", code, "advise", str(profile), *words]
    done = subprocess.run(command, env=environment(), capture_output=True, check=False)
    assert done.returncode == end


LINES = [
    [],
    ["--role", "PMO analyst", "--pmo-type", "tactical"],
    ["kim.yaml"],
    ["kim.yaml", "--json"],
    ["-"],
    ["kim.yaml", "--format", "markdown"],
    ["kim.yaml", "--format", "nonsense"],
    ["missing.yaml", "--json"],
    ["missing.yaml"],
    ["."],
    ["wrong.yaml"],
    ["wrong.yaml", "--json"],
    ["--years", "many"],
    ["--holds", "nonsense", "--json"],
    ["--fail-if-empty", "--role", "project manager"],
]


@pytest.mark.parametrize("words", LINES, ids=" ".join)
def test_both_ways_end_alike(words: list[str], tmp_path: Path) -> None:
    (tmp_path / "kim.yaml").write_text("name: Kim\nexperience_level: entry\n", encoding="utf-8")
    (tmp_path / "wrong.yaml").write_text("name: Kim\nexperience: entry\n", encoding="utf-8")
    assert straight.read(["advise", "--as-of", "2026-11-22", *words])
    plain, parsed = (
        run("advise", *day, *words, stdin=b"role: PMO analyst\n", cwd=tmp_path)
        for day in (["--as-of", "2026-11-22"], ["--as-of=2026-11-22"])
    )
    assert plain == parsed


@pytest.mark.skipif(os.name != "posix", reason="needs POSIX pipes")
@pytest.mark.parametrize("day", ["--as-of soon", "--as-of=soon"])
@pytest.mark.parametrize("unbuffered", ["", "1"])
def test_where_nobody_reads_an_error_it_ends_as_a_closed_pipe_does(day: str, unbuffered: str) -> None:
    ours, theirs = os.pipe()
    os.close(ours)
    command = [*PROGRAM, "advise", *day.split()]
    try:
        env = {**environment(), "PYTHONUNBUFFERED": unbuffered}
        done = subprocess.run(command, env=env, stdout=subprocess.PIPE, stderr=theirs, check=False)
    finally:
        os.close(theirs)
    assert (done.returncode, done.stdout) == (141, b"")


@pytest.mark.parametrize(("told", "code"), [(KeyboardInterrupt, 130), (BrokenPipeError, 141), (SystemExit(4), 4)])
def test_whatever_ends_it_there_is_an_exit_code(told: Any, code: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Also before a command has begun."""

    def end(words: list[str]) -> None:
        raise told

    monkeypatch.setattr(main, "_perform", end)
    monkeypatch.setattr(main.output, "give_up", lambda *streams: None)
    assert main.run() == code
