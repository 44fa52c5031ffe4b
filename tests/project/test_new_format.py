"""A made-up format is one module and one row, as its page says; everything else finds it."""

from __future__ import annotations

import re
from pathlib import Path
from textwrap import dedent

import pytest
from copied_program import changed, copied, run_copy
from paths import DOCS, EXAMPLES

PAGE = (DOCS / "tasks" / "add-a-format.md").read_text(encoding="utf-8")
MODULE, ROW = (dedent(code) for code in re.findall(r" ```python\n(.*?) *```", PAGE, re.DOTALL))
DAY = ("--as-of", "2026-11-22")
FORMATS = {
    "advise": "text, markdown, html, pdf, docx, json, ics or outline; else by FILE.",
    "report": "markdown, html, pdf, docx, json, ics, xlsx or outline; else by the name of the",
}


@pytest.fixture(scope="module")
def program(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the program with the format."""
    copy = copied(tmp_path_factory.mktemp("program"))
    (copy / "pmo_path/reports/outline.py").write_text(MODULE, encoding="utf-8")
    end = "}\nFULL_TEXT"
    changed(copy / "pmo_path/reports/__init__.py", end, f"    {ROW}{end}")
    return copy


@pytest.mark.parametrize("command", FORMATS)
def test_help_and_completion_name_it(program: Path, command: str) -> None:
    told, _ = run_copy(program, command, "--help")
    assert FORMATS[command] in " ".join(told.split())
    line = f"pmo-path {command} --format o"
    asked = {"COMP_WORDS": line, "COMP_CWORD": "3", "_PMO_PATH_COMPLETE": "complete_bash"}
    assert run_copy(program, **asked)[0].split() == ["outline"]


@pytest.mark.parametrize("command", FORMATS)
def test_the_option_and_the_name_of_the_file_tell_it(program: Path, command: str) -> None:
    args = (command, str(EXAMPLES / "analyst.yaml"), *DAY)
    told, _ = run_copy(program, *args, "--format", "outline")
    assert told.startswith("Certification recommendation for Sam\n    Next step: P3O Foundation.\n")
    for name in ("sam.outline", "SAM2.OUTLINE"):
        run_copy(program, *args, "-o", f"{command}-{name}")
        assert (program / f"{command}-{name}").read_text(encoding="utf-8") == told


def test_it_has_the_mentors_part_and_the_short_form(program: Path) -> None:
    args = ("report", str(EXAMPLES / "analyst.yaml"), *DAY, "--format", "outline")
    whole, _ = run_copy(program, *args, "--mentor", "Ann Smith")
    brief, _ = run_copy(program, *args, "--brief")
    assert "Mentor: Ann Smith\n" in whole
    assert len(brief) < len(whole) / 2


def test_many_people_get_it(program: Path) -> None:
    team = str(EXAMPLES / "team-of-12.csv")
    run_copy(program, "report", team, *DAY, "-o", "team", "--format", "outline")
    files = [file for file in (program / "team").iterdir() if file.name[0] != "."]
    assert len(files) == 13
    assert {file.suffix for file in files} == {".outline"}
    assert "Kim" in (program / "team" / "summary.outline").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("args", "says"),
    [
        (("advise", "--format", "outlin"), "did you mean outline"),
        (("report", "-", "-o", "sam.xyz"), "or .outline"),
        (("report", "-", "--format", "text"), "outline"),
        (("report", "-", "--json", "--brief"), "or outline"),
        (("report", "a.yaml", "b.yaml", "-o", "team.outline"), "a name without an ending"),
    ],
)
def test_what_is_wrong_is_said_with_it(program: Path, args: tuple[str, ...], says: str) -> None:
    with pytest.raises(AssertionError) as refused:
        run_copy(program, *args, stdin="role: PMO analyst\n")
    assert says in " ".join(str(refused.value).split())
