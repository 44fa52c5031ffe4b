"""Routes and what they prove, where it is rare: in small catalogues that each test writes."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec.structs import replace
from small import (
    FOUNDATION,
    PRACTITIONER,
    TODAY,
    TWO_YEARS,
    Make,
    advice,
    cautions,
    certification,
    fact,
    person,
    routes,
    rule,
    verdict,
)

from pmo_path.contract.unknown import Unknown
from pmo_path.engine.situation import read_case
from pmo_path.messages.catalog import say
from pmo_path.model.on_day import on_day

# --- a person on a day ---------------------------------------------------------------


@pytest.mark.parametrize("holds", [None, []])
def test_a_step_that_is_taken_proves_what_it_was_built_on_and_changes_nothing_else(
    make: Make, holds: Any
) -> None:
    catalogue = make()
    case = read_case(
        on_day(catalogue, TODAY),
        person(
            catalogue,
            holds=holds,
            years_in_pmo=3,
            education="none",
            goals=["basics"],
            experience_level="analyst",
        ),
    )
    after = case.after((PRACTITIONER,))
    held = after.at_least if holds is None else after.known
    assert held["holds"] == {FOUNDATION, PRACTITIONER}
    assert replace(after, known=case.facts.known, at_least=case.facts.at_least) == case.facts
    assert after.known["goals"] == {"basics"}
    assert ("holds" in after.known) is (holds is not None)


@pytest.mark.parametrize(
    ("awarded", "held"), [("2026-11-21", True), ("2026-11-22", True), ("2026-11-23", False)]
)
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
    some = [
        certification("low", "analyst"),
        certification("side", "analyst"),
        certification("top", "analyst", entry),
    ]
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


def test_what_is_held_of_all_that_must_be_held_is_no_step(make: Make) -> None:
    needs = {one: {"holds any": [one]} for one in ("a", "b")}
    catalogue = make(certification("a"), certification("b"), certification("top", "analyst", needs))
    for holds, steps in (([], ("a", "b", "top")), (["a"], ("b", "top")), (["b"], ("a", "top"))):
        told = advice(catalogue, experience_level="analyst", holds=holds)
        (route,) = [
            one for one in told.routes if tuple(step.certification for step in one.steps) == steps
        ]
        assert [step.because[0].text for step in route.steps[:-1]] == [
            "You must pass it before Top."
        ] * (len(steps) - 1)


@pytest.mark.parametrize(
    ("need", "words"),
    [
        ({"years_in_projects": "at least 2"}, "entry-met"),
        ({"career_level": "at least analyst"}, "entry-judged"),
        ({"any": [{"career_level": "at least analyst"}, {"holds any": ["a"]}]}, "entry-met"),
        ({"any": [{"career_level": "at least manager"}, {"holds any": ["a"]}]}, "entry-once"),
    ],
)
def test_on_what_ground_a_step_after_another_is_open(
    make: Make, need: dict[str, Any], words: str
) -> None:
    needs = {one: {"holds any": [one]} for one in ("a", "b")}
    catalogue = make(
        certification("a"),
        certification("b", None, {"need": need}),
        certification("top", "analyst", needs),
    )
    told = advice(catalogue, experience_level="analyst", holds=[], years_in_projects=2)
    (step,) = [step for one in told.routes for step in one.steps if step.certification == "b"]
    assert step.entry == say(words, names="A", ask="Example Institute (https://institute.example)")


BASICS = ({"goals": "includes basics"}, "old", {"goals": ["basics"]}, {"goals": []})
REPLACED = certification("old", status="withdrawn", since={"superseded_by": "low"})


def test_what_is_passed_again_is_advised_by_what_was_advised_of_its_predecessor_and_asks_nothing(
    make: Make,
) -> None:
    years = {"years": {"years_in_projects": "at least 3"}}
    low = certification("low", "analyst", years, validity=TWO_YEARS)
    catalogue = make(REPLACED, low, rules=[rule("aim", *BASICS, about="goal")])
    facts = {
        "experience_level": "analyst",
        "years_in_projects": 0,
        "goals": ["basics"],
        "holds": ["low@2020-01-01"],
    }
    (step,) = advice(catalogue, **facts).routes[0].steps
    assert (step.certification, step.action, step.gaps) == ("low", "renew", ())
    assert any("which this replaced" in one.text for one in step.because)


def test_what_was_advised_against_its_predecessor_is_said_of_what_must_be_held(make: Make) -> None:
    top = certification("top", "analyst", {"low": {"holds any": ["low"]}})
    against = {**rule("against", *BASICS), "prefer": [], "exclude": ["old"]}
    catalogue = make(REPLACED, certification("low"), top, rules=[against])
    told = advice(catalogue, experience_level="analyst", goals=["basics"], holds=[])
    (step,) = [step for one in told.routes for step in one.steps if step.certification == "low"]
    assert any("which this replaced" in one.text for one in step.because)


def test_the_kind_of_office_that_is_aimed_for_counts_more_than_the_present_one(make: Make) -> None:
    kinds = ("tactical", "coe")
    catalogue = make(
        *[certification(f"for-{one}", "analyst", pmo_types=[fact(one, type=one)]) for one in kinds]
    )
    for aim, first in ((None, "for-tactical"), ("coe", "for-coe")):
        told = advice(
            catalogue, experience_level="analyst", pmo_types=["tactical"], target_pmo_type=aim
        )
        assert told.next_steps == (first,)


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
    (route,) = advice(
        make(routes=families), experience_level="analyst", years_in_pmo=2, holds=[]
    ).routes
    assert (route.title, route.family) == (title, family)


def test_what_is_not_known_of_a_route_is_asked_of_every_owner_once(make: Make) -> None:
    catalogue = make()
    second = catalogue.certifications[PRACTITIONER]
    other = replace(
        catalogue.bodies["example-institute"], id="other", ask="Other (https://other.example)"
    )
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
