"""CSV in and out of `batch`: the cells of a person, the columns of an answer."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest
from batches import BOB, NOBODY, QUICK, json_of, table, told
from hypothesis import given, settings
from hypothesis import strategies as st
from program import call, run, valid
from tried import tried

from pmo_path.core.documents import Document
from pmo_path.profile.facts import BY_KEY
from pmo_path.profile.readers.cells import row_document
from pmo_path.profile.readers.csv import csv_records
from pmo_path.reports import csv_columns

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


@settings(max_examples=tried(200))
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


# A dash alone says nothing, as spreadsheets have it in cells that nobody filled.
WORDS = st.lists(st.text("abc é", min_size=1).map(str.strip))


@given(st.dictionaries(st.sampled_from(sorted(BY_KEY)), WORDS, min_size=1))
def test_cells_say_what_lists_and_words_say(facts: dict[str, list[str]]) -> None:
    """An empty cell is not said, `none` an empty list, and `;` stands between items."""
    kept = {key: [item for item in items if item] or ["none"] for key, items in facts.items()}
    for key, value in data_of({key: ";".join(items) for key, items in kept.items()}).items():
        whole = ";".join(kept[key])
        assert value == (([] if whole == "none" else kept[key]) if BY_KEY[key].many else whole)
    for nothing in (" ", "-", "?", "n.v.t."):
        assert data_of(dict.fromkeys(kept, nothing)) == {}


def data_of(cells: dict[str, str]) -> Any:
    return row_document("team.csv", list(cells), list(cells.values()), {}, len(cells)).data


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
        ("name,name\n", "duplicate-key", 6, "keep one"),
        ("Role;Naam;Functie\n", "duplicate-key", 11, "keep one"),
        ("sep=|\nname|role\n", "syntax", 1, "semicolons"),
        ("Ann,PMO analyst,4\nBob,PMO lead,5\n", "no-header", 1, "name,role"),
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
    done = call("batch", "-", "--from", "csv", "--json", "--strict", *QUICK, stdin=text.encode())
    assert (done.code, done.out) == (3, "")
    assert "Ann" not in done.err
    (error,) = valid("error", json.loads(done.err))["errors"]
    assert (error["code"], error["line"], error["column"]) == (code, 1, column)
    assert hint in error["hint"]
    table = ("--from", "csv", "--format", "csv", "--strict")
    assert call("batch", "-", *table, *QUICK, stdin=text.encode()).out == ""


def test_a_fault_in_a_row_stands_at_its_cell() -> None:
    sheet = 'name,role,years_in_pmo,holds\nAnn,"a, b",many,x\n"B\nob",x,1,"EIF;\nEIZ"\n'
    done = call("batch", "-", "--from", "csv", "--strict", *QUICK, stdin=sheet.encode())
    found = [
        [(e["line"], e["column"], e["pointer"]) for e in one["problem"]["errors"]]
        for one in told(done)
    ]
    assert found == [[(2, 12, "/years_in_pmo"), (2, 17, "/holds/0")], [(4, 9, "/holds/1")]]


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
    assert next(csv.reader([csv_columns.row(LINE, csv_columns.columns([member]))])) == [cell]


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


def test_the_callers_id_comes_out_of_a_line_that_cannot_be_read_too() -> None:
    people = json_of({**BOB, "id": 17}, {"id": "B-2", "role": 3}, {"id": [3]}, "{", NOBODY)
    lines = told(call("batch", "-", *QUICK, stdin=people))
    assert [(one["id"], one["ok"]) for one in lines] == [
        (17, True),
        ("B-2", False),
        (None, False),
        (None, False),
        (None, True),
    ]
    assert lines[0]["advice"]["profile"]["id"] == 17
    rows = b"id,role\n17,PMO analyst\nB-2,\n"
    done = call(
        "batch", "-", "--from", "csv", "--format", "csv", "--select", "id", *QUICK, stdin=rows
    )
    assert done.out.split() == ["id", "17", "B-2"]


def test_the_callers_id_decides_nothing() -> None:
    one, other = told(call("batch", "-", *QUICK, stdin=json_of(BOB, {**BOB, "id": 17})))
    assert other["advice"]["profile"].pop("id") == 17
    assert one["advice"] == other["advice"]


def test_without_a_choice_the_columns_are_the_usual_ones() -> None:
    done = call("batch", "-", "--format", "csv", *QUICK, stdin=json_of(BOB, "{"))
    assert [",".join(table(done)[0])] == [*csv_columns.DEFAULT]
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
