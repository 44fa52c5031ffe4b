"""What is asked and said where it is rare: in small catalogues that each test writes."""

from __future__ import annotations

from typing import Any

import pytest
from small import (
    FOUNDATION,
    PRACTITIONER,
    TWO_YEARS,
    Make,
    advice,
    cautions,
    certification,
    fact,
    routes,
    rule,
)

from pmo_path.messages.catalog import say

# --- what is asked, and what is said -------------------------------------------------


def test_what_every_answer_changes_is_asked_before_what_most_answers_change(make: Make) -> None:
    rules = [
        rule(
            "aim",
            {"target_level": "is director"},
            "aim",
            {"target_level": "director"},
            {"target_level": "entry"},
        ),
        rule(
            "school",
            {"education": "at least secondary"},
            "school",
            {"education": "bachelor"},
            {"education": "none"},
        ),
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
    for holds, warned in (([], {"too-late", "class-days"}), ([f"{FOUNDATION}@2019-06-01"], set())):
        told = advice(
            catalogue,
            experience_level="entry",
            holds=holds,
            hours_per_week=4,
            needed_by="2026-11-23",
        )
        assert told.next_step == FOUNDATION
        assert cautions(told) & {"too-late", "class-days", "time-unknown"} == warned


def test_of_what_is_held_nothing_is_missing(make: Make) -> None:
    catalogue = make(
        certification("top", "analyst", {"years": {"years_in_projects": "at least 3"}})
    )
    for holds, gaps in (([], 1), (["top"], 0)):
        told = advice(catalogue, experience_level="analyst", years_in_projects=0, holds=holds)
        assert [len(one.gaps) for one in told.considered if one.certification == "top"] == [gaps]


@pytest.mark.parametrize(
    ("since", "later", "plan"),
    [
        ("2026-01-01", [], ""),
        ("2026-11-22", [], ""),
        ("2026-01-01", ["2027-03-01"], ", planned for 1 March 2027"),
        ("2026-11-22", ["2027-03-01"], ", planned for 1 March 2027"),
    ],
)
def test_what_is_announced_is_said_with_the_day_that_is_planned_if_one_is(
    make: Make, since: str, later: list[str], plan: str
) -> None:
    history = [fact("To come", status="current", planned="true", **{"from": one}) for one in later]
    announced = fact("Announced", status="announced", **{"from": since})
    top = {**certification("top", "analyst"), "status": [announced, *history]}
    told = advice(make(top), experience_level="analyst")
    (reason,) = next(one.because for one in told.considered if one.certification == "top")
    assert (reason.rule, reason.text) == (
        "announced",
        say("announced", day="22 November 2026", plan=plan),
    )
    assert "announced" in cautions(told)


def test_what_was_withdrawn_on_a_day_that_is_not_known_is_not_said_to_be_suspended(
    make: Make,
) -> None:
    gone = {
        **certification("gone", "analyst"),
        "status": [fact("Not listed any more", status="withdrawn")],
    }
    (found,) = [one for one in advice(make(gone)).considered if one.certification == "gone"]
    assert found.because[0].text == "No longer offered; since when is not known to us."


def test_what_was_on_offer_from_the_first_was_not_awarded_too_early(make: Make) -> None:
    later = fact("Not seen any more", status="unconfirmed", **{"from": "2024-01-01"})
    top = certification("top", "analyst")
    catalogue = make({**top, "status": [*top["status"], later]})
    assert "awarded-too-early" not in cautions(advice(catalogue, holds=["top@2020-01-01"]))


def test_who_is_told_to_renew_first_is_not_told_that_another_is_a_choice(make: Make) -> None:
    low = certification("low", "analyst", validity=TWO_YEARS)
    some = [
        certification("held", "analyst"),
        low,
        certification("top", "analyst", status="unconfirmed"),
    ]
    catalogue = make(*some, certification(PRACTITIONER, "director"))
    for lapsed, warned in (([], True), (["low@2019-06-01"], False)):
        told = advice(catalogue, experience_level="analyst", holds=["held", *lapsed])
        assert routes(told) == [("low",), ("top",)]
        assert ("same-level" in cautions(told)) is warned


@pytest.mark.parametrize(("holds", "warned"), [([], True), (["low"], False)])
def test_that_one_builds_on_another_is_said_until_that_is_held(
    make: Make, holds: list[str], warned: bool
) -> None:
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


def test_what_is_active_is_offered_before_what_is_not_confirmed_and_what_ended_never(
    make: Make,
) -> None:
    unsure, ended = ("a", {"state": "unconfirmed"}), ("b", {"state": "ended"})
    assert offered(make, unsure, ended, ("c", {})) == ["C"]
    assert offered(make, unsure, ended) == ["A"]
    assert offered(make, ended) == []


def test_of_one_s_own_country_one_thing_is_offered(make: Make) -> None:
    things = [("a", {}), *((one, {"countries": ["NL"]}) for one in ("b", "c"))]
    assert offered(make, *things, country="NL") == ["A", "B"]
    assert offered(make, *things, country="GB") == ["A"]
