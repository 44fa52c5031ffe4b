"""Hashes of answers: the same for the same program, others where an answer is another."""

from __future__ import annotations

import sys
from pathlib import Path
from random import Random
from typing import Any

import pytest
import same_answers
from strategies import shipped

SMALL = ("--catalogues", "2", "--people", "2", "--shipped", "1")


def told(monkeypatch: pytest.MonkeyPatch, *args: object) -> int:
    monkeypatch.setattr(sys, "argv", ["same_answers.py", *map(str, args)])
    return same_answers.main()


def test_the_same_program_gives_the_same_lines_and_another_is_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    before, after = tmp_path / "before.txt", tmp_path / "after.txt"
    assert told(monkeypatch, before, *SMALL) == 0
    lines = before.read_text("utf-8").splitlines()
    assert len(lines) == len({*lines}) == 9 + 4  # three populations on three days, two catalogues
    assert told(monkeypatch, after, *SMALL, "--against", before) == 0
    assert after.read_bytes() == before.read_bytes()
    assert capsys.readouterr().out.endswith("\n0 lines differ\n")
    whole = same_answers.advise

    def without_cautions(*args: Any) -> Any:
        advice = whole(*args)
        return {"cautions": ()} if args[1].name == "Person 0" else advice

    monkeypatch.setattr(same_answers, "advise", without_cautions)
    assert told(monkeypatch, after, *SMALL, "--against", before) == 1
    shown = capsys.readouterr().out
    assert shown.endswith("\n9 lines differ\n")
    assert "shipped team 0 2026-11-22" in shown


def test_a_seed_makes_the_same_catalogue_again_and_never_the_shipped_one() -> None:
    digests = [same_answers.made_catalogue(Random(seed)).digest for seed in (0, 1, 0)]
    assert digests[0] == digests[2]
    assert len({shipped().digest, *digests}) == 3


@pytest.mark.parametrize("change", same_answers.CHANGES)
def test_every_change_makes_catalogues_that_may_be_valid(
    change: same_answers.Change, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(same_answers, "CHANGES", (change,))
    assert same_answers.made_catalogue(Random(1)).digest != shipped().digest


def test_what_the_program_fails_on_and_what_is_no_longer_there_are_lines_too(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def broken(*args: Any) -> Any:
        raise AssertionError

    monkeypatch.setattr(same_answers, "advise", broken)
    lines = [*same_answers.made_lines(0, 2)]
    assert [line.split()[-1] for line in lines] == ["AssertionError"] * 2
    assert same_answers.difference(lines[:1], lines) == [f"{lines[1]} -> -"]
