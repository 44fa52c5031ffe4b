"""The change that an explanation names really changes the verdict, at the least."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

import pytest
from explanations import PAIRS, TODAY, decision_of, explained, profile_of, wanted
from goldens import PEOPLE
from paths import EXAMPLES
from program import call

from pmo_path.answers.explain import explain
from pmo_path.core.json_text import json_data
from pmo_path.engine.decision import decide
from pmo_path.model.catalogue import Catalogue
from pmo_path.model.on_day import on_day
from pmo_path.profile.facts import BY_KEY, FACTS
from pmo_path.profile.meanings import GOALS, LEVELS, PMO_TYPES

SETTLED = ("recommended", "held", "unavailable")


def changed(person: str, change: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return the verdicts on a person with facts of the profile changed."""
    case = decision_of(person).case
    return decide(case.day, profile_of({**case.profile.plain(), **change})).verdicts


@pytest.mark.parametrize("person", PEOPLE)
def test_a_change_that_is_named_really_changes_the_verdict(person: str) -> None:
    for _, one in [pair for pair in PAIRS if pair[0] == person]:
        told = explained(person, one)
        if told.flip:
            change = {each.fact: json_data(each.to) for each in told.flip}
            assert len(change) == len(told.flip)
            assert changed(person, change)[one] in wanted(person, one), (one, change)
            before = decision_of(person).case.profile.plain()
            for each in told.flip:
                assert json_data(each.to) != before.get(each.fact)
                assert each.fact not in before or json_data(each.from_) == before[each.fact]


@pytest.mark.parametrize("person", PEOPLE)
def test_what_the_words_name_stands_as_data(person: str) -> None:
    for _, one in [pair for pair in PAIRS if pair[0] == person]:
        told = explained(person, one)
        assert bool(told.flip) == (told.flip_state == "least")
        assert bool(told.one_way) == (told.flip_state == "one-way")
        assert all(each.text in told.flip_text for each in (*told.flip, *told.one_way))
        assert (told.flip_state in ("needless", "held", "not-offered")) == (
            told.verdict is not None and told.verdict.verdict in SETTLED
        )
        if told.one_way:
            change = {each.fact: json_data(each.to) for each in told.one_way}
            assert changed(person, change)[one] in wanted(person, one), (one, change)


def test_some_change_is_data_where_the_least_is_not_found() -> None:
    words = ("explain", "pmi-pmocp", EXAMPLES / "analyst.yaml", "--json")
    told = json.loads(call(*words, "--as-of", "2026-11-22").out)
    assert (told["flip_state"], told["flip"]) == ("one-way", [])
    assert len(told["one_way"]) == 5
    assert all(each["text"] in told["flip_text"] for each in told["one_way"])


def test_changes_are_found(catalogue: Catalogue) -> None:
    found = [pair for pair in PAIRS if explained(*pair).flip]
    assert len(found) > len(PAIRS) / 4
    assert {decision_of(person).verdicts[one] for person, one in found} >= {
        "later",
        "not_suitable",
        "alternative",
    }


@pytest.mark.parametrize("person", PEOPLE)
def test_what_is_settled_needs_no_change(person: str) -> None:
    settled = [one for one, verdict in decision_of(person).verdicts.items() if verdict in SETTLED]
    assert all(explained(person, one).flip == () for one in settled)


def effort(person: str, key: str, value: Any) -> float:
    """Return how long a change takes, as the table of facts says: by the step of a number or of a
    choice. Kinds of PMO have no order, and who names no level to reach is at their own.
    """
    row, before = BY_KEY[key], decision_of(person).case.profile.plain().get(key)
    if row.kind == "number":
        return float(abs(value - (before or 0)) * row.effort)
    if row.kind != "choice" or key == "target_pmo_type":
        return row.effort
    now = (
        before or (decision_of(person).case.level.levels or LEVELS)[0]
        if key in ("experience_level", "target_level")
        else before
    )
    steps = abs(row.values.index(value) - (row.values.index(now) if now else 0))
    return max(1, steps) * row.effort


def single_changes(person: str) -> Iterator[tuple[float, str, Any]]:
    """Yield every change of one fact that a person can make, but for obtaining a certification."""
    case = decision_of(person).case
    level = {"experience_level": case.level.levels[0]} if case.level.levels else {}
    before = {**level, **case.profile.plain()}
    choices: dict[str, list[Any]] = {
        "goals": [[one] for one in GOALS],
        "pmo_types": [[one] for one in PMO_TYPES],
        **{row.key: list(row.values) for row in FACTS if row.kind == "choice"},
        **{row.key: [*range(13)] for row in FACTS if row.kind == "number"},
    }
    for key, values in choices.items():
        row, now = BY_KEY[key], before.get(key)
        for value in values:
            if value == now or row.change == "never":
                continue
            if row.change == "up" and now is not None and not _higher(row.values, value, now):
                continue
            yield effort(person, key, value), key, value


def _higher(values: tuple[str, ...], value: Any, now: Any) -> bool:
    return bool(values.index(value) > values.index(now) if values else value > now)


@pytest.mark.parametrize("person", [one for one in PEOPLE if PEOPLE[one]["profile"]])
def test_no_cheaper_single_change_does_it(person: str) -> None:
    tried = [
        (cost, key, value, changed(person, {key: value}))
        for cost, key, value in single_changes(person)
    ]
    assert len(tried) > 30
    for _, one in [pair for pair in PAIRS if pair[0] == person]:
        told = explained(person, one)
        if decision_of(person).verdicts[one] in SETTLED or any(
            each.fact == "holds" for each in told.flip
        ):
            continue
        price = (
            sum(effort(person, each.fact, json_data(each.to)) for each in told.flip)
            if told.flip
            else float("inf")
        )
        goal = wanted(person, one)
        cheaper = [
            (cost, key, value)
            for cost, key, value, after in tried
            if after[one] in goal and 0 < cost < price
        ]
        assert cheaper == [], (one, told.flip)


@pytest.mark.parametrize(
    "facts", [{"years_in_projects": 0}, {"years_in_projects": "0.5", "education": "none"}]
)
def test_a_change_of_several_facts_is_found_and_flips(
    facts: dict[str, Any], catalogue: Catalogue
) -> None:
    person = {
        "role": "PMO analyst",
        "holds": [],
        "education": "bachelor",
        "pmo_education_hours": 0,
        **facts,
    }
    told = explain(catalogue, "pmi-pmocp", profile_of(person), TODAY)
    assert told.verdict is not None
    assert told.verdict.smallest_change == told.flip
    assert len(told.flip) >= 2
    after = profile_of({**person, **{one.fact: json_data(one.to) for one in told.flip}})
    assert decide(on_day(catalogue, TODAY), after).verdicts["pmi-pmocp"] in (
        "recommended",
        "alternative",
    )


def test_a_requirement_can_be_what_stands_in_the_way(catalogue: Catalogue) -> None:
    person = {
        "experience_level": "manager",
        "years_in_projects": 1,
        "holds": [],
        "education": "bachelor",
    }
    person |= {"pmo_education_hours": 12}
    told = explain(catalogue, "pmi-pmocp", profile_of(person), TODAY)
    assert told.verdict is not None
    assert told.verdict.verdict == "not_eligible"
    assert [(each.fact, each.from_, each.to) for each in told.flip] == [("years_in_projects", 1, 3)]
    assert told.verdict.smallest_change == told.flip
    person["years_in_projects"] = 3
    after = explain(catalogue, "pmi-pmocp", profile_of(person), TODAY).verdict
    assert after is not None
    assert after.verdict in ("recommended", "alternative")
