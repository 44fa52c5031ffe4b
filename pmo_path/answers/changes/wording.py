"""The changes of values in words: each with what every cause did to it, and its sources."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set
from typing import Any

from msgspec import UNSET, Struct

from pmo_path.answers.changes.values import ChangedKey, ValueKey
from pmo_path.contract.advice import VerdictWord
from pmo_path.contract.changes import ChangeShare, ValueChange
from pmo_path.contract.described.reasons import CAUTIONS
from pmo_path.contract.earlier import EarlierAdvice
from pmo_path.contract.unknown import Unknown
from pmo_path.core.text import inert
from pmo_path.messages.catalog import say
from pmo_path.messages.change_phrases import change_words
from pmo_path.model.catalogue import Catalogue
from pmo_path.model.on_day import Day
from pmo_path.profile.facts import BY_KEY

_OF_ROUTES: tuple[VerdictWord, ...] = ("recommended", "alternative", "held")
_IN_REACH: tuple[VerdictWord, ...] = ("later", "not_eligible")


class ChangeWords(Struct, frozen=True):
    """What changes are worded by: names of certifications, both sides, and those that matter."""

    shorts: Mapping[str, str]
    before: EarlierAdvice
    after: EarlierAdvice
    matter: frozenset[str]
    asks: Mapping[str, str]  # whom to ask about a certification that today's catalogue has

    def value_change(self, changed: ChangedKey, known: Set[str]) -> ValueChange:
        """Return a change as the public JSON has it; of its sources, those that are `known`."""
        key, name = changed.key, self._name(changed.key)
        shares = tuple(
            ChangeShare(
                cause=link.cause,
                from_=self._shown(key, link.before),
                to=self._shown(key, link.after),
                text=self._words(key, name, link.before, link.after),
            )
            for link in changed.links
        )
        return ValueChange(
            what=key.what,
            about=key.about,
            certification=key.certification or None,
            name=name,
            matters=self._matters(changed),
            from_=self._shown(key, changed.before),
            to=self._shown(key, changed.after),
            shares=shares,
            text=self._words(key, name, changed.before, changed.after),
            sources=tuple(
                source for source in dict.fromkeys(self._sources(key)) if source in known
            ),
        )

    def _shown(self, key: ValueKey, value: Any) -> Any:
        """Return a value as JSON has it: a cost that is not known is unknown, and never null."""
        if key.what != "cost" or value is not None:
            return value
        return Unknown(ask=self.asks.get(key.certification) or say("ask-its-owner"))

    def _matters(self, changed: ChangedKey) -> bool:
        """Return whether a change is of the person's own routes and awards, or of them at all."""
        if changed.key.what == "verdict":
            return bool({changed.before, changed.after} & {*_OF_ROUTES, *_IN_REACH})
        if changed.key.what in ("status", "eligibility"):
            return changed.key.certification in self.matter
        return True

    def _words(self, key: ValueKey, name: str, before: Any, after: Any) -> str:
        return change_words(key.what, (name,), before, after, self.shorts)

    def _name(self, key: ValueKey) -> str:
        """Return which value it is, in words; empty where there is one of its kind."""
        if key.what == "caution":
            return " ".join(text for text, _ in self._cautions(key)) or CAUTIONS.get(
                key.about, key.about
            )
        if key.what == "deadline":
            steps = key.about.split("+")
            return self._route(key.about) or ", then ".join(map(self._short, steps))
        if key.what == "question":
            return BY_KEY[key.about].bare if key.about in BY_KEY else key.about
        return self._short(key.about)

    def _short(self, name: str) -> str:
        return self.shorts.get(name, name)

    def _route(self, id: str) -> str:
        """Return the names of the steps of a route; empty where neither side has it."""
        for told in (self.after, self.before):
            for route in () if told.routes is UNSET else told.routes:
                if route.id == id:
                    return ", then ".join(self._short(step.certification) for step in route.steps)
        return ""

    def _cautions(self, key: ValueKey) -> Iterator[tuple[str, tuple[str, ...]]]:
        """Yield the words and sources of a caution, on the side that has it."""
        for told in (self.after, self.before):
            same = [
                (inert(caution.text), caution.sources)
                for caution in (() if told.cautions is UNSET else told.cautions)
                if (caution.rule, caution.certification or "") == (key.about, key.certification)
            ]
            if same:
                yield from same
                return

    def _sources(self, key: ValueKey) -> Iterator[str]:
        """Yield the sources of what is said of a value after the change."""
        told = self.after
        if key.what == "caution":
            for _, sources in self._cautions(key):
                yield from sources
        elif key.what == "holding" and told.holdings is not UNSET:
            for award in told.holdings:
                if (award.certification or "") == key.certification:
                    yield from award.sources
        elif key.what == "verdict" and told.considered is not UNSET:
            for verdict in told.considered:
                if verdict.certification == key.certification:
                    yield from (source for reason in verdict.because for source in reason.sources)
        elif key.what == "status" and key.certification in told.snapshots:
            for fact in told.snapshots[key.certification].facts:
                if fact.about == "status":
                    yield from (fact.source, *fact.also)


def own_certifications(*sides: EarlierAdvice) -> frozenset[str]:
    """Return the certifications on a route, or held, on any of some sides."""
    routes = (route for told in sides if told.routes is not UNSET for route in told.routes)
    awards = (award for told in sides if told.holdings is not UNSET for award in told.holdings)
    return frozenset(
        {step.certification for route in routes for step in route.steps}
        | {award.certification for award in awards if award.certification}
    )


def asks_of(day: Day) -> Mapping[str, str]:
    """Return whom to ask about each certification."""
    return {name: day.owner(name).ask for name in day.catalogue.certifications}


def short_names(
    catalogue: Catalogue, before: EarlierAdvice, after: EarlierAdvice
) -> Mapping[str, str]:
    """Return the names of certifications inside a sentence; of today's catalogue where it has it.

    What a report alone knows has the name that stands there.
    """
    told = (one for side in (before, after) for one in side.snapshots.values())
    theirs = {snapshot.certification: snapshot.short for snapshot in told}
    return theirs | {name: one.short for name, one in catalogue.certifications.items()}
