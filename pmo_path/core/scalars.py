"""Scalar values that profiles and the catalogue share: days, partial dates, ranges, money."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from typing import Any

from msgspec import Struct

from pmo_path.core.errors import BadValueError
from pmo_path.core.iso_codes import CURRENCIES

# Not compiled here: `re` compiles and caches a pattern on first use, and most runs use few.
_DAY = r"(?a)(\d{4})-(\d{2})-(\d{2})"
_WHEN = r"(?a)\d{4}(-(?!00)\d{2}(-(?!00)\d{2})?)?"
_NUMBER = r"(?a)\d+(\.\d+)?"
LARGEST = 999_999_999  # upper bound of any number
DECIMALS = 6  # places to which numbers are rounded when read, and written
_AMOUNT = r"(?a)(?:\d{1,9}|\d{1,3}(?:,\d{3}){1,2})(?:\.\d{1,2})?"
_DASH = r"\s*(?:-|–|to)\s*"


def parse_day(value: Any) -> date:
    """Return the date in `YYYY-MM-DD`. Raises BadValueError for anything else."""
    match = re.fullmatch(_DAY, value) if isinstance(value, str) else None
    if not match:
        raise BadValueError("bad-date", "this is not a date", "write it as YYYY-MM-DD")
    try:
        return date(*map(int, match.groups()))
    except ValueError:
        raise BadValueError(
            "bad-date", "there is no such day", "check year, month and day"
        ) from None


class When(Struct, frozen=True):
    """A date as precise as its source gives it: `2021`, `2021-05` or `2021-05-01`."""

    text: str

    @property
    def first(self) -> date:
        """The first day that it may mean."""
        year, month, day = self._parts()
        return date(year, month or 1, day or 1)

    @property
    def last(self) -> date:
        """The last day that it may mean."""
        year, month, day = self._parts()
        month = month or 12
        return date(year, month, day or days_in(year, month))

    def _parts(self) -> tuple[int, int, int]:
        year, month, day = ([int(part) for part in self.text.split("-")] + [0, 0])[:3]
        return year, month, day

    def __str__(self) -> str:
        return self.text

    def __lt__(self, other: object) -> bool:
        return self.text < other.text if isinstance(other, When) else NotImplemented


def days_in(year: int, month: int) -> int:
    """Return the number of days in a month."""
    return 31 if month == 12 else (date(year, month + 1, 1) - date(year, month, 1)).days


def parse_when(value: Any) -> When:
    """Return a date of any precision. Raises BadValueError for anything else."""
    if not isinstance(value, str) or not re.fullmatch(_WHEN, value):
        raise BadValueError("bad-date", "this is not a date", "write YYYY, YYYY-MM or YYYY-MM-DD")
    when = When(value)
    try:
        when.first, when.last  # noqa: B018 (both must exist in the calendar)
    except ValueError:
        raise BadValueError(
            "bad-date", "there is no such day", "check year, month and day"
        ) from None
    return when


class Range(Struct, frozen=True, cache_hash=True):
    """A number known to lie in a closed interval; equal ends are one number."""

    low: float
    high: float

    def __str__(self) -> str:
        if self.low == self.high:
            return number_text(self.low)
        return f"{number_text(self.low)}-{number_text(self.high)}"

    def plain(self) -> float | str:
        """Return the JSON value: a number, or the text `low-high`."""
        return json_number(self.low) if self.low == self.high else str(self)


def json_number(number: float) -> float:
    """Return a whole number without its fraction, so that JSON shows 3 and not 3.0."""
    return int(number) if float(number).is_integer() else number


def whole_as_text(value: Any) -> Any:
    """Return a whole number up to LARGEST as text, and anything else as it is."""
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= LARGEST:
        return value
    return str(int(value)) if value == int(value) else value


def number_text(number: float) -> str:
    """Return a number as people write it: 3, 2.5."""
    whole = json_number(number)
    return str(whole) if isinstance(whole, int) else f"{whole:.{DECIMALS}f}".rstrip("0").rstrip(".")


def parse_range(value: Any, least: float = 0, most: float = LARGEST) -> Range:
    """Return `3`, `2.5` or `2-4`, as a number or as text, as a range rounded to DECIMALS.

    Raises BadValueError for anything else, and for a number outside the bounds.
    """
    hint, first, last = (
        "give a number such as 3, or a range such as 2-4",
        number_text(least),
        number_text(most),
    )
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        raise BadValueError("not-a-number", "this is not a number", hint)
    parts = _ends(value.strip()) if isinstance(value, str) else [value]
    if any(_is_over(most, part) for part in parts):
        raise BadValueError(
            "not-a-number", f"the number is too large: at most {last}", f"give {first} to {last}"
        )
    if not 1 <= len(parts) <= 2 or any(
        isinstance(part, str) and not re.fullmatch(_NUMBER, part) for part in parts
    ):
        raise BadValueError("not-a-number", f"this is not a number of {first} or more", hint)
    if not all(_number(part) >= least for part in parts):  # also catches NaN, which `<` would not
        raise BadValueError(
            "not-a-number", f"the number must be {first} or more", f"give {first} to {last}"
        )
    low, high = (round(float(part), DECIMALS) for part in (parts[0], parts[-1]))
    if low > high:
        raise BadValueError(
            "not-a-number", "the range ends before it begins", f"write {parts[1]}-{parts[0]}"
        )
    return Range(low, high)


def is_whole(value: float | str) -> bool:
    """Return whether a number that can be read, or each end of a range, is whole as it is written:
    before it is rounded.
    """
    parts = _ends(value.strip()) if isinstance(value, str) else [value]
    return all(number == number.to_integral_value() for number in map(Decimal, parts))


def _ends(text: str) -> list[str]:
    """Return the ends of a range; a text too long to be one is not split, which could be slow."""
    return re.split(_DASH, text) if len(text) <= 100 else [text]


def _is_over(most: float, part: str | float) -> bool:
    try:
        return _number(part) > most
    except ValueError:
        return False


def _number(part: str | float) -> float:
    """Return text as a number; a whole number stays one, as a float cannot hold the largest."""
    return float(part) if isinstance(part, str) else part


class Money(Struct, frozen=True):
    """An amount in one currency (ISO 4217)."""

    amount: Decimal
    currency: str

    def __str__(self) -> str:
        return f"{self.amount} {self.currency}"


class MoneyRange(Struct, frozen=True):
    """An amount in one currency that lies between two ends; equal ends are one amount."""

    low: Decimal
    high: Decimal
    currency: str

    def __str__(self) -> str:
        amounts = f"{self.low}" if self.low == self.high else f"{self.low}-{self.high}"
        return f"{amounts} {self.currency}"


def parse_money(value: Any) -> Money:
    """Return `1500 GBP` or `GBP 1500` as money. Raises BadValueError for anything else."""
    hint = "write an amount and a currency, such as `1500 GBP`"
    amounts, currency = _money(value)
    if len(amounts) != 1:
        raise BadValueError("bad-money", "this is not an amount of money", hint)
    return Money(amounts[0], currency)


def parse_money_range(value: Any) -> MoneyRange:
    """Return `1095 GBP` or `1000-1200 GBP` as a range. Raises BadValueError for anything else."""
    hint = "write an amount and a currency, such as `1095 GBP` or `1000-1200 GBP`"
    amounts, currency = _money(value)
    if not 1 <= len(amounts) <= 2:
        raise BadValueError("bad-money", "this is not an amount of money", hint)
    low, high = amounts[0], amounts[-1]
    if low > high:
        raise BadValueError(
            "bad-money", "the range ends before it begins", f"write {high}-{low} {currency}"
        )
    return MoneyRange(low, high, currency)


def _money(value: Any) -> tuple[list[Decimal], str]:
    """Return the amounts and the currency of a text; no amounts where it is not money."""
    words = value.split() if isinstance(value, str) else []
    if words and words[0].upper() in CURRENCIES:
        words = [*words[1:], words[0]]
    amounts = _ends(" ".join(words[:-1]))
    if not words or words[-1].upper() not in CURRENCIES:
        return [], ""
    if not all(re.fullmatch(_AMOUNT, amount) for amount in amounts):
        return [], ""
    read = [Decimal(amount.replace(",", "")).normalize() + 0 for amount in amounts]
    return read, words[-1].upper()
