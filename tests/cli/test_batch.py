"""Many profiles in, one answer for each, in order; and what a run says of itself."""

from __future__ import annotations

import json
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from batches import ANN, BOB, NOBODY, QUICK, json_of, table, told
from program import call, run, valid

# A program with a fault: it cannot advise Bob.
BREAKS = """
import pmo_path.answers.advise as engine
meant = engine.advise
def fails_for_bob(known, person, day):
    return 1 / 0 if person.name == "Bob" else meant(known, person, day)
engine.advise = fails_for_bob
"""


# --- JSON lines -----------------------------------------------------------------------


def test_every_line_gets_its_answer_in_order(tmp_path: Path) -> None:
    (tmp_path / "team.jsonl").write_bytes(json_of(ANN, "", '{"rolle": "x"}', "  ", BOB))
    done = run("batch", "team.jsonl", *QUICK, cwd=tmp_path)
    lines = told(done)
    assert done.code == 1
    assert [(one["line"], one["ok"]) for one in lines] == [(1, True), (3, False), (5, True)]
    assert [one["advice"]["profile"].get("name") for one in lines if one["ok"]] == ["Ann", "Bob"]
    assert "2 profiles" not in done.err
    assert "1 could not be read" in done.err
    assert "team.jsonl:3:2" in done.err


@pytest.mark.parametrize("profile", [ANN, BOB, NOBODY, {}])
def test_an_answer_is_the_advice_of_its_own(profile: dict[str, Any]) -> None:
    alone = call("advise", "-", "--json", *QUICK, stdin=json.dumps(profile).encode())
    done = call("batch", "-", *QUICK, stdin=json_of(profile))
    assert (done.code, [one["advice"] for one in told(done)]) == (0, [json.loads(alone.out)])


def test_a_problem_is_the_error_of_its_own_with_its_place_in_the_whole() -> None:
    bad = json.dumps({"rolle": "x", "years_in_pmo": "many"})
    alone = json.loads(call("advise", "-", "--json", *QUICK, stdin=bad.encode()).err)
    problem = told(call("batch", "-", *QUICK, stdin=json_of(ANN, ANN, bad)))[2]["problem"]
    assert problem["detail"] == alone["detail"]
    assert (
        [one["column"] for one in problem["errors"]]
        == [one["column"] for one in alone["errors"]]
        == [2, 16]
    )
    assert {one["line"] for one in problem["errors"]} == {3}
    assert {one["file"] for one in problem["errors"]} == {"standard input"}
    assert (problem["code"], problem["exit_code"]) == ("profile-invalid", 1)


def test_no_line_is_no_fault() -> None:
    done = call("batch", "-", *QUICK)
    assert (done.code, done.out) == (0, "")
    assert "0 profiles" in done.err


def test_a_last_line_needs_no_end() -> None:
    assert [
        one["ok"]
        for one in told(call("batch", "-", *QUICK, stdin=json_of(ANN) + json_of(BOB)[:-1]))
    ] == [True] * 2


def test_a_line_of_output_is_one_line_for_everyone() -> None:
    done = call("batch", "-", *QUICK, stdin=json_of({"name": "a\u2028b\u2029c\x85d\x0be"}))
    assert len(done.out.splitlines()) == 1
    assert told(done)[0]["advice"]["profile"]["name"] == "a\u2028b\u2029c\x85d\x0be"


def test_the_same_lines_give_the_same_bytes() -> None:
    first, second = (
        run("batch", "-", *QUICK, stdin=json_of(ANN, BOB), env={"PYTHONHASHSEED": s}) for s in "12"
    )
    assert first == second


@pytest.mark.parametrize("options", [(), ("--json",), ("--format", "json"), ("--format", "jsonl")])
def test_json_is_what_it_gives(options: tuple[str, ...]) -> None:
    assert told(call("batch", "-", *options, *QUICK, stdin=json_of(ANN)))[0]["ok"]


@pytest.mark.parametrize(
    "where",
    [
        "answers.advise.advise",
        "cli.batch_run.read_profile",
        "core.json_text.json_line",
        "profile.readers.jsonl.read_json",
    ],
)
@pytest.mark.parametrize(
    "fault", [OverflowError, RecursionError, KeyError, AssertionError, MemoryError, ValueError]
)
def test_a_fault_of_the_program_is_the_problem_of_its_line(
    where: str, fault: type[Exception], monkeypatch: pytest.MonkeyPatch
) -> None:
    module, _, name = where.rpartition(".")
    meant = getattr(import_module(f"pmo_path.{module}"), name)
    met = iter((False, True, False, False))

    def fails(*args: Any) -> Any:
        if next(met, False):
            raise fault("secret")
        return meant(*args)

    monkeypatch.setattr(f"pmo_path.{where}", fails)
    done = call("batch", "-", "--json", *QUICK, stdin=json_of(ANN, BOB, ANN))
    lines = told(done)
    assert (done.code, [(one["line"], one["ok"]) for one in lines]) == (
        1,
        [(1, True), (2, False), (3, True)],
    )
    (error,) = lines[1]["problem"]["errors"]
    assert (lines[1]["problem"]["code"], error["code"], error["line"]) == (
        "internal",
        "internal",
        2,
    )
    assert (error["file"], "report" in error["hint"], fault.__name__ in error["detail"]) == (
        "standard input",
        True,
        True,
    )
    assert "secret" not in done.out + done.err
    assert "the program failed on 1" in valid("error", json.loads(done.err))["title"]


@pytest.mark.parametrize(
    ("where", "form"),
    [
        ("profile.readers.encodings.decode", "jsonl"),
        ("profile.readers.separated._row", "jsonl"),
        ("profile.readers.csv.row_document", "jsonl"),
        ("core.json_text.json_line", "jsonl"),
        ("reports.csv_columns.row", "csv"),
    ],
)
def test_a_fault_on_the_way_of_a_row_is_the_problem_of_its_line(
    where: str, form: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    module, _, name = f"pmo_path.{where}".rpartition(".")
    meant = getattr(import_module(module), name)

    def fails(*args: Any) -> Any:
        return 1 / 0 if "Bob" in repr(args) else meant(*args)

    monkeypatch.setattr(f"{module}.{name}", fails)
    chosen = (
        "--format",
        form,
        *(("--select", "line,ok,problem.errors.code") if form == "csv" else ()),
    )
    done = call("batch", "-", "--from", "csv", *chosen, *QUICK, stdin=b"name\nAnn\nBob\nCid\n")
    if form == "csv":
        found = [
            (int(row["line"]), row["ok"] == "true", row["problem.errors.code"])
            for row in table(done)
        ]
    else:
        found = [
            (one["line"], one["ok"], one.get("problem", {}).get("code", "")) for one in told(done)
        ]
    assert (done.code, found) == (1, [(2, True, ""), (3, False, "internal"), (4, True, "")])


def test_a_fault_of_the_program_in_a_row_ends_nothing(tmp_path: Path) -> None:
    (tmp_path / "sitecustomize.py").write_text(BREAKS, encoding="utf-8")
    rows = b"name,role\nAnn,PMO analyst\nBob,PMO analyst\nCid,PMO analyst\n"
    done = run("batch", "-", "--from", "csv", *QUICK, stdin=rows, env={"PYTHONPATH": str(tmp_path)})
    lines = told(done)
    assert (done.code, [one["ok"] for one in lines], lines[1]["problem"]["code"]) == (
        1,
        [True, False, True],
        "internal",
    )
    assert done.err.startswith("pmo-path: 3 profiles: a route for 2, the program failed on 1")


# --- what the run says of itself ------------------------------------------------------


def test_a_summary_goes_to_standard_error_unless_it_is_not_wanted() -> None:
    done = call("batch", "-", *QUICK, stdin=json_of(ANN, BOB, NOBODY))
    assert (done.code, done.err) == (0, "3 profiles: a route for 2, none for 1.\n")
    assert call("batch", "-", "--quiet", *QUICK, stdin=json_of(ANN)).err == ""
    assert call("batch", "-", "--json", *QUICK, stdin=json_of(ANN)).err == ""


def test_with_json_the_summary_of_bad_lines_is_the_error_of_the_contract() -> None:
    done = call("batch", "-", "--json", *QUICK, stdin=json_of(*["{"] * 15))
    error = valid("error", json.loads(done.err))
    assert (done.code, error["exit_code"], error["code"]) == (1, 1, "lines-unread")
    assert [one["line"] for one in error["errors"]] == list(range(1, 11))
    assert len(told(done)) == 15


def test_fail_fast_stops_at_the_first_bad_line() -> None:
    done = call("batch", "-", "--fail-fast", *QUICK, stdin=json_of(ANN, "{", BOB, "{"))
    assert done.code == 1
    assert [one["ok"] for one in told(done)] == [True, False]


@pytest.mark.parametrize(("profiles", "code"), [((ANN, BOB), 0), ((ANN, NOBODY, BOB), 1)])
def test_a_gate_on_nothing_advised(profiles: tuple[dict[str, Any], ...], code: int) -> None:
    done = call("batch", "-", "--fail-if-empty", "--json", *QUICK, stdin=json_of(*profiles))
    assert (done.code, len(told(done))) == (code, len(profiles))
    if code:
        error = valid("error", json.loads(done.err))
        assert [(one["code"], one["line"]) for one in error["errors"]] == [("nothing-advised", 2)]
    assert call("batch", "-", *QUICK, stdin=json_of(*profiles)).code == 0


def test_the_gate_of_advise_prints_the_advice_all_the_same() -> None:
    empty = ("advise", "--experience-level", "director", "--holds", "none", "--json", *QUICK)
    without, gated = call(*empty), call(*empty, "--fail-if-empty")
    assert (without.code, gated.code) == (0, 1)
    assert gated.out == without.out
    assert valid("error", json.loads(gated.err))["code"] == "nothing-advised"
    plain = call("advise", "--fail-if-empty", "--experience-level", "entry", *QUICK)
    assert (plain.code, plain.err) == (0, "")


# --- which form -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "options", "csv_first", "code"),
    [
        ("t.csv", (), True, 0),
        ("T.CSV", (), True, 0),
        ("t.jsonl", (), False, 0),
        ("t.ndjson", (), False, 0),
        ("t.txt", ("--from", "csv"), True, 0),
        ("t.csv", ("--from", "jsonl"), False, 0),
        ("t.txt", (), False, 2),
        ("t.json", (), False, 2),
        ("t.csv", ("--from", "docx"), True, 2),
        ("t.csv", ("--from", "xlsx"), True, 3),
        ("t.csv", ("--sheet", "Team"), True, 2),
        ("t.csv", ("--select", "lines"), True, 2),
        ("t.csv", ("--format", "text"), True, 2),
        ("t.csv", ("--format", "csv", "--select", "lines"), True, 2),
        ("nowhere.csv", (), True, 3),
        (".", ("--from", "csv"), True, 3),
    ],
)
def test_the_form_is_told_by_name_or_option(
    name: str, options: tuple[str, ...], csv_first: bool, code: int, tmp_path: Path
) -> None:
    if name not in ("nowhere.csv", "."):
        (tmp_path / name).write_bytes(b"name\nAnn\n" if csv_first else json_of({"name": "Ann"}))
    done = call("batch", tmp_path / name, *options, *QUICK)
    assert done.code == code
    if code:
        assert done.out == ""
        assert done.err.startswith("pmo-path:")
    else:
        assert told(done)[0]["advice"]["profile"] == {"name": "Ann"}


# --- files ----------------------------------------------------------------------------


def test_a_file_comes_into_being_whole(tmp_path: Path) -> None:
    (tmp_path / "team.jsonl").write_bytes(json_of(ANN, "{", BOB))
    done = call("batch", "team.jsonl", "-o", "advice.jsonl", *QUICK, cwd=tmp_path)
    assert (done.code, done.out) == (1, "")
    shown = call("batch", "team.jsonl", *QUICK, cwd=tmp_path)
    assert (tmp_path / "advice.jsonl").read_text("utf-8") == shown.out

    again = call("batch", "team.jsonl", "-o", "advice.jsonl", "--json", *QUICK, cwd=tmp_path)
    assert (again.code, again.out) == (3, "")
    assert valid("error", json.loads(again.err))["code"] == "file-exists"
    (tmp_path / "advice.jsonl").write_text("the old one", encoding="utf-8")
    forced = call("batch", "team.jsonl", "-o", "advice.jsonl", "--force", *QUICK, cwd=tmp_path)
    assert forced.code == 1
    assert (tmp_path / "advice.jsonl").read_text("utf-8") == shown.out
    assert sorted(path.name for path in tmp_path.iterdir()) == ["advice.jsonl", "team.jsonl"]


def test_a_header_that_is_wrong_leaves_no_file(tmp_path: Path) -> None:
    (tmp_path / "team.csv").write_bytes(b"rolle\nx\n")
    assert (
        call("batch", "team.csv", "-o", "advice.csv", "--format", "csv", *QUICK, cwd=tmp_path).code
        == 3
    )
    assert [path.name for path in tmp_path.iterdir()] == ["team.csv"]


@pytest.mark.parametrize(
    ("line", "own"),
    [
        ('{"id":"z","role":"PMO manager","role":"x"}', "z"),
        ('{"id":"n","years_in_pmo":NaN}', "n"),
        ('{"years_in_pmo":Infinity,"id":7}', 7),
        ('{"id":"t","role":"\\ud800"}', "t"),
        ('{"id":"a","id":"b"}', None),
        ('{"id":NaN}', None),
        ('{"id":"\\ud800"}', None),
        ('{"id":1.5}', None),
        ('{"id":true,"role":NaN}', None),
        ('{"role":{"id":"inner"},"years_in_pmo":NaN}', None),
        ('[{"id":"inner"},NaN]', None),
        ('{"id":"cut off"', None),
        ('{"id":"deep","role":' + "[" * 10**5 + "]" * 10**5 + "}", None),
    ],
)
def test_the_own_id_of_a_line_is_kept_even_where_it_cannot_be_read(
    line: str, own: str | int | None
) -> None:
    (answer,) = told(call("batch", "-", *QUICK, stdin=json_of(line)))
    assert (answer["ok"], answer["id"]) == (False, own)


def test_an_id_that_is_no_text_is_told_that_it_may_be_a_whole_number() -> None:
    (answer,) = told(call("batch", "-", *QUICK, stdin=json_of({"id": 1.5})))
    (error,) = answer["problem"]["errors"]
    assert error["hint"] == "write one line of text, or a whole number"
