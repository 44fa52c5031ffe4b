"""What changed between two advices, and by what: the person's answers, time, or the catalogue."""

from __future__ import annotations

from typing import Any, Literal

from pmo_path.contract.catalogue import CatalogueInfo, FactView, SourceView
from pmo_path.contract.program import PROGRAM, Program
from pmo_path.core.record import Record

# What changed a value: what the person said; the day alone; what the catalogue holds of
# certifications; our rules or the program; one of these two; or what could not be told.
ChangeCause = Literal["answers", "time", "catalogue", "rules", "catalogue-or-rules", "untold"]
# Which value changed.
ChangedValue = Literal[
    "next_steps",
    "route",
    "career_level",
    "aim",
    "holding",
    "deadline",
    "status",
    "verdict",
    "eligibility",
    "cost",
    "caution",
    "question",
]
# What is to be known of the comparison itself.
NoteCode = Literal[
    "other-person",
    "no-profile",
    "profile-unread",
    "no-day",
    "not-held",
    "facts-not-held",
    "slim",
    "other-catalogue",
    "earlier-day",
]


class ComparedSide(Record, frozen=True, kw_only=True):
    """One of the two sides: a report that was written, or a profile on which advice was given.

    `id` is the caller's own. What a selection of members left out of a report is null.
    """

    what: Literal["report", "profile"]
    id: str | int | None
    name: str | None
    as_of: str | None
    program: str | None
    catalogue: str | None
    digest: str | None
    next_steps: tuple[str, ...] | None


class AnswerChange(Record, frozen=True, kw_only=True):
    """A fact that was said differently; null where it was not said."""

    fact: str
    from_: Any
    to: Any
    text: str


class ChangeShare(Record, frozen=True, kw_only=True):
    """What one cause did to a value."""

    cause: ChangeCause
    from_: Any
    to: Any
    text: str


class ValueChange(Record, frozen=True, kw_only=True):
    """A value of the advice that differs. The shares lead from `from` to `to`, one to the next.

    `about` says which one it is, where there are several: the id of a certification, a fact or a
    route, the rule of a caution, or a name. `matters` tells whether it is of the person's own
    routes and awards, or of them as a whole.
    """

    what: ChangedValue
    about: str
    certification: str | None
    name: str
    matters: bool
    from_: Any
    to: Any
    shares: tuple[ChangeShare, ...]
    text: str
    sources: tuple[str, ...]


class FactsChange(Record, frozen=True, kw_only=True):
    """Published facts of a certification on one subject that are gone, or new.

    `matters` tells whether the certification is on a route, or held, on either side.
    """

    certification: str
    short: str
    about: str
    cause: Literal["time", "catalogue"]
    matters: bool
    gone: tuple[FactView, ...]
    new: tuple[FactView, ...]
    text: str


class DayNearer(Record, frozen=True, kw_only=True):
    """A day that both sides name, and how many days were left until then: negative once it passed.

    `certification` is null for the day by which a step is needed.
    """

    what: Literal["needed_by", "lapse"]
    certification: str | None
    on: str
    left_before: int
    left_after: int
    text: str


class ChangesNote(Record, frozen=True, kw_only=True):
    """Something to know of the comparison: what could not be told, and why."""

    code: NoteCode
    text: str


class Changes(Record, frozen=True, kw_only=True):
    """What changed between two advices: the answers, the advice, and the published facts.

    `catalogue` is today's, with which the causes are told apart. `same` tells whether nothing
    changed; that days came nearer is no change.
    """

    schema_version: Literal["1"] = "1"
    kind: Literal["changes"] = "changes"
    as_of: str
    program: Program = PROGRAM
    catalogue: CatalogueInfo
    before: ComparedSide
    after: ComparedSide
    same: bool
    text: str
    answers: tuple[AnswerChange, ...]
    values: tuple[ValueChange, ...]
    facts: tuple[FactsChange, ...]
    days: tuple[DayNearer, ...]
    notes: tuple[ChangesNote, ...]
    sources: tuple[SourceView, ...]
