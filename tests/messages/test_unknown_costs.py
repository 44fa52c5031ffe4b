"""Sentences into which an unknown value is put still parse."""

from __future__ import annotations

from typing import Any

import pytest
from program import call

from pmo_path.messages.change_phrases import change_words

GBP = {"low": 1000, "high": 1700, "currency": "GBP"}
UNKNOWN = "not published, or not known to us"


@pytest.mark.parametrize(
    ("before", "after", "text"),
    [
        (GBP, None, f"The cost of P3O is {UNKNOWN}; before, it was 1000 to 1700 GBP."),
        (None, GBP, f"The cost of P3O is 1000 to 1700 GBP; before, it was {UNKNOWN}."),
        (GBP, {**GBP, "low": 1200}, "The cost of P3O is 1200 to 1700 GBP; before, it was 1000 to"),
    ],
)
def test_a_cost_that_changed_is_told_known_or_not(before: Any, after: Any, text: str) -> None:
    assert change_words("cost", ["P3O"], before, after, {}).startswith(text)


def test_a_value_that_is_a_clause_is_told_apart_from_another() -> None:
    words = ("explain", "P3O-P", "--level", "analyst", "--goal", "frameworks", "--plain")
    told = " ".join(call(*words, "--as-of", "2026-11-28").out.split())
    assert "your goal (setting up a PMO; now: which PMO services and models exist)" in told
