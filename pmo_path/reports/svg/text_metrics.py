"""Measure text in common sans-serif fonts and break it into lines; independent of the domain."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from msgspec import Struct

from pmo_path.core.tables import read_table
from pmo_path.core.text import printable

_TABLE = read_table("font_widths")
REGULAR, BOLD = (
    {letter: int(size) for size, letters in _TABLE[style].items() for letter in letters}
    for style in ("regular", "bold")
)
# Widths of characters missing from the table, which come from other fonts: upper bounds for common
# ones.
_MARK, _OTHER, _PICTURE = 0, 1000, 1400
_PIECE = re.compile(r"[^\s-]*-+(?=\w)|\S+?(?=\s|$)|\s+")


class Face(Struct, frozen=True):
    """A text style: font size, line height, bold or not."""

    size: float
    line: float
    bold: bool = False


class TextBlock(Struct, frozen=True, kw_only=True):
    """Lines of text below a top left corner, none wider than `room`."""

    x: float
    y: float
    room: float
    face: Face
    lines: tuple[str, ...]

    @property
    def end(self) -> float:
        """The y coordinate of the bottom of the last line."""
        return self.y + self.face.line * len(self.lines)


def text_block(text: str, x: float, y: float, room: float, face: Face) -> TextBlock:
    """Return text broken into lines no wider than `room`; no lines for empty text."""
    return TextBlock(
        x=x,
        y=y,
        room=room,
        face=face,
        lines=broken_lines(text, room, face.size, face.bold) if text else (),
    )


def text_width(text: str, size: float, bold: bool = False) -> float:
    """Return the width of a line of text, in the unit of `size`."""
    widths = BOLD if bold else REGULAR
    return sum(_width(letter, widths) for letter in text) * size / 1000


def _width(letter: str, widths: dict[str, int]) -> int:
    width = widths.get(letter)
    if width is not None:
        return width
    kind = unicodedata.category(letter)
    if kind in ("Mn", "Me"):
        return _MARK
    return _PICTURE if kind == "So" or ord(letter) > 0xFFFF else _OTHER


def broken_lines(text: str, room: float, size: float, bold: bool = False) -> tuple[str, ...]:
    """Return printable text as lines no wider than `room`.

    Lines break at spaces and after hyphens; only a word wider than a line is broken inside.
    Nothing but spaces at the ends of lines is lost.
    """
    lines, line, used = [], "", 0.0
    for piece in _pieces(printable(text), room, size, bold):
        needed = text_width(piece, size, bold)
        if line and used + text_width(piece.rstrip(), size, bold) > room:
            lines.append(line.rstrip())
            line, used = "", 0.0
        if line or not piece.isspace():
            line, used = line + piece, used + needed
    return (*lines, line.rstrip()) if line.strip() or not lines else tuple(lines)


def _pieces(text: str, room: float, size: float, bold: bool) -> Iterator[str]:
    for piece in _PIECE.findall(text):
        yield from (
            _broken(piece, room, size, bold) if text_width(piece, size, bold) > room else (piece,)
        )


def _broken(word: str, room: float, size: float, bold: bool) -> Iterator[str]:
    """Yield a word in parts that fit; combining marks stay with their letter."""
    part, used = "", 0.0
    for letter in word:
        needed = text_width(letter, size, bold)
        if part and needed and used + needed > room:
            yield part
            part, used = "", 0.0
        part, used = part + letter, used + needed
    yield part
