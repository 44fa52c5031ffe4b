"""The words for the criteria by which routes are put in order."""

from __future__ import annotations

from pmo_path.answers.entry_grounds import ground
from pmo_path.answers.level_words import level_name
from pmo_path.conditions.inspect import members_read
from pmo_path.engine.fit import preferred_by
from pmo_path.engine.route_planning import Plan
from pmo_path.engine.situation import Case
from pmo_path.messages.catalog import say
from pmo_path.messages.grammar import join
from pmo_path.profile.meanings import LEVELS

# Grounds on which a step is open by what is published.
_SURE = {"met", "not-asked", "once", "passed"}


def criterion_words(case: Case, name: str, better: Plan) -> str:
    """Return in words the criterion that ranks a plan better than another.

    Where the level that the advice is for decided, and not what the person said of themselves, it
    is named: a plan takes levels that nobody named.
    """
    if name == "open":
        return say(_open_code(case, better))
    elsewhere = name == "level" and not set(case.level.levels) >= case.destination
    without_goal = name == "goal" and not _for_a_goal(case, better)
    if not (elsewhere or without_goal):
        return say(name)
    levels = sorted(case.destination, key=LEVELS.index)
    names = join((level_name(case.day.catalogue, level) for level in levels), "or")
    return say(f"{name}-aim", level=names)


def _open_code(case: Case, plan: Plan) -> str:
    """Return how surely the steps of a plan are open, of which the engine counts as open also what
    a provider decides, and what nothing is known to be asked for.
    """
    grounds = {ground(case, step, plan.steps[:place]) for place, step in enumerate(plan.steps)}
    if not grounds <= _SURE:
        return "open-accepted" if grounds - _SURE - {"none-known"} else "open-none-known"
    return "open"


def _for_a_goal(case: Case, plan: Plan) -> bool:
    """Whether advice about a goal that the person named, not about the level alone, is for it."""
    named = set(case.profile.goals or ())
    return any(
        named & {*members_read(rule.if_, "goals")}
        for step in plan.steps
        for rule in preferred_by(case, step)
        if rule.about == "goal"
    )
