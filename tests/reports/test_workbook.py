"""The workbook of a team: each number, date and name as such, and nothing that runs."""

from __future__ import annotations

import io
import sys
import tempfile
import zipfile
from datetime import date, datetime
from pathlib import Path
from typing import Any, cast

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from paths import EXAMPLES, SMALL
from program import call
from teams import due, made_up, need, shipped_team, team_of
from tried import tried
from written import BIDI, HOSTILE

from pmo_path.contract.cohort import Cohort, Lapse, MemberStep
from pmo_path.core.text import inert
from pmo_path.messages.catalog import say
from pmo_path.model.catalogue import Catalogue
from pmo_path.reports import summary_renderer

TITLES = "summary people steps needed lapsing unsaid gaps sources"
STEP = MemberStep(certification="x", short="X", action="obtain")
QUICK = ("--catalogue", str(SMALL), "--as-of", "2026-11-22")


@pytest.fixture(scope="module")
def team(catalogue: Catalogue) -> Cohort:
    return shipped_team(catalogue)


def made(cohort: Cohort) -> bytes:
    return cast(bytes, summary_renderer("xlsx")(cohort))


def opened(data: bytes) -> Any:
    return openpyxl.load_workbook(io.BytesIO(data))


def rows(workbook: Any, code: str) -> list[dict[str, Any]]:
    """Return the rows of a sheet, each by the heads of its columns."""
    heads, *values = workbook[say(f"sheet-{code}")].iter_rows(values_only=True)
    assert len(set(heads)) == len(heads)
    return [dict(zip(heads, row, strict=True)) for row in values]


def head(code: str) -> str:
    return say(code if code.startswith("column-") else f"head-{code}")


# --- what stands in it ------------------------------------------------------------------


def test_every_person_step_day_gap_fact_and_source_is_a_row(team: Cohort) -> None:
    workbook = opened(made(team))
    assert workbook.sheetnames == [say(f"sheet-{code}") for code in TITLES.split()]
    people = rows(workbook, "people")
    assert [row[head("person")] for row in people] == [each.person for each in team.members]
    for row, member in zip(people, team.members, strict=True):
        deadline = member.deadline
        assert row[head("column-needed-by")] == (
            datetime.fromisoformat(deadline.needed_by) if deadline else None
        )
        assert row[head("column-days-left")] == (deadline.days_left if deadline else None)
    steps = [(row[head("certification")], row[head("person")]) for row in rows(workbook, "steps")]
    expected = [(step.short, person) for step in team.next_steps for person in step.people]
    assert steps == [*expected, *((say("cell-no-step"), person) for person in team.no_step)]
    lapsing = [(row[head("person")], row[head("due")]) for row in rows(workbook, "lapsing")]
    assert lapsing == [(each.person, datetime.fromisoformat(each.due)) for each in team.lapsing]
    gaps = [row[head("requirement")] for row in rows(workbook, "gaps")]
    assert gaps == [gap.text for gap in team.gaps]
    facts = [row[head("changes")] for row in rows(workbook, "unsaid")]
    assert facts == [len(each.deciding_for) for each in team.missing_facts]
    sources = [row[head("column-address")] for row in rows(workbook, "sources")]
    assert sources == [each.address for each in team.sources]
    assert len(sources) > 5


def test_what_is_not_known_is_an_empty_cell_with_words_and_never_a_zero() -> None:
    people = [
        made_up("a", need("published", 2, 3), need("partly", 245, 300.5, "GBP", "cost of Y")),
        made_up("b", need("unpublished", 0, 0, None, "days of X"), need("open")),
        made_up("c", need("published", 0, 0), need("published", 100, 100, "EUR")),
        made_up("d"),
    ]
    workbook = opened(made(team_of(people)))
    names = [head(f"column-{code}") for code in "days-low days-high days".split()]
    names += [head(f"column-{code}") for code in "cost-low cost-high currency".split()]
    unknown, nothing = say("cell-not-published"), say("cell-nothing")
    assert [[row[name] for name in names] for row in rows(workbook, "people")] == [
        [2, 3, "2 to 3 days", 245, 300.5, "GBP"],
        [None, None, unknown, None, None, None],
        [0, 0, "0 days", 100, 100, "EUR"],
        [None, None, nothing, None, None, None],
    ]
    names = [head(code) for code in "what column-low column-high column-unit people".split()]
    assert [tuple(row[name] for name in names) for row in rows(workbook, "needed")] == [
        ("training days", 2, 3, "days", 2),
        ("training days", None, None, None, 1),
        ("cost", 100, 100, "EUR", 1),
        ("cost", 245, 300.5, "GBP", 1),
        ("cost", None, None, None, 1),
        ("days of X", None, None, None, 1),
        ("cost of Y", None, None, None, 1),
    ]


def test_the_summary_comes_first_and_names_what_was_not_read(team: Cohort) -> None:
    workbook = opened(made(team_of(team.members, unread=["team.csv:14"])))
    assert workbook.active.title == say("sheet-summary")
    told = [row[0] for row in workbook.active.iter_rows(values_only=True)]
    assert told[0] == "Certification plan for 12 people"
    assert any("No report could be made of 1 profile" in text for text in told)
    assert any(team.catalogue.version in text for text in told)


def test_sheets_can_be_filtered_and_their_heads_stay_in_sight(team: Cohort) -> None:
    _, *tables = opened(made(team)).worksheets
    for sheet in tables:
        assert sheet.freeze_panes == "B2"
        assert sheet.auto_filter.ref == sheet.dimensions
        assert sheet.print_title_rows == "$1:$1"
        assert all(cell.font.bold for cell in sheet[1])
        assert all(9 <= column.width <= 48 for column in sheet.column_dimensions.values())
        dates = [cell for row in sheet.iter_rows(min_row=2) for cell in row if cell.is_date]
        assert all(cell.number_format == "yyyy-mm-dd" for cell in dates)


def test_a_day_before_those_of_excel_is_text() -> None:
    lapse = Lapse(
        person="a",
        certification="x",
        short="X",
        due="1899-05-01",
        due_between=None,
        lapsed=True,
        days_left=-9,
    )
    workbook = opened(made(team_of([made_up("a", lapsing=(lapse,))])))
    assert [row[head("due")] for row in rows(workbook, "lapsing")] == ["1899-05-01"]


def test_a_workbook_of_nobody_and_of_many_is_built() -> None:
    assert rows(opened(made(team_of([]))), "people") == []
    many = [made_up(f"p{place}", next_steps=(STEP,)) for place in range(300)]
    assert len(rows(opened(made(team_of(many))), "steps")) == 300


# --- hostile text -------------------------------------------------------------------------

FORMULAS = ("=1+1", "+1", "-1", "@SUM(A1)", '=HYPERLINK("http://e.example")', "#N/A", "'x", "1e9")


def test_text_stays_text_whatever_it_begins_with() -> None:
    names = (*HOSTILE, *BIDI, *FORMULAS, "true", "2026-11-22", "https://e.example/")
    people = [made_up(name, next_steps=(STEP,), id=name) for name in names]
    data = made(team_of(people, unread=names))
    workbook = opened(data)
    cells = [row[0] for row in workbook[say("sheet-people")].iter_rows(min_row=2)]
    assert [cell.value for cell in cells] == [inert(name) for name in names]
    assert {cell.data_type for cell in cells} == {"s"}
    assert all(cell.quotePrefix for cell in cells if cell.value[0] in "=+-@'")
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        sheets = [archive.read(name).decode() for name in archive.namelist() if "sheets/" in name]
    assert not [sheet for sheet in sheets if "<f>" in sheet or "<f " in sheet]


def test_the_code_of_a_letter_stays_what_was_typed() -> None:
    data = made(team_of([made_up("_x0041_ _x004_")]))
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert "_x005F_x0041_ _x004_" in archive.read("xl/worksheets/sheet2.xml").decode()


def test_text_too_long_for_a_cell_says_that_it_is_cut() -> None:
    [row] = rows(opened(made(team_of([made_up("x" * 40_000)]))), "people")
    assert len(row[head("person")]) == 32_767
    assert row[head("person")].endswith("x…")


@settings(max_examples=tried(25))
@given(st.text(st.characters(exclude_categories=()), min_size=1, max_size=40))
def test_no_text_breaks_a_workbook(text: str) -> None:
    name = f"x{text}y".replace("_x", "-x")
    [row] = rows(opened(made(team_of([made_up(name)]))), "people")
    assert row[head("person")] == inert(name)


# --- as a command --------------------------------------------------------------------------


def test_the_same_input_and_day_give_the_same_bytes(tmp_path: Path) -> None:
    team, files = EXAMPLES / "team-of-12.csv", []
    for name in ("one.xlsx", "TWO.XLSX"):
        done = call("report", team, "-o", tmp_path / name, "--as-of", "2026-11-22")
        assert done.code == 0
        assert "The summary stands in" in done.err
        files.append((tmp_path / name).read_bytes())
    assert files[0] == files[1]
    assert {one.name for one in tmp_path.iterdir()} == {"one.xlsx", "TWO.XLSX"}
    with zipfile.ZipFile(io.BytesIO(files[0])) as archive:
        assert {one.date_time for one in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert b"openpyxl" not in archive.read("docProps/core.xml")
    about = opened(files[0]).properties
    assert (about.title, about.language) == ("Certification plan for 12 people", "en-GB")
    assert about.created.date() == about.modified.date() == date(2026, 11, 22)
    done = call("report", team, "-o", tmp_path / "one.xlsx", "--as-of", "2026-11-22")
    assert (done.code, (tmp_path / "one.xlsx").read_bytes()) == (3, files[0])


@pytest.mark.parametrize(
    ("args", "code", "says"),
    [
        (("--prune",), 2, "the summary alone"),
        (("--notes", "."), 2, "the summary alone"),
        (("--brief",), 2, "no short form"),
        (("-o", "nowhere/s.xlsx"), 3, "s.xlsx"),
        (("-o", "."), 3, "directory"),
    ],
)
def test_what_is_wrong_is_said(
    args: tuple[str, ...], code: int, says: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "team.csv").write_text("name,experience_level\nKim,entry\n", encoding="utf-8")
    target = () if "-o" in args else ("-o", "s.xlsx")
    done = call("report", "team.csv", "--format", "xlsx", *target, *args, *QUICK)
    assert done.code == code
    assert says in " ".join(done.err.split())
    assert [one.name for one in tmp_path.iterdir()] == ["team.csv"]


def test_a_row_that_cannot_be_read_is_told_in_the_workbook_too(tmp_path: Path) -> None:
    team, target = tmp_path / "team.csv", tmp_path / "s.xlsx"
    team.write_text("name,experience_level,years_in_pmo\nKim,entry,1\nLee,,-4\n", encoding="utf-8")
    assert call("report", team, "-o", target, *QUICK).code == 1
    workbook = opened(target.read_bytes())
    assert [row[head("person")] for row in rows(workbook, "people")] == ["Kim"]
    assert any("team.csv:3" in str(row[0].value) for row in workbook.active.iter_rows())


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
def test_any_day_will_do(day: str, tmp_path: Path) -> None:
    team, target = tmp_path / "team.csv", tmp_path / "s.xlsx"
    team.write_text("name,experience_level\nKim,entry\n", encoding="utf-8")
    done = call("report", team, "-o", target, "--catalogue", SMALL, "--as-of", day)
    assert done.code == 0
    with zipfile.ZipFile(target) as archive:
        assert archive.read("docProps/core.xml").decode().count(f"{day}T00:00:00Z") == 2


def test_without_the_extra_it_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    team = EXAMPLES / "team-of-12.csv"
    done = call("report", team, "-o", tmp_path / "team.xlsx", "--as-of", "2026-11-22")
    assert done.code == 4
    assert "pip install 'pmo-path[xlsx]'" in done.err
    assert [*tmp_path.iterdir()] == []


def test_without_room_for_temporary_files_it_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "nowhere"))
    team = EXAMPLES / "team-of-12.csv"
    done = call("report", team, "-o", tmp_path / "team.xlsx", "--as-of", "2026-11-22")
    assert done.code == 3
    assert "TMPDIR" in done.err
    assert [*tmp_path.iterdir()] == []


def test_a_deadline_is_a_date_and_its_state_in_words() -> None:
    person = made_up("a", next_steps=(STEP,), deadline=due("a", "2027-02-20", "too_late"))
    [row] = rows(opened(made(team_of([person]))), "people")
    assert row[head("column-needed-by")] == datetime(2027, 2, 20)
    assert row[head("by-when")] == "20 February 2027: the training ends later"
