"""Hints that suggest close words for a misspelt one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

MOST_LISTED = 40  # more names help nobody to find theirs


def did_you_mean(word: str, known: Iterable[str], before: str = "") -> str:
    """Return a hint that names the closest known words; if there are none, all, unless they are
    more than MOST_LISTED.

    Each is written with what stands `before` the word.
    """
    options = list(known)
    import difflib

    close = difflib.get_close_matches(word[:80], options, n=3, cutoff=0.6)
    listed = ", ".join(before + option for option in sorted(options))
    return suggest(
        [before + option for option in close],
        "check the spelling" if len(options) > MOST_LISTED else f"known: {listed}",
    )


def suggest(close: Sequence[str], otherwise: str) -> str:
    """Return a hint that names close words, or `otherwise` if there are none."""
    return f"did you mean {' or '.join(close)}?" if close else otherwise
