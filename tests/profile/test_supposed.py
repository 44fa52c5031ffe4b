"""Supposed changes of facts: how they are written, what is refused, and the profile they make."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from strategies import facts_of_profiles, profile_data, shipped
from tried import tried

from pmo_path.core.documents import Document
from pmo_path.core.errors import BadValueError
from pmo_path.core.scalars import Range
from pmo_path.profile.facts import BY_KEY, FACTS
from pmo_path.profile.parse import read_profile
from pmo_path.profile.profile import Held, OtherCertificate, OwnPrice, Profile
from pmo_path.profile.supposed import MOST_CHANGES, read_supposed, with_supposed

NAMES = shipped().names
AWARDS = ("holds", "holds_other", "holds_complete")
# Any text stands for itself in a file; in a change it may be the word unknown, or in brackets.
SET = {
    key: values
    for key, values in facts_of_profiles().items()
    if BY_KEY[key].kind not in ("text", "id") and key not in AWARDS
}


def person(**facts: Any) -> Profile:
    return read_profile(Document("a person", facts, {}), NAMES)


def changed(base: Profile, *texts: str) -> Profile:
    return with_supposed(base, read_supposed(texts, NAMES))


def written(key: str, value: Any) -> str:
    return f"{key}={json.dumps(value) if isinstance(value, list | dict) else value}"


# --- laws --------------------------------------------------------------------------------


@settings(max_examples=tried(60))
@given(base=profile_data(), facts=st.fixed_dictionaries({}, optional=SET))
def test_facts_that_are_set_make_the_profile_of_a_file_that_says_so(
    base: dict[str, Any], facts: dict[str, Any]
) -> None:
    texts = [written(key, value) for key, value in facts.items()][:MOST_CHANGES]
    said = dict(list(facts.items())[:MOST_CHANGES])
    assert changed(person(**base), *texts) == person(**(base | said))


@settings(max_examples=tried(60))
@given(base=profile_data(), key=st.sampled_from([row.key for row in FACTS]))
def test_a_fact_that_is_made_unknown_is_that_of_a_file_without_it(
    base: dict[str, Any], key: str
) -> None:
    before = person(**base)
    plain = before.plain()
    gone = (key, "holds_complete") if key == "holds" else (key,)
    words = {fact: said for fact, said in plain.pop("unmatched", {}).items() if fact != key}
    kept = {fact: value for fact, value in plain.items() if fact not in gone}
    assert changed(before, f"{key}=unknown") == person(
        **kept, **({"unmatched": words} if words else {})
    )


CHANGES = st.lists(
    st.sampled_from(
        (
            "holds+=p3o-foundation",
            "holds+=pmp@2024-05-01",
            "holds+=CAPM",
            "holds-=ipmo-f",
            "holds_other+=Order of Tea",
            "holds_other-=CAPM",
            "goals+=basics",
            "goals-=next-level",
            "reads+=nl",
            "reads+=Klingon",
            "reads+=Elvish",
            "years_in_pmo=5",
            "role=unknown",
            "prices+=pmp=500 USD",
        )
    ),
    unique=True,
)


@settings(max_examples=tried(60))
@given(base=profile_data(), texts=CHANGES, data=st.data())
def test_the_order_of_changes_does_not_matter(
    base: dict[str, Any], texts: list[str], data: st.DataObject
) -> None:
    before = person(**{key: value for key, value in base.items() if key != "prices"})
    other = data.draw(st.permutations(texts))
    assert read_supposed(texts, NAMES) == read_supposed(other, NAMES)
    after = changed(before, *texts)
    assert after == changed(before, *other)
    assert after == person(**after.plain())


@given(base=profile_data())
def test_no_change_leaves_the_profile(base: dict[str, Any]) -> None:
    assert changed(person(**base)) == person(**base)


# --- lists -------------------------------------------------------------------------------

P3O, IPMO = Held("p3o-foundation"), Held("ipmo-f")


@pytest.mark.parametrize(
    ("said", "texts", "holds", "others", "complete"),
    [
        ({"holds": ["ipmo-f"]}, ["holds+=P3O Foundation"], (IPMO, P3O), None, None),
        ({"holds": "none"}, ["holds+=p3o-foundation"], (P3O,), None, None),
        ({}, ["holds+=p3o-foundation"], (P3O,), None, "no"),
        (
            {"holds": ["ipmo-f"], "holds_complete": "no"},
            ["holds+=p3o-foundation"],
            (IPMO, P3O),
            None,
            "no",
        ),
        ({"holds": ["ipmo-f", "Tea"]}, ["holds-=ipmo-f"], (), (OtherCertificate("Tea"),), None),
        ({"holds": ["ipmo-f", "Tea"]}, ["holds-=tea"], (IPMO,), (), None),
        (
            {"holds": ["ipmo-f", "Tea"]},
            ["holds+=p3o-foundation"],
            (IPMO, P3O),
            (OtherCertificate("Tea"),),
            None,
        ),
        (
            {"holds": ["ipmo-f@2024-01-01"]},
            ["holds-=ipmo-f@2023-01-01"],
            (Held("ipmo-f", date(2024, 1, 1)),),
            None,
            None,
        ),
        ({"holds": ["ipmo-f@2024-01-01"]}, ["holds-=ipmo-f"], (), None, None),
        ({"holds": ["ipmo-f"]}, ["holds=p3o-foundation"], (P3O,), None, None),
        ({"holds": ["ipmo-f"]}, ["holds=none"], (), None, None),
        ({"holds": ["ipmo-f"], "holds_complete": "no"}, ["holds=unknown"], None, None, None),
        (
            {"holds": "none"},
            ["holds+={certification: ipmo-f, awarded_on: 2025-03-01}", "holds+=p3o-foundation"],
            (Held("ipmo-f", date(2025, 3, 1)), P3O),
            None,
            None,
        ),
    ],
)
def test_awards_are_added_and_taken_away(
    said: dict[str, Any], texts: list[str], holds: Any, others: Any, complete: str | None
) -> None:
    after = changed(person(**said), *texts)
    assert (after.holds, after.holds_other, after.holds_complete) == (holds, others, complete)


def test_other_lists_are_added_to_and_taken_from() -> None:
    before = person(goals=["basics"], reads=["en", "Klingon"], years_in_pmo="2-4")
    after = changed(
        before, "goals+=next-level", "reads-=Klingon", "prices+=pmp=500 USD", "goals-=basics"
    )
    assert (after.goals, after.reads, after.unmatched) == (("next-level",), ("en",), None)
    assert after.prices == (OwnPrice("pmp", after.prices[0].amount),) if after.prices else False
    assert after.years_in_pmo == Range(2, 4)
    assert changed(before, "reads+=nl").plain()["unmatched"] == {"reads": ["Klingon"]}
    assert changed(before, "pmo-types=[tactical, portfolio]").pmo_types == ("tactical", "portfolio")


# --- what is refused ---------------------------------------------------------------------


@pytest.mark.parametrize(
    ("texts", "code", "told"),
    [
        (["years_in_pmo"], "not-a-change", '"years_in_pmo": this is not a change'),
        (["=5"], "not-a-change", '"=5"'),
        (["years_in_pm=5"], "unknown-key", "no fact 'years_in_pm'"),
        (["years_in_pmo=abc"], "not-a-number", '"years_in_pmo=abc": this is not a number'),
        (["years_in_pmo=-3"], "not-a-number", '"years_in_pmo=-3"'),
        (["years_in_pmo+=3"], "not-a-list", "years_in_pmo is no list"),
        (["goals+="], "empty", "no value"),
        (["goals+=unknown"], "empty", "no value"),
        (["goals=[basics"], "syntax", '"goals=[basics"'),
        (["goals=wizardry"], "unknown-value", '"goals=wizardry"'),
        (["holds+={id: pmp}"], "not-a-certification", '"holds+={id: pmp}"'),
        (["holds+=pmp@2025-13-01"], "bad-date", '"holds+=pmp@2025-13-01"'),
        (["years_in_pmo=5", "years_in_pmo=6"], "given-twice", '"years_in_pmo=6"'),
        (["years_in_pmo=5", "years_in_pmo=unknown"], "given-twice", "does not go with"),
        (["goals=basics", "goals+=next-level"], "given-twice", "does not go with"),
        (["holds+=pmp@2025-03-01", "holds-=PMP"], "given-twice", "does not go with"),
        ([f"years_in_pmo={number}" for number in range(30)], "too-large", "more than 20"),
    ],
)
def test_what_cannot_be_supposed_is_refused(texts: list[str], code: str, told: str) -> None:
    with pytest.raises(BadValueError) as refused:
        read_supposed(texts, NAMES)
    assert refused.value.code == code
    assert told in refused.value.detail
    assert refused.value.hint


def test_a_fact_that_is_nearly_named_is_suggested() -> None:
    with pytest.raises(BadValueError, match="no fact") as refused:
        read_supposed(["years_in_pm=5"], NAMES)
    assert "years_in_pmo" in str(refused.value.hint)


def test_a_second_price_of_one_certification_is_refused() -> None:
    with pytest.raises(BadValueError) as refused:
        changed(person(prices={"pmp": "400 USD"}), "prices+=pmp=500 USD")
    assert refused.value.code == "given-twice"


def test_a_change_that_is_given_twice_alike_is_one() -> None:
    assert (
        len(read_supposed(["years_in_pmo=5", "years_in_pmo = 5", "years-in-pmo=5.0"], NAMES)) == 1
    )


def test_unknown_words_are_refused_where_that_is_asked_for() -> None:
    assert changed(Profile(), "reads+=Klingon").unmatched
    with pytest.raises(BadValueError):
        read_supposed(["reads+=Klingon"], NAMES.with_strict(True))
