"""What the world does not publish, as every answer shows it."""

from __future__ import annotations

from typing import Literal

from pmo_path.core.record import Record


class Unknown(Record, frozen=True, kw_only=True):
    """A value that nobody publishes, or that could not be confirmed, and whom to ask."""

    unknown: Literal[True] = True
    ask: str
