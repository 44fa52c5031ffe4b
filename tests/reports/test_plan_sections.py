"""The days of a plan in every form: what they rest on, and what is said of the other plans."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, get_args

import pytest
import small
from career_plans import planned
from strategies import shipped

from pmo_path.contract.plan import CareerPlan, RestsOn
from pmo_path.messages.catalog import say
from pmo_path.reports import markdown
from pmo_path.reports.html import page
from pmo_path.reports.plan_sections import against_first, done_by, when
from pmo_path.reports.text_plan import full_plan, short_plan

P3O = {"experience_level": "analyst", "target_level": "manager", "holds": ["hop-managers"]}


def plan(assume: tuple[str, ...] = (), **facts: Any) -> CareerPlan:
    return planned(small.person(shipped(), **facts), assume=assume)


def grounds(text: str) -> list[str]:
    """Return on what the later day of a text rests; nothing where it has no such day."""
    codes = get_args(RestsOn)
    return [code for code in codes if re.search(rf"\b{say(f'plan-longest-{code}')}\b", text)]


ASSUMED = ("p3o-foundation=2 days", "p3o-practitioner=1 day")


@pytest.mark.parametrize(
    ("assume", "expected"),
    [
        ((), [["published"], ["published"], []]),
        (("p3o-foundation=2-3 days",), [["assumed"], ["published", "assumed"], []]),
        (("p3o-foundation=2-3 days", ASSUMED[1]), [["assumed"], ["assumed"], []]),
        (ASSUMED, [[], [], []]),  # the earliest day is the only one
        ((*ASSUMED, "analyst to manager=2-3 years"), [[], [], ["assumed"]]),
    ],
)
def test_a_later_day_says_what_it_rests_on(
    assume: tuple[str, ...], expected: list[list[str]]
) -> None:
    first = plan(assume, hours_per_week=5, **P3O).plans[0]
    assert first.id == "p3o-foundation-then-p3o-practitioner"
    assert [grounds(when(step)) for step in first.steps] == expected
    assert grounds(done_by(first)) == expected[1]  # the last certification comes before the work


def test_what_we_worked_out_is_not_said_to_be_assumed() -> None:
    facts = {"experience_level": "manager", "works_with": ["pmi"], "years_in_projects": 8}
    ahead = plan(("pmi-pmocp=2 days",), pmo_education_hours=2, hours_per_week="2-4", **facts)
    first, second = next(one for one in ahead.plans if one.id == "pmi-pmocp").steps[:2]
    assert grounds(when(first)) == ["ours"]
    assert grounds(when(second)) == ["ours", "assumed"]


@pytest.mark.parametrize("form", [short_plan, full_plan, markdown.plan, page.plan])
def test_what_it_rests_on_stands_in_every_form(form: Callable[[CareerPlan], str]) -> None:
    text = " ".join(form(plan(hours_per_week=5, **P3O)).split())
    words = say("plan-longest", grounds=say("plan-longest-published"), longest="")
    assert text.count(words.strip(" ,")) >= 2


def test_another_plan_that_surely_differs_in_nothing_says_what_is_not_known() -> None:
    tied = plan(experience_level="entry").plans[1]
    assert (tied.gains, tied.gives_up) == ((), ())
    assert against_first(tied) == tied.not_compared != ""
