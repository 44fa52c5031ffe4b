"""What the shipped catalogue has no example of: prices, ways that end nowhere, circles, odd limits.

Each test writes a small catalogue of its own over `catalogues/valid/small` and asks for advice.
"""

from __future__ import annotations

import itertools
from datetime import date
from typing import Any

import pytest
from goldens import golden
from msgspec.structs import replace
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
from spoken import said

from pmo_path.answers.budget_and_time import days_later
from pmo_path.answers.counterfactuals import flip
from pmo_path.contract.advice import Cost, Unknown
from pmo_path.core.memory import forget
from pmo_path.core.scalars import Range
from pmo_path.engine.decision import decide
from pmo_path.engine.ranking import deciding_criterion
from pmo_path.engine.what_if import candidate_answers
from pmo_path.interview.question_selection import Questionnaire
from pmo_path.interview.status import still_possible
from pmo_path.model.catalogue import Catalogue
from pmo_path.model.on_day import on_day
from pmo_path.profile.facts import BY_KEY, FACTS
from pmo_path.profile.profile import Held, Profile

# --- money and time ------------------------------------------------------------------

PRICES = [
    fact("900 pounds", low="900", currency="GBP", on="2024-01-01"),
    fact(
        "1000 to 1200 pounds",
        low="1000",
        high="1200",
        currency="GBP",
        on="2026-01-01",
        covers="the exam",
        note="With tax.",
    ),
    fact("1500 pounds", low="1500", currency="GBP", on="2026-11-23"),
    fact("ask for a quote", on="2026-05-01"),
    fact("950, of what is not said", low="950", on="2026-06-01"),
    fact("once 700 pounds", low="700", currency="GBP"),
]


def test_the_newest_price_that_is_known_on_the_day_is_shown(make: Make) -> None:
    catalogue = make(certification(FOUNDATION, "entry", price=PRICES))

    def shown(on: str) -> Any:
        return (
            advice(catalogue, date.fromisoformat(on), experience_level="entry")
            .routes[0]
            .steps[0]
            .cost
        )

    old = {
        "covers": "the exam",
        "age": "1 January 2026; Example Institute; not confirmed since",
        "note": "With tax.",
    }
    new = {"covers": "1500 pounds", "age": "23 November 2026; Example Institute", "note": ""}
    one = Cost(low=1000, high=1200, currency="GBP", on="2026-01-01", sources=("institute",), **old)
    other = Cost(
        low=1500, high=1500, currency="GBP", on="2026-11-23", sources=("institute",), **new
    )
    assert (shown("2026-11-22"), shown("2026-11-23")) == (one, other)
    assert shown("2026-01-01").on == "2026-01-01"
    assert shown("2025-12-31").on == "2024-01-01"
    assert shown("2024-01-01").on == "2024-01-01"
    assert isinstance(shown("2023-12-31"), Unknown)


@pytest.mark.parametrize(
    ("budget", "warned"),
    [
        ("999.99 GBP", {"over-budget"}),
        ("1000 GBP", set()),
        ("1001 GBP", set()),
        ("1 EUR", set()),
        (None, set()),
    ],
)
def test_a_budget_is_held_against_the_price(
    make: Make, budget: str | None, warned: set[str]
) -> None:
    catalogue = make(certification(FOUNDATION, "entry", price=PRICES))
    told = advice(catalogue, experience_level="entry", **({"budget": budget} if budget else {}))
    assert cautions(told) & {"over-budget", "budget-unknown"} == warned
    for one in told.cautions:
        if one.rule == "over-budget":
            assert (one.certification, one.sources) == (FOUNDATION, ("institute",))
            assert "1000 GBP" in one.text
            assert "999.99 GBP" in one.text
    unknown = advice(make(), experience_level="entry", budget="1 GBP")
    assert {one.certification for one in unknown.cautions if one.rule == "budget-unknown"} == {
        FOUNDATION
    }


def test_sums_are_of_one_currency_and_name_what_is_missing(make: Make) -> None:
    def total(*prices: Any) -> Any:
        first = certification(
            FOUNDATION,
            "entry",
            price=list(prices[:1]),
            training_days=[fact("2 days", low="2", high="3")],
        )
        second = certification(
            PRACTITIONER,
            "analyst",
            {"foundation": {"holds any": [FOUNDATION]}},
            price=list(prices[1:]),
            training_days=[fact("4 days", low="4")],
        )
        (route,) = advice(make(first, second), experience_level="analyst", holds=[]).routes
        return route.totals

    one, other = (
        fact("100", low="100", high="120", currency="GBP", on="2026"),
        fact("50", low="50", currency="GBP", on="2026"),
    )
    both = total(one, other)
    assert (both.cost.low, both.cost.high, both.cost.currency) == (150, 170, "GBP")
    assert (both.training_days.low, both.training_days.high) == (6, 7)
    assert both.unknown == ()
    mixed = total(one, {**other, "currency": "EUR"})
    assert isinstance(mixed.cost, Unknown)
    part = total(one)
    assert (part.cost.low, part.unknown) == (100, ("cost of Example Practitioner",))


@pytest.mark.parametrize(
    ("facts", "warned"),
    [
        ({}, set()),
        ({"hours_per_week": 8}, {"in-time"}),  # three days, a day a week: three weeks
        ({"hours_per_week": 8, "needed_by": "2026-12-13"}, {"in-time"}),
        ({"hours_per_week": 8, "needed_by": "2026-12-12"}, {"too-late"}),
        ({"hours_per_week": "8-16", "needed_by": "2026-12-12"}, {"too-late"}),
        ({"hours_per_week": 24, "needed_by": "2026-11-29"}, {"in-time"}),
        ({"hours_per_week": 23, "needed_by": "2026-11-29"}, {"too-late"}),
        ({"needed_by": "2026-11-24"}, set()),  # two days at the least
        ({"needed_by": "2026-11-23"}, {"too-late"}),
        ({"needed_by": "2026-11-22"}, {"too-late"}),
        ({"needed_by": "2026-11-21"}, {"too-late"}),
    ],
)
def test_days_of_training_are_held_against_the_time_there_is(
    make: Make, facts: dict[str, Any], warned: set[str]
) -> None:
    catalogue = make(
        certification(FOUNDATION, "entry", training_days=[fact("2 or 3 days", low="2", high="3")])
    )
    told = advice(catalogue, experience_level="entry", **facts)
    assert cautions(told) & {"too-late", "in-time", "time-unknown"} == warned


def test_where_days_of_training_are_not_known_only_a_day_that_it_is_needed_by_is_warned_of(
    make: Make,
) -> None:
    assert "time-unknown" not in cautions(
        advice(make(), experience_level="entry", hours_per_week=4)
    )
    assert "time-unknown" in cautions(
        advice(make(), experience_level="entry", needed_by="2027-11-22")
    )


@pytest.mark.parametrize(
    ("needed_by", "words"),
    [
        ("2026-11-21", "The day you need it by"),
        ("2026-11-22", "even without a break"),
        ("2026-11-24", None),
    ],
)
def test_a_day_has_passed_only_when_it_is_over(
    make: Make, needed_by: str, words: str | None
) -> None:
    catalogue = make(certification(FOUNDATION, "entry", training_days=[fact("2 days", low="2")]))
    told = advice(catalogue, experience_level="entry", holds=[], needed_by=needed_by)
    assert [words in one.text for one in told.cautions if one.rule == "too-late"] == (
        [True] if words else []
    )


def test_no_day_is_later_than_the_last_one_of_the_calendar() -> None:
    last = date(9999, 12, 31)
    assert [days_later(date(9999, 12, 30), days) for days in (0, 1, 2, 5e9)] == [
        date(9999, 12, 30),
        last,
        last,
        last,
    ]


@pytest.mark.parametrize(
    ("reads", "rule"),
    [(None, None), (["en"], None), (["nl", "en"], None), (["nl"], "languages"), ([], "languages")],
)
def test_who_does_not_read_english_is_told_of_the_languages_of_an_exam(
    make: Make, reads: Any, rule: str | None
) -> None:
    facts = {"experience_level": "entry", **({} if reads is None else {"reads": reads})}
    known = make(
        certification(
            FOUNDATION, "entry", languages=[fact("English only"), fact("Dutch is planned")]
        )
    )
    for catalogue, sources in ((known, ("institute",)), (make(), ())):
        found = [one for one in advice(catalogue, **facts).cautions if one.rule == "languages"]
        assert [one.sources for one in found] == ([sources] if rule else [])
        assert all(("English only; Dutch is planned" in one.text) is bool(sources) for one in found)


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


# --- what changes a verdict ----------------------------------------------------------


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


def test_education_goes_up_one_step_at_a_time_and_never_down(make: Make) -> None:
    top = certification("top", "analyst", {"school": {"education": "at least bachelor"}})
    assert changes(make(top), "top", experience_level="analyst", education="none") == [
        ("education", "none", "bachelor")
    ]
    low = certification("top", "analyst", {"school": {"education": "at most secondary"}})
    assert changes(make(low), "top", experience_level="analyst", education="bachelor") == []


# --- what is asked -------------------------------------------------------------------


def asked(catalogue: Catalogue, fact: str, **facts: Any) -> list[Any]:
    questionnaire = Questionnaire(on_day(catalogue, TODAY))
    return [value.low for value in questionnaire.answers(person(catalogue, **facts), fact)]


def test_a_whole_number_is_tried_whole_and_inside_what_was_said(make: Make) -> None:
    top = certification("top", "director", {"pmos": {"pmos_managed": "more than 2.5"}})
    tried = asked(make(top), "pmos_managed", experience_level="director")
    assert tried
    assert all(one.is_integer() for one in tried)
    assert {True, False} == {one > 2.5 for one in tried}
    every = candidate_answers(on_day(make(top), TODAY), Profile(), BY_KEY["pmos_managed"])
    assert all(one.low.is_integer() for _, one in every)
    for pmos, verdict_ in ((2, "not_eligible"), (3, "recommended")):
        told = advice(make(top), experience_level="director", pmos_managed=pmos, holds=[])
        assert verdict(told, "top") == verdict_
        assert [one.fact for one in told.missing_facts if one.fact == "pmos_managed"] == []
    years = certification("top", "director", {"years": {"years_in_projects": "at least 3"}})
    inside = asked(
        make(years), "years_in_projects", experience_level="director", years_in_projects="2-4"
    )
    assert inside
    assert all(2 <= one <= 4 for one in inside)
    assert {True, False} == {one >= 3 for one in inside}


def test_what_opens_the_way_to_what_is_accepted_is_asked_too(make: Make) -> None:
    low = certification("low", None, {"hours": {"pmo_education_hours": "at least 10"}})
    middle = certification(
        "middle", "analyst", {"entry": {"any": [{"holds any": ["low"]}, {"holds any": ["side"]}]}}
    )
    side = certification("side", None, {"low": {"holds any": ["low"]}})
    top = certification("top", "analyst", {"entry": {"holds any": ["middle", "low"]}})
    questionnaire = Questionnaire(on_day(make(low, middle, side, top), TODAY))
    hangs_on = questionnaire.open(
        person(questionnaire.day.catalogue, experience_level="analyst"), frozenset()
    )
    assert {"pmo_education_hours", "holds"} <= set(hangs_on)


def test_what_only_several_held_together_open_is_asked(make: Make) -> None:
    """No single answer changes anything; two do."""
    w, x, y = (
        certification(one, status="withdrawn") for one in ("w", "x", "y")
    )  # held by some, open to nobody
    other = certification("other", "director", {"both": {"holds all": ["w", "x"]}})
    top = certification("top", "analyst", {"both": {"holds all": ["x", "y"]}})
    day = on_day(make(w, x, y, top, other, certification(PRACTITIONER, "director")), TODAY)
    questionnaire, profile = Questionnaire(day), person(day.catalogue, experience_level="analyst")
    closed = frozenset(row.key for row in FACTS if row.key != "holds")
    for held in ((), ("x",), ("y",), ("top",), ("w", "x"), ("w", "y")):
        assert questionnaire.outcome(
            replace(profile, holds=tuple(map(Held, held)))
        ) == questionnaire.outcome(replace(profile, holds=()))
    assert (
        questionnaire.outcome(profile)
        == questionnaire.outcome(replace(profile, holds=()))
        == frozenset()
    )
    both = replace(profile, holds=(Held("x"), Held("y")))
    assert (("top",), False) in questionnaire.outcome(both)
    row = questionnaire.next_question(replace(profile, holds=None), closed)
    assert row is not None
    assert row.key == "holds"


def test_what_is_asked_once_the_accepted_is_held_is_asked_now(make: Make) -> None:
    low = certification("low", "analyst", status="unconfirmed")
    top = certification(
        "top",
        "analyst",
        {"low": {"holds any": ["low"]}, "hours": {"pmo_education_hours": "at least 10"}},
    )
    day = on_day(make(low, top, certification(PRACTITIONER, "director")), TODAY)
    profile = person(day.catalogue, experience_level="analyst", holds=[], goals=[])
    questionnaire = Questionnaire(day)
    assert "pmo_education_hours" in questionnaire.open(profile, frozenset())
    few, many = (
        questionnaire.outcome(replace(profile, pmo_education_hours=Range(one, one)))
        for one in (9, 10)
    )
    assert few != many
    row = questionnaire.next_question(profile)
    assert row is not None
    assert row.key == "pmo_education_hours"


def test_languages_to_choose_from_are_those_that_conditions_name_and_one_more(make: Make) -> None:
    def tried(*codes: str) -> list[tuple[str, Any]]:
        top = certification(
            "top", "analyst", {"language": {"reads": f"includes {' or '.join(codes)}"}}
        )
        return list(candidate_answers(on_day(make(top), TODAY), Profile(), BY_KEY["reads"]))

    assert tried("nl", "de") == [("de", ("de",)), ("nl", ("nl",)), ("none of these", ("en",))]
    assert tried("en") == [("en", ("en",)), ("none of these", ())]


def test_what_only_two_answers_together_change_is_asked(make: Make) -> None:
    """Each alone leaves it open, as it is; both together close it."""
    either = {
        "entry": {
            "any": [{"pmo_education_hours": "at least 10"}, {"education": "at least bachelor"}]
        }
    }
    day = on_day(
        make(certification("top", "analyst", either), certification(PRACTITIONER, "director")),
        TODAY,
    )
    profile = person(day.catalogue, experience_level="analyst", holds=[], goals=[], pmo_types=[])
    questionnaire = Questionnaire(day)
    now = questionnaire.outcome(profile)
    alone = [
        {"pmo_education_hours": Range(0, 0)},
        {"pmo_education_hours": Range(10, 10)},
        {"education": "none"},
    ]
    assert {questionnaire.outcome(replace(profile, **one)) for one in alone} == {now}
    assert questionnaire.outcome(replace(profile, **alone[0], education="none")) == frozenset()
    row = questionnaire.next_question(profile)
    assert row is not None
    assert row.key in ("pmo_education_hours", "education")
    assert questionnaire.next_question(profile, frozenset({"education"})) is None


def test_a_neighbour_is_never_where_a_route_ends(make: Make) -> None:
    catalogue = make(
        certification("beside", "analyst", kind="neighbour"), certification("top", "analyst")
    )
    decision = decide(on_day(catalogue, TODAY), person(catalogue, experience_level="analyst"))
    assert "beside" not in still_possible(decision, frozenset())
    assert "top" in still_possible(decision, frozenset())
    assert "beside" not in {step for one in decision.ranked for step in one.plan.steps}
    assert decision.verdicts["beside"] == "not_suitable"


def test_who_may_want_the_next_level_is_asked_for_goals_where_no_rule_reads_them(
    make: Make,
) -> None:
    catalogue = make(certification("top", "analyst"), rules=[])
    questionnaire = Questionnaire(on_day(catalogue, TODAY))
    assert "goals" in questionnaire.open(Profile(experience_level="entry"), frozenset())
    assert "goals" not in questionnaire.open(
        Profile(experience_level="entry", target_level="entry"), frozenset()
    )


# --- what is said of it --------------------------------------------------------------


def everything(make: Make) -> Catalogue:
    """A catalogue with one of everything that the shipped one has no example of."""
    return make(
        certification(
            FOUNDATION, "entry", price=PRICES, training_days=[fact("2 days", low="2", high="3")]
        ),
        certification("beside", kind="neighbour"),
        certification("gone", "analyst", status="withdrawn"),
        certification("held-back", "analyst", status="suspended"),
        certification(
            "lasting",
            "analyst",
            validity=[fact("Two years", months="24")],
            languages=[fact("English")],
        ),
        certification(
            "open",
            "manager",
            {
                "two": {
                    "at least": {
                        "n": "2",
                        "of": [{"holds any": ["lasting"]}, {"years_in_projects": "at least 3"}],
                    }
                }
            },
            pmo_types=[fact("For any office", type="any")],
        ),
        certification(
            "planned",
            "manager",
            {"languages": {"reads": "includes nl"}, "school": {"education": "at least bachelor"}},
            since={"planned": "true", "from": "2025-01-01"},
            exam=[fact("60 questions"), fact("2 hours", edition="second", **{"from": "2024"})],
        ),
        certification(
            "unsure", "director", {"lasting": {"holds any": ["lasting"]}}, status="unconfirmed"
        ),
        rules=[
            rule(
                "ideas",
                {"goals": "includes frameworks"},
                "gone",
                {"goals": ["frameworks"]},
                {"goals": []},
                about="goal",
            ),
        ],
    )


SMALL_PEOPLE: dict[str, dict[str, Any]] = {
    "nobody": {},
    "beginner": {
        "experience_level": "entry",
        "budget": "950 GBP",
        "hours_per_week": 4,
        "needed_by": "2026-12-20",
    },
    "analyst": {
        "experience_level": "analyst",
        "goals": ["frameworks"],
        "holds": ["gone", "lasting@2024-06-01"],
    },
    "lapsed": {
        "experience_level": "manager",
        "holds": ["lasting@2020-06-01"],
        "pmo_types": ["coe", "tactical"],
    },
    "manager": {
        "experience_level": "manager",
        "holds": [],
        "years_in_projects": 1,
        "reads": ["de"],
        "education": "none",
        "pmo_types": ["coe"],
    },
    "by title": {"role": "PMO analyst", "holds": [], "years_in_projects": "1-4"},
    "director": {"experience_level": "director", "holds": [], "years_in_projects": 3},
}


def test_what_is_said_of_a_small_catalogue_is_the_golden_word(make: Make) -> None:
    catalogue, lines, before = everything(make), [], set[str]()
    for name, facts in SMALL_PEOPLE.items():
        told = list(said(advice(catalogue, **facts)))
        decision = decide(on_day(catalogue, TODAY), person(catalogue, **facts))
        told += [f"flip {one}: {flip(decision, one)}" for one in catalogue.certifications]
        lines += [f"== {name}", *(line for line in dict.fromkeys(told) if line not in before)]
        before.update(told)
    golden("small.txt", "\n".join([*lines, ""]))


# --- what is remembered, and what is rare ----------------------------------------------


def test_what_is_forgotten_is_worked_out_again(make: Make) -> None:
    catalogue = make(certification("a-made-for-managers", "manager"))
    people = [
        {"experience_level": level, "years_in_pmo": years}
        for level in ("entry", "manager")
        for years in (1, 2)
    ]
    remembered = [advice(catalogue, **person) for person in people]
    for one, known in zip(people, remembered, strict=True):
        forget()
        assert advice(catalogue, **one) == known


def test_an_award_of_the_first_day_of_a_scheme_is_not_too_early(make: Make) -> None:
    history = [
        fact("To come", status="not_launched"),
        fact("Launched", status="current", **{"from": "2021-02-01"}),
    ]
    catalogue = make({**certification("a-new-scheme", "manager"), "status": history})
    for awarded, early in (("2021-01-31", True), ("2021-02-01", False)):
        told = advice(catalogue, holds=[{"certification": "a-new-scheme", "awarded_on": awarded}])
        assert ("awarded-too-early" in cautions(told)) == early


def test_a_requirement_of_low_confidence_is_said_so(make: Make) -> None:
    for confidence in ("low", "high"):
        asked = {
            "id": "years",
            **fact("3 years"),
            "confidence": confidence,
            "condition": {"years_in_pmo": "at least 3"},
        }
        catalogue = make(
            {**certification("a-made-for-managers", "manager"), "entry": [{"required": [asked]}]}
        )
        told = advice(catalogue, experience_level="manager", years_in_pmo=4)
        assert told.next_step == "a-made-for-managers"
        weak = [one.text for one in told.cautions if one.rule == "low-confidence"]
        assert len(weak) == (confidence == "low")
        assert all("3 years" in text for text in weak)
