"""JSON text: the same data gives the same bytes."""

from __future__ import annotations

import json
from typing import Any


def dump(data: Any) -> str:
    """Return plain data as indented JSON in UTF-8, ending in a newline."""
    return json.dumps(data, ensure_ascii=False, indent=2, allow_nan=False) + "\n"


def line(data: Any) -> str:
    """Return plain data as JSON on one line, however lines are told apart."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    for end in "\x85\u2028\u2029":
        text = text.replace(end, f"\\u{ord(end):04x}")
    return text + "\n"
