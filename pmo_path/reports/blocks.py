"""The blocks of a document: the only elements that a report format needs to translate."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, TypeAlias

from msgspec import Struct
from msgspec.structs import replace

from pmo_path.contract.map import MapView

SOURCE = "source"  # prefix of the anchors that refs link to
Tone: TypeAlias = Literal["plain", "answer", "careful", "note"]


class Line(Struct, frozen=True, kw_only=True):
    """A line of text.

    `lead` is its emphasised topic, set before the text. `address` is the URL to which the lead
    links, or the text where there is no lead, and in Fields. `refs` are numbers of sources.
    """

    text: str = ""
    lead: str = ""
    address: str | None = None
    refs: tuple[int, ...] = ()


class Heading(Struct, frozen=True, kw_only=True):
    """The title of a document (level 1), of a section (2), or of a part of one (3)."""

    level: Literal[1, 2, 3]
    text: str


class Paragraph(Struct, frozen=True, kw_only=True):
    """Lines that belong together; `tone` is their meaning, and each format decides on the look."""

    lines: tuple[Line, ...]
    tone: Tone = "plain"


class Item(Struct, frozen=True, kw_only=True):
    """An entry of a list, with the lines nested under it."""

    line: Line
    under: tuple[Line, ...] = ()


class Items(Struct, frozen=True, kw_only=True):
    """An unordered list."""

    items: tuple[Item, ...]


class Fields(Struct, frozen=True, kw_only=True):
    """A list of names and values; the lead of each line is its name."""

    lines: tuple[Line, ...]

    @property
    def pairs(self) -> tuple[tuple[str, Line], ...]:
        """The names, each with its value: a line without a lead."""
        return tuple((line.lead, replace(line, lead="")) for line in self.lines)


class Table(Struct, frozen=True, kw_only=True):
    """A table with column heads; the first cell of a row is its header.

    With `room` it is a form to fill in by hand. With an `anchor`, refs link to its rows.
    """

    caption: str
    heads: tuple[str, ...]
    rows: tuple[tuple[Line, ...], ...]
    room: bool = False
    anchor: str = ""


class Picture(Struct, frozen=True, kw_only=True):
    """The map of levels and bodies with its title, and its routes as ordered lists."""

    title: str
    view: MapView
    routes_title: str
    routes: tuple[tuple[str, ...], ...]


class Bar(Struct, frozen=True, kw_only=True):
    """A bar of a chart: its label, its length, and how much of that is still open."""

    text: str
    count: int
    open: int = 0


class Chart(Struct, frozen=True, kw_only=True):
    """A bar chart. `name` is unique in the document, `key` explains the open part of the bars."""

    name: str
    title: str
    bars: tuple[Bar, ...]
    key: str = ""


Block: TypeAlias = Heading | Paragraph | Items | Fields | Table | Picture | Chart
Document: TypeAlias = tuple[Block, ...]


def plain_lines(texts: Iterable[str]) -> tuple[Line, ...]:
    """Return each text as a line."""
    return tuple(Line(text=text) for text in texts)


def paragraph(*texts: str, tone: Tone = "plain") -> Paragraph:
    """Return a paragraph with each text on a line of its own."""
    return Paragraph(lines=plain_lines(texts), tone=tone)
