"""The plan offered after an interview: where the person wants to be, then money and days for it."""

from __future__ import annotations

from functools import partial
from typing import Any

from msgspec.structs import replace

from pmo_path.interview.reply_parser import COMMANDS, declines
from pmo_path.messages.catalog import talk
from pmo_path.model.catalogue import Catalogue
from pmo_path.profile.facts import BY_KEY
from pmo_path.profile.meanings import LEVEL_SAYS, LEVELS
from pmo_path.profile.parse_values import read_fact
from pmo_path.profile.profile import Profile
from pmo_path.profile.vocabulary import Names

# Asked only of a person who wants a plan; each may be left out.
OF_A_PLAN = ("budget", "hours_per_week", "needed_by")


def asked_for_plan(catalogue: Catalogue, profile: Profile, front: Any) -> Profile | None:
    """Return the profile with the level to plan for, money and days; None where the person goes
    back. Raises EOFError to quit.
    """
    levels = [
        talk("plan-level", number=number, says=LEVEL_SAYS[level])
        for number, level in enumerate(LEVELS, 1)
    ]
    chosen = front.choose(talk("plan-where"), levels, "menu-list-keys", neutral=False)
    if chosen is None:
        return None
    said: dict[str, Any] = {"target_level": LEVELS[chosen]}
    for key in OF_A_PLAN:
        read = partial(_read, key, catalogue.names)
        typed = front.line(talk(f"plan-{key}"), talk("plan-keys"), read)
        command = COMMANDS.get(typed.casefold())
        if command == "quit":
            raise EOFError
        if command:
            return None
        said[key] = read(typed)
    return replace(profile, **said)


def _read(key: str, names: Names, typed: str) -> Any:
    """Return the value of a fact; None where it is left out. Raises BadValueError."""
    return None if declines(typed) else read_fact(BY_KEY[key], typed, names)
