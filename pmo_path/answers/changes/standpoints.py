"""The sides of a comparison: an advice as its JSON tells it, and the person it was for."""

from __future__ import annotations

from datetime import date
from typing import Literal, TypeAlias

from msgspec import UNSET, Struct

from pmo_path.answers.advise import advise
from pmo_path.contract.advice import Advice
from pmo_path.contract.changes import ComparedSide
from pmo_path.contract.earlier import EarlierAdvice, earlier_advice
from pmo_path.core.documents import Document
from pmo_path.core.errors import PmoPathError
from pmo_path.core.text import inert
from pmo_path.model.catalogue import Catalogue
from pmo_path.profile.parse import read_profile
from pmo_path.profile.profile import Profile

SideKind: TypeAlias = Literal["report", "profile"]
Origin: TypeAlias = tuple[str, str]  # the digest of a catalogue, and the version of the program

# Members that are compared; of the others, `certifications` is not in the slim form.
COMPARED = (
    "next_steps",
    "routes",
    "career_level",
    "aim",
    "holdings",
    "deadlines",
    "considered",
    "cautions",
    "missing_facts",
)


class Standpoint(Struct, frozen=True, kw_only=True):
    """One side: what was told, and the profile in it, None where it is not there or not readable.

    `unread` says why a profile could not be read.
    """

    what: SideKind
    told: EarlierAdvice
    person: Profile | None
    unread: str = ""

    @property
    def day(self) -> date | None:
        """The day of the advice."""
        return None if self.told.as_of is UNSET else self.told.as_of

    @property
    def digest(self) -> str | None:
        """The digest of the catalogue it rests on."""
        return None if self.told.catalogue is UNSET else self.told.catalogue.digest

    @property
    def program(self) -> str | None:
        """The version of the program that gave the advice."""
        return None if self.told.program is UNSET else self.told.program.version

    @property
    def origin(self) -> Origin | None:
        """What gave the advice; None where that is not told."""
        if self.digest is None or self.program is None:
            return None
        return self.digest, self.program

    @property
    def is_whole(self) -> bool:
        """Whether all that is compared is there; of the slim form, all but some verdicts."""
        members = (getattr(self.told, name) for name in COMPARED)
        return self.person is not None and self.day is not None and UNSET not in members

    def view(self) -> ComparedSide:
        """Return the side as the public JSON has it."""
        told = self.told
        return ComparedSide(
            what=self.what,
            id=self.person.id if self.person else None,
            name=self.person.name if self.person else None,
            as_of=self.day.isoformat() if self.day else None,
            program=self.program,
            catalogue=None if told.catalogue is UNSET else told.catalogue.version,
            digest=self.digest,
            next_steps=None if told.next_steps is UNSET else told.next_steps,
        )


def report_standpoint(catalogue: Catalogue, told: EarlierAdvice) -> Standpoint:
    """Return the side of a report that was written, its profile read with a catalogue."""
    if told.profile is UNSET:
        return Standpoint(what="report", told=told, person=None)
    try:
        person = read_profile(Document("the report", told.profile, {}), catalogue.names)
    except PmoPathError as error:
        why = inert(error.problems[0].detail)
        return Standpoint(what="report", told=told, person=None, unread=why)
    return Standpoint(what="report", told=told, person=person)


def advice_standpoint(advice: Advice, person: Profile, what: SideKind = "report") -> Standpoint:
    """Return the side of an advice that was just given."""
    return Standpoint(what=what, told=earlier_advice(advice), person=person)


def profile_standpoint(catalogue: Catalogue, person: Profile, day: date) -> Standpoint:
    """Return the side of a profile, advised on with a catalogue on a day."""
    return advice_standpoint(advise(catalogue, person, day), person, "profile")
