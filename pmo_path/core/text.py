"""Normalise names for comparison, and make free text safe to print."""

from __future__ import annotations

import unicodedata

_VARIANTS = {"centre": "center", "programme": "program", "organisation": "organization"}


def plain_name(text: str) -> str:
    """Return the form in which names are compared: only letters and digits count.

    It ignores case, accents, and the British or American spelling of centre, programme and
    organisation.
    """
    folded = unicodedata.normalize("NFKD", text.casefold())
    kept = "".join(filter(str.isalnum, folded))
    for british, american in _VARIANTS.items():
        kept = kept.replace(british, american)
    return kept


def printable(text: str) -> str:
    """Return typed text made safe to print: on one line, without control or format characters."""
    if text.isprintable():
        return text.strip()
    return "".join(
        letter if unicodedata.category(letter)[0] != "C" and letter not in "\u2028\u2029" else " "
        for letter in text
    ).strip()


def excerpt(text: str | None, limit: int = 60) -> str:
    """Return typed text made safe to print and cut to `limit` characters."""
    clean = printable(text or "")
    return clean if len(clean) <= limit else clean[: limit - 1] + "…"


_JOINER = "\u200d"  # zero-width joiner, a part of many emoji


def inert(text: str) -> str:
    """Return a line of free text for a document, with control and format characters blanked.

    Unlike `printable` it keeps the zero-width joiner, private use and unassigned characters.
    """
    if text.isprintable():
        return text.strip()
    return "".join(" " if _obeyed(letter) else letter for letter in text).strip()


def _obeyed(letter: str) -> bool:
    """Whether a character controls how text is displayed, or is a noncharacter."""
    if letter == _JOINER:
        return False
    return (
        unicodedata.category(letter) in ("Cc", "Cf", "Cs", "Zl", "Zp")
        or ord(letter) & 0xFFFE == 0xFFFE
    )
