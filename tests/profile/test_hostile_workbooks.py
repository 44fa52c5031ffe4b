"""Workbooks made to harm, or broken: refused with one clear error, or read without effect."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from workbooks import (
    SHEET,
    XLSX,
    Files,
    assert_refused,
    changed,
    ods,
    records,
    text_cell,
    with_ods_rows,
    with_rows,
    xlsx,
)

from pmo_path.core.errors import PmoPathError

PEOPLE = {"Team": [["name", "role"], ["Ann", "PMO lead"]]}
HEADER = f'<row r="1">{text_cell("A1", "name")}{text_cell("B1", "role")}</row>'
ANN = f'<row r="2">{text_cell("A2", "Ann")}{text_cell("B2", "PMO lead")}</row>'
ODS_CELL = '<table:table-cell office:value-type="string"{}><text:p>{}</text:p></table:table-cell>'
ODS_ANN = "".join(
    f"<table:table-row>{ODS_CELL.format('', first)}{ODS_CELL.format('', second)}</table:table-row>"
    for first, second in (("name", "role"), ("Ann", "PMO lead"))
)
LAUGHS = "".join(
    f'<!ENTITY {name} "{f"&{before};" * 10}">'
    for name, before in zip("bcdefghij", "abcdefghi", strict=True)
)


def sheet(rows: str, before: str = "") -> bytes:
    return f"{before}<worksheet {XLSX}><sheetData>{rows}</sheetData></worksheet>".encode()


def shared(strings: str, cells: str = "", attributes: str = "") -> bytes:
    """Return a workbook with these shared strings, and cells that take the second of them."""
    table = f"<sst {XLSX}{attributes}><si><t>name</t></si>{strings}</sst>"
    first = '<row r="1"><c r="A1" t="s"><v>0</v></c></row>'
    raw = xlsx(PEOPLE)
    return changed(raw, {"xl/sharedStrings.xml": table.encode(), SHEET: sheet(first + cells)})


def excel() -> Files:
    """Return Excel workbooks with XML made to harm, by name, each with the code of its error."""
    return {**excel_cells(), **excel_xml(), **excel_strings()}


def excel_cells() -> Files:
    """Return those with cells that no sheet has."""
    corner = '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
    nowhere = '<row r="1"><c r="ZZZZ1"><v>1</v></c></row>'
    return {
        "a cell in the last corner.xlsx": (with_rows(HEADER + ANN + corner), "too-large"),
        "a cell in no column.xlsx": (with_rows(nowhere), "damaged"),
        "a cell in row 0.xlsx": (with_rows('<row r="0"><c><v>1</v></c></row>'), "damaged"),
    }


def excel_xml() -> Files:
    """Return those whose sheet is XML made to harm, or none."""
    good = xlsx(PEOPLE)
    laughs = sheet("", f'<!DOCTYPE x [<!ENTITY a "a">{LAUGHS}]>')
    entity = sheet("", '<!DOCTYPE x [<!ENTITY a SYSTEM "/etc/passwd">]>')
    other = sheet("").decode().encode("cp037")
    return {
        "laughs.xlsx": (changed(good, {SHEET: laughs}), "damaged"),
        "a file by entity.xlsx": (changed(good, {SHEET: entity}), "damaged"),
        "deep.xlsx": (with_rows("<a>" * 1_300_000 + "</a>" * 1_300_000), "too-large"),
        "not XML.xlsx": (changed(good, {SHEET: b"<worksheet><sheetData>"}), "damaged"),
        "no rows in it.xlsx": (changed(good, {SHEET: None}), "damaged"),
        "another encoding.xlsx": (changed(good, {SHEET: other}), "damaged"),
    }


def excel_strings() -> Files:
    """Return those with shared strings made to harm."""
    long = f"<si><t>{'x' * 100_000}</t></si>"
    takes_it = "".join(
        f'<row r="{row}"><c r="A{row}" t="s"><v>1</v></c></row>' for row in range(2, 1_000)
    )
    no_such = '<row r="2"><c r="A2" t="s"><v>9</v></c></row>'
    relations = (
        b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/'
        b'relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats'
        b'.org/officeDocument/2006/relationships/worksheet" '
        b'Target="worksheets/sharedStrings.xml"/></Relationships>'
    )
    as_strings = {
        SHEET: None,
        "xl/worksheets/sharedStrings.xml": sheet(HEADER + ANN),
        "xl/_rels/workbook.xml.rels": relations,
    }
    return {
        "a count of strings.xlsx": (shared("", "", ' uniqueCount="9999999999"'), "too-large"),
        "a long string everywhere.xlsx": (shared(long, takes_it), "too-large"),
        "a sheet as strings.xlsx": (changed(xlsx(PEOPLE), as_strings), "damaged"),
        "no such string.xlsx": (shared("", no_such), "damaged"),
    }


def opendocument() -> Files:
    """Return the same of OpenDocument."""
    repeated = ' table:number-columns-repeated="16384"'
    rows = '<table:table-row table:number-rows-repeated="{}">{}</table:table-row>'
    return {
        "laughs.ods": (
            changed(ods(PEOPLE), {"content.xml": f"<!DOCTYPE x [{LAUGHS}]><x/>".encode()}),
            "damaged",
        ),
        "repeated.ods": (
            with_ods_rows(ODS_ANN + rows.format(1_048_570, ODS_CELL.format(repeated, "x"))),
            "too-large",
        ),
        "wide rows.ods": (
            with_ods_rows(
                ODS_ANN
                + rows.format(1, f"<table:table-cell{repeated}/>{ODS_CELL.format('', 'x')}") * 100
            ),
            "too-large",
        ),
        "spaces.ods": (
            with_ods_rows(ODS_ANN.replace("Ann", '<text:s text:c="4000000000"/>')),
            "too-large",
        ),
        "countless rows.ods": (with_ods_rows(rows.format("9" * 30, "")), "damaged"),
    }


def inert() -> dict[str, bytes]:
    """Return files that are read as if what is strange in them were not there."""
    good = xlsx(PEOPLE)
    tail = '<row r="1048576"><c r="XFD1048576" s="0"/></row>'
    row = '<table:table-row table:number-rows-repeated="1048570">{}</table:table-row>'
    return {
        "an empty cell in the last corner": with_rows(HEADER + ANN + tail),
        "macros": changed(good, {"xl/vbaProject.bin": b"\xd0\xcf\x11\xe0 Shell", "xl/a.bin": b"x"}),
        "a path": changed(good, {"../../../tmp/x.xml": b"<x/>", "/etc/x.xml": b"<x/>"}),
        "beside the tables": changed(
            good, {"docProps/app.xml": b"<", "xl/drawings/a.xml": b"<", "customXml/i.xml": b"<"}
        ),
        "formulas": with_rows(
            HEADER
            + '<row r="2"><c r="A2" t="str"><f>CONCAT("A","nn")</f><v>Ann</v></c>'
            + '<c r="B2" t="str"><f>WEBSERVICE("http://x.example")</f><v>PMO lead</v></c></row>'
        ),
        "without places": with_rows("".join((HEADER, ANN)).replace(' r="', ' x="')),
        "the tail of a sheet.ods": with_ods_rows(
            ODS_ANN + row.format('<table:table-cell table:number-columns-repeated="16384"/>')
        ),
    }


@pytest.mark.parametrize("files", [excel, opendocument])
def test_a_hostile_workbook_is_one_clear_error(files: Callable[[], Files], tmp_path: Path) -> None:
    assert_refused(files(), tmp_path)


@pytest.mark.parametrize("name", inert())
def test_what_is_beside_the_tables_has_no_effect(name: str) -> None:
    assert records(inert()[name]) == [{"name": "Ann", "role": "PMO lead"}]


def test_a_million_empty_rows_are_nobody() -> None:
    rows = "".join(f'<row r="{row}" spans="1:8" ht="15"/>' for row in range(3, 1_048_577))
    assert records(with_rows(HEADER + ANN + rows)) == [{"name": "Ann", "role": "PMO lead"}]


def test_columns_without_end_are_refused_at_the_header() -> None:
    cells = '<c t="inlineStr"><is><t>x</t></is></c>' * 16_383
    with pytest.raises(PmoPathError) as error:
        records(with_rows(f'<row r="1">{text_cell("A1", "name")}{cells}</row>{ANN}'))
    assert error.value.code == "too-large"
