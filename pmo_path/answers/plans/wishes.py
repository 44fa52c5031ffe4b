"""What a person wants of a plan besides the facts of a profile: its start, assumptions, rates."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from decimal import Decimal
from typing import Any

from msgspec import Struct, field
from msgspec.structs import replace

from pmo_path.answers.budget_and_time import days_later
from pmo_path.contract.cost import Cost
from pmo_path.contract.plan import TimeUnit
from pmo_path.core.errors import BadValueError
from pmo_path.core.iso_codes import CURRENCIES
from pmo_path.core.scalars import Money, Range, json_number, parse_range
from pmo_path.core.suggest import did_you_mean
from pmo_path.engine.due_days import add_months
from pmo_path.engine.pareto import Span
from pmo_path.messages.grammar import counted
from pmo_path.profile.meanings import LEVELS
from pmo_path.profile.vocabulary import Names

# A plan may begin this much after the day of the catalogue: what is on offer later is not known.
LATEST_START = 3_653
LONGEST_YEARS = 60
_UNITS = {"day": 1, "week": 7, "month": 0, "year": 0}  # in days; months are of the calendar
_MONTHS = {"month": 1, "year": 12}
_DURATION = r"(?P<number>\S+(?:\s*(?:-|–|to)\s*\S+)?)\s+(?P<unit>day|week|month|year)s?"
_RATE = r"(?a)1\s+([A-Za-z]{3})\s*=\s*(\d{1,9}(?:\.\d{1,9})?)\s+([A-Za-z]{3})"


class Length(Struct, frozen=True):
    """A length of time as a person said it: a number of `day`, `week`, `month` or `year`."""

    number: Range
    unit: TimeUnit

    def after(self, day: date, most: bool) -> date:
        """Return the day by which it has passed, of its shortest or of its longest value."""
        number = self.number.high if most else self.number.low
        if self.unit in _MONTHS:
            months = number * _MONTHS[self.unit]
            return days_later(add_months(day, int(months)), round(months % 1 * 30))
        return days_later(day, round(number * _UNITS[self.unit]))

    @property
    def days(self) -> Span:
        """The days that it takes, from any day on which it may begin."""
        first = date(2001, 1, 1)  # of a year without a leap day, so that no month is longer
        ends = ((self.after(first, most) - first).days for most in (False, True))
        low, high = ends
        return Span(low, high)

    def __str__(self) -> str:
        return counted(self.number, self.unit)


class Rate(Struct, frozen=True):
    """An exchange rate that a person gives: 1 of the `source` currency is `rate` of the other."""

    source: str
    rate: Decimal
    target: str

    def of(self, cost: Cost) -> Cost:
        """Return a cost at this rate, to the hundredth."""
        low, high = (
            json_number(float(round(Decimal(str(end)) * self.rate, 2)))
            for end in (cost.low, cost.high)
        )
        return replace(cost, low=low, high=high, currency=self.target)

    def __str__(self) -> str:
        return f"1 {self.source} = {self.rate} {self.target}"


class Wishes(Struct, frozen=True, kw_only=True):
    """What a plan is to rest on besides the profile.

    `experience` gives the time from one level to the next by the higher level, `training` that for
    a certification by its id, `rates` those of exchange by their source currency.
    """

    start: date | None = None
    experience: Mapping[str, Length] = field(default_factory=dict)
    training: Mapping[str, Length] = field(default_factory=dict)
    rates: Mapping[str, Rate] = field(default_factory=dict)


def wishes(
    names: Names,
    as_of: date,
    start: date | None = None,
    assume: Iterable[str] = (),
    exchange: Iterable[str] = (),
    budget: Money | None = None,
) -> Wishes:
    """Return what a person wants of a plan. Raises BadValueError for what cannot be read.

    Rates of exchange lead to the currency of the `budget`, where there is one.
    """
    experience: dict[str, Length] = {}
    training: dict[str, Length] = {}
    with _about("start"):
        _check_start(start, as_of)
    with _about("assume"):
        for text in assume:
            what, length = _assumption(text)
            if (level := _higher_level(what)) is not None:
                _once(experience, level, length)
            else:
                _once(training, _certification(names, what), length)
    with _about("exchange"):
        rates = _rates(exchange, budget)
    return Wishes(start=start, experience=experience, training=training, rates=rates)


@contextmanager
def _about(wish: str) -> Iterator[None]:
    """Raise a BadValueError of the block with the wish that it is about before its detail."""
    try:
        yield
    except BadValueError as bad:
        raise BadValueError(bad.code, f"{wish}: {bad.detail}", bad.hint) from None


def _check_start(start: date | None, as_of: date) -> None:
    if start and not as_of <= start <= days_later(as_of, LATEST_START):
        raise BadValueError(
            "bad-start",
            "a plan begins on the day it is made for, or within ten years of it",
            "give that day or a later one, or make it for another day",
        )


def _assumption(text: str) -> tuple[str, Length]:
    what, equals, duration = text.partition("=")
    match = re.fullmatch(_DURATION, duration.strip().lower())
    if not (equals and what.strip() and match):
        raise BadValueError(
            "bad-assumption",
            "this is not an assumption",
            "write `analyst to manager=3 years`, or `p3o-foundation=3 days`",
        )
    number = parse_range(match["number"])
    length = Length(number, match["unit"])  # type: ignore[arg-type]
    if length.after(date(2000, 1, 1), most=True).year > 2000 + LONGEST_YEARS:
        raise BadValueError(
            "bad-assumption", "this is too long", f"give at most {LONGEST_YEARS} years"
        )
    return what.strip(), length


def _higher_level(what: str) -> str | None:
    """Return the higher of two neighbouring levels, `analyst to manager`; None for another text."""
    low, to, high = what.lower().partition(" to ")
    low, high = low.strip(), high.strip()
    if not to or not {low, high} & {*LEVELS}:
        return None
    for level in (low, high):
        if level not in LEVELS:
            raise BadValueError(
                "bad-assumption", "there is no such career level", did_you_mean(level, LEVELS)
            )
    if LEVELS.index(high) - LEVELS.index(low) != 1:
        raise BadValueError(
            "bad-assumption",
            "these levels do not follow one another",
            f"give one assumption for each step up: {', '.join(LEVELS)}",
        )
    return high


def _certification(names: Names, what: str) -> str:
    found = names.find("certification", what)
    if found is None:
        raise BadValueError(
            "bad-assumption",
            "this is neither a step from one level to the next nor a certification",
            "write `analyst to manager=3 years`, or `p3o-foundation=3 days`",
        )
    return found


def _rates(exchange: Iterable[str], budget: Money | None) -> dict[str, Rate]:
    rates: dict[str, Rate] = {}
    for text in exchange:
        match = re.fullmatch(_RATE, text.strip())
        if not match or not Decimal(match[2]):
            raise BadValueError(
                "bad-rate", "this is not an exchange rate", "write `1 EUR=0.85 GBP`"
            )
        source, target = match[1].upper(), match[3].upper()
        for currency in (source, target):
            if currency not in CURRENCIES:
                raise BadValueError(
                    "bad-rate", "there is no such currency", "give two codes, such as EUR and GBP"
                )
        if source == target:
            raise BadValueError("bad-rate", "both currencies are the same", "give two currencies")
        _once(rates, source, Rate(source, Decimal(match[2]), target))
    if len({rate.target for rate in rates.values()}) > 1:
        raise BadValueError(
            "bad-rate", "the rates lead to several currencies", "give all to one currency"
        )
    if any(rate.target in rates for rate in rates.values()):
        raise BadValueError(
            "bad-rate", "a rate leads from the currency that others lead to", "give one direction"
        )
    if budget and any(rate.target != budget.currency for rate in rates.values()):
        raise BadValueError(
            "bad-rate", "a rate does not lead to the currency of the budget", "turn it round"
        )
    return rates


def _once(known: dict[str, Any], key: str, value: Any) -> None:
    if key in known and known[key] != value:
        raise BadValueError("said-twice", f"two values were given for {key}", "give one of them")
    known[key] = value
