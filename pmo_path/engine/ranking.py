"""The order of routes: named criteria, compared one after the other, with no weights.

Each criterion gives a grade, 0 the best. The first criterion on which two routes differ
decides, and the advice names it. Routes that no criterion separates share a rank.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Mapping

from msgspec import Struct

from pmo_path.engine.destinations import destination_levels
from pmo_path.engine.fit import LevelFit
from pmo_path.engine.route_planning import Plan, on_offer_rank
from pmo_path.engine.situation import Case
from pmo_path.profile.meanings import LEVELS


class Ranked(Struct, frozen=True):
    """A plan with its rank (1 is best) and its grade on every criterion."""

    plan: Plan
    rank: int
    grades: tuple[int, ...]


Graded = tuple[tuple[int, ...], Plan]


_LEVEL_GRADES: Mapping[LevelFit, int] = {"exact": 0, "unpublished": 0, "adjacent": 1, "advised": 2}


def _open(case: Case, plan: Plan) -> int:
    return 0 if plan.open else 1


def _goal(case: Case, plan: Plan) -> int:
    return 0 if plan.for_goal else 1


def _level(case: Case, plan: Plan) -> int:
    return _LEVEL_GRADES[plan.fit.level]


def _asked_for(by: str) -> Callable[[Case, Plan], int]:
    """Return a criterion: whether a rule says that the destination is asked for `by` somebody."""
    return lambda case, plan: 0 if by in [rule.about for rule in plan.fit.rules] else 1


def _type(case: Case, plan: Plan) -> int:
    return 1 if plan.fit.placed is False else 0


def _advised(case: Case, plan: Plan) -> int:
    return 0 if any(rule.source for rule in plan.fit.rules) else 1


# A route whose own steps open the later ones counts as open: it can be begun today, and published
# advice lists such routes beside those of a single step.
CRITERIA: tuple[tuple[str, Callable[[Case, Plan], int]], ...] = (
    ("open", _open),
    ("on-offer", on_offer_rank),
    ("goal", _goal),
    ("level", _level),
    ("employer", _asked_for("employer")),
    ("country", _asked_for("country")),
    ("type", _type),
    ("advised", _advised),
)


# The first criterion that a rule about what is asked for somewhere can affect.
_ASKED_FOR = [name for name, _ in CRITERIA].index("employer")


def tied_but_for_demand(graded: list[Graded]) -> bool:
    """Whether several plans are best by the criteria before those of employer and country.

    If not, neither can change which plan comes first.
    """
    return len(best_but_for_demand(graded)) > 1


def best_but_for_demand(graded: list[Graded]) -> list[Plan]:
    """Return the plans that are best by the criteria before those of employer and country."""
    best = min((grades[:_ASKED_FOR] for grades, _ in graded), default=())
    return [plan for grades, plan in graded if grades[:_ASKED_FOR] == best]


def grades_of(case: Case, plan: Plan) -> tuple[int, ...]:
    """Return the grade of a plan on every criterion."""
    return tuple([grade(case, plan) for _, grade in CRITERIA])


def shown_first(case: Case) -> frozenset[str]:
    """Return the levels whose certifications are shown first within a rank: the default ones."""
    return destination_levels(case.profile, case.level.levels[:1])


def in_order(case: Case, graded: list[Graded]) -> list[Ranked]:
    """Return graded plans best first; those with equal grades share a rank.

    Within a rank only the display is ordered: plans for the default level first, then by ids.
    """
    by_default = {LEVELS.index(level) for level in shown_first(case)}
    graded = sorted(
        graded,
        key=lambda pair: (
            pair[0],
            by_default.isdisjoint(case.day.made_for[pair[1].destination]),
            pair[1].steps,
        ),
    )
    ranked: list[Ranked] = []
    for number, (_, group) in enumerate(
        itertools.groupby(_without_parts(graded), key=lambda pair: pair[0]), 1
    ):
        ranked += [Ranked(plan, number, grades) for grades, plan in group]
    return ranked


def _without_parts(graded: list[Graded]) -> list[Graded]:
    """Drop every plan that is only the beginning of another with equal or better grades."""
    longer: dict[str, list[Graded]] = {}
    for grades, plan in graded:
        if len(plan.steps) > 1:
            longer.setdefault(plan.steps[0], []).append((grades, plan))
    return [
        (grades, plan)
        for grades, plan in graded
        if not any(
            other.steps[: len(plan.steps)] == plan.steps
            and other.steps != plan.steps
            and better <= grades
            for better, other in longer.get(plan.steps[0], ())
        )
    ]


def deciding_criterion(first: Ranked, second: Ranked) -> str | None:
    """Return the name of the criterion that separates two ranked plans; None in a tie."""
    for (name, _), grade, other_grade in zip(CRITERIA, first.grades, second.grades, strict=True):
        if grade != other_grade:
            return name
    return None
