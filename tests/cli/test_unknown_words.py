"""Unknown words at the commands: kept, and refused where that is asked for."""

from __future__ import annotations

from pathlib import Path

import pytest
from program import call

UNKNOWN = (
    "--holds",
    "Order of the Chart",
    "--pmo-type",
    "VMO",
    "--reads",
    "klingon",
    "--country",
    "Atlantis",
)


@pytest.mark.parametrize("command", [("advise",), ("explain", "hop-managers"), ("map",)])
def test_unknown_words_are_kept_and_strictly_refused(command: tuple[str, ...]) -> None:
    assert call(*command, "--role", "PMO lead", *UNKNOWN).code == 0
    for place in range(0, len(UNKNOWN), 2):
        assert call(*command, *UNKNOWN[place : place + 2], "--strict").code == 2


def test_files_are_refused_strictly(tmp_path: Path) -> None:
    file = tmp_path / "me.yaml"
    file.write_text("role: PMO lead\nholds: [Order of the Chart]\n")
    table = tmp_path / "team.csv"
    table.write_text(
        "role,holds,holds_other\n"
        "PMO lead,Order of the Chart;pmp,project-management:Tea@2024-01-01\n"
    )
    for words in (("advise", file), ("report", file, "-o", tmp_path / "me.md")):
        assert call(*map(str, words), "--strict").code == 3
        assert call(*map(str, words)).code == 0
    assert call("batch", str(table), "--strict").code == 1
    done = call(
        "batch", str(table), "--format", "csv", "--select", "profile.holds,profile.holds_other"
    )
    assert done.out.splitlines()[1] == "pmp,Order of the Chart;project-management:Tea@2024-01-01"


def test_the_interview_asks_for_other_certificates(tmp_path: Path) -> None:
    answers = tmp_path / "answers.txt"
    given = (
        "ask",
        "--level",
        "analyst",
        "--goal",
        "next-level",
        "--experience-accepted",
        "no",
        "--project-years",
        "0",
        "--answers",
        str(answers),
        "--json",
        "--as-of",
        "2026-11-28",
    )
    answers.write_text("another project management certificate\n", encoding="utf-8")
    shown = call(*given, env={"XDG_STATE_HOME": str(tmp_path)}).err
    place = next(
        line.split()[0]
        for line in shown.splitlines()
        if "another project management certificate" in line
    )
    answers.write_text(f"{place}\nOrder of the Chart\n" + "-\n" * 8, encoding="utf-8")
    done = call(*given, env={"XDG_STATE_HOME": str(tmp_path)})
    assert '"name": "Order of the Chart"' in done.out
    assert '"kind": "project-management"' in done.out
    answers.write_text("Order of the Chart\n1\n" + "-\n" * 8, encoding="utf-8")
    done = call(*given, env={"XDG_STATE_HOME": str(tmp_path)})
    assert "Order of the Chart is not known here" in " ".join(done.err.split())
    assert "Which of your other certificates" in done.err
    assert '"kind": "project-management"' in done.out
