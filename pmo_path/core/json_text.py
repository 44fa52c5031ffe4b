"""Serialise plain data as JSON text, deterministically."""

from __future__ import annotations

import json
from typing import Any


def dump(data: Any) -> str:
    """Return plain data as indented JSON, not escaped to ASCII, ending in a newline."""
    return json.dumps(data, ensure_ascii=False, indent=2, allow_nan=False) + "\n"


def line(data: Any) -> str:
    """Return plain data as compact JSON on one line, ending in a newline.

    Escapes NEL, LS and PS too, which some programs take for line breaks.
    """
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    for end in "\x85\u2028\u2029":
        text = text.replace(end, f"\\u{ord(end):04x}")
    return text + "\n"
