"""What a step costs, as far as that is known."""

from __future__ import annotations

from pmo_path.core.record import Record


class Cost(Record, frozen=True, kw_only=True):
    """What a step costs: a price that counts as current, or the person's own (`yours`).

    `on` is the day of the price, `covers` what it includes, and `age` says who states it; an own
    price has neither day nor sources.
    """

    low: float
    high: float
    currency: str
    on: str
    sources: tuple[str, ...]
    covers: str
    age: str
    note: str
    yours: bool
