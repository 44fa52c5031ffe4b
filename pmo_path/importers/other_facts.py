"""The facts that education, languages and places tell, where a file plainly says them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from pmo_path.core.text import excerpt
from pmo_path.importers.findings import Findings, Note, Schooling, Spoken
from pmo_path.importers.plain_words import command_of, degree_level
from pmo_path.importers.work_facts import Reading
from pmo_path.messages.grammar import join
from pmo_path.model.catalogue import Catalogue
from pmo_path.profile.meanings import EDUCATION


def education_facts(files: Sequence[Findings], day: date) -> tuple[list[Reading], list[Note]]:
    """Return the highest degree obtained by a day.

    It is left open where a degree that may be higher is not plain, or may not be obtained yet.
    """
    listed = [schooling for file in files for schooling in file.schooling]
    levels = {schooling: degree_level(schooling.degree) for schooling in listed}
    ended = {schooling: _obtained(schooling, day) for schooling in listed}
    places = {entry: EDUCATION.index(level) for entry, level in levels.items() if level}
    obtained = {entry: place for entry, place in places.items() if ended[entry]}
    highest = max(obtained.values(), default=-1)
    going_on = [entry for entry in listed if ended[entry] is False]
    notes = [_told("degree-not-yet", going_on)] if going_on else []
    most = len(EDUCATION) - 1
    unclear = [
        entry
        for entry in listed
        if entry not in obtained and ended[entry] is not False and places.get(entry, most) > highest
    ]
    if unclear:
        return [], [*notes, _told("degree-unclear", unclear)]
    return [
        Reading("education", EDUCATION[highest], entry.degree, entry.origin)
        for entry, place in obtained.items()
        if place == highest
    ], notes


def _obtained(schooling: Schooling, day: date) -> bool | None:
    """Return whether an education had ended by a day; None where its dates do not settle it."""
    if schooling.end is None:
        return None if schooling.goes_on is None else not schooling.goes_on
    if schooling.end.last <= day:
        return True
    return False if schooling.end.first > day else None


def _told(code: str, schooling: Sequence[Schooling]) -> Note:
    degrees = dict.fromkeys(excerpt(entry.degree) for entry in schooling[:5])
    origins = tuple(entry.origin for entry in schooling[:5])
    return Note(code=code, fact="education", values={"degrees": join(degrees)}, origins=origins)


def language_facts(
    catalogue: Catalogue, files: Sequence[Findings]
) -> tuple[list[Reading], list[Note]]:
    """Return the languages in which somebody can sit an exam.

    They are left open unless every language says plainly how well it is known, and one of them is
    the mother tongue: else the list is not all. Those known too little for an exam are told.
    """
    spoken = [entry for file in files for entry in file.languages]
    if not spoken:
        return [], []
    codes: dict[str, set[bool]] = {}
    unclear: list[Spoken] = []
    too_little: list[Spoken] = []
    readings: list[Reading] = []
    native = False
    for entry in spoken:
        code = _code(catalogue, entry.language)
        command = command_of(entry.fluency)
        if code is None or command is None:
            unclear.append(entry)
            continue
        native = native or command == "native"
        codes.setdefault(code, set()).add(command != "no")
        if command == "no":
            too_little.append(entry)
        else:
            words = f"{excerpt(entry.language)}, {excerpt(entry.fluency)}"
            readings.append(Reading("reads", code, words, entry.origin))
    if differing := [code for code, can in codes.items() if len(can) > 1]:
        origins = tuple(reading.origin for reading in readings if reading.value in differing)
        values = {"languages": join(sorted(differing))}
        return [], [Note(code="languages-differ", fact="reads", values=values, origins=origins)]
    if unclear:
        named = join(dict.fromkeys(excerpt(entry.language) for entry in unclear[:5]))
        origins = tuple(entry.origin for entry in unclear[:5])
        values = {"languages": named}
        return [], [Note(code="language-unclear", fact="reads", values=values, origins=origins)]
    if not native:
        origins = tuple(entry.origin for entry in spoken[:5])
        return [], [Note(code="no-mother-tongue", fact="reads", origins=origins)]
    return readings, [_known_too_little(too_little)] if too_little else []


def _known_too_little(entries: Sequence[Spoken]) -> Note:
    words = (f"{excerpt(entry.language)} ({excerpt(entry.fluency)})" for entry in entries[:5])
    origins = tuple(entry.origin for entry in entries[:5])
    values = {"languages": join(dict.fromkeys(words))}
    return Note(code="language-too-little", fact="reads", values=values, origins=origins)


def _code(catalogue: Catalogue, language: str) -> str | None:
    """Return the code of a language; a variant in brackets, such as (UK), is passed over."""
    found = catalogue.names.find("language", language)
    return found or catalogue.names.find("language", language.partition("(")[0])


def country_facts(
    catalogue: Catalogue, files: Sequence[Findings]
) -> tuple[list[Reading], list[Note]]:
    """Return the country that a file gives by its code."""
    readings: list[Reading] = []
    notes: list[Note] = []
    for word, origin in (country for file in files for country in file.countries):
        if code := catalogue.names.find("country", word):
            readings.append(Reading("country", code, excerpt(word), origin))
        else:
            values = {"word": excerpt(word)}
            notes.append(
                Note(code="country-unknown", fact="country", values=values, origins=(origin,))
            )
    return readings, notes
