"""Many profiles in, one answer for each, in order: as JSON lines, as CSV, to a pipe and to a file."""

from __future__ import annotations

import csv
import io
import json
import os
import pty
import signal
import subprocess
import sys
import time
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from paths import SMALL
from program import PROGRAM, Result, call, environment, run, valid

from pmo_path.core.documents import Document
from pmo_path.profile.facts import BY_KEY
from pmo_path.profile.parse import read_profile
from pmo_path.profile.readers.csv import csv_records, profile_data
from pmo_path.profile.readers.jsonl import jsonl_records
from pmo_path.reports import csv_columns

DAY = ("--as-of", "2026-11-21")
QUICK = ("--catalogue", str(SMALL), *DAY)
ANN = {"name": "Ann", "role": "PMO analyst", "years_in_pmo": 4, "holds": []}
BOB = {"name": "Bob", "experience_level": "entry"}
NOBODY = {"experience_level": "director", "holds": []}  # for whom the small catalogue has nothing


# A program with a fault: it cannot advise Bob.
BREAKS = """
import pmo_path.answers.advise as engine
meant = engine.advise
engine.advise = lambda known, person, day: 1 / 0 if person.name == "Bob" else meant(known, person, day)
"""


def json_of(*profiles: dict[str, Any] | str) -> bytes:
    return "".join(
        (one if isinstance(one, str) else json.dumps(one)) + "\n" for one in profiles
    ).encode()


def told(done: Result) -> list[dict[str, Any]]:
    """Return the lines of an output, each held against its schema."""
    assert "Traceback" not in done.err
    assert done.out == "" or done.out.endswith("\n")
    return [valid("batch-line", json.loads(line)) for line in done.out.split("\n")[:-1]]


def table(done: Result) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(done.out, newline="")))


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
        ("profile.readers.jsonl.decode", "jsonl"),
        ("profile.readers.csv._row", "jsonl"),
        ("profile.readers.csv.profile_data", "jsonl"),
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
    without, gated = run(*empty), run(*empty, "--fail-if-empty")
    assert (without.code, gated.code) == (0, 1)
    assert gated.out == without.out
    assert valid("error", json.loads(gated.err))["code"] == "nothing-advised"
    plain = call("advise", "--fail-if-empty", "--experience-level", "entry", *QUICK)
    assert (plain.code, plain.err) == (0, "")


# --- CSV in ---------------------------------------------------------------------------

SHEET = b'''name,role,pmo_types,years_in_pmo,holds,goals
Ann,PMO analyst,tactical;coe,2-4,none,
Bob,"head of ""PMO""",,,example-foundation@2024-05-01;example-practitioner;,basics
,,,,,
'''


def test_a_header_names_the_facts(tmp_path: Path) -> None:
    (tmp_path / "team.csv").write_bytes(SHEET)
    done = run("batch", "team.csv", *QUICK, cwd=tmp_path)
    assert done.code == 0
    assert [(one["line"], one["advice"]["profile"]) for one in told(done)] == [
        (
            2,
            {
                "name": "Ann",
                "role": "PMO analyst",
                "pmo_types": ["tactical", "coe"],
                "years_in_pmo": "2-4",
                "holds": [],
            },
        ),
        (
            3,
            {
                "name": "Bob",
                "role": 'head of "PMO"',
                "holds": [
                    {"certification": "example-foundation", "awarded_on": "2024-05-01"},
                    "example-practitioner",
                ],
                "goals": ["basics"],
            },
        ),
    ]  # the last row is empty: nobody


EMPTY = ("", " ", "\t", '""', '" "', "\u00a0")


def empty_rows(*more: str) -> st.SearchStrategy[list[str]]:
    cells = st.lists(st.sampled_from((*EMPTY, *more)), min_size=1, max_size=8)
    return st.lists(cells.map(",".join), max_size=3)


@settings(max_examples=200)
@given(empty_rows(), empty_rows('"\n"'), empty_rows('"\n"'))
def test_empty_rows_are_nobody_wherever_they_stand(
    first: list[str], between: list[str], last: list[str]
) -> None:
    people = [{"name": "Ann", "role": "x"}, {"name": "Bob"}]
    rows = [*first, "name,role", *between, "Ann,x", *between, "Bob,", *last]
    for end in ("\n", "\r\n"):
        found = of_csv(end.join(rows))
        assert [data for _, data in found] == people
        lines = end.join(rows).split("\n")
        assert [lines[line - 1].strip() for line, _ in found] == ["Ann,x", "Bob,"]


def test_a_line_of_json_that_says_nothing_gets_an_answer() -> None:
    """Whoever writes an object for a line asks something; `null` is no profile."""
    answers = told(call("batch", "-", *QUICK, stdin=b'{}\n{"name": null}\nnull\n'))
    assert [one["ok"] for one in answers] == [True, True, False]
    assert answers[2]["problem"]["errors"][0]["code"] == "not-a-profile"


def test_a_row_says_what_the_same_line_of_json_says() -> None:
    facts = {
        "name": "Ann, of PMO",
        "years_in_pmo": "3",
        "pmo_types": ["coe"],
        "holds": [],
        "education": "none",
    }
    row = b'name,years_in_pmo,pmo_types,holds,education\n"Ann, of PMO",3,coe,none,none\n'
    one, other = (
        call("batch", "-", "--from", "csv", *QUICK, stdin=row),
        call("batch", "-", *QUICK, stdin=json_of(facts)),
    )
    assert told(one)[0]["advice"] == told(other)[0]["advice"]
    assert told(one)[0]["advice"]["profile"]["education"] == "none"


WORDS = st.lists(st.text("abc -é", min_size=1).map(str.strip))


@given(st.dictionaries(st.sampled_from(sorted(BY_KEY)), WORDS, min_size=1))
def test_cells_say_what_lists_and_words_say(facts: dict[str, list[str]]) -> None:
    """An empty cell is not said, `none` an empty list, and `;` stands between items."""
    kept = {key: [item for item in items if item] or ["none"] for key, items in facts.items()}
    cells = [";".join(items) for items in kept.values()]
    for key, value in profile_data(list(kept), cells).items():
        whole = ";".join(kept[key])
        assert value == (([] if whole == "none" else kept[key]) if BY_KEY[key].many else whole)
    assert profile_data(list(kept), [" "] * len(kept)) == {}


def documents(found: Any) -> list[tuple[int, Any]]:
    return [
        (one.line, one.content.data if isinstance(one.content, Document) else one.content.code)
        for one in found
    ]


def of_csv(text: str) -> list[tuple[int, Any]]:
    return documents(csv_records(io.BytesIO(text.encode()).readline, "team.csv"))


def test_a_quoted_cell_may_go_over_lines() -> None:
    assert of_csv('name,role\n"Ann\n""A""",x\nBob,y\n') == [
        (2, {"name": 'Ann\n"A"', "role": "x"}),
        (4, {"name": "Bob", "role": "y"}),
    ]


@pytest.mark.parametrize(
    "bad",
    [
        '"Ann,x',
        'An"n,x',
        '"Ann"n,x',
        '"Ann,x\n"Cid",x',
        '"Ann,x\n' + "Cid,x\n" * 30 + 'Dee,"x"',
        "Ann,x,y",
        "Ann",
    ],
)
def test_a_quote_that_is_not_closed_costs_no_line_but_its_own(bad: str) -> None:
    found = of_csv(f"name,role\n{bad}\nBob,y\nEve,z\n")
    good = [line.replace('"', "") for line in bad.split("\n")[1:]]
    assert [data["name"] for _, data in found[1:]] == [
        *(line.split(",")[0] for line in good),
        "Bob",
        "Eve",
    ]
    assert found[0] in [(2, "syntax"), (2, "ragged")]
    assert [line for line, _ in found] == list(range(2, 2 + len(found)))


@pytest.mark.parametrize(
    ("text", "code", "column", "hint"),
    [
        ("name,rolle\n", "unknown-key", 6, "role"),
        ('"name","years_in_pm"\nAnn,3\n', "unknown-key", 8, "years_in_pmo"),
        ("name;role\nAnn;x\n", "unknown-key", 1, "comma"),
        ("name\trole\n", "unknown-key", 1, "comma"),
        ("name,name\n", "duplicate-key", 6, "keep one"),
        ("name,,role\n", "unknown-key", 6, ""),
        ("", "empty", 1, "name,role"),
        ("\n\n", "empty", 1, "name,role"),
        ('"name,role\n', "syntax", 1, "quote"),
        ("\ufeff\x00name\n", "not-text", 1, "UTF-8"),
    ],
)
def test_a_header_that_names_no_facts_is_one_problem(
    text: str, code: str, column: int, hint: str
) -> None:
    done = call("batch", "-", "--from", "csv", "--json", *QUICK, stdin=text.encode())
    assert (done.code, done.out) == (3, "")
    (error,) = valid("error", json.loads(done.err))["errors"]
    assert (error["code"], error["line"], error["column"]) == (code, 1, column)
    assert hint in error["hint"]
    assert (
        call("batch", "-", "--from", "csv", "--format", "csv", *QUICK, stdin=text.encode()).out
        == ""
    )


def test_a_fault_in_a_row_stands_at_its_cell() -> None:
    sheet = 'name,role,years_in_pmo,holds\nAnn,"a, b",many,x\n"B\nob",x,1,"EIF;\nEIZ"\n'
    done = call("batch", "-", "--from", "csv", "--strict", *QUICK, stdin=sheet.encode())
    found = [
        [(e["line"], e["column"], e["pointer"]) for e in one["problem"]["errors"]]
        for one in told(done)
    ]
    assert found == [[(2, 12, "/years_in_pmo"), (2, 17, "/holds/0")], [(4, 9, "/holds/1")]]


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
        ("t.csv", ("--from", "xlsx"), True, 2),
        ("t.csv", ("--select", "line"), True, 2),
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


# --- CSV out --------------------------------------------------------------------------

LINE = {
    "line": 7,
    "ok": True,
    "advice": {
        "next_step": None,
        "next_steps": ["a", "b"],
        "career_level": None,
        "profile": {"name": "=1+1", "holds": [], "goals": ["basics"]},
        "routes": [
            {
                "title": "T",
                "steps": [{"certification": "a"}, {"certification": "b"}],
                "totals": {"cost": {"low": 1.5}},
            },
            {
                "title": "U",
                "steps": [{"certification": "c"}],
                "totals": {"cost": {"unknown": True, "ask": "us"}},
            },
        ],
    },
}


@pytest.mark.parametrize(
    ("member", "cell"),
    [
        ("line", "7"),
        ("ok", "true"),
        ("problem.detail", ""),
        ("next_step", ""),
        ("next_steps", "a;b"),
        ("next_steps.1", "b"),
        ("next_steps.5", ""),
        ("career_level.id", ""),
        ("profile.name", "'=1+1"),
        ("profile.holds", "none"),
        ("profile.goals", "basics"),
        ("profile.country", ""),
        ("routes.0.title", "T"),
        ("routes.title", "T;U"),
        ("routes.steps.certification", "a;b;c"),
        ("routes.steps.1.certification", "b"),
        ("routes.1.totals.cost.unknown", "true"),
        ("routes.totals.cost.low", "1.5"),
    ],
)
def test_a_member_is_a_cell(member: str, cell: str) -> None:
    assert next(csv.reader([csv_columns.row(LINE, csv_columns.columns(member))])) == [cell]


def test_chosen_members_are_the_columns() -> None:
    chosen = "line,profile.name,next_step,career_level.id,routes.0.title,problem.errors.code"
    done = call(
        "batch", "-", "--format", "csv", "--select", chosen, *QUICK, stdin=json_of(BOB, "{", NOBODY)
    )
    assert done.out.splitlines()[0] == chosen
    bob, bad, nobody = (list(one.values()) for one in table(done))
    assert bob == ["1", "Bob", "example-foundation", "entry", bob[4], ""]
    assert bob[4]
    assert bad == ["2", "", "", "", "", "syntax"]
    assert nobody == ["3", "", "", "director", "", ""]
    assert done.code == 1


def test_without_a_choice_the_columns_are_the_usual_ones() -> None:
    done = call("batch", "-", "--format", "csv", *QUICK, stdin=json_of(BOB, "{"))
    assert ",".join(table(done)[0]) == csv_columns.DEFAULT
    assert "JSON" in table(done)[1]["problem.detail"]


@pytest.mark.parametrize(
    ("select", "hint"),
    [
        ("nextstep", "next_step"),
        ("routes", "routes.title"),
        ("routes.0", "routes.0.title"),
        ("career_level", "career_level.id"),
        ("profile.rolle", "role"),
        ("line.x", ""),
        ("problem.errors", "problem.errors.code"),
        ("advice.next_step", ""),
        ("", ""),
        ("line,,ok", ""),
        ("next_step.0", ""),
    ],
)
def test_a_member_that_no_answer_has_is_refused_before_anything_is_read(
    select: str, hint: str
) -> None:
    done = call("batch", "nowhere.jsonl", "--format", "csv", "--select", select, *QUICK)
    assert (done.code, done.out) == (2, "")
    assert hint in done.err


def test_every_usual_column_is_a_member() -> None:
    assert len(csv_columns.columns(csv_columns.DEFAULT)) == 7


RUN = "=+-@\t\r＝＋－＠"


@given(st.lists(st.text(st.sampled_from(RUN + " ;,\"\n'aé")) | st.text(), min_size=1))
def test_no_spreadsheet_runs_a_cell(texts: list[str]) -> None:
    cell = csv_columns.cell({"name": texts}, ("name",))
    for part in cell.split(";"):
        assert part[:1] not in RUN or not part
        assert part.lstrip(" \n")[:1] not in "=+-@＝＋－＠" or not part.strip(" \n")
    written = csv_columns.row({"advice": {"name": texts}}, [("name",), ("name",)])
    assert next(csv.reader(io.StringIO(written, newline=""))) == [cell, cell]


def test_what_is_harmless_stays_as_it_is() -> None:
    for text in ("Ann", "a=b", "1-2", "x + y", "Ann; Bob", "O'Neill", "a@b"):
        assert csv_columns.inert_cell(text) == text


def test_a_name_that_is_a_formula_comes_out_inert() -> None:
    done = call(
        "batch",
        "-",
        "--format",
        "csv",
        *QUICK,
        stdin=json_of({"name": "=HYPERLINK(1)"}, {"name": "x;=1"}),
    )
    assert [one["profile.name"] for one in table(done)] == ["'=HYPERLINK(1)", "x;'=1"]


# --- files ----------------------------------------------------------------------------


def test_a_file_comes_into_being_whole(tmp_path: Path) -> None:
    (tmp_path / "team.jsonl").write_bytes(json_of(ANN, "{", BOB))
    done = run("batch", "team.jsonl", "-o", "advice.jsonl", *QUICK, cwd=tmp_path)
    assert (done.code, done.out) == (1, "")
    shown = run("batch", "team.jsonl", *QUICK, cwd=tmp_path)
    assert (tmp_path / "advice.jsonl").read_text("utf-8") == shown.out

    again = run("batch", "team.jsonl", "-o", "advice.jsonl", "--json", *QUICK, cwd=tmp_path)
    assert (again.code, again.out) == (3, "")
    assert valid("error", json.loads(again.err))["code"] == "file-exists"
    (tmp_path / "advice.jsonl").write_text("the old one", encoding="utf-8")
    forced = run("batch", "team.jsonl", "-o", "advice.jsonl", "--force", *QUICK, cwd=tmp_path)
    assert forced.code == 1
    assert (tmp_path / "advice.jsonl").read_text("utf-8") == shown.out
    assert sorted(path.name for path in tmp_path.iterdir()) == ["advice.jsonl", "team.jsonl"]


def test_a_header_that_is_wrong_leaves_no_file(tmp_path: Path) -> None:
    (tmp_path / "team.csv").write_bytes(b"rolle\nx\n")
    assert (
        run("batch", "team.csv", "-o", "advice.csv", "--format", "csv", *QUICK, cwd=tmp_path).code
        == 3
    )
    assert [path.name for path in tmp_path.iterdir()] == ["team.csv"]


# --- as it goes -----------------------------------------------------------------------


def start(*args: str, **streams: Any) -> subprocess.Popen[bytes]:
    given = {
        "stdin": subprocess.PIPE,
        "stdout": subprocess.PIPE,
        "stderr": subprocess.PIPE,
        "env": environment(),
    }
    return subprocess.Popen([*PROGRAM, "batch", *args, *QUICK], bufsize=0, **{**given, **streams})


def test_an_answer_does_not_wait_for_the_next_line() -> None:
    with start("-") as process:
        assert process.stdin
        assert process.stdout
        for number in (1, 2, 3):
            process.stdin.write(json_of(ANN))
            answer = b""
            while not answer.endswith(b"\n"):
                answer += process.stdout.read(65536)
            assert json.loads(answer)["line"] == number
        process.stdin.close()
        assert process.wait(20) == 0


@pytest.mark.skipif(os.name != "posix", reason="needs POSIX signals")
@pytest.mark.parametrize(("told", "code"), [("SIGINT", 130), ("SIGTERM", 143), ("SIGHUP", 143)])
@pytest.mark.parametrize(
    "stuck", [False, True], ids=["waiting for a line", "writing into a full pipe"]
)
@pytest.mark.parametrize("unbuffered", ["", "1"])
def test_interrupted_every_line_is_whole(
    stuck: bool, told: str, code: int, unbuffered: str
) -> None:
    with start("-", env={**environment(), "PYTHONUNBUFFERED": unbuffered}) as process:
        assert process.stdin
        assert process.stdout
        os.set_blocking(process.stdin.fileno(), False)
        process.stdin.write(json_of(ANN) * (200 if stuck else 1))
        seen = process.stdout.read(10)  # it runs
        time.sleep(1 if stuck else 0.3)
        process.send_signal(getattr(signal, told))
        time.sleep(0.3)
        while piece := process.stdout.read(65536):
            seen += piece
        assert process.wait(20) == code
        assert seen.endswith(b"\n")
        assert [json.loads(line)["line"] for line in seen.splitlines()] == list(
            range(1, seen.count(b"\n") + 1)
        )
        assert (process.stderr.read() if process.stderr else b"") == b""


@pytest.mark.skipif(os.name != "posix", reason="needs POSIX signals")
@pytest.mark.parametrize(("told", "code"), [("SIGINT", 130), ("SIGTERM", 143), ("SIGHUP", 143)])
def test_interrupted_there_is_no_file(told: str, code: int, tmp_path: Path) -> None:
    with start("-", "-o", str(tmp_path / "advice.jsonl")) as process:
        assert process.stdin
        process.stdin.write(json_of(ANN))
        while not list(tmp_path.iterdir()):
            time.sleep(0.05)
        process.send_signal(getattr(signal, told))
        assert process.wait(20) == code
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(os.name != "posix", reason="needs POSIX signals")
def test_under_nohup_it_goes_on_when_the_terminal_is_closed() -> None:
    with start("-", preexec_fn=lambda: signal.signal(signal.SIGHUP, signal.SIG_IGN)) as process:
        assert process.stdin
        assert process.stdout
        for _ in range(2):
            process.stdin.write(json_of(ANN))
            assert process.stdout.read(1)
            process.send_signal(signal.SIGHUP)
        process.stdin.close()
        process.stdout.read()
        assert process.wait(20) == 0


@pytest.mark.skipif(os.name != "posix", reason="needs POSIX signals")
@pytest.mark.parametrize("workers", ["0", "1"])
def test_under_nohup_the_programs_of_the_tests_do_not_ignore_that_signal(workers: str) -> None:
    """Else a run of the suite would wait for ever for a program that it told to end."""
    this = ("-n", workers, "-q", "-p", "no:cacheprovider", "-k", "no_file and SIGHUP", __file__)
    done = subprocess.run(
        [sys.executable, "-m", "pytest", *this],
        preexec_fn=lambda: signal.signal(signal.SIGHUP, signal.SIG_IGN),
        env={key: value for key, value in environment().items() if not key.startswith("PYTEST_")},
        capture_output=True,
        timeout=60,
        check=False,
    )
    assert b"1 passed" in done.stdout


def on_terminal(*args: str, people: tuple[dict[str, Any], ...] = (ANN, BOB)) -> str:
    """Return what a terminal as standard error is shown."""
    ours, theirs = pty.openpty()
    done = subprocess.run(
        [*PROGRAM, "batch", "-", *args, *QUICK],
        input=json_of(*people),
        stdout=subprocess.PIPE,
        stderr=theirs,
        env=environment(TERM="xterm", COLUMNS="80"),
        timeout=60,
        check=True,
    )
    assert done.stdout.count(b"\n") == len(people)
    os.close(theirs)
    shown = b""
    try:
        while piece := os.read(ours, 4096):
            shown += piece
    except OSError:  # all is read
        pass
    os.close(ours)
    return shown.decode()


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")
def test_a_bar_is_shown_on_a_terminal_only() -> None:
    assert "2 profiles" in on_terminal()
    alone = on_terminal(people=(ANN,))
    assert "1 profile" in alone
    assert "1 profiles" not in alone
    assert "\x1b[" in on_terminal()
    assert on_terminal("--quiet") == ""
    assert "\x1b" not in run("batch", "-", *QUICK, stdin=json_of(ANN), env={"FORCE_COLOR": "1"}).err


def test_who_sees_no_bar_does_not_wait_for_its_library() -> None:
    code = f"import sys\nfrom pmo_path.cli.main import run\nsys.argv[1:] = {['batch', '-', *QUICK]!r}\n"
    code += "sys.exit(run() or ('rich' in sys.modules))"
    done = subprocess.run(
        [sys.executable, "-c", code], input=json_of(ANN), capture_output=True, check=False
    )
    assert (done.returncode, done.stdout.count(b"\n")) == (0, 1)


# --- size -----------------------------------------------------------------------------

# Not resource.getrusage: after a fork its peak is the one of the process that forked.
MEASURED = """
import sys
from pmo_path.cli.main import run
run()
print(*[line for line in open("/proc/self/status") if line.startswith("VmHWM")], file=sys.stderr)
"""


def peak(stdin: bytes) -> tuple[int, list[dict[str, Any]]]:
    """Return the most memory that a run took, in kB, and its lines."""
    done = subprocess.run(
        [sys.executable, "-c", MEASURED, "batch", "-", *QUICK],
        input=stdin,
        capture_output=True,
        env=environment(),
        timeout=120,
        check=False,
    )
    return int(done.stderr.split()[-2]), [json.loads(line) for line in done.stdout.splitlines()]


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="needs /proc")
def test_memory_is_flat() -> None:
    people = [
        {**ANN, "name": f"Ann {number}", "years_in_pmo": number / 10} for number in range(300)
    ]
    few, _ = peak(json_of(*people[:5]))
    many, lines = peak(json_of(*people))
    assert len(lines) == 300
    assert many < few * 1.1


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="needs /proc")
def test_a_line_of_100_mb_is_a_problem_that_is_not_held() -> None:
    few, _ = peak(json_of(ANN))
    most, lines = peak(json_of(ANN) + b'{"name": "' + b"x" * 100_000_000 + b'"}\n' + json_of(BOB))
    assert [(one["line"], one["ok"]) for one in lines] == [(1, True), (2, False), (3, True)]
    assert lines[1]["problem"]["code"] == "too-large"
    assert most < few + 40_000


def test_records_are_read_one_at_a_time(catalogue: Any) -> None:
    taken = 0

    def readline(limit: int) -> bytes:
        nonlocal taken
        taken += 1
        return json_of(ANN)

    records = jsonl_records(readline, "endless")
    assert [next(records).line for _ in range(3)] == [1, 2, 3]
    assert taken == 3
    first = next(records).content
    assert isinstance(first, Document)
    assert read_profile(first, catalogue.names).name == "Ann"
