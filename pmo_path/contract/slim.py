"""The slim form of an advice: ids, codes, numbers and cautions, for scripts that keep many.

It leaves out what the full list of the catalogue says for everybody on a day, joined by ids; what
the line says in another place; sentences beside codes that say the same; and the verdicts on
certifications that do not suit or are not on offer.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from msgspec.structs import fields, replace

from pmo_path.contract.advice import (
    Advice,
    AimView,
    Caution,
    Change,
    Considered,
    Gap,
    HoldingView,
    LevelView,
    MissingFact,
    Reason,
    Route,
    Step,
    VerdictWord,
)
from pmo_path.contract.catalogue import CatalogueInfo, DevelopmentItem
from pmo_path.contract.cost import Cost
from pmo_path.contract.planning import RenewalView
from pmo_path.contract.unknown import Unknown
from pmo_path.core.memory import remembered
from pmo_path.core.record import Record

LEFT_OUT: Mapping[type[Record], tuple[str, ...]] = {
    Advice: ("next_step", "certifications", "sources"),
    AimView: ("because",),
    CatalogueInfo: ("verified_on", "age"),
    Change: ("text",),
    Considered: ("name", "short", "status", "superseded_by"),
    Cost: ("covers", "age", "note", "sources"),
    DevelopmentItem: ("area", "name", "text", "state", "address", "sources"),
    Gap: ("text",),
    HoldingView: ("text", "validity"),
    LevelView: ("because",),
    MissingFact: ("why",),
    Reason: ("text", "sources"),
    RenewalView: ("text", "sources"),
    Route: ("title", "because", "tied", "totals"),
    Step: (
        *("name", "short", "status", "entry"),
        *("training_days", "validity", "exam", "prices", "price_ranges", "study", "pages"),
    ),
    Unknown: ("ask",),
}
# A certification that is not considered in the slim form has one of these verdicts, or a route
# begins with it and has its reasons, its eligibility and its gaps.
UNLISTED: tuple[VerdictWord, ...] = ("not_suitable", "unavailable")
# Cautions that stand by their codes alone: the full list has the words of the first ones; of the
# others, `assumptions`, the `cost` of a step and `deadlines` say it.
IN_THE_LIST = ("entry-not-published", "provider-decides", "holders", "one-voice")
WORDLESS = (*IN_THE_LIST, "level-assumed", "budget-unknown", "time-unknown")


def slim(advice: Advice) -> dict[str, Any]:
    """Return an advice in the slim form, as JSON data."""
    begun = {route.steps[0].certification for route in advice.routes}
    considered = tuple(
        one
        for one in advice.considered
        if one.verdict not in UNLISTED and one.certification not in begun
    )
    less: dict[str, Any] = _less(replace(advice, considered=considered))
    return less


def _less(value: Any) -> Any:
    """Return a part of an advice without the members that are left out, as JSON data."""
    if isinstance(value, tuple):
        return [_less(item) for item in value]
    if not isinstance(value, Record):
        return value
    kind: Any = type(value)
    left_out = LEFT_OUT.get(kind, ())
    if isinstance(value, Caution) and value.rule in WORDLESS:
        left_out = ("text",)
    return {
        shown: _less(getattr(value, name)) for name, shown in _names(kind) if shown not in left_out
    }


@remembered(64)  # each record has one
def _names(kind: Any) -> tuple[tuple[str, str], ...]:
    """Return the members of a record: how each is called in Python, and in JSON."""
    return tuple((field.name, field.encode_name) for field in fields(kind))
