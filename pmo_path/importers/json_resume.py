"""Read a CV in the form of JSON Resume (schema 1): positions, education, certificates, languages.

Nothing else of it is looked at: no name, address, telephone number, picture or summary.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pmo_path.core.documents import Document
from pmo_path.core.errors import BadValueError, PmoPathError
from pmo_path.core.scalars import When
from pmo_path.importers.findings import (
    MAX_ENTRIES,
    Findings,
    FoundAward,
    Note,
    Origin,
    Position,
    Schooling,
    Spoken,
    member_text,
    origin_in,
)
from pmo_path.importers.written_dates import goes_on, means_present, written_date

_ONLY_HERE = ("basics", "work", "certificates", "languages", "volunteer", "skills")


def is_json_resume(data: Any) -> bool:
    """Whether a document is a CV in this form."""
    return isinstance(data, dict) and (
        any(key in data for key in _ONLY_HERE) or isinstance(data.get("education"), list)
    )


def read_json_resume(document: Document) -> Findings:
    """Return what a CV says. Raises PmoPathError for a list with too many entries."""
    notes: list[Note] = []

    def dated(part: Any, path: tuple[str | int, ...], key: str) -> When | None:
        try:
            return written_date(member_text(part, key))
        except BadValueError:
            notes.append(Note(code="date-unread", origins=(origin_in(document, (*path, key)),)))
            return None

    return Findings(
        form="json-resume",
        positions=tuple(
            Position(
                title=title,
                organisation=member_text(part, "name", "company"),
                start=dated(part, path, "startDate"),
                end=None if (present := _goes_on(part)) else dated(part, path, "endDate"),
                is_present=present,
                origin=origin_in(document, (*path, "position")),
            )
            for path, part in _entries(document, "work", notes)
            if (title := member_text(part, "position"))
        ),
        schooling=tuple(
            Schooling(
                degree,
                dated(part, path, "endDate"),
                goes_on(member_text(part, "startDate"), member_text(part, "endDate")),
                origin_in(document, (*path, "studyType")),
            )
            for path, part in _entries(document, "education", notes)
            if (degree := member_text(part, "studyType"))
        ),
        awards=tuple(
            FoundAward(name, dated(part, path, "date"), origin_in(document, (*path, "name")))
            for path, part in _entries(document, "certificates", notes)
            if (name := member_text(part, "name"))
        ),
        languages=tuple(
            Spoken(language, member_text(part, "fluency"), origin_in(document, (*path, "language")))
            for path, part in _entries(document, "languages", notes)
            if (language := member_text(part, "language"))
        ),
        countries=tuple(_countries(document)),
        notes=tuple(notes),
    )


def _goes_on(part: dict[str, Any]) -> bool:
    """Whether a position has no end; an end that is written in another way is one."""
    end = member_text(part, "endDate")
    return means_present(end) if end else part.get("endDate") in (None, "")


def _entries(
    document: Document, section: str, notes: list[Note]
) -> Iterator[tuple[tuple[str | int, ...], dict[str, Any]]]:
    """Yield the entries of a section with their paths; note what is none."""
    listed = document.data.get(section)
    if listed is None:
        return
    if not isinstance(listed, list):
        notes.append(Note(code="part-unread", origins=(origin_in(document, (section,)),)))
        return
    if len(listed) > MAX_ENTRIES:
        raise _too_many(document, section)
    for place, part in enumerate(listed):
        if isinstance(part, dict):
            yield (section, place), part
        else:
            notes.append(Note(code="part-unread", origins=(origin_in(document, (section, place)),)))


def _too_many(document: Document, section: str) -> PmoPathError:
    detail = f"{section} has more than {MAX_ENTRIES} entries"
    problem = document.problem((section,), "too-large", detail, "is this the right file?")
    return PmoPathError(f"{document.name} cannot be read", (problem,), code="too-large")


def _countries(document: Document) -> Iterator[tuple[str, Origin]]:
    basics = document.data.get("basics")
    location = basics.get("location") if isinstance(basics, dict) else None
    if code := member_text(location, "countryCode"):
        yield code, origin_in(document, ("basics", "location", "countryCode"))
