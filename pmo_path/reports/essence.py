"""What the short forms of an advice tell: what cannot wait, whom to ask, what would decide."""

from __future__ import annotations

from pmo_path.answers.cautions import HARMFUL
from pmo_path.contract.advice import Advice, Caution, MissingFact, Step
from pmo_path.reports.sections import DOUBT_RULES, remaining_cautions


def urgent_cautions(advice: Advice, most: int) -> tuple[tuple[Caution, ...], tuple[Caution, ...]]:
    """Return the cautions to tell first, and the rest: all that are harmful, or else `most`.

    Neither holds what stands elsewhere: doubt before the answer, and a lapse as the ground of a
    renewal.
    """
    listed = [caution for caution in remaining_cautions(advice) if not _is_said(caution, advice)]
    harmful = [caution for caution in listed if caution.rule in HARMFUL]
    others = [caution for caution in listed if caution.rule not in HARMFUL]
    room = max(0, most - len(harmful))
    return (*harmful, *others[:room]), tuple(others[room:])


def further_cautions(advice: Advice, most: int) -> tuple[Caution, ...]:
    """Return the cautions that a full report has yet to tell after the urgent ones, and `most`."""
    told, _ = urgent_cautions(advice, most)
    return tuple(
        caution
        for caution in remaining_cautions(advice)
        if caution not in told and not _is_doubt(caution, advice)
    )


def _is_doubt(caution: Caution, advice: Advice) -> bool:
    """Whether a caution is told before the answer."""
    return caution.rule in DOUBT_RULES and caution.certification in advice.next_steps


def _is_said(caution: Caution, advice: Advice) -> bool:
    if caution.rule == "lapsed":
        steps = (route.steps[0] for route in advice.first_routes)
        return caution.certification in {
            step.certification for step in steps if step.action == "renew"
        }
    return _is_doubt(caution, advice)


def whom_to_ask(advice: Advice, step: Step) -> str:
    """Return whom to ask about a step."""
    asks = {known.certification: known.ask for known in advice.certifications}
    return asks[step.certification]


def sharpest(advice: Advice) -> MissingFact | None:
    """Return the open fact whose answers change the next steps most; None where none does."""
    return next((missing for missing in advice.missing_facts if missing.decides), None)
