"""The schema of a profile says what the reader does."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from program import validator
from readings import codes, read
from strategies import facts_of_profiles, profile_data, shipped

from pmo_path.contract.json_schema import schema
from pmo_path.core.documents import read_document
from pmo_path.core.errors import PmoPathError
from pmo_path.profile.facts import BY_KEY, FACTS
from pmo_path.profile.parse import UNMATCHED, read_profile
from pmo_path.profile.profile import Profile


def read_or_refused(data: Any) -> Profile | PmoPathError:
    try:
        return read(data)
    except PmoPathError as error:
        return error


WORDS = st.sampled_from(
    (
        *(
            "",
            " ",
            "none",
            "None",
            "pmp",
            "PMP ",
            "pmp@2024-01-31",
            "pmp@",
            "@2024-01-31",
            "none@2024-01-31",
        ),
        *(
            "centre of excellence",
            "Basics",
            "P3O Foundation",
            "level 2",
            "{role}",
            "\ud800",
            "\x00",
            "en",
            "EN",
            "gb",
        ),
        *(
            "2-4",
            "2 – 4",
            "2 to 4",
            "-1",
            "1e3",
            "NaN",
            "٣",
            "3",
            " 3 ",
            "3\n",
            "2026-02-30",
            "2026-01-01",
            "1500 GBP",
        ),
    )
)
AWARDS = st.fixed_dictionaries(
    {},
    optional={"certification": WORDS | st.none(), "awarded_on": WORDS | st.none(), "note": WORDS},
)
ANYTHING = st.recursive(
    st.one_of(
        st.none(),
        st.booleans(),
        st.integers(-3, 10**10),
        st.floats(),
        WORDS,
        st.text(max_size=5),
        AWARDS,
    ),
    lambda parts: (
        st.lists(parts, max_size=3) | st.dictionaries(st.text(max_size=3), parts, max_size=2)
    ),
    max_leaves=4,
)


@st.composite
def any_profile(draw: st.DrawFn) -> dict[str, Any]:
    """Profiles of which some facts are valid, some are not, and some do not exist."""
    valid = facts_of_profiles()
    data: dict[str, Any] = {}
    for key in draw(st.lists(st.sampled_from(sorted(valid)), max_size=4, unique=True)):
        data[key] = draw(st.one_of(valid[key], ANYTHING))
    if draw(st.integers(0, 9)) == 0:
        data[draw(st.text(max_size=8))] = draw(ANYTHING)
    return data


@settings(max_examples=400)
@given(any_profile())
@example({"holds": {"certification": "pmp", "awarded_on": None}})
@example({"holds": [], "goals": "basics", "reads": "EN"})
@example({"years_in_pmo": "3\n", "hours_per_week": 0.5})
@example({"years_in_pmo": 10**400})
def test_the_schema_accepts_what_the_reader_accepts(data: dict[str, Any]) -> None:
    if isinstance(found := read_or_refused(data), PmoPathError):
        assert found.problems
        assert all(problem.code for problem in found.problems)
        return
    assert [error.message for error in validator("profile").iter_errors(data)] == []


@given(profile_data())
def test_valid_profiles_are_read(data: dict[str, Any]) -> None:
    profile = read(data)
    for key in data:
        assert getattr(profile, key) is not None
    assert all(getattr(profile, row.key) is None for row in FACTS if row.key not in data)
    assert validator("profile").is_valid(data)


@given(profile_data())
def test_a_profile_is_read_back_from_what_it_shows(data: dict[str, Any]) -> None:
    profile = read(data)
    shown = profile.plain()
    assert read(shown) == profile
    written = json.dumps(shown, ensure_ascii=False).encode()
    assert read_profile(read_document(written, "profile"), shipped().names) == profile
    assert validator("profile").is_valid(shown)


@pytest.mark.parametrize(
    "years", ["0.00001", "0.00001-2", "0.1-0.3", 1e-7, 1e-300, 1 / 3, "0.1234567", 80]
)
def test_a_number_of_any_size_is_read_back(years: Any) -> None:
    profile = read({"years_in_pmo": years})
    assert read(profile.plain()) == profile


@pytest.mark.parametrize(
    "data",
    [
        {"shoe_size": 42},
        {"years_in_pmo": -1},
        {"years_in_pmo": True},
        {"needed_by": 2026},
        {"role": ""},
        [],
        "none",
    ],
)
def test_the_schema_refuses_what_no_reader_takes(data: Any) -> None:
    assert not validator("profile").is_valid(data)
    assert codes(data)


def test_every_fact_is_in_the_schema() -> None:
    assert (
        set(schema("profile")["properties"]) == {*BY_KEY, UNMATCHED} == {*Profile.__struct_fields__}
    )
