"""Read dates as CVs and exports write them, no more precisely than they are written."""

from __future__ import annotations

import re

from pmo_path.core.errors import BadValueError
from pmo_path.core.scalars import When, parse_when

_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_NAMES = (
    "january february march april may june july august september october november december".split()
)
_WRITTEN = r"(?a)([a-z]+)\.?(?: (\d{1,2}),?)? (\d{4})"
_MOMENT = r"(?a)(\d{4}-\d{2}-\d{2})[Tt ]\S.*"
_PRESENT = ("present", "now", "current", "today", "ongoing")


def written_date(text: str) -> When | None:
    """Return a date: ISO, a moment of it, `Mar 2021` or `2021`; None for an empty text.

    Raises BadValueError for anything else.
    """
    words = " ".join(text.casefold().split())
    if not words:
        return None
    if moment := re.fullmatch(_MOMENT, words):
        return parse_when(moment[1])
    if written := re.fullmatch(_WRITTEN, words):
        month, day, year = written.groups()
        number = _month(month)
        return parse_when(f"{year}-{number:02}" + (f"-{int(day):02}" if day else ""))
    return parse_when(words)


def means_present(text: str) -> bool:
    """Whether the text at the end of a position says that it goes on."""
    return text.strip().casefold() in _PRESENT


def goes_on(start: str, end: str) -> bool | None:
    """Return whether what has no end that could be read goes on, by its dates as they are written.

    What has no date at all is over; None where the end is written in a way that is not known.
    """
    if end and not means_present(end):
        return None
    return bool(start or end)


def _month(word: str) -> int:
    """Return the number of a month in English. Raises BadValueError for another word."""
    for names in (_MONTHS, _NAMES, ["", *["-"] * 7, "sept"]):
        if word in names:
            return names.index(word) + 1
    raise BadValueError("bad-date", "this is no month in English", "write it as YYYY-MM")
