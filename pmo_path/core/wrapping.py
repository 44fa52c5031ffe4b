"""Wrap text to a width, with headings and hanging indents."""

from __future__ import annotations

import itertools
import textwrap

from pmo_path.core.text import printable

NARROW = 16  # columns, below which a cell of a table is hard to read


def wrap(text: str, width: int, first: str = "", rest: str | None = None) -> list[str]:
    """Return text as lines of at most `width`; a longer word, such as a URL, is not broken."""
    rest = first if rest is None else rest
    room = max(width, len(first) + 12)
    return textwrap.wrap(
        printable(text),
        room,
        initial_indent=first,
        subsequent_indent=rest,
        break_long_words=False,
        break_on_hyphens=False,
    ) or [first.rstrip()]


def bullet(text: str, width: int, indent: int = 2) -> list[str]:
    """Return text as a list item."""
    return wrap(text, width, " " * indent + "- ", " " * (indent + 2))


def labelled(label: str, text: str, width: int, indent: int = 3) -> list[str]:
    """Return `label: text` with a hanging indent."""
    return wrap(f"{label}: {text}", width, " " * indent, " " * (indent + 2))


def heading(text: str) -> list[str]:
    """Return a heading with a blank line before it."""
    return ["", text.upper()]


def side_by_side(rows: list[list[str]], width: int) -> list[str]:
    """Return rows of cells as columns of equal width, the first as narrow as it can be.

    Where a column would be narrower than NARROW, each column becomes a list of `label: cell`.
    """
    label = max(len(row[0]) for row in rows)
    count = len(rows[0]) - 1
    room = (width - label - 2 - 2 * count) // count
    if room < NARROW:
        return [
            line
            for column in range(1, count + 1)
            for row in rows
            for line in (
                labelled(row[0], row[column], width, 2) if row[0] else wrap(row[column], width)
            )
        ]
    lines = []
    for first, *cells in rows:
        wrapped = [[first], *(wrap(cell, room) for cell in cells)]
        for parts in itertools.zip_longest(*wrapped, fillvalue=""):
            head, *rest = parts
            line = f"  {head:{label}}" + "".join(f"  {part:{room}}" for part in rest)
            lines.append(line.rstrip())
    return lines
