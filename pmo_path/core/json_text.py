"""Serialise values as JSON text, deterministically."""

from __future__ import annotations

from typing import Any

from msgspec import json


def indented_json(value: Any) -> str:
    """Return a value as indented JSON, not escaped to ASCII, ending in a newline."""
    return json.format(json.encode(value), indent=2).decode() + "\n"


def json_line(value: Any) -> str:
    """Return a value as compact JSON on one line, ending in a newline.

    Escapes NEL, LS and PS too, which some programs take for line breaks.
    """
    text = json.encode(value).decode()
    for end in "\x85\u2028\u2029":
        text = text.replace(end, f"\\u{ord(end):04x}")
    return text + "\n"


def json_data(value: Any) -> Any:
    """Return a value as the dicts, lists and scalars that its JSON holds; the caller's own."""
    return json.decode(json.encode(value))
