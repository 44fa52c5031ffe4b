"""The blocks of a document: the only elements that a report format needs to translate."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Literal, TypeAlias

from msgspec import Struct
from msgspec.structs import replace

from pmo_path.contract.map import MapView

SOURCE = "source"  # prefix of the anchors that refs link to
Tone: TypeAlias = Literal["plain", "answer", "careful", "note", "quote"]


class Line(Struct, frozen=True, kw_only=True):
    """A line of text.

    `lead` is its emphasised topic, set before the text. `address` is the URL to which the lead
    links, or the text where there is no lead, and in Fields. `links` are URLs inside the text.
    `refs` are numbers of sources.
    """

    text: str = ""
    lead: str = ""
    address: str | None = None
    links: tuple[str, ...] = ()
    refs: tuple[int, ...] = ()

    @property
    def pieces(self) -> Iterator[tuple[str, str | None]]:
        """The pieces of the text, each with the URL that it links to."""
        own = None if self.lead else self.address
        if own or not self.links:
            yield self.text, own
            return
        for place, piece in enumerate(re.split(f"({_one_of(self.links)})", self.text)):
            if piece:
                yield piece, piece if place % 2 else None


def _one_of(addresses: Iterable[str]) -> str:
    """Return a pattern for one of the addresses, the longest that stands there."""
    longest_first = sorted(addresses, key=len, reverse=True)
    return f"(?:{'|'.join(map(re.escape, longest_first))})(?![\\w/])"


class Heading(Struct, frozen=True, kw_only=True):
    """The title of a document (level 1), of a section (2), or of a part of one (3).

    On paper, a section may have to start a page.
    """

    level: Literal[1, 2, 3]
    text: str
    starts_page: bool = False


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

    With `room` it is a form to fill in by hand.
    """

    caption: str
    heads: tuple[str, ...]
    rows: tuple[tuple[Line, ...], ...]
    room: bool = False


class References(Struct, frozen=True, kw_only=True):
    """The numbered sources of a document, to which refs link."""

    lines: tuple[Line, ...]


class Contents(Struct, frozen=True, kw_only=True):
    """The table of contents, of the sections that follow it."""

    title: str


class Picture(Struct, frozen=True, kw_only=True):
    """The map of levels and bodies with its title."""

    title: str
    view: MapView


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


Shape: TypeAlias = Literal["exam", "experience", "renewal"]


class Event(Struct, frozen=True, kw_only=True):
    """Something on a time line; `when` is in words; `open` says that its day is not known."""

    shape: Shape
    text: str
    when: str
    open: bool = False


class TimeLine(Struct, frozen=True, kw_only=True):
    """Events in the order of time, those without a day at its end. `name` is as that of a chart."""

    name: str
    title: str
    events: tuple[Event, ...]
    key: str

    @property
    def told(self) -> tuple[str, ...]:
        """The events in words."""
        return tuple(f"{event.when}: {event.text}" for event in self.events)


LONG = 5  # sections from which a document has a table of contents

Block: TypeAlias = (
    Heading
    | Paragraph
    | Items
    | Fields
    | Table
    | References
    | Contents
    | Picture
    | Chart
    | TimeLine
)
Document: TypeAlias = tuple[Block, ...]


def bullets(lines: Iterable[Line]) -> Items:
    """Return a list of lines."""
    return Items(items=tuple(Item(line=line) for line in lines))


def plain_lines(texts: Iterable[str]) -> tuple[Line, ...]:
    """Return each text as a line."""
    return tuple(Line(text=text) for text in texts)


def paragraph(*texts: str, tone: Tone = "plain") -> Paragraph:
    """Return a paragraph with each text on a line of its own."""
    return Paragraph(lines=plain_lines(texts), tone=tone)


def sections_after(blocks: Document, contents: Contents) -> tuple[str, ...]:
    """Return the titles of the sections that a table of contents lists; none if too few."""
    later = blocks[blocks.index(contents) :]
    titles = [block.text for block in later if isinstance(block, Heading) and block.level == 2]
    return tuple(titles) if len(titles) >= LONG else ()


def addresses_in(text: str) -> list[str]:
    """Return the addresses that stand in a text."""
    return re.findall(r"https?://[^\s()]+", text)


def with_links(blocks: Iterable[Block], addresses: Iterable[str]) -> Document:
    """Return a document in which each of the addresses is a link wherever a text has it."""
    known = tuple(addresses)

    def linked(line: Line) -> Line:
        return replace(line, links=tuple(address for address in known if address in line.text))

    return tuple(_each_line(block, linked) for block in blocks)


def _each_line(block: Block, change: Callable[[Line], Line]) -> Block:
    """Return a block with each of its lines changed."""
    match block:
        case Paragraph() | Fields() | References():
            return replace(block, lines=tuple(map(change, block.lines)))
        case Items():
            items = (
                Item(line=change(item.line), under=tuple(map(change, item.under)))
                for item in block.items
            )
            return replace(block, items=tuple(items))
        case Table():
            return replace(block, rows=tuple(tuple(map(change, row)) for row in block.rows))
        case _:
            return block
