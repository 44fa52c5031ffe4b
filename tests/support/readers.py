"""Reading reports as people do: what of a page, of Markdown or of a PDF is text, and how it is
built.
"""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any

import docx
import pypdf
from docx.table import Table
from markdown_it import MarkdownIt
from pypdf.generic import ContentStream, NameObject

VOID = {"meta", "br", "link", "img", "hr"}


@dataclass
class Read:
    """What a reader gets: the text, and the markup that holds it, in order."""

    text: str = ""
    built: list[tuple[str, ...]] = field(default_factory=list)


class _Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.read = Read()
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        # What an attribute says is no markup; its name is, and so are the few that steer.
        kept = [
            name if name in ("content", "data-head") else f"{name}={value}" for name, value in attrs
        ]
        self.read.built.append((tag, *kept))
        if tag not in VOID:
            self.open.append(tag)
        if tag == "br":
            self.read.text += "\n"

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag, f"</{tag}> closes what is not open"
        self.read.text += (
            "\n" if tag in ("p", "li", "h1", "h2", "h3", "td", "th", "dt", "dd", "caption") else ""
        )

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] != "style":
            self.read.text += data


def page(text: str) -> Read:
    """Return an HTML page as it is read; every element that is opened must be closed."""
    parser = _Page()
    parser.feed(text)
    parser.close()
    assert parser.open == []
    return parser.read


def markdown(text: str) -> Read:
    """Return Markdown as it is read; the built-in rules of GitHub that are to be had."""
    read = Read()
    for token in MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(text):
        read.built.append((token.type, token.tag, token.info))
        if token.type == "fence":
            read.text += token.content
        for part in token.children or ():
            read.built.append((part.type, part.tag, str(part.attrs.get("href", ""))))
            read.text += "\n" if part.type in ("hardbreak", "softbreak") else part.content
        if token.type == "inline":
            read.text += "\n"
    return read


# How a person reads each format that is built on blocks and is text.
READERS: dict[str, Callable[[str], Read]] = {"markdown": markdown, "html": page}


def plain(text: str) -> str:
    """Return text with every run of spaces as one."""
    return re.sub(r"\s+", " ", text).strip()


def pdf(data: bytes) -> Read:
    """Return a PDF as it is read aloud: without what its tags leave out, such as the foot of each
    page.
    """
    reader = pypdf.PdfReader(io.BytesIO(data))
    read = Read(built=list(_tags(reader.root_object["/StructTreeRoot"])))
    for page in reader.pages:
        page[NameObject("/Contents")] = _told(page, reader)
        read.text += page.extract_text() + "\n"
    return read


def word(data: bytes) -> Read:
    """Return a Word document as it is read, with the style of each of its paragraphs."""
    document = docx.Document(io.BytesIO(data))
    read = Read()
    for one in document.iter_inner_content():
        cells = [cell for row in one.rows for cell in row.cells] if isinstance(one, Table) else []
        read.built += [("table", str(len(cells)))] if cells else []
        for paragraph in [line for cell in cells for line in cell.paragraphs] or [one]:
            read.built.append((str(paragraph.style.name),))
            read.text += paragraph.text + "\n"
    return read


def _tags(tree: Any) -> Iterator[tuple[str, ...]]:
    tree = tree.get_object()
    if isinstance(tree, list):
        for one in tree:
            yield from _tags(one)
    elif isinstance(tree, dict):
        if "/S" in tree:
            yield (str(tree["/S"]), *(str(tree[key]) for key in ("/Alt",) if key in tree))
        if "/K" in tree:
            yield from _tags(tree["/K"])


def _told(page: Any, reader: pypdf.PdfReader) -> ContentStream:
    """Return what is on a page but for the text of artifacts."""
    stream = ContentStream(page.get_contents(), reader, "bytes")
    kept, inside = [], []
    for operands, operator in stream.operations:
        if operator in (b"BMC", b"BDC"):
            inside.append(operands[0])
        elif operator == b"EMC":
            inside.pop()
        if "/Artifact" not in inside or operator not in (b"Tj", b"TJ", b"'", b'"'):
            kept.append((operands, operator))
    stream.operations = kept
    return stream
