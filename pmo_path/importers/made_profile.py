"""Make one profile of what several files say: merged, with contradictions told, nothing guessed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
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
from pmo_path.core.errors import BadValueError, PmoPathError, Problem
from pmo_path.core.scalars import Range
from pmo_path.core.text import excerpt
from pmo_path.importers.findings import MAX_ENTRIES, Findings, Note, Origin
from pmo_path.importers.known_awards import read_awards
from pmo_path.importers.other_facts import country_facts, education_facts, language_facts
from pmo_path.importers.work_facts import Reading, work_facts
from pmo_path.messages.catalog import say
from pmo_path.messages.grammar import join
from pmo_path.model.catalogue import Catalogue
from pmo_path.profile.fact_row import Row
from pmo_path.profile.facts import BY_KEY, FACTS
from pmo_path.profile.parse_values import read_fact
from pmo_path.profile.profile import (
    Held,
    Profile,
    fact_to_json,
    may_hold_more,
    with_facts,
)

MOST_PLACES = 5  # named in a sentence
_Own = tuple[Profile, Mapping[str, Origin]]  # a profile of the person's own, and where it says what
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
        value, of_fact, more = _settled(catalogue, row, of_fact, own)
        notes += more
        if value is not None:
            values[row.key] = value
            read += of_fact
    held, of_awards, more = _held(catalogue, found, own)
    profile = with_facts(Profile(), {**values, **held})
    words = (word for given, _ in own for word in given.unmatched or ())
    profile = replace(profile, unmatched=tuple(dict.fromkeys(words)) or None)
    return ProfileImport(
        as_of=day.isoformat(),
        files=tuple(FileRead(file=file, form=findings.form) for file, findings in files),
        profile=profile.plain(),
        read=tuple(map(_read_view, _in_order([*read, *of_awards]))),
        open=open_facts(profile),
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


def open_facts(profile: Profile) -> tuple[str, ...]:
    """Return the facts that may be asked for and that a profile does not say, in table order."""
    asked = [row.key for row in FACTS if row.question and row.kind != "others"]
    open_in_order = [fact for fact in asked if getattr(profile, fact) is None]
    return (*open_in_order, *(["holds_complete"] if may_hold_more(profile) else []))


def _in_order(readings: Iterable[Reading]) -> list[Reading]:
    places = {row.key: place for place, row in enumerate(FACTS)}
    return sorted(readings, key=lambda reading: places[reading.fact])


def _settled(
    catalogue: Catalogue, row: Row, readings: list[Reading], own: Sequence[_Own]
) -> tuple[Any, list[Reading], list[Note]]:
    """Return the value of a fact, what it rests on, and what is to be told.

    A profile of the person's own goes before what was read elsewhere. Where values contradict each
    other otherwise, the fact is left open.
    """
    said = [
        _own_reading(row, given, origins)
        for given, origins in own
        if getattr(given, row.key) is not None
    ]
    values = _distinct(row, said)
    if len(values) > 1:
        return None, [], [_contradiction("contradiction", row, [*said, *readings])]
    read_values = _distinct(row, readings)
    if said:
        value = said[0].value
        agreeing = [reading for reading in readings if _agree(value, reading.value)]
        against = [reading for reading in readings if reading not in agreeing]
        notes = [_contradiction("own-word", row, [*said, *against])] if against else []
        return value, [*said, *([] if row.many else agreeing)], notes
    if row.many:
        return tuple(read_values) or None, readings, []
    if len(read_values) > 1:
        return None, [], [_contradiction("contradiction", row, readings)]
    if not read_values:
        return None, [], []
    try:
        return read_fact(row, fact_to_json(read_values[0]), catalogue.names), readings, []
    except BadValueError:
        return None, [], [_contradiction("value-unread", row, readings)]


def _own_reading(row: Row, given: Profile, origins: Mapping[str, Origin]) -> Reading:
    value = getattr(given, row.key)
    words = fact_to_json(value)
    text = join(map(str, words)) if isinstance(words, list) else str(words)
    return Reading(row.key, value, excerpt(text), origins[row.key])


def _distinct(row: Row, readings: Iterable[Reading]) -> list[Any]:
    """Return the different values of some readings; titles that differ in case alone are one."""
    del row
    by_text = {str(reading.value).casefold(): reading.value for reading in readings}
    return list(by_text.values())


def _agree(own: Any, read: Any) -> bool:
    """Whether what a person says may be what was read: numbers where their ranges meet."""
    if isinstance(own, Range) and isinstance(read, Range):
        return own.low <= read.high and read.low <= own.high
    if isinstance(own, tuple):
        return read in own
    return str(own).casefold() == str(read).casefold()


def _contradiction(code: str, row: Row, readings: Iterable[Reading]) -> Note:
    listed = list(readings)
    words = dict.fromkeys(reading.words for reading in listed[:5])
    origins = tuple(reading.origin for reading in listed[:5])
    values = {"noun": row.noun, "words": "; ".join(words)}
    return Note(code=code, fact=row.key, values=values, origins=origins)


def _held(
    catalogue: Catalogue, found: Sequence[Findings], own: Sequence[_Own]
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
        notes.append(_contradiction("held-besides", BY_KEY["holds"], added))
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


def _read_view(reading: Reading) -> ReadFact:
    return ReadFact(
        fact=reading.fact,
        value=fact_to_json(reading.value),
        words=reading.words,
        read_in=place_view(reading.origin),
    )


def place_view(origin: Origin) -> ReadPlace:
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
        read_in=tuple(map(place_view, note.origins)),
    )
