"""The levels that a route may lead to, and how far certifications lie from them."""

from __future__ import annotations

from collections.abc import Mapping

from pmo_path.core.memory import remembered
from pmo_path.model.on_day import Day
from pmo_path.profile.facts import CAREER_LEVEL, WANTED_LEVEL
from pmo_path.profile.meanings import LEVELS
from pmo_path.profile.profile import Profile

_ANY_LEVEL = frozenset(LEVELS)


def destination_levels(profile: Profile, levels: tuple[str, ...]) -> frozenset[str]:
    """Return the levels that a route may lead to: the target, the next level or the present one.

    Empty if the person names no target level and wants only to leave PMO work.
    """
    return _destination(profile.target_level, profile.goals or (), levels)


@remembered(1024)
def _destination(
    target: str | None, goals: tuple[str, ...], levels: tuple[str, ...]
) -> frozenset[str]:
    if target:
        return frozenset({target})
    if "next-level" in goals:
        return frozenset(LEVELS[min(LEVELS.index(level) + 1, len(LEVELS) - 1)] for level in levels)
    return frozenset() if leaves_pmo_work(goals) else frozenset(levels)


def leaves_pmo_work(goals: tuple[str, ...]) -> bool:
    """Whether the only goal is to leave PMO work, for running projects or programmes."""
    return tuple(goals) == ("delivery",)


def level_choices(profile: Profile, levels: tuple[str, ...]) -> dict[str, frozenset[str]]:
    """Return the levels that the own and the wanted one may be; any if `levels` is empty."""
    return {
        CAREER_LEVEL: frozenset(levels) or _ANY_LEVEL,
        WANTED_LEVEL: destination_levels(profile, levels) or _ANY_LEVEL,
    }


@remembered(256)
def distances(day: Day, destination: frozenset[str]) -> Mapping[str, int | None]:
    """Return by certification how many levels it lies from a destination; None if unknown."""
    wanted = [LEVELS.index(level) for level in destination]
    return {
        name: min(
            (abs(level - aim) for level in levels for aim in wanted),
            default=None,
        )
        for name, levels in day.made_for.items()
    }
