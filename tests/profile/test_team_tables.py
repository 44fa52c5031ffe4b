"""Teams as they come: the same people from a workbook, CSV of every kind and JSON lines."""

from __future__ import annotations

import csv
import io
import json
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

import pytest
from batches import QUICK
from hypothesis import given
from hypothesis import strategies as st
from paths import EXAMPLES, SMALL
from program import call
from workbooks import Cells, ods, with_ods_rows, xlsx

from pmo_path import Advice, TableWarning, batch, cohort, load_catalogue
from pmo_path.core.documents import Document
from pmo_path.core.errors import PmoPathError
from pmo_path.core.text import plain_name
from pmo_path.profile.facts import BY_KEY, FACTS
from pmo_path.profile.header_words import HEADER_WORDS
from pmo_path.profile.readers.csv import csv_records
from pmo_path.profile.readers.forms import FORMS
from pmo_path.profile.readers.header_row import fact_named
from pmo_path.profile.readers.notes import Asked, Note

# --- ten people ----------------------------------------------------------------------

KEYS = (
    "name",
    "role",
    "pmo_types",
    "years_in_pmo",
    "holds",
    "goals",
    "needed_by",
    "experience_accepted",
    "pmos_managed",
    "budget",
)
# In human words, as far as they are not the keys.
WORDS = (
    "Naam",
    "Job title",
    "Type PMO",
    "Years in PMO",
    "CERTIFICATEN",
    "Doelen:",
    "Needed by",
    "Ervaring erkend",
    "PMOs managed",
    "budget",
)
DAY = date(2027, 3, 31)
PEOPLE: list[dict[str, Any]] = [
    {"name": "Zoë", "role": "PMO analyst", "years_in_pmo": 3, "holds": []},
    {"name": "José – jr", "role": "PMO manager", "pmo_types": ["tactical", "coe"]},
    {"name": "Renée", "holds": ["example-foundation"], "needed_by": DAY},
    {"name": "O'Neill; Ann", "role": 'head of "PMO"', "years_in_pmo": 2.5},
    {"name": "Jürgen, PMO", "goals": ["basics", "next-level"], "experience_accepted": True},
    {"name": "Eve", "role": "coördinator PMO", "experience_accepted": False},
    {"name": "Filip", "years_in_pmo": 0, "pmos_managed": 2, "budget": "1500 GBP"},
    {"name": "Guðrún", "role": "projectsecretaresse", "years_in_pmo": 12},
    {"name": "Håkon", "holds": ["example-foundation@2024-05-01", "example-practitioner"]},
    {"name": "10", "role": "PMO lead", "needed_by": date(2028, 2, 29)},
]


def cell(value: Any) -> Any:
    """Return the value of a fact as somebody types it into a spreadsheet."""
    if isinstance(value, list):
        return "; ".join(value) or "none"
    return value


def rows() -> Cells:
    return [[cell(person.get(key)) for key in KEYS] for person in PEOPLE]


def csv_text(separator: str, header: tuple[str, ...]) -> str:
    target = io.StringIO()
    writer = csv.writer(target, delimiter=separator)
    writer.writerows([header, *rows()])
    return target.getvalue()


def as_json() -> bytes:
    people = [
        {key: value.isoformat() if key == "needed_by" else value for key, value in person.items()}
        for person in PEOPLE
    ]
    return "".join(json.dumps(person) + "\n" for person in people).encode()


ENCODINGS = {
    "UTF-8": "utf-8",
    "UTF-8 with a mark": "utf-8-sig",
    "UTF-16": "utf-16",
    "Windows-1252": "cp1252",
}


def test_ten_people_get_the_same_advice_from_every_kind_of_file(tmp_path: Path) -> None:
    files: dict[str, bytes] = {
        "team.jsonl": as_json(),
        "team.xlsx": xlsx({"Team": [["Team 2026"], [], WORDS, *rows()]}),
        "team.ods": ods({"Team": [["Team 2026"], [], WORDS, *rows()]}),
    }
    for name, encoding in ENCODINGS.items():
        for separator in ",;\t":
            header = KEYS if separator == "," else WORDS
            text = csv_text(separator, header)
            files[f"{name} {ord(separator)}.csv"] = text.encode(encoding)
    said = {}
    for name, raw in files.items():
        (tmp_path / name).write_bytes(raw)
        done = call(
            "batch", tmp_path / name, "--quiet", "--select", "profile,routes,cautions", *QUICK
        )
        assert done.code == 0, (name, done.err)
        said[name] = [line.partition(",")[2] for line in done.out.splitlines()]
        assert [json.loads(line)["line"] for line in done.out.splitlines()] == (
            list(range(1, 11))
            if name.endswith("jsonl")
            else list(range(4, 14) if name.startswith("team") else range(2, 12))
        )
    assert len(said["team.jsonl"]) == 10
    assert {name for name, lines in said.items() if lines != said["team.jsonl"]} == set()


# --- the header ----------------------------------------------------------------------


def test_each_fact_has_words_and_no_word_names_two() -> None:
    assert set(HEADER_WORDS) == set(BY_KEY)
    words = [
        (plain_name(word), row.key)
        for row in FACTS
        for word in {row.key, row.bare, *HEADER_WORDS[row.key].split(", ")}
    ]
    facts: dict[str, set[str]] = {}
    for word, key in words:
        assert word
        facts.setdefault(word, set()).add(key)
    assert {word: keys for word, keys in facts.items() if len(keys) > 1} == {}


@pytest.mark.parametrize(
    ("word", "fact"),
    [
        ("Job title", "role"),
        ("Naam", "name"),
        ("Years in PMO", "years_in_pmo"),
        ("Functie", "role"),
        ("  FUNCTIE* ", "role"),
        ("Jaren\nPMO-ervaring", "years_in_pmo"),
        ("pmo programme", None),
        ("Hours_Per_Week", "hours_per_week"),
        # What lists of people use for something else is no guess of ours.
        ("Hours per week", None),
        ("Title", None),
        ("Level", None),
        ("Years", None),
        ("Language", None),
        ("", None),
        ("x" * 100_000, None),
    ],
)
def test_a_header_is_in_human_words(word: str, fact: str | None) -> None:
    assert fact_named(word) == fact


@given(st.sampled_from(FACTS), st.data())
def test_capitals_spaces_and_punctuation_do_not_count(row: Any, data: st.DataObject) -> None:
    words = [row.bare, *HEADER_WORDS[row.key].split(", ")]
    word = data.draw(st.sampled_from(words))
    marks = data.draw(st.lists(st.sampled_from(" :*_-\n"), min_size=len(word), max_size=len(word)))
    mixed = "".join(letter.upper() + mark for letter, mark in zip(word, marks, strict=True))
    assert fact_named(mixed) == row.key


def of(form: str, raw: bytes, **how: Any) -> tuple[list[Any], list[tuple[str, Any]]]:
    """Return what is told of the whole, and each record: its data, or the place of its problem."""
    told: list[Note] = []
    asked = Asked(tell=told.append, **how)
    file = io.BytesIO(raw)
    read = file.readline if FORMS[form].by_line else file.read
    found = list(FORMS[form].records(read, "t", asked))
    people: list[Any] = []
    for record in found:
        if isinstance(record.content, Document):
            people.append((record.line, record.content.data))
        else:
            problems = record.located(record.content).problems
            people += [(problem.place(), problem.code) for problem in problems]
    return people, [(note.code, note.values) for note in told]


def test_titles_above_the_header_are_passed_over_and_told() -> None:
    people, told = of("csv", b"Team 2026\n\nDatum: 1-1-2026;;\nNaam;Functie\nAnn;x\n")
    assert people == [(5, {"name": "Ann", "role": "x"})]
    assert told == [("rows-above", {"file": "t", "row": "4"})]
    # The first row that names one fact among other things is the header only if none is better.
    people, told = of("csv", b"Naam;Afdeling\nAnn;x\nBob;y\n")
    assert people == [(2, {"name": "Ann"}), (3, {"name": "Bob"})]
    assert [code for code, _ in told] == ["columns-left"]
    people, _ = of("csv", b"Naam;Team X;\nMedewerker;Functie;Afdeling\nAnn;x;y\n")
    assert people == [(3, {"name": "Ann", "role": "x"})]
    people, _ = of("csv", b"Naam;Afdeling\n" + b"Ann;x\n" * 30 + b"Naam;Functie\n")
    assert len(people) == 31


def test_an_unknown_column_is_told_once_and_left_alone() -> None:
    people, told = of(
        "csv", b"Naam,,Afdeling,Salaris,Functie,,\nAnn,1,2,3,PMO lead,,\nBob,,,,,,z\n"
    )
    assert people == [(2, {"name": "Ann", "role": "PMO lead"}), ("t:3:10", "ragged")]
    names = "B (no name), “Afdeling”, “Salaris”"
    assert told == [("columns-left", {"file": "t", "names": names})]
    with pytest.raises(PmoPathError) as refused:
        of("csv", b"Naam,,Afdeling\nAnn,1,2\n", strict=True)
    assert [problem.code for problem in refused.value.problems] == ["unknown-key"] * 2


@given(st.integers(0, 30), st.sampled_from(",;\t"))
def test_a_stream_is_answered_as_it_comes(rows: int, separator: str) -> None:
    """A header that names two facts is known at once: the row after it is read when asked for."""
    lines = iter([f"name{separator}role\n".encode(), *[f"Ann{separator}x\n".encode()] * rows])
    read = 0

    def readline(limit: int) -> bytes:
        nonlocal read
        read += 1
        return next(lines, b"")

    records = csv_records(readline, "t")
    for number, _ in enumerate(records, 1):
        assert read == number + 1
    assert read == rows + 2


# --- encodings -----------------------------------------------------------------------


def test_western_text_is_told_and_utf_8_with_a_bad_byte_is_not_taken_for_it() -> None:
    people, told = of("csv", "name\nZoë\nJosé\n".encode("cp1252"))
    assert [data["name"] for _, data in people] == ["Zoë", "José"]
    assert told == [("read-as-western", {"file": "t"})]
    assert of("csv", "name\nZoë\n".encode() + b"Jos\xe9\n")[0][1] == ("t:3:4", "not-utf-8")
    assert of("csv", b"name\nJos\xe9\n" + "Zoë\n".encode())[0][1] == ("t:3:1", "not-utf-8")
    assert of("csv", b"name\nJos\x81\n")[0] == [("t:2:4", "not-utf-8")]


def test_utf_16_may_be_cut_anywhere_and_be_bad() -> None:
    text = "name;role\nĊĀ;x\n\U0001f600;y\n"  # bytes of a line feed inside letters
    for encoding in ("utf-16", "utf-16-be"):
        raw = text.encode(encoding)
        raw = raw if encoding == "utf-16" else b"\xfe\xff" + raw
        people, _ = of("csv", raw)
        assert [data["name"] for _, data in people] == ["ĊĀ", "\U0001f600"]
    for raw in (text.encode("utf-16")[:-1], b"\xff\xfe\x00\xdc\x00"):
        with pytest.raises(PmoPathError):
            of("csv", raw)


# --- cells ---------------------------------------------------------------------------

FORMS_OF_A_WORKBOOK = pytest.mark.parametrize(("form", "write"), [("xlsx", xlsx), ("ods", ods)])


@FORMS_OF_A_WORKBOOK
@pytest.mark.parametrize(
    ("key", "value", "meant"),
    [
        ("years_in_pmo", 3.0, "3"),
        ("years_in_pmo", 2.5, "2.5"),
        ("years_in_pmo", "2,5", "2.5"),
        ("years_in_pmo", "3 jaar", "3"),
        ("years_in_pmo", "2-4 years", "2-4"),
        ("hours_per_week", "4 uur", "4"),
        ("needed_by", date(2027, 3, 31), "2027-03-31"),
        ("needed_by", datetime(2027, 3, 31, 12, 0), "2027-03-31"),
        ("experience_accepted", True, "yes"),
        ("experience_accepted", "Nee", "no"),
        ("experience_accepted", 1.0, "yes"),  # what LibreOffice makes of TRUE()
        ("id", 17.0, "17"),
        ("name", "=cmd|'/c calc'!A1 ", "=cmd|'/c calc'!A1"),
        ("holds", "geen", []),
        ("holds", "PMP, P3O Foundation\nPRINCE2;", ["PMP", "P3O Foundation", "PRINCE2"]),
        (
            "prices",
            "pmp=1,095 GBP; p3o-foundation=1 GBP",
            ["pmp=1,095 GBP", "p3o-foundation=1 GBP"],
        ),
    ],
)
def test_a_cell_is_what_people_mean(
    form: str, write: Any, key: str, value: Any, meant: Any
) -> None:
    if key == "name" and form == "xlsx":
        value = value.replace("=", "\u200b=", 1)  # openpyxl would write a formula
        meant = "\u200b" + meant
    people, _ = of(form, write({"Team": [["goals", key], ["basics", value]]}))
    said = people[0][1].get(key)
    assert (YES_NO.get(said, said) if key == "experience_accepted" else said) == meant


YES_NO = {True: "yes", False: "no"}


@FORMS_OF_A_WORKBOOK
def test_a_problem_stands_at_the_cell_as_people_see_it(form: str, write: Any) -> None:
    team = [
        ["Team 2026"],
        [],
        ["Nr", "Naam", "Jaren in PMO", "Deadline"],
        [1, "Ann", date(2026, 4, 2), time(3, 4)],
        [],
        [2, "Bob", "#N/A", "#VERW!"],
        [3, "Cid", 4, None],
    ]
    people, _ = of(form, write({"Team": team}))
    assert people == [
        ('t, sheet "Team", cell C4', "not-a-number"),  # made of 2-4 by the spreadsheet
        ('t, sheet "Team", cell C6', "no-value"),
        ('t, sheet "Team", cell D6', "no-value"),
        (7, {"name": "Cid", "years_in_pmo": "4"}),
    ]


def test_a_formula_without_its_value_is_not_an_empty_cell() -> None:
    people, _ = of("xlsx", xlsx({"T": [["name", "years_in_pmo"], ["Ann", "=1+2"]]}))
    assert people == [('t, sheet "T", cell B2', "no-value")]


@pytest.mark.parametrize(
    ("shown", "told"),
    [
        ("/>", ('t, sheet "Team", cell A2', "no-value")),
        (
            ' office:value-type="string" office:string-value="" calcext:value-type="error">'
            "<text:p>#N/A</text:p></table:table-cell>",
            ('t, sheet "Team", cell A2', "no-value"),
        ),
        (
            ' office:value-type="float" office:value="3"><text:p>3</text:p></table:table-cell>',
            (2, {"role": "3"}),
        ),
    ],
)
def test_nor_is_one_of_libreoffice(shown: str, told: Any) -> None:
    cell = '<table:table-cell office:value-type="string"><text:p>role</text:p></table:table-cell>'
    formula = f'<table:table-cell table:formula="of:=1+2"{shown}'
    rows = "".join(f"<table:table-row>{row}</table:table-row>" for row in (cell, formula))
    people, _ = of("ods", with_ods_rows(rows, 'xmlns:calcext="c"'))
    assert people == [told]


# --- sheets --------------------------------------------------------------------------

SHEETS: dict[str, Cells] = {
    "Lijsten": [["manager"], ["analyst"]],
    "Oud": [["Naam", "Functie"], ["Old", "PMO lead"]],
    "Leeg": [],
    "Kop": [["Naam", "Functie"]],
    "Team": [["Naam", "Functie"], ["Ann", "PMO lead"]],
    "Meer": [["Naam"], ["Bob"]],
}


def test_the_first_visible_sheet_that_has_people_is_read_and_others_are_told() -> None:
    people, told = of("xlsx", xlsx(SHEETS, hidden=["Oud"]))
    assert people == [(2, {"name": "Ann", "role": "PMO lead"})]
    names = "“Lijsten”, “Kop”, “Meer”"
    assert told == [("sheets-left", {"file": "t", "sheet": "Team", "names": names})]
    people, told = of("xlsx", xlsx(SHEETS, hidden=["Oud"]), sheet=" OUD ")
    assert ([data["name"] for _, data in people], told) == (["Old"], [])
    for raw, sheet, code in (
        (xlsx(SHEETS), "Olld", "unknown-sheet"),
        (xlsx(SHEETS), "Lijsten", "no-header"),
        (xlsx(SHEETS), "Kop", "no-profile"),
        (xlsx(SHEETS), "Leeg", "empty"),
        (ods({"Leeg": []}), None, "empty"),
    ):
        with pytest.raises(PmoPathError) as refused:
            of("xlsx", raw, sheet=sheet)
        assert refused.value.code == code


def test_the_header_of_a_sheet_is_refused_at_its_cell() -> None:
    team = [[None, "Titel"], [None, None, "Naam", "Functie", "Rol"], [None, None, "Ann"]]
    with pytest.raises(PmoPathError) as refused:
        of("xlsx", xlsx({"T": team}))
    assert [problem.place() for problem in refused.value.problems] == ['t, sheet "T", cell E2']


def test_a_workbook_where_text_belongs_is_told_where_it_goes() -> None:
    with pytest.raises(PmoPathError) as refused:
        of("csv", xlsx({"Team": [["name"], ["Ann"]]}))
    assert ".xlsx" in str(refused.value.problems[0].hint)


def test_the_library_reads_workbooks_and_warns_of_what_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "team.xlsx").write_bytes(
        xlsx({"A": [["Naam", "Salaris"], ["Ann", 9], ["Bob", 9]], "B": [["Naam"], ["Cid"]]})
    )
    catalogue = load_catalogue(SMALL)
    with pytest.warns(TableWarning) as told:
        lines = list(batch(catalogue, tmp_path / "team.xlsx", DAY))
    assert [line.line for line in lines] == [2, 3]
    assert ["Salaris" in str(warning.message) for warning in told] == [True, False]
    with pytest.warns(TableWarning, match="Salaris"):
        assert cohort(catalogue, tmp_path / "team.xlsx", DAY, sheet="A").size == 2
    (line,) = batch(catalogue, tmp_path / "team.xlsx", DAY, sheet="B")
    assert isinstance(line.result, Advice)


def test_the_shipped_workbook_says_what_the_shipped_table_says() -> None:
    people, told = of("xlsx", (EXAMPLES / "team.xlsx").read_bytes())
    table, _ = of("csv", (EXAMPLES / "team-of-12.csv").read_bytes())
    assert [data for _, data in people] == [data for _, data in table]
    assert told == [("rows-above", {"file": "t", "row": "3"})]
