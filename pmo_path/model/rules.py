"""Rules of advice, named conditions and development beyond the exam, as frozen values."""

# No `from __future__ import annotations`: msgspec would compile each annotation at every start.

from typing import Literal

from pmo_path.model.field_types import Count, Date, Id, RawCondition, Text, Truth
from pmo_path.model.statements import Confidence, Entry, Fact


class Example(Entry, frozen=True, kw_only=True):
    """The facts of a made-up person, and a day, on which a rule is tested."""

    facts: dict[str, object]
    on: Date | None = None


class Examples(Entry, frozen=True, kw_only=True):
    """The examples to which a rule must apply, and those to which it must not."""

    applies: tuple[Example, ...]
    does_not: tuple[Example, ...]


class Rule(Entry, frozen=True, kw_only=True):
    """One rule of our advice: a condition, one effect, the reason, and examples.

    `about` says what a preference serves: a goal of the person, the work they do, or what is asked
    for by their employer or in their country. A rule without a source carries `judgement: ours`.
    """

    id: Id
    from_: Date | None = None
    until: Date | None = None
    if_: RawCondition
    about: Literal["goal", "work", "employer", "country"] = "work"
    prefer: tuple[Id, ...] = ()
    exclude: tuple[Id, ...] = ()
    caution: Truth = False
    because: Text
    source: Id | None = None
    also: tuple[Id, ...] = ()
    confidence: Confidence | None = None
    judgement: Literal["ours"] | None = None
    note: Text | None = None
    examples: Examples


class NamedCondition(Entry, frozen=True, kw_only=True):
    """A condition with a name, its wording for people, and whether it is our own judgement."""

    name: Id
    say: Text
    condition: RawCondition
    judgement: Literal["ours"] | None = None


class Development(Entry, frozen=True, kw_only=True):
    """Something beyond the exam: a community, event, organisation, framework or published fact."""

    id: Id
    name: Text
    area: Literal["market", "job-tools", "training", "networking"]
    what: tuple[Fact, ...]
    levels: tuple[Literal["entry", "mid", "senior"], ...]
    for_whom: tuple[Fact, ...] = ()
    countries: tuple[Text, ...] = ()
    languages: tuple[Text, ...] = ()
    address: Text | None = None
    state: Literal["active", "unconfirmed", "ended", "unknown"]
    status: tuple[Fact, ...] = ()
    cost: tuple[Fact, ...] = ()
    history: tuple[Fact, ...] = ()
    advise: Truth = True
    order: Count = 9  # how early it is named in its area, 1 first: our judgement
    note: Text | None = None
