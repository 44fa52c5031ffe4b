"""Routes: which certifications may be a destination, and the steps that lead there.

candidates -> in force on the day -> not excluded -> fit -> steps. Every stage only removes
candidates; `engine.decision` applies the same tests to give the verdict on what was removed.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from msgspec import Struct

from pmo_path.conditions.evaluate import evaluate
from pmo_path.engine.situation import Case, levels_made_for
from pmo_path.model.catalogue import ON_OFFER
from pmo_path.model.certifications import Certification
from pmo_path.model.rules import Rule
from pmo_path.profile.facts import CAREER_LEVEL, LEVELS

LevelFit = Literal["exact", "adjacent", "advised"]
Climb = Callable[[str], tuple[str, ...]]


class Fit(Struct, frozen=True):
    """How a certification suits a person: by level, by kind of PMO (None: not said), by rules."""

    level: LevelFit
    placed: bool | None
    rules: tuple[Rule, ...]


class Plan(Struct, frozen=True):
    """A destination, the ordered steps to it, and whether each is open at its point in the route.

    `renew` marks the renewal of a lapsed award. `open` is evaluated for the readings of an
    ambiguous level that lead to the destination, and as if a provider had accepted practical
    experience where that is not known: the discretion that an owner leaves to providers ranks no
    route lower. `eligibility` (one value a step) is evaluated for all readings and without that
    assumption, so what depends on them stays unknown. `for_goal` says whether advice about a goal
    of the person names the destination or a step required before it. `climbs` are the leading
    steps that are there only to go up level by level.
    """

    destination: str
    steps: tuple[str, ...]
    renew: bool
    open: bool
    eligibility: tuple[bool | None, ...]
    fit: Fit
    for_goal: bool
    climbs: tuple[str, ...] = ()


def plans(case: Case, climb: Climb = lambda certification: ()) -> list[Plan]:
    """Return one plan for every certification that may be this person's destination.

    `climb` maps a destination to the steps from the person's level up to the one below it.
    """
    possible_plans = []
    for name in case.day.destinations:
        fit = (
            fit_of(case, case.day.catalogue.certifications[name]) if advisable(case, name) else None
        )
        plan = plan_to(case, name, fit, climb(name)) if fit else None
        if plan is not None:
            possible_plans.append(plan)
    return possible_plans


def may_be_step(case: Case, certification: str) -> bool:
    """Whether a certification may be a step: on offer, and not held and valid."""
    return case.day.offered(certification) and not case.valid(certification)


def advisable(case: Case, certification: str) -> bool:
    """Whether a certification may be chosen: possible, and no rule advises against it.

    A prerequisite is not chosen: it need only be possible.
    """
    return may_be_step(case, certification) and not excluded_by(case, certification)


def excluded_by(case: Case, certification: str) -> tuple[Rule, ...]:
    """Return the met rules that advise against a certification, or against what it replaced."""
    return case.excluded.get(certification, ())


def preferred_by(case: Case, certification: str) -> tuple[Rule, ...]:
    """Return the met rules that advise a certification, or what it replaced by this day."""
    return case.preferred.get(certification, ())


def fit_of(case: Case, certification: Certification) -> Fit | None:
    """Return how a certification suits the person's destination; None where it does not."""
    if certification.kind == "neighbour" or is_below_person(case, certification):
        return None
    return fit_ignoring_floor(case, certification)


def is_below_person(case: Case, certification: Certification) -> bool:
    """Whether a certification is made only for levels below the lowest advised to the person."""
    made_for = levels_made_for(certification)
    return bool(made_for) and max(made_for) < case.floor


def anything_below_person(case: Case) -> bool:
    """Whether anything advisable on the day is beneath the person's level, suitable or not."""
    known = case.day.catalogue.certifications
    return any(
        is_below_person(case, known[name]) and advisable(case, name)
        for name in case.day.destinations
    )


def suits_but_below_level(case: Case, certification: Certification) -> bool:
    """Whether a certification would suit the person if it did not lie below their level."""
    shut = is_below_person(case, certification) and advisable(case, certification.id)
    return shut and fit_ignoring_floor(case, certification) is not None


def fit_ignoring_floor(case: Case, certification: Certification) -> Fit | None:
    """Return how a certification suits the destination, even if below the person's level."""
    # Rules about a person's work presuppose a level; without one only those about goals apply.
    rules = tuple(
        [
            rule
            for rule in preferred_by(case, certification.id)
            if case.destination or rule.about == "goal"
        ]
    )
    placed = is_placed(case, certification)
    distance = level_distance(case, certification)
    if distance == 0:
        return Fit("exact", placed, rules)
    if distance == 1 and placed and not _level_is_placed(case):
        return Fit("adjacent", placed, rules)
    return (
        Fit("advised", placed, rules) if rules and not _out_of_reach(case, certification) else None
    )


def _out_of_reach(case: Case, certification: Certification) -> bool:
    """Whether a certification is two or more levels above the destination: advice shifts by one."""
    made_for = levels_made_for(certification)
    highest = max((LEVELS.index(level) for level in case.destination), default=len(LEVELS))
    return bool(made_for) and min(made_for) > highest + 1


def level_distance(case: Case, certification: Certification) -> int | None:
    """Return the distance of a certification from the destination, in levels; None if unknown."""
    if not case.destination or not certification.career_levels:
        return None
    made_for = levels_made_for(certification)
    wanted = [LEVELS.index(level) for level in case.destination]
    return min(abs(level - target) for level in made_for for target in wanted)


def is_placed(case: Case, certification: Certification) -> bool | None:
    """Whether a certification is placed in the person's kind of PMO; None if that was not said.

    A placement in `any` kind does not count.
    """
    if not case.wanted_types:
        return None
    return any(in_type.type in case.wanted_types for in_type in certification.pmo_types)


def _level_is_placed(case: Case) -> bool:
    """Whether some certification on offer for the exact level is placed in this kind of PMO."""
    certifications = (case.day.catalogue.certifications[name] for name in case.day.destinations)
    return any(
        level_distance(case, certification) == 0
        and is_placed(case, certification)
        and case.day.offered(certification.id)
        for certification in certifications
    )


def plan_to(case: Case, certification: str, fit: Fit, climbs: tuple[str, ...] = ()) -> Plan | None:
    """Return the plan to one destination; None where an entry requirement stays unmet."""
    if certification in case.holdings:  # lapsed: a valid award may be no step
        return Plan(
            certification, (certification,), True, True, (True,), fit, _for_goal(case, fit, ())
        )
    made_for = frozenset(
        at_level.level
        for at_level in case.day.catalogue.certifications[certification].career_levels
    )
    leading = case.for_level(made_for).granting()
    needed = steps_to(leading.having(climbs), certification)
    if needed is None:
        return None
    steps = tuple(dict.fromkeys((*climbs, *needed)))
    opened = _truths(leading, steps)
    if False in opened:
        return None
    truths = opened if leading is case else _truths(case, steps)
    first = tuple(step for step in climbs if step != certification)
    return Plan(
        certification,
        steps,
        False,
        all(opened),
        truths,
        fit,
        _for_goal(case, fit, needed[:-1]),
        first,
    )


def _for_goal(case: Case, fit: Fit, before: tuple[str, ...]) -> bool:
    """Whether advice about a goal names the destination, or a required step within one level."""
    near = (
        step
        for step in before
        if level_distance(case, case.day.catalogue.certifications[step]) in (0, 1)
    )
    needed = (rule for step in near for rule in preferred_by(case, step))
    return any(rule.about == "goal" for rule in (*fit.rules, *needed))


def _truths(case: Case, steps: tuple[str, ...]) -> tuple[bool | None, ...]:
    """Return whether each step is open at its point in the route; one passed before always is."""
    return tuple(
        [
            case.holds(step) or case.eligibility(step, steps[:place]).truth
            for place, step in enumerate(steps)
        ]
    )


def steps_to(
    case: Case, certification: str, above: frozenset[str] = frozenset()
) -> tuple[str, ...] | None:
    """Return the ordered steps to a certification, or None if a required one is not possible.

    First the certifications that must be held; if these do not open it, then the shortest way
    through one that its entry requirements accept and that suits the person's levels. `above`
    holds the certifications on the way down to this one, to break cycles.
    """
    if certification in above:
        return None
    if case.holds(certification):  # passed before: its entry requirements were met then
        return (certification,)
    above = above | {certification}
    steps: tuple[str, ...] = ()
    for needed in case.day.must_hold[certification]:
        if case.valid(needed) or (
            case.holds(needed) and needed not in case.day.must_be_valid[certification]
        ):
            continue
        before = steps_to(case, needed, above) if may_be_step(case, needed) else None
        if before is None:
            return None
        steps = tuple(dict.fromkeys((*steps, *before)))
    if case.eligibility(certification, steps).truth is not True:
        steps = _opened_by(case, certification, steps, above) or steps
    return (*steps, certification)


def _opened_by(
    case: Case, certification: str, steps: tuple[str, ...], above: frozenset[str]
) -> tuple[str, ...] | None:
    """Return the shortest steps that open a certification through an accepted one, or None.

    Among equally short ways, one that ends in the family of the certification goes first.
    """
    requirements = case.day.requirements(certification)
    ways = []
    for accepted in case.day.accepts[certification]:
        if (
            accepted in steps
            or not advisable(case, accepted)
            or not _between(case, accepted, certification)
        ):
            continue
        if known_by_name_only(case.day.catalogue.certifications[accepted]):
            continue
        before = steps_to(case, accepted, above)
        if before is None:
            continue
        way = tuple(dict.fromkeys((*steps, *before)))
        open_all = all(case.eligibility(step, way[:place]).truth for place, step in enumerate(way))
        if open_all and evaluate(requirements, case.after(way)).truth:
            ways.append(way)
    family = case.day.catalogue.family_of(certification)
    return min(
        ways,
        key=lambda way: (len(way), case.day.catalogue.family_of(way[-1]) != family, way),
        default=None,
    )


def known_by_name_only(certification: Certification) -> bool:
    """Whether the catalogue records no entry rules, exam, training or topics of a certification.

    Such a certification is not advised as a way into another.
    """
    asked = any(version.required or version.not_asked for version in certification.entry)
    return not (asked or certification.exam or certification.training_days or certification.topics)


def _between(case: Case, accepted: str, certification: str) -> bool:
    """Whether `accepted` lies between the level of the person and that of `certification`.

    Nobody is sent below their own level only to get in, nor above where they want to go.
    False where a level is not known.
    """
    certifications = case.day.catalogue.certifications
    made_for = levels_made_for(certifications[accepted])
    top = levels_made_for(certifications[certification])
    own = (
        [LEVELS.index(level) for level in case.facts.choices[CAREER_LEVEL]]
        if case.level.levels
        else []
    )
    if not made_for or not top or not own or certifications[accepted].kind == "neighbour":
        return False
    return max(made_for) >= min(own) and min(made_for) <= max(top)


def on_offer_rank(case: Case, plan: Plan) -> int:
    """Return the index in ON_OFFER of the step least surely on offer; 0 is best."""
    return max(ON_OFFER.index(case.day.status[step]) for step in plan.steps)
