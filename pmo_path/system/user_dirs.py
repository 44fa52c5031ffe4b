"""Where a person's own files lie, by the custom of the operating system.

An absolute `XDG_STATE_HOME` or `XDG_CACHE_HOME` goes before it, except on Windows. A person without a home has no
such place: RuntimeError. platformdirs is imported here when it is needed: an installed wheel that advises by the
catalogue inside it never asks.
"""

from __future__ import annotations

import os
from pathlib import Path

PROGRAM = "pmo-path"


def state_directory() -> Path:
    """Return where what is to be continued is kept."""
    from platformdirs import user_state_path

    return user_state_path(PROGRAM, appauthor=False)


def former_state_directory() -> Path:
    """Return where that was kept before the custom of the system was followed: as on Linux, on every system."""
    named = os.environ.get("XDG_STATE_HOME", "")
    return (Path(named) if os.path.isabs(named) else Path.home() / ".local/state") / PROGRAM


def cache_directory() -> Path:
    """Return where what can be made again is kept."""
    from platformdirs import user_cache_path

    return user_cache_path(PROGRAM, appauthor=False)
