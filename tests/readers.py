"""Reading reports as people do: what of a page or of Markdown is text, and how it is built."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser

from markdown_it import MarkdownIt

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
        kept = [name if name in ("content", "data-head") else f"{name}={value}" for name, value in attrs]
        self.read.built.append((tag, *kept))
        if tag not in VOID:
            self.open.append(tag)
        if tag == "br":
            self.read.text += "\n"

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag, f"</{tag}> closes what is not open"
        self.read.text += "\n" if tag in ("p", "li", "h1", "h2", "h3", "td", "th", "dt", "dd", "caption") else ""

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


def plain(text: str) -> str:
    """Return text with every run of spaces as one."""
    return re.sub(r"\s+", " ", text).strip()
