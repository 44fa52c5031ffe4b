"""The program that gave an answer."""

from __future__ import annotations

from pmo_path.core.record import Record
from pmo_path.core.release import VERSION


class Program(Record, frozen=True, kw_only=True):
    """The program that gave an answer, and its version."""

    name: str = "pmo-path"
    version: str = VERSION


PROGRAM = Program()
