"""Routes: which certifications may be a destination, and the steps that lead there.

candidates -> in force on the day -> not excluded -> fit -> steps. Every stage only removes
candidates; `engine.prospects` applies the same tests to give the verdict on what was removed.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from msgspec import Struct

from pmo_path.conditions.evaluate import evaluate
from pmo_path.conditions.inspect import facts_read
from pmo_path.core.memory import remembered
from pmo_path.engine.fit import Fit, advisable, level_distance, may_be_step, preferred_by
from pmo_path.engine.situation import Case
from pmo_path.model.catalogue import ON_OFFER
from pmo_path.model.certifications import Certification
from pmo_path.model.on_day import Day
from pmo_path.profile.facts import CAREER_LEVEL, DISCRETION
from pmo_path.profile.meanings import LEVELS

Climb = Callable[[str], tuple[str, ...]]


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


def plan_to(case: Case, certification: str, fit: Fit, climbs: tuple[str, ...] = ()) -> Plan | None:
    """Return the plan to one destination; None where an entry requirement stays unmet."""
    if case.holds(certification):  # lapsed: a valid award may be no step
        return Plan(
            certification, (certification,), True, True, (True,), fit, _for_goal(case, fit, ())
        )
    if not (climbs or case.day.requirements(certification).parts):  # open to everybody
        return Plan(
            certification, (certification,), False, True, (True,), fit, _for_goal(case, fit, ())
        )
    leading = case.for_level(certification)
    if not _at_discretion(case.day).isdisjoint((certification, *climbs)):
        leading = leading.granting()
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


@remembered(8)
def _at_discretion(day: Day) -> frozenset[str]:
    """Return the certifications on whose ways a provider may accept practical experience."""
    asked = {name for name, needs in day.needs.items() if DISCRETION in facts_read(needs)}
    return frozenset(name for name, ways in day.ways.items() if ways & asked)


def _for_goal(case: Case, fit: Fit, before: tuple[str, ...]) -> bool:
    """Whether advice about a goal names the destination, or a required step within one level."""
    rules = [*fit.rules]
    for step in before:
        if level_distance(case, case.day.catalogue.certifications[step]) in (0, 1):
            rules += preferred_by(case, step)
    return "goal" in [rule.about for rule in rules]


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
    for accepted in _ways_in(case.day)[certification]:
        if (
            accepted in steps
            or not _between(case, accepted, certification)
            or not advisable(case, accepted)
        ):
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


@remembered(8)
def _ways_in(day: Day) -> Mapping[str, tuple[str, ...]]:
    """Return by certification those of the accepted ones through which it may be entered.

    Their levels are known, and more of them than that they exist; none is of neighbours.
    """
    known = day.catalogue.certifications
    return {
        name: tuple(
            accepted
            for accepted in day.accepts[name]
            if day.made_for[name] and day.made_for[accepted]
            if known[accepted].kind != "neighbour" and not known_by_name_only(known[accepted])
        )
        for name in known
    }


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
    if not case.level.levels:
        return False
    made_for, top = case.day.made_for[accepted], case.day.made_for[certification]
    own = [LEVELS.index(level) for level in case.facts.choices(CAREER_LEVEL)]
    return max(made_for) >= min(own) and min(made_for) <= max(top)


def on_offer_rank(case: Case, plan: Plan) -> int:
    """Return the index in ON_OFFER of the step least surely on offer; 0 is best."""
    return max([ON_OFFER.index(case.day.status[step]) for step in plan.steps])
