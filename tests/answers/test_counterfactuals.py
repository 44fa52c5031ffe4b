"""What would change a verdict, at the least, in small catalogues that each test writes."""

from __future__ import annotations

from typing import Any

import pytest
from small import (
    PRACTITIONER,
    TODAY,
    TWO_YEARS,
    Make,
    advice,
    certification,
    changes,
    fact,
    person,
    routes,
    rule,
)

from pmo_path.answers.counterfactuals import MOST_TRIES, flip, one_way, smallest_change
from pmo_path.core.json_text import json_data
from pmo_path.engine.decision import Decision, decide
from pmo_path.model.catalogue import Catalogue
from pmo_path.model.on_day import on_day
from pmo_path.profile.profile import Profile


def told_of_change(
    catalogue: Catalogue, certification: str, **facts: Any
) -> list[tuple[str, Any, Any]]:
    """The smallest change, as the advice has it."""
    found = smallest_change(
        decide(on_day(catalogue, TODAY), person(catalogue, **facts)), certification
    )
    return [(one.fact, json_data(one.from_), json_data(one.to)) for one in found]


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
        assert (
            told_of_change(catalogue, "top", **facts)
            == changes(catalogue, "top", **facts)
            == expected
        )


@pytest.mark.parametrize("holds", [[], [PRACTITIONER]])
def test_to_obtain_one_certification_first_is_said_by_its_name(
    make: Make, holds: list[str]
) -> None:
    """Others that are accepted too are passed over where they cannot be had."""
    gone = certification("a-gone", status="withdrawn")
    top = certification("top", "analyst", {"entry": {"holds any": ["a-gone", "low"]}})
    catalogue = make(gone, certification("low"), certification(PRACTITIONER, "director"), top)
    decision = decide(
        on_day(catalogue, TODAY), person(catalogue, experience_level="analyst", holds=holds)
    )
    (change,) = smallest_change(decision, "top")
    assert (json_data(change.from_), json_data(change.to), change.text) == (
        holds,
        [*holds, "low"],
        "obtain Low first",
    )


def test_to_aim_no_higher_is_never_called_the_way_to_what_lies_beyond(make: Make) -> None:
    aim = {"target_level": "is entry"}
    odd = rule(
        "odd", aim, "top", {"target_level": "entry"}, {"target_level": "analyst"}, about="goal"
    )
    catalogue = make(certification("top", "director"), rules=[odd])
    assert told_of_change(catalogue, "top", experience_level="entry") == [
        ("target_level", None, "director")
    ]


def test_an_aim_that_is_not_said_is_as_far_as_it_lies_from_where_the_person_works(
    make: Make,
) -> None:
    """Not from the lowest level, from which a director's way to analyst was the shorter one."""
    two = [fact("For analysts", level="analyst"), fact("For managers", level="manager")]
    catalogue = make(certification("top", None, career_levels=two))
    decided = decide(on_day(catalogue, TODAY), person(catalogue, experience_level="director"))
    (change,) = flip(decided, "top") or ()
    assert (change.fact, change.from_, change.to) == ("target_level", None, "manager")


def test_kinds_of_pmo_have_no_order(make: Make) -> None:
    either = {"any": [{"target_pmo_type": "is coe"}, {"target_level": "is director"}]}
    kinds = [{"target_pmo_type": kind} for kind in ("coe", "tactical")]
    named = rule("named", either, "top", *kinds)
    catalogue = make(certification("top", None), rules=[named])
    decided = decide(on_day(catalogue, TODAY), person(catalogue, experience_level="entry"))
    (change,) = flip(decided, "top") or ()
    assert (change.fact, change.to) == ("target_pmo_type", "coe")  # not three levels up


@pytest.mark.parametrize(
    ("has", "asked", "expected"),
    [
        (0, 2, ("years_in_projects", 0, 2)),  # two years, or a diploma that takes two years
        (0, 3, ("education", "secondary", "bachelor")),
        (8, 9, ("years_in_projects", 8, 9)),  # what is there already takes no time
        (0, 0.5, ("years_in_projects", 0, 0.5)),
    ],
)
def test_the_cheaper_change_is_named_and_of_two_alike_the_one_that_comes_first(
    make: Make, has: float, asked: float, expected: tuple[str, Any, Any]
) -> None:
    either = [{"years_in_projects": f"at least {asked}"}, {"education": "at least bachelor"}]
    catalogue = make(certification("top", "analyst", {"either": {"any": either}}))
    facts = {"experience_level": "analyst", "years_in_projects": has, "education": "secondary"}
    assert told_of_change(catalogue, "top", **facts) == [expected]


@pytest.mark.parametrize(
    ("need", "said", "expected"),
    [
        ({"years_in_projects": "at least 1"}, {}, [("years_in_projects", None, 1)]),
        ({"education": "at least secondary"}, {}, [("education", None, "secondary")]),
        ({"education": "less than secondary"}, {}, []),
        ({"years_in_projects": "at most 2"}, {"years_in_projects": 5}, []),
        ({"years_in_projects": "at most 2"}, {"years_in_projects": "2-4"}, []),
    ],
)
def test_of_what_is_not_said_the_least_is_asked_and_nothing_is_ever_taken_away(
    make: Make, need: dict[str, str], said: dict[str, Any], expected: list[tuple[str, Any, Any]]
) -> None:
    """Until it is known, another that asks for nothing comes first; a search may be given up."""
    catalogue = make(
        certification("sure", "analyst"), certification("top", "analyst", {"need": need})
    )
    assert (changes(catalogue, "top", experience_level="analyst", **said) or []) == expected


def test_what_was_passed_is_never_to_be_obtained_first_though_it_lapsed(make: Make) -> None:
    low = certification("low", "analyst", validity=TWO_YEARS)
    top = certification("top", "analyst", {"low": {"holds any": ["low"]}}, status="unconfirmed")
    catalogue = make(low, top, certification(PRACTITIONER, "director"))
    facts = {"experience_level": "analyst", "holds": ["low@2019-06-01"]}
    assert routes(advice(catalogue, **facts)) == [("low",), ("top",)], (
        "renewed first, as it is sure to be on offer"
    )
    assert changes(catalogue, "top", **facts) == []


MANY = {
    "years": {"any": [{"years_in_projects": f"at least {number}"} for number in range(1, 9)]},
    "hours": {"any": [{"pmo_education_hours": f"more than {number}"} for number in range(1, 9)]},
}


def test_a_search_is_given_up_after_so_many_tries(
    make: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    catalogue = make(certification("sure", "analyst"), certification("top", "entry", MANY))
    tried: list[Profile] = []
    asked = Decision.would_advise

    def would_advise(decision: Decision, name: str, profile: Profile) -> bool:
        tried.append(profile)
        return asked(decision, name, profile)

    monkeypatch.setattr(Decision, "would_advise", would_advise)
    facts = {"experience_level": "analyst", "years_in_projects": 9, "pmo_education_hours": 9}
    assert flip(decide(on_day(catalogue, TODAY), person(catalogue, **facts)), "top") is not None
    tried.clear()
    facts = {"experience_level": "analyst", "years_in_projects": 0, "pmo_education_hours": 0}
    assert flip(decide(on_day(catalogue, TODAY), person(catalogue, **facts)), "top") is None
    assert len(tried) == MOST_TRIES


@pytest.mark.parametrize(
    ("top", "facts"),
    [
        ({"kind": "neighbour"}, {}),
        ({"status": "withdrawn"}, {}),
        ({}, {"holds": ["top"]}),
    ],
)
def test_no_change_is_looked_for_where_none_can_help(
    make: Make, top: dict[str, Any], facts: dict[str, Any]
) -> None:
    """Among so many a search would be given up; here there is none."""
    catalogue = make(certification("top", "director", MANY, **top))
    assert changes(catalogue, "top", experience_level="analyst", **facts) == []


def test_the_cheapest_change_is_what_is_left_to_the_threshold(make: Make) -> None:
    top = certification(
        "top",
        "analyst",
        {
            "years": {"years_in_projects": "at least 3"},
            "hours": {"pmo_education_hours": "more than 10"},
        },
    )
    told = changes(
        make(top), "top", experience_level="analyst", years_in_projects=1, pmo_education_hours=4
    )
    assert told == [("years_in_projects", 1, 3), ("pmo_education_hours", 4, 10.5)]
    assert changes(
        make(top), "top", experience_level="analyst", years_in_projects=1, pmo_education_hours=11
    ) == [("years_in_projects", 1, 3)]


def test_of_changes_that_cost_the_same_the_fewest_facts_are_named(make: Make) -> None:
    both = {
        "all": [{"pmo_education_hours": "at least 18"}, {"goals": "includes basics"}]
    }  # 0.9 and 0.1 of a month
    top = certification(
        "top", "analyst", {"entry": {"any": [both, {"holds any": ["low"]}]}}
    )  # a month
    told = changes(
        make(certification("low"), top),
        "top",
        experience_level="analyst",
        holds=[],
        pmo_education_hours=0,
        goals=[],
    )
    assert told == [("holds", [], ["low"])]


def test_to_read_another_language_is_added_to_those_that_are_read(make: Make) -> None:
    top = certification("top", "analyst", {"language": {"reads": "includes nl or de"}})
    assert changes(make(top), "top", experience_level="analyst", reads=["en"]) == [
        ("reads", ["en"], ["en", "de"])
    ]
    assert changes(make(top), "top", experience_level="analyst", reads=[]) == [
        ("reads", [], ["de"])
    ]


def test_what_nobody_can_change_is_never_advised_to_be_changed(make: Make) -> None:
    top = certification("top", "analyst", {"hours": {"hours_per_week": "at least 20"}})
    assert changes(make(top), "top", experience_level="analyst", hours_per_week=4) == []
    assert advice(make(top), experience_level="analyst", hours_per_week=20).next_steps == ("top",)


def test_what_must_be_held_is_gained_with_all_its_steps_if_it_can_be(make: Make) -> None:
    low = certification("low", "analyst")
    middle = certification("middle", "analyst", {"low": {"holds any": ["low"]}})
    gone = certification("gone", "entry", status="withdrawn")
    lost = certification("lost", "analyst", {"gone": {"holds any": ["gone"]}})
    years = {"years_in_projects": "at least 9"}
    top = certification(
        "top",
        "director",
        {
            "entry": {
                "any": [
                    {"all": [{"holds any": ["middle"]}, years]},
                    {"holds any": ["lost", "gone"]},
                ]
            }
        },
    )
    catalogue = make(low, middle, gone, lost, top)
    assert changes(
        catalogue, "top", experience_level="director", holds=[], years_in_projects=8
    ) == [
        ("holds", [], ["low", "middle"]),
        ("years_in_projects", 8, 9),
    ]


def test_a_search_among_too_many_changes_is_given_up(make: Make) -> None:
    needs = {
        "never": {"hours_per_week": "at least 20"},
        "years": {"any": [{"years_in_projects": f"at least {number}"} for number in range(1, 9)]},
        "school": {"education": "at least bachelor"},
        "hours": {
            "any": [{"pmo_education_hours": f"more than {number}"} for number in range(1, 9)]
        },
    }
    catalogue = make(certification("top", "director", needs))
    assert changes(catalogue, "top", experience_level="analyst", hours_per_week=4) is None


@pytest.mark.parametrize("met", [False, True])
def test_one_way_is_named_where_the_least_is_not_found(make: Make, met: bool) -> None:
    years = {"years_in_projects": 9 if met else 0, "pmo_education_hours": 9 if met else 0}
    catalogue = make(certification("sure", "analyst"), certification("top", "manager", MANY))
    decision = decide(
        on_day(catalogue, TODAY), person(catalogue, experience_level="analyst", **years)
    )
    found = one_way(decision, "top")
    assert [one.fact for one in found] == (["goals"] if met else [*years, "goals"])
    changed = years | {one.fact: json_data(one.to) for one in found}
    then = advice(catalogue, experience_level="analyst", **changed)
    assert ("top",) in routes(then)


def test_one_way_names_no_wish_where_entry_alone_suffices(make: Make) -> None:
    years = {"years_in_projects": 0, "pmo_education_hours": 0}
    catalogue = make(certification("sure", "manager"), certification("top", "analyst", MANY))
    case = decide(on_day(catalogue, TODAY), person(catalogue, experience_level="analyst", **years))
    assert [one.fact for one in one_way(case, "top")] == [*years]


def test_no_way_is_named_where_entry_and_wishes_do_not_suffice(make: Make) -> None:
    never = {"hours": {"hours_per_week": "at least 20"}}
    catalogue = make(certification("sure", "analyst"), certification("top", "manager", never))
    facts = {"experience_level": "analyst", "hours_per_week": 4}
    assert one_way(decide(on_day(catalogue, TODAY), person(catalogue, **facts)), "top") == ()


def test_education_goes_up_one_step_at_a_time_and_never_down(make: Make) -> None:
    top = certification("top", "analyst", {"school": {"education": "at least bachelor"}})
    assert changes(make(top), "top", experience_level="analyst", education="none") == [
        ("education", "none", "bachelor")
    ]
    low = certification("top", "analyst", {"school": {"education": "at most secondary"}})
    assert changes(make(low), "top", experience_level="analyst", education="bachelor") == []
