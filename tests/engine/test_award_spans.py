"""An award of a known month or year: what all its days agree on is decided, and nothing else."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from tried import tried

from pmo_path.engine.due_days import AwardSpan, due_day, possible_dues
from pmo_path.model.certifications import Validity

DAY = timedelta(days=1)
START = date(2020, 6, 1)


def rule(months: int = 36, **more: Any) -> Validity:
    return Validity(
        value="a while", source="ours", confidence="high", months=months, suite="suite", **more
    )


# --- the earliest and the latest last day, against every choice of days ----------------------


def days_of(span: AwardSpan) -> Iterator[date]:
    return (span.first + DAY * place for place in range((span.last - span.first).days + 1))


def due_of(own: AwardSpan, day: date, others: list[tuple[AwardSpan, date]]) -> date:
    """Return the last valid day of an award by its definition, day by day of the suite."""
    due = due_day(own.rule, day)
    while raised := [
        later
        for other, passed in others
        if day < passed <= due and (later := due_day(other.rule, passed)) > due
    ]:
        due = max(raised)
    return due


@cache
def rules() -> st.SearchStrategy[Validity]:
    plain = st.builds(rule, st.sampled_from((0, 1, 2, 3)))
    ends = st.integers(0, 40).map(lambda place: START + DAY * place)
    early = st.builds(rule, st.sampled_from((0, 1, 2)), early_until=ends, early_due=ends)
    return st.one_of(plain, early)


@cache
def spans() -> st.SearchStrategy[AwardSpan]:
    return st.builds(
        lambda rule, place, length: AwardSpan(
            "some", rule, START + DAY * place, START + DAY * (place + length)
        ),
        rules(),
        st.integers(0, 60),
        st.integers(0, 7),
    )


@settings(max_examples=tried(300))
@given(spans(), st.lists(spans(), max_size=3))
def test_the_ends_are_those_of_every_choice_of_days(own: AwardSpan, suite: list[AwardSpan]) -> None:
    found = {
        due_of(own, day, list(zip(suite, choice, strict=True)))
        for day in days_of(own)
        for choice in itertools.product(*map(days_of, suite))
    }
    assert possible_dues(own, suite) == (min(found), max(found))
