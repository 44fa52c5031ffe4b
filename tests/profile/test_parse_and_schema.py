"""The schema of a profile says what the reader does."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st
from program import validator
from readings import codes, read
from strategies import facts_of_profiles, profile_data, shipped
from tried import tried

from pmo_path.contract.json_schema import schema
from pmo_path.core.documents import read_document
from pmo_path.core.errors import PmoPathError
from pmo_path.profile.facts import BY_KEY, FACTS
from pmo_path.profile.parse import UNMATCHED, read_profile
from pmo_path.profile.profile import Profile


def read_or_refused(data: Any, strict: bool) -> Profile | PmoPathError:
    try:
        return read(data, strict)
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
            "pmp@2024-01",
            "pmp@2024",
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
            "2026-01",
            "2026-13",
            "2026",
            "1500 GBP",
        ),
        *("n/a", "N.A.", " n/a ", "n.v.t.", "-", "?", "Unknown", "not known", "NA", "na"),
        *("-2", "(4)", "2-", "2"),
    )
)
AWARDS = st.fixed_dictionaries(
    {},
    optional={
        "certification": WORDS | st.none(),
        "awarded_on": WORDS | st.none() | st.integers(990, 10_010) | st.just(2019.0),
        "note": WORDS,
    },
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


@cache
def anything_for_a_fact() -> dict[str, st.SearchStrategy[Any]]:
    return {key: st.one_of(valid, ANYTHING) for key, valid in facts_of_profiles().items()}


@st.composite
def any_profile(draw: st.DrawFn) -> dict[str, Any]:
    """Profiles of which some facts are valid, some are not, and some do not exist."""
    said = anything_for_a_fact()
    data: dict[str, Any] = {}
    for key in draw(st.lists(st.sampled_from(sorted(said)), max_size=4, unique=True)):
        data[key] = draw(said[key])
    if draw(st.integers(0, 9)) == 0:
        data[draw(st.text(max_size=8))] = draw(ANYTHING)
    return data


# What no schema can say, by the words with which it is refused.
UNSAYABLE = ("the range ends before it begins", "one certification has two prices")
LENIENT = {"profile": False, "profile-lenient": True}


def words_of(value: Any) -> Iterator[str]:
    """Yield every text in plain data, and every name in an award or a price."""
    if isinstance(value, str):
        yield from (value, *re.split("[@=:]", value))
    elif isinstance(value, list):
        for item in value:
            yield from words_of(item)
    elif isinstance(value, dict):
        yield from words_of([*value, *value.values()])


def spelled_otherwise(data: dict[str, Any]) -> bool:
    """Whether data have another spelling of a known word: readers take it, a schema has one."""
    said = [*data.items(), *(data[UNMATCHED].items() if unmatched_in(data) else ())]
    for key, value in said:
        row = BY_KEY.get(key)
        if row is None or row.kind in ("text", "number", "date", "money"):
            continue
        for word in words_of(value):
            if word.strip().casefold() == "none" != word:
                return True
            for vocabulary in (row.vocabulary, "other-certificate"):
                if shipped().names.find(vocabulary, word) not in (None, word):
                    return True
    return False


def unmatched_in(data: dict[str, Any]) -> bool:
    return isinstance(data.get(UNMATCHED), dict)


def writable(value: Any) -> bool:
    """Whether data can be written as JSON, with no number that only rounding makes whole."""
    if isinstance(value, float):
        return math.isfinite(value) and (value == round(value) or value == round(value, 6))
    if isinstance(value, str):
        return not any("\ud800" <= letter <= "\udfff" for letter in value)
    items = [*value, *value.values()] if isinstance(value, dict) else value
    return all(map(writable, items)) if isinstance(items, list) else True


@pytest.mark.parametrize("kind", LENIENT)
@settings(max_examples=tried(150))
@given(data=any_profile())
@example(data={"holds": {"certification": "pmp", "awarded_on": None}})
@example(
    data={"holds": {"name": "nobody", "kind": "other"}, "holds_other": "other:capm@2020-02-29"}
)
@example(data={"holds": {"certification": "pmp", "awarded_on": "2024-02"}})
@example(data={"holds": {"certification": "pmp", "awarded_on": 2024}})
@example(data={"holds": {"certification": "pmp", "awarded_on": 2024.0}})
@example(data={"holds": {"certification": "pmp", "awarded_on": 2024.5}})
@example(data={"holds": {"certification": "pmp", "awarded_on": 202}})
@example(data={"holds": {"certification": "pmp", "awarded_on": 10_000}})
@example(data={"holds": {"certification": "pmp", "awarded_on": True}})
@example(data={"holds": ["pmp@2024-00", "pmp@2024"], "holds_other": "capm@0000"})
@example(data={"holds": "pmp@2024-13"})
@example(data={"holds_other": [{"name": "capm", "awarded_on": "2020-02-30"}]})
@example(data={"holds": [], "goals": "basics", "reads": "en", "experience_accepted": True})
@example(data={"holds": ["none"], "holds_other": "none"})
@example(data={"holds": "other: @2024-01-31"})
@example(data={"holds": "pmp@2023-02-29"})
@example(data={"years_in_pmo": "3\n", "hours_per_week": 0.5})
@example(data={"years_in_pmo": "81", "hours_per_week": "0.05"})
@example(data={"years_in_pmo": "80.0 – 80", "hours_per_week": "0.1-168"})
@example(data={"hours_per_week": "0-1"})
@example(data={"hours_per_week": "1 to 0.0999"})
@example(data={"pmos_managed": "2.5"})
@example(data={"pmos_managed": 2.5, "people_led": "5000.0"})
@example(data={"people_led": "5001"})
@example(data={"people_led": "0.9999999999", "pmos_managed": 3.0})
@example(data={"id": 1.0})
@example(data={"id": -0.0})
@example(data={"id": 2.5})
@example(data={"id": 1e300})
@example(data={"years_in_pmo": 10**400})
@example(data={"needed_by": "2026-02-30"})
@example(data={"needed_by": "2000-02-29", "budget": "GBP 1,500.50"})
@example(data={"needed_by": "1900-02-29"})
@example(data={"needed_by": "0000-01-01"})
@example(data={"budget": "1500 XXQ"})
@example(data={"prices": {"pmp": "600-700 USD"}})
@example(data={"prices": {"nobody": "600 USD"}})
@example(data={"prices": ["pmp=600 USD", "p3o-foundation=USD 5"]})
@example(data={"unmatched": {"country": [None, "GB"], "prices": "hub=5 GBP", "reads": []}})
@example(data={"unmatched": {"country": None, "role": ["x"]}})
@example(data={"country": "n/a", "years_in_pmo": "N.A.", "needed_by": "-", "budget": "?"})
@example(data={"reads": ["n/a"], "holds": ["Unknown"], "prices": "-", "pmo_types": ["hub", "?"]})
@example(data={"role": ["n/a"]})
@example(data={"country": ["n/a"], "unmatched": {"country": ["n/a"], "reads": "-"}})
@example(data={"holds": {"certification": "n/a"}})
@example(data={"experience_level": 3, "target_level": 4.0})
@example(data={"experience_level": 5})
@example(data={"experience_level": 0.5})
@example(data={"experience_level": True})
@example(data={"country": 3, "pmo_types": [1]})
@example(data={"experience_level": "-2"})
@example(data={"target_level": "(4)"})
@example(data={"country": "Narnia", "reads": ["Elvish"], "pmo_types": "hub"})
def test_a_schema_accepts_just_what_its_reader_does(kind: str, data: dict[str, Any]) -> None:
    assume(writable(data))
    assume(not spelled_otherwise(data))
    found = read_or_refused(data, strict=not LENIENT[kind])
    if isinstance(found, PmoPathError):
        assert found.problems
        assert all(problem.code for problem in found.problems)
        assume(not any(problem.detail.endswith(UNSAYABLE) for problem in found.problems))
    accepted = not isinstance(found, PmoPathError)
    assert validator(kind).is_valid(data) is accepted


@pytest.mark.parametrize("kind", LENIENT)
@settings(max_examples=tried(60))
@given(data=any_profile())
@example(data={"goals": "Basics", "target_level": "level 2", "reads": "EN", "country": "uk"})
def test_a_schema_accepts_what_its_reader_makes_of_other_spellings(
    kind: str, data: dict[str, Any]
) -> None:
    found = read_or_refused(data, strict=not LENIENT[kind])
    assume(not isinstance(found, PmoPathError))
    assert isinstance(found, Profile)
    shown = found.plain()
    assume(writable(shown))
    assume(not spelled_otherwise(shown))  # other certificates stay as they were written
    assert [error.message for error in validator(kind).iter_errors(shown)] == []


@given(profile_data())
def test_valid_profiles_are_read(data: dict[str, Any]) -> None:
    profile = read(data)
    for key in data:
        assert getattr(profile, key) is not None
    assert all(getattr(profile, row.key) is None for row in FACTS if row.key not in data)
    assert validator("profile-lenient").is_valid(data)


@given(profile_data())
def test_a_profile_is_read_back_from_what_it_shows(data: dict[str, Any]) -> None:
    profile = read(data)
    shown = profile.plain()
    assert read(shown) == profile
    written = json.dumps(shown, ensure_ascii=False).encode()
    assert read_profile(read_document(written, "profile"), shipped().names) == profile
    assert validator("profile-lenient").is_valid(shown)


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
    assert not any(validator(kind).is_valid(data) for kind in LENIENT)
    assert codes(data)


def test_every_fact_is_in_the_schema() -> None:
    facts = {*BY_KEY, UNMATCHED}
    assert facts == {*Profile.__struct_fields__}
    assert all(set(schema(kind)["properties"]) == facts for kind in LENIENT)
