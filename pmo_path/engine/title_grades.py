"""How a grade in a job title moves the levels that its role means."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from pmo_path.profile.meanings import LEVELS

Levels = tuple[str, ...]


def moved_levels(moves: str | None, levels: Levels) -> Levels:
    """Return the levels of a role, the likeliest first, as a grade moves them."""
    return _MOVES[moves](levels) if moves else levels


def _learner(levels: Levels) -> Levels:
    """Whoever learns the work is new to it, and at most an analyst."""
    return ("entry",) if levels == ("entry",) else ("entry", "analyst")


def _junior(levels: Levels) -> Levels:
    """The lower readings come first; a single one leaves room for the level below it."""
    if len(levels) > 1:
        return tuple(sorted(levels, key=LEVELS.index))
    return _each(levels[0], _beside(levels[0], -1))


def _deputy(levels: Levels) -> Levels:
    return _each(_beside(levels[0], -1), levels[0])


def _senior(levels: Levels) -> Levels:
    """The upper readings come first. What is above a single one is reached by experience from
    entry, and by many managers; a senior analyst is still an analyst.
    """
    if len(levels) > 1:
        return tuple(sorted(levels, key=LEVELS.index, reverse=True))
    return _each(levels[0], _beside(levels[0], 1)) if levels[0] in ("entry", "manager") else levels


def _lead(levels: Levels) -> Levels:
    level = _senior(levels)[0]
    return _each(level, _beside(level, 1))


def _each(*levels: str) -> Levels:
    return tuple(dict.fromkeys(levels))


def _beside(level: str, step: int) -> str:
    """Return the level above or below one; the level itself at either end."""
    return LEVELS[min(max(LEVELS.index(level) + step, 0), len(LEVELS) - 1)]


_MOVES: Mapping[str, Callable[[Levels], Levels]] = {
    "learner": _learner,
    "junior": _junior,
    "deputy": _deputy,
    "senior": _senior,
    "lead": _lead,
}
