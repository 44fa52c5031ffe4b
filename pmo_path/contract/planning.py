"""Days that count for a person, how awards are renewed, and what an advice takes for granted."""

from __future__ import annotations

from datetime import date
from typing import Any, Literal

from pmo_path.contract.unknown import Unknown
from pmo_path.core.record import Record

# How the training of a route stands to the day by which it is needed: that day has passed; the
# training ends after it; it ends before; how long it takes is not published.
Fits = Literal["passed", "too_late", "fits", "unknown"]
# What a day in a calendar is: the day to begin a renewal; the last day on which an award is valid;
# the day by which a step is needed; of a plan, the first day on which a step can be done, and the
# last day for a renewal.
CalendarKind = Literal["renew", "lapse", "needed", "step", "due"]
# What is taken for granted: the career level, of several readings of a title; that experience
# counts where a provider decides; that another certificate is recognised; that a lapsed award is
# still accepted; that an award without a day is valid; that nothing else is held.
Assumed = Literal[
    "level",
    "experience-counts",
    "certificate-recognised",
    "lapsed-accepted",
    "award-valid",
    "holds-complete",
]


class RenewalView(Record, frozen=True, kw_only=True):
    """How an award is renewed: by passing one of some certifications while it is valid."""

    by: tuple[str, ...]
    text: str
    sources: tuple[str, ...]


class DaySpan(Record, frozen=True, kw_only=True):
    """The days between which a day lies that is not known more exactly; both of them may be it."""

    first: str
    last: str


def possible_days(day: str | None, between: DaySpan | None) -> tuple[date, date]:
    """Return the first and the last day that a day may be: equal where it is known.

    Raises ValueError where neither it nor its span is.
    """
    first, last = (between.first, between.last) if between else (day or "", day or "")
    return date.fromisoformat(first), date.fromisoformat(last)


class LapseDay(Record, frozen=True, kw_only=True):
    """The last day on which an award is valid; `days_left` are negative once it has lapsed."""

    certification: str
    on: str
    days_left: int


class RouteDeadline(Record, frozen=True, kw_only=True):
    """When the training of a route can be done, and how that stands to the day it is needed by.

    `ready_by` is the earliest day: it begins on the day of the advice, in the shortest form that is
    published, without a break. `state` is null where no day was said.
    """

    route: str
    ready_by: str | Unknown
    state: Fits | None


class Deadlines(Record, frozen=True, kw_only=True):
    """Days that count: by which a step is needed, on which it can be done, on which awards lapse.

    `needed_by` and `days_left` until then are null where no day was said. `routes` are those of
    rank 1; `lapses` come by their day.
    """

    needed_by: str | None
    days_left: int | None
    routes: tuple[RouteDeadline, ...]
    lapses: tuple[LapseDay, ...]


class CalendarDay(Record, frozen=True, kw_only=True):
    """A day for a person's calendar, in words: to begin a renewal, of a lapse, or needed by.

    `certification` is null for the last.
    """

    kind: CalendarKind
    certification: str | None
    on: str
    title: str
    text: str


class Assumption(Record, frozen=True, kw_only=True):
    """Something that the advice takes for granted, and the fact that would settle it.

    `value` is what the fact is taken to be, `others` what else a career level could be.
    `certification` is the step or award that it is about; null where it is about the whole.
    """

    assumed: Assumed
    fact: str
    value: Any
    others: tuple[str, ...]
    certification: str | None


class Above(Record, frozen=True, kw_only=True):
    """A route of the next better rank, and the criterion (`rule`) that put it there."""

    route: str
    rule: str
