"""Make one profile of what several files say: merged, with contradictions told, nothing guessed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from msgspec.structs import replace

from pmo_path.contract.profile_import import (
    FileRead,
    ImportNote,
    ProfileImport,
    ReadFact,
    ReadPlace,
)
from pmo_path.core.errors import PmoPathError, Problem
from pmo_path.importers.findings import MAX_ENTRIES, Findings, Note, Origin
from pmo_path.importers.merged_awards import merged_awards
from pmo_path.importers.other_facts import country_facts, education_facts, language_facts
from pmo_path.importers.settled_fact import settled_fact
from pmo_path.importers.work_facts import Reading, work_facts
from pmo_path.messages.catalog import say
from pmo_path.messages.grammar import join
from pmo_path.model.catalogue import Catalogue
from pmo_path.profile.facts import FACTS
from pmo_path.profile.profile import Profile, fact_to_json, may_hold_more, with_facts

MOST_PLACES = 5  # named in a sentence
_AWARDS = ("holds", "holds_complete", "holds_other")


def made_profile(
    catalogue: Catalogue, files: Sequence[tuple[str, Findings]], day: date
) -> ProfileImport:
    """Return the profile that several files make, until a day, with where all of it was read."""
    found = [findings for _, findings in files]
    _refuse_too_many(found)
    notes = [note for findings in found for note in findings.notes]
    readings: list[Reading] = []
    for told, more in (
        work_facts(catalogue, found, day),
        education_facts(found, day),
        language_facts(catalogue, found),
        country_facts(catalogue, found),
    ):
        readings += told
        notes += more
    own = [(findings.profile, findings.origins) for findings in found if findings.profile]
    values: dict[str, Any] = {}
    read: list[Reading] = []
    for row in FACTS:
        if row.key in _AWARDS:
            continue
        of_fact = [reading for reading in readings if reading.fact == row.key]
        value, of_fact, more = settled_fact(catalogue, row, of_fact, own)
        notes += more
        if value is not None:
            values[row.key] = value
            read += of_fact
    held, of_awards, more = merged_awards(catalogue, found, own)
    profile = with_facts(Profile(), {**values, **held})
    words = (word for given, _ in own for word in given.unmatched or ())
    profile = replace(profile, unmatched=tuple(dict.fromkeys(words)) or None)
    return ProfileImport(
        as_of=day.isoformat(),
        files=tuple(FileRead(file=file, form=findings.form) for file, findings in files),
        profile=profile.plain(),
        read=tuple(map(_read_view, _in_order([*read, *of_awards]))),
        open=_open_facts(profile),
        notes=tuple(map(_note_view, [*notes, *more])),
    )


def _refuse_too_many(found: Sequence[Findings]) -> None:
    """Raise PmoPathError for more positions or certificates than a person has."""
    for what, count in (
        ("positions", sum(len(findings.positions) for findings in found)),
        ("certificates", sum(len(findings.awards) for findings in found)),
    ):
        if count > MAX_ENTRIES:
            detail = f"the files have more than {MAX_ENTRIES} {what} together"
            problem = Problem(code="too-large", detail=detail, hint="are these the right files?")
            raise PmoPathError("no profile was made", (problem,), code="too-large")


def _open_facts(profile: Profile) -> tuple[str, ...]:
    """Return the facts that may be asked for and that a profile does not say, in table order."""
    asked = [row.key for row in FACTS if row.question and row.kind != "others"]
    open_in_order = [fact for fact in asked if getattr(profile, fact) is None]
    return (*open_in_order, *(["holds_complete"] if may_hold_more(profile) else []))


def _in_order(readings: Iterable[Reading]) -> list[Reading]:
    places = {row.key: place for place, row in enumerate(FACTS)}
    return sorted(readings, key=lambda reading: places[reading.fact])


def _read_view(reading: Reading) -> ReadFact:
    return ReadFact(
        fact=reading.fact,
        value=fact_to_json(reading.value),
        words=reading.words,
        read_in=_place_view(reading.origin),
    )


def _place_view(origin: Origin) -> ReadPlace:
    """Return a place as JSON shows it."""
    return ReadPlace(file=origin.file, place=origin.place, line=origin.line)


def _note_view(note: Note) -> ImportNote:
    rest = len(note.origins) - MOST_PLACES
    more = [say("many-others", count=rest)] if rest > 0 else []
    places = join([*map(str, note.origins[:MOST_PLACES]), *more])
    values: Mapping[str, str] = {**note.values, "places": places}
    return ImportNote(
        code=note.code,
        fact=note.fact,
        text=say(f"import-{note.code}", **values),
        read_in=tuple(map(_place_view, note.origins)),
    )
