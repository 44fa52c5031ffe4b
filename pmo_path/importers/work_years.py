"""Count the years of positions, those at the same time once, between the least and the most.

A date that gives a month or a year may be any day of it, so it leaves a range. Time is counted in
months, as exact fractions.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from datetime import date
from fractions import Fraction

from pmo_path.core.scalars import Range, When, days_in
from pmo_path.importers.findings import Position

Span = tuple[Fraction, Fraction]  # from and to, in months


def years_worked(sure: Sequence[Position], possible: Sequence[Position], day: date) -> Range | None:
    """Return the years of the `sure` positions, and at most of the `possible` ones too.

    Until `day`, where a position goes on. None where a position has no date that could be read.
    """
    if any(position.start is None for position in (*sure, *possible)):
        return None
    if any(position.end is None and not position.is_present for position in (*sure, *possible)):
        return None
    least = _length(shortest_span(position, day) for position in sure)
    most = _length(longest_span(position, day) for position in (*sure, *possible))
    if least == most:
        return _exact(least)
    return Range(math.floor(least / 12 * 10) / 10, math.ceil(most / 12 * 10) / 10)


def _exact(months: Fraction) -> Range:
    """Return years to two places, not rounded up: a threshold that is not reached is not met."""
    years = math.floor(months / 12 * 100) / 100
    return Range(years, years)


def longest_span(position: Position, day: date) -> Span:
    """Return the longest time that a position may have taken until a day."""
    assert position.start
    end = _after(position.end) if position.end else _months(day)
    return _months(position.start.first), min(end, _months(day))


def shortest_span(position: Position, day: date) -> Span:
    """Return the shortest time that a position may have taken until a day."""
    assert position.start
    start = position.start
    begin = _months(start.first) if start.first == start.last else _after(start)
    if position.end is None:
        return begin, _months(day)
    exact = position.end.first == position.end.last
    end = _after(position.end) if exact else _months(position.end.first)
    return begin, min(end, _months(day))


def _after(when: When) -> Fraction:
    """Return the end of the last day that a date may mean."""
    last = when.last
    return _months(last) + Fraction(1, days_in(last.year, last.month))


def _months(day: date) -> Fraction:
    """Return the beginning of a day as months since year 0."""
    return day.year * 12 + day.month - 1 + Fraction(day.day - 1, days_in(day.year, day.month))


def _length(spans: Iterable[Span]) -> Fraction:
    """Return how long the union of some spans is."""
    total, reached = Fraction(0), Fraction(0)
    for begin, end in sorted(spans):
        begin = max(begin, reached)
        if end > begin:
            total += end - begin
            reached = end
    return total
