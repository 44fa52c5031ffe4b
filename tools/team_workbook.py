"""Make examples/team.xlsx: the people of examples/team-of-12.csv, as a list in Excel looks.

`python tools/team_workbook.py` writes it. A test checks that both say the same of everybody.
"""

from __future__ import annotations

import csv
from datetime import date, datetime
from pathlib import Path
from typing import Any

import openpyxl
from openpyxl.styles import Font

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "examples" / "team-of-12.csv"
TARGET = ROOT / "examples" / "team.xlsx"
WORDS = {
    "name": "Name",
    "role": "Job title",
    "experience_level": "Career level",
    "pmo_types": "Kind of PMO",
    "years_in_pmo": "Years in PMO",
    "years_in_projects": "Years in projects",
    "holds": "Certificates held",
    "goals": "Goals",
    "education": "Education",
    "needed_by": "Needed by",
    "hours_per_week": "Study hours per week",
}
NUMBERS = ("years_in_pmo", "years_in_projects", "hours_per_week")


def value(key: str, cell: str) -> Any:
    """Return a cell of CSV as the value that somebody types: a number, a day, a text."""
    if not cell:
        return None
    if key in NUMBERS:
        return float(cell)
    return date.fromisoformat(cell) if key == "needed_by" else cell


def main() -> None:
    """Write the workbook."""
    with SOURCE.open(encoding="utf-8", newline="") as file:
        people = list(csv.DictReader(file))
    book = openpyxl.Workbook()
    book.properties.creator = "pmo-path"
    book.properties.created = book.properties.modified = datetime(2026, 11, 22)
    sheet = book.worksheets[0]
    sheet.title = "Team"
    sheet["A1"] = "Team 2026"
    for column, word in enumerate(WORDS.values(), 1):
        sheet.cell(3, column, word).font = Font(bold=True)
    for row, person in enumerate(people, 4):
        for column, key in enumerate(WORDS, 1):
            sheet.cell(row, column, value(key, person[key]))
    book.save(TARGET)


if __name__ == "__main__":
    main()
