"""Text made inert for each markup: what comes in as letters comes out as letters, whole."""

from __future__ import annotations

import re

from markupsafe import Markup, escape

from pmo_path.core.text import inert

_SPECIAL = str.maketrans({letter: f"\\{letter}" for letter in "\\`*_[]<>|&~$#"})
_START = re.compile(r"^(\s*)(?:([+=-])|(\d+)([.)]))")
_PLAIN = re.compile(r"[^\w ,.:;()/+-]")
_PART, _LONG_ADDRESS = 8, 200
_LONG_WORD = re.compile(r"\S{32,}")


def markdown(text: str) -> str:
    """Return text in which Markdown sees nothing but letters, also where it begins an item."""

    def begin(match: re.Match[str]) -> str:
        space, sign, number, end = match.groups()
        return f"{space}\\{sign}" if sign else f"{space}{number}\\{end}"

    return _START.sub(begin, inert(text).translate(_SPECIAL))


def html(text: str) -> Markup:
    """Return text for an element or a quoted attribute; what is markup already stays as it is."""
    return text if isinstance(text, Markup) else escape(inert(text))


def mermaid(text: str) -> str:
    """Return text for a quoted label of a mermaid chart."""
    return _PLAIN.sub(lambda match: f"#{ord(match.group())};", inert(text))


def typst(text: str) -> str:
    """Return text as a string of typst, quotes included; a very long word may be broken anywhere."""
    return typst_data(_LONG_WORD.sub(_breakable, inert(text)))


def typst_data(text: str) -> str:
    """Return text as a string of typst, letter by letter."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _breakable(match: re.Match[str]) -> str:
    word = match.group()
    if "://" in word and len(word) < _LONG_ADDRESS:
        return word  # typst breaks it where an address is best broken
    return "\u200b".join(word[at : at + _PART] for at in range(0, len(word), _PART))
