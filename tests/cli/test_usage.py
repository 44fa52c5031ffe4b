"""Help, version, and wrong command lines."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from paths import SMALL
from program import call, run

from pmo_path.cli import app, main

DAY = ("--as-of", "2026-11-21")
QUICK = ("--catalogue", str(SMALL), *DAY)
COMMANDS = (
    (),
    ("advise",),
    ("ask",),
    ("catalogue",),
    ("catalogue", "check"),
    ("catalogue", "schema"),
)


def test_without_arguments_it_says_how_to_begin() -> None:
    done = run()
    assert (done.code, done.err) == (0, "")
    assert [
        word for word in ("practitioner", "mentor", "script") if word not in done.out.casefold()
    ] == []


def test_version() -> None:
    done = run("--version")
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith("pmo-path ")
    assert done.out.split()[1][0].isdigit()


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_every_command_has_help(command: tuple[str, ...]) -> None:
    done = call(*command, "--help")
    assert (done.code, done.err) == (0, "")
    assert " ".join(("pmo-path", *command)) in done.out
    assert call(*command, "-h") == done
    assert re.search(
        r"^  (Example|A \w+): +pmo-path ", done.out.partition("Options:")[0], re.MULTILINE
    )


@pytest.mark.parametrize(
    "args",
    [
        ("advize",),
        ("advise", "--colour", "blue"),
        ("advise", "one.yaml", "two.yaml"),
        ("advise", "--as-of", "yesterday"),
        ("advise", "--as-of", "2026-02-30"),
        ("advise", *QUICK, "--format", "papyrus"),
        ("advise", *QUICK, "--json", "--format", "html"),
        ("batch", "-", *QUICK, "--json", "--format", "csv"),
        ("report", "-", *QUICK, "--json", "--format", "markdown"),
        ("explain", "pmp", "--json", "--format", "text"),
        ("advise", *QUICK, "--years", "-1"),
        ("advise", *QUICK, "--level", "wizard"),
        ("advise", *QUICK, "--strict", "--holds", "pmpp"),
        ("advise", *QUICK, "--holds", "none", "--holds", "EIF"),
        ("catalogue",),
        ("catalogue", "chekc"),
        ("catalogue", "schema"),
        ("catalogue", "schema", "advise"),
    ],
    ids=lambda args: " ".join(one for one in args if one not in QUICK),
)
def test_a_wrong_command_line_exits_2(args: tuple[str, ...]) -> None:
    done = call(*args)
    assert (done.code, done.out) == (2, "")
    assert done.err
    assert "Traceback" not in done.err


@pytest.mark.parametrize(
    ("args", "hint"),
    [
        (("advise", "--level", "analist"), "analyst"),
        (("advise", "--strict", "--holds", "example-fundation"), "example-foundation"),
        (("advise", "--strict", "--pmo-type", "tacticle"), "tactical"),
        (("advise", "--format", "jsn"), "json"),
        (("catalogue", "schema", "advise"), "advice"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else value,
)
def test_a_mistyped_value_is_met_with_the_right_one(args: tuple[str, ...], hint: str) -> None:
    done = call(*args, *(QUICK if args[0] == "advise" else ()))
    assert done.code == 2
    assert hint in done.err


@pytest.mark.parametrize(
    ("told", "code"), [(KeyboardInterrupt, 130), (BrokenPipeError, 141), (SystemExit(4), 4)]
)
def test_whatever_ends_it_before_a_command_there_is_an_exit_code(
    told: Any, code: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    def end(words: list[str]) -> None:
        raise told

    monkeypatch.setattr(app, "app_for", end)
    monkeypatch.setattr(main.output, "give_up", lambda *streams: None)
    assert main.run() == code


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("schema", "catalogue schema"),
        ("compare", "catalogue compare"),
        ("worklist", "catalogue worklist"),
        ("cohort", "report"),
        ("changes", "diff"),
        ("advice", "advise"),
    ],
)
def test_a_command_under_another_name_is_named(word: str, meant: str) -> None:
    done = call(word, "x")
    assert (done.code, done.out) == (2, "")
    assert f"Did you mean '{meant}'?" in done.err
    assert call(*meant.split(), "--help").code == 0


@pytest.mark.parametrize("name", ["team.csv", "team.xlsx", "team.ods", "team.jsonl"])
@pytest.mark.parametrize("command", ["advise", "plan", "explain"])
def test_a_table_for_one_person_is_answered_with_what_reads_it(
    command: str, name: str, tmp_path: Path
) -> None:
    table = tmp_path / name
    lines = b'{"role":"x"}\n{"role":"y"}\n' if name.endswith("l") else b"name,role\nAnn,x\n"
    table.write_bytes(b"PK\x03\x04\0\0" if name[5:] in ("xlsx", "ods") else lines)
    named = ("example-foundation",) if command == "explain" else ()
    done = call(command, *named, table, *QUICK)
    assert (done.code, done.out) == (3, "")
    assert "`batch`" in done.err
    assert "`report`" in done.err


def test_one_line_of_json_is_a_person_whose_faults_are_told(tmp_path: Path) -> None:
    table = tmp_path / "me.jsonl"
    table.write_text('{"years_in_pmo": "many"}\n', "utf-8")
    assert "years_in_pmo" in call("advise", table, *QUICK).err
    missing = call("advise", tmp_path / "no.csv", *QUICK)
    assert "cannot-read" in missing.err
