"""Workbooks for tests: written by the libraries that people's programs use, or by hand."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from odf.opendocument import OpenDocumentSpreadsheet
from odf.table import Table, TableCell, TableRow
from odf.text import P
from program import run

from pmo_path.core.documents import Document
from pmo_path.core.errors import PmoPathError
from pmo_path.profile.readers.notes import AS_USUAL
from pmo_path.profile.readers.workbook import workbook_records

Cells = Sequence[Sequence[Any]]
XLSX = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
SHEET = "xl/worksheets/sheet1.xml"


def xlsx(sheets: Mapping[str, Cells], hidden: Sequence[str] = ()) -> bytes:
    """Return an Excel workbook with these sheets."""
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        sheet.sheet_state = "hidden" if name in hidden else "visible"
        for row in rows:
            sheet.append(list(row))
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def ods(sheets: Mapping[str, Cells]) -> bytes:
    """Return an OpenDocument spreadsheet with these sheets."""
    book = OpenDocumentSpreadsheet()
    for name, rows in sheets.items():
        table = Table(name=name)
        for row in rows:
            line = TableRow()
            for value in row:
                line.addElement(_ods_cell(value))
            table.addElement(line)
        book.spreadsheet.addElement(table)
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def _ods_cell(value: Any) -> Any:
    if value is None or value == "":
        return TableCell()
    if isinstance(value, bool):
        return TableCell(valuetype="boolean", booleanvalue=str(value).lower())
    if isinstance(value, int | float):
        return TableCell(valuetype="float", value=str(value))
    if isinstance(value, date):
        return TableCell(valuetype="date", datevalue=value.isoformat())
    cell = TableCell(valuetype="string")
    for line in str(value).split("\n"):
        cell.addElement(P(text=line))
    return cell


def changed(raw: bytes, changes: Mapping[str, bytes | None]) -> bytes:
    """Return a ZIP with some members changed, added or (None) left out."""
    with zipfile.ZipFile(io.BytesIO(raw)) as old:
        parts: dict[str, bytes | None] = {name: old.read(name) for name in old.namelist()}
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for name, content in {**parts, **changes}.items():
            if content is not None:
                new.writestr(name, content)
    return target.getvalue()


def with_rows(rows: str) -> bytes:
    """Return an Excel workbook whose sheet has these rows, as XML."""
    xml = f"<worksheet {XLSX}><sheetData>{rows}</sheetData></worksheet>"
    return changed(xlsx({"Team": [["x"]]}), {SHEET: xml.encode()})


def with_ods_rows(rows: str, attributes: str = "") -> bytes:
    """Return an OpenDocument spreadsheet whose sheet has these rows, as XML."""
    raw = ods({"Team": [["x"]]})
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        content = archive.read("content.xml").decode()
    content = content.replace("<office:document-content", f"<office:document-content {attributes}")
    begin = content.index("<table:table-row")
    end = content.index("</table:table>")
    return changed(raw, {"content.xml": (content[:begin] + rows + content[end:]).encode()})


def text_cell(place: str, text: str) -> str:
    """Return a cell of Excel with text, as XML."""
    return f'<c r="{place}" t="inlineStr"><is><t>{text}</t></is></c>'


Files = dict[str, tuple[bytes, str]]  # by name, each with the code of its error


def records(raw: bytes) -> list[object]:
    """Return the people of a workbook as plain data, or the error of a row."""
    found = workbook_records(io.BytesIO(raw).read, "team", AS_USUAL)
    return [
        record.content.data if isinstance(record.content, Document) else record.content
        for record in found
    ]


def assert_refused(files: Files, tmp_path: Path) -> None:
    """Assert that each file is one clear error, and that a sound one beside them is read.

    In a process of its own: the reader of workbooks ends the one that runs out of memory.
    """
    for name, (raw, _) in files.items():
        (tmp_path / name).write_bytes(raw)
    (tmp_path / "good.xlsx").write_bytes(xlsx({"Team": [["name", "role"], ["Ann", "PMO lead"]]}))
    done = run("report", *files, "good.xlsx", "--json", "-o", "out", cwd=tmp_path)
    assert done.code == 1
    assert "Traceback" not in done.err
    assert "panicked" not in done.err
    for name, (raw, code) in files.items():
        with pytest.raises(PmoPathError) as error:
            records(raw)
        (problem,) = error.value.problems
        assert (name, problem.code) == (name, code)
        assert problem.hint
