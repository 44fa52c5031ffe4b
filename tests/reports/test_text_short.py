"""An advice on one screen: short for nearly everybody, and nothing that harms is left out."""

from __future__ import annotations

import random
from datetime import date
from typing import Any

import pytest
from goldens import PEOPLE
from readings import read
from strategies import shipped
from written import advised

from pmo_path.answers.advise import advise
from pmo_path.answers.cautions import HARMFUL
from pmo_path.contract.advice import Advice
from pmo_path.core.wrapping import wrap
from pmo_path.messages.catalog import say
from pmo_path.reports.cautions_shown import remaining_cautions
from pmo_path.reports.text_short import MOST_LINES, render

TODAY = date(2026, 11, 28)
TITLES = ["PMO analyst", "PMO manager", "head of PMO", "project support officer", "PMO lead"]
AWARDS = ["p3o-foundation", "p3o-practitioner", "hop-analysts", "pmp", "ppso-essentials", "pmo-cp"]


def somebody(chance: random.Random) -> dict[str, Any]:
    """Return what a made-up person says; each fact is said by about half of them."""
    days = [f"{chance.randint(2016, 2026)}-05-01" for _ in AWARDS]
    held = zip(AWARDS, days, strict=True)
    facts: dict[str, Any] = {
        "role": chance.choice(TITLES),
        "pmo_types": [chance.choice(["operational", "tactical", "portfolio", "enterprise"])],
        "years_in_pmo": chance.randint(0, 20),
        "goals": [chance.choice(["basics", "frameworks", "service-design", "next-level"])],
        "holds": [
            {"certification": name, "awarded_on": day}
            for name, day in held
            if chance.random() < 0.25
        ],
        "target_level": chance.choice(["analyst", "manager", "director"]),
        "needed_by": "2027-02-01",
        "budget": "500 GBP",
        "reads": [chance.choice(["en", "nl"])],
    }
    return {fact: value for fact, value in facts.items() if chance.random() < 0.5}


def test_nine_of_ten_people_read_one_screen() -> None:
    chance = random.Random(15)
    people = [advise(shipped(), read(somebody(chance)), TODAY) for _ in range(60)]
    lengths = sorted(len(render(person).splitlines()) for person in people)
    assert lengths[len(lengths) * 9 // 10] <= MOST_LINES


@pytest.fixture(params=PEOPLE)
def advice(request: pytest.FixtureRequest) -> Advice:
    person = request.param
    return advised(person, shipped())


def test_the_end_says_the_essence_again(advice: Advice) -> None:
    end = "\n".join(render(advice).splitlines()[-20:])
    assert "\nIN SHORT\n" in end
    assert "--full" in end
    for route in advice.first_routes:
        step = route.steps[0]
        assert step.short in end
        in_full = len(advice.next_steps) > 1 and say("where-in-full") in end
        assert in_full or all(page.address in end for page in step.pages)


def test_nothing_that_harms_is_left_out(advice: Advice) -> None:
    text = render(advice, 10_000)
    for caution in remaining_cautions(advice):
        if caution.rule in HARMFUL:
            assert caution.text in text or caution.rule == "lapsed"
    for route in advice.routes[:1]:
        for step in route.steps[:1]:
            assert all(gap.text in text for gap in step.gaps)


@pytest.mark.parametrize("width", [40, 60, 80, 120, 200])
def test_no_line_is_wider_than_the_screen(advice: Advice, width: int) -> None:
    for line in render(advice, width).splitlines():
        assert len(line) <= width or "https://" in line, line
    assert wrap(render(advice, width).splitlines()[0], width)


@pytest.mark.parametrize(
    ("facts", "held", "others"),
    [
        (
            {
                "experience_level": "director",
                "holds": ["hop-directors", "ipmo-e", "pmi-pmocp@2026-01-01"],
            },
            "Essentials for PMO Directors, IPMO-Expert and PMI-PMOCP",
            ["hop-managers", "p3o-foundation"],
        ),
        (
            {
                "role": "PMO manager",
                "holds": ["p3o-practitioner@2025-01-01", "hop-managers", "ipmo-p", "pmi-pmocp"],
            },
            "Essentials for PMO Managers, IPMO-Practitioner, P3O Foundation, P3O Practitioner and "
            "PMI-PMOCP",
            ["hop-directors", "ipmo-e"],
        ),
    ],
)
def test_why_nothing_fits_and_what_would_change_it_is_said_on_the_screen(
    facts: dict[str, Any], held: str, others: list[str]
) -> None:
    told = advise(shipped(), read(facts), TODAY)
    assert not told.routes
    text = render(told, 10_000)
    _, why = text.split(f"{say('heading-why').upper()}\n")
    assert say("why-held", names=held) in why
    considered = {one.certification: one for one in told.considered}
    for name in others:
        assert considered[name].short in why
        assert considered[name].because[0].text in why
        assert all(change.text in why for change in considered[name].smallest_change)


def test_an_award_that_lapses_soon_is_renewed_first() -> None:
    held = ["p3o-practitioner@2023-12-15", "p3o-foundation@2025-10-01"]
    person = advise(shipped(), read({"role": "PMO manager", "holds": held[:1]}), TODAY)
    first = say("deadline-lapsing-soon", name="P3O Practitioner", due="on 15 December 2026")
    assert first in render(person, 1000)
    renewed = advise(shipped(), read({"role": "PMO manager", "holds": held}), TODAY)
    assert say("deadline-lapsing-soon", name="", due="").split()[0] not in render(renewed, 1000)


def test_the_routes_further_down_are_named_with_their_doubts() -> None:
    person = advise(shipped(), read({"role": "PMO lead", "years_in_pmo": 3}), TODAY)
    unsure = [route for route in person.routes if route.rank > 1]
    begin = say("more-routes", names="|").partition("|")[0]
    before, _, line = " ".join(render(person, 100).split()).partition(begin)
    named = [route for route in unsure if f"- {route.steps[0].short};" not in before]
    assert len(named) > 1
    for route in named:
        for step in route.steps:
            assert step.status == "current" or say(f"brief-{step.status}") in line
            assert step.eligibility == "met" or say("brief-open") in line
