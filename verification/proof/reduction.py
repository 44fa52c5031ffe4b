"""The reduction against all people: equal signatures, equal plans, and no signature missing."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from typing import Any

from msgspec.structs import replace

from pmo_path.core.scalars import Range
from pmo_path.engine.ranking import CRITERIA
from pmo_path.engine.situation import Case, read_case
from pmo_path.model.on_day import Day
from pmo_path.profile.meanings import EDUCATION, LEVELS
from pmo_path.profile.profile import Held, Profile
from proof.answers import titles
from proof.cells import GOAL_LISTS
from proof.costs import changes
from proof.flips import changing, way_seen
from proof.held import awards_seen
from proof.laws import Counts
from proof.people import awards, people
from proof.signatures import exact, fit_for, planned, signature
from proof.turns import turns


def everybody(day: Day) -> Iterator[Profile]:
    """Yield all people of a small catalogue: every answer to every fact, and some ranges."""
    years = [Range(number, number) for number in (0.0, 0.5, 1.0, 2.0, 3.0, 5.0, 10.0, 11.0)]
    names = sorted(day.catalogue.certifications)
    held: list[Any] = [None]
    for size in range(len(names) + 1):
        held += [tuple(map(Held, chosen)) for chosen in itertools.combinations(names, size)]
    for title, level, worked, target, goals, types, awarded, diploma in itertools.product(
        titles(day.catalogue),
        (None, *LEVELS),
        (None, *years, Range(0, 1), Range(1, 2), Range(1, 6)),
        (None, *LEVELS),
        GOAL_LISTS[:8] + GOAL_LISTS[-2:],
        (None, ("tactical",)),
        held,
        (None, EDUCATION[0]),
    ):
        yield Profile(
            role=title, experience_level=level, years_in_pmo=worked, target_level=target,
            goals=goals, pmo_types=types, holds=awarded, education=diploma,
        )  # fmt: skip


def outcome(case: Case, certification: str) -> Any:
    """Return the plan to a certification as the order sees it."""
    plan = planned(case, certification)
    return plan and (
        plan.steps,
        plan.renew,
        plan.open,
        plan.eligibility,
        tuple(f(case, plan) for _, f in CRITERIA),
    )


def prove_reduction(day: Day, counts: Counts, step: int = 1) -> list[str]:
    """Check that everybody's signature is that of a class, and their plan that of the class."""
    classes: dict[Any, Any] = {}
    for person in people(day).values():
        for held in awards(day, person):
            case = read_case(day, _with(person.profile, held))
            fit = fit_for(case, person.destination)
            assert fit
            key, groups = exact(case, person.destination, fit)
            classes[key, awards_seen(case, person.destination, groups)] = outcome(
                case, person.destination
            )
    counts.add("classes of the small catalogue", len(classes))
    wrong, met = [], set()
    for profile in itertools.islice(everybody(day), 0, None, step):
        case = read_case(day, profile)
        for destination in day.destinations:
            own_key = signature(case, destination)
            if own_key is None:
                continue
            counts.add("people of the small catalogue, unreduced")
            met.add(own_key)
            if own_key not in classes:
                wrong.append(f"{destination}: no class for {profile.plain()}")
            elif classes[own_key] != outcome(case, destination):
                wrong.append(f"{destination}: another plan than the class: {profile.plain()}")
    counts.add("classes met by the unreduced", len(met))
    return wrong


def prove_turns(day: Day, counts: Counts, step: int = 1) -> list[str]:
    """Check that changes of aims lead everybody to the same ways as their class."""
    wrong = []
    for target in (change for change in changing(day) if change.verdict == "later"):
        ways, classes = turns(day, target)
        way_keys = [
            way_seen(read_case(day, profile), target.certification) for profile in ways.profiles
        ]
        known = {
            (way_keys[turn.now], frozenset((cost, way_keys[way]) for cost, way in turn.led))
            for turn in classes
        }
        for profile in itertools.islice(everybody(day), 0, None, step):
            case = read_case(day, _with(profile, None))
            if target.may_be(case):
                counts.add("people of the small catalogue who may change, unreduced")
                tried = changes(case, target.certification, target.keys)
                led = frozenset(
                    (cost, way_seen(read_case(day, after), target.certification))
                    for cost, after in tried
                )
                if (way_seen(case, target.certification), led) not in known:
                    wrong.append(
                        f"{target.certification}: no class of changes for {profile.plain()}"
                    )
    return wrong


def _with(profile: Profile, held: tuple[Held, ...] | None) -> Profile:
    return replace(profile, holds=held)
