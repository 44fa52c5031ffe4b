"""The parts of a plan that have no known value, with whom to ask."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence

from pmo_path.answers.level_words import level_name
from pmo_path.answers.plans.stages import Gain
from pmo_path.answers.plans.takes import Takes
from pmo_path.answers.prices import step_cost
from pmo_path.contract.cost import Cost
from pmo_path.contract.plan import CriterionName
from pmo_path.contract.unknown import Lacking, LackingWhat, Unknown
from pmo_path.core.scalars import json_number
from pmo_path.engine.pareto import Part, Span
from pmo_path.messages.catalog import say
from pmo_path.messages.phrases import lacking_value
from pmo_path.model.on_day import Day
from pmo_path.profile.facts import BY_KEY

_WHAT: Mapping[CriterionName, LackingWhat] = {
    "days": "training_days",
    "money": "cost",
    "renewals": "validity",
}


def ends(span: Span, lacking: Sequence[Lacking]) -> tuple[float | Unknown, float | Unknown]:
    """Return the least and the most of a sum of which some parts have no known value.

    With such parts the most is unknown, and the least too where the others come to nothing.
    """
    if not lacking:
        return json_number(span.low), json_number(span.high)
    unknown = Unknown(ask="; ".join(dict.fromkeys(part.ask for part in lacking)))
    return json_number(span.low) if span.low else unknown, unknown


def lacking_parts(
    takes: Takes, criterion: CriterionName, taken: Mapping[Part, Span]
) -> Iterator[Lacking]:
    """Yield the parts of a sum without a known value, in the order of the plan."""
    for part in (part for part, span in taken.items() if math.isinf(span.high)):
        if isinstance(part, Gain):
            yield _lacking_gain(takes, part)
        else:
            yield _lacking_of(takes, _WHAT[criterion], str(part))


def _lacking_of(takes: Takes, what: LackingWhat, certification: str) -> Lacking:
    cost = step_cost(takes.case, certification)
    if what == "cost" and isinstance(cost, Cost):  # known, but in another currency
        ask = say("plan-ask-rate", currency=cost.currency, other=takes.currency)
        name = takes.case.day.short(certification)
        text = say("lacks-rate", name=name, currency=takes.currency)
        return Lacking(what=what, about=certification, text=text, ask=ask)
    return lacking_certification(takes.case.day, what, certification)


def lacking_certification(day: Day, what: LackingWhat, certification: str) -> Lacking:
    """Return what is not known of a certification; its owner is to be asked."""
    ask = day.owner(certification).ask
    return lacking_value(what, certification, day.short(certification), ask)


def lacking_work(day: Day, level: str) -> Lacking:
    """Return that it is not known how long it takes to work up to a career level."""
    return Lacking(
        what="working-up",
        about=level,
        text=say("lacks-working-up", level=level_name(day.catalogue, level)),
        ask=say("plan-ask-experience"),
    )


def _lacking_gain(takes: Takes, gain: Gain) -> Lacking:
    asked = gain.fact
    if gain.now and gain.fact == "pmo_education_hours":
        asked = "" if takes.case.profile.hours_per_week else "hours_per_week"
    return Lacking(
        what="experience",
        about=gain.fact,
        text=say("lacks-experience", noun=BY_KEY[gain.fact].bare),
        ask=say("plan-ask-yourself", noun=BY_KEY[asked].noun) if asked else say("plan-ask-course"),
    )
