"""Selections: the members asked for, each where it stands in the whole."""

from __future__ import annotations

import json
from typing import Any

import pytest
from goldens import PEOPLE
from hypothesis import given
from hypothesis import strategies as st
from strategies import shipped
from written import advised

from pmo_path.contract.selection import MemberPath, member_paths, selected, values_at
from pmo_path.core.errors import BadValueError
from pmo_path.core.json_text import json_data

NAMES = st.sampled_from("abc")
LEAVES = st.integers(0, 9) | st.none() | st.booleans()
DATA = st.recursive(
    LEAVES, lambda inner: st.dictionaries(NAMES, inner) | st.lists(inner), max_leaves=20
)
PATHS = st.lists(
    st.lists(NAMES | st.sampled_from("012"), min_size=1, max_size=4).map(tuple),
    min_size=1,
    max_size=3,
)


@given(DATA, PATHS)
def test_every_path_leads_to_the_same_values_as_in_the_whole(
    data: Any, paths: list[MemberPath]
) -> None:
    less = selected(data, paths)
    for path in paths:
        named = [value for value in values_at(less, path) if value is not None]
        assert named == [value for value in values_at(data, path) if value is not None]


@given(DATA, PATHS)
def test_a_selection_of_a_selection_is_the_same_one(data: Any, paths: list[MemberPath]) -> None:
    assert selected(selected(data, paths), paths) == selected(data, paths)


@pytest.mark.parametrize(
    ("select", "expected"),
    [
        ("a", {"a": 1}),
        ("c,a", {"a": 1, "c": {"d": 2, "e": 3}}),
        ("c.d", {"c": {"d": 2}}),
        ("c,c.d", {"c": {"d": 2, "e": 3}}),
        ("f.g", {"f": [{"g": 1}, {"g": 2}, {"g": 3}]}),
        ("f.0.g", {"f": [{"g": 1}]}),
        ("f.1.g", {"f": [None, {"g": 2}]}),
        ("f.0.g,f.h", {"f": [{"g": 1, "h": 4}, {"h": 5}, {"h": 6}]}),
        ("f.7", {"f": []}),
        ("n.d", {"n": None}),
        ("u.low", {"u": {"unknown": True, "ask": "us"}}),
        ("x.y", {}),
    ],
)
def test_a_selection_has_the_members_named_at_their_places(select: str, expected: Any) -> None:
    data = {
        "a": 1,
        "b": 0,
        "c": {"d": 2, "e": 3},
        "f": [{"g": 1, "h": 4}, {"g": 2, "h": 5}, {"g": 3, "h": 6}],
        "n": None,
        "u": {"unknown": True, "ask": "us"},
    }
    assert selected(data, [tuple(path.split(".")) for path in select.split(",")]) == expected


@pytest.mark.parametrize("person", ["analyst-today", "nobody"])
def test_all_members_of_an_advice_are_the_advice(person: str) -> None:
    assert person in PEOPLE
    data = json_data(advised(person, shipped()))
    assert selected(data, member_paths([",".join(data)], "advice")) == data
    assert list(json.loads(json.dumps(selected(data, [("kind",)])))) == ["kind"]


@pytest.mark.parametrize(
    ("select", "kinds", "hint"),
    [
        ("nextstep", ("advice",), "next_step"),
        ("routes.0.titel", ("advice",), "routes.0.title"),
        ("line", ("advice",), ""),
        ("lin", ("batch-line",), "line"),
        ("advice.next_step", ("batch-line",), "write next_step"),
        ("advice.next_stepp", ("batch-line",), "next_step"),
        ("foo", ("batch-line",), "routes"),
        ("profile.foo", ("batch-line",), "profile.role"),
        ("foo", ("advice",), "routes"),
        ("next_step", ("report",), "advice"),
        ("verdict.verdit", ("explanation", "term"), "verdict.verdict"),
        ("", ("advice",), ""),
    ],
)
def test_a_member_that_no_answer_has_is_refused_with_near_ones(
    select: str, kinds: tuple[str, ...], hint: str
) -> None:
    with pytest.raises(BadValueError) as raised:
        member_paths([select], *kinds)
    assert raised.value.code == "unknown-member"
    assert hint in (raised.value.hint or "")


def test_a_member_of_any_of_the_kinds_is_known() -> None:
    assert member_paths(["verdict.verdict", "what"], "explanation", "term") == (
        ("verdict", "verdict"),
        ("what",),
    )
