"""Format lists, counted nouns and dates in English."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from pmo_path.core.scalars import Range, When


def join(names: Iterable[str], word: str = "and") -> str:
    """Return `a`, `a and b` or `a, b and c`; empty for no names."""
    items = list(names)
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} {word} {items[-1]}"


def counted(number: Range | float, noun: str) -> str:
    """Return `1 year`, `3 years` or `2-4 years`."""
    known = number if isinstance(number, Range) else Range(number, number)
    return f"{known} {noun}" if known.low == known.high == 1 else f"{known} {noun}s"


def people_words(number: Range) -> str:
    """Return `nobody`, `1 person` or `6-8 people`."""
    if number.high == 0:
        return "nobody"
    return f"{number} person" if number.low == number.high == 1 else f"{number} people"


_MONTHS = (
    "January February March April May June July August September October November December".split()
)


def long_date(day: date | When) -> str:
    """Return a date in words, to its own precision: 1 July 2018, July 2018 or 2018."""
    if isinstance(day, date):
        return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"
    parts = [int(part) for part in day.text.split("-")]
    if len(parts) == 3:
        return long_date(day.first)
    return f"{_MONTHS[parts[1] - 1]} {parts[0]}" if len(parts) == 2 else str(parts[0])


def award_words(awarded: date | When) -> str:
    """Return when an award was given: `on 12 May 2019`, `in May 2019` or `in 2019`."""
    known = isinstance(awarded, date) or awarded.first == awarded.last
    return f"{'on' if known else 'in'} {long_date(awarded)}"


def day_or_span(first: date, last: date) -> str:
    """Return a day, or `between` the ends of the span in which it lies."""
    if first == last:
        return long_date(first)
    return f"between {long_date(first)} and {long_date(last)}"


def on_words(first: date, last: date) -> str:
    """Return `on` a day, or `between` the ends of the span in which it lies."""
    return f"on {long_date(first)}" if first == last else day_or_span(first, last)


def until_words(first: date, last: date) -> str:
    """Return `until` a day, or a day `between` the ends of the span in which it lies."""
    return f"until {'' if first == last else 'a day '}{day_or_span(first, last)}"
