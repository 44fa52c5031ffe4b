"""What is held: what the person's own profiles say, and what was read in files, together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from pmo_path.core.text import excerpt
from pmo_path.importers.findings import Findings, Note, Origin
from pmo_path.importers.known_awards import read_awards
from pmo_path.importers.settled_fact import Own, contradiction
from pmo_path.importers.work_facts import Reading
from pmo_path.messages.catalog import say
from pmo_path.model.catalogue import Catalogue
from pmo_path.profile.facts import BY_KEY
from pmo_path.profile.profile import Held, Profile, may_hold_more


def merged_awards(
    catalogue: Catalogue, found: Sequence[Findings], own: Sequence[Own]
) -> tuple[dict[str, Any], list[Reading], list[Note]]:
    """Return what is held: what own profiles say and what was read together.

    Of what was read alone nobody said that it is all.
    """
    awards, notes = read_awards(catalogue, found)
    own_awards = [award for given, origins in own for award in _own_awards(given, origins)]
    listed = any(given.holds is not None for given, _ in own)
    complete = listed and not any(may_hold_more(given) for given, _ in own)
    known = {held.certification for given, _ in own for held in given.holds or ()}
    read = [
        Reading(
            "holds" if isinstance(entry.award, Held) else "holds_other",
            entry.award,
            excerpt(entry.words),
            entry.origin,
        )
        for entry in awards
    ]
    added = [
        reading
        for reading in read
        if isinstance(reading.value, Held) and reading.value.certification not in known
    ]
    if complete and added:
        notes.append(contradiction("held-besides", BY_KEY["holds"], added))
    nothing = [
        Reading(fact, (), say("said-none"), origins[fact])
        for given, origins in own
        for fact in ("holds", "holds_other")
        if getattr(given, fact) == ()
    ]
    readings = [*own_awards, *read]
    holds = tuple(entry.value for entry in readings if entry.fact == "holds")
    others = tuple(entry.value for entry in readings if entry.fact == "holds_other")
    said = next((given.holds_complete for given, _ in own if given.holds_complete), None)
    values: dict[str, Any] = {"holds_complete": said} if said else {}
    if holds or listed:
        values = {"holds": holds, "holds_complete": said if complete else "no"}
        notes += [] if complete else [Note(code="holds-open", fact="holds")]
    if others or any(given.holds_other is not None for given, _ in own):
        values["holds_other"] = others
    return values, [*nothing, *readings], notes


def _own_awards(given: Profile, origins: Mapping[str, Origin]) -> Iterator[Reading]:
    for held in given.holds or ():
        yield Reading("holds", held, held.certification, origins["holds"])
    for other in given.holds_other or ():
        yield Reading("holds_other", other, excerpt(other.name), origins["holds_other"])
