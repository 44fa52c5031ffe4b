"""Sentences with a number in them are right for one, too."""

from __future__ import annotations

import ast
import re
from collections import Counter
from pathlib import Path

import pytest

from pmo_path.contract.advice import Total
from pmo_path.core.scalars import Range
from pmo_path.messages import grammar
from pmo_path.messages.en import advice
from pmo_path.messages.en.interview import TALK
from pmo_path.messages.phrases import days_words

COUNTED = """
    days weeks months hours years people profiles certifications PMOs answers choices others
""".split()
# Said only of more than one; the kinds of PMO are not counted.
MANY = {"many-people", "many-profiles", "many-more-steps", "many-others", "scrolls", "age-count"}
MANY |= {"deadline-near", "deadlines-calm", "lapse-near"}  # of a fixed number of days
KINDS = {"placed", "not-placed", "ground-type"}
TABLES = [path for path in Path(advice.__file__).parent.glob("*.py") if path.stem != "interview"]


def test_no_code_has_two_sentences() -> None:
    """A second one would silently replace the first in every report."""
    trees = [ast.parse(path.read_text(encoding="utf-8")) for path in TABLES]
    keys = Counter(
        key.value
        for tree in trees
        for node in ast.walk(tree)
        if isinstance(node, ast.Dict)
        for key in node.keys
        if isinstance(key, ast.Constant)
    )
    assert set(advice.SENTENCES) <= set(keys)
    assert [code for code, count in keys.items() if count > 1] == []


def test_no_sentence_has_a_plural_after_a_number_that_may_be_one() -> None:
    after_a_number = re.compile(rf"\}} (\w+ )?({'|'.join(COUNTED)})\b")
    found = {
        code for code, text in {**advice.SENTENCES, **TALK}.items() if after_a_number.search(text)
    }
    assert found == MANY | KINDS


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (1, "1 year"),
        (1.0, "1 year"),
        (0, "0 years"),
        (1.5, "1.5 years"),
        (Range(1, 2), "1-2 years"),
    ],
)
def test_one_is_one(number: Range | float, said: str) -> None:
    assert grammar.counted(number, "year") == said


@pytest.mark.parametrize(
    ("low", "high", "said"),
    [(1, 1, "1 day"), (1, 2, "1 to 2 days"), (2, 2, "2 days"), (0.5, 1, "0.5 to 1 days")],
)
def test_days_are_counted(low: float, high: float, said: str) -> None:
    assert days_words(Total(low=low, high=high)) == said
