"""PMO types, career levels, roles and families of routes, as frozen values."""

# No `from __future__ import annotations`: msgspec would compile each annotation at every start.

from typing import Literal

from pmo_path.model.certifications import Days, Level, PmoType
from pmo_path.model.field_types import Count, Date, Id, Text
from pmo_path.model.statements import Confidence, Entry, Fact


class BilingualText(Entry, frozen=True, kw_only=True):
    """A text in English and Dutch."""

    en: Text
    nl: Text


class Aliases(Entry, frozen=True, kw_only=True):
    """Other names, in one language, from one source."""

    language: Literal["en", "nl"]
    names: tuple[Text, ...]
    source: Id
    confidence: Confidence
    also: tuple[Id, ...] = ()
    note: Text | None = None


class PmoKind(Entry, frozen=True, kw_only=True):
    """One of the five PMO types: what it is, whom it serves, what it is called."""

    id: PmoType
    name: BilingualText
    meaning_en: Fact
    meaning_nl: Fact
    purpose: Fact
    serves: Fact
    services: tuple[Fact, ...]
    roles: tuple[Fact, ...]
    more: tuple[Fact, ...] = ()
    aliases: tuple[Aliases, ...]


class TypeQuestion(Entry, frozen=True, kw_only=True):
    """Ambiguous names, their possible meanings, and the question that settles which is meant."""

    names: tuple[Text, ...]
    readings: tuple[Fact, ...]
    ask: BilingualText


class CareerLevel(Entry, frozen=True, kw_only=True):
    """One of the four career levels; `years` is our own band, `low` included and `high` not."""

    id: Level
    number: Count
    name: BilingualText
    label: Fact
    titles: Fact
    office: Fact
    more: tuple[Fact, ...] = ()
    years: Days


class Role(Fact, frozen=True, kw_only=True):
    """A function in a PMO. The first of `levels` is the default; more than one is ambiguous."""

    id: Id
    levels: tuple[Level, ...]
    titles_en: tuple[Text, ...] = ()
    titles_nl: tuple[Text, ...] = ()
    pmo_types: tuple[PmoType, ...] = ()
    ask: BilingualText | None = None
    readings: tuple[Fact, ...] = ()

    @property
    def title(self) -> str:
        """The first English title, else the first Dutch one; empty where there is none."""
        return next(iter((*self.titles_en, *self.titles_nl)), "")


class TitleWord(Entry, frozen=True, kw_only=True):
    """Spellings of one word of job titles, by language, and what it does in a title.

    `like` names the word that stands in where no role has this one, `moves` how a grade moves the
    levels of a role, and `ask` the question that settles the level if the grade leaves several.
    """

    id: Id
    kind: Literal["office", "field", "delivery", "function", "grade", "topic", "ignored", "other"]
    like: Id | None = None
    moves: Literal["learner", "junior", "deputy", "senior", "lead"] | None = None
    ask: BilingualText | None = None
    en: tuple[Text, ...] = ()
    nl: tuple[Text, ...] = ()
    de: tuple[Text, ...] = ()
    fr: tuple[Text, ...] = ()
    es: tuple[Text, ...] = ()

    @property
    def spellings(self) -> tuple[str, ...]:
        """The spellings in all languages."""
        return (*self.en, *self.nl, *self.de, *self.fr, *self.es)


class Delivery(Entry, frozen=True, kw_only=True):
    """Titles in delivery; people with one are welcome, and asked for their level in PMO work."""

    titles_en: tuple[Text, ...]
    titles_nl: tuple[Text, ...]
    ask: BilingualText
    basis: tuple[Fact, ...]


class Title(Entry, frozen=True, kw_only=True):
    """The title of a family of routes from a day on."""

    value: Text
    from_: Date | None = None


class Family(Entry, frozen=True, kw_only=True):
    """A family of routes: its certifications in order, and the history of its title."""

    id: Id
    titles: tuple[Title, ...]
    certifications: tuple[Id, ...]


class Background(Fact, frozen=True, kw_only=True):
    """General knowledge that no rule reads, kept with its topic and source."""

    topic: Text
