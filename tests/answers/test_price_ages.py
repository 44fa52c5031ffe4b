"""How old things are, in every command and format: amounts of money, and the facts of a day.

What is expected of money is told here from the catalogue's files alone.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import Any

import pytest
from shipped_data import ENTRIES, IDS, data
from small import FOUNDATION, Make, advice, certification, fact, person
from strategies import shipped

from pmo_path.answers.advise import advise
from pmo_path.answers.browse import certification_view, comparison
from pmo_path.answers.explain import explain
from pmo_path.core.iso_codes import CURRENCIES
from pmo_path.core.json_text import json_data
from pmo_path.messages import grammar
from pmo_path.messages.phrases import cost_words
from pmo_path.profile.profile import Profile
from pmo_path.reports import (
    FORMATS,
    markdown_certification,
    renderer,
    text_catalogue,
    text_explanation,
)
from pmo_path.reports.sections import total_words

TODAY = date(2026, 11, 22)
WIDE = 100_000  # no line is broken
SOURCES = {one["id"]: one for one in data("sources")["sources"]}
AMOUNT = re.compile(rf"\b({'|'.join(sorted(CURRENCIES))}) ?\d")


def money_of(entry: Any, key: str = "") -> Iterator[dict[str, Any]]:
    """Every fact of an entry that is about a price or states an amount; a sale of the owner is
    neither.
    """
    if isinstance(entry, dict):
        if "value" in entry and (key == "price" or AMOUNT.search(entry["value"])):
            yield entry
        for name, value in entry.items():
            if name != "history":
                yield from money_of(value, name)
    elif isinstance(entry, list):
        for value in entry:
            yield from money_of(value, key)


def required(told: dict[str, Any]) -> list[str]:
    """What must go with an amount: its day, who says it, and the note."""
    dated = SOURCES[told["source"]]["date"]
    called = SOURCES[told["source"]]["title"].partition(":")[0]
    return [
        dated,
        called,
        "not confirmed since",
        *([told["note"].rstrip(".")] if "note" in told else []),
    ]


MONEY = {name: list(money_of(entry)) for name, entry in ENTRIES.items()}


def missing(text: str, facts: list[dict[str, Any]]) -> list[str]:
    """What of amounts is said without its age, in brackets behind it."""
    found = []
    for one in facts:
        for rest in text.split(one["value"])[1:]:
            said = rest[: rest.find(")", rest.find("not confirmed since")) + 1]
            if not said.startswith(" (") or any(word not in said for word in required(one)):
                found.append(f"{one['value']}{rest[:60]}")
    return found


def amounts_left(text: str, facts: list[dict[str, Any]], name: str) -> list[str]:
    """Amounts in a text that no fact of money accounts for."""
    known = [one["value"] for one in facts] + [
        one["value"] for one in ENTRIES[name].get("history", [])
    ]
    for value in known:
        text = text.replace(value, "")
    return AMOUNT.findall(text)


SHOWN: dict[str, Callable[[str], str]] = {
    "explain": lambda name: text_explanation.explanation_text(
        explain(shipped(), name, Profile(), TODAY), WIDE
    ),
    "show": lambda name: text_catalogue.certification_text(
        certification_view(shipped(), name, TODAY), WIDE
    ),
    "page": lambda name: markdown_certification.certification_page(
        certification_view(shipped(), name, TODAY)
    ),
    "compare": lambda name: (
        text_catalogue.comparison_text(comparison(shipped(), [name, "pmp"], TODAY), WIDE)
        if name != "pmp"
        else ""
    ),
}


def test_the_shipped_catalogue_has_prices_of_every_kind() -> None:
    known = [one for facts in MONEY.values() for one in facts]
    assert {SOURCES[one["source"]]["by"] for one in known} >= {
        "owner",
        "study-site",
        "training-provider",
        "forum",
    }
    assert {"note" in one for one in known} == {True, False}


@pytest.mark.parametrize("command", SHOWN)
@pytest.mark.parametrize("name", IDS)
def test_no_amount_is_shown_without_its_age(name: str, command: str) -> None:
    text = SHOWN[command](name).replace("\\", "")
    assert missing(text, MONEY[name]) == []
    assert amounts_left(text, MONEY[name], name) == []
    prices = ENTRIES[name].get("price", [])
    assert all(one["value"] in text for one in prices) or (command, name) == ("compare", "pmp")


@pytest.mark.parametrize("name", IDS)
def test_json_gives_the_age_beside_every_amount(name: str) -> None:
    def facts(value: Any) -> Iterator[dict[str, Any]]:
        if isinstance(value, dict):
            yield from [value] if "about" in value and "text" in value else []
            value = list(value.values())
        if isinstance(value, list):
            for each in value:
                yield from facts(each)

    wanted = {one["value"]: one for one in MONEY[name]}
    answers = [
        json_data(certification_view(shipped(), name, TODAY)),
        json_data(explain(shipped(), name, Profile(), TODAY)),
    ]
    for one in (each for told in answers for each in facts(told)):
        assert bool(one["age"]) == (one["text"] in wanted)
        if one["age"]:
            assert [
                word
                for word in required(wanted[one["text"]])
                if word not in f"{one['age']}; {one['note']}"
            ] == []
    rows = json_data(comparison(shipped(), [name, "pmp" if name != "pmp" else "ipma-pmo"], TODAY))[
        "rows"
    ]
    assert (
        missing(
            " | ".join(text for row in rows for each in row["values"] for text in each), MONEY[name]
        )
        == []
    )


@pytest.mark.parametrize("form", [one for one in FORMATS if one not in ("pdf", "json")])
def test_advice_knows_of_a_price_what_the_others_know(form: str) -> None:
    told = advise(shipped(), person(shipped(), experience_level="analyst", holds=[]), TODAY)
    step = next(
        step
        for route in told.routes
        for step in route.steps
        if step.certification == "p3o-foundation"
    )
    assert [one.text for one in step.prices] == [
        one["value"] for one in ENTRIES["p3o-foundation"]["price"]
    ]
    made = renderer(form, full=True)(told, WIDE)
    text = re.sub(r"<[^>]+>", "", made) if isinstance(made, str) else ""
    assert (
        "GBP 245 for the exam (undated; TestPrepTraining, a study site; not confirmed since" in text
    )
    assert "do not show as current" in text
    assert missing(text, [one for facts in MONEY.values() for one in facts]) == []


PRICE = {
    "low": "450",
    "currency": "EUR",
    "covers": "the exam, with tax",
    "note": "Members pay less.",
}


@pytest.mark.parametrize(("days", "confirmed"), [(0, True), (180, True), (181, False)])
def test_a_price_fit_to_be_current_says_of_when_for_what_and_who(
    days: int, confirmed: bool, make: Make
) -> None:
    on = TODAY - timedelta(days=days)
    price = [fact("EUR 450 for the exam", on=on.isoformat(), **PRICE)]
    told = advice(
        make(certification(FOUNDATION, "entry", price=price)),
        experience_level="entry",
        budget="100 EUR",
    )
    (route,) = told.routes
    cost = route.steps[0].cost
    said = cost_words(cost)  # type: ignore[arg-type]
    day = grammar.long_date(on)
    since = "" if confirmed else "; not confirmed since"
    assert (
        said
        == f"450 EUR (the exam, with tax; {day}; Example Institute{since}; note: Members pay less)"
    )
    ground = said.partition(" (")[2]
    over = next(one.text for one in told.cautions if one.rule == "over-budget")
    assert (
        over
        == f"Example Foundation costs 450 EUR or more ({ground}, beyond your budget of 100 EUR."
    )
    assert f"450 EUR (prices of {day})" in " ".join(total_words(route))
