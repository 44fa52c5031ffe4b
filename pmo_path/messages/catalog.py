"""A sentence by its code, with its values filled in."""

from __future__ import annotations

from pmo_path.messages.en.advice import SENTENCES
from pmo_path.messages.en.interview import TALK


def talk(code: str, **values: object) -> str:
    """Return a sentence of the interview with its values filled in."""
    return TALK[code].format(**values)


def say(code: str, **values: object) -> str:
    """Return the sentence or label of a code with its values filled in."""
    return SENTENCES[code].format(**values)


def codes() -> tuple[str, ...]:
    """Return every code that has a sentence."""
    return tuple(SENTENCES)
