"""Positions in JSON text, so that a problem in it can be located."""

from __future__ import annotations

import itertools
import json
import re
from collections.abc import Iterator, Mapping

from pmo_path.core.errors import Path, Place

# Possessive quantifiers, so that a string of megabytes leaves no backtracking states.
_TOKEN = re.compile(r'"(?:[^"\\]++|\\.)*+"|[{}\[\]:,]|[^\s"{}\[\]:,]+', re.DOTALL)
_BETWEEN = re.compile(r"\s*+[,:]?\s*+")
# Skips a value at the speed of C; a number of any length stays text.
_scan = json.JSONDecoder(parse_int=str).scan_once  # type: ignore[attr-defined]

# By key or index of a member: where it begins, and where its value does.
_Offsets = dict[str | int, tuple[int, int]]
_Member = tuple[str | int, tuple[int, int]]


class JsonPlaces(Mapping[Path, Place]):
    """Line and column (from 1) of every part of valid JSON text, by path.

    The place of a member of an object is that of its key; of a duplicate key, the last one. The
    text is only searched when a place is asked for, as most text has no fault: each list once and
    no further than that place, each object once.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._parts: dict[Path, tuple[_Offsets, Iterator[_Member]]] = {}

    def __getitem__(self, path: Path) -> Place:
        offset, _ = self._offsets(path)
        return self._text.count("\n", 0, offset) + 1, offset - self._text.rfind("\n", 0, offset)

    def __iter__(self) -> Iterator[Path]:
        paths: list[Path] = [()]
        while paths:
            path = paths.pop()
            yield path
            known, further = self._members(path)
            known.update(further)
            paths += [(*path, key) for key in known]

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def _offsets(self, path: Path) -> tuple[int, int]:
        """Return where a part begins, and where its value does."""
        if not path:
            begin = _after(self._text, 0)
            return begin, begin
        known, further = self._members(path[:-1])
        key = path[-1]
        more = max(0, key + 1 - len(known)) if isinstance(key, int) else None
        known.update(itertools.islice(further, more))
        return known[key]

    def _members(self, path: Path) -> tuple[_Offsets, Iterator[_Member]]:
        """Return the members of a part that were searched so far, and those still to search."""
        if path not in self._parts:
            self._parts[path] = {}, _members(self._text, self._offsets(path)[1])
        return self._parts[path]


def _members(text: str, offset: int) -> Iterator[_Member]:
    """Yield the key or index of each member of a list or object, with its offsets."""
    opening, number = text[offset], 0
    if opening not in "{[":
        return
    offset = _after(text, offset + 1)
    while text[offset] not in "}]":
        begin, key = offset, number
        if opening == "{":
            key, offset = _scan(text, offset)
            offset = _after(text, offset)
        yield key, (begin, offset)
        number += 1
        offset = _after(text, _scan(text, offset)[1])


def _after(text: str, offset: int) -> int:
    """Return the offset after space, with a comma or colon in it."""
    match = _BETWEEN.match(text, offset)
    return match.end() if match else offset


def first_deeper(text: str, depth: int) -> Place | None:
    """Return the place where brackets first nest deeper than `depth`, or None.

    The text need not be valid JSON.
    """
    level = 0
    for match in _TOKEN.finditer(text):
        token = match.group()
        level += (token in "{[") - (token in "}]")
        if level > depth:
            before = text[: match.start()]
            return before.count("\n") + 1, len(before) - before.rfind("\n")
    return None
