"""What an advice takes for granted, as data: each with the fact that would settle it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pmo_path.answers.entry_grounds import ground, lapsed_for, on_word
from pmo_path.contract.planning import Assumed, Assumption
from pmo_path.engine.decision import Decision
from pmo_path.engine.route_planning import Plan
from pmo_path.engine.situation import Case
from pmo_path.profile.facts import DISCRETION
from pmo_path.profile.profile import may_hold_more


def assumptions(decision: Decision) -> tuple[Assumption, ...]:
    """Return what is taken for granted of the level, of awards and of the steps of all routes."""
    steps = (
        assumption
        for ranked in decision.ranked
        for place in range(len(ranked.plan.steps))
        for assumption in _of_step(decision.case, ranked.plan, place)
    )
    # A step of several routes may rest on the same assumption: keep the first of each.
    first = {(assumption.assumed, assumption.certification): assumption for assumption in steps}
    return (*_of_level(decision.case), *_of_awards(decision.case), *first.values())


def _of_level(case: Case) -> Iterator[Assumption]:
    if case.level.assumed and case.level.levels:
        level, *others = case.level.levels
        yield _assumption("level", "experience_level", level, others=tuple(others))


def _of_awards(case: Case) -> Iterator[Assumption]:
    if may_hold_more(case.profile):
        held = [award.certification for award in case.profile.holds or ()]
        yield _assumption("holds-complete", "holds", held)
    for award in case.holdings.values():
        if award.rule and award.state == "unknown":
            yield _assumption("award-valid", "holds", [award.certification], award.certification)


def _of_step(case: Case, plan: Plan, place: int) -> Iterator[Assumption]:
    step = plan.steps[place]
    on = ground(case, step, plan.steps[:place])
    if on == "judged":
        yield _assumption("experience-counts", DISCRETION, "yes", step)
    elif on == "on-word":
        yield _assumption("certificate-recognised", "holds_other", list(on_word(case)), step)
    elif on == "lapsed":
        yield _assumption("lapsed-accepted", "holds", list(lapsed_for(case, step)), step)


def _assumption(
    assumed: Assumed,
    fact: str,
    value: Any,
    certification: str | None = None,
    others: tuple[str, ...] = (),
) -> Assumption:
    return Assumption(
        assumed=assumed, fact=fact, value=value, others=others, certification=certification
    )
