"""An interview goes on from a profile: it asks what is open, and first whether a list is all."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from program import Result, call

from pmo_path.interview.start import started_from
from pmo_path.interview.state import Answer, State
from pmo_path.profile.profile import Held, Profile

DAY = ("--as-of", "2026-11-22")
IMPORTED = "role: PMO analyst\nholds: [p3o-foundation@2026-05-12]\nholds_complete: no\n"


def asked(home: Path, profile: str, *lines: str) -> Result:
    file = home / "me.yaml"
    file.write_text(profile)
    typed = "".join(f"{line}\n" for line in lines).encode()
    env = {"HOME": str(home), "XDG_STATE_HOME": "", "COLUMNS": "80"}
    args = ("ask", "--profile", file, "--answers", "-", "--json", *DAY)
    return call(*args, stdin=typed, env=env)


def test_what_a_profile_says_is_not_asked(tmp_path: Path) -> None:
    done = asked(tmp_path, "role: PMO analyst\nholds: none\npmo_types: [tactical]\n", *[""] * 9)
    assert done.code == 0
    assert json.loads(done.out)["profile"] == {
        "role": "PMO analyst",
        "pmo_types": ["tactical"],
        "holds": [],
    }
    for question in ("Which job title", "Which of these certifications", "What is your office for"):
        assert question not in done.err
    assert "What should a certification bring you" in done.err


def test_a_list_that_may_not_be_all_is_asked_first_with_what_is_known(tmp_path: Path) -> None:
    done = asked(tmp_path, IMPORTED, *[""] * 9)
    assert done.code == 0
    first = " ".join(done.err.split()).partition("Question 2")[0]
    assert "Which of these certifications do you hold? What was read of you is" in first
    assert "P3O Foundation (2026-05-12), as before" in first
    profile = json.loads(done.out)["profile"]
    assert profile["holds"] == [{"certification": "p3o-foundation", "awarded_on": "2026-05-12"}]
    assert "holds_complete" not in profile


@pytest.mark.parametrize(
    ("typed", "more"),
    [
        ("pmp", ["pmp"]),
        ("none", []),
        ("p3o-foundation@2026-05-12, pmp", ["pmp"]),
    ],
)
def test_what_is_typed_then_adds_to_what_is_known(
    typed: str, more: list[str], tmp_path: Path
) -> None:
    done = asked(tmp_path, f"{IMPORTED}holds_other: [A Course]\n", typed, *[""] * 9)
    profile = json.loads(done.out)["profile"]
    assert profile["holds"] == [
        {"certification": "p3o-foundation", "awarded_on": "2026-05-12"},
        *more,
    ]
    assert profile["holds_other"] == ["A Course"]


def test_who_does_not_know_if_it_is_all_keeps_what_was_read(tmp_path: Path) -> None:
    for reply in ("-", "b"):
        done = asked(tmp_path, IMPORTED, reply, *[""] * 9)
        assert json.loads(done.out)["profile"]["holds_complete"] == "no"


def test_an_interview_that_goes_on_keeps_answers_but_to_facts_that_changed() -> None:
    holds = (Held("pmp"),)
    before = State(
        Profile(role="PMO analyst", holds=holds, holds_complete="no"),
        (Answer("holds", holds), Answer("education", "bachelor"), Answer("goals", ("basics",))),
    )
    same = started_from(before, before.given, {})
    assert (same.answers, same.wanted) == (before.answers, "")
    changed = Profile(role="PMO analyst", holds=(Held("pmi-pmocp"),), holds_complete="no")
    again = started_from(before, changed, {"education": "none"})
    assert [answer.fact for answer in again.answers] == ["goals"]
    assert (again.wanted, again.taken_back) == ("holds", (Answer("holds", changed.holds),))
    complete = started_from(before, Profile(holds=()), {})
    assert (complete.wanted, complete.taken_back) == ("", ())
