"""The answer about a team (a cohort), as `summary.json` prints it."""

from __future__ import annotations

from datetime import date
from typing import Literal

from pmo_path.contract.advice import Eligibility, Total
from pmo_path.contract.catalogue import CatalogueInfo, SourceView
from pmo_path.contract.planning import CalendarDay, DaySpan, possible_days
from pmo_path.contract.program import PROGRAM, Program
from pmo_path.contract.unknown import Lacking, Unknown
from pmo_path.core.record import Record

# How far the sum of one person is known: whole; in part, the rest not published; not at all, as
# nothing is published; open, before a choice between routes of the same rank or without one common
# currency; nothing is needed.
Known = Literal["published", "partly", "unpublished", "open", "nothing"]
# How the recommended training stands to the day by which it is needed: that day has passed; the
# training ends after it; it ends before; how long it takes is not published; open, as routes of the
# same rank differ in this; no step is advised.
Fits = Literal["passed", "too_late", "fits", "unknown", "open", "no_step"]


class Need(Record, frozen=True, kw_only=True):
    """What the recommended route of one person takes, and what of it is not published.

    `lacking` is that, `not_published` the same in words alone. Between routes of the same rank
    `total` goes from the least to the most. It is null where it is open, or nothing is needed.
    """

    known: Known
    total: Total | Unknown | None
    not_published: tuple[str, ...]
    lacking: tuple[Lacking, ...]


class Lapse(Record, frozen=True, kw_only=True):
    """An award that lapsed, or lapses within a year, and the last day on which it is valid.

    `days_left` until then are negative once it has lapsed. Both are null where the day of award was
    not said; `due_between` then has the days between which the last one lies.
    """

    person: str
    certification: str
    short: str
    due: str | None
    due_between: DaySpan | None
    lapsed: bool
    days_left: int | None

    @property
    def dues(self) -> tuple[date, date]:
        """The first and the last day that may be its last valid one; equal where it is known."""
        return possible_days(self.due, self.due_between)


class Deadline(Record, frozen=True, kw_only=True):
    """The day by which a person needs the next step, and whether the training fits before it.

    `days_left` until then are negative once it has passed.
    """

    person: str
    needed_by: str
    days_left: int
    state: Fits


class MemberStep(Record, frozen=True, kw_only=True):
    """The first step of a recommended route of one person."""

    certification: str
    short: str
    action: Literal["obtain", "renew"]


class MemberGap(Record, frozen=True, kw_only=True):
    """An entry requirement that one person does not meet, or is not known to meet."""

    certification: str
    short: str
    requirement: str
    text: str
    eligibility: Eligibility


class UndatedAward(Record, frozen=True, kw_only=True):
    """An award that lapses, on a day which is not known as the day of award was not said."""

    certification: str
    short: str


class Member(Record, frozen=True, kw_only=True):
    """What counts of the advice for one person; several next steps are a tie.

    `person` is told from every other; `id` is the caller's own, null where none was given. `report`
    is the file of the report beside the summary. An answer to one of the `deciding_facts`, which
    are some of the missing ones, could change the next steps. `calendar` are the days to come, the
    earliest first; `undated` the awards that lapse on a day which is not known. `sources` are the
    ids of those that the recommended routes rest on.
    """

    person: str
    id: str | int | None
    report: str
    career_level: str | None
    assumed: bool
    next_steps: tuple[MemberStep, ...]
    training_days: Need
    cost: Need
    gaps: tuple[MemberGap, ...]
    missing_facts: tuple[str, ...]
    deciding_facts: tuple[str, ...]
    deadline: Deadline | None
    lapsing: tuple[Lapse, ...]
    calendar: tuple[CalendarDay, ...]
    undated: tuple[UndatedAward, ...]
    sources: tuple[str, ...] = ()


class LevelCount(Record, frozen=True, kw_only=True):
    """Who works at a career level; `level` is null for those whose level is not known.

    `assumed` are those of them whose level is assumed.
    """

    level: str | None
    number: int | None
    people: tuple[str, ...]
    assumed: tuple[str, ...]


class StepCount(Record, frozen=True, kw_only=True):
    """Whose next step a certification is; `tied` are those of them for whom another one is too."""

    certification: str
    short: str
    action: Literal["obtain", "renew"]
    people: tuple[str, ...]
    tied: tuple[str, ...]


class GapCount(Record, frozen=True, kw_only=True):
    """Between whom and a certification the same entry requirement stands."""

    certification: str
    short: str
    requirement: str
    text: str
    eligibility: Eligibility
    people: tuple[str, ...]


class FactCount(Record, frozen=True, kw_only=True):
    """Who did not say a fact that could change the answer.

    Of those in `deciding_for` an answer could change the next steps.
    """

    fact: str
    people: tuple[str, ...]
    deciding_for: tuple[str, ...]


class Sum(Record, frozen=True, kw_only=True):
    """A sum over people of what is published, in one currency if it is money.

    `partly` are those of them for whom a part is not published. Of money, `yours` tells whether
    prices that people gave as their own are in it.
    """

    low: float
    high: float
    currency: str | None
    people: tuple[str, ...]
    partly: tuple[str, ...]
    on: tuple[str, ...] = ()
    yours: bool = False


class NotPublished(Record, frozen=True, kw_only=True):
    """Something that is not published, or not known to us, and whose sum lacks it."""

    what: str
    certification: str
    ask: str
    people: tuple[str, ...]


class Needed(Record, frozen=True, kw_only=True):
    """The sums, one a currency, and who is in none: nothing published, or not settled yet."""

    sums: tuple[Sum, ...]
    unpublished: tuple[str, ...]
    open: tuple[str, ...]
    not_published: tuple[NotPublished, ...]


class UnreadProfile(Record, frozen=True, kw_only=True):
    """A profile that got no report, and where it stands: at `line` (or row) of a table or list.

    `id` is the caller's own and `name` the person's, null where they are not there to read.
    """

    id: str | int | None
    name: str | None
    file: str
    sheet: str | None
    line: int | None
    place: str


class Cohort(Record, frozen=True, kw_only=True):
    """What a team needs.

    `unread` are the profiles that got no report; they are not counted. Deadlines and
    lapsing awards come by their day, the earliest first; missing facts by how many people's next
    steps they could change.
    """

    schema_version: Literal["2"] = "2"
    kind: Literal["cohort"] = "cohort"
    as_of: str
    program: Program = PROGRAM
    catalogue: CatalogueInfo
    size: int
    unread: tuple[UnreadProfile, ...]
    levels: tuple[LevelCount, ...]
    next_steps: tuple[StepCount, ...]
    no_step: tuple[str, ...]
    training_days: Needed
    cost: Needed
    deadlines: tuple[Deadline, ...]
    lapsing: tuple[Lapse, ...]
    gaps: tuple[GapCount, ...]
    missing_facts: tuple[FactCount, ...]
    members: tuple[Member, ...]
    sources: tuple[SourceView, ...] = ()
