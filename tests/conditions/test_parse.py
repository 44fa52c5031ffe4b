"""The condition language: what it accepts and refuses, and how a condition is printed."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from strategies import (
    NAMED,
    all_conditions,
)

from pmo_path.conditions.parse import parse, to_data
from pmo_path.conditions.syntax import (
    Combine,
    Condition,
)
from pmo_path.core.errors import BadValueError


@given(all_conditions())
def test_a_condition_is_read_back_from_what_it_prints(condition: Condition) -> None:
    assert parse(to_data(condition), NAMED) == condition


def test_a_mapping_of_several_entries_asks_for_all_of_them() -> None:
    both = parse({"years_in_projects": "at least 3", "education": "at least secondary"})
    assert both == parse(
        {"all": [{"years_in_projects": "at least 3"}, {"education": "at least secondary"}]}
    )


def test_a_condition_is_printed_as_people_would_write_it() -> None:
    one, other = {"years_in_projects": "at least 2.5"}, {"education": "is none"}
    for data in (
        one,
        {"pmos_managed": "is 1"},
        {"goals": "includes basics or frameworks"},
        {"holds all": ["pmp", "ipmo-f"]},
        {"not": other},
        {"named": "seasoned"},
        {"all": [one, other]},
        {"at least": {"n": "2", "of": [one, other, {"named": "seasoned"}]}},
        {"any": [one, other]},
        {"at least": {"n": "2", "of": [one, other, other]}},
        {"all": []},
    ):
        assert to_data(parse(data, NAMED)) == data


@pytest.mark.parametrize("count", [1, 2, 3])
def test_some_of_a_list_may_be_one_of_it_or_all_of_it(count: int) -> None:
    three = [{"education": "is none"}] * 3
    assert parse({"at least": {"n": str(count), "of": three}}) == Combine(
        count, tuple(map(parse, three))
    )


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (None, "bad-condition"),
        ({}, "bad-condition"),
        ([], "bad-condition"),
        ("years_in_projects at least 3", "bad-condition"),
        ({"any": []}, "bad-condition"),
        ({"any": {"education": "is none"}}, "bad-condition"),
        ({"not": []}, "bad-condition"),
        ({"at least": []}, "bad-condition"),
        ({"at least": {"n": "1"}}, "bad-condition"),
        ({"at least": {"n": "0", "of": [{"education": "is none"}]}}, "bad-condition"),
        ({"at least": {"n": "2", "of": [{"education": "is none"}]}}, "bad-condition"),
        (
            {
                "at least": {
                    "n": "1.5",
                    "of": [{"education": "is none"}, {"goals": "includes basics"}],
                }
            },
            "bad-condition",
        ),
        ({"at least": {"n": "1-2", "of": [{"education": "is none"}] * 2}}, "bad-condition"),
        ({"named": ["seasoned"]}, "dangling-id"),
        ({"years_in_projects": "3"}, "bad-condition"),
        ({"years_in_projects": 3}, "bad-condition"),
        ({"years_in_projects": "at least"}, "bad-condition"),
        ({"years_in_projects": "at least 2-4"}, "bad-condition"),
        ({"years_in_projects": "at least three"}, "not-a-number"),
        ({"years_in_projects": "at least -1"}, "not-a-number"),
        ({"years_in_projects": "at least nan"}, "not-a-number"),
        ({"education": "at least doctorate"}, "dangling-id"),
        ({"goals": "includes fame"}, "dangling-id"),
        ({"goals": "is basics"}, "bad-condition"),
        ({"holds any": []}, "bad-condition"),
        ({"holds any": "pmp"}, "bad-condition"),
        ({"holds all": [["pmp"]]}, "bad-condition"),
        ({"named": "nobody"}, "dangling-id"),
        ({"shoe_size": "at least 42"}, "unknown-fact"),
        ({"name": "is Ada"}, "unknown-fact"),
    ],
)
def test_what_is_no_condition_is_refused(data: Any, code: str) -> None:
    with pytest.raises(BadValueError) as refused:
        parse(data, NAMED)
    assert refused.value.code == code
