"""Results that are remembered: what is the same again, what is forgotten, how much is held."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

import pmo_path
from pmo_path.core import memory
from pmo_path.core.memory import forget, remembered, remembered_counts


@pytest.fixture(autouse=True)
def of_this_test_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(memory, "_MEMORIES", {})


@pytest.mark.parametrize("key", [None, lambda number: number])
def test_a_result_is_worked_out_once_until_it_is_forgotten(key: object) -> None:
    worked = []

    @remembered(2, key=key)  # type: ignore[arg-type]
    def half(number: int) -> float:
        worked.append(number)
        return number / 2

    assert [half(4), half(4), half(6)] == [2, 2, 3]
    assert (worked, [*remembered_counts().values()]) == ([4, 6], [2])
    forget()
    assert ([*remembered_counts().values()], half(4), worked) == ([0], 2, [4, 6, 4])


def test_no_more_is_remembered_than_was_asked_for() -> None:
    @remembered(3, key=abs)
    def same(number: int) -> int:
        return number

    assert [same(number) for number in (1, -1, 2, 3, -3)] == [1, 1, 2, 3, 3]
    assert (same(4), [*remembered_counts().values()]) == (4, [2])


@pytest.mark.parametrize("most", [1, 2, 3, 8])
def test_the_older_half_makes_room(most: int) -> None:
    worked = []

    @remembered(most, key=abs)
    def same(number: int) -> int:
        worked.append(number)
        return number

    for number in range(most + 1):
        same(number)
    newer = range((most + 1) // 2, most + 1)
    assert [same(number) for number in newer] == [*newer]
    assert worked == [*range(most + 1)]
    assert [*remembered_counts().values()] == [len(newer)]
    same(0)
    assert worked[-1] == 0


def test_arguments_that_cannot_be_hashed_need_a_key() -> None:
    with pytest.raises(TypeError):
        remembered(1)(len)([1])
    assert remembered(1, key=repr)(len)([1]) == 1


def test_nothing_else_remembers_for_the_whole_process() -> None:
    """A function may remember while it runs, and an object while it lives."""
    package = Path(pmo_path.__path__[0])
    for path in sorted(package.rglob("*.py")):
        text = path.read_text(encoding="utf-8")
        assert path.name == "memory.py" or "lru_cache" not in text, path
        if "from functools import cache\n" in text:
            tops = ast.parse(text).body
            decorators = [one for top in tops for one in getattr(top, "decorator_list", [])]
            assert "cache" not in map(ast.unparse, decorators), path
