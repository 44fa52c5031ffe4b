"""Positions in JSON text, so that a problem in it can be located."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

# Possessive quantifiers, so that a string of megabytes leaves no backtracking states.
_TOKEN = re.compile(r'"(?:[^"\\]++|\\.)*+"|[{}\[\]:,]|[^\s"{}\[\]:,]+', re.DOTALL)


def places(text: str) -> dict[tuple[str | int, ...], tuple[int, int]]:
    """Return line and column (from 1) of every part of valid JSON text, by path.

    The place of a member of an object is that of its key; of a duplicate key, the last one.
    """
    positions: dict[tuple[str | int, ...], tuple[int, int]] = {}
    path: list[str | int] = []
    key_next = False
    for token, place in _tokens(text):
        if token == "{" or token == "[":
            positions.setdefault(tuple(path), place)
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
            positions[tuple(path)] = place
        else:
            positions.setdefault(tuple(path), place)
    return positions


def first_deeper(text: str, depth: int) -> tuple[int, int] | None:
    """Return the place where brackets first nest deeper than `depth`, or None.

    The text need not be valid JSON.
    """
    level = 0
    for token, place in _tokens(text):
        level += (token in "{[") - (token in "}]")
        if level > depth:
            return place
    return None


def _tokens(text: str) -> Iterator[tuple[str, tuple[int, int]]]:
    """Yield every token and its place; only a line feed ends a line, as in `json`'s own errors."""
    line, begins = 1, 0
    for match in _TOKEN.finditer(text):
        at = match.start()
        while (end := text.find("\n", begins, at)) >= 0:
            line, begins = line + 1, end + 1
        yield match.group(), (line, at - begins + 1)
