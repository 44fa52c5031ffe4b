"""Every refusal of a value or a condition, whole: its code, what is wrong, and what to do.

The golden file is written again with UPDATE_GOLDEN=1 pytest -n0 tests/conditions/test_refusals.py.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from goldens import golden
from strategies import NAMED

from pmo_path.conditions.parse import parse
from pmo_path.core.errors import BadValueError
from pmo_path.core.scalars import parse_day, parse_money, parse_range, parse_when

A = {"education": "is none"}
B = {"goals": "includes basics"}
REFUSED: dict[str, tuple[Callable[[Any], Any], tuple[Any, ...]]] = {
    "day": (parse_day, ("soon", None, "2021-02-30")),
    "when": (parse_when, ("soon", None, 2021, "2021-02-30")),
    "range": (
        parse_range,
        (
            True,
            None,
            [],
            -1,
            10**9,
            float("nan"),
            "x",
            "",
            "1-2-3",
            "4-2",
            "-1",
            "1000000000",
            "1-1000000000",
        ),
    ),
    "money": (parse_money, (None, "1500", "1500 XXX", "GBP", "1,50 GBP", "1 2 GBP")),
    "condition": (
        lambda data: parse(data, NAMED),
        (
            None,
            {},
            {"any": []},
            {"any": A},
            {"at least": []},
            {"at least": {"n": "1"}},
            {"at least": {"n": "0", "of": [A]}},
            {"at least": {"n": "3", "of": [A, B]}},
            {"at least": {"n": "1-2", "of": [A, B]}},
            {"at least": {"n": "1.5", "of": [A, B]}},
            {"named": "nobody"},
            {"named": ["seasoned"]},
            {"education": 3},
            {"education": "at least doctorate"},
            {"education": "bachelor"},
            {"goals": "basics"},
            {"goals": "includes fame"},
            {"years_in_projects": "3"},
            {"years_in_projects": "at least 2-4"},
            {"holds any": "pmp"},
            {"holds any": []},
            {"holds all": [["pmp"]]},
            {"shoe_size": "at least 42"},
        ),
    ),
}
CASES = [(kind, read, value) for kind, (read, values) in REFUSED.items() for value in values]


def refusal(read: Callable[[Any], Any], value: Any) -> BadValueError:
    with pytest.raises(BadValueError) as refused:
        read(value)
    return refused.value


def test_refusals_are_the_golden_ones() -> None:
    lines = []
    for kind, read, value in CASES:
        one = refusal(read, value)
        lines += [f"{kind} {value!r}", f"  {one.code}: {one.detail}", f"  {one.hint}"]
    golden("refusals.txt", "\n".join([*lines, ""]))


@pytest.mark.parametrize(("kind", "read", "value"), CASES)
def test_a_refusal_can_be_shown(kind: str, read: Callable[[Any], Any], value: Any) -> None:
    one = refusal(read, value)
    assert str(one) == one.detail
    assert one.path == ()
