"""Which cautions a form of an advice lists: none that is told elsewhere in that form."""

from __future__ import annotations

from pmo_path.answers.cautions import HARMFUL
from pmo_path.contract.advice import Advice, Caution
from pmo_path.messages.phrases import why_no_route
from pmo_path.reports.sections import AIM_RULES, DOUBT_RULES, LEVEL_RULES

# Cautions that there is no route; the answer says so, or a more specific one does.
_NO_ROUTE_RULES = ("no-level", "nothing-fits")
# Cautions about entry to a step, with the ground on which the step's own line says the same.
_SAID_BY_ENTRY = {"entry-not-published": "none-known", "provider-decides": "provider"}


def remaining_cautions(advice: Advice) -> tuple[Caution, ...]:
    """Return the cautions that the answer and what stands at the head do not tell."""
    at_head = (*LEVEL_RULES, *AIM_RULES, *(("stale",) if advice.catalogue.stale == "all" else ()))
    answer = why_no_route(advice)
    return tuple(
        caution
        for caution in advice.cautions
        if caution.rule not in (*at_head, *_NO_ROUTE_RULES)
        and caution is not answer
        and not _is_doubt(caution, advice)
        and not _is_ground_of_renewal(caution, advice)
    )


def cautions_besides_steps(advice: Advice) -> tuple[Caution, ...]:
    """Return the remaining cautions that the lines of the steps, told in full, do not tell."""
    grounds = {
        step.certification: step.ground for route in advice.first_routes for step in route.steps
    }
    return tuple(
        caution
        for caution in remaining_cautions(advice)
        if _SAID_BY_ENTRY.get(caution.rule, "") != grounds.get(caution.certification or "")
    )


def most_urgent(
    listed: tuple[Caution, ...], most: int
) -> tuple[tuple[Caution, ...], tuple[Caution, ...]]:
    """Return the cautions to tell first, and the rest: all that are harmful, or else `most`."""
    harmful = [caution for caution in listed if caution.rule in HARMFUL]
    others = [caution for caution in listed if caution.rule not in HARMFUL]
    room = max(0, most - len(harmful))
    return (*harmful, *others[:room]), tuple(others[room:])


def _is_doubt(caution: Caution, advice: Advice) -> bool:
    """Whether a caution is told before the answer."""
    return caution.rule in DOUBT_RULES and caution.certification in advice.next_steps


def _is_ground_of_renewal(caution: Caution, advice: Advice) -> bool:
    """Whether a caution is of a lapse that is the reason for a next step."""
    renewed = {
        route.steps[0].certification
        for route in advice.first_routes
        if route.steps[0].action == "renew"
    }
    return caution.rule == "lapsed" and caution.certification in renewed
