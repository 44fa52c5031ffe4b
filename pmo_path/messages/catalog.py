"""Look up a sentence by its code and fill in its values."""

from __future__ import annotations

from pmo_path.messages.en.advice import SENTENCES
from pmo_path.messages.en.interview import TALK


def talk(code: str, **values: object) -> str:
    """Return the sentence of the interview with this code, its values filled in."""
    return TALK[code].format(**values)


def say(code: str, **values: object) -> str:
    """Return the sentence or label with this code, its values filled in."""
    return SENTENCES[code].format(**values)


def codes() -> tuple[str, ...]:
    """Return every code that `say` knows."""
    return tuple(SENTENCES)
