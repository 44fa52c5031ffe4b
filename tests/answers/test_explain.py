"""Explanations: what a certification is, why or why not for a person, and a change that really changes it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from goldens import PEOPLE
from program import answer, call, valid
from strategies import shipped

from pmo_path.answers.explain import explain
from pmo_path.conditions.inspect import facts_read
from pmo_path.contract.explanation import Explanation
from pmo_path.core.documents import Document
from pmo_path.core.json_text import json_data
from pmo_path.core.scalars import parse_day
from pmo_path.engine.decision import Decision, decide
from pmo_path.model.catalogue import Catalogue
from pmo_path.model.on_day import on_day
from pmo_path.profile.facts import BY_KEY, FACTS, GOALS, LEVELS, PMO_TYPES, profile_fact
from pmo_path.profile.parse import read_profile
from pmo_path.profile.profile import Profile
from pmo_path.reports import text_explanation

TODAY = date(2026, 11, 22)
IDS = sorted(shipped().certifications)
SETTLED = ("recommended", "held", "unavailable")


def profile_of(data: Mapping[str, Any]) -> Profile:
    return read_profile(Document("a person", dict(data), {}), shipped().names)


@cache
def decision_of(person: str) -> Decision:
    case = PEOPLE[person]
    return decide(on_day(shipped(), parse_day(case["on"])), profile_of(case["profile"]))


@cache
def explained(person: str, certification: str) -> Explanation:
    case = PEOPLE[person]
    return explain(shipped(), certification, profile_of(case["profile"]), parse_day(case["on"]))


def too_long(text: str, width: int) -> list[str]:
    return [line for line in text.splitlines() if len(line) > width and "://" not in line]


def in_vain(person: str, certification: str) -> bool:
    """Whether there may be no change to find, which takes the longest to tell."""
    neighbour = not shipped().certifications[certification].career_levels
    return neighbour or decision_of(person).verdicts[certification] == "alternative"


ALTERNATIVES = (
    ("p3o-foundation", "graduate-today"),
    ("p3o-practitioner", "aspiring-manager"),
    ("ipmo-p", "manager-sets-up"),
)

# Every certification is explained to every person, but to one only where the search may be in vain.
PAIRS = [
    (person, one)
    for number, one in enumerate(IDS)
    for place, person in enumerate(PEOPLE)
    if place == number % len(PEOPLE) or not in_vain(person, one) or (one, person) in ALTERNATIVES
]


# --- the certification ----------------------------------------------------------------


@pytest.mark.parametrize("certification", IDS)
def test_without_a_person_it_tells_the_history_and_gives_no_verdict(
    certification: str, catalogue: Catalogue
) -> None:
    told = valid("explanation", json_data(explain(catalogue, certification, Profile(), TODAY)))
    assert told["certification"]["certification"] == certification
    assert (told["verdict"], told["successor"], told["requirements"], told["flip"]) == (
        None,
        None,
        [],
        [],
    )
    assert told["holders"]
    assert told["flip_text"]


@pytest.mark.parametrize("certification", IDS)
def test_the_timeline_is_sorted_and_whole(certification: str, catalogue: Catalogue) -> None:
    one = catalogue.certifications[certification]
    timeline = explain(catalogue, certification, Profile(), TODAY).timeline
    days = [entry.on for entry in timeline]
    assert days == [*sorted(filter(None, days)), *[""] * days.count("")]
    dated = [each for each in (*one.names, *one.owned_by, *one.awarded_by) if each.from_]
    periods = [each for each in one.status if each.from_]
    assert len(timeline) == len(one.history) + len(periods) + len(dated)
    assert all(entry.sources for entry in timeline)


@pytest.mark.parametrize("certification", IDS)
def test_every_source_that_is_named_is_listed(certification: str, catalogue: Catalogue) -> None:
    told = explain(catalogue, certification, Profile(), TODAY)
    named = {source for part in told.timeline for source in part.sources}
    named |= {source for part in told.holders for source in part.sources}
    named |= {source for fact in told.certification.facts for source in (fact.source, *fact.also)}
    assert named == {source.id for source in told.sources}


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("BCS PPSO", "ppso-essentials"),
        ("IPMO Expert", "ipmo-e"),
        ("PMOCP", "pmi-pmocp"),
        ("PMO-CP", "pmo-cp"),
    ],
)
def test_a_certification_is_found_by_what_people_call_it(name: str, wanted: str) -> None:
    assert answer("explanation", "explain", name)["certification"]["certification"] == wanted


def test_what_became_of_ppso_and_what_its_holders_should_do() -> None:
    told = answer(
        "explanation",
        "explain",
        "BCS PPSO",
        "--role",
        "projectsecretaris",
        "--as-of",
        TODAY.isoformat(),
    )
    assert told["became"] == ["hop-administrators"]
    assert [one["rule"] for one in told["holders"]] == ["holders-withdrawn"]
    assert told["holders"][0]["sources"]
    assert told["verdict"]["verdict"] == "unavailable"
    assert [one["rule"] for one in told["verdict"]["because"]] == ["withdrawn", "replaced"]
    assert told["verdict"]["superseded_by"] == ["hop-administrators"]
    assert told["successor"]["certification"] == "hop-administrators"


@pytest.mark.parametrize("day", ["2018-07-01", "2021-01-31"])
def test_ppso_had_become_nothing_while_it_was_on_sale(day: str) -> None:
    told = answer("explanation", "explain", "BCS PPSO", "--as-of", day)
    assert (told["certification"]["status"], told["became"]) == ("current", [])
    assert "holders-withdrawn" not in [one["rule"] for one in told["holders"]]


def test_pmo_cp_and_its_successor_name_each_other() -> None:
    old, new = (
        answer("explanation", "explain", name, "--as-of", TODAY.isoformat())
        for name in ("PMO-CP", "PMOCP")
    )
    assert (old["became"], new["came_from"]) == (["pmi-pmocp"], ["pmo-cp"])
    assert set(old["called"]) == {"pmi-pmocp"}
    assert set(new["called"]) == {"pmo-cp"}


def test_succession_is_the_same_from_both_sides(catalogue: Catalogue) -> None:
    told = {one: explain(catalogue, one, Profile(), TODAY) for one in IDS}
    forth = {(one, other) for one in IDS for other in told[one].became}
    back = {(other, one) for one in IDS for other in told[one].came_from}
    assert forth == back
    assert forth


# --- a person -------------------------------------------------------------------------


@pytest.mark.parametrize("person", PEOPLE)
def test_the_verdict_is_the_engine_s(person: str) -> None:
    somebody = set(PEOPLE[person]["profile"]) - {"name"}
    pairs = [pair for pair in PAIRS if pair[0] == person]
    assert len(pairs) > len(IDS) / 4
    for _, one in pairs:
        told = explained(person, one)
        valid("explanation", json_data(told))
        verdict = told.verdict.verdict if told.verdict else None
        assert verdict == (decision_of(person).verdicts[one] if somebody else None)


@pytest.mark.parametrize("person", [one for one in PEOPLE if PEOPLE[one]["profile"]])
def test_every_requirement_is_met_or_not_or_names_what_is_missing(person: str) -> None:
    decision = decision_of(person)
    for _, one in [pair for pair in PAIRS if pair[0] == person]:
        told = explained(person, one)
        entry = decision.case.day.entry(one)
        asked = {each.id: each for each in entry.required} if entry else {}
        assert [each.requirement for each in told.requirements] == list(asked)
        for each in told.requirements:
            read = {profile_fact(fact) for fact in facts_read(asked[each.requirement].condition)}
            assert each.sources
            assert bool(each.missing) == (each.eligibility == "unknown")
            assert set(each.missing) <= read
            assert {fact for facts in each.settled_by for fact in facts} <= read
        states = {each.eligibility for each in told.requirements}
        whole = "not_met" if "not_met" in states else "unknown" if "unknown" in states else "met"
        if told.requirements and told.verdict:
            assert told.verdict.eligibility == whole


@pytest.mark.parametrize(
    ("facts", "states"),
    [
        ({}, ("unknown", "unknown", "unknown")),
        (
            {"education": "bachelor", "years_in_projects": "4", "pmo_education_hours": "12"},
            ("met", "met", "met"),
        ),
        (
            {"education": "none", "years_in_projects": "1", "holds": []},
            ("not_met", "not_met", "unknown"),
        ),
        ({"education": "none", "years_in_projects": "1"}, ("not_met", "unknown", "unknown")),
        (
            {"years_in_projects": "2-4", "holds": ["pmp"], "pmo_education_hours": "9"},
            ("unknown", "met", "not_met"),
        ),
    ],
)
def test_requirement_by_requirement(
    facts: dict[str, Any], states: tuple[str, ...], catalogue: Catalogue
) -> None:
    told = explain(catalogue, "pmi-pmocp", profile_of({"country": "NL", **facts}), TODAY)
    assert tuple(one.eligibility for one in told.requirements) == states


def test_a_missing_fact_is_named_where_the_requirement_is_open(catalogue: Catalogue) -> None:
    told = explain(catalogue, "pmi-pmocp", profile_of({"country": "NL"}), TODAY)
    missing = [set(one.missing) for one in told.requirements]
    assert missing == [{"education"}, {"years_in_projects", "holds"}, {"pmo_education_hours"}]


# --- what would change it -------------------------------------------------------------


def changed(person: str, change: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return the verdicts on a person with facts of the profile changed."""
    case = decision_of(person).case
    return decide(case.day, profile_of({**case.profile.plain(), **change})).verdicts


def wanted(person: str, certification: str) -> tuple[str, ...]:
    first = decision_of(person).verdicts[certification] == "alternative"
    return ("recommended",) if first else ("recommended", "alternative")


@pytest.mark.parametrize("person", PEOPLE)
def test_a_change_that_is_named_really_changes_the_verdict(person: str) -> None:
    for _, one in [pair for pair in PAIRS if pair[0] == person]:
        told = explained(person, one)
        if told.flip:
            change = {each.fact: each.to for each in told.flip}
            assert len(change) == len(told.flip)
            assert changed(person, change)[one] in wanted(person, one), (one, change)
            before = decision_of(person).case.profile.plain()
            for each in told.flip:
                assert each.to != before.get(each.fact)
                assert each.fact not in before or each.from_ == before[each.fact]


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
    """Return how long a change takes, as the table of facts says: by the step of a number or of a choice."""
    row, before = BY_KEY[key], decision_of(person).case.profile.plain().get(key)
    if row.kind == "number":
        return float(abs(value - (before or 0)) * row.effort)
    if row.kind != "choice":
        return row.effort
    now = (
        before or (decision_of(person).case.level.levels or LEVELS)[0]
        if key == "experience_level"
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
            sum(effort(person, each.fact, each.to) for each in told.flip)
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
    after = profile_of({**person, **{one.fact: one.to for one in told.flip}})
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


# --- the command ----------------------------------------------------------------------


def test_a_file_and_options_both_tell_of_a_person(tmp_path: Path) -> None:
    file = tmp_path / "sam.yaml"
    file.write_text("role: PMO analyst\nholds: []\n", encoding="utf-8")
    day = ("--as-of", TODAY.isoformat())
    by_file = answer("explanation", "explain", "P3O", file, *day)
    by_options = answer(
        "explanation", "explain", "P3O", "--role", "PMO analyst", "--holds", "none", *day
    )
    assert by_file == by_options
    assert by_file["verdict"]
    over = answer("explanation", "explain", "P3O", file, "--role", "PMO director", *day)
    assert over["profile"] == {"role": "PMO director", "holds": []}


@pytest.mark.parametrize("name", ["PMOXP", "P4O Foundation", "nothing of the kind"])
def test_an_unknown_certification_exits_2_with_a_hint(name: str) -> None:
    done = call("explain", name)
    assert (done.code, done.out) == (2, "")
    assert "unknown-certification" in done.err
    assert any(one in done.err for one in (*IDS, "catalogue list"))


@pytest.mark.parametrize("width", [40, 80])
def test_no_line_is_longer_than_the_width(width: int, catalogue: Catalogue) -> None:
    for person, one in PAIRS[::2]:
        assert (
            too_long(text_explanation.explanation_text(explained(person, one), width), width) == []
        ), (
            person,
            one,
        )
    for one in IDS:
        assert (
            too_long(
                text_explanation.explanation_text(explain(catalogue, one, Profile(), TODAY), width),
                width,
            )
            == []
        )


def test_the_command_keeps_the_width() -> None:
    done = call("explain", "P3O", "--role", "PMO analyst", "--holds", "none", env={"COLUMNS": "40"})
    assert (done.code, done.err) == (0, "")
    assert too_long(done.out, 40) == []
