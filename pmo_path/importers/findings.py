"""What a file says of a person, each part with where it was read, before it becomes facts."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal

from msgspec import Struct

from pmo_path.core.documents import Document, pointer
from pmo_path.core.errors import Path
from pmo_path.core.scalars import When
from pmo_path.core.text import inert
from pmo_path.profile.profile import Profile

Form = Literal["profile", "team", "json-resume", "linkedin", "open-badge-2", "open-badge-3"]

MAX_ENTRIES = 1_000  # of one kind in a file
MAX_NAME = 300  # letters of a title, a name or a language


class Origin(Struct, frozen=True):
    """Where something was read: its file, the place in it, and the line where there is one."""

    file: str
    place: str = ""
    line: int | None = None

    def __str__(self) -> str:
        line = "" if self.line is None else f" (line {self.line})"
        return f"{self.file}{', ' if self.place else ''}{self.place}{line}"


class Note(Struct, frozen=True, kw_only=True):
    """Something to be told of the reading, by code: it is about a fact, or None, and read at some
    places.
    """

    code: str
    fact: str | None = None
    values: Mapping[str, str] = {}
    origins: tuple[Origin, ...] = ()


class Position(Struct, frozen=True):
    """One position. Without an `end`, it goes on if `is_present`; else its end is not known."""

    title: str
    organisation: str
    start: When | None
    end: When | None
    is_present: bool
    origin: Origin


class FoundAward(Struct, frozen=True):
    """One certificate by its name; a badge without a name is one of a class that lies elsewhere."""

    name: str
    when: When | None
    origin: Origin
    until: When | None = None
    badge_class: str | None = None
    addresses: tuple[str, ...] = ()


class Schooling(Struct, frozen=True):
    """One education, with the name of the degree.

    Without an `end` it goes on, or is over where it has no date at all; None if that is not known.
    """

    degree: str
    end: When | None
    goes_on: bool | None
    origin: Origin


class Spoken(Struct, frozen=True):
    """One language, with how well the person says to know it; empty if they do not say."""

    language: str
    fluency: str
    origin: Origin


class Findings(Struct, frozen=True, kw_only=True):
    """What one file says.

    `badge_classes` are the names of classes of badges, by their ids. `profile` is an existing
    profile, with the origins of its facts.
    """

    form: Form
    positions: tuple[Position, ...] = ()
    awards: tuple[FoundAward, ...] = ()
    schooling: tuple[Schooling, ...] = ()
    languages: tuple[Spoken, ...] = ()
    countries: tuple[tuple[str, Origin], ...] = ()
    badge_classes: Mapping[str, str] = {}
    profile: Profile | None = None
    origins: Mapping[str, Origin] = {}
    notes: tuple[Note, ...] = ()


def origin_in(document: Document, path: Path) -> Origin:
    """Return where a part of a document stands: its pointer, and its line where that is known."""
    line, _ = document.places.get(path, (None, None))
    return Origin(document.name, pointer(path), line)


def member_text(part: Any, *keys: str) -> str:
    """Return the first text or whole number under some keys of an object; empty if there is none.

    A text longer than MAX_NAME is no name, title or date, so it counts as none.
    """
    for key in keys:
        value = part.get(key) if isinstance(part, dict) else None
        if isinstance(value, int) and not isinstance(value, bool):
            value = str(value) if abs(value) < 10**9 else ""
        if isinstance(value, str) and (text := written_text(value)):
            return text
    return ""


def written_text(text: str) -> str:
    """Return a text on one line, without control characters; empty if it is over MAX_NAME."""
    return " ".join(inert(text).split()) if len(text) <= MAX_NAME else ""
