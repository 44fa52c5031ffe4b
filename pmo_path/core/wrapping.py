"""Wrap text to a width, with headings and hanging indents."""

from __future__ import annotations

import textwrap

from pmo_path.core.text import printable


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
