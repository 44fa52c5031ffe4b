"""Wrap text to a width, with headings and hanging indents.

Widths are columns of a terminal: a wide letter, such as a Chinese one or an emoji, takes two, and a
combining mark none.
"""

from __future__ import annotations

import itertools
import textwrap
from collections.abc import Iterable

from pmo_path.core.text import printable

NARROW = 16  # columns, below which a cell of a table is hard to read
# Below the first combining mark, every character that can be printed takes one column.
_FIRST_MARK = "\u0300"


def columns(text: str) -> int:
    """Return how many columns a line of text takes."""
    if _all_narrow(text):
        return len(text)
    import wcwidth  # lazy: its tables take longer to load than most answers

    return wcwidth.width(text)


def padded(text: str, width: int) -> str:
    """Return a line of text filled with spaces to a width."""
    return text + " " * (width - columns(text))


def cell_lines(text: str, width: int, rest: str = "") -> list[str]:
    """Return the text of a table cell as lines; a word too long for the cell is broken."""
    return _wrapped(text, width, "", rest, in_cell=True)


def wrap(text: str, width: int, first: str = "", rest: str | None = None) -> list[str]:
    """Return text as lines of at most `width`; a longer word, such as a URL, is not broken."""
    rest = first if rest is None else rest
    room = max(width, len(first) + 12)
    return _wrapped(printable(text), room, first, rest, in_cell=False) or [first.rstrip()]


def bullet(text: str, width: int, indent: int = 2) -> list[str]:
    """Return text as a list item."""
    return wrap(text, width, " " * indent + "- ", " " * (indent + 2))


def labelled(label: str, text: str, width: int, indent: int = 3) -> list[str]:
    """Return `label: text` with a hanging indent."""
    return wrap(f"{label}: {text}", width, " " * indent, " " * (indent + 2))


def first_that_fits(forms: Iterable[list[str]], most: int) -> list[str]:
    """Return the first of several forms of a text with at most `most` lines, else the last."""
    lines: list[str] = []
    for lines in forms:
        if len(lines) <= most:
            break
    return lines


def heading(text: str) -> list[str]:
    """Return a heading with a blank line before it."""
    return ["", text.upper()]


def side_by_side(rows: list[list[str]], width: int) -> list[str]:
    """Return rows of cells as columns of equal width, the first as narrow as it can be.

    Where a column would be narrower than NARROW, each becomes an item: its head and its cells, each
    after its label.
    """
    widest = max(columns(row[0]) for row in rows)
    count = len(rows[0]) - 1
    room = (width - widest - 2 - 2 * count) // count
    if room < NARROW:
        (_, *heads), *below = rows
        lines = []
        for place, head in enumerate(heads):
            of_head = "; ".join(f"{label}: {row[place]}" for label, *row in below)
            lines += bullet(f"{head}. {of_head}.", width)
        return lines
    lines = []
    for first, *cells in rows:
        wrapped = [[first], *(wrap(cell, room) for cell in cells)]
        for parts in itertools.zip_longest(*wrapped, fillvalue=""):
            head, *rest = parts
            cells_of_line = (padded(head, widest), *(padded(part, room) for part in rest))
            lines.append(f"  {'  '.join(cells_of_line)}".rstrip())
    return lines


def _all_narrow(text: str) -> bool:
    return max(text, default="") < _FIRST_MARK


def _wrapped(text: str, width: int, first: str, rest: str, in_cell: bool) -> list[str]:
    narrow = _all_narrow(text)
    if narrow:
        wrap_by_columns = textwrap.wrap
    else:
        from wcwidth import wrap as wrap_by_columns
    # Chinese and Japanese have no spaces to break at.
    breaks_words = in_cell or not (narrow or "://" in text)
    return wrap_by_columns(
        text,
        width,
        initial_indent=first,
        subsequent_indent=rest,
        break_long_words=breaks_words,
        break_on_hyphens=in_cell,
    )
