"""How old things are, in every command and format: amounts of money, and the facts of a day.

What is expected of money is told here from the catalogue's files alone.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from paths import ROOT
from program import call, run
from shipped_data import ENTRIES, IDS, data
from small import FOUNDATION, Make, advice, certification, fact, person
from strategies import shipped

from pmo_path.answers.advise import advise
from pmo_path.answers.browse import certification_view, comparison
from pmo_path.answers.explain import explain
from pmo_path.core.iso_codes import CURRENCIES
from pmo_path.core.json_text import json_data
from pmo_path.messages import catalog, grammar
from pmo_path.messages.en import advice as words
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
FAR = "2035-01-01"
WIDE = 100_000  # no line is broken
SOURCES = {one["id"]: one for one in data("sources")["sources"]}
AMOUNT = re.compile(rf"\b({'|'.join(sorted(CURRENCIES))}) ?\d")

# --- money -----------------------------------------------------------------------------


def money_of(entry: Any, key: str = "") -> Iterator[dict[str, Any]]:
    """Every fact of an entry that is about a price or states an amount; a sale of the owner is neither."""
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
    made = renderer(form)(told, WIDE)
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


# --- the facts of a day ------------------------------------------------------------------

PERSON = ("--role", "PMO analyst", "--holds", "none")
COMMANDS: dict[str, tuple[str, ...]] = {
    "advise": ("advise", *PERSON),
    "explain": ("explain", "Essentials for PMO Analysts", *PERSON),
    "explain what it became": ("explain", "BCS PPSO"),
    "map": ("map",),
    "map of somebody": ("map", *PERSON),
    "report": ("report", "examples/analyst.yaml", "--format", "markdown"),
    "list": ("catalogue", "list"),
    "show": ("catalogue", "show", "hop-analysts"),
    "show a term": ("catalogue", "show", "tactical"),
    "compare": ("catalogue", "compare", "PMP", "hop-analysts"),
}


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_says_that_a_far_day_is_a_guess(
    command: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    done = call(*COMMANDS[command], "--as-of", FAR)
    assert done.code == 0
    text = " ".join(re.sub(r"[>\\*]", " ", done.out).split())
    assert (
        text.count("more than 180 days before 1 January 2035: what is said of that day is a guess")
        == 1
    )
    assert text.find("more than 180 days") < 700
    for said in text.split("on offer on 1 January 2035")[1:]:
        assert said.startswith(", as far as was known on 22 November 2026")
    assert "1 January 2035 is still to come." in " ".join(done.err.split())


@pytest.mark.parametrize("command", [one for one in COMMANDS if one != "report"])
def test_json_says_it_too_and_only_where_it_is_so(command: str) -> None:
    for day, stale in ((FAR, "all"), ("2026-11-22", "none")):
        done = call(*COMMANDS[command], "--as-of", day, "--json")
        assert (done.code, done.err) == (0, "")
        about = json.loads(done.out)["catalogue"]
        assert (about["stale"], bool(about["age"])) == (stale, stale != "none")


def test_the_other_commands_say_it_as_advice_does(tmp_path: Path) -> None:
    team = tmp_path / "team.csv"
    team.write_text("name,role\nSam,PMO analyst\n", encoding="utf-8")
    line = json.loads(call("batch", str(team), "--as-of", FAR, "--json").out)
    assert line["advice"]["catalogue"]["stale"] == "all"
    assert (
        call(
            "report", str(team), "--as-of", FAR, "--format", "markdown", "-o", str(tmp_path / "all")
        ).code
        == 0
    )
    for made in (tmp_path / "all").iterdir():
        assert "is a guess from what was known then" in made.read_text(encoding="utf-8"), made.name
    picture = tmp_path / "map.svg"
    assert call("map", "--as-of", FAR, "-o", str(picture)).code == 0
    assert "is a guess" in picture.read_text(encoding="utf-8")
    asked = call("ask", *PERSON, "--answers", "-", "--as-of", FAR, stdin=b"\n" * 40)
    assert "is a guess from what was known then" in " ".join(asked.out.split())


@pytest.mark.parametrize("args", [("advise", *PERSON), ("explain", "hop-analysts")])
def test_a_day_to_come_is_said_on_standard_error_and_nothing_of_it_on_standard_output(
    args: tuple[str, ...],
) -> None:
    soon = date.today() + timedelta(days=1)
    done = run(*args, "--as-of", soon.isoformat())
    assert (done.code, " ".join(done.err.split()).partition(" is ")[0]) == (
        0,
        f"Note: {grammar.long_date(soon)}",
    )
    assert "to come" not in done.out
    for quiet in (
        (*args, "--as-of", date.today().isoformat()),
        (*args, "--as-of", soon.isoformat(), "--json"),
        args,
    ):
        assert run(*quiet).err == ""
    refused = run(*args, "--as-of", soon.isoformat(), "--json", "--holds", "nothing-of-the-kind")
    assert "Note" not in refused.err


@pytest.mark.parametrize(("days", "stale"), [(180, "none"), (181, "some")])
def test_where_some_facts_are_old_it_says_of_which(days: int, stale: str, make: Make) -> None:
    then = (TODAY - timedelta(days=days)).isoformat()
    level = [fact("Made for beginners", level="entry", verified_on=then)]
    told = advice(
        make(certification(FOUNDATION, career_levels=level)), experience_level="entry"
    ).catalogue
    assert told.stale == stale
    assert ("Facts about Example Foundation were last checked" in told.age) == (stale == "some")


def test_what_is_said_of_each_step_is_not_said_twice() -> None:
    told = advise(
        shipped(), person(shipped(), experience_level="analyst", holds=[]), date.fromisoformat(FAR)
    )
    assert "stale" in {one.rule for one in told.cautions}  # for scripts, as it was
    assert renderer("text")(told, WIDE).count("last checked") == 1


# --- what is not known -------------------------------------------------------------------


def test_nothing_is_called_unpublished_that_may_only_be_unknown_to_us() -> None:
    ours = "bands"  # of years: ours, which nobody else publishes
    found = {
        code: words.SENTENCES[code]
        for code in catalog.codes()
        if "not published" in words.SENTENCES[code].lower()
    }
    assert found
    assert {
        code for code, text in found.items() if "not known to us" not in text and ours not in text
    } == set()


def test_a_comparison_says_whom_to_ask() -> None:
    text = " ".join(call("catalogue", "compare", "PMP", "PRINCE2 Practitioner").out.split())
    assert "PRICE (NOT PUBLISHED, OR NOT KNOWN TO US)" in text
    assert (
        "ask PMI (https://www.pmi.org) about PMP and PeopleCert (https://peoplecert.org) about PRINCE2"
        in text
    )
    assert "FOR ANY OF THEM" not in text.upper()
