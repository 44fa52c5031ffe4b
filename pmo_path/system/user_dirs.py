"""The user's directories for state and cache, by the conventions of the operating system.

An absolute `XDG_STATE_HOME` or `XDG_CACHE_HOME` takes precedence, except on Windows. Functions
raise RuntimeError for a user without a home directory. platformdirs is imported only on use: an
installed wheel that advises from its own catalogue does not need it.
"""

from __future__ import annotations

import os
from pathlib import Path

PROGRAM = "pmo-path"


def state_directory() -> Path:
    """Return the directory for state that outlasts a run, such as saved interviews."""
    from platformdirs import user_state_path

    return user_state_path(PROGRAM, appauthor=False)


def former_state_directory() -> Path:
    """Return the directory for state of earlier versions: by the XDG convention on every system."""
    named = os.environ.get("XDG_STATE_HOME", "")
    return (Path(named) if os.path.isabs(named) else Path.home() / ".local/state") / PROGRAM


def cache_directory() -> Path:
    """Return the directory for data that can be regenerated."""
    from platformdirs import user_cache_path

    return user_cache_path(PROGRAM, appauthor=False)
