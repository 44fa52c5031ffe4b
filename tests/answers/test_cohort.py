"""The answer for a team: counts and sums that are honest."""

from __future__ import annotations

import json
from collections import Counter
from datetime import date
from typing import Any

import pytest
import small
from hypothesis import given, settings
from hypothesis import strategies as st
from program import valid
from strategies import DAYS, profile_data, shipped
from teams import due, made_up, need, one, shipped_team, team_of
from tried import tried

from pmo_path.answers.advise import advise
from pmo_path.contract.cohort import Cohort, Needed
from pmo_path.contract.unknown import Unknown
from pmo_path.core.documents import Document
from pmo_path.core.scalars import Range
from pmo_path.model.catalogue import Catalogue
from pmo_path.profile.parse import read_profile
from pmo_path.profile.profile import Held, Profile
from pmo_path.reports import summary_renderer
from pmo_path.reports.cohort_plan import by_when


@pytest.fixture(scope="module")
def team(catalogue: Catalogue) -> Cohort:
    return shipped_team(catalogue)


@settings(max_examples=tried(25))
@given(st.lists(profile_data(), max_size=5), DAYS)
def test_everybody_is_counted_once_and_nothing_is_made_up(
    data: list[dict[str, Any]], day: date
) -> None:
    profiles = [read_profile(Document("made up", each, {}), shipped().names) for each in data]
    members = [one(profile, f"p{place}", day) for place, profile in enumerate(profiles)]
    told = team_of(members, day)
    valid("cohort", json.loads(summary_renderer("json")(told)))
    people = [each.person for each in members]
    assert told.size == len(people)
    assert sorted(person for level in told.levels for person in level.people) == people
    steps = Counter(person for step in told.next_steps for person in step.people)
    assert steps == Counter(
        {each.person: len(each.next_steps) for each in members if each.next_steps}
    )
    assert {person for step in told.next_steps for person in step.tied} == {
        name for name, n in steps.items() if n > 1
    }
    assert set(told.no_step) == set(people) - set(steps)
    for needed in (told.training_days, told.cost):
        stands = [person for each in needed.sums for person in each.people] + [
            *needed.unpublished,
            *needed.open,
        ]
        assert sorted(stands) == sorted(steps)
        currencies = [each.currency for each in needed.sums]
        assert len(set(currencies)) == len(currencies)
        for each in needed.sums:
            assert 0 <= each.low <= each.high
            assert set(each.partly) <= set(each.people)
        lacking = {person for each in needed.not_published for person in each.people}
        assert {
            *needed.unpublished,
            *(person for each in needed.sums for person in each.partly),
        } <= lacking


@settings(max_examples=tried(25))
@given(profile_data(), DAYS)
def test_what_counts_of_one_advice_is_what_the_advice_says(data: dict[str, Any], day: date) -> None:
    profile = read_profile(Document("made up", data, {}), shipped().names)
    advice = advise(shipped(), profile, day)
    told = one(profile, "p", day)
    assert {step.certification for step in told.next_steps} == set(advice.next_steps)
    assert told.career_level == (advice.career_level.id if advice.career_level else None)
    states_of_gaps = {
        (part.certification, gap.requirement, gap.eligibility)
        for part in (*(step for route in advice.routes for step in route.steps), *advice.considered)
        for gap in part.gaps
    }
    for gap in told.gaps:
        assert (gap.certification, gap.requirement, gap.eligibility) in states_of_gaps
        assert gap.text.startswith("Not met: ") == (gap.eligibility == "not_met")
    assert told.missing_facts == tuple(each.fact for each in advice.missing_facts)
    days = {lapse.certification: (lapse.on, lapse.days_left) for lapse in advice.deadlines.lapses}
    states = {award.certification: award.state for award in advice.holdings}
    for lapse in told.lapsing:
        assert (lapse.due, lapse.days_left) == days[lapse.certification]
        assert states[lapse.certification] == ("lapsed" if lapse.lapsed else "lapsing")
    warned = {each.certification for each in advice.cautions if each.rule in ("lapsed", "lapsing")}
    assert {each.certification for each in told.lapsing} >= {
        name for name in warned if name and states[name] != "valid"
    }
    assert set(told.deciding_facts) == {each.fact for each in advice.missing_facts if each.decides}
    assert (told.deadline and told.deadline.needed_by) == advice.profile.get("needed_by")


ANALYST = {"role": "PMO analyst", "pmo_types": ["tactical"], "goals": ["frameworks"]}
PROVING = {"certification": "p3o-practitioner", "awarded_on": "2024-01-12"}


def lapsing(**facts: Any) -> list[tuple[str, str, bool]]:
    told = one(small.person(shipped(), **{**ANALYST, **facts}), "p")
    return [(lapse.certification, lapse.due, lapse.lapsed) for lapse in told.lapsing]


def test_an_award_dated_after_the_day_makes_none_of_a_team_last_longer() -> None:
    later = {"certification": "mop-foundation", "awarded_on": "2026-12-20"}
    alone = [("p3o-practitioner", "2027-01-12", False)]
    assert lapsing(holds=[PROVING]) == lapsing(holds=[PROVING, later]) == alone


def test_an_award_that_a_valid_one_proves_has_not_lapsed_in_a_team() -> None:
    old = {"certification": "p3o-foundation", "awarded_on": "2020-01-01"}
    assert lapsing(holds=[old]) == [("p3o-foundation", "2023-07-01", True)]
    assert lapsing(holds=[old, {**PROVING, "awarded_on": "2025-05-12"}]) == []


def test_a_renewal_is_by_the_day_of_the_award_even_where_another_proves_it() -> None:
    person = small.person(shipped(), **ANALYST, holds=[{**PROVING, "awarded_on": "2020-01-12"}])
    told = one(person, "p")
    assert [(step.certification, step.action) for step in told.next_steps] == [
        ("p3o-foundation", "renew")
    ]
    assert by_when(told) == "lapsed on 1 July 2023"


def test_currencies_are_never_added_and_what_is_not_published_is_named() -> None:
    told = team_of(
        [
            made_up("a", cost=need("published", 100, 120, "EUR")),
            made_up("b", cost=need("partly", 50, 50, "EUR", "cost of X")),
            made_up("c", cost=need("published", 300, 300, "GBP")),
            made_up("d", cost=need("unpublished", 0, 0, None, "cost of X", "cost of Y")),
            made_up("e", cost=need("open")),
            made_up("f"),
        ]
    ).cost
    assert [
        (each.low, each.high, each.currency, each.people, each.partly) for each in told.sums
    ] == [
        (150, 170, "EUR", ("a", "b"), ("b",)),
        (300, 300, "GBP", ("c",), ()),
    ]
    assert (told.unpublished, told.open) == (("d",), ("e",))
    assert [(each.what, each.people) for each in told.not_published] == [
        ("cost of X", ("b", "d")),
        ("cost of Y", ("d",)),
    ]


def test_a_tie_goes_from_the_least_to_the_most_and_is_open_where_a_part_is_not_known(
    team: Cohort,
) -> None:
    people = {each.person: each for each in team.members}
    assert len(people["Goran"].next_steps) == len(people["Emre"].next_steps) == 2
    assert people["Goran"].training_days == need("published", 2, 3)
    assert people["Emre"].training_days.known == "open"
    assert people["Emre"].training_days.total is None
    assert people["Dana"].training_days.known == "unpublished"
    assert isinstance(people["Dana"].training_days.total, Unknown)
    assert people["Jonas"].training_days.known == "nothing"


def test_a_renewal_takes_no_training_that_is_known_of(catalogue: Catalogue) -> None:
    lapsed = Profile(
        role="PMO analyst",
        pmo_types=("tactical",),
        goals=("frameworks",),
        holds=(Held("p3o-foundation", date(2020, 1, 1)),),
    )
    told = one(lapsed, "p", catalogue=catalogue)
    assert [step.action for step in told.next_steps] == ["renew"]
    assert told.training_days == need("published")


def test_awards_lapse_in_the_order_of_their_days(team: Cohort) -> None:
    assert [(each.person, each.due, each.lapsed) for each in team.lapsing] == [
        ("Goran", "2025-05-12", True),
        ("Ife", "2025-05-12", True),
        ("Dana", "2027-02-14", False),
        ("Hana", "2027-06-03", False),
        ("Jonas", "2027-09-20", False),
    ]


def test_an_award_of_a_later_day_has_not_lapsed_and_is_not_told() -> None:
    held = (Held("p3o-foundation", date(2027, 1, 1)),)
    assert one(Profile(experience_level="analyst", holds=held), "p").lapsing == ()


def test_the_most_shared_comes_first(team: Cohort) -> None:
    for shared in (team.next_steps, team.gaps):
        counts = [len(each.people) for each in shared]
        assert counts == sorted(counts, reverse=True)


def test_what_could_change_most_next_steps_is_asked_first(team: Cohort) -> None:
    counts = [(len(each.deciding_for), len(each.people)) for each in team.missing_facts]
    assert counts == sorted(counts, reverse=True)
    first, *_, last = team.missing_facts
    assert (first.fact, len(first.deciding_for)) == ("target_level", 7)
    assert last.deciding_for == ()
    for each in team.missing_facts:
        deciding = [one.person for one in team.members if each.fact in one.deciding_facts]
        assert list(each.deciding_for) == deciding


def needing(day: str, **facts: Any) -> Profile:
    said = {"role": "PMO administrator", "goals": ("basics",), "holds": (), **facts}
    return Profile(needed_by=date.fromisoformat(day), **said)


@pytest.mark.parametrize(
    ("profile", "state", "days_left"),
    [
        (needing("2026-11-21"), "passed", -1),
        (needing("2026-11-22"), "too_late", 0),
        (needing("2026-12-22", hours_per_week=Range(1, 1)), "fits", 30),
        (needing("2026-11-23", hours_per_week=Range(8, 8)), "too_late", 1),
        (needing("2027-11-22", hours_per_week=Range(8, 8)), "fits", 365),
        (needing("2027-11-22"), "fits", 365),
        (needing("2027-11-22", role="PMO analyst", goals=("service-design",)), "unknown", 365),
        (needing("2026-12-22", role="PMO analyst", hours_per_week=Range(1, 1)), "open", 30),
        (needing("2027-11-22", role="project manager", goals=None), "no_step", 365),
        (
            needing(
                "2027-11-22",
                role="PMO analyst",
                pmo_types=("tactical",),
                goals=("frameworks",),
                holds=(Held("p3o-foundation", date(2020, 1, 1)),),
            ),
            "unknown",
            365,
        ),
    ],
)
def test_a_deadline_says_whether_the_training_fits(
    profile: Profile, state: str, days_left: int, catalogue: Catalogue
) -> None:
    told = one(profile, "p", catalogue=catalogue).deadline
    assert told is not None
    assert (told.state, told.days_left) == (state, days_left)


def test_who_gives_no_deadline_has_none_and_the_others_come_by_their_day() -> None:
    days = ("2027-03-01", None, "2026-01-01", "2027-02-01")
    told = team_of(
        [made_up(f"p{place}", deadline=due(f"p{place}", day)) for place, day in enumerate(days)]
    )
    assert [each.person for each in told.deadlines] == ["p2", "p3", "p0"]


def test_needed_is_empty_for_nobody() -> None:
    empty = Needed(sums=(), unpublished=(), open=(), not_published=())
    assert (team_of(()).training_days, team_of(()).cost) == (empty, empty)
