"""The decision as codes and values: ranked routes, and a verdict on every certification."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct
from msgspec.structs import replace

from pmo_path.contract.advice import VerdictWord
from pmo_path.core.memory import remembered
from pmo_path.engine.climbing import climbing_function, levels_to_climb
from pmo_path.engine.prospects import (
    Prospects,
    graded_plans,
    is_step,
    prospects,
    verdicts_unless_held,
)
from pmo_path.engine.ranking import Ranked, in_order, shown_first
from pmo_path.engine.situation import Case, read_case
from pmo_path.model.on_day import Day
from pmo_path.profile.profile import Profile

# The verdicts on certifications that are steps of a route.
ADVISED: tuple[VerdictWord, ...] = ("recommended", "alternative")


class Outcome(Struct, frozen=True):
    """The part of a decision that is compared when answers and changes are tried."""

    verdicts: Mapping[str, VerdictWord]
    next_steps: tuple[str, ...]


class Decision(Struct, frozen=True):
    """The engine's decision about one profile on one day."""

    case: Case
    ranked: tuple[Ranked, ...]
    verdicts: Mapping[str, VerdictWord]
    found: Prospects

    def for_class(self, profile: Profile) -> Decision:
        """Return the decision about a profile of the same class: only the case is another."""
        return replace(self, case=read_case(self.case.day, profile))

    def instead(self, case: Case) -> Outcome:
        """Return the outcome in another case of the same day."""
        return decision_in(case, self).outcome

    def would_advise(self, certification: str, profile: Profile) -> bool:
        """Whether a certification would be advised to another profile on the same day.

        For that the routes need not be ranked: every step of one is advised.
        """
        case = _changed(self.case.day, profile)
        climb = climbing_function(case) if levels_to_climb(case) else None
        return is_step(case, certification, climb)

    @property
    def outcome(self) -> Outcome:
        """What of the decision is compared with others."""
        return Outcome(self.verdicts, self.next_steps)

    @property
    def next_steps(self) -> tuple[str, ...]:
        """The first steps of all routes of rank 1, each once, in display order."""
        return tuple(dict.fromkeys(route.plan.steps[0] for route in self.ranked if route.rank == 1))


def decide(day: Day, profile: Profile) -> Decision:
    """Return the routes in order and the verdict on every certification of the catalogue."""
    return decision_in(read_case(day, profile))


def decision_in(case: Case, near: Decision | None = None) -> Decision:
    """Return the decision in a case; one on the same day `near` it saves work, changes nothing."""
    found = prospects(case, climbing_function(case) if levels_to_climb(case) else None)
    if near and found == near.found and shown_first(case) == shown_first(near.case):
        return replace(near, case=case)
    ranked = tuple(in_order(case, graded_plans(found)))
    ranks: dict[str, int] = {}
    for route in ranked:
        for step in route.plan.steps:
            ranks[step] = min(route.rank, ranks.get(step, route.rank))
    verdicts = {**verdicts_unless_held(case.day)}
    verdicts |= {name: prospect.verdict for name, prospect in found.items()}
    for step, rank in ranks.items():
        verdicts[step] = "recommended" if rank == 1 else "alternative"
    return Decision(case, ranked, verdicts, found)


@remembered(64)
def _changed(day: Day, profile: Profile) -> Case:
    """Return a case, remembered as the same changes are tried for several certifications."""
    return read_case(day, profile)
