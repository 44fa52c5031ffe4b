"""Cautions that say the same to everybody who gets them: the list of the catalogue has them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from pmo_path.answers.holding_cautions import holder_cautions
from pmo_path.conditions.inspect import facts_read
from pmo_path.contract.advice import Caution
from pmo_path.messages.catalog import say
from pmo_path.messages.grammar import join
from pmo_path.model.on_day import Day
from pmo_path.model.statements import sources_of
from pmo_path.profile.facts import DISCRETION


def common_cautions(day: Day, certifications: Sequence[str]) -> tuple[Caution, ...]:
    """Return these cautions about some certifications, and about the whole of an advice."""
    listed: list[Caution] = []
    for certification in certifications:
        listed += entry_not_published(day, certification)
        listed += provider_decides(day, certification)
        listed += holder_cautions(day, certification)
    sources = day.catalogue.sources.values()
    return (*listed, *one_voice(source.id for source in sources if source.voice))


def entry_not_published(day: Day, certification: str) -> Iterator[Caution]:
    """Warn where something of the entry requirements in force is not known."""
    entry = day.entry(certification)
    if entry is None or not entry.not_published:
        return
    known = entry.not_published != ("entry requirements",)
    text = say(
        "entry-not-published" if known else "entry-unknown",
        name=day.short(certification),
        requirements="; ".join(entry.not_published),
        ask=day.owner(certification).ask,
    )
    yield Caution(rule="entry-not-published", text=text, certification=certification)


def provider_decides(day: Day, certification: str) -> Iterator[Caution]:
    """Warn where the provider decides whether practical experience counts for entry."""
    entry = day.entry(certification)
    required = entry.required if entry else ()
    needs = [need for need in required if DISCRETION in facts_read(need.condition)]
    if not needs:
        return
    text = say(
        "provider-decides",
        name=day.short(certification),
        requirement=join(need.value for need in needs),
        ask=day.owner(certification).ask,
    )
    yield Caution(
        rule="provider-decides", text=text, sources=sources_of(*needs), certification=certification
    )


def one_voice(sources: Iterable[str]) -> Iterator[Caution]:
    """Warn where advice rests on sources, given by their ids, that share authors and interests."""
    circle = sorted(sources)
    if circle:
        yield Caution(rule="one-voice", text=say("one-voice"), sources=tuple(circle))
