"""What a reader of many profiles is asked for, and what it tells of the file as a whole."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from msgspec import Struct


class Note(Struct, frozen=True):
    """Something that was done with a file and that its owner should know: a code, and values."""

    code: str
    values: Mapping[str, str]


def _silent(note: Note) -> None:
    """Tell nothing."""


class Asked(Struct, frozen=True):
    """How to read: `strict` refuses columns that name no fact; `sheet` is the one to read.

    `tell` receives each note once.
    """

    strict: bool = False
    sheet: str | None = None
    tell: Callable[[Note], None] = _silent


AS_USUAL = Asked()
