"""Prices, budgets and time, where the shipped catalogue has no example: in small catalogues."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from small import (
    EXAM,
    FOUNDATION,
    PRACTITIONER,
    PRICES,
    TODAY,
    Make,
    advice,
    cautions,
    certification,
    fact,
)

from pmo_path.answers.budget_and_time import days_later
from pmo_path.contract.cost import Cost
from pmo_path.contract.unknown import Unknown
from pmo_path.messages.catalog import say
from pmo_path.model.on_day import on_day

MONEY = {"over-budget", "budget-range", "in-budget", "budget-currency", "budget-unknown"}


def test_the_newest_price_that_is_known_on_the_day_is_shown(make: Make) -> None:
    catalogue = make(certification(FOUNDATION, "entry", price=PRICES))

    def shown(on: str) -> Any:
        return (
            advice(catalogue, date.fromisoformat(on), experience_level="entry")
            .routes[0]
            .steps[0]
            .cost
        )

    said = "Example Institute, the owner; VAT not said"
    old = {"covers": "the exam", "age": f"1 June 2026; {said}", "note": "With tax."}
    new = {"covers": "1500 pounds", "age": f"23 November 2026; {said}", "note": ""}
    both: dict[str, Any] = {"currency": "GBP", "sources": ("institute",), "yours": False}
    one = Cost(low=1000, high=1200, on="2026-06-01", **both, **old)
    other = Cost(low=1500, high=1500, on="2026-11-23", **both, **new)
    assert (shown("2026-11-22"), shown("2026-11-23")) == (one, other)
    assert shown("2026-06-01").on == "2026-06-01"
    assert shown("2024-06-29").on == shown("2024-01-01").on == "2024-01-01"
    assert isinstance(shown("2023-12-31"), Unknown)


CURRENT = {"low": "450", "currency": "EUR", "for": "exam", "on": "2026-11-01"}


@pytest.mark.parametrize(
    ("more", "current"),
    [
        ({}, True),
        ({"for": "course-with-exam"}, True),
        ({"on": "2026-05-26"}, True),  # 180 days before
        ({"on": "2026-05-25"}, False),
        ({"on": "2026-05-25", "to": "2026-08"}, True),
        ({"on": "2026"}, True),
        ({"on": "2025"}, False),
        ({"on": "2026-11-23"}, False),
        ({"on": None}, False),
        ({"low": None}, False),
        ({"currency": None}, False),
        ({"for": None}, False),
        ({"for": "course"}, False),
        ({"for": "membership"}, False),
        ({"for": "renewal"}, False),
        ({"for": "resit"}, False),
        ({"region": "Australia"}, False),
        ({"source": "ours"}, False),
    ],
)
def test_no_price_counts_but_by_the_rule_of_what_is_current(
    make: Make, more: dict[str, Any], current: bool
) -> None:
    """The law of old prices: they enter no cost, no sum and no verdict on a budget."""
    price = {key: value for key, value in {**CURRENT, **more}.items() if value is not None}
    told = advice(
        make(certification(FOUNDATION, "entry", price=[fact("EUR 450", **price)])),
        experience_level="entry",
        budget="100 EUR",
    )
    (route,) = told.routes
    (step,) = route.steps
    assert isinstance(step.cost, Cost) is current
    assert isinstance(route.totals.cost, Unknown) is not current
    assert bool(route.totals.costs) is current
    assert cautions(told) & MONEY == {"over-budget" if current else "budget-unknown"}
    seen = [one.current for one in step.prices]
    assert seen == ([] if more == {"on": "2026-11-23"} else [current])


def test_an_exam_alone_is_what_it_costs_at_the_least(make: Make) -> None:
    course = fact("with a course", **{**CURRENT, "for": "course-with-exam", "low": "900"})
    prices = [course, fact("the exam", **{**CURRENT, "on": "2026-10-01"})]
    told = advice(make(certification(FOUNDATION, "entry", price=prices)), experience_level="entry")
    cost = told.routes[0].steps[0].cost
    assert isinstance(cost, Cost)
    assert (cost.low, cost.on) == (450, "2026-10-01")


@pytest.mark.parametrize(
    ("budget", "warned"),
    [
        ("999.99 GBP", {"over-budget"}),
        ("1000 GBP", {"budget-range"}),
        ("1199.99 GBP", {"budget-range"}),
        ("1200 GBP", {"in-budget"}),
        ("1 EUR", {"budget-currency"}),
        (None, set()),
    ],
)
def test_a_budget_is_held_against_the_price(
    make: Make, budget: str | None, warned: set[str]
) -> None:
    catalogue = make(certification(FOUNDATION, "entry", price=PRICES))
    told = advice(catalogue, experience_level="entry", **({"budget": budget} if budget else {}))
    assert cautions(told) & MONEY == warned
    for one in told.cautions:
        if one.rule == "over-budget":
            assert (one.certification, one.sources) == (FOUNDATION, ("institute",))
            assert "1000 GBP" in one.text
            assert "999.99 GBP" in one.text
    unknown = advice(make(), experience_level="entry", budget="1 GBP")
    assert {one.certification for one in unknown.cautions if one.rule == "budget-unknown"} == {
        FOUNDATION
    }


def own(make: Make, **facts: Any) -> Any:
    """The advice of two steps, of which the first has an old price and the second a current one."""
    first = certification(FOUNDATION, "entry", price=[fact("900", low="900", on="2020", **EXAM)])
    second = certification(
        PRACTITIONER,
        "analyst",
        {"foundation": {"holds any": [FOUNDATION]}},
        price=[fact("500", low="500", on="2026-11", **EXAM)],
    )
    return advice(make(first, second), experience_level="analyst", holds=[], **facts)


def test_own_prices_count_before_all_others_and_are_marked(make: Make) -> None:
    told = own(make, prices=[f"{FOUNDATION}=100-120 GBP", f"{PRACTITIONER}=40 GBP"])
    (route,) = told.routes
    costs = [step.cost for step in route.steps]
    assert [(cost.low, cost.high, cost.yours, cost.on, cost.sources) for cost in costs] == [
        (100, 120, True, "", ()),
        (40, 40, True, "", ()),
    ]
    total = route.totals.cost
    assert (total.low, total.high, total.on, total.yours) == (140, 160, (), True)
    assert not any("cost of" in text for text in route.totals.unknown)
    assert told.profile["prices"] == [f"{FOUNDATION}=100-120 GBP", f"{PRACTITIONER}=40 GBP"]
    part = own(make, prices={FOUNDATION: "100 GBP"}).routes[0]
    assert (part.steps[1].cost.yours, part.totals.cost.low) == (False, 600)
    assert (part.totals.cost.on, part.totals.cost.yours) == (("2026-11",), True)


@pytest.mark.parametrize(
    ("prices", "warned"),
    [
        ([], {"budget-unknown"}),  # of the first; the second is within
        ([f"{FOUNDATION}=500 GBP"], {"in-budget"}),
        ([f"{FOUNDATION}=500-501 GBP"], {"budget-range"}),
        ([f"{FOUNDATION}=500.01 GBP"], {"over-budget"}),  # together, though neither is alone
        ([f"{FOUNDATION}=1 EUR"], {"budget-currency"}),
        ([f"{PRACTITIONER}=1000.01 GBP"], {"over-budget", "budget-unknown"}),
        ([f"{FOUNDATION}=1 EUR", f"{PRACTITIONER}=1 EUR"], {"budget-currency"}),
    ],
)
def test_a_budget_is_held_against_the_sum_of_a_route(
    make: Make, prices: list[str], warned: set[str]
) -> None:
    told = own(make, prices=prices, budget="1000 GBP")
    assert cautions(told) & MONEY == warned
    assert cautions(own(make, prices=prices)) & MONEY == set()


def test_what_is_said_of_own_study_stands_beside_the_days_of_class(make: Make) -> None:
    course = {"training_days": [fact("2 days", low="2")]}
    study = {"study": [fact("40 hours", low="40", high="60", unit="hours")]}
    bare = advice(
        make(certification(FOUNDATION, "entry", **course)),
        experience_level="entry",
        hours_per_week=2,
    )
    told = advice(
        make(certification(FOUNDATION, "entry", **course, **study)),
        experience_level="entry",
        hours_per_week=2,
    )
    (step,) = told.routes[0].steps
    assert [(one.low, one.high, one.unit) for one in step.study] == [(40, 60, "hours")]
    assert told.routes[0].totals.training_days == bare.routes[0].totals.training_days
    texts = [
        next(one.text for one in each.cautions if one.rule == "class-days") for each in (bare, told)
    ]
    assert ["40 to 60 hours for Example Foundation" in one for one in texts] == [False, True]
    assert "weeks" not in " ".join(texts)


def test_study_is_told_of_the_step_of_a_route_of_which_it_is_known(make: Make) -> None:
    course = {"training_days": [fact("2 days", low="2")]}
    study = {"study": [fact("40 hours", low="40", unit="hours")]}
    needs = {"first": {"holds any": [FOUNDATION]}}
    told = advice(
        make(
            certification(FOUNDATION, **course),
            certification(PRACTITIONER, "analyst", needs, **course, **study),
        ),
        experience_level="analyst",
        hours_per_week=2,
        holds=[],
    )
    (text,) = [one.text for one in told.cautions if one.rule == "class-days"]
    assert "40 hours for Example Practitioner" in text
    assert "for Example Foundation" not in text


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
        fact("100", low="100", high="120", on="2026", **EXAM),
        fact("50", low="50", on="2026", **EXAM),
    )
    both = total(one, other)
    assert (both.cost.low, both.cost.high, both.cost.currency) == (150, 170, "GBP")
    assert (both.training_days.low, both.training_days.high) == (6, 7)
    assert both.unknown == ()
    mixed = total(one, {**other, "currency": "EUR"})
    assert isinstance(mixed.cost, Unknown)
    assert [(each.low, each.high, each.currency) for each in mixed.costs] == [
        (100, 120, "GBP"),
        (50, 50, "EUR"),
    ]
    part = total(one)
    assert (part.cost.low, part.unknown) == (100, ("cost of Example Practitioner",))


@pytest.mark.parametrize(
    ("facts", "warned", "state"),
    [
        ({}, set(), None),
        ({"hours_per_week": 8}, {"class-days"}, None),  # which are no measure for days of class
        ({"hours_per_week": 1, "needed_by": "2026-11-24"}, {"class-days"}, "fits"),
        (
            {"hours_per_week": "8-16", "needed_by": "2026-11-23"},
            {"too-late", "class-days"},
            "too_late",
        ),
        ({"needed_by": "2026-11-24"}, set(), "fits"),  # two days at the least
        ({"needed_by": "2026-11-23"}, {"too-late"}, "too_late"),
        ({"needed_by": "2026-11-22"}, {"too-late"}, "too_late"),
        ({"needed_by": "2026-11-21"}, {"too-late"}, "passed"),
    ],
)
def test_days_of_training_are_held_against_the_time_there_is(
    make: Make, facts: dict[str, Any], warned: set[str], state: str | None
) -> None:
    catalogue = make(
        certification(FOUNDATION, "entry", training_days=[fact("2 or 3 days", low="2", high="3")])
    )
    told = advice(catalogue, experience_level="entry", **facts)
    assert cautions(told) & {"too-late", "class-days", "time-unknown"} == warned
    (route,) = told.deadlines.routes
    assert (route.ready_by, route.state) == ("2026-11-24", state)
    assert told.deadlines.needed_by == facts.get("needed_by")


def test_where_days_of_training_are_not_known_only_a_day_that_it_is_needed_by_is_warned_of(
    make: Make,
) -> None:
    assert "time-unknown" not in cautions(
        advice(make(), experience_level="entry", hours_per_week=4)
    )
    told = advice(make(), experience_level="entry", needed_by="2027-11-22")
    assert "time-unknown" in cautions(told)
    assert told.deadlines.routes[0].state == "unknown"
    assert told.deadlines.days_left == 365
    assert isinstance(told.deadlines.routes[0].ready_by, Unknown)
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
    ("reads", "told"), [(["nl"], False), (["fr", "nl"], False), (["fr"], True)]
)
def test_nobody_is_told_to_ask_for_a_language_that_surely_suffices(
    make: Make, reads: Any, told: bool
) -> None:
    languages = [fact("Dutch only", suffices=["nl"])]
    known = make(certification(FOUNDATION, "entry", languages=languages))
    cautions = advice(known, experience_level="entry", reads=reads).cautions
    assert ("languages" in [one.rule for one in cautions]) is told


@pytest.mark.parametrize("reads", [["de"], ["fr"]])
def test_a_language_that_is_listed_is_not_doubted_without_its_ground(
    make: Make, reads: list[str]
) -> None:
    """What is not known is whether it is enough; a list of low confidence is marked as one."""
    listed = fact("English and German", confidence="low")
    manual = fact("Manual in English only", confidence="high")
    known = make(certification(FOUNDATION, "entry", languages=[listed, manual]))
    (caution,) = [
        one
        for one in advice(known, experience_level="entry", reads=reads).cautions
        if one.rule == "languages"
    ]
    day = on_day(known, TODAY)
    doubted = say("languages-low", languages="English and German")
    listed_words = f"{doubted}; Manual in English only"
    assert caution.text == say(
        "languages",
        name=day.short(FOUNDATION),
        languages=listed_words,
        ask=day.owner(FOUNDATION).ask,
    )


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
