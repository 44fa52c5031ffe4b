"""Selected members of an answer as CSV cells, safe to open in a spreadsheet."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from pmo_path.contract.json_schema import schema
from pmo_path.core.errors import BadValueError
from pmo_path.core.suggest import did_you_mean

Column = tuple[str, ...]

DEFAULT = "line,ok,profile.name,career_level.id,next_steps,routes.0.title,problem.detail"
ABOUT_THE_LINE = ("line", "ok", "problem")

# What a spreadsheet runs as a formula, after `;` too: some locales separate cells by it.
_RUNS = re.compile(r"(^|;)(?=\s*[=+\-@＝＋－＠]|[\t\r])")


def columns(select: str) -> tuple[Column, ...]:
    """Return the paths of the members that a selection such as `a,b.c,d.0.e` names.

    Raises BadValueError for a member that no answer can have, or that has members itself.
    """
    line = schema("batch-line")
    return tuple(_column(line, word.strip()) for word in select.split(","))


def _column(line: Mapping[str, Any], word: str) -> Column:
    path = tuple(word.split("."))
    nodes = list(_shapes({"anyOf": line["oneOf"]}, line))
    for part in path if path[0] in ABOUT_THE_LINE else ("advice", *path):
        known = {name: shape for node in nodes for name, shape in _members(node, line)}
        inside = [node["items"] for node in nodes if "items" in node]
        if part.isdecimal() and len(part) < 10 and inside:
            inner = inside
        elif part in known:
            inner = [known[part]]
        else:
            raise BadValueError(
                "unknown-member", f"an answer has no {word[:80]!r}", _hint(part, known)
            )
        nodes = [shape for node in inner for shape in _shapes(node, line)]
    values = [shape for node in nodes for shape in _shapes(node.get("items", node), line)]
    if all("properties" in shape for shape in values if shape.get("type") != "null"):
        names = ", ".join(f"{word}.{name}" for name in dict(_members({"anyOf": values}, line)))
        raise BadValueError("not-a-value", f"{word} has several members", f"choose of {names}")
    return path


def _hint(part: str, known: Mapping[str, Any]) -> str:
    return (
        did_you_mean(part, [name for name in known if name != "advice"])
        if known
        else "leave out the last part"
    )


def _shapes(node: Mapping[str, Any], root: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    """Yield the alternatives of a schema node, with references resolved."""
    if "$ref" in node:
        yield from _shapes(root["$defs"][node["$ref"].rpartition("/")[2]], root)
    elif "anyOf" in node:
        for alternative in node["anyOf"]:
            yield from _shapes(alternative, root)
    else:
        yield node


def _members(node: Mapping[str, Any], root: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    """Yield the name and schema of each member of an object, or of the items of a list."""
    for shape in _shapes(node, root):
        if "items" in shape:
            yield from _members(shape["items"], root)
        yield from shape.get("properties", {}).items()


def header(chosen: Sequence[Column]) -> str:
    """Return the header row: the paths selected."""
    return _row([".".join(column) for column in chosen])


def row(line: Mapping[str, Any], chosen: Sequence[Column]) -> str:
    """Return the chosen members of one line of a batch as a row, empty where it lacks them."""
    return _row(
        [
            cell(line if column[0] in ABOUT_THE_LINE else line.get("advice"), column)
            for column in chosen
        ]
    )


def cell(data: Any, column: Column) -> str:
    """Return a member as an inert cell: lists joined by `;`, absent members and null empty.

    An empty list in a profile is `none`, as in the input: it differs from a fact not given.
    """
    values = list(_values_at(data, column))
    if values == [[]]:
        return "none" if column[0] == "profile" else ""
    return inert_cell(";".join(word for word in map(_word, values) if word))


def _values_at(data: Any, column: Column) -> Iterator[Any]:
    """Yield the values at a path; a list without an index in the path yields those of all items."""
    if isinstance(data, list) and data:
        if column and column[0].isdecimal():
            yield from (
                value
                for item in data[int(column[0]) :][:1]
                for value in _values_at(item, column[1:])
            )
        else:
            yield from (value for item in data for value in _values_at(item, column))
    elif not column:
        yield data
    elif isinstance(data, dict) and column[0] in data:
        yield from _values_at(data[column[0]], column[1:])


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
