"""What the short forms of an advice tell besides cautions: whom to ask, what would decide."""

from __future__ import annotations

from pmo_path.contract.advice import Advice, MissingFact, Step
from pmo_path.messages.phrases import step_phrases
from pmo_path.reports.open_question import open_question


def whom_to_ask(advice: Advice, step: Step) -> str:
    """Return whom to ask about a step."""
    asks = {known.certification: known.ask for known in advice.certifications}
    return asks[step.certification]


def sharpest(advice: Advice) -> MissingFact | None:
    """Return the open fact whose answers change the next steps most; None where none does."""
    return next((missing for missing in advice.missing_facts if missing.decides), None)


def fact_to_say(advice: Advice) -> str:
    """Return the fact that the short form asks for: it decides a tie, or sharpens; else empty."""
    if question := open_question(advice, step_phrases(advice), options=False):
        return question.fact
    missing = sharpest(advice) if advice.first_routes else None
    return missing.fact if missing else ""
