"""What some supposed changes of facts would do to the advice about one certification."""

from __future__ import annotations

from typing import Any, Literal

from pmo_path.contract.advice import Considered, Eligibility, Reason
from pmo_path.contract.changes import AnswerChange
from pmo_path.core.record import Record

# Which value would change: of the certification, then of the advice as a whole.
SupposedValue = Literal["verdict", "eligibility", "place", "next_steps", "career_level", "aim"]


class SupposedChange(Record, frozen=True, kw_only=True):
    """A value that would be another. `because` is why it would then be so."""

    what: SupposedValue
    from_: Any
    to: Any
    text: str
    because: tuple[str, ...]


class SupposedRequirement(Record, frozen=True, kw_only=True):
    """An entry requirement that would be met or not as it is not now, or that would stay unmet."""

    requirement: str
    from_: Eligibility | None
    to: Eligibility
    text: str
    sources: tuple[str, ...]


class WhatIf(Record, frozen=True, kw_only=True):
    """What changes of facts, all made at once, would do to the advice about one certification.

    `same` tells whether verdict, entry, place, next step and readings all stay as they are.
    `alone` are the changes each of which does all of it; `needed` those without which something
    else would come of it. Both are empty where one change is supposed, or where nothing changes.
    """

    changes: tuple[str, ...]
    profile: dict[str, Any]
    same: bool
    text: str
    verdict: Considered | None
    answers: tuple[AnswerChange, ...]
    values: tuple[SupposedChange, ...]
    requirements: tuple[SupposedRequirement, ...]
    because: tuple[Reason, ...]
    no_longer: tuple[Reason, ...]
    alone: tuple[str, ...]
    needed: tuple[str, ...]
    notes: tuple[str, ...]
