"""The published facts of certifications that are gone or new, and the sources of all."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec import UNSET
from msgspec.structs import replace

from pmo_path.answers.changes.published import Snapshots, fact_key, snapshots_on
from pmo_path.answers.changes.standpoints import Standpoint
from pmo_path.answers.citations import source_view
from pmo_path.contract.catalogue import FactView, SourceView
from pmo_path.contract.changes import FactsChange
from pmo_path.messages.change_phrases import facts_words
from pmo_path.model.catalogue import Catalogue


def changed_facts(
    catalogue: Catalogue,
    before: Standpoint,
    after: Standpoint,
    sources: Mapping[str, SourceView],
    matter: frozenset[str],
) -> Iterator[FactsChange]:
    """Yield the facts that are gone or new, by certification and subject, with their cause.

    What a side knows is what is in its JSON, or all of today's catalogue where it rests on that.
    """
    if not before.day or not after.day:
        return
    steps: list[tuple[str, Snapshots, Snapshots]] = []
    ends = _known(catalogue, before), _known(catalogue, after)
    if before.digest is not None and before.digest == after.digest:
        steps = [("time", *ends)] if before.day != after.day else []
    else:
        now = snapshots_on(catalogue, before.day), snapshots_on(catalogue, after.day)
        steps = [("catalogue", ends[0], now[0]), ("time", *now), ("catalogue", now[1], ends[1])]
    for cause, was, now_known in steps:
        yield from _changes(cause, was, now_known, matter, sources)


def _known(catalogue: Catalogue, side: Standpoint) -> Snapshots:
    """Return the certifications whose facts a side knows."""
    assert side.day is not None
    if side.digest == catalogue.digest:
        return snapshots_on(catalogue, side.day)
    return {name: one for name, one in side.told.snapshots.items() if one.facts}


def _changes(
    cause: str,
    was: Snapshots,
    now: Snapshots,
    matter: frozenset[str],
    sources: Mapping[str, SourceView],
) -> Iterator[FactsChange]:
    for name in was:
        if name not in now:
            continue
        old = {fact_key(fact): fact for fact in was[name].facts}
        new = {fact_key(fact): fact for fact in now[name].facts}
        gone = [fact for key, fact in old.items() if key not in new]
        come = [fact for key, fact in new.items() if key not in old]
        for about in dict.fromkeys(fact.about for fact in (*gone, *come)):
            out, into = (
                tuple(fact for fact in facts if fact.about == about) for facts in (gone, come)
            )
            yield FactsChange(
                certification=name,
                short=now[name].short,
                about=about,
                cause=cause,  # type: ignore[arg-type]
                matters=name in matter,
                gone=out,
                new=into,
                text=facts_words(now[name].short, about, out, into, sources),
            )


def known_sources(
    catalogue: Catalogue, before: Standpoint, after: Standpoint
) -> dict[str, SourceView]:
    """Return the sources of today's catalogue, and those that a side alone knows, by id.

    An address in a file is not ours to send people to, so these have none.
    """
    known: dict[str, SourceView] = {}
    for side in (before, after):
        for source in () if side.told.sources is UNSET else side.told.sources:
            known[source.id] = replace(source, address=None)
    return known | {name: source_view(catalogue, name) for name in catalogue.sources}


def mirrored_facts(change: FactsChange, sources: Mapping[str, SourceView]) -> FactsChange:
    """Return facts that are gone or new, seen from the other side."""
    text = facts_words(change.short, change.about, change.new, change.gone, sources)
    return replace(change, gone=change.new, new=change.gone, text=text)


def fact_sources(fact: FactView) -> tuple[str, ...]:
    """Return the ids of the sources of a fact."""
    return (fact.source, *fact.also)
