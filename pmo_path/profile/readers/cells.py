"""Read the cells of a row as the facts of a person: what a spreadsheet shows, as it is meant."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from pmo_path.core.documents import Document
from pmo_path.core.errors import BadValueError, Path, Place, PmoPathError
from pmo_path.profile.fact_row import Row
from pmo_path.profile.facts import BY_KEY
from pmo_path.profile.meanings import YES_NO
from pmo_path.profile.not_said import says_nothing
from pmo_path.profile.parse_values import MAX_TEXT

_NONE = ("none", "geen")
_YES_NO = {
    **dict.fromkeys(("true", "waar", "ja", "1"), True),
    **dict.fromkeys(("false", "onwaar", "nee", "0"), False),
}
# In English and Dutch; of a formula, and of what a program could not read.
_ERROR = r"#(?:N/A|N/B|REF|VERW|VALUE|WAARDE|DIV/0|DEEL/0|NAME|NAAM|NULL|LEEG|NUM|GETAL)[!?]?"
NO_VALUE = "\ufdd0"  # stands for the value of a formula that the file does not hold; no text has it
_DAY = r"\d{4}-\d{2}-\d{2}|\d{1,2}[-/][^\W\d]{3,}\.?"
_DECIMAL_COMMA = r"(?<=\d),(?=\d{1,2}(?!\d))"
# Kinds of lists whose items have no comma.
_BY_COMMA = ("choices", "codes", "holds")


def row_document(
    name: str,
    keys: Sequence[str | None],
    cells: Sequence[str],
    places: Mapping[Path, Place],
    end: int,
) -> Document:
    """Return a row as a document; a column without a key is left alone.

    From `end` on, columns have no name. Raises PmoPathError for cells that show no value, or stand
    in a column without a name.
    """
    data: dict[str, Any] = {}
    document = Document(name, data, places)
    problems = []
    for number, (key, cell) in enumerate(zip(keys, cells, strict=True)):
        if number >= end and cell.strip():
            hint = "name the column in the header, or empty the cell"
            problems.append(
                document.problem((number,), "ragged", "this cell is under no name", hint)
            )
        if key is None:
            continue
        try:
            value = cell_value(BY_KEY[key], cell)
        except BadValueError as bad:
            problems.append(document.problem((key,), bad.code, f"{key}: {bad.detail}", bad.hint))
        else:
            if value is not None:
                data[key] = value
    if problems:
        title = f"{name} is not a valid profile"
        raise PmoPathError(title, tuple(problems), code="profile-invalid")
    return document


def row_id(keys: Sequence[str | None], cells: Sequence[str]) -> str | None:
    """Return the caller's id in a row of which other cells cannot be read; None without one."""
    given = dict(zip(keys, cells, strict=False)).get("id")
    try:
        return cell_value(BY_KEY["id"], given) if given else None
    except BadValueError:
        return None


def cell_value(row: Row, cell: str) -> Any:
    """Return what a cell says of a fact, as a file would hold it; None where it is not said.

    `none` in a list is none. Raises BadValueError for a cell that shows an error or no value.
    """
    text = cell.strip()
    if not text or says_nothing(text):
        return None
    _refuse_what_is_no_value(text)
    if row.many:
        return _items(row, text)
    if row.kind == "number":
        return _number(row, text)
    if row.values == YES_NO:
        return _YES_NO.get(text.casefold(), text)
    return text


def _refuse_what_is_no_value(text: str) -> None:
    if len(text) > MAX_TEXT:
        detail = f"the cell is longer than {MAX_TEXT} characters"
        raise BadValueError("too-large", detail, "shorten it")
    if text == NO_VALUE:
        raise BadValueError(
            "no-value",
            "the file holds a formula here, and not its value",
            "open the workbook in a spreadsheet program and save it again, or write the value",
        )
    if text[0] == "#" and re.fullmatch(_ERROR, text, re.IGNORECASE):
        raise BadValueError("no-value", "the cell shows an error", "correct or empty the cell")


def _items(row: Row, text: str) -> list[str]:
    if text.casefold() in _NONE:
        return []
    between = r"[;\n,]" if row.kind in _BY_COMMA else r"[;\n]"
    return [item.strip() for item in re.split(between, text.rstrip(";\n ,"))]


def _number(row: Row, text: str) -> str:
    """Return a number without its unit, with a point for a decimal comma."""
    if re.fullmatch(_DAY, text):
        raise BadValueError(
            "not-a-number",
            "this is a date, not a number",
            "spreadsheets make a date of a range such as 2-4: write `2 to 4`",
        )
    if row.units:
        text = re.sub(rf"(?i)(?<=\d)\s*(?:{'|'.join(row.units)})\.?$", "", text)
    return re.sub(_DECIMAL_COMMA, ".", text)
