"""Routes, changes and what is said of them, where it is rare: in small catalogues that each test writes."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from small import (
    FOUNDATION,
    PRACTITIONER,
    TODAY,
    Make,
    advice,
    cautions,
    certification,
    changes,
    fact,
    person,
    routes,
    rule,
    verdict,
)

from pmo_path.advice import Unknown
from pmo_path.case import read_case
from pmo_path.changes import smallest_change
from pmo_path.decision import decide
from pmo_path.knowledge import Catalogue, on_day

TWO_YEARS = [fact("Two years", months="24")]

# --- a person on a day ---------------------------------------------------------------


@pytest.mark.parametrize("holds", [None, []])
def test_a_step_that_is_taken_proves_what_it_was_built_on_and_changes_nothing_else(make: Make, holds: Any) -> None:
    catalogue = make()
    case = read_case(
        on_day(catalogue, TODAY),
        person(catalogue, holds=holds, years_in_pmo=3, education="none", goals=["basics"], experience_level="analyst"),
    )
    after = case.after((PRACTITIONER,))
    held = after.at_least if holds is None else after.sets
    assert held["holds"] == {FOUNDATION, PRACTITIONER}
    assert replace(after, sets=case.facts.sets, at_least=case.facts.at_least) == case.facts
    assert after.sets["goals"] == {"basics"}
    assert ("holds" in after.sets) is (holds is not None)


@pytest.mark.parametrize(("awarded", "held"), [("2026-11-21", True), ("2026-11-22", True), ("2026-11-23", False)])
def test_an_award_counts_from_its_own_day(make: Make, awarded: str, held: bool) -> None:
    told = advice(make(), experience_level="entry", holds=[f"{FOUNDATION}@{awarded}"])
    assert (verdict(told, FOUNDATION) == "held") is held
    assert ("not-yet-held" in cautions(told)) is not held


# --- routes --------------------------------------------------------------------------


def test_what_is_accepted_but_asks_for_the_certification_itself_is_no_way_to_it(make: Make) -> None:
    either = {"entry": {"any": [{"holds any": ["right"]}, {"education": "at least bachelor"}]}}
    left = certification("left", "analyst", either)
    right = certification("right", "analyst", {"left": {"holds any": ["left"]}})
    told = advice(make(left, right), experience_level="analyst", education="none", holds=[])
    assert {verdict(told, "left"), verdict(told, "right")} == {"not_eligible"}
    told = advice(make(left, right), experience_level="analyst", education="bachelor", holds=[])
    assert ("left", "right") in routes(told)


def test_where_what_must_be_held_opens_the_way_nothing_else_is_taken_for_it(make: Make) -> None:
    entry = {"low": {"holds any": ["low"]}, "either": {"holds any": ["low", "side"]}}
    some = [certification("low", "analyst"), certification("side", "analyst"), certification("top", "analyst", entry)]
    told = advice(make(*some), experience_level="analyst", holds=[])
    assert [steps for steps in routes(told) if "top" in steps] == [("low", "top")]


def test_a_neighbour_is_no_step_to_get_in_and_nothing_for_later(make: Make) -> None:
    beside = certification("beside", "director", kind="neighbour")
    top = certification("top", "director", {"beside": {"holds any": ["beside", "gone"]}})
    catalogue = make(beside, certification("gone", "director", status="withdrawn"), top)
    told = advice(catalogue, experience_level="director", holds=[])
    assert not [steps for steps in routes(told) if {"beside", "top"} & set(steps)]
    told = advice(catalogue, experience_level="analyst", holds=[])
    assert (verdict(told, "beside"), verdict(told, "top")) == ("not_suitable", "later")


FAMILIES = [
    {"id": "first", "titles": [{"value": "First Family"}], "certifications": [FOUNDATION]},
    {"id": "second", "titles": [{"value": "Second Family"}], "certifications": [PRACTITIONER]},
]


@pytest.mark.parametrize(
    ("families", "title", "family"),
    [
        (FAMILIES, "First Family + Second Family", "mixed"),
        (FAMILIES[1:], "Second Family", "mixed"),
        ([{**FAMILIES[0], "certifications": [FOUNDATION, PRACTITIONER]}], "First Family", "first"),
    ],
)
def test_a_route_is_called_by_the_families_that_it_goes_through(
    make: Make, families: list[Any], title: str, family: str
) -> None:
    (route,) = advice(make(routes=families), experience_level="analyst", years_in_pmo=2, holds=[]).routes
    assert (route.title, route.family) == (title, family)


def test_what_is_not_known_of_a_route_is_asked_of_every_owner_once(make: Make) -> None:
    catalogue = make()
    second = catalogue.certifications[PRACTITIONER]
    other = replace(catalogue.bodies["example-institute"], id="other", ask="Other (https://other.example)")
    shared = replace(
        catalogue,
        digest="two owners",
        bodies={**catalogue.bodies, "other": other},
        certifications={
            **catalogue.certifications,
            PRACTITIONER: replace(second, owned_by=(replace(second.owned_by[0], body="other"),)),
        },
    )
    for one, ask in (
        (catalogue, "Example Institute (https://institute.example)"),
        (shared, "Example Institute (https://institute.example); Other (https://other.example)"),
    ):
        (route,) = advice(one, experience_level="analyst", years_in_pmo=2, holds=[]).routes
        assert route.totals.training_days == route.totals.cost == Unknown(ask=ask)


# --- what changes a verdict ----------------------------------------------------------


def told_of_change(catalogue: Catalogue, certification: str, **facts: Any) -> list[tuple[str, Any, Any]]:
    """The smallest change, as the advice has it."""
    found = smallest_change(decide(on_day(catalogue, TODAY), person(catalogue, **facts)), certification)
    return [(one.fact, one.from_, one.to) for one in found]


def test_a_change_is_told_from_what_was_said(make: Make) -> None:
    catalogue = make(certification("top", "manager"))  # no rule reads the goal that is said
    assert told_of_change(catalogue, "top", experience_level="analyst", goals=["frameworks"]) == [
        ("goals", ["frameworks"], ["next-level"])
    ]
    asked = {"level": {"career_level": "at least manager"}}
    both = [fact("For analysts", level="analyst"), fact("For managers", level="manager")]
    catalogue = make(certification("top", None, asked, career_levels=both))
    for facts in ({"role": "PMO analyst"}, {"experience_level": "analyst"}):
        expected = [("experience_level", "analyst", "manager")]
        assert told_of_change(catalogue, "top", **facts) == changes(catalogue, "top", **facts) == expected


def test_to_obtain_one_certification_first_is_said_by_its_name(make: Make) -> None:
    """Others that are accepted too are passed over where they cannot be had."""
    gone = certification("a-gone", status="withdrawn")
    top = certification("top", "analyst", {"entry": {"holds any": ["a-gone", "low"]}})
    catalogue = make(gone, certification("low"), top)
    decision = decide(on_day(catalogue, TODAY), person(catalogue, experience_level="analyst", holds=[]))
    (change,) = smallest_change(decision, "top")
    assert (change.to, change.text) == (["low"], "obtain Low first")


def test_to_aim_no_higher_is_never_called_the_way_to_what_lies_beyond(make: Make) -> None:
    aim = {"target_level": "is entry"}
    odd = rule("odd", aim, "top", {"target_level": "entry"}, {"target_level": "analyst"}, about="goal")
    catalogue = make(certification("top", "director"), rules=[odd])
    assert told_of_change(catalogue, "top", experience_level="entry") == [("target_level", None, "director")]


@pytest.mark.parametrize(
    ("needs", "expected"),
    [
        # two years, or a diploma that takes two years
        ([{"years_in_projects": "at least 2"}, {"education": "at least bachelor"}], ("years_in_projects", 0, 2)),
        # three years, or a diploma that takes two years
        (
            [{"years_in_projects": "at least 3"}, {"education": "at least bachelor"}],
            ("education", "secondary", "bachelor"),
        ),
    ],
)
def test_the_cheaper_change_is_named_and_of_two_alike_the_one_that_comes_first(
    make: Make, needs: list[Any], expected: tuple[str, Any, Any]
) -> None:
    catalogue = make(certification("top", "analyst", {"either": {"any": needs}}))
    facts = {"experience_level": "analyst", "years_in_projects": 0, "education": "secondary"}
    assert told_of_change(catalogue, "top", **facts) == [expected]


def test_what_was_passed_is_never_to_be_obtained_first_though_it_lapsed(make: Make) -> None:
    low = certification("low", "analyst", validity=TWO_YEARS)
    top = certification("top", "analyst", {"low": {"holds any": ["low"]}}, status="unconfirmed")
    catalogue = make(low, top, certification(PRACTITIONER, "director"))
    facts = {"experience_level": "analyst", "holds": ["low@2019-06-01"]}
    assert routes(advice(catalogue, **facts)) == [("low",), ("top",)], "renewed first, as it is sure to be on offer"
    assert changes(catalogue, "top", **facts) == []


@pytest.mark.parametrize(
    ("top", "facts"),
    [
        ({"kind": "neighbour"}, {}),
        ({"status": "withdrawn"}, {}),
        ({}, {"holds": ["top"]}),
    ],
)
def test_no_change_is_looked_for_where_none_can_help(make: Make, top: dict[str, Any], facts: dict[str, Any]) -> None:
    """Among so many a search would be given up; here there is none."""
    needs = {
        "years": {"any": [{"years_in_projects": f"at least {number}"} for number in range(1, 9)]},
        "hours": {"any": [{"pmo_education_hours": f"more than {number}"} for number in range(1, 9)]},
    }
    catalogue = make(certification("top", "director", needs, **top))
    assert changes(catalogue, "top", experience_level="analyst", **facts) == []


# --- what is asked, and what is said -------------------------------------------------


def test_what_every_answer_changes_is_asked_before_what_most_answers_change(make: Make) -> None:
    rules = [
        rule("aim", {"target_level": "is director"}, "aim", {"target_level": "director"}, {"target_level": "entry"}),
        rule("school", {"education": "at least secondary"}, "school", {"education": "bachelor"}, {"education": "none"}),
    ]
    some = [certification(one, "director") for one in ("aim", "other", "school")]
    told = advice(make(*some, rules=rules), experience_level="director", holds=[], goals=[])
    shares = {one.fact: len(one.decides) for one in told.missing_facts}
    assert shares["target_level"] == 1, "who directs can aim no higher"
    assert shares["education"] == 3, "of four answers"
    assert [one.fact for one in told.missing_facts][:2] == ["target_level", "education"]


def test_to_pass_an_exam_again_takes_no_time_to_be_warned_of(make: Make) -> None:
    course = [fact("2 days", low="2")]
    catalogue = make(certification(FOUNDATION, "entry", validity=TWO_YEARS, training_days=course))
    for holds, warned in (([], {"too-late"}), ([f"{FOUNDATION}@2019-06-01"], set())):
        told = advice(catalogue, experience_level="entry", holds=holds, hours_per_week=4, needed_by="2026-11-24")
        assert told.next_step == FOUNDATION
        assert cautions(told) & {"too-late", "in-time", "time-unknown"} == warned


def test_what_is_announced_is_said_with_the_day_that_is_planned_if_one_is(make: Make) -> None:
    to_come = fact("To come", status="current", planned="true", **{"from": "2027-03-01"})
    for history, said in (([], False), ([to_come], True)):
        announced = fact("Announced", status="announced", **{"from": "2026-01-01"})
        top = {**certification("top", "analyst"), "status": [announced, *history]}
        told = advice(make(top), experience_level="analyst")
        (reason,) = next(one.because for one in told.considered if one.certification == "top")
        assert reason.rule == "announced"
        assert ("1 March 2027" in reason.text) is said
        assert "announced" in cautions(told)


@pytest.mark.parametrize(("holds", "warned"), [([], True), (["low"], False)])
def test_that_one_builds_on_another_is_said_until_that_is_held(make: Make, holds: list[str], warned: bool) -> None:
    entry = [{"recommended_before": ["low"]}]
    catalogue = make(certification("low", "entry"), certification("top", "director", entry=entry))
    told = advice(catalogue, experience_level="director", holds=holds)
    assert told.next_step == "top"
    assert ("builds-on" in cautions(told)) is warned


# --- beyond the exam -----------------------------------------------------------------


def offered(make: Make, *things: tuple[str, dict[str, Any]], **facts: Any) -> list[str]:
    """The names of what is offered of some things."""
    common = {
        "area": "networking",
        "what": [fact("A meeting")],
        "levels": ["entry", "mid", "senior"],
        "state": "active",
    }
    entries = [{"id": id, "name": id.title(), **common, **more} for id, more in things]
    return [one.name for one in advice(make(development=entries), **facts).development]


def test_what_is_active_is_offered_before_what_is_not_confirmed_and_what_ended_never(make: Make) -> None:
    unsure, ended = ("a", {"state": "unconfirmed"}), ("b", {"state": "ended"})
    assert offered(make, unsure, ended, ("c", {})) == ["C"]
    assert offered(make, unsure, ended) == ["A"]
    assert offered(make, ended) == []


def test_of_one_s_own_country_one_thing_is_offered(make: Make) -> None:
    things = [("a", {}), *((one, {"countries": ["NL"]}) for one in ("b", "c"))]
    assert offered(make, *things, country="NL") == ["A", "B"]
    assert offered(make, *things, country="GB") == ["A"]
