"""Compare names; make free text harmless."""

from __future__ import annotations

import unicodedata

_VARIANTS = {"centre": "center", "programme": "program", "organisation": "organization"}


def plain_name(text: str) -> str:
    """Return the form in which names are compared.

    Case, accents, hyphens, spaces, apostrophes and the British or American spelling of
    centre, programme and organisation make no difference; all else does.
    """
    folded = unicodedata.normalize("NFKD", text.casefold())
    kept = "".join(letter for letter in folded if letter.isalnum())
    for british, american in _VARIANTS.items():
        kept = kept.replace(british, american)
    return kept


def printable(text: str) -> str:
    """Return what a person typed, made inert: one line, no control or direction characters."""
    return "".join(
        letter if unicodedata.category(letter)[0] != "C" and letter not in "\u2028\u2029" else " " for letter in text
    ).strip()


def shown(text: str | None, limit: int = 60) -> str:
    """Return what a person typed, inert and short enough for a sentence."""
    clean = printable(text or "")
    return clean if len(clean) <= limit else clean[: limit - 1] + "…"


_JOINER = "\u200d"  # joins emoji to one


def inert(text: str) -> str:
    """Return a line of free text for a document: whole, but for control and direction characters."""
    return "".join(" " if _obeyed(letter) else letter for letter in text).strip()


def _obeyed(letter: str) -> bool:
    """Whether a character is a command to whoever shows it, or no character at all."""
    if letter == _JOINER:
        return False
    return unicodedata.category(letter) in ("Cc", "Cf", "Cs", "Zl", "Zp") or ord(letter) & 0xFFFE == 0xFFFE
