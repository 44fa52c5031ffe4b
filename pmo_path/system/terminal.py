"""The capabilities of the terminal."""

from __future__ import annotations

import os
import sys


def is_terminal() -> bool:
    """Whether standard input and standard error are terminals, so that a person can be asked."""
    return all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stderr))


def has_cursor() -> bool:
    """Whether the terminal can move its cursor.

    TERM says so, unless it is "dumb". Windows sets none, and its consoles all can.
    """
    term = os.environ.get("TERM", "")
    return term != "dumb" if term else os.name == "nt"
