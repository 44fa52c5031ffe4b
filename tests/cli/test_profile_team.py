"""The command `profile` on the list of a team: a profile for each person, in a directory."""

from __future__ import annotations

import csv
import io
import json
import stat
from pathlib import Path

import pytest
import yaml
from paths import EXAMPLES, IMPORTS
from program import answer, call, valid
from workbooks import ods, xlsx

DAY = ("--as-of", "2026-11-22")
PEOPLE = [
    ["Naam", "Functie", "Jaren in PMO", "Certificaten", "Auto"],
    ["Ann Smit", "PMO analist", "3 jaar", "pmp; p3o-foundation", "rood"],
    ["Bo", "PMO lead", "veel", "", ""],
    ["Ann Smit", "Hoofd PMO", "2,5", "geen", ""],
    ["", "", "", "", ""],
    ["", "Projectsecretaresse", "", "Diploma weven", ""],
]
NAMES = ["Ann-Smit", "Ann-Smit-2", "team-6"]


def separated(by: str) -> bytes:
    csv.writer(text := io.StringIO(), delimiter=by).writerows(PEOPLE)
    return text.getvalue().encode()


FORMS = {
    "team.csv": separated(","),
    "team.tsv": separated("\t"),
    "team.txt": separated(";").decode().encode("utf-16"),
    "team.xlsx": xlsx({"Team": PEOPLE}),
    "team.ods": ods({"Team": PEOPLE}),
}


def made(team: Path, *more: str | Path) -> list[str]:
    """Run the command on a team with one row that cannot be read; return what it told."""
    done = call("profile", team, *DAY, *more)
    assert (done.code, done.out) == (1, "")
    return done.err.split()


@pytest.mark.parametrize("name", FORMS)
def test_each_row_that_can_be_read_becomes_a_profile(name: str, tmp_path: Path) -> None:
    (team := tmp_path / name).write_bytes(FORMS[name])
    told = " ".join(made(team, "-o", tmp_path / "out"))
    files = sorted((tmp_path / "out").iterdir())
    assert [file.name for file in files] == sorted(f"{one}.yaml" for one in NAMES)
    assert all(stat.S_IMODE(file.stat().st_mode) == 0o600 for file in files)
    assert f"{len(NAMES)} profiles written into" in told
    assert "[not-a-number]" in told
    sheet = name.endswith(("x", "s"))
    assert ('sheet "Team", cell C3:' if sheet else f"{name}:3:") in told
    assert "“Auto”" in told
    first = (tmp_path / "out" / "Ann-Smit.yaml").read_text("utf-8")
    cell = 'sheet "Team", cell C2' if sheet else "column C (line 2)"
    assert f" 3: {team}, {cell} years_in_pmo: 3 " in " ".join(first.replace("#", "").split())
    assert yaml.safe_load(first) == {
        "name": "Ann Smit",
        "role": "PMO analist",
        "years_in_pmo": 3,
        "holds": ["p3o-foundation", "pmp"],
    }


def test_the_profiles_are_those_that_report_reads_of_the_team(tmp_path: Path) -> None:
    team = EXAMPLES / "team-of-12.csv"
    done = call("profile", team, *DAY, "-o", tmp_path / "people")
    assert (done.code, done.out) == (0, "")
    whole = answer("cohort", "report", team, *DAY)
    again = answer("cohort", "report", tmp_path / "people", *DAY)
    assert call("report", team, *DAY, "-o", tmp_path / "reports").code == 0
    names = {file.stem for file in (tmp_path / "people").iterdir()}
    reports = {file.stem for file in (tmp_path / "reports").glob("*.html")}
    assert names == reports - {"summary"}

    def by_name(cohort: dict[str, object]) -> list[object]:
        members = cohort["members"]
        assert isinstance(members, list)
        return sorted(members, key=lambda member: str(member["person"]))

    assert by_name(whole) == by_name(again)


def test_profiles_that_are_not_of_the_list_are_told(tmp_path: Path) -> None:
    """Else somebody who left would still count when the directory is read as the team."""
    (team := tmp_path / "team.csv").write_text("name,role\nAnn,PMO lead\nBo,PMO lead\n")
    assert "Other profiles" not in call("profile", team, *DAY, "-o", tmp_path / "out").err
    (tmp_path / "out" / "README").write_text("x")
    team.write_text("name,role\nAnn,PMO lead\n")
    done = call("profile", team, *DAY, "-o", tmp_path / "out", "--force")
    assert done.code == 0
    assert "not of this list: Bo.yaml." in " ".join(done.err.split())
    assert (tmp_path / "out" / "Bo.yaml").exists()


def test_as_data_each_file_is_an_import(tmp_path: Path) -> None:
    (team := tmp_path / "team.xlsx").write_bytes(FORMS["team.xlsx"])
    done = call("profile", team, *DAY, "--json", "-o", tmp_path / "out")
    assert (done.code, done.out) == (1, "")
    problem = json.loads(done.err)
    assert (problem["code"], problem["exit_code"]) == ("profiles-unread", 1)
    assert [(one["sheet"], one["line"], one["column"]) for one in problem["errors"]] == [
        ("Team", 3, 3)
    ]
    files = sorted((tmp_path / "out").iterdir())
    assert [file.name for file in files] == sorted(f"{one}.json" for one in NAMES)
    for file in files:
        data = json.loads(file.read_text("utf-8"))
        valid("profile-import", data)
        assert data["files"] == [{"file": str(team), "form": "team"}]
    last = json.loads((tmp_path / "out" / "team-6.json").read_text("utf-8"))
    assert last["profile"]["holds_other"] == ["Diploma weven"]


def test_nothing_is_written_where_a_file_is_in_the_way_or_nobody_can_be_read(
    tmp_path: Path,
) -> None:
    (team := tmp_path / "team.tsv").write_bytes(FORMS["team.tsv"])
    out = tmp_path / "out"
    out.mkdir()
    (out / "team-6.yaml").write_text("mine")
    done = call("profile", team, *DAY, "-o", out)
    assert done.code == 3
    assert "[file-exists]" in done.err
    assert [file.name for file in out.iterdir()] == ["team-6.yaml"]
    assert call("profile", team, *DAY, "-o", out, "--force").code == 1
    assert "mine" not in (out / "team-6.yaml").read_text("utf-8")
    team.write_text("role\tyears_in_pmo\nPMO\tmany\n")
    done = call("profile", team, *DAY, "-o", tmp_path / "none")
    assert done.code == 3
    assert "nothing was written" in done.err
    assert not (tmp_path / "none").exists()


def test_what_cannot_be_meant_is_a_usage_error(tmp_path: Path) -> None:
    (team := tmp_path / "team.csv").write_text("name,role\nAnn,PMO lead\n")
    (other := tmp_path / "b.csv").write_bytes(team.read_bytes())
    resume = IMPORTS / "json-resume" / "pmo.json"
    out = ("-o", tmp_path / "out")
    for arguments in (
        (team,),
        (team, "--json"),
        (team, "-o", tmp_path / "all.yaml"),
        (team, resume, *out),
        (team, other, *out),
        (team, "-", *out),
        (team, "--sheet", "Team", *out),
        (resume, "--sheet", "Team"),
    ):
        done = call("profile", *arguments, *DAY)
        assert (done.code, done.out) == (2, ""), arguments
        assert "--" in done.err or "-o" in done.err or "given with it" in done.err
    assert not (tmp_path / "out").exists()
    assert call("profile", team, team, *out, *DAY).code == 0


def test_a_team_through_a_pipe_is_told_from_one_person(tmp_path: Path) -> None:
    for raw in (FORMS["team.tsv"], FORMS["team.xlsx"]):
        done = call("profile", "-", *DAY, "-o", tmp_path / "out", stdin=raw)
        assert (done.code, done.out) == (3, "")
        assert "[team]" in done.err


def test_a_sheet_is_chosen_and_strict_refuses_unknown_columns_and_words(tmp_path: Path) -> None:
    sheets = {"Old": [["name", "role"], ["Zoe", "PMO lead"]], "New": PEOPLE}
    (team := tmp_path / "team.xlsx").write_bytes(xlsx(sheets))
    made(team, "--sheet", "new", "-o", tmp_path / "new")
    assert {file.stem for file in (tmp_path / "new").iterdir()} == {*NAMES}
    assert call("profile", team, *DAY, "-o", tmp_path / "old").code == 0
    assert [file.stem for file in (tmp_path / "old").iterdir()] == ["Zoe"]
    done = call("profile", team, *DAY, "--sheet", "New", "--strict", "-o", tmp_path / "no")
    assert done.code == 3
    assert "[unknown-key]" in done.err


def test_a_fault_of_the_program_is_told_with_the_row_and_the_others_are_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from pmo_path.importers import team_rows

    row_findings = team_rows.row_findings

    def failing(profile: object, file: str, line: int, *more: object) -> object:
        if line == 2:
            raise ZeroDivisionError
        return row_findings(profile, file, line, *more)  # type: ignore[arg-type]

    monkeypatch.setattr(team_rows, "row_findings", failing)
    (team := tmp_path / "team.csv").write_text("name,role\nAnn,PMO lead\nBo,PMO lead\n")
    done = call("profile", team, *DAY, "-o", tmp_path / "out")
    assert done.code == 1
    assert "team.csv:2:1" in done.err
    assert "the program failed on 1" in " ".join(done.err.split())
    assert [file.name for file in (tmp_path / "out").iterdir()] == ["Bo.yaml"]
