"""The capabilities of the terminal."""

from __future__ import annotations

import os
import sys


def is_terminal() -> bool:
    """Whether standard input and standard error are terminals, so that a person can be asked."""
    return all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stderr))


def has_cursor() -> bool:
    """Whether TERM names a terminal that can move its cursor: it is set, and not "dumb"."""
    return os.environ.get("TERM", "dumb") not in ("", "dumb")
