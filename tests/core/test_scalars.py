"""Days, numbers, ranges and money: what is read, what is refused, and how it is written back."""

from __future__ import annotations

import json
import re
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmo_path.core.errors import BadValueError
from pmo_path.core.scalars import (
    Range,
    When,
    number_text,
    parse_day,
    parse_money,
    parse_money_range,
    parse_range,
    parse_when,
    whole_as_text,
)

ARABIC_THREE = "\u0663"


def refusal(parse: Any, value: Any) -> str:
    """Return the code with which a value is refused."""
    with pytest.raises(BadValueError) as refused:
        parse(value)
    assert refused.value.detail
    return refused.value.code


# --- days ----------------------------------------------------------------------------


@given(st.dates())
def test_a_day_is_read_as_it_is_written(day: date) -> None:
    assert parse_day(day.isoformat()) == day
    assert parse_when(day.isoformat()).first == parse_when(day.isoformat()).last == day


@pytest.mark.parametrize(
    "value",
    [
        "2026-02-30",
        "2025-02-29",
        "2026-13-01",
        "2026-00-10",
        "0000-01-01",
        "2026-1-1",
        "2026-01",
        "20260101",
        "01-02-2026",
        "2026-01-01T00:00",
        " 2026-01-01",
        "2026-01-01\n",
        f"202{ARABIC_THREE}-01-01",
        "today",
        "",
        20260101,
        date(2026, 1, 1),
        True,
        None,
        ["2026-01-01"],
    ],
)
def test_what_is_no_day_is_refused(value: Any) -> None:
    assert refusal(parse_day, value) == "bad-date"


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2021", date(2021, 1, 1), date(2021, 12, 31)),
        ("2021-02", date(2021, 2, 1), date(2021, 2, 28)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2021-05-09", date(2021, 5, 9), date(2021, 5, 9)),
        ("9999", date(9999, 1, 1), date(9999, 12, 31)),
    ],
)
def test_a_date_is_as_exact_as_its_source(text: str, first: date, last: date) -> None:
    when = parse_when(text)
    assert (when.first, when.last, str(when)) == (first, last, text)


@pytest.mark.parametrize(
    "value", ["21", "2021-", "2021-00", "2021-13", "2021-02-29", "0000", "2021-05-09\n", 2021, None]
)
def test_what_is_no_date_is_refused(value: Any) -> None:
    assert refusal(parse_when, value) == "bad-date"


def test_a_date_is_a_value() -> None:
    assert parse_when("2021-05") == When("2021-05")
    assert len({parse_when("2021"), parse_when("2021"), parse_when("2021-01")}) == 2


# --- numbers -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("value", "low", "high"),
    [
        (3, 3, 3),
        (0, 0, 0),
        (2.5, 2.5, 2.5),
        ("3", 3, 3),
        (" 3 ", 3, 3),
        ("2.5", 2.5, 2.5),
        ("007", 7, 7),
        ("2-4", 2, 4),
        ("2 – 4", 2, 4),
        ("2–4", 2, 4),
        ("2 to 4", 2, 4),
        ("0.5 - 1.5", 0.5, 1.5),
        ("4-4", 4, 4),
        ("999999999", 999999999, 999999999),
        ("2.5833333333333335", 2.583333, 2.583333),
        (2.5833333333333335, 2.583333, 2.583333),
        (1e-300, 0, 0),
    ],
)
def test_a_number_or_a_range(value: Any, low: float, high: float) -> None:
    assert parse_range(value) == Range(low, high)


@pytest.mark.parametrize(
    "value",
    [
        "NaN",
        "nan",
        "inf",
        "1e999",
        "1e3",
        "-1",
        "- 1",
        "--2",
        "2-",
        "-",
        "2-3-4",
        "4-2",
        "1,5",
        "1_000",
        ".5",
        "5.",
        "0x10",
        "1/2",
        "three",
        "",
        " ",
        "1234567890",
        ARABIC_THREE,
        "³",
        "Ⅳ",
        float("nan"),
        float("inf"),
        -1,
        -0.5,
        10**9,
        pytest.param(10**400, id="401 digits"),
        True,
        False,
        None,
        [],
        [3],
        {},
    ],
)
def test_what_is_no_number_of_nought_or_more_is_refused(value: Any) -> None:
    assert refusal(parse_range, value) == "not-a-number"


@pytest.mark.parametrize("value", [float("inf"), 10**9, "1e999", "1234567890", "2-99999999999"])
def test_a_number_that_is_too_large_is_called_so(value: Any) -> None:
    with pytest.raises(BadValueError, match="too large"):
        parse_range(value)


@given(st.floats(0, 1000), st.integers(0, 1000))
def test_a_number_and_its_text_are_read_alike(number: float, whole: int) -> None:
    text = f"{number:.20f}"
    assert parse_range(number) == parse_range(text) == parse_range(parse_range(number).plain())
    assert parse_range(whole) == parse_range(float(whole)) == parse_range(str(whole))


@pytest.mark.parametrize(
    "value", [168.1, 169, "169", "4-169", "1e999", 10**400, 0.09, "0.09", "0-4", 1e-308, -1, 0]
)
def test_a_number_out_of_bounds_is_told_them(value: Any) -> None:
    with pytest.raises(BadValueError, match=r"0\.1 or more|at most 168"):
        parse_range(value, 0.1, 168)
    for inside in (0.1, 168, "0.1-168"):
        assert parse_range(inside, 0.1, 168)


def test_a_long_text_is_refused_at_once() -> None:
    for text in ("1" + " " * 1_000_000 + "x", "1" + " - " * 300_000, "9" * 1_000_000):
        assert refusal(parse_range, text) == "not-a-number"


NUMBERS = st.integers(0, 999_999_999).map(float) | st.decimals(0, 100, places=6).map(float)


@given(NUMBERS, NUMBERS)
def test_a_range_is_read_as_it_is_written(one: float, other: float) -> None:
    known = Range(min(one, other), max(one, other))
    assert parse_range(str(known)) == known
    assert parse_range(json.loads(json.dumps(known.plain()))) == known


def test_a_number_is_written_with_six_decimals_at_the_most() -> None:
    assert [number_text(one) for one in (2.0000000001, 0.0000001, 10.0, 100.25, 0.000001)] == [
        "2",
        "0",
        "10",
        "100.25",
        "0.000001",
    ]


def test_whole_numbers_have_no_fraction() -> None:
    assert number_text(3.0) == "3"
    assert number_text(2.5) == "2.5"
    assert json.dumps(Range(3.0, 3.0).plain()) == "3"


# --- money ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("1500 GBP", "1500 GBP"),
        ("1500 gbp", "1500 GBP"),
        ("EUR 1500", "1500 EUR"),
        ("1,500 GBP", "1500 GBP"),
        (" 99.50   USD ", "99.5 USD"),
        ("0 EUR", "0 EUR"),
    ],
)
def test_money(value: str, text: str) -> None:
    assert str(parse_money(value)) == text


@given(st.decimals(0, 10**8, places=2, allow_nan=False), st.sampled_from(("GBP", "EUR", "JPY")))
def test_money_is_read_as_it_is_written(amount: Any, currency: str) -> None:
    money = parse_money(f"{amount} {currency}")
    assert money.amount == amount
    assert parse_money(str(money)) == money
    assert "E" not in str(money.amount)


@pytest.mark.parametrize(
    "value",
    [
        "1500",
        "GBP",
        "1500 XXX",
        "1500 £",
        "£1500",
        "-5 GBP",
        "NaN GBP",
        "Infinity GBP",
        "1e999 GBP",
        "1000000000 GBP",
        "about 5 GBP",
        "5 6 GBP",
        "GBP GBP",
        "",
        1500,
        True,
        None,
        ["1500", "GBP"],
    ],
)
def test_what_is_no_money_is_refused(value: Any) -> None:
    assert refusal(parse_money, value) == "bad-money"


@pytest.mark.parametrize("value", ["GBP", "1-2-3 GBP", "2-1 GBP", "5"])
def test_what_is_no_range_of_money_is_refused(value: str) -> None:
    assert refusal(parse_money_range, value) == "bad-money"


@pytest.mark.parametrize(
    ("value", "low", "high", "text"),
    [
        ("1095 GBP", 1095, 1095, "1095 GBP"),
        ("GBP 1095-1095", 1095, 1095, "1095 GBP"),
        ("1,000 - 1200.50 eur", 1000, Decimal("1200.5"), "1000-1200.5 EUR"),
        ("0-1 USD", 0, 1, "0-1 USD"),
    ],
)
def test_a_range_of_money(value: str, low: Any, high: Any, text: str) -> None:
    money = parse_money_range(value)
    assert (money.low, money.high, str(money)) == (low, high, text)
    assert parse_money_range(text) == money


def test_a_range_of_money_that_runs_backwards_is_told_the_other_way_round() -> None:
    with pytest.raises(BadValueError) as caught:
        parse_money_range("2-1 GBP")
    assert caught.value.hint == "write 1-2 GBP"


@pytest.mark.parametrize("read", [parse_money, parse_money_range])
def test_what_to_write_instead_of_what_is_no_money_is_read(read: Any) -> None:
    with pytest.raises(BadValueError) as caught:
        read("a lot")
    examples = re.findall("`(.+?)`", caught.value.hint or "")
    assert examples
    for example in examples:
        read(example)


@pytest.mark.parametrize("value", [f"{ARABIC_THREE} GBP", "1_000 GBP", "1,5 GBP", "1e3 GBP"])
def test_money_is_not_guessed(value: str) -> None:
    assert refusal(parse_money, value) == "bad-money"


def test_days_of_sources_are_sorted_and_compared_with_nothing_else() -> None:
    early, late = When("2021"), When("2021-05-01")
    assert sorted([late, early]) == [early, late]
    assert not early < When("2021")
    with pytest.raises(TypeError):
        early < date(2021, 1, 1)  # type: ignore[operator]  # noqa: B015


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (3, "3"),
        (3.0, "3"),
        (0, "0"),
        *((kept, kept) for kept in (2.5, -2, 10**12, 10**5000, float("inf"), True, "3", None)),
    ],
    ids=lambda value: str(value)[:9] if not isinstance(value, int) or value < 10**9 else "large",
)
def test_a_whole_number_is_the_text_of_it(value: Any, text: Any) -> None:
    assert whole_as_text(value) is text or whole_as_text(value) == text != value
