"""Laws of every plan, of any two plans together, and of a whole decision.

Each law is checked from the facts of the catalogue as far as possible, not with engine code.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date

from msgspec.structs import replace

from pmo_path.answers.route_steps import route_view
from pmo_path.conditions.inspect import must_hold
from pmo_path.core.json_text import json_data
from pmo_path.engine import ranking
from pmo_path.engine.award_validity import holdings, proved_certifications
from pmo_path.engine.climbing import climbing_function
from pmo_path.engine.decision import ADVISED, Decision
from pmo_path.engine.fit import Fit
from pmo_path.engine.ranking import CRITERIA, Ranked, deciding_criterion, grades_of
from pmo_path.engine.route_planning import Plan
from pmo_path.engine.situation import Case, read_case
from pmo_path.model.on_day import Day
from pmo_path.profile.profile import Held, Profile
from proof.people import Person, awards
from proof.sentences import unfinished
from proof.signatures import fit_for, planned

ON_OFFER = ("current", "unconfirmed", "unknown")
Found = Iterator[str]
# Plans by destination, steps and grades: one for each that the order can tell apart.
Graded = dict[tuple[str, tuple[str, ...], tuple[int, ...]], Plan]


class Counts(dict[str, int]):
    """How many classes each check has covered."""

    def add(self, check: str, number: int = 1) -> None:
        """Count some more."""
        self[check] = self.get(check, 0) + number


def status_on(day: Day, certification: str) -> str:
    """Return a status by the history itself; none where nothing has begun."""
    begun = [
        period
        for period in day.catalogue.certifications[certification].status
        if _begun(period.from_, day.date)
    ]
    return begun[-1].status if begun else "none"


def _begun(start: date | None, day: date) -> bool:
    return start is None or start <= day


# --- every plan ------------------------------------------------------------------------


def on_offer(case: Case, plan: Plan) -> Found:
    """No step is withdrawn, suspended or not yet there."""
    for step in plan.steps:
        if status_on(case.day, step) not in ON_OFFER:
            yield f"{step} is {status_on(case.day, step)}"


def in_order(case: Case, plan: Plan) -> Found:
    """Every prerequisite is held or an earlier step; no step is surely closed at its point."""
    ready = set(proved_certifications(case.day.catalogue, case.profile.holds or ()))
    for step, truth in zip(plan.steps, plan.eligibility, strict=True):
        if not plan.renew and (missing := must_hold(case.day.requirements(step)) - ready):
            yield f"{step} comes before {sorted(missing)}"
        if truth is False:
            yield f"{step} is not open"
        ready.add(step)
    if len(set(plan.steps)) != len(plan.steps):
        yield "a step comes twice"
    if plan.steps[-1] != plan.destination:
        yield "the destination is not the last step"


def not_held(case: Case, plan: Plan) -> Found:
    """No step is held and valid; a lapsed one is renewed, alone or because it must be valid."""
    awarded = case.profile.holds or ()
    passed = proved_certifications(case.day.catalogue, awarded)
    states = holdings(case.day.catalogue, case.profile, case.day.date)
    for step in plan.steps:
        lapsed = step in states and states[step].state == "lapsed"
        if step in passed and not lapsed:
            yield f"{step} is held and valid"
        leads_on = any(step in case.day.must_be_valid[other] for other in plan.steps)
        if lapsed and not leads_on and not (plan.renew and plan.steps == (step,)):
            yield f"{step} has lapsed and is to be obtained again"
        if plan.renew and not lapsed:
            yield f"{step} has not lapsed and is to be renewed"


def no_longer_than_needed(case: Case, plan: Plan) -> Found:
    """A step that leads to another is needed: without it something after it would not be open."""
    for place, step in enumerate(plan.steps[:-1]):
        without = tuple(other for other in plan.steps if other != step)
        opened = (
            case.eligibility(other, without[:at]).truth
            for at, other in enumerate(without)
            if at >= place
        )
        if all(opened) and not any(
            step in must_hold(case.day.requirements(other)) for other in without
        ):
            yield f"{step} is not needed for {plan.destination}"


def in_words(case: Case, plan: Plan) -> Found:
    """Every sentence of the route is finished."""
    alone = Ranked(plan, 1, (0,) * len(CRITERIA))
    yield from unfinished(json_data(route_view(case, (alone,), alone)))


PLAN_LAWS: tuple[tuple[str, Callable[[Case, Plan], Found]], ...] = (
    ("no step is withdrawn, suspended or not on offer", on_offer),
    ("no step comes before its prerequisite", in_order),
    ("no step is held and valid", not_held),
    ("no step is there for nothing", no_longer_than_needed),
    ("every sentence is finished", in_words),
)


def rank(case: Case, plans: list[Plan]) -> list[Ranked]:
    """Return plans in order, graded anew."""
    return ranking.in_order(case, [(grades_of(case, plan), plan) for plan in plans])


def prove_plans(day: Day, people: Iterable[Person], counts: Counts) -> tuple[list[str], Graded]:
    """Check every plan over all classes of people; return the findings and the graded plans."""
    wrong: list[str] = []
    graded: Graded = {}
    for person in people:
        for held in awards(day, person):
            case = read_case(day, _holding(person.profile, held))
            counts.add("people and awards")
            fit = fit_for(case, person.destination)
            if fit is None:
                wrong.append(
                    f"{day.date} {person.destination}: awards changed what suits {case.profile}"
                )
                continue
            if case.valid(person.destination):
                counts.add("held already")
                continue
            plan = planned(case, person.destination)
            if plan is None:
                counts.add("no way")
                continue
            counts.add("plans")
            for name, law in PLAN_LAWS:
                wrong += [
                    f"{day.date} {name}: {finding}: {case.profile.plain()}"
                    for finding in law(case, plan)
                ]
            grades = tuple(grade(case, plan) for _, grade in CRITERIA)
            graded.setdefault((plan.destination, plan.steps, grades), plan)
    return wrong, graded


def _holding(profile: Profile, held: tuple[Held, ...] | None) -> Profile:
    return replace(profile, holds=held)


# --- any two plans together --------------------------------------------------------------


def prove_order(day: Day, graded: Graded, counts: Counts) -> list[str]:
    """Check that named criteria order any two plans to different destinations, or tie them."""
    case = read_case(day, Profile())
    wrong = []
    for (end, steps, grades), plan in graded.items():
        if tuple(grade(case, plan) for _, grade in CRITERIA) != grades:
            wrong.append(f"{day.date} {steps}: grades hang on the case")
        for (other_end, _, _), other in graded.items():
            if end < other_end:
                counts.add("pairs of plans")
                wrong += [
                    f"{day.date} {plan.steps} {other.steps}: {finding}"
                    for finding in _pair(case, plan, other)
                ]
    return wrong


def _pair(case: Case, plan: Plan, other: Plan) -> Found:
    ranked = rank(case, [plan, other])
    if ranked != rank(case, [other, plan]):
        yield "the order hangs on the order in which they came"
    yield from ordered(ranked)
    bare = tuple(
        replace(entry, plan=replace(entry.plan, renew=False, fit=Fit("exact", None, ())))
        for entry in ranked
    )
    for entry in bare:
        yield from unfinished(list(route_view(case, bare, entry).because))
    kept = ranked[0].plan
    for gone in (
        dropped for dropped in (plan, other) if all(dropped is not left.plan for left in ranked)
    ):
        if kept.steps[: len(gone.steps)] != gone.steps:
            yield "a plan is left out that is not the beginning of the other"


def ordered(ranked: Iterable[Ranked]) -> Found:
    """Ranks have no gaps; the first criterion that differs decides; if none does, it is a tie."""
    ranked = list(ranked)
    if [entry.rank for entry in ranked] != sorted(entry.rank for entry in ranked):
        yield "ranks are not in order"
    if {entry.rank for entry in ranked} != set(range(1, len({entry.rank for entry in ranked}) + 1)):
        yield "ranks have holes"
    names = [name for name, _ in CRITERIA]
    for first in ranked:
        for second in ranked:
            criterion = deciding_criterion(first, second)
            if (criterion is None) != (first.rank == second.rank):
                yield "a rank without a criterion, or a criterion without a rank"
            elif criterion and first.rank < second.rank:
                place = names.index(criterion)
                if (
                    first.grades[:place] != second.grades[:place]
                    or first.grades[place] >= second.grades[place]
                ):
                    yield f"{criterion} does not decide"


# --- whole decisions -----------------------------------------------------------------------


def whole(decision: Decision) -> Found:
    """The decision about a person is the plans to each destination, in order, and nothing else."""
    case = decision.case
    climb = climbing_function(case)
    candidates = (planned(case, name, climb(name)) for name in case.day.catalogue.certifications)
    plans = [plan for plan in candidates if plan]
    if tuple(rank(case, plans)) != decision.ranked:
        yield "the routes are not the plans to each destination"
    yield from ordered(decision.ranked)
    kept = {route.plan.steps for route in decision.ranked}
    for plan in plans:
        if plan.steps not in kept and not any(
            steps[: len(plan.steps)] == plan.steps for steps in kept
        ):
            yield f"the plan to {plan.destination} was lost"
    if set(decision.verdicts) != set(case.day.catalogue.certifications):
        yield "a certification without a verdict"
    best = {step for route in decision.ranked if route.rank == 1 for step in route.plan.steps}
    steps = {step for plan in plans for step in plan.steps}
    for name, verdict in decision.verdicts.items():
        if (verdict == "recommended") != (name in best) or (verdict in ADVISED) != (name in steps):
            yield f"{name} is {verdict}, and the plans say otherwise"
        if (verdict == "held") != (case.valid(name) and name not in steps):
            yield f"{name} is {verdict}, and the awards say otherwise"
