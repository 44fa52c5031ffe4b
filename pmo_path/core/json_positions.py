"""Where everything stands in JSON text, so that a fault in it can be pointed at; knows no domain."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

# Possessive, so that a string of megabytes is one step and not millions that could be taken back.
_TOKEN = re.compile(r'"(?:[^"\\]++|\\.)*+"|[{}\[\]:,]|[^\s"{}\[\]:,]+', re.DOTALL)


def places(text: str) -> dict[tuple[str | int, ...], tuple[int, int]]:
    """Return line and column (from 1) of every part of valid JSON text, by path.

    A member of an object stands where its key stands, the last one if it is given twice.
    """
    found: dict[tuple[str | int, ...], tuple[int, int]] = {}
    path: list[str | int] = []
    key_next = False
    for token, place in _tokens(text):
        if token == "{" or token == "[":
            found.setdefault(tuple(path), place)
            key_next = token == "{"
            path.append("" if key_next else 0)
        elif token == "}" or token == "]":
            path.pop()
            key_next = False
        elif token == ",":
            last = path[-1]
            key_next = isinstance(last, str)
            if isinstance(last, int):
                path[-1] = last + 1
        elif token == ":":
            key_next = False
        elif key_next:
            path[-1] = json.loads(token)
            found[tuple(path)] = place
        else:
            found.setdefault(tuple(path), place)
    return found


def first_deeper(text: str, depth: int) -> tuple[int, int] | None:
    """Return where brackets first nest deeper than `depth`, or None; the text need not be valid."""
    level = 0
    for token, place in _tokens(text):
        level += (token in "{[") - (token in "}]")
        if level > depth:
            return place
    return None


def _tokens(text: str) -> Iterator[tuple[str, tuple[int, int]]]:
    """Yield every token and its place; lines end as JSON readers count them, by line feed."""
    line, begins = 1, 0
    for match in _TOKEN.finditer(text):
        at = match.start()
        while (end := text.find("\n", begins, at)) >= 0:
            line, begins = line + 1, end + 1
        yield match.group(), (line, at - begins + 1)
