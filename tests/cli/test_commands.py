"""Every command that shows something, in a process of its own: whole output, right exit code, the
JSON it promises.
"""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest
from program import PROGRAM, call, environment, run, small_catalogue, valid

DAY = ("--as-of", "2026-11-22")
COMMANDS = {
    "catalogue": ("catalogue", "list", "--level", "director"),
    "certification": ("catalogue", "show", "p3o-foundation"),
    "comparison": ("catalogue", "compare", "P3O Practitioner", "IPMO-P"),
    "explanation": ("explain", "BCS PPSO", "--role", "project administrator"),
    "map": ("map", "--role", "PMO analyst", "--name", "Ann"),
    "term": ("catalogue", "show", "tactical"),
}


@pytest.mark.parametrize("kind", COMMANDS)
def test_a_command_answers_as_text_and_as_its_kind_of_json(kind: str, tmp_path: Path) -> None:
    text = run(*COMMANDS[kind], *DAY, cwd=tmp_path)
    assert (text.code, text.err) == (0, "")
    assert text.out.endswith("\n")
    assert "\x1b" not in text.out
    told = run(*COMMANDS[kind], *DAY, "--json", cwd=tmp_path)
    assert (told.code, told.err) == (0, "")
    assert valid(kind, json.loads(told.out))["kind"] == kind


@pytest.mark.parametrize("kind", COMMANDS)
def test_the_name_of_a_file_tells_its_format(kind: str, tmp_path: Path) -> None:
    for name in ("answer.json", "answer.txt", "answer"):
        assert call(*COMMANDS[kind], *DAY, "-o", name, cwd=tmp_path).code == 0
    text = call(*COMMANDS[kind], *DAY, cwd=tmp_path).out
    assert valid(kind, json.loads((tmp_path / "answer.json").read_text(encoding="utf-8")))
    assert (tmp_path / "answer.txt").read_text(encoding="utf-8") == text
    assert (tmp_path / "answer").read_text(encoding="utf-8") == text


@pytest.mark.parametrize("name", ["answer.pdf", "answer.md", "answer.docx"])
def test_a_format_that_an_answer_does_not_have_is_refused(name: str, tmp_path: Path) -> None:
    for command in COMMANDS.values():
        done = call(*command, "-o", name, cwd=tmp_path)
        assert (done.code, done.out, list(tmp_path.iterdir())) == (2, "", [])


def test_an_option_is_read_as_utf_8_in_an_ascii_locale(tmp_path: Path) -> None:
    ascii_only = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    told = run("advise", "--name", "Zoë", "--json", env=ascii_only, cwd=tmp_path)
    assert json.loads(told.out)["profile"]["name"] == "Zoë"


@pytest.mark.parametrize(
    "command", [("explain", "wizardry"), ("catalogue", "show", "wizardry"), ("map", "nobody.yaml")]
)
def test_what_cannot_be_answered_says_so_and_prints_nothing(
    command: tuple[str, ...], tmp_path: Path
) -> None:
    done = call(*command, cwd=tmp_path)
    assert done.code in (2, 3)
    assert done.out == ""
    assert "Traceback" not in done.err


def test_the_map_reads_a_profile_from_standard_input(tmp_path: Path) -> None:
    told = run("map", "-", "--json", *DAY, stdin=b"role: PMO manager\n", cwd=tmp_path)
    rows = json.loads(told.out)["rows"]
    assert [row["level"] for row in rows if row["here"]] == ["manager"]


@pytest.mark.parametrize(
    ("command", "file"),
    [
        (("advise", "me.yaml"), "me.yaml"),
        (("explain", "p3o-foundation", "me.yaml"), "me.yaml"),
        (("map", "me.yaml"), "me.yaml"),
        (("report", "me.yaml"), "me.json"),  # another name of the same file
        (("report", "me.yaml", "--notes", "notes.md"), "notes.md"),
        (("batch", "team.csv"), "team.csv"),
        (("catalogue", "list", "--catalogue", "own"), "own/rules.yaml"),
    ],
)
def test_nothing_that_is_read_is_replaced(
    command: tuple[str, ...], file: str, tmp_path: Path
) -> None:
    for name in ("me.yaml", "notes.md", "team.csv"):
        (tmp_path / name).write_text("name: Kim\n", encoding="utf-8")
    (tmp_path / "me.json").symlink_to("me.yaml")
    small_catalogue(tmp_path / "own")
    before = (tmp_path / file).read_bytes()
    done = call(*command, "-o", file, "--force", *DAY, cwd=tmp_path)
    assert (done.code, done.out) == (3, "")
    assert "is-input" in done.err
    assert (tmp_path / file).read_bytes() == before
    assert (tmp_path / "me.json").is_symlink()


@pytest.mark.parametrize("command", ["advise", "report", "batch"])
def test_what_comes_from_standard_input_is_not_replaced(command: str, tmp_path: Path) -> None:
    file = tmp_path / "me.json"
    file.write_text('{"name": "Kim"}\n', encoding="utf-8")
    words = [*PROGRAM, command, "-", "-o", file, "--force", *DAY]
    with file.open("rb") as stdin:
        done = subprocess.run(
            words, stdin=stdin, capture_output=True, env=environment(), timeout=60, check=False
        )
    assert (done.returncode, done.stdout) == (3, b"")
    assert b"is-input" in done.stderr
    assert file.read_text(encoding="utf-8") == '{"name": "Kim"}\n'
