"""Finished sentences: in no text of an answer is a value left out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

MAY_BE_EMPTY = (
    "dates",
    "edition",
    "note",
    "age",
    "on",
    "to",
    "region",
    "oldest",
    "newest",
    "not_compared",
)  # of a published fact or price that has none, or of fresh facts
_FINISHED: set[str] = set()  # texts that were looked at before, in this process


def unfinished(data: Any) -> Iterator[str]:
    """Yield the faults in the texts of plain data; a text already checked is not checked again."""
    for key, text in texts(data):
        if text in _FINISHED and text.strip():
            continue
        if set("{}") & set(text) or "None" in text.replace("None of", "") or "  " in text:
            yield f"an unfinished sentence: {text}"
        elif not text.strip() and key not in MAY_BE_EMPTY:
            yield f"an empty sentence: {key}"
        else:
            _FINISHED.add(text)


def texts(value: Any, key: str = "") -> Iterator[tuple[str, str]]:
    """Yield every text of plain data with the key it stands under."""
    if isinstance(value, dict):
        for name, item in value.items():
            yield from texts(item, name)
    elif isinstance(value, list):
        for item in value:
            yield from texts(item, key)
    elif isinstance(value, str):
        yield key, value
