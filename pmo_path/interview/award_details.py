"""Complete an answer about certificates: what a name stands for, what it is called, its day."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from msgspec import Struct
from msgspec.structs import replace

from pmo_path.core.scalars import When, parse_when
from pmo_path.interview.presentation import Question, part_matches
from pmo_path.interview.reply_parser import means_unknown
from pmo_path.interview.state import Answer, Command, Event
from pmo_path.messages.catalog import talk
from pmo_path.model.catalogue import Catalogue
from pmo_path.profile.meanings import KIND_SAYS
from pmo_path.profile.profile import (
    CERTIFICATE_KINDS,
    Award,
    Held,
    OtherCertificate,
    award_date,
    with_award_date,
)

_COMMANDS: dict[str, Command] = {"b": "resume", "q": "quit"}


class Asker(Protocol):
    """A front that can ask more about an answer.

    `is_prepared` tells whether its replies were written beforehand: each is a whole answer.
    """

    is_prepared: bool

    def line(self, text: str, keys: str, parse: Callable[[str], object]) -> str:
        """Ask for a line until `parse` accepts it."""

    def choose(self, text: str, options: list[str]) -> int | None:
        """Return the index of the option chosen, or None to go back."""

    def echo(self, text: str) -> None:
        """Show what was said, where it does not stand on the screen anyhow."""


class Asking(Struct, frozen=True):
    """Of what more is asked, and by whom."""

    front: Asker
    question: Question
    catalogue: Catalogue


def known_awards(asking: Asking, answer: Answer, keep: Callable[[Answer], None]) -> Event:
    """Return the answer with all that more had to be asked about its awards.

    That is what an unknown name stands for, what a certificate chosen by its kind is called, and
    the day of an award that may lapse. Return "resume" to go back to the list, "quit" to leave.
    `keep` is given the answer as far as it goes.
    """
    if not answer.value:
        return answer
    awards: list[Award] = list(answer.value)
    keep(answer)
    for place in range(len(awards)):
        for ask in (_meant, _named, _dated):
            reply = ask(asking, awards[place])
            if isinstance(reply, str):
                return reply
            if reply != awards[place]:
                awards[place] = reply
                keep(Answer(answer.fact, tuple(awards)))
    return Answer(answer.fact, tuple(awards))


def _meant(asking: Asking, award: Award) -> Award | Command:
    """Ask which known certificate an unknown name stands for, where it may be one."""
    if asking.front.is_prepared or isinstance(award, Held) or award.kind:
        return award
    known = _close(asking, award)
    if not known:
        return award
    word = talk("part-of", word=award.name)
    chosen = asking.front.choose(word, [*known, talk("part-none")])
    if chosen is None:
        return "resume"
    return (*known.values(), award)[chosen]


def _close(asking: Asking, award: OtherCertificate) -> dict[str, Award]:
    """Return what an unknown name may stand for, by label."""
    names, catalogue = asking.catalogue.names, asking.catalogue
    known_names = ("other-certificate", "mistaken-name")
    if any(names.find(vocabulary, award.name) for vocabulary in known_names):
        return {}
    listed = part_matches(asking.question, names, award.name)
    others = names.close("other-certificate", award.name)
    known: dict[str, Award] = {
        asking.question.choices[value]: _as_dated(award_of(value), award) for value in listed
    }
    for other in others:
        name = catalogue.other_certificates[other].value
        known[name] = replace(award, name=name)
    return known


def _named(asking: Asking, award: Award) -> Award | Command:
    """Ask what a certificate is called of which only the kind was chosen."""
    if isinstance(award, Held) or award.name not in KIND_SAYS.values():
        return award
    text = talk("other-name", kind=award.name)
    typed = asking.front.line(text, talk("other-name-keys"), str)
    if command := _COMMANDS.get(typed.casefold()):
        return command
    asking.front.echo(talk("award-said", award=award.name, reply=typed or talk("no-name")))
    return replace(award, name=typed or award.name)


def _dated(asking: Asking, award: Award) -> Award | Command:
    """Ask for the date of an award that may have lapsed."""
    front, question = asking.front, asking.question
    if front.is_prepared or isinstance(award, OtherCertificate) or award_date(award):
        return award
    if award.certification not in question.lapse:
        return award
    name = question.choices.get(award.certification, award.certification)
    before = _before(question, award)
    keys = talk("award-day-keys", default=before or talk("dont-know"))
    typed = front.line(talk("award-day", name=name), keys, _typed_date)
    if command := _COMMANDS.get(typed.casefold()):
        return command
    when = _typed_date(typed) if typed else before
    front.echo(talk("award-said", award=name, reply=when or talk("dont-know")))
    return with_award_date(award, when)


def _before(question: Question, award: Held) -> When | None:
    """Return the date given for an award in the answer that was taken back."""
    given = (question.before.value if question.before else None) or ()
    dates = {held.certification: award_date(held) for held in given if isinstance(held, Held)}
    known = dates.get(award.certification)
    return When(known) if known else None


def _as_dated(award: Award, dated: Award) -> Award:
    """Return an award with the date of another one."""
    return replace(award, awarded_on=dated.awarded_on, awarded_within=dated.awarded_within)


def _typed_date(typed: str) -> When | None:
    """Return the date of an award: a day, a month or a year; None for a command or an unknown one.

    Raises BadValueError for an invalid date.
    """
    if not typed or means_unknown(typed) or typed.casefold() in _COMMANDS:
        return None
    return parse_when(typed)


def award_of(choice: str) -> Award:
    """Return the award that a choice of the list of certifications stands for."""
    for kind in CERTIFICATE_KINDS:
        if choice == kind:
            return OtherCertificate(KIND_SAYS[kind], kind)
    return Held(choice)
