"""Where a person's own files lie, by the XDG base directory specification."""

from __future__ import annotations

import os
from pathlib import Path


def user_directory(default: str, *variables: str) -> Path:
    """Return a person's directory of this program: below what a variable names, else below `default` of the home.

    The first variable with an absolute path counts: a relative one is to be ignored. Raises RuntimeError for a person
    without a home.
    """
    named = (os.environ.get(one, "") for one in variables)
    base = next((Path(one) for one in named if os.path.isabs(one)), None)
    return (base or Path.home() / default) / "pmo-path"
