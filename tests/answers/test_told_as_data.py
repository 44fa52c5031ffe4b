"""What the sentences of an advice say stands as data too, and says the same."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from explanations import explained
from goldens import PEOPLE
from readings import read
from strategies import shipped
from written import advised

from pmo_path.answers.advise import advise
from pmo_path.contract.advice import Advice
from pmo_path.contract.planning import Assumption, RenewalView
from pmo_path.contract.unknown import Unknown

TODAY = date(2026, 11, 22)
IN_TIME = {"needed_by": "2026-12-15"}
TOO_LATE = {"needed_by": "2026-11-23"}


def told(**facts: Any) -> Advice:
    return advise(shipped(), read(facts), TODAY)


@pytest.mark.parametrize("person", PEOPLE)
@pytest.mark.parametrize("day", [None, IN_TIME, TOO_LATE, {"needed_by": "2018-01-01"}])
def test_deadlines_say_what_the_cautions_on_time_say(person: str, day: Any) -> None:
    advice = advised(person, shipped())
    if day is not None:
        facts = {**PEOPLE[person]["profile"], **day}
        advice = advise(shipped(), read(facts), date.fromisoformat(advice.as_of))
    assert [one.route for one in advice.deadlines.routes] == [one.id for one in advice.first_routes]
    cautions = {(one.rule, one.certification) for one in advice.cautions}
    for route, deadline in zip(advice.first_routes, advice.deadlines.routes, strict=True):
        last = route.steps[-1].certification
        assert (deadline.state is None) == ("needed_by" not in advice.profile)
        assert (deadline.state == "too_late") == (("too-late", last) in cautions)
        assert (deadline.state == "passed") == (("too-late", None) in cautions)
        if ("time-unknown", last) in cautions:
            assert deadline.state == "unknown"


@pytest.mark.parametrize("person", PEOPLE)
def test_what_stands_above_a_route_is_the_next_better_rank(person: str) -> None:
    advice = advised(person, shipped())
    for route in advice.routes:
        same = [one.id for one in advice.routes if one.rank == route.rank]
        assert sorted([*route.tied, route.id]) == sorted(same)
        better = [one.id for one in advice.routes if one.rank == route.rank - 1]
        assert [one.route for one in route.above] == better
        if len(route.steps) == 1 and better:
            why = _above(person, route.steps[-1].certification)
            assert {one.route: one.rule for one in route.above}.items() <= why.items()


def _above(person: str, certification: str) -> dict[str, str]:
    return {one.route: one.rule for one in explained(person, certification).above}


@pytest.mark.parametrize("person", PEOPLE)
def test_what_is_assumed_is_said_of_the_level_and_of_the_steps(person: str) -> None:
    advice = advised(person, shipped())
    level = [one for one in advice.assumptions if one.assumed == "level"]
    assert bool(level) == bool(advice.career_level and advice.career_level.assumed)
    leaning = {"judged", "on-word", "lapsed"}
    steps = {
        step.certification
        for route in advice.routes
        for step in route.steps
        if step.ground in leaning
    }
    assumed = [one for one in advice.assumptions if one.assumed not in ("level", "award-valid")]
    assert sorted(str(one.certification) for one in assumed) == sorted(steps)


@pytest.mark.parametrize(
    ("facts", "assumption"),
    [
        (
            {"role": "PMO coordinator"},
            ("level", "experience_level", "analyst", ("entry",), None),
        ),
        (
            {"experience_level": "analyst", "holds": ["p3o-foundation"]},
            ("award-valid", "holds", ["p3o-foundation"], (), "p3o-foundation"),
        ),
        (
            {"experience_level": "analyst", "holds": ["pmp"], "holds_complete": "no"},
            ("holds-complete", "holds", ["pmp"], (), None),
        ),
        (
            {"experience_level": "manager", "holds": ["MSP Practitioner"]},
            ("certificate-recognised", "holds_other", ["MSP Practitioner"], (), "hop-managers"),
        ),
        (
            {"experience_level": "manager", "holds": [], "years_in_projects": 6},
            ("experience-counts", "experience_accepted", "yes", (), "hop-managers"),
        ),
    ],
)
def test_an_assumption_names_the_fact_that_would_settle_it(
    facts: dict[str, Any], assumption: Any
) -> None:
    assumed, fact, value, others, certification = assumption
    assert (
        Assumption(
            assumed=assumed, fact=fact, value=value, others=others, certification=certification
        )
        in told(**facts).assumptions
    )


def test_who_says_all_is_assumed_nothing_of() -> None:
    facts = {"experience_level": "analyst", "holds": ["p3o-foundation@2026-01-01"]}
    assert told(**facts).assumptions == ()


def test_what_renews_an_award_is_its_suite_while_it_is_valid_and_itself_after() -> None:
    valid, _ = told(role="PMO manager", holds=["p3o-practitioner@2026-05-01"]).holdings
    lapsed, _ = told(role="PMO manager", holds=["p3o-practitioner@2020-05-01"]).holdings
    assert isinstance(valid.renewal, RenewalView)
    assert isinstance(lapsed.renewal, RenewalView)
    assert {"p3o-foundation", "mop-practitioner"} <= set(valid.renewal.by)
    assert "pmp" not in valid.renewal.by
    assert lapsed.renewal.by == ("p3o-practitioner",)


def test_what_is_not_known_of_a_renewal_is_unknown_or_null() -> None:
    known, other = told(role="PMO manager", holds=["hop-managers", "MSP Practitioner"]).holdings
    assert isinstance(known.renewal, Unknown)
    assert other.renewal is None


def test_lapses_come_by_their_day() -> None:
    advice = told(
        role="PMO manager", holds=["p3o-foundation@2026-05-01", "mop-foundation@2022-02-01"]
    )
    assert [(one.certification, one.on, one.days_left) for one in advice.deadlines.lapses] == [
        ("mop-foundation", "2025-02-01", -659),
        ("p3o-foundation", "2029-05-01", 891),
    ]
