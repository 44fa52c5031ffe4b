"""The slim form of an advice: ids, codes, numbers and cautions, for scripts that keep many.

Three things are left out: what is the same for everybody on a day, which the full list of the
catalogue gives once, joined by ids; the sentences beside codes that say the same; and the verdicts
on certifications that do not suit or are not on offer.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from msgspec.structs import fields

from pmo_path.contract.advice import (
    Advice,
    AimView,
    Change,
    Considered,
    Gap,
    HoldingView,
    LevelView,
    MissingFact,
    Reason,
    Route,
    Step,
    Totals,
    VerdictWord,
)
from pmo_path.contract.catalogue import DevelopmentItem
from pmo_path.contract.cost import Cost
from pmo_path.contract.planning import RenewalView
from pmo_path.contract.unknown import Unknown
from pmo_path.core.memory import remembered
from pmo_path.core.record import Record

LEFT_OUT: Mapping[type[Record], tuple[str, ...]] = {
    Advice: ("certifications", "sources"),
    AimView: ("because",),
    Change: ("text",),
    Considered: ("name", "short", "status", "superseded_by"),
    Cost: ("covers", "age", "note", "sources"),
    DevelopmentItem: ("text", "address", "sources"),
    Gap: ("text",),
    HoldingView: ("text", "validity"),
    LevelView: ("because",),
    MissingFact: ("why",),
    Reason: ("text", "sources"),
    RenewalView: ("text", "sources"),
    Route: ("title", "because"),
    Step: (
        *("name", "short", "status", "entry"),
        *("training_days", "validity", "exam", "prices", "price_ranges", "study", "pages"),
    ),
    Totals: ("unknown", "lacking"),
    Unknown: ("ask",),
}
# A certification that is not considered in the slim form has one of these verdicts.
UNLISTED: tuple[VerdictWord, ...] = ("not_suitable", "unavailable")


def slim(value: Any) -> Any:
    """Return an advice, or a part of one, in the slim form, as JSON data."""
    if isinstance(value, tuple):
        return [slim(item) for item in value if not _is_unlisted(item)]
    if not isinstance(value, Record):
        return value
    kind: Any = type(value)
    left_out = LEFT_OUT.get(kind, ())
    return {
        shown: slim(getattr(value, name)) for name, shown in _names(kind) if shown not in left_out
    }


@remembered(64)  # each record has one
def _names(kind: Any) -> tuple[tuple[str, str], ...]:
    """Return the members of a record: how each is called in Python, and in JSON."""
    return tuple((field.name, field.encode_name) for field in fields(kind))


def _is_unlisted(value: Any) -> bool:
    return isinstance(value, Considered) and value.verdict in UNLISTED
