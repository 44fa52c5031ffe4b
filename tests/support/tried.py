"""How many examples a law is tried on: all in `.ci/run`, fewer in the line of the README."""

from __future__ import annotations

from hypothesis import settings

QUICK = "quick"  # the profile of the line of the README


def tried(most: int) -> int:
    """Return how many of `most` examples are tried: a quarter in the quick profile, 10 at least."""
    if settings.default != settings.get_profile(QUICK):
        return most
    return max(most // 4, min(most, 10))
