"""The decision as codes and values: ranked routes, and a verdict on every certification."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from pmo_path.contract.advice import VerdictWord
from pmo_path.core.memory import remembered
from pmo_path.engine.climbing import ranked_plans
from pmo_path.engine.equivalence import representative_profile
from pmo_path.engine.fit import excluded_by, level_distance, suits_but_below_level
from pmo_path.engine.ranking import Ranked
from pmo_path.engine.situation import Case, levels_made_for, read_case
from pmo_path.model.certifications import Certification
from pmo_path.model.on_day import Day
from pmo_path.profile.meanings import LEVELS
from pmo_path.profile.profile import Profile

# The verdicts on certifications that are steps of a route.
ADVISED: tuple[VerdictWord, ...] = ("recommended", "alternative")


class Outcome(Struct, frozen=True):
    """The part of a decision that is compared when answers and changes are tried.

    Kept small because thousands are cached.
    """

    verdicts: Mapping[str, VerdictWord]
    next_steps: tuple[str, ...]


class Decision(Struct, frozen=True):
    """The engine's decision about one profile on one day."""

    case: Case
    ranked: tuple[Ranked, ...]
    verdicts: Mapping[str, VerdictWord]

    def instead(self, profile: Profile) -> Outcome:
        """Return the outcome for another profile on the same day, cached by equivalence class."""
        return _tried(self.case.day, representative_profile(self.case.day, profile))

    @property
    def next_steps(self) -> tuple[str, ...]:
        """The first steps of all routes of rank 1, each once, in display order."""
        return tuple(dict.fromkeys(route.plan.steps[0] for route in self.ranked if route.rank == 1))


def decide(day: Day, profile: Profile) -> Decision:
    """Return the routes in order and the verdict on every certification of the catalogue."""
    case = read_case(day, profile)
    ranked = tuple(ranked_plans(case))
    ranks: dict[str, int] = {}
    for route in ranked:
        for step in route.plan.steps:
            ranks[step] = min(route.rank, ranks.get(step, route.rank))
    verdicts = {
        certification.id: _verdict(case, ranks.get(certification.id), certification)
        for certification in day.catalogue.certifications.values()
    }
    return Decision(case, ranked, verdicts)


@remembered(64)
def decide_for_class(day: Day, profile: Profile) -> Decision:
    """Return the decision about an equivalence class, given its representative profile."""
    return decide(day, profile)


@remembered(512)
def _tried(day: Day, profile: Profile) -> Outcome:
    decision = decide(day, profile)
    return _same(tuple(decision.verdicts.items()), decision.next_steps)


@remembered(4096)
def _same(verdicts: tuple[tuple[str, VerdictWord], ...], next_steps: tuple[str, ...]) -> Outcome:
    """Return one shared object for equal outcomes: thousands of profiles have only a few."""
    return Outcome(dict(verdicts), next_steps)


def _verdict(case: Case, rank: int | None, certification: Certification) -> VerdictWord:
    if rank is not None:
        return "recommended" if rank == 1 else "alternative"
    if case.valid(certification.id):
        return "held"
    if not case.day.offered(certification.id):
        return "unavailable"
    if above_destination(case, certification):
        return "later"
    if excluded_by(case, certification.id) or certification.kind == "neighbour" or case.leaves:
        return "not_suitable"
    return _by_fit(case, certification)


def _by_fit(case: Case, certification: Certification) -> VerdictWord:
    distance = level_distance(case, certification)
    if distance is None:
        return "not_suitable" if suits_but_below_level(case, certification) else "unknown"
    if distance > 0:
        return "not_suitable"
    return "not_eligible" if case.eligibility(certification.id).truth is False else "unknown"


def above_destination(case: Case, certification: Certification) -> bool:
    """Whether a certification is made only for levels above both the destination and today's."""
    if not case.destination or not certification.career_levels or certification.kind == "neighbour":
        return False
    lowest = min(levels_made_for(certification))
    return lowest > max(LEVELS.index(level) for level in (*case.destination, *case.level.levels))
