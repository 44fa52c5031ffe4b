"""Selected members of an answer as CSV cells, safe to open in a spreadsheet."""

from __future__ import annotations

import csv
import re
from collections.abc import Mapping, Sequence
from typing import Any

from pmo_path.contract.selection import ABOUT_THE_LINE, MemberPath, member_paths, values_at

DEFAULT = ("line,ok,profile.name,career_level.id,next_steps,routes.0.title,problem.detail",)

# What a spreadsheet runs as a formula, after `;` too: some locales separate cells by it.
_RUNS = re.compile(r"(^|;)(?=\s*[=+\-@＝＋－＠]|[\t\r])")


def columns(select: Sequence[str]) -> tuple[MemberPath, ...]:
    """Return the paths of the members that selections name, as columns.

    Raises BadValueError for a member that no answer can have, or that has members itself.
    """
    return member_paths(select, "batch-line", values=True)


def header(chosen: Sequence[MemberPath]) -> str:
    """Return the header row: the paths selected."""
    return _row([".".join(column) for column in chosen])


def row(line: Mapping[str, Any], chosen: Sequence[MemberPath]) -> str:
    """Return the chosen members of one line of a batch as a row, empty where it lacks them."""
    return _row(
        [
            cell(line if column[0] in ABOUT_THE_LINE else line.get("advice"), column)
            for column in chosen
        ]
    )


def cell(data: Any, column: MemberPath) -> str:
    """Return a member as an inert cell: lists joined by `;`, absent members and null empty.

    An empty list in a profile is `none`, as in the input: it differs from a fact not given.
    """
    values = list(values_at(data, column))
    if values == [[]]:
        return "none" if column[0] == "profile" else ""
    return inert_cell(";".join(word for word in map(_word, values) if word))


def _word(value: Any) -> str:
    if value is None or value == []:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, dict) and "name" in value:  # another certificate, in input syntax
        kind, day = value.get("kind"), value.get("awarded_on")
        return f"{f'{kind}:' if kind else ''}{value['name']}{f'@{day}' if day else ''}"
    if isinstance(value, dict):  # an award with its date, in input syntax
        return "@".join(str(part) for part in value.values())
    return str(value)


def inert_cell(text: str) -> str:
    """Return text that no spreadsheet runs: an apostrophe is put before every formula."""
    return _RUNS.sub(r"\1'", text)


def _row(cells: Sequence[str]) -> str:
    line = str(csv.writer(_Same()).writerow(cells))  # its default line end makes it quote every CR
    return line.removesuffix("\r\n") + "\n"


class _Same:
    """A file-like object that makes `csv.writer.writerow` return the row as text."""

    def write(self, text: str) -> str:
        """Return the text instead of writing it."""
        return text
