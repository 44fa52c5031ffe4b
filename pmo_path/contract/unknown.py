"""What the world does not publish, as every answer shows it: a value, or a part of a whole."""

from __future__ import annotations

from typing import Literal

from pmo_path.core.record import Record


class Unknown(Record, frozen=True, kw_only=True):
    """A value that nobody publishes, or that could not be confirmed, and whom to ask."""

    unknown: Literal[True] = True
    ask: str


# What is not known of a part of a whole: the days of training for a certification, its price, the
# price of a renewal, how long an award lasts, how long it takes to gain experience of which a fact
# tells, or to work up to a career level.
LackingWhat = Literal["training_days", "cost", "renewal", "validity", "experience", "working-up"]


class Lacking(Record, frozen=True, kw_only=True):
    """A part of a whole whose value is not published, or not known to us, and whom to ask.

    `about` is the id of its certification; of experience the key of the fact, of working up the id
    of the career level.
    """

    what: LackingWhat
    about: str
    text: str
    ask: str
