"""`report` for many people: a report for each, a summary beside them, and nothing lost."""

from __future__ import annotations

import json
import os
import re
from importlib import import_module
from pathlib import Path
from typing import Any

import pexpect  # type: ignore[import-untyped]
import pytest
import readers
from paths import EXAMPLES, SMALL
from program import PROGRAM, call, environment, run, valid
from terminal import close

from pmo_path.cli.report_directory import MANIFEST
from pmo_path.reports import FORMATS, REPORTS

TEAM = EXAMPLES / "team-of-12.csv"
DAY = ("--as-of", "2026-11-22")
QUICK = ("--catalogue", str(SMALL), *DAY)


@pytest.fixture
def people(tmp_path: Path) -> Path:
    """A directory of three profiles, and what is none."""
    path = tmp_path / "people"
    (path / "old").mkdir(parents=True)
    (path / "ann.yaml").write_text("name: Ann Smith\nexperience_level: entry\n", encoding="utf-8")
    (path / "bo.yml").write_text("experience_level: analyst\n", encoding="utf-8")
    (path / "cy.json").write_text('{"name": "ann smith", "role": "PMO manager"}', encoding="utf-8")
    (path / "notes.txt").write_text("no profile", encoding="utf-8")
    (path / ".draft.yaml").write_text("no: profile", encoding="utf-8")
    (path / "old" / "di.yaml").write_text("name: Di\n", encoding="utf-8")
    return path


def names(path: Path) -> list[str]:
    """Return what stands in a directory, beside the manifest."""
    return sorted(one.name for one in path.iterdir() if one.name != MANIFEST)


def test_a_directory_gives_a_report_each_and_a_summary(people: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    done = run("report", people, "-o", out, "--mentor", "Kay", *QUICK)
    assert (done.code, done.out) == (0, "")
    assert "3 reports and the summary stand in" in done.err
    assert names(out) == ["Ann-Smith.html", "ann-smith-2.html", "bo.html", "summary.html"]
    page = readers.page((out / "Ann-Smith.html").read_text(encoding="utf-8")).text
    assert "Certification recommendation for Ann Smith" in page
    assert "Kay" in page
    summary = (out / "summary.html").read_text(encoding="utf-8")
    for name in names(out)[:3]:
        assert f'href="{name}"' in summary


def test_several_profiles_and_tables_go_together(people: Path, tmp_path: Path) -> None:
    table = tmp_path / "team.csv"
    table.write_text("name,role\nEve,PMO analyst\n,PMO manager\n", encoding="utf-8")
    lines = tmp_path / "more.jsonl"
    lines.write_text('{"name": "Flo"}\n', encoding="utf-8")
    out = tmp_path / "out"
    done = call(
        "report", people / "bo.yml", table, lines, "-", "-o", out, *QUICK, stdin=b"name: Gus\n"
    )
    assert done.code == 0
    assert names(out) == [
        "Eve.html",
        "Flo.html",
        "Gus.html",
        "bo.html",
        "summary.html",
        "team-3.html",
    ]


@pytest.mark.parametrize("form", [form for form in REPORTS if not FORMATS[form].binary])
def test_every_format_is_for_all_of_them(form: str, people: Path, tmp_path: Path) -> None:
    suffix = FORMATS[form].suffixes[0]
    assert call("report", people, "-o", tmp_path / "out", "--format", form, *QUICK).code == 0
    assert {Path(one).suffix for one in names(tmp_path / "out")} == {suffix}
    text = (tmp_path / "out" / f"summary{suffix}").read_text(encoding="utf-8")
    if form == "json":
        told = valid("cohort", json.loads(text))
        assert [(one["person"], one["report"]) for one in told["members"]] == [
            ("Ann Smith", "Ann-Smith.json"),
            ("bo", "bo.json"),
            ("ann smith (2)", "ann-smith-2.json"),
        ]
        valid("report", json.loads((tmp_path / "out" / "bo.json").read_text(encoding="utf-8")))


def test_the_same_input_and_day_give_the_same_bytes(people: Path, tmp_path: Path) -> None:
    for name in ("one", "two"):
        assert (
            run(
                "report",
                people,
                "-o",
                tmp_path / name,
                *QUICK,
                env={"PYTHONHASHSEED": str(len(name))},
            ).code
            == 0
        )
    for name in (*names(tmp_path / "one"), MANIFEST):
        assert (tmp_path / "one" / name).read_bytes() == (tmp_path / "two" / name).read_bytes()


def test_bad_profiles_stop_nobody_and_are_told_with_their_places(
    people: Path, tmp_path: Path
) -> None:
    (people / "bad.yaml").write_text("name: Bad\nyears_in_pmo: many\n", encoding="utf-8")
    table = tmp_path / "team.csv"
    table.write_text("name,years_in_pmo\nEve,2\nBob,lots\nFlo,3\n", encoding="utf-8")
    out = tmp_path / "out"
    done = call("report", people, table, tmp_path / "nowhere.yaml", "-o", out, *QUICK)
    assert (done.code, done.out) == (1, "")
    told = " ".join(done.err.split())
    assert "5 reports and the summary stand in" in told
    assert "3 could not be read" in told
    for place in ("bad.yaml:2:", "team.csv:3:5", "nowhere.yaml"):
        assert place in told
    assert len(names(out)) == 6
    summary = readers.page((out / "summary.html").read_text(encoding="utf-8")).text
    assert "No report could be made of 3 profiles" in summary
    assert "bad.yaml" in summary


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("team.csv", 'name,role,goals\nAnn,,\n,,\n"",,\nBob,,\n,,\n , ,\n,,,,,\n'),
        ("team.jsonl", '{"name": "Ann"}\n{}\n{"name": null, "goals": null}\n\n{"name": "Bob"}\n'),
    ],
)
def test_a_line_that_says_nothing_is_nobody(name: str, content: str, tmp_path: Path) -> None:
    (tmp_path / name).write_text(content, encoding="utf-8")
    done = call("report", name, "-o", "out", "--format", "json", *QUICK, cwd=tmp_path)
    assert (done.code, names(tmp_path / "out")) == (0, ["Ann.json", "Bob.json", "summary.json"])
    assert len(json.loads((tmp_path / "out" / "summary.json").read_text())["members"]) == 2


@pytest.mark.parametrize("content", ["name,role\n", "name,role\n,\n\n, \n"])
def test_a_table_of_nobody_says_so(content: str, tmp_path: Path) -> None:
    (tmp_path / "team.csv").write_text(content, encoding="utf-8")
    done = call("report", "team.csv", "-o", "out", "--json", *QUICK, cwd=tmp_path)
    assert (done.code, names(tmp_path)) == (3, ["team.csv"])
    assert json.loads(done.err)["errors"][0]["code"] == "no-profile"


@pytest.mark.parametrize(
    "where",
    [
        "answers.advise.advise",
        "cli.find_profiles.read_profile",
        "answers.cohort_member.cohort_member",
        "contract.report.Report",
    ],
)
def test_a_fault_of_the_program_stops_no_other_report(
    where: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "team.csv").write_text(
        "name,role\nAnn,PMO analyst\nBob,PMO analyst\nCid,x\n", encoding="utf-8"
    )
    module, _, name = where.rpartition(".")
    meant = getattr(import_module(f"pmo_path.{module}"), name)
    met = iter((False, True, False))

    def fails(*args: Any, **values: Any) -> Any:
        return 1 / 0 if next(met) else meant(*args, **values)

    monkeypatch.setattr(f"pmo_path.{where}", fails)
    done = call(
        "report",
        tmp_path / "team.csv",
        "-o",
        tmp_path / "out",
        "--format",
        "json",
        "--json",
        *QUICK,
    )
    assert (done.code, names(tmp_path / "out")) == (1, ["Ann.json", "Cid.json", "summary.json"])
    (error,) = valid("error", json.loads(done.err))["errors"]
    assert (error["code"], error["file"], error["line"]) == (
        "internal",
        str(tmp_path / "team.csv"),
        3,
    )
    (unread,) = json.loads((tmp_path / "out" / "summary.json").read_text())["unread"]
    assert unread["place"] == f"{tmp_path / 'team.csv'}:3"
    assert (unread["name"], unread["line"]) == ("Bob", 3)


def test_where_the_program_fails_on_all_nothing_is_written(
    people: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("pmo_path.answers.advise.advise", lambda *args: 1 / 0)
    done = call("report", people, "-o", people / "out", *QUICK)
    assert (done.code, "Traceback" in done.err, (people / "out").exists()) == (3, False, False)


def test_an_error_as_json_does_not_say_what_was_typed(people: Path, tmp_path: Path) -> None:
    (people / "bad.yaml").write_text("name: Bad\nyears_in_pmo: secret\n", encoding="utf-8")
    done = call("report", people, "-o", tmp_path / "out", "--json", *QUICK)
    assert (done.code, done.out) == (1, "")
    told = valid("error", json.loads(done.err))
    assert (told["code"], told["exit_code"], len(told["errors"])) == ("profiles-unread", 1, 1)
    assert "secret" not in done.err


@pytest.mark.parametrize("content", ["years_in_pmo: many\n", None])
def test_where_none_can_be_read_nothing_is_written(content: str | None, tmp_path: Path) -> None:
    people = tmp_path / "people"
    people.mkdir()
    if content:
        (people / "bad.yaml").write_text(content, encoding="utf-8")
    done = call("report", people, "-o", tmp_path / "out", *QUICK)
    assert done.code == 3
    assert "nothing was written" in " ".join(done.err.split())
    assert names(tmp_path) == ["people"]


def test_nothing_is_written_over_and_that_is_told_before_anything_is_written(
    people: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    out.mkdir()
    (out / "bo.html").write_text("the old one", encoding="utf-8")
    (out / "mine.txt").write_text("mine", encoding="utf-8")
    done = call("report", people, "-o", out, *QUICK)
    assert done.code == 3
    assert "file-exists" in done.err
    assert "bo.html" in done.err
    assert names(out) == ["bo.html", "mine.txt"]
    assert call("report", people, "-o", out, "--force", *QUICK).code == 0
    assert (out / "bo.html").read_text(encoding="utf-8").startswith("<!DOCTYPE html>")
    assert (out / "mine.txt").read_text(encoding="utf-8") == "mine"


def test_a_profile_is_never_replaced_by_its_report(tmp_path: Path) -> None:
    for name in ("kim", "lee"):
        (tmp_path / f"{name}.json").write_text(json.dumps({"name": name}), encoding="utf-8")
    for given in ([tmp_path], [tmp_path / "kim.json", tmp_path / "lee.json"]):
        done = call("report", *given, "-o", tmp_path, "--json", "--force", *QUICK)
        assert done.code == 3
        assert valid("error", json.loads(done.err))["code"] == "is-input"
        assert names(tmp_path) == ["kim.json", "lee.json"]
        assert json.loads((tmp_path / "kim.json").read_text(encoding="utf-8")) == {"name": "kim"}


def test_reports_beside_the_profiles_can_be_made_again(people: Path) -> None:
    for force in ((), ("--force",)):
        assert call("report", people, "-o", people, *force, *QUICK).code == 0
    assert call("report", people, "-o", people, *QUICK).code == 3


def test_without_an_extra_no_directory_is_made(people: Path, tmp_path: Path) -> None:
    (tmp_path / "typst.py").write_text("raise ImportError('not here')\n", encoding="utf-8")
    env = {"PYTHONPATH": str(tmp_path)}
    done = run("report", people, "-o", tmp_path / "out", "--format", "pdf", *QUICK, env=env)
    assert (done.code, done.out) == (4, "")
    assert "pip install 'pmo-path[pdf]'" in " ".join(done.err.split())
    assert not (tmp_path / "out").exists()


def test_what_is_in_the_way_of_the_directory_is_told(people: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x", encoding="utf-8")
    (tmp_path / "out" / "bo.html").mkdir(parents=True)
    for out, says in (("file", "file"), ("nowhere/deep", "nowhere"), ("out", "is-directory")):
        done = call("report", people, "-o", tmp_path / out, "--force", *QUICK)
        assert (done.code, done.out) == (3, "")
        assert says in " ".join(done.err.split())
    assert names(tmp_path / "out") == ["bo.html"]


@pytest.mark.parametrize(
    ("args", "says"),
    [
        ((), "-o DIR"),
        (("-o", "out", "--notes", "notes.txt"), "--notes"),
        (("-o", "out", "--format", "text"), "advise"),
        (("-o", "out", "--mentor", " "), "--mentor"),
        (("-", "-", "-o", "out"), "standard input"),
    ],
)
def test_a_wrong_command_line_is_said_and_nothing_is_written(
    args: tuple[str, ...], says: str, people: Path, tmp_path: Path
) -> None:
    done = call("report", "people", *args, *DAY, cwd=tmp_path)
    assert (done.code, done.out) == (2, "")
    assert says in " ".join(done.err.split())
    assert names(tmp_path) == ["people"]


def test_hostile_names_make_harmless_files(tmp_path: Path) -> None:
    hostile = [
        "../../up",
        "CON",
        ".hidden",
        "a/b\\c",
        "\u202egnp",
        "-rf",
        "summary",
        "x" * 300,
        "👩‍💻",
        "<b>&",
    ]
    lines = tmp_path / "team.jsonl"
    lines.write_text("".join(json.dumps({"name": one}) + "\n" for one in hostile), encoding="utf-8")
    assert call("report", lines, "-o", tmp_path / "out", *QUICK).code == 0
    assert names(tmp_path) == ["out", "team.jsonl"]
    found = names(tmp_path / "out")
    assert len(found) == len(hostile) + 1
    assert {
        "up.html",
        "CON-.html",
        "hidden.html",
        "a-b-c.html",
        "gnp.html",
        "rf.html",
        "summary-2.html",
    } <= set(found)


def test_a_person_at_a_terminal_sees_how_far_it_is_and_a_pipe_does_not(
    people: Path, tmp_path: Path
) -> None:
    args = [*PROGRAM[1:], "report", str(people), "-o", str(tmp_path / "seen"), *QUICK]
    child = pexpect.spawn(
        PROGRAM[0], args, env=environment(TERM="xterm"), timeout=60, encoding="utf-8"
    )
    child.expect(pexpect.EOF)
    close(child)
    assert child.exitstatus == 0
    assert "3/3" in child.before
    assert "3 reports" in child.before
    piped = run("report", people, "-o", tmp_path / "piped", *QUICK).err
    assert "3/3" not in piped
    assert "\x1b" not in piped


def test_the_files_may_be_read_by_others_as_the_umask_says(people: Path, tmp_path: Path) -> None:
    assert run("report", people, "-o", tmp_path / "out", *QUICK).code == 0
    mask = os.umask(0)
    os.umask(mask)
    assert {one.stat().st_mode & 0o777 for one in (tmp_path / "out").iterdir()} == {0o666 & ~mask}


def test_the_shipped_team_gets_its_reports(tmp_path: Path) -> None:
    done = call("report", TEAM, "-o", tmp_path / "out", *DAY)
    assert done.code == 0
    assert len(names(tmp_path / "out")) == 13


def test_a_name_with_an_ending_is_no_directory(tmp_path: Path) -> None:
    for name in ("a.yaml", "b.yaml"):
        (tmp_path / name).write_text("role: PMO analyst\n")
    done = call("report", tmp_path / "a.yaml", tmp_path / "b.yaml", "-o", tmp_path / "team.html")
    assert (done.code, done.out) == (2, "")
    assert not (tmp_path / "team.html").exists()


def test_each_report_has_the_notes_that_bear_its_name_and_no_others(
    people: Path, tmp_path: Path
) -> None:
    notes, out = tmp_path / "notes", tmp_path / "out"
    notes.mkdir()
    (people / "cy.json").write_text('{"name": "Ann Smithson"}', encoding="utf-8")
    for name in ("Ann-Smith.txt", "bo.md", "cy.txt", "Bob.txt"):
        (notes / name).write_text(f"About {name}: €.\n", encoding="utf-8")
    done = call("report", people, "-o", out, "--format", "markdown", "--notes", notes, *QUICK)
    assert done.code == 0
    assert "stand in no report: Bob, cy." in " ".join(done.err.split())
    told = {name: (out / name).read_text(encoding="utf-8") for name in names(out)}
    assert {name for name, text in told.items() if "About" in text} == {"Ann-Smith.md", "bo.md"}
    assert "About Ann-Smith.txt: €." in told["Ann-Smith.md"]
    again = call("report", people, "-o", out, "--json", "--notes", notes, "--force", *QUICK)
    assert again.err == ""


@pytest.mark.parametrize(
    ("people", "files", "given"),
    [
        # Two namesakes, whose order may be another than when the notes were written.
        ((",Kim", ",Kim"), ("Kim", "Kim-2"), {}),
        # One of two namesakes remains, and the notes of both are there.
        ((",Kim",), ("Kim", "Kim-2"), {}),
        ((",Kim",), ("Kim",), {"Kim": "Kim"}),
        # Notes that are named by an id are clear.
        (("7,Kim", "9,Kim"), ("9", "7"), {"Kim": "7", "Kim-2": "9"}),
        (("9,Kim",), ("7", "9"), {"Kim": "9"}),
        (("7,Kim", "9,Kim"), ("Kim", "Kim-2", "7"), {"Kim": "7"}),
        # An id that is the name of another's report, and one that two have.
        (("Bo,Kim", ",Bo"), ("Bo",), {"Bo": "Bo"}),
        (("7,Kim", "7,Kim"), ("7",), {}),
        # Names that only look like numbered ones.
        ((",Kim", ",Kim 2"), ("Kim", "Kim-2"), {"Kim": "Kim", "Kim-2": "Kim-2"}),
    ],
)
def test_notes_go_only_to_whom_they_are_about_for_certain(
    people: tuple[str, ...], files: tuple[str, ...], given: dict[str, str], tmp_path: Path
) -> None:
    notes, out = tmp_path / "notes", tmp_path / "out"
    notes.mkdir()
    for name in files:
        (notes / f"{name}.txt").write_text(f"About {name}.\n", encoding="utf-8")
    (tmp_path / "team.csv").write_text("\n".join(("id,name", *people, "")), encoding="utf-8")
    options = ("--format", "json", "-o", out, "--notes", notes, *QUICK)
    done = call("report", "team.csv", *options, cwd=tmp_path)
    assert done.code == 0
    reports = [path for path in out.glob("[!.]*.json") if path.stem != "summary"]
    told = {path.stem: json.loads(path.read_text("utf-8"))["mentor"]["notes"] for path in reports}
    assert {name: text.strip() for name, text in told.items() if text} == {
        name: f"About {file}." for name, file in given.items()
    }
    told_of = re.findall(r"stand in no report: ([^.]*)\.", " ".join(done.err.split()))
    assert sorted(", ".join(told_of).split(", ")) == sorted({*files} - {*given.values()} or {""})


def test_the_record_of_the_reports_tells_that_a_namesake_left(tmp_path: Path) -> None:
    notes = tmp_path / "notes"
    notes.mkdir()
    (notes / "Kim.txt").write_text("About the first of them.\n", encoding="utf-8")
    (tmp_path / "team.csv").write_text("name\nKim\nKim\n", encoding="utf-8")
    options = ("--format", "json", "-o", "out", "--force", *QUICK)
    assert call("report", "team.csv", *options, cwd=tmp_path).code == 0
    (tmp_path / "team.csv").write_text("name\nKim\n", encoding="utf-8")
    done = call("report", "team.csv", *options, "--notes", "notes", cwd=tmp_path)
    told = json.loads((tmp_path / "out" / "Kim.json").read_text("utf-8"))
    assert told["mentor"]["notes"] == ""
    assert "It is not clear whose notes these are" in " ".join(done.err.split())


def test_notes_that_are_not_text_stop_the_run_before_anything_is_written(
    people: Path, tmp_path: Path
) -> None:
    notes, out = tmp_path / "notes", tmp_path / "out"
    notes.mkdir()
    (notes / "bo.txt").write_bytes(b"secret \xff")
    done = call("report", people, "-o", out, "--notes", notes, *QUICK)
    assert (done.code, "bo.txt" in done.err, "secret" in done.err) == (3, True, False)
    assert not out.exists()


def test_the_short_form_is_for_each_of_a_team(people: Path, tmp_path: Path) -> None:
    full, brief = tmp_path / "full", tmp_path / "brief"
    assert call("report", people, "-o", full, *QUICK).code == 0
    assert call("report", people, "-o", brief, "--brief", *QUICK).code == 0
    for name in ("Ann-Smith.html", "bo.html"):
        assert "Agreed actions" in (full / name).read_text(encoding="utf-8")
        assert "Agreed actions" not in (brief / name).read_text(encoding="utf-8")
    assert (brief / "summary.html").read_text() == (full / "summary.html").read_text()


# --- the summary alone ----------------------------------------------------------------


def test_with_json_and_no_directory_the_summary_is_printed(tmp_path: Path) -> None:
    (tmp_path / "team.csv").write_bytes(b"id,name,role\n7,Ann,PMO analyst\n8,Bob,PMO manager\n")
    printed = call("report", "team.csv", "--json", *QUICK, cwd=tmp_path)
    assert (printed.code, printed.err) == (0, "")
    assert [path.name for path in tmp_path.iterdir()] == ["team.csv"]
    written = call("report", "team.csv", "--json", "-o", "out", *QUICK, cwd=tmp_path)
    assert written.code == 0
    assert (tmp_path / "out" / "summary.json").read_text("utf-8") == printed.out
    told = valid("cohort", json.loads(printed.out))
    assert [one["id"] for one in told["members"]] == ["7", "8"]

    less = call("report", "team.csv", "--json", "--select", "size", *QUICK, cwd=tmp_path)
    assert json.loads(less.out) == {"size": 2}


def at(file: str, line: int | None) -> dict[str, object]:
    return {"file": file, "line": line, "place": file if line is None else f"{file}:{line}"}


def test_a_profile_of_its_own_that_is_unread_keeps_its_id(tmp_path: Path) -> None:
    (tmp_path / "ann.json").write_text('{"id": 7, "role": "PMO analyst"}')
    (tmp_path / "bob.json").write_text('{"id": " b ", "name": "Bob", "years_in_pmo": "many"}')
    (tmp_path / "cid.json").write_text('{"id": 9, ')
    done = call("report", "ann.json", "bob.json", "cid.json", "--json", *QUICK, cwd=tmp_path)
    assert json.loads(done.out)["unread"] == [
        {"id": " b ", "name": "Bob", "sheet": None, **at("bob.json", None)},
        {"id": None, "name": None, "sheet": None, **at("cid.json", None)},
    ]


def test_the_printed_summary_says_who_is_not_in_it(tmp_path: Path) -> None:
    (tmp_path / "team.csv").write_bytes(b"id,name,years_in_pmo\n1,Ann,3\n2,Bob,many\n3,,#REF!\n")
    done = call("report", "team.csv", "--json", *QUICK, cwd=tmp_path)
    assert done.code == 1
    told = valid("cohort", json.loads(done.out))
    assert told["unread"] == [
        {"id": "2", "name": "Bob", "sheet": None, **at("team.csv", 3)},
        {"id": "3", "name": None, "sheet": None, **at("team.csv", 4)},
    ]
    assert valid("error", json.loads(done.err))["code"] == "profiles-unread"
    (tmp_path / "bad.csv").write_bytes(b"name,years_in_pmo\nBob,many\n")
    none = call("report", "bad.csv", "--json", *QUICK, cwd=tmp_path)
    assert (none.code, none.out) == (3, "")


@pytest.mark.parametrize("form", [("--json",), ("--format", "xlsx"), ("-o", "team.xlsx")])
@pytest.mark.parametrize(
    "more",
    [
        ("--prune",),
        ("--mentor", "Ann Smith"),
        ("--notes", "notes.txt"),
        ("--since", "old"),
        ("--select", "sise"),
        ("--brief",),
    ],
)
def test_what_the_summary_alone_does_not_show_is_refused(
    more: tuple[str, ...], form: tuple[str, ...], tmp_path: Path
) -> None:
    (tmp_path / "team.csv").write_bytes(b"name\nAnn\n")
    done = call("report", "team.csv", *form, *more, *QUICK, cwd=tmp_path)
    assert (done.code, done.out) == (2, "")
    assert more[0] in done.err
    assert [path.name for path in tmp_path.iterdir()] == ["team.csv"]


def test_reports_of_many_as_json_have_the_mentor(tmp_path: Path) -> None:
    (tmp_path / "team.csv").write_bytes(b"name\nAnn\n")
    options = ("--json", "-o", "out", "--mentor", "Kim Lee")
    assert call("report", "team.csv", *options, *QUICK, cwd=tmp_path).code == 0
    told = json.loads((tmp_path / "out" / "Ann.json").read_text("utf-8"))
    assert told["mentor"]["name"] == "Kim Lee"
