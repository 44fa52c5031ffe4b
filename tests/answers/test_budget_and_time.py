"""Prices, budgets and time, where the shipped catalogue has no example: in small catalogues."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from small import (
    FOUNDATION,
    PRACTITIONER,
    PRICES,
    Make,
    advice,
    cautions,
    certification,
    fact,
)

from pmo_path.answers.budget_and_time import days_later
from pmo_path.contract.advice import Cost, Unknown


def test_the_newest_price_that_is_known_on_the_day_is_shown(make: Make) -> None:
    catalogue = make(certification(FOUNDATION, "entry", price=PRICES))

    def shown(on: str) -> Any:
        return (
            advice(catalogue, date.fromisoformat(on), experience_level="entry")
            .routes[0]
            .steps[0]
            .cost
        )

    old = {
        "covers": "the exam",
        "age": "1 January 2026; Example Institute; not confirmed since",
        "note": "With tax.",
    }
    new = {"covers": "1500 pounds", "age": "23 November 2026; Example Institute", "note": ""}
    one = Cost(low=1000, high=1200, currency="GBP", on="2026-01-01", sources=("institute",), **old)
    other = Cost(
        low=1500, high=1500, currency="GBP", on="2026-11-23", sources=("institute",), **new
    )
    assert (shown("2026-11-22"), shown("2026-11-23")) == (one, other)
    assert shown("2026-01-01").on == "2026-01-01"
    assert shown("2025-12-31").on == "2024-01-01"
    assert shown("2024-01-01").on == "2024-01-01"
    assert isinstance(shown("2023-12-31"), Unknown)


@pytest.mark.parametrize(
    ("budget", "warned"),
    [
        ("999.99 GBP", {"over-budget"}),
        ("1000 GBP", set()),
        ("1001 GBP", set()),
        ("1 EUR", set()),
        (None, set()),
    ],
)
def test_a_budget_is_held_against_the_price(
    make: Make, budget: str | None, warned: set[str]
) -> None:
    catalogue = make(certification(FOUNDATION, "entry", price=PRICES))
    told = advice(catalogue, experience_level="entry", **({"budget": budget} if budget else {}))
    assert cautions(told) & {"over-budget", "budget-unknown"} == warned
    for one in told.cautions:
        if one.rule == "over-budget":
            assert (one.certification, one.sources) == (FOUNDATION, ("institute",))
            assert "1000 GBP" in one.text
            assert "999.99 GBP" in one.text
    unknown = advice(make(), experience_level="entry", budget="1 GBP")
    assert {one.certification for one in unknown.cautions if one.rule == "budget-unknown"} == {
        FOUNDATION
    }


def test_sums_are_of_one_currency_and_name_what_is_missing(make: Make) -> None:
    def total(*prices: Any) -> Any:
        first = certification(
            FOUNDATION,
            "entry",
            price=list(prices[:1]),
            training_days=[fact("2 days", low="2", high="3")],
        )
        second = certification(
            PRACTITIONER,
            "analyst",
            {"foundation": {"holds any": [FOUNDATION]}},
            price=list(prices[1:]),
            training_days=[fact("4 days", low="4")],
        )
        (route,) = advice(make(first, second), experience_level="analyst", holds=[]).routes
        return route.totals

    one, other = (
        fact("100", low="100", high="120", currency="GBP", on="2026"),
        fact("50", low="50", currency="GBP", on="2026"),
    )
    both = total(one, other)
    assert (both.cost.low, both.cost.high, both.cost.currency) == (150, 170, "GBP")
    assert (both.training_days.low, both.training_days.high) == (6, 7)
    assert both.unknown == ()
    mixed = total(one, {**other, "currency": "EUR"})
    assert isinstance(mixed.cost, Unknown)
    part = total(one)
    assert (part.cost.low, part.unknown) == (100, ("cost of Example Practitioner",))


@pytest.mark.parametrize(
    ("facts", "warned"),
    [
        ({}, set()),
        ({"hours_per_week": 8}, {"in-time"}),  # three days, a day a week: three weeks
        ({"hours_per_week": 8, "needed_by": "2026-12-13"}, {"in-time"}),
        ({"hours_per_week": 8, "needed_by": "2026-12-12"}, {"too-late"}),
        ({"hours_per_week": "8-16", "needed_by": "2026-12-12"}, {"too-late"}),
        ({"hours_per_week": 24, "needed_by": "2026-11-29"}, {"in-time"}),
        ({"hours_per_week": 23, "needed_by": "2026-11-29"}, {"too-late"}),
        ({"needed_by": "2026-11-24"}, set()),  # two days at the least
        ({"needed_by": "2026-11-23"}, {"too-late"}),
        ({"needed_by": "2026-11-22"}, {"too-late"}),
        ({"needed_by": "2026-11-21"}, {"too-late"}),
    ],
)
def test_days_of_training_are_held_against_the_time_there_is(
    make: Make, facts: dict[str, Any], warned: set[str]
) -> None:
    catalogue = make(
        certification(FOUNDATION, "entry", training_days=[fact("2 or 3 days", low="2", high="3")])
    )
    told = advice(catalogue, experience_level="entry", **facts)
    assert cautions(told) & {"too-late", "in-time", "time-unknown"} == warned


def test_where_days_of_training_are_not_known_only_a_day_that_it_is_needed_by_is_warned_of(
    make: Make,
) -> None:
    assert "time-unknown" not in cautions(
        advice(make(), experience_level="entry", hours_per_week=4)
    )
    assert "time-unknown" in cautions(
        advice(make(), experience_level="entry", needed_by="2027-11-22")
    )
    past = cautions(advice(make(), experience_level="entry", needed_by="2020-11-22"))
    assert past & {"too-late", "time-unknown"} == {"too-late"}


@pytest.mark.parametrize(
    ("needed_by", "words"),
    [
        ("2026-11-21", "The day you need it by"),
        ("2026-11-22", "even without a break"),
        ("2026-11-24", None),
    ],
)
def test_a_day_has_passed_only_when_it_is_over(
    make: Make, needed_by: str, words: str | None
) -> None:
    catalogue = make(certification(FOUNDATION, "entry", training_days=[fact("2 days", low="2")]))
    told = advice(catalogue, experience_level="entry", holds=[], needed_by=needed_by)
    assert [words in one.text for one in told.cautions if one.rule == "too-late"] == (
        [True] if words else []
    )


def test_no_day_is_later_than_the_last_one_of_the_calendar() -> None:
    last = date(9999, 12, 31)
    assert [days_later(date(9999, 12, 30), days) for days in (0, 1, 2, 5e9)] == [
        date(9999, 12, 30),
        last,
        last,
        last,
    ]


@pytest.mark.parametrize(
    ("reads", "rule"),
    [(None, None), (["en"], None), (["nl", "en"], None), (["nl"], "languages"), ([], "languages")],
)
def test_who_does_not_read_english_is_told_of_the_languages_of_an_exam(
    make: Make, reads: Any, rule: str | None
) -> None:
    facts = {"experience_level": "entry", **({} if reads is None else {"reads": reads})}
    known = make(
        certification(
            FOUNDATION, "entry", languages=[fact("English only"), fact("Dutch is planned")]
        )
    )
    for catalogue, sources in ((known, ("institute",)), (make(), ())):
        found = [one for one in advice(catalogue, **facts).cautions if one.rule == "languages"]
        assert [one.sources for one in found] == ([sources] if rule else [])
        assert all(("English only; Dutch is planned" in one.text) is bool(sources) for one in found)
