"""What the terminal is able to."""

from __future__ import annotations

import os
import sys


def is_terminal() -> bool:
    """Whether a person can be asked: standard input and standard error are terminals."""
    return all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stderr))


def has_cursor() -> bool:
    """Whether the terminal can move its cursor."""
    return os.environ.get("TERM", "dumb") not in ("", "dumb")
