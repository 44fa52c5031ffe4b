"""How old things are, in every command and format: amounts of money, and the facts of a day.

What is expected of money is told here from the catalogue's files alone.
"""

from __future__ import annotations

import json
import re
from datetime import date, timedelta
from pathlib import Path

import pytest
from paths import ROOT
from program import call
from small import FOUNDATION, Make, advice, certification, fact, person
from strategies import shipped

from pmo_path.answers.advise import advise
from pmo_path.messages import catalog, grammar
from pmo_path.messages.en import advice as words
from pmo_path.reports import (
    renderer,
)

TODAY = date(2026, 11, 22)
FAR = "2035-01-01"
WIDE = 100_000  # no line is broken


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
    known = grammar.long_date(date.fromisoformat(shipped().version))
    for said in text.split("on offer on 1 January 2035")[1:]:
        assert said.startswith(f", as far as was known on {known}")
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
    for made in (tmp_path / "all").glob("*.md"):
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
    done = call(*args, "--as-of", soon.isoformat())
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
        assert call(*quiet).err == ""
    refused = call(*args, "--as-of", soon.isoformat(), "--json", "--holds", "nothing-of-the-kind")
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
    assert renderer("text", full=True)(told, WIDE).count("last checked") == 1


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
    text = " ".join(
        call("catalogue", "compare", "Essentials for PMO Analysts", "IPMO-P").out.split()
    )
    assert "PRICE (NOT PUBLISHED, OR NOT KNOWN TO US)" in text
    assert (
        "ask House of PMO (https://houseofpmo.com) or APMG International "
        "(https://apmg-international.com) about Essentials for PMO Analysts and AIPMO "
        "(https://www.aipmo.org) about IPMO-Practitioner" in text
    )
    assert "FOR ANY OF THEM" not in text.upper()
