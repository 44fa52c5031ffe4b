"""How old things are, in every command and format: amounts of money, and the facts of a day.

What is expected of money is told here from the catalogue's files alone.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import Any

import pytest
from shipped_data import ENTRIES, IDS, data
from small import EXAM, FOUNDATION, Make, advice, certification, fact, person
from strategies import shipped

from pmo_path.answers.advise import advise
from pmo_path.answers.browse import certification_view, comparison
from pmo_path.answers.explain import explain
from pmo_path.core.iso_codes import CURRENCIES
from pmo_path.core.json_text import json_data
from pmo_path.messages import grammar
from pmo_path.messages.price_phrases import cost_words
from pmo_path.profile.profile import Profile
from pmo_path.reports import (
    formats_of,
    markdown_certification,
    renderer,
    text_catalogue,
    text_explanation,
)
from pmo_path.reports.sections import route_cells

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
    """What must go with an amount or a time of study: its day, who says it, and the note."""
    dated = told["on"][:4] if "on" in told else SOURCES[told["source"]]["date"]
    called = SOURCES[told["source"]]["title"].partition(":")[0]
    return [
        dated,
        called,
        *([] if "unit" in told else ["not confirmed since"]),
        *([told["note"].rstrip(".")] if "note" in told else []),
    ]


MONEY = {name: list(money_of(entry)) for name, entry in ENTRIES.items()}


STUDY = {name: entry.get("study", []) for name, entry in ENTRIES.items()}
WHAT = {
    "exam": "the exam",
    "course-with-exam": "a course with the exam",
    "resit": "a resit",
    "application": "the application",
    "membership": "a year of membership",
    "renewal": "the renewal",
    "change": "moving or cancelling the exam",
}


OBTAIN = ("exam", "course-with-exam", "course", "application")


def ranges_missing(text: str, name: str, kinds: Sequence[str] = tuple(WHAT)) -> list[str]:
    """What of the ranges of prices of one certification, made here anew, is not in a text."""
    groups: dict[str, list[dict[str, Any]]] = {}
    for one in ENTRIES[name].get("price", []):
        if "low" in one and one["for"] in kinds:
            groups.setdefault(WHAT[one["for"]], []).append(one)
    found = []
    for what, group in groups.items():
        amounts = []
        for currency in dict.fromkeys(one["currency"] for one in group):
            within = [one for one in group if one["currency"] == currency]
            low = min(float(one["low"]) for one in within)
            high = max(float(one.get("high", one["low"])) for one in within)
            ends = f"{low:g}" if low == high else f"{low:g} to {high:g}"
            amounts.append(f"{ends} {currency}")
        amount = grammar.join(amounts, "or")
        _, opened, after = text.partition(f"{amount} for {what} (")
        said = after.partition("VAT")[0]
        years = {one[end][:4] for one in group for end in ("on", "to") if end in one}
        wanted = ["not confirmed since", *sorted(years)[:1], *sorted(years)[-1:]]
        wanted += [] if all("on" in one for one in group) else ["undated"]
        if not opened or any(word not in said for word in wanted):
            found.append(f"{amount} for {what}: {said}")
    return found


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
    assert missing(text, [*MONEY[name], *STUDY[name]]) == []
    beside = MONEY["pmp"] if command == "compare" else []
    assert amounts_left(text, [*MONEY[name], *beside], name) == []
    prices = ENTRIES[name].get("price", [])
    if command in ("show", "page"):
        assert all(one["value"] in text for one in prices)
    elif (command, name) != ("compare", "pmp"):
        assert all(one["value"] in text for one in prices if "low" not in one)
        assert ranges_missing(text, name) == []


@pytest.mark.parametrize("name", IDS)
def test_json_gives_the_age_beside_every_amount(name: str) -> None:
    def facts(value: Any) -> Iterator[dict[str, Any]]:
        if isinstance(value, dict):
            yield from [value] if "about" in value and "text" in value else []
            value = list(value.values())
        if isinstance(value, list):
            for each in value:
                yield from facts(each)

    wanted = {one["value"]: one for one in (*MONEY[name], *STUDY[name])}
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


@pytest.mark.parametrize(
    "form", [one for one in formats_of("advice") if one not in ("pdf", "docx", "json", "ics")]
)
def test_advice_tells_the_prices_seen_as_ranges_with_their_age(form: str) -> None:
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
        "245 GBP for the exam (undated; TestPrepTraining, a study site; not confirmed since; "
        "VAT not said)" in text
    )
    assert ranges_missing(text, "p3o-foundation", OBTAIN) == []
    assert "membership" not in text  # which is paid to keep it
    assert missing(text, [one for facts in MONEY.values() for one in facts]) == []


def test_a_current_price_and_an_own_one_say_of_when_for_what_and_who(make: Make) -> None:
    price = fact(
        "EUR 450 for the exam",
        low="450",
        on="2026-11-01",
        vat="included",
        covers="the exam",
        note="Members pay less.",
        **{**EXAM, "currency": "EUR"},
    )
    catalogue = make(certification(FOUNDATION, "entry", price=[price]))
    told = advice(catalogue, experience_level="entry", budget="100 EUR")
    ground = (
        "the exam; 1 November 2026; Example Institute, the owner; with VAT; note: Members pay less"
    )
    assert cost_words(told.routes[0].steps[0].cost) == f"450 EUR ({ground})"  # type: ignore[arg-type]
    assert (
        f"Example Foundation costs 450 EUR or more ({ground}), beyond your budget of 100 EUR."
        in [one.text for one in told.cautions]
    )
    ((_, cells),) = route_cells(told)
    assert "450 EUR (prices of 1 November 2026)" in " ".join(cells)
    own = advice(catalogue, experience_level="entry", prices=[f"{FOUNDATION}=90-95 EUR"])
    for form in ("text", "markdown", "html"):
        made = renderer(form, full=True)(own, WIDE)
        assert isinstance(made, str)
        assert "90 to 95 EUR (your own price)" in made
        assert "450 EUR" not in made
    assert "90 to 95 EUR (your own price)" in str(renderer("text")(own, WIDE))
