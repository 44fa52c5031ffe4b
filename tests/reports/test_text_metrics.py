"""Widths of letters, and lines that fit and lose nothing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from maps import squeezed

from pmo_path.reports.svg.text_metrics import broken_lines, text_width


def test_widths_are_those_of_the_fonts() -> None:
    assert text_width(" W€Č", 1000) == 278 + 944 + 556 + 722
    assert text_width("Wm", 10, bold=True) == pytest.approx(9.44 + 8.89)
    assert text_width("漢", 10) >= 10
    assert text_width("e\u0301", 10) == text_width("e", 10)


@given(
    st.text(max_size=200) | st.text("ab -—\u0301漢", max_size=80), st.floats(30, 300), st.booleans()
)
def test_lines_fit_and_lose_nothing(text: str, room: float, bold: bool) -> None:
    found = broken_lines(text, room, 14, bold)
    assert squeezed("".join(found)) == squeezed(text)
    assert all(text_width(line, 14, bold) <= room for line in found)
    assert all(line == line.strip() for line in found)


def test_words_are_broken_only_where_they_must_be() -> None:
    assert broken_lines("IPMO-Practitioner level", 80, 14) == ("IPMO-", "Practitioner", "level")
    assert broken_lines("Practitioner", 45, 14) == ("Practiti", "oner")
    assert broken_lines("", 40, 14) == ("",)
