"""What holds for every plan, and the plans of made-up people as golden files."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any, get_args

import pytest
import small
from career_plans import DAY, PLANNED, plan_of, planned
from goldens import golden, steady
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from strategies import profile_data, shipped
from tried import tried

from pmo_path.answers.advise import advise
from pmo_path.answers.level_words import level_name
from pmo_path.answers.plans.wishes import Wishes, wishes
from pmo_path.contract.plan import CareerPlan, Duration, PlanView, RestsOn
from pmo_path.contract.unknown import Unknown
from pmo_path.core.documents import Document
from pmo_path.core.errors import BadValueError
from pmo_path.core.json_text import indented_json, json_data
from pmo_path.core.scalars import Money
from pmo_path.engine.due_days import add_months
from pmo_path.messages.catalog import say
from pmo_path.messages.grammar import long_date
from pmo_path.profile.meanings import LEVELS
from pmo_path.profile.parse import read_profile
from pmo_path.profile.profile import Profile
from pmo_path.reports.text_plan import full_plan, short_plan

WHOLE = ("analyst-to-head-of-pmo", "not-yet-eligible")


def person(**facts: Any) -> Profile:
    return small.person(shipped(), **facts)


@pytest.mark.parametrize("name", PLANNED)
def test_short_text_is_the_golden_text(name: str) -> None:
    golden(f"plan-{name}.short.txt", short_plan(plan_of(name)))


@pytest.mark.parametrize("name", WHOLE)
def test_text_is_the_golden_text(name: str) -> None:
    golden(f"plan-{name}.txt", full_plan(plan_of(name)))


def test_json_is_the_golden_json() -> None:
    plan = plan_of("analyst-to-manager")
    golden("plan-analyst-to-manager.json", steady(indented_json(plan), plan.catalogue.digest))


# --- laws -----------------------------------------------------------------------------

# People who can be planned for, and those of whom too little is said.
ASKING = st.tuples(
    profile_data(), st.sampled_from((None, *LEVELS)), st.dates(date(2023, 6, 1), date(2029, 1, 1))
)
ASSUMED = st.sampled_from(
    ((), ("analyst to manager=3 years",), ("entry to analyst=1-2 years", "hop-analysts=2 days"))
)


def asked(data: dict[str, Any], target: str | None) -> Profile:
    profile = read_profile(Document("profile", data, {}), shipped().names)
    return replace(profile, target_level=target)


@settings(max_examples=tried(60))
@given(ASKING, ASSUMED)
def test_every_plan_is_one_that_can_be_walked(asking: Any, assumed: tuple[str, ...]) -> None:
    data, target, day = asking
    plan = planned(asked(data, target), day, assume=assumed)
    assert plan.complete
    for one in plan.plans:
        taken = [step.certification for step in one.steps if step.certification]
        ids = [step.certification for step in taken]
        assert len(set(ids)) == len(ids)
        for step in taken:
            assert step.status in ("current", "unconfirmed", "unknown")
            assert step.eligibility != "not_met"
        assert_in_order(one)
        assert_grounds(one)
        assert_renewals(one, day)
    assert all(text.endswith((".", "?", ")")) for text in sentences(plan)), [
        text for text in sentences(plan) if not text.endswith((".", "?", ")"))
    ]


def assert_in_order(plan: PlanView) -> None:
    """Days never run backwards, and none follows one that is not known."""
    for ends in ("earliest", "likely"):
        days = [getattr(step, ends) for step in plan.steps]
        known = [day for day in days if isinstance(day, str)]
        assert days[: len(known)] == known == sorted(known)
    for step in plan.steps:
        if isinstance(step.earliest, str) and isinstance(step.likely, str):
            assert step.earliest <= step.likely


def assert_grounds(plan: PlanView) -> None:
    """A later day rests on what the lengths up to it rest on; one that is not known, on nothing."""
    for place, step in enumerate(plan.steps, 1):
        lengths = [one.duration for one in plan.steps[:place]]
        known = [length.rests_on for length in lengths if isinstance(length, Duration)]
        if isinstance(step.likely, str):
            assert len(known) == place
            assert step.likely_rests_on == tuple(sorted({*known}, key=get_args(RestsOn).index))
        else:
            assert step.likely_rests_on == ()
    taken = [step for step in plan.steps if step.certification] or plan.steps
    for last in taken[-1:]:
        assert (plan.likely, plan.likely_rests_on) == (last.likely, last.likely_rests_on)
    assert taken or plan.likely_rests_on == ()


def assert_renewals(plan: PlanView, start: date) -> None:
    """Every renewal is due within six years, and no later than the award before it lasts."""
    validity = shipped().certifications
    earlier: dict[str, date] = {}
    passed = {
        step.certification.certification: step.earliest for step in plan.steps if step.certification
    }
    for renewal in plan.renewals:
        if not isinstance(renewal.due, str):
            assert isinstance(renewal.years, Unknown)
            continue
        due = date.fromisoformat(renewal.due)
        months = max(rule.months for rule in validity[renewal.certification].validity)
        assert start <= due <= add_months(start, 72)
        assert renewal.years == (3 if due <= add_months(start, 36) else 6)
        begun = earlier.get(renewal.certification)
        if begun is None and isinstance(taken := passed.get(renewal.certification), str):
            begun = date.fromisoformat(taken)
        if begun:
            assert due <= add_months(begun, months)
        earlier[renewal.certification] = due


def sentences(plan: CareerPlan) -> Iterator[str]:
    """Yield every text of a plan that is a sentence of its own."""
    yield plan.text
    yield from plan.notes
    yield from (one.text for one in (*plan.assumptions, *plan.cautions))
    yield from (limit.text for left in plan.left_out for limit in left.limits)
    for one in plan.plans:
        yield from (*one.gains, *one.gives_up, *(unknown.text for unknown in one.not_known))
        yield from (text for text in (one.not_compared,) if text)
        yield one.cost.text
        yield from (part.text for part in (*one.renewals, *one.measures, *one.limits))
        yield from (year.text for year in one.cost.years)
        yield from (reason.text for step in one.steps for reason in step.because)


@settings(max_examples=tried(60))
@given(ASKING)
def test_the_first_plan_is_the_first_route_of_the_advice(asking: Any) -> None:
    data, target, day = asking
    profile = replace(asked(data, target), budget=None, needed_by=None)
    plan = planned(profile, day)
    assume(plan.target is not None and plan.plans)
    assert plan.target
    assume(plan.target.levels_up in (None, 0, 1))
    advice = advise(shipped(), replace(profile, target_level=plan.target.id), day)
    first = tuple(
        step.certification.certification for step in plan.plans[0].steps if step.certification
    )
    routes = [tuple(step.certification for step in route.steps) for route in advice.routes]
    assume(routes)  # without any, experience may still open one in time
    assert first == routes[0]


@settings(max_examples=tried(30))
@given(ASKING, st.integers(0, 3000), st.integers(0, 3000), st.integers(0, 400))
def test_more_money_or_time_never_rules_a_plan_out(
    asking: Any, budget: int, more: int, days: int
) -> None:
    data, target, day = asking
    profile = asked(data, target)
    needed = date.fromordinal(day.toordinal() + days)
    poor = replace(profile, budget=Money(Decimal(budget), "GBP"), needed_by=needed)
    rich = replace(
        profile,
        budget=Money(Decimal(budget + more), "GBP"),
        needed_by=date.fromordinal(needed.toordinal() + more),
    )
    feasible = {one.id for one in planned(poor, day).plans}
    assert feasible.isdisjoint(one.id for one in planned(rich, day).left_out)


@settings(max_examples=tried(40))
@given(ASKING)
def test_no_plan_that_is_shown_beats_another(asking: Any) -> None:
    data, target, day = asking
    for one in planned(asked(data, target), day).plans[1:]:
        assert one.gains or one.not_compared, one.title
        assert one.gives_up or one.not_compared, one.title


def test_equal_questions_have_equal_answers() -> None:
    again = planned(
        read_profile(Document("again", PLANNED["dutch-euros"]["profile"], {}), shipped().names),
        exchange=PLANNED["dutch-euros"]["exchange"],
    )
    assert json_data(again) == json_data(plan_of("dutch-euros"))


# --- cases ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("facts", "target", "named", "code"),
    [
        ({"experience_level": "analyst"}, "manager", False, "aim-untold"),
        ({"experience_level": "analyst", "goals": ["basics"]}, "manager", False, "aim-untold"),
        ({"experience_level": "director"}, "director", False, "aim-untold-top"),
        ({"experience_level": "analyst", "goals": ["next-level"]}, "manager", True, "aim-next"),
        ({"experience_level": "director", "goals": ["next-level"]}, "director", True, "aim-top"),
        ({"experience_level": "analyst", "target_level": "manager"}, "manager", True, "aim-next"),
        ({"experience_level": "director", "target_level": "director"}, "director", True, ""),
    ],
)
def test_a_level_that_nobody_named_is_not_said_to_be_aimed_for(
    facts: dict[str, Any], target: str, named: bool, code: str
) -> None:
    plan = planned(person(**facts))
    assert plan.target
    levels = shipped().levels
    aim, own = (level_name(shipped(), id_) for id_ in (target, facts["experience_level"]))
    assert (plan.target.id, plan.target.number) == (target, levels[target].number)
    assert plan.target.named == named
    assert plan.target.because == ((say(code, aim=aim, own=own),) if code else ())
    assert plan.profile.get("target_level") == facts.get("target_level")


def test_what_nobody_publishes_has_no_day_and_leaves_all_later_days_unknown() -> None:
    plan = planned(person(experience_level="entry", target_level="director")).plans[0]
    assert isinstance(plan.steps[0].earliest, str)
    assert [isinstance(step.earliest, str) for step in plan.steps[1:]] == [False] * 6
    assert any("No day can be given" in unknown.text for unknown in plan.not_known)


def test_an_assumption_gives_days_that_are_marked_as_resting_on_it() -> None:
    profile = person(experience_level="analyst")
    step = planned(profile, assume=["analyst to manager=3 years"]).plans[0].steps[-1]
    assert step.duration.rests_on == "assumed"  # type: ignore[union-attr]
    assert step.earliest == "2029-12-01"


FOR_P3O = {"experience_level": "analyst", "target_level": "manager", "holds": ["hop-managers"]}
FOR_PMOCP = {
    "experience_level": "manager",
    "works_with": ["pmi"],
    "years_in_projects": 8,
    "pmo_education_hours": 2,
}


@pytest.mark.parametrize(
    ("facts", "assume", "last", "expected"),
    [
        (FOR_P3O, (), "p3o-practitioner", [("published",), ("published",), ()]),
        (
            FOR_P3O,
            ("p3o-foundation=2 days", "analyst to manager=3 years"),
            "p3o-practitioner",
            [("assumed",), ("published", "assumed"), ("published", "assumed")],
        ),
        (FOR_PMOCP, (), "pmi-pmocp", [("ours",), (), ()]),
        (
            FOR_PMOCP,
            ("pmi-pmocp=2-3 days",),
            "pmi-pmocp",
            [("ours",), ("ours", "assumed"), ()],
        ),
    ],
)
def test_a_later_day_says_as_data_what_it_rests_on(
    facts: dict[str, Any], assume: tuple[str, ...], last: str, expected: list[tuple[str, ...]]
) -> None:
    plans = planned(person(hours_per_week=5, **facts), assume=assume).plans
    plan = next(one for one in plans if one.id.endswith(last))
    assert [step.likely_rests_on for step in plan.steps] == expected
    assert plan.likely_rests_on == expected[1]  # the last certification comes before the work


def test_experience_that_is_asked_for_is_a_step_of_its_own() -> None:
    plan = plan_of("not-yet-eligible").plans[-1]
    assert [step.kind for step in plan.steps] == ["experience"] * 2 + [
        "certification",
        "experience",
    ]
    assert plan.steps[0].earliest == "2028-11-27"  # two years of project work
    assert "3 years" in json.dumps(json_data(plan.steps[0].because))


def test_prices_in_another_currency_are_not_added_without_a_rate() -> None:
    profile = person(
        experience_level="analyst",
        target_level="manager",
        prices=["p3o-foundation=300 GBP", "p3o-practitioner=300 EUR"],
    )
    without, given_ = planned(profile), planned(profile, exchange=["1 EUR=0.5 GBP"])
    for plan, converted in ((without, None), (given_, 450)):
        one = next(one for one in plan.plans if one.id.startswith("p3o"))
        assert [total.currency for total in one.cost.costs] == ["GBP", "EUR"]
        assert (one.cost.converted and one.cost.converted.low) == converted


def test_a_plan_that_surely_breaks_a_limit_is_left_out_and_says_so() -> None:
    plan = plan_of("nothing-affordable")
    assert plan.plans == ()
    assert {one.id for one in plan.left_out} == {"hop-administrators", "p3o-foundation"}
    assert {limit.state for one in plan.left_out for limit in one.limits} == {"broken"}


def test_a_suite_is_renewed_at_once_and_a_later_pass_moves_the_day() -> None:
    profile = person(
        experience_level="analyst",
        target_level="manager",
        holds=["p3o-foundation@2024-06-15", "prince2-foundation@2025-06-15"],
    )
    plans = {one.id: one for one in planned(profile).plans}
    dues = [renewal.due for renewal in plans["hop-managers"].renewals]
    assert dues == ["2028-06-15", "2031-06-15"]
    (moved,) = plans["p3o-practitioner"].renewals[:1]
    assert moved.due == "2029-11-30"


@pytest.mark.parametrize("day", [date(9999, 12, 31), date(9996, 1, 1), date(9994, 6, 1)])
def test_renewals_end_with_the_calendar(day: date) -> None:
    held = f"p3o-foundation@{day.replace(year=day.year - 1)}"
    facts = {"experience_level": "analyst", "target_level": "manager", "holds": [held]}
    plans = planned(person(**facts), day).plans
    dues = [[str(renewal.due) for renewal in one.renewals] for one in plans]
    assert any(dues)
    assert [len(set(of_plan)) for of_plan in dues] == [len(of_plan) for of_plan in dues]


@pytest.mark.parametrize(
    ("wished", "code"),
    [
        ({"assume": ["soon"]}, "bad-assumption"),
        ({"assume": ["analyst to manager=three years"]}, "not-a-number"),
        ({"assume": ["analyst to manager=3"]}, "bad-assumption"),
        ({"assume": ["entry to manager=3 years"]}, "bad-assumption"),
        ({"assume": ["analyst to king=3 years"]}, "bad-assumption"),
        ({"assume": ["order-of-tea=3 days"]}, "bad-assumption"),
        ({"assume": ["analyst to manager=70 years"]}, "bad-assumption"),
        ({"assume": ["hop-analysts=2 days", "hop-analysts=3 days"]}, "said-twice"),
        ({"exchange": ["1 EUR=0 GBP"]}, "bad-rate"),
        ({"exchange": ["EUR to GBP"]}, "bad-rate"),
        ({"exchange": ["1 EUR=1 EUR"]}, "bad-rate"),
        ({"exchange": ["1 EUR=1 XYZ"]}, "bad-rate"),
        ({"exchange": ["1 EUR=1 GBP", "1 USD=1 CHF"]}, "bad-rate"),
        ({"exchange": ["1 EUR=1 GBP", "1 GBP=1 EUR"]}, "bad-rate"),
        ({"exchange": ["1 EUR=1 USD"], "budget": Money(Decimal(1), "GBP")}, "bad-rate"),
        ({"start": date(2026, 11, 27)}, "bad-start"),
        ({"start": date(2037, 1, 1)}, "bad-start"),
    ],
)
def test_wishes_that_cannot_be_read_are_refused(wished: dict[str, Any], code: str) -> None:
    with pytest.raises(BadValueError) as refused:
        wishes(shipped().names, DAY, **wished)
    assert refused.value.code == code
    assert refused.value.hint


def test_wishes_may_be_ranges_and_months() -> None:
    wanted = wishes(shipped().names, DAY, assume=["analyst to manager=6-18 months"])
    length = wanted.experience["manager"]
    assert (length.days.low, length.days.high) == (181, 546)
    assert wishes(shipped().names, DAY) == Wishes()


def test_an_assumption_about_what_no_plan_takes_is_told() -> None:
    profile = person(experience_level="manager", target_level="director")
    (told,) = planned(profile, assume=["entry to analyst=2 years"]).assumptions
    assert told.text.endswith("so it changes nothing.")
    (used,) = planned(profile, assume=["manager to director=2 years"]).assumptions
    assert used.text == "You assume: the step from manager to director takes 2 years."


def test_whether_a_day_is_kept_is_not_known_while_work_of_unknown_length_comes_before() -> None:
    profile = person(
        experience_level="entry", target_level="manager", holds=[], needed_by="2027-03-01"
    )
    plan = planned(profile, assume=["hop-analysts=2 days"])
    (limit,) = plan.plans[0].limits
    assert limit.state == "open"
    assert "how long it takes to work up before the last exam would settle it" in limit.text
    assumed = planned(profile, assume=["hop-analysts=2 days", "entry to analyst=1-6 months"])
    assert assumed.plans[0].limits[0].state == "open"
    assert "how long it takes to work up" in assumed.plans[0].limits[0].text
    within = planned(profile, assume=["hop-analysts=2 days", "entry to analyst=1 month"])
    assert within.plans[0].limits[0].state == "kept"


def test_assumed_years_before_the_last_exam_count_for_the_day_it_is_needed() -> None:
    profile = person(
        experience_level="analyst", target_level="director", holds=[], needed_by="2028-01-01"
    )
    plan = planned(profile, assume=["analyst to manager=3 years", "hop-analysts=2 days"])
    assert {limit.state for left in plan.left_out for limit in left.limits} == {"broken"}
    for one in plan.plans:  # what is passed before the step up is no later for it
        assert not isinstance(one.earliest, str) or one.earliest <= "2028-01-01"


# --- what the sentences say stands as data ---------------------------------------------


@settings(max_examples=tried(40))
@given(ASKING, st.integers(0, 3000), st.integers(0, 900), ASSUMED)
def test_a_limit_has_its_numbers_and_what_would_settle_it(
    asking: Any, budget: int, days: int, assumed: tuple[str, ...]
) -> None:
    data, target, day = asking
    needed = date.fromordinal(day.toordinal() + days)
    money = Money(Decimal(budget), "GBP")
    profile = replace(asked(data, target), budget=money, needed_by=needed)
    plan = planned(profile, day, assume=assumed)
    for limit in (limit for one in (*plan.plans, *plan.left_out) for limit in one.limits):
        most = budget if limit.limit == "budget" else days
        assert bool(limit.lacking) == isinstance(limit.high, Unknown)
        assert limit.unit == ("GBP" if limit.limit == "budget" else "days")
        if limit.state == "kept":
            assert not isinstance(limit.high, Unknown)
            assert limit.high <= most
        if limit.state == "broken":
            assert not isinstance(limit.low, Unknown)
            assert limit.low > most
        assert (limit.soonest is None) == (limit.limit == "budget")
        if limit.soonest:
            assert isinstance(limit.soonest, Unknown) == isinstance(limit.low, Unknown)
        if limit.state == "broken" and isinstance(limit.soonest, str):
            assert limit.soonest > needed.isoformat()
            assert long_date(date.fromisoformat(limit.soonest)) in limit.text
    counted = [note for note in plan.notes if note.startswith("Left out as well")]
    assert bool(counted) == bool(plan.left_out_more)
    assert all(f"{plan.left_out_more} more" in note for note in counted)


def test_what_would_settle_a_day_is_named_by_id() -> None:
    profile = person(experience_level="analyst", target_level="manager", needed_by="2026-12-02")
    plan = planned(profile, date(2026, 11, 28))
    limits = {one.id: one.limits[0] for one in (*plan.plans, *plan.left_out)}
    unknown = [(part.what, part.about) for part in limits["pmi-pmocp"].lacking]
    assert ("training_days", "pmi-pmocp") in unknown
    assert limits["ipmo-p"].state == "broken"
    assert limits["ipmo-p"].soonest == "2026-12-03"


def test_an_assumption_is_data_whether_it_is_used_or_not() -> None:
    told = ("analyst to manager=2-3 years", "p3o-foundation=3 days", "mop-practitioner=1 week")
    profile = person(experience_level="analyst", target_level="manager")
    plan = planned(profile, assume=told, exchange=("1 EUR=0.85 GBP",))
    step, days, week, rate = json_data(plan)["assumptions"]
    assert (step["below"], step["level"], step["certification"]) == ("analyst", "manager", None)
    assert step["duration"] == {"low": 2, "high": 3, "unit": "year"}
    assert (days["certification"], days["level"], days["rate"]) == ("p3o-foundation", None, None)
    assert days["duration"] == {"low": 3, "high": 3, "unit": "day"}
    assert (week["certification"], week["used"]) == ("mop-practitioner", False)
    assert rate["rate"] == {"from": "EUR", "to": "GBP", "rate": 0.85}
    assert rate["duration"] is None
    for one in (step, days, week):
        assert one["used"] == ("changes nothing" not in one["text"])
