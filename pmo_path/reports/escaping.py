"""Escape text for each markup language, so that all of it is shown and none is interpreted."""

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
    """Return text escaped for Markdown, including markers at its start that would begin a list."""

    def begin(match: re.Match[str]) -> str:
        space, sign, number, end = match.groups()
        return f"{space}\\{sign}" if sign else f"{space}{number}\\{end}"

    return _START.sub(begin, inert(text).translate(_SPECIAL))


def html(text: str) -> Markup:
    """Return text escaped for an element or a quoted attribute; Markup is returned unchanged."""
    return text if isinstance(text, Markup) else escape(inert(text))


def mermaid(text: str) -> str:
    """Return text escaped for a quoted label in a mermaid chart."""
    return _PLAIN.sub(lambda match: f"#{ord(match.group())};", inert(text))


def typst(text: str) -> str:
    """Return text as a quoted typst string, with break opportunities in very long words."""
    return typst_data(_LONG_WORD.sub(_breakable, inert(text)))


def typst_data(text: str) -> str:
    """Return text as a quoted typst string, otherwise unchanged."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _breakable(match: re.Match[str]) -> str:
    word = match.group()
    if "://" in word and len(word) < _LONG_ADDRESS:
        return word  # typst breaks URLs well by itself
    return "\u200b".join(word[at : at + _PART] for at in range(0, len(word), _PART))
