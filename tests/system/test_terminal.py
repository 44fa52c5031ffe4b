"""What a terminal can do, as its environment tells."""

from __future__ import annotations

import os

import pytest

from pmo_path.system import terminal


@pytest.mark.parametrize(
    ("term", "elsewhere", "on_windows"),
    [
        (None, False, True),
        ("", False, True),
        ("dumb", False, False),
        ("xterm-256color", True, True),
    ],
)
def test_arrow_keys_need_a_cursor_and_windows_names_no_terminal(
    term: str | None, elsewhere: bool, on_windows: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("TERM", raising=False)
    if term is not None:
        monkeypatch.setenv("TERM", term)
    for system, able in (("posix", elsewhere), ("nt", on_windows)):
        monkeypatch.setattr(os, "name", system)
        assert terminal.has_cursor() is able
    monkeypatch.undo()
