"""The blocks of a document: what every report format translates, and nothing else."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, TypeAlias

from pmo_path.contract.map import MapView

SOURCE = "source"  # the anchor that refs lead to


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One sentence or more on a line.

    `lead` names what it is about and stands out before it. `address` is where to read on: it
    belongs to the lead, or to the text where there is none. `refs` are numbers of sources.
    """

    text: str = ""
    lead: str = ""
    address: str | None = None
    refs: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """The title of a document (level 1), of a section (2), or of a part of one (3)."""

    level: Literal[1, 2, 3]
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """Lines that belong together; `tone` says what they are, not how they look."""

    lines: tuple[Line, ...]
    tone: Literal["plain", "answer", "careful", "note"] = "plain"


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """An entry of a list, with what belongs under it."""

    line: Line
    under: tuple[Line, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Items:
    """A list whose order carries no meaning."""

    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Fields:
    """Names with their values: the name is the lead of each line."""

    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Rows under heads; the first cell of a row names it.

    `room` is to be written in by hand. With an `anchor`, refs lead to the rows.
    """

    caption: str
    heads: tuple[str, ...]
    rows: tuple[tuple[Line, ...], ...]
    room: bool = False
    anchor: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """The map of levels and bodies, its title, and the same routes as ordered lists beside it."""

    title: str
    view: MapView
    routes_title: str
    routes: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """A bar of a chart: its words, how long it is, and how much of that is still open."""

    text: str
    count: int
    open: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """Bars under a title; `name` tells it from the other charts of a document, `key` says what is open."""

    name: str
    title: str
    bars: tuple[Bar, ...]
    key: str = ""


Block: TypeAlias = Heading | Paragraph | Items | Fields | Table | Picture | Chart
Document: TypeAlias = tuple[Block, ...]


def plain_lines(texts: Iterable[str]) -> tuple[Line, ...]:
    """Return texts as lines of their own."""
    return tuple(Line(text=text) for text in texts)
