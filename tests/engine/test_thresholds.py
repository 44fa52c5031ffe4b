"""Every threshold of the shipped catalogue, at it, just below it and just above it.

What must come of it is worked out here from `data/` as it is written, by rules of two values: with
a reading of conditions, of days and of levels of its own (`two_valued_data`). The program is asked
for its answers only.
"""

from __future__ import annotations

import calendar
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Any

import pytest
from paths import SMALL
from strategies import shipped
from two_valued_data import (
    A_DAY,
    LEVELS,
    TESTS,
    a_day_in,
    compared,
    data,
    day_of,
    decisive,
    leaves,
    people,
    profile,
    seen,
    true_of,
)

from pmo_path.answers.advise import advise
from pmo_path.answers.cautions import cautions
from pmo_path.answers.development import development
from pmo_path.catalogue.load import load_catalogue
from pmo_path.core.scalars import Range
from pmo_path.engine.award_validity import holdings
from pmo_path.engine.career_level import read_level
from pmo_path.engine.decision import decide
from pmo_path.engine.situation import read_case
from pmo_path.model.on_day import on_day
from pmo_path.profile.profile import Held, Profile

RULES = data("rules")["rules"]
ENTRIES = [
    pytest.param(one["id"], number, id=f"{one['id']}-{number}")
    for one in data("certifications")["certifications"]
    for number, version in enumerate(one.get("entry", ()))
    if version.get("required")
]
WRITTEN = {one["id"]: one for one in data("certifications")["certifications"]}


# --- thresholds of rules and of entry requirements -----------------------------------


@pytest.mark.parametrize("rule", RULES, ids=[rule["id"] for rule in RULES])
def test_a_rule_applies_to_whom_its_condition_describes(rule: Mapping[str, Any]) -> None:
    day, outcomes = on_day(shipped(), a_day_in(rule)), set()
    for person in people(rule["if"]):
        applies = rule["id"] in {one.id for one in read_case(day, profile(person)).met.applied}
        assert applies is true_of(rule["if"], seen(person)), person
        outcomes.add(applies)
    assert outcomes == ({True, False} if list(leaves(rule["if"])) else {True})
    limits = {
        (fact, text)
        for fact, text in leaves(rule["if"])
        if isinstance(text, str) and "includes" not in text and fact != "country"
    }
    assert decisive(rule["if"]) == limits, "a threshold that decides for nobody was not tried"


@pytest.mark.parametrize(("certification", "number"), ENTRIES)
def test_entry_is_open_to_whom_its_requirements_describe(certification: str, number: int) -> None:
    version = WRITTEN[certification]["entry"][number]
    wanted = {"all": [one["condition"] for one in version["required"]]}
    day, outcomes = on_day(shipped(), a_day_in(version)), set()
    assert day.entry(certification) == shipped().certifications[certification].entry[number]
    for person in people(wanted):
        held = {
            *person.get("holds", ()),
            *(one for own in person.get("holds", ()) for one in shipped().implies.get(own, ())),
        }
        truth = read_case(day, profile(person)).eligibility(certification).truth
        assert truth is true_of(wanted, {**seen(person), "holds": held}), person
        outcomes.add(truth)
    assert outcomes == {True, False}
    limits = {
        (fact, text)
        for fact, text in leaves(wanted)
        if isinstance(text, str) and "includes" not in text
    }
    assert decisive(wanted) == limits, "a threshold that decides for nobody was not tried"


def test_there_are_thresholds_of_every_kind() -> None:
    conditions = [rule["if"] for rule in RULES]
    conditions += [
        one["condition"]
        for entry in WRITTEN.values()
        for v in entry.get("entry", ())
        for one in v.get("required", ())
    ]
    found = [
        (fact, *compared(text))
        for raw in conditions
        for fact, text in leaves(raw)
        if isinstance(text, str) and "includes" not in text and fact != "country"
    ]
    assert {how for _, how, _ in found} == set(TESTS)
    assert {
        "years_in_pmo",
        "years_in_projects",
        "pmo_education_hours",
        "pmos_managed",
        "education",
    } <= {fact for fact, _, _ in found}


# --- days on which something begins or ends ------------------------------------------


@pytest.mark.parametrize("rule", RULES, ids=[rule["id"] for rule in RULES])
def test_a_rule_is_in_force_from_its_first_day_until_the_day_that_it_names(
    rule: Mapping[str, Any],
) -> None:
    first, end = day_of(rule.get("from")), day_of(rule.get("until"))
    for edge in (first, end, date(2026, 11, 22)):
        for day in (edge - A_DAY, edge, edge + A_DAY) if edge else ():
            there = (first is None or day >= first) and (end is None or day < end)
            assert (rule["id"] in {one.id for one in on_day(shipped(), day).rules}) is there, day


@pytest.mark.parametrize("certification", WRITTEN)
def test_status_and_entry_change_on_the_day_that_is_written(certification: str) -> None:
    written = WRITTEN[certification]
    edges = {
        day_of(one.get(key))
        for what in ("status", "entry")
        for one in written.get(what, ())
        for key in ("from", "until")
    }
    for edge in sorted(one for one in edges if one):
        for day in (edge - A_DAY, edge, edge + A_DAY):
            begun = [
                one
                for one in written["status"]
                if not one.get("from") or day_of(one["from"]) <= day
            ]
            here = on_day(shipped(), day)
            assert here.status[certification] == (begun[-1]["status"] if begun else "unknown"), day
            versions = [
                number
                for number, one in enumerate(written.get("entry", ()))
                if (day_of(one.get("from")) or date.min)
                <= day
                < (day_of(one.get("until")) or date.max)
            ]
            entry = (
                shipped().certifications[certification].entry[versions[-1]] if versions else None
            )
            assert here.entry(certification) == entry, day


# --- how long an award lasts ---------------------------------------------------------


def months_later(day: date, months: int) -> date:
    year, month = day.year + (day.month - 1 + months) // 12, (day.month - 1 + months) % 12 + 1
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def lasting() -> Iterator[Any]:
    for one in WRITTEN.values():
        for rule in one.get("validity", ()):
            early, due = day_of(rule.get("early_until")), day_of(rule.get("early_due"))
            for awarded in (
                date(2024, 2, 29),
                *((early - A_DAY, early, early + A_DAY) if early else ()),
            ):
                last = (
                    due
                    if early and due and awarded < early
                    else months_later(awarded, int(rule["months"]))
                )
                yield pytest.param(one["id"], awarded, last, id=f"{one['id']}-{awarded}")


@pytest.mark.parametrize(("certification", "awarded", "last"), list(lasting()))
def test_an_award_is_valid_to_its_last_day_and_lapses_within_a_year_of_it(
    certification: str, awarded: date, last: date
) -> None:
    year = timedelta(days=365)
    begins = max(
        (day_of(one.get("from")) or date.min for one in WRITTEN[certification]["validity"]),
        default=date.min,
    )
    expected = {
        last - year - A_DAY: "valid",
        last - year: "lapsing",
        last - A_DAY: "lapsing",
        last: "lapsing",
        last + A_DAY: "lapsed",
    }
    told = {"valid": (), "lapsing": ("lapsing",), "lapsed": ("lapsed",)}
    for day, state in expected.items():
        if day < begins or day < awarded:
            continue
        held = Profile(experience_level="analyst", holds=(Held(certification, awarded),))
        found = holdings(shipped(), held, day)[certification]
        assert (found.state, found.due) == (state, last), day
        warned = {
            one.rule
            for one in cautions(decide(on_day(shipped(), day), held))
            if one.certification == certification
        }
        assert warned & {"lapsing", "lapsed"} == set(told[state]), day


@pytest.mark.parametrize(
    "certification", [one for one, written in WRITTEN.items() if written.get("validity")]
)
def test_a_rule_of_validity_holds_from_its_first_day(certification: str) -> None:
    first = day_of(WRITTEN[certification]["validity"][0].get("from"))
    held = Profile(holds=(Held(certification, date(2016, 1, 1)),))
    for day in (first - A_DAY, first, first + A_DAY) if first else ():
        known = holdings(shipped(), held, day)[certification].state != "unknown"
        assert known is (day >= first)


# --- bands of years, and PMOs managed ------------------------------------------------

BANDS = [
    (one["id"], float(one["years"]["low"]), float(one["years"].get("high", "inf")))
    for one in data("roles")["career_levels"]
]
YEARS = sorted({max(0.0, edge + step) for _, edge, _ in BANDS for step in (-0.01, 0.0, 0.01)})


@pytest.mark.parametrize("years", YEARS)
def test_years_tell_the_level_of_their_band(years: float) -> None:
    (band,) = (level for level, low, high in BANDS if low <= years < high)
    reading = read_level(shipped(), Profile(years_in_pmo=Range(years, years)))
    near = (
        [one for one in LEVELS if abs(LEVELS.index(one) - LEVELS.index(band)) == 1]
        if years > 0
        else []
    )
    assert reading.levels == (band, *near)
    for level in LEVELS:
        distance = abs(LEVELS.index(level) - LEVELS.index(band))
        said = read_level(
            shipped(), Profile(experience_level=level, years_in_pmo=Range(years, years))
        )
        warned = [finding.code for finding in said.cautions]
        assert warned == (
            [] if not distance else ["years-near"] if distance == 1 else ["years-far"]
        ), level


@pytest.mark.parametrize(
    ("pmos", "levels"),
    [
        (0, ()),
        (1, ("manager",)),
        (2, ("director",)),
        (3, ("director",)),
        ((1, 2), ("manager", "director")),
    ],
)
def test_who_manages_one_pmo_is_a_manager_and_who_runs_several_a_director(
    pmos: Any, levels: tuple[str, ...]
) -> None:
    low, high = pmos if isinstance(pmos, tuple) else (pmos, pmos)
    assert read_level(shipped(), Profile(pmos_managed=Range(low, high))).levels == levels
    manager = read_level(shipped(), Profile(role="PMO manager", pmos_managed=Range(low, high)))
    assert manager.levels == (("manager", "director") if low >= 2 else ("manager",))


@pytest.mark.parametrize(
    ("new", "projects", "levels"),
    [(0, 0, ("entry",)), (0, 0.01, ()), (0.01, 5, ("entry", "analyst"))],
)
def test_who_is_new_but_knows_projects_comes_from_delivery(
    new: float, projects: float, levels: tuple[str, ...]
) -> None:
    person = Profile(years_in_pmo=Range(new, new), years_in_projects=Range(projects, projects))
    assert read_level(shipped(), person).levels == levels


# --- how old what is known may be ----------------------------------------------------


def test_facts_are_stale_half_a_year_after_they_were_checked() -> None:
    small = load_catalogue(SMALL)
    checked = date(2026, 11, 20)  # of all its sources
    for days, stale in ((179, False), (180, False), (181, True)):
        advice = advise(small, Profile(experience_level="entry"), checked + timedelta(days=days))
        assert ("stale" in {one.rule for one in advice.cautions}) is stale, days


def test_what_there_is_beyond_the_exam_is_told_from_half_a_year_before_it_was_checked() -> None:
    first = min(date.fromisoformat(one["verified_on"]) for one in data("sources")["sources"])
    for days, told in ((179, True), (180, True), (181, False)):
        day = on_day(shipped(), first - timedelta(days=days))
        assert bool(development(read_case(day, Profile()))) is told, days
