"""Unknown is said in one way: an object with `unknown`, never 0, null or an empty list."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from career_plans import DAY, planned
from hypothesis import given, settings
from hypothesis import strategies as st
from strategies import profile_data, shipped
from tried import tried

from pmo_path.answers.advise import advise
from pmo_path.answers.changes.compare import changes_between
from pmo_path.answers.changes.standpoints import profile_standpoint
from pmo_path.contract.json_schema import KINDS, schema
from pmo_path.contract.plan import PlanView
from pmo_path.contract.unknown import Unknown
from pmo_path.core.documents import Document
from pmo_path.core.json_text import json_data
from pmo_path.profile.meanings import LEVELS
from pmo_path.profile.parse import read_profile

PEOPLE = st.tuples(profile_data(), st.sampled_from(LEVELS))


def person(facts: dict[str, Any]) -> Any:
    return read_profile(Document("profile", facts, {}), shipped().names)


def objects(value: Any) -> Iterator[dict[str, Any]]:
    """Yield every object in JSON data."""
    if isinstance(value, dict):
        yield value
    for inner in value.values() if isinstance(value, dict) else value:
        if isinstance(inner, dict | list):
            yield from objects(inner)


@settings(max_examples=tried(40))
@given(PEOPLE)
def test_a_measure_of_a_plan_is_known_whole_or_says_what_it_lacks(one: Any) -> None:
    data, target = one
    plan = planned(person(data | {"target_level": target}))
    for view in plan.plans:
        for measure in view.measures:
            ends = (measure.low, measure.high)
            assert bool(measure.lacking) == isinstance(measure.high, Unknown)
            assert not measure.lacking or measure.low != 0
            assert all(part.ask and part.text and part.about for part in measure.lacking)
            known = [end for end in ends if not isinstance(end, Unknown)]
            assert known == sorted(known)  # type: ignore[type-var]
        assert_costs_add_up(view)
    found = [item["unknown"] for item in objects(json_data(plan)) if "unknown" in item]
    # Of an advice, `totals.unknown` is a list; a plan has no totals.
    assert all(value is True for value in found)


def assert_costs_add_up(view: PlanView) -> None:
    """The years lack together what the whole lacks."""
    whole = {(part.what, part.about) for part in view.cost.lacking}
    years = {(part.what, part.about) for year in view.cost.years for part in year.lacking}
    assert years == whole
    renewed = {part.about for part in view.cost.lacking if part.what == "renewal"}
    assert renewed == {renewal.certification for renewal in view.renewals}


def test_a_plan_names_what_it_lacks_by_id() -> None:
    profile = person({"experience_level": "analyst", "target_level": "manager"})
    money = next(one for one in planned(profile).plans[0].measures if one.criterion == "money")
    assert isinstance(money.low, Unknown)
    assert isinstance(money.high, Unknown)
    assert [(part.what, part.about) for part in money.lacking] == [("cost", "hop-managers")]


def test_one_sum_at_the_rates_given_is_unknown_where_it_cannot_be_made() -> None:
    facts = {"experience_level": "analyst", "target_level": "manager"}
    names = ("hop-managers", "hop-analysts")

    def converted(prices: dict[str, str], rate: str | None) -> Any:
        plan = planned(person(facts | {"prices": prices}), exchange=(rate,) if rate else ())
        return next(one for one in plan.plans if names[0] in one.id).cost.converted

    assert converted({names[0]: "500 USD"}, None) is None
    assert isinstance(converted({}, "1 EUR=0.85 GBP"), Unknown)
    other = converted({names[0]: "500 USD"}, "1 EUR=0.85 GBP")
    assert other == Unknown(ask="yourself: give the rate from USD to GBP")
    total = converted({names[0]: "500 USD"}, "1 USD=0.5 GBP")
    assert (total.low, total.currency) == (250, "GBP")


def test_a_price_in_another_currency_lacks_a_rate() -> None:
    facts = {
        "experience_level": "analyst",
        "target_level": "manager",
        "prices": {"hop-managers": "500 USD"},
    }
    plan = planned(person(facts | {"budget": "900 GBP"}))
    (part,) = plan.plans[0].measures[2].lacking
    assert part.ask == "yourself: give the rate from USD to GBP"


@settings(max_examples=tried(60))
@given(profile_data())
def test_a_last_day_that_is_not_told_has_its_reason(data: dict[str, Any]) -> None:
    for award in advise(shipped(), person(data), DAY).holdings:
        if award.certification is None:
            assert (award.valid_until, award.validity, award.renewal) == (None, None, None)
        elif isinstance(award.validity, Unknown):
            assert (award.valid_until, award.state) == (None, "unknown")
            assert award.validity.ask
        elif award.valid_until is None:
            assert award.awarded_on is None or award.valid_until_between


def test_how_long_an_award_lasts_is_unknown_where_nobody_publishes_it() -> None:
    facts = {"experience_level": "analyst", "holds": ["hop-analysts@2023-01-01"]}
    (award,) = advise(shipped(), person(facts), DAY).holdings
    assert isinstance(award.validity, Unknown)
    assert isinstance(award.renewal, Unknown)


def test_a_cost_that_is_gone_is_unknown_in_what_changed() -> None:
    facts = {"experience_level": "analyst", "goals": ["frameworks"]}
    priced = person(facts | {"prices": {"p3o-foundation": "1000 GBP"}})
    sides = [profile_standpoint(shipped(), one, DAY) for one in (priced, person(facts))]
    for before, after, at in ((*sides, "to"), (*reversed(sides), "from")):
        told = json_data(changes_between(shipped(), before, after, DAY))
        (cost,) = (value for value in told["values"] if value["what"] == "cost")
        assert cost[at] == {"unknown": True, "ask": "PeopleCert (https://peoplecert.org)"}
        assert cost["shares"][0][at] == cost[at]


@settings(max_examples=tried(40))
@given(profile_data())
def test_what_a_sum_lacks_stands_by_id_beside_the_words(data: dict[str, Any]) -> None:
    for route in advise(shipped(), person(data), DAY).routes:
        totals = route.totals
        assert tuple(part.text for part in totals.lacking) == totals.unknown
        steps = {step.certification: step for step in route.steps}
        for part in totals.lacking:
            assert getattr(steps[part.about], part.what) == Unknown(ask=part.ask)
        costs = {part.about for part in totals.lacking if part.what == "cost"}
        assert costs == {name for name in steps if isinstance(steps[name].cost, Unknown)}


def test_no_member_called_unknown_is_a_count_or_a_list_but_that_of_totals() -> None:
    for kind in KINDS:
        for part, shape in schema(kind).get("$defs", {}).items():
            member = shape.get("properties", {}).get("unknown")
            assert member is None or part == "Totals" or member.get("const") is True, (kind, part)
