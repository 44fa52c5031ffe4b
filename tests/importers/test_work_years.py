"""Years of work: overlaps once, no day more precise than it is written, never beyond the day."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmo_path.core.scalars import Range, When, number_text
from pmo_path.importers.findings import Origin, Position
from pmo_path.importers.work_years import years_worked

DAY = date(2026, 11, 22)


def position(start: str, end: str = "") -> Position:
    dates = [When(text) if text else None for text in (start, end)]
    return Position("PMO", "", dates[0], dates[1], not end, Origin("a"))


@pytest.mark.parametrize(
    ("periods", "years"),
    [
        ([("2020-11-22", "")], "6"),
        ([("2019-03-15", "2024-03-14")], "5"),
        ([("2019-03-15", "2024-03-13")], "4.99"),
        ([("2019-01", "2023-12")], "4.8-5"),
        ([("2019", "2021")], "1-3"),
        ([("2020", "2020")], "0-1"),
        ([("2019-01-01", "2020-12-31"), ("2020-01-01", "2021-12-31")], "3"),
        ([("2019-01-01", "2019-12-31"), ("2021-01-01", "2021-12-31")], "2"),
        ([("2020-11-22", "2030")], "6"),
        ([("2019-01-01", "2018-01-01")], "0"),
    ],
)
def test_years_of_periods(periods: list[tuple[str, str]], years: str) -> None:
    found = years_worked([position(*period) for period in periods], [], DAY)
    assert str(found) == years


def test_what_is_perhaps_such_work_counts_at_most() -> None:
    sure, perhaps = position("2020-01-01", "2020-12-31"), position("2021-01-01", "2022-12-31")
    assert years_worked([sure], [perhaps], DAY) == Range(1, 3)


def test_a_position_without_a_date_leaves_the_years_open() -> None:
    undated = Position("PMO", "", None, None, True, Origin("a"))
    ended = Position("PMO", "", When("2020"), None, False, Origin("a"))
    assert [years_worked([one], [], DAY) for one in (undated, ended)] == [None, None]


DAYS = st.dates(date(1990, 1, 1), DAY)
PERIODS = st.lists(st.tuples(DAYS, DAYS).map(sorted), min_size=1, max_size=5)


@given(PERIODS, st.lists(st.sampled_from((4, 7, 10)), min_size=10, max_size=10))
def test_the_true_years_lie_between_the_least_and_the_most(
    periods: list[list[date]], letters: list[int]
) -> None:
    """Whatever of the dates is left out, the days that were worked are within the range."""
    worked = {
        start + timedelta(days=number)
        for start, end in periods
        for number in range((end - start).days + 1)
    }
    rough = [
        position(str(start)[: letters[place]], str(end)[: letters[-place - 1]])
        for place, (start, end) in enumerate(periods)
    ]
    found = years_worked(rough, [], DAY)
    assert found
    slack = 0.02 * len(periods) + 0.01  # months differ in length, and the day itself is not over
    true = len(worked) / 365.25
    assert found.low - slack <= true <= found.high + slack, number_text(true)
