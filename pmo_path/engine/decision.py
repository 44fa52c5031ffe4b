"""The decision as codes and values: ranked routes, and a verdict on every certification."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct
from msgspec.structs import replace

from pmo_path.contract.advice import VerdictWord
from pmo_path.core.memory import remembered
from pmo_path.engine.climbing import climbing_function, levels_to_climb
from pmo_path.engine.prospects import Prospects, graded_plans, is_step, prospects, prospects_near
from pmo_path.engine.ranking import Ranked, in_order
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

    def instead(self, profile: Profile) -> Outcome:
        """Return the outcome for another profile on the same day."""
        return decide(self.case.day, profile, self).outcome

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


def decide(day: Day, profile: Profile, near: Decision | None = None) -> Decision:
    """Return the routes in order and the verdict on every certification of the catalogue.

    A decision about a profile `near` this one saves work, and changes nothing.
    """
    case = read_case(day, profile)
    if levels_to_climb(case):
        found = prospects(case, climbing_function(case))
    elif near and not levels_to_climb(near.case):
        found = prospects_near(case, near.case, near.found)
        if found is near.found:
            return replace(near, case=case)
    else:
        found = prospects(case)
    ranked = tuple(in_order(case, graded_plans(found)))
    ranks: dict[str, int] = {}
    for route in ranked:
        for step in route.plan.steps:
            ranks[step] = min(route.rank, ranks.get(step, route.rank))
    verdicts: dict[str, VerdictWord] = {name: prospect.verdict for name, prospect in found.items()}
    for step, rank in ranks.items():
        verdicts[step] = "recommended" if rank == 1 else "alternative"
    return Decision(case, ranked, verdicts, found)


@remembered(64)
def _changed(day: Day, profile: Profile) -> Case:
    """Return a case, remembered as the same changes are tried for several certifications."""
    return read_case(day, profile)
