"""The days of an advice or of a team as iCalendar (RFC 5545), to import into a calendar.

icalendar is optional: the extra `ics`. No clock: what tells versions of an event apart is the day
of the advice.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, date, datetime, time, timedelta
from typing import Any, cast
from uuid import UUID, uuid5

from msgspec import Struct

from pmo_path.answers.calendar_days import calendar_days, undated_awards
from pmo_path.contract.advice import Advice
from pmo_path.contract.cohort import Cohort, Member
from pmo_path.contract.plan import CareerPlan
from pmo_path.contract.planning import CalendarDay, CalendarKind
from pmo_path.contract.report import Report
from pmo_path.core.errors import missing_extra
from pmo_path.core.release import VERSION
from pmo_path.core.text import inert
from pmo_path.messages.catalog import say
from pmo_path.reports.cohort_words import names_words, people_count

# Of the identifiers of events; another one would double every event in people's calendars.
_NAMESPACE = UUID("5c4b1a52-7f0e-5a3c-9d55-0d3f7f0c6c11")
_MORNING = timedelta(hours=9)
# How many days before its day an event reminds, where that is still ahead.
_REMINDERS: dict[CalendarKind, tuple[int, ...]] = {
    "renew": (0,),
    "lapse": (28, 7),
    "needed": (28, 7),
    "step": (0,),
    "due": (90, 28),
}


class Person(Struct, frozen=True):
    """Whose days: `key` identifies the person from one calendar to the next, and is empty where
    nothing does; `name` is shown before each title unless it is empty.
    """

    key: str
    name: str


def render(advice: Advice, width: int = 80) -> bytes:
    """Return the days of an advice as a calendar; `width` is ignored.

    Raises PmoPathError where icalendar is not installed.
    """
    person = person_of(advice)
    name = person.name
    title = say("calendar-title-name", name=name) if name else say("calendar-title")
    days = ((person, day) for day in calendar_days(advice))
    return _calendar(days, title, advice.as_of)


def report(whole: Report, brief: bool = False) -> bytes:
    """Return the days of a report's advice; the mentor's part has no room in a calendar."""
    return render(whole.advice)


def summary(cohort: Cohort) -> bytes:
    """Return the days of everybody in a team as one calendar.

    Raises PmoPathError where icalendar is not installed.
    """
    people = zip(_people(cohort.members), cohort.members, strict=True)
    days = ((person, day) for person, member in people for day in member.calendar)
    title = say("calendar-title-team", people=people_count(cohort.size))
    return _calendar(days, title, cohort.as_of)


def plan(whole: CareerPlan, width: int = 80) -> bytes:
    """Return the days of a plan as a calendar; `width` is ignored.

    Raises PmoPathError where icalendar is not installed.
    """
    person = _whose(whole.profile)
    title = say("plan-calendar-title-name", name=person.name)
    title = title if person.name else say("plan-calendar-title")
    return _calendar(((person, day) for day in whole.calendar), title, whole.as_of)


def notes(answer: Advice | Report | Cohort | CareerPlan) -> Iterator[str]:
    """Yield what to tell beside the calendar: that it is empty, and what it lacks."""
    if isinstance(answer, CareerPlan):
        if not answer.calendar:
            yield say("plan-calendar-empty")
        elif not _whose(answer.profile).key:
            yield say("calendar-nameless")
        return
    if isinstance(answer, Cohort):
        yield from _team_notes(answer)
        return
    advice = answer.advice if isinstance(answer, Report) else answer
    days = calendar_days(advice)
    if not days:
        yield say("calendar-empty")
    elif not person_of(advice).key:
        yield say("calendar-nameless")
    if undated := undated_awards(advice):
        yield say("calendar-undated", names=names_words([award.name for award in undated]))


def _team_notes(cohort: Cohort) -> Iterator[str]:
    members = cohort.members
    without = [member.person for member in members if not member.calendar]
    if len(without) == len(members):
        yield say("calendar-empty")
    elif without:
        yield say("calendar-none-for", people=names_words(without))
    undated = [
        say("calendar-award-of", award=award.short, name=member.person)
        for member in members
        for award in member.undated
    ]
    if undated:
        yield say("calendar-undated", names=names_words(undated))


def person_of(advice: Advice) -> Person:
    """Return whose advice it is, by the caller's own id, else by name; else by nothing."""
    return _whose(advice.profile)


def _whose(profile: Mapping[str, Any]) -> Person:
    name, own = inert(profile.get("name", "")), profile.get("id")
    return Person(_key(own, name), name)


def _people(members: Sequence[Member]) -> Iterator[Person]:
    """Yield each person of a team, identified as in their own report, or by what is told from
    every other: the ids of a caller may repeat.
    """
    ids = Counter(str(member.id) for member in members)
    for member in members:
        own = member.id if ids[str(member.id)] == 1 else None
        yield Person(_key(own, member.person), member.person)


def _key(own: str | int | None, name: str) -> str:
    if own is not None:
        return f"id:{own}"
    folded = unicodedata.normalize("NFC", name.casefold())
    return f"name:{folded}" if folded else ""


def event_uid(person: Person, day: CalendarDay) -> str:
    """Return the identifier of an event, the same for the same person, certification and kind.

    Where nothing identifies the person, it is the same for the same day too: nobody's other day
    is taken for a new version of it.
    """
    about = (person.key or f"on:{day.on}", day.kind, day.certification or "")
    return f"{uuid5(_NAMESPACE, '/'.join(about))}@pmo-path"


def _calendar(days: Iterable[tuple[Person, CalendarDay]], title: str, as_of: str) -> bytes:
    try:
        import icalendar
    except ImportError:
        raise missing_extra("a calendar", "ics") from None

    calendar = cast("Any", icalendar).Calendar()  # not typed in 7.0
    calendar.add("prodid", f"-//pmo-path//pmo-path {VERSION}//EN")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("x-wr-calname", icalendar.vText(title))
    ordered = sorted(days, key=lambda entry: (entry[1].on, entry[0].name, entry[1].title))
    for person, day in ordered:
        calendar.add_component(_event(icalendar, person, day, date.fromisoformat(as_of)))
    if not ordered:  # a calendar must have a component, and this one is of no day
        calendar.add_component(_universal_time(icalendar))
    content: bytes = calendar.to_ical()
    return content


def _event(icalendar: Any, person: Person, day: CalendarDay, as_of: date) -> Any:
    title = say("calendar-of", name=person.name, title=day.title) if person.name else day.title
    on, made = date.fromisoformat(day.on), datetime.combine(as_of, time(), UTC)
    event = icalendar.Event()
    event.add("uid", event_uid(person, day))
    event.add("dtstamp", made)
    event.add("last-modified", made)
    event.add("sequence", as_of.toordinal())  # a later advice is a later version
    event.add("dtstart", on)  # a day without an end is that whole day
    event.add("summary", title)
    event.add("description", day.text)
    event.add("transp", "TRANSPARENT")
    for before in _REMINDERS[day.kind]:
        if on - as_of >= timedelta(days=before):
            alarm = icalendar.Alarm()
            alarm.add("action", "DISPLAY")
            alarm.add("description", title)
            alarm.add("trigger", _MORNING - timedelta(days=before))
            event.add_component(alarm)
    return event


def _universal_time(icalendar: Any) -> Any:
    zone, standard = icalendar.Timezone(), icalendar.TimezoneStandard()
    zone.add("tzid", "Etc/UTC")
    standard.add("dtstart", datetime(1970, 1, 1))
    standard.add("tzoffsetfrom", timedelta())
    standard.add("tzoffsetto", timedelta())
    zone.add_component(standard)
    return zone
