"""Ways to a certification and their order, at their edges."""

from __future__ import annotations

import itertools
from datetime import date
from typing import Any

from small import (
    FOUNDATION,
    PRACTITIONER,
    TODAY,
    Make,
    advice,
    certification,
    fact,
    person,
    routes,
    rule,
    verdict,
)
from strategies import shipped

from pmo_path.engine.decision import decide
from pmo_path.engine.fit import fit_of
from pmo_path.engine.ranking import deciding_criterion
from pmo_path.engine.route_planning import steps_to
from pmo_path.engine.situation import read_case
from pmo_path.model.on_day import on_day
from pmo_path.profile.profile import Profile

DAY = on_day(shipped(), date(2026, 11, 22))
ASPIRING = read_case(DAY, Profile(experience_level="analyst", target_level="director", holds=()))


def test_what_stands_outside_the_routes_suits_nobody() -> None:
    assert fit_of(ASPIRING, shipped().certifications["prince2-practitioner"]) is None


def test_a_way_never_comes_back_to_where_it_leads() -> None:
    assert steps_to(ASPIRING, "hop-directors", frozenset({"hop-directors"})) is None


def test_a_way_goes_through_what_opens_it() -> None:
    """Essentials for PMO Analysts would open it too, but little more than its name is known."""
    assert steps_to(ASPIRING, "hop-managers") == (
        "p3o-foundation",
        "p3o-practitioner",
        "hop-managers",
    )
    directors = steps_to(ASPIRING, "hop-directors")
    assert directors
    assert directors[-1] == "hop-directors"
    assert len(directors) == 3


def test_without_a_way_that_opens_it_the_step_stands_alone() -> None:
    """It is then not open, and no plan is made of it."""
    closed = frozenset({"hop-managers", "p3o-practitioner"})
    assert steps_to(ASPIRING, "hop-directors", closed) == ("hop-directors",)
    half = frozenset({"hop-analysts", "p3o-practitioner"})
    assert steps_to(ASPIRING, "hop-directors", half) == ("hop-directors",)


# --- ways to a certification ---------------------------------------------------------


def test_two_that_accept_each_other_are_no_endless_way(make: Make) -> None:
    one = certification(
        "left",
        "analyst",
        {"entry": {"any": [{"holds any": ["right"]}, {"education": "at least bachelor"}]}},
    )
    other = certification(
        "right",
        "analyst",
        {"entry": {"any": [{"holds any": ["left"]}, {"education": "at least bachelor"}]}},
    )
    told = advice(make(one, other), experience_level="analyst", education="none", holds=[])
    assert not {"left", "right"} & {step for steps in routes(told) for step in steps}
    assert {verdict(told, "left"), verdict(told, "right")} == {"not_eligible"}
    assert ("right",) in routes(
        advice(make(one, other), experience_level="analyst", holds=["left"])
    )


def test_a_way_leads_through_what_is_accepted_only_where_that_opens_it(make: Make) -> None:
    gone = certification("gone", "entry", status="withdrawn")
    first = certification(
        "first", "manager", {"gone": {"holds any": ["gone"]}}
    )  # nobody can come there any more
    second = certification("second", "manager")
    third = certification("third", "manager")
    asked = {
        "entry": {
            "any": [
                {"holds any": ["first"]},
                {"holds all": ["second", "third"]},
                {"holds any": ["fourth"]},
            ]
        }
    }
    fourth = certification("fourth", "manager", {"years": {"years_in_projects": "at least 9"}})
    top = certification("top", "manager", asked)
    told = advice(
        make(gone, first, second, third, fourth, top),
        experience_level="manager",
        holds=[],
        years_in_projects=1,
    )
    assert ("top",) not in routes(told)
    assert all(steps[-1] != "top" for steps in routes(told)), "one alone of two does not open it"
    later = advice(
        make(gone, first, second, third, fourth, top),
        experience_level="manager",
        holds=[],
        years_in_projects=9,
    )
    assert [steps for steps in routes(later) if "top" in steps] == [("fourth", "top")]


def test_the_shortest_way_is_taken_then_that_within_the_family(make: Make) -> None:
    accepted = {"entry": {"holds any": ["aaa", FOUNDATION, "long"]}}
    aaa = certification("aaa", "entry")
    long = certification("long", "entry", {"aaa": {"holds any": ["aaa"]}})
    top = certification(PRACTITIONER, "entry", accepted)
    told = advice(make(aaa, long, top), experience_level="entry", holds=[])
    assert (FOUNDATION, PRACTITIONER) in routes(told)
    assert all(steps in ((FOUNDATION, PRACTITIONER), ("aaa", "long")) for steps in routes(told))


def test_nobody_is_sent_below_their_own_level_or_above_where_they_go_to_get_in(make: Make) -> None:
    def way(own: str, accepted: str, top: str, **facts: Any) -> list[tuple[str, ...]]:
        low = certification("low", accepted)
        high = certification(
            "high",
            top,
            {"entry": {"any": [{"holds any": ["low"]}, {"years_in_projects": "at least 9"}]}},
        )
        told = advice(make(low, high), experience_level=own, years_in_projects=1, holds=[], **facts)
        return [one for one in routes(told) if one[-1] == "high"]

    assert way("manager", "manager", "manager") == [("low", "high")]
    assert way("manager", "analyst", "manager") == []
    assert way("manager", "director", "manager") == []
    assert way("analyst", "analyst", "manager", target_level="manager") == [("low", "high")]
    assert way("analyst", "manager", "manager", target_level="manager") == [("low", "high")]
    assert way("analyst", "entry", "manager", target_level="manager") == []


# --- the order -----------------------------------------------------------------------


def test_criteria_decide_one_after_the_other_and_what_none_separates_is_a_tie(make: Make) -> None:
    open_ = {"years": {"years_in_projects": "at least 3"}}
    placed = [fact("Made for tactical PMOs", type="tactical")]
    several = (
        certification("closed", "analyst", open_, pmo_types=placed),
        certification("goal", "analyst", pmo_types=placed, status="unconfirmed"),
        certification(
            "other-type", "analyst", pmo_types=[fact("Made for enterprise PMOs", type="enterprise")]
        ),
        certification("same", "analyst", pmo_types=placed),
        certification("same-again", "analyst", pmo_types=placed),
        certification("sure", "analyst", pmo_types=placed),
        certification(PRACTITIONER, "director"),
        certification(FOUNDATION, "director"),
    )
    rules = [
        rule(
            "aim",
            {"goals": "includes basics"},
            "goal",
            {"goals": ["basics"]},
            {"goals": []},
            about="goal",
        ),
        rule(
            "named",
            {"career_level": "is analyst"},
            "sure",
            {"experience_level": "analyst"},
            {"experience_level": "entry"},
        ),
    ]
    day = on_day(make(*several, rules=rules), TODAY)
    ranked = decide(
        day,
        person(day.catalogue, experience_level="analyst", pmo_types=["tactical"], goals=["basics"]),
    ).ranked
    found = [(one.rank, one.plan.destination) for one in ranked]
    assert found == [
        (1, "sure"),
        (2, "same"),
        (2, "same-again"),
        (3, "other-type"),
        (4, "goal"),
        (5, "closed"),
    ]
    between = [deciding_criterion(one, other) for one, other in itertools.pairwise(ranked)]
    assert between == ["advised", None, "type", "on-offer", "open"]
    wanted = decide(day, person(day.catalogue, experience_level="entry", goals=["basics"])).ranked
    assert [(one.plan.destination, one.plan.fit.level) for one in wanted] == [("goal", "advised")]
