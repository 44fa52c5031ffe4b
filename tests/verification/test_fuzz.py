"""The fuzz makes the same input from the same number, brings it through every door, and finds."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from pathlib import Path
from random import Random

import fuzz
import pytest
from fuzzing import doors

pytestmark = pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="needs POSIX timers")


@pytest.fixture(autouse=True)
def handler() -> Iterator[None]:
    before = signal.getsignal(signal.SIGPROF)
    yield
    signal.signal(signal.SIGPROF, before)


def test_some_inputs_through_every_door_find_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    assert fuzz.fuzz(1, range(40)) == {}
    told = capsys.readouterr().out
    assert [door for door in doors.DOORS if f"{door}: " not in told] == []
    assert "0 findings in 40 inputs" in told


def test_a_number_gives_the_same_input_again(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[float] = []

    def door(chance: Random, place: Path) -> doors.Outcome:
        seen.append(chance.random())
        return doors.Outcome(0)

    monkeypatch.setattr(fuzz, "DOORS", {"a": (1, door)})
    for number in (1, 2, 1):
        fuzz.brought_in(17, number)
    assert seen[0] == seen[2] != seen[1]


def test_a_traceback_a_hang_and_a_wrong_ending_are_found(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(chance: Random, place: Path) -> doors.Outcome:
        raise AttributeError("depths")

    def endless(chance: Random, place: Path) -> doors.Outcome:
        while True:
            pass

    monkeypatch.setattr(fuzz, "LONGEST", 0.05)
    for door, told in ((broken, "AttributeError: depths"), (endless, "more than")):
        monkeypatch.setattr(fuzz, "DOORS", {"a": (1, door)})
        assert told in fuzz.fuzz(17, range(1))[0]
    assert doors._wrong(1, "", "Traceback (most recent call last)", [])
    assert doors._wrong(1, '{"line":1,"ok":false,"problem":{"code":"internal"}}', "", [])
    assert doors._wrong(5, "", "", [])
    assert doors._wrong(3, "", "", [])
    assert not doors._wrong(3, "", "pmo-path: refused", [])
