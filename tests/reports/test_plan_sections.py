"""The days of a plan in every form: what they rest on, and what is said of the other plans."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
import small
from career_plans import planned
from strategies import shipped

from pmo_path.contract.plan import CareerPlan
from pmo_path.messages.catalog import say
from pmo_path.reports import markdown
from pmo_path.reports.html import page
from pmo_path.reports.plan_sections import against_first, done_by, when
from pmo_path.reports.text_plan import full_plan, short_plan

LONGEST = ("published", "assumed", "both")
P3O = {"experience_level": "analyst", "target_level": "manager", "holds": ["hop-managers"]}


def plan(assume: tuple[str, ...] = (), **facts: Any) -> CareerPlan:
    return planned(small.person(shipped(), **facts), assume=assume)


def grounds(text: str) -> list[str]:
    """Return on what the later day of a text rests, among `LONGEST`; none where it has no such."""
    said = {code: f"with {say(f'plan-longest-{code}')}" for code in LONGEST}
    return [
        code for code, words in said.items() if f"{words}, " in text or text.endswith(f"{words}.")
    ]


ASSUMED = ("p3o-foundation=2 days", "p3o-practitioner=1 day")


@pytest.mark.parametrize(
    ("assume", "expected"),
    [
        ((), [["published"], ["published"], []]),
        (("p3o-foundation=2-3 days",), [["assumed"], ["both"], []]),
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
    assert [grounds(when(first.steps[:place])) for place in (1, 2, 3)] == expected
    assert grounds(done_by(first)) == expected[1]  # the last certification comes before the work


@pytest.mark.parametrize("form", [short_plan, full_plan, markdown.plan, page.plan])
def test_what_it_rests_on_stands_in_every_form(form: Callable[[CareerPlan], str]) -> None:
    text = " ".join(form(plan(hours_per_week=5, **P3O)).split())
    assert text.count(say("plan-longest-published")) >= 2


def test_another_plan_that_surely_differs_in_nothing_says_what_is_not_known() -> None:
    tied = plan(experience_level="entry").plans[1]
    assert (tied.gains, tied.gives_up) == ((), ())
    assert against_first(tied) == tied.not_compared != ""
