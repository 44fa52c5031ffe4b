"""`pmo-path plan`, as people run it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import vobject
from program import answer, call, run

from pmo_path.messages.catalog import say

AS_OF = ("--as-of", "2026-11-28")
ANALYST = ("plan", "--level", "analyst", *AS_OF)


def test_it_plans_to_the_next_level_in_a_process_of_its_own() -> None:
    result = run(*ANALYST)
    assert (result.code, result.err) == (0, "")
    assert result.out.startswith("From level 2 (analyst) to level 3 (manager): ")
    assert all(len(line) <= 80 for line in result.out.splitlines())


def test_full_says_more_than_one_screen() -> None:
    short, full = call(*ANALYST).out, call(*ANALYST, "--full").out
    assert len(full.splitlines()) > 2 * len(short.splitlines())
    assert "Instead 1" in full


def test_json_fits_its_schema() -> None:
    assert answer("plan", *ANALYST)["plans"]
    assert call(*ANALYST, "--json", "--select", "plans.id").code == 0


@pytest.mark.parametrize("suffix", ["md", "html", "pdf", "docx", "ics", "json", "txt"])
def test_it_is_written_in_every_format(suffix: str, tmp_path: Path) -> None:
    file = tmp_path / f"plan.{suffix}"
    assert call(*ANALYST, "--name", "Sam", "-o", file).code == 0
    assert file.stat().st_size > 100
    again = call(*ANALYST, "-o", file)
    assert again.code == 3
    assert "--force" in again.err


def test_days_that_are_known_go_into_a_calendar(tmp_path: Path) -> None:
    file = tmp_path / "plan.ics"
    held = ("--holds", "p3o-foundation@2025-03-01", "--needed-by", "2027-06-01")
    assert call(*ANALYST, *held, "-o", file).err.startswith("Without a name or an id")
    (calendar,) = vobject.readComponents(file.read_text("utf-8"))
    titles = [event.summary.value for event in calendar.contents["vevent"]]
    assert titles == [
        "Take Essentials for PMO Managers: at the earliest",
        "Deadline: Essentials for PMO Managers",
        "Renew P3O Foundation by 1 March 2028",
    ]


def test_a_calendar_without_a_day_says_so() -> None:
    result = call("plan", *AS_OF, "--format", "ics")
    assert say("plan-calendar-empty") in " ".join(result.err.split())


def test_a_start_moves_every_day() -> None:
    told = json.loads(call(*ANALYST, "--start", "2027-01-01", "--json").out)
    assert told["plans"][0]["earliest"] == "2027-01-04"


@pytest.mark.parametrize(
    ("wished", "said"),
    [
        (("--assume", "soon"), "--assume: this is not an assumption"),
        (("--exchange", "EUR"), "--exchange: this is not an exchange rate"),
        (("--start", "tomorrow"), "--start: this is not a date"),
        (("--start", "2020-01-01"), "--start: a plan begins on the day"),
        (("--format", "csv"), "--format: there is no such format"),
    ],
)
def test_what_cannot_be_read_is_refused_with_what_to_do(wished: tuple[str, ...], said: str) -> None:
    result = call(*ANALYST, *wished)
    assert (result.code, result.out) == (2, "")
    assert said in " ".join(result.err.split())


def test_a_person_without_a_level_is_told_what_to_say() -> None:
    result = call("plan", *AS_OF)
    assert result.code == 0
    assert "--target-level" in result.out


def test_a_selection_of_the_json_is_all_that_is_printed() -> None:
    facts = ("--level", "analyst", "--target-level", "manager", "--as-of", "2026-11-22")
    assert list(json.loads(call("plan", *facts, "--json", "--select", "text").out)) == ["text"]
