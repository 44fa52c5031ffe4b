"""Complete an answer about certificates: ask for names that were not given, and for award days."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Protocol

from msgspec.structs import replace

from pmo_path.core.scalars import parse_day
from pmo_path.interview.presentation import Question
from pmo_path.interview.reply_parser import COMMANDS, means_unknown
from pmo_path.interview.state import Answer, Event
from pmo_path.messages.catalog import talk
from pmo_path.profile.meanings import KIND_SAYS
from pmo_path.profile.profile import CERTIFICATE_KINDS, Held, OtherCertificate

Award = Held | OtherCertificate


class Liner(Protocol):
    """A front that can ask for a line."""

    def line(self, text: str, keys: str, parse: Callable[[str], object]) -> str:
        """Ask for a line until `parse` accepts it."""


def completed(front: Liner, question: Question, event: Event, days: bool = True) -> Event | None:
    """Return the answer with the names of certificates chosen by kind and, if `days`, award days.

    A day is asked only where the award may lapse. None means back to the list.
    """
    if question.row.kind != "holds" or not isinstance(event, Answer) or not event.value:
        return event
    awards: list[Award] = []
    for award in event.value:
        typed, complete = "", award
        if isinstance(award, OtherCertificate):
            if award.name in KIND_SAYS.values():
                typed = _name(front, award)
                complete = replace(award, name=typed or award.name)
        elif award.certification in question.lapse and not award.awarded_on:
            before = _day_before(question, award)
            typed = _day(front, question, award, before) if days else ""
            complete = replace(award, awarded_on=_award_day(typed) if typed else before)
        if command := COMMANDS.get(typed.casefold()):
            return "quit" if command == "quit" else None
        awards.append(complete)
    return Answer(event.fact, tuple(awards))


def _name(front: Liner, award: OtherCertificate) -> str:
    return front.line(talk("other-name", kind=award.name), talk("other-name-keys"), str)


def _day(front: Liner, question: Question, award: Held, before: date | None) -> str:
    name = question.choices.get(award.certification, award.certification)
    keys = talk("award-day-keys", default=before or talk("dont-know"))
    return front.line(talk("award-day", name=name), keys, _award_day)


def _day_before(question: Question, award: Held) -> date | None:
    """Return the day given for an award in the answer that was taken back."""
    given = (question.before.value if question.before else None) or ()
    days = {held.certification: held.awarded_on for held in given if isinstance(held, Held)}
    return days.get(award.certification)


def _award_day(typed: str) -> date | None:
    """Return the date of an award, or None for a command or an unknown date.

    Raises BadValueError for an invalid date.
    """
    unknown = not typed or means_unknown(typed) or typed.casefold() in COMMANDS
    return None if unknown else parse_day(typed)


def award_of(choice: str, awarded_on: date | None = None) -> Award:
    """Return the award that a choice of the list of certifications stands for."""
    for kind in CERTIFICATE_KINDS:
        if choice == kind:
            return OtherCertificate(KIND_SAYS[kind], kind, awarded_on)
    return Held(choice, awarded_on)
