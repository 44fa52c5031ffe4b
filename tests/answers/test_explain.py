"""Explanations: what a certification is, and why or why not for a person."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from explanations import IDS, PAIRS, TODAY, decision_of, explained, profile_of
from goldens import PEOPLE
from program import answer, call, valid

from pmo_path.answers.explain import explain
from pmo_path.conditions.inspect import facts_read
from pmo_path.core.json_text import json_data
from pmo_path.messages.catalog import say
from pmo_path.model.catalogue import Catalogue
from pmo_path.profile.facts import profile_fact
from pmo_path.profile.profile import Profile
from pmo_path.reports import text_explanation


def too_long(text: str, width: int) -> list[str]:
    return [line for line in text.splitlines() if len(line) > width and "://" not in line]


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


def test_the_text_says_once_what_replaced_it(catalogue: Catalogue) -> None:
    told = explain(catalogue, "ppso-essentials", Profile(role="PMO analyst"), TODAY)
    text = text_explanation.explanation_text(told, 1000).partition(say("heading-holders").upper())
    assert told.verdict
    assert "replaced" in [reason.rule for reason in told.verdict.because]
    assert text[0].count("eplaced by") == 1


@pytest.mark.parametrize("name", ["mop-foundation", "pmp"])
def test_what_is_advised_to_nobody_is_not_put_down_to_the_person(
    name: str, catalogue: Catalogue
) -> None:
    told = explain(catalogue, name, Profile(role="PMO analyst"), TODAY)
    text = text_explanation.explanation_text(told, 1000)
    assert say("verdict-outside") in text
    assert say("verdict-not_suitable") not in text
    assert told.flip_text not in text


def test_an_end_that_no_source_states_is_marked_as_our_reading() -> None:
    told = answer("explanation", "explain", "PMO-CP", "--level", "analyst")
    (ended,) = [one for one in told["verdict"]["because"] if one["rule"] == "withdrawn"]
    assert ended["text"].endswith("(our reading of the sources).")


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
