"""The facts that positions tell: the job title, and the years of PMO and of project work."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any, Literal

from msgspec import Struct

from pmo_path.core.scalars import Range
from pmo_path.core.text import excerpt, plain_name
from pmo_path.engine.job_titles import read_title
from pmo_path.engine.title_parts import essential_title, title_parts
from pmo_path.importers.findings import Findings, Note, Origin, Position
from pmo_path.importers.same_positions import Pooled, dispute_notes, pooled_positions
from pmo_path.importers.work_years import years_worked
from pmo_path.messages.catalog import say
from pmo_path.messages.grammar import join
from pmo_path.model.catalogue import Catalogue
from pmo_path.profile.work_and_aims import LIFE

Work = Literal["pmo", "delivery", "perhaps-pmo", "perhaps-delivery", "other"]
MOST_TITLES = 5  # told by name in a note


class Reading(Struct, frozen=True):
    """A value of a fact, or an item of it, with where and in which words it was read."""

    fact: str
    value: Any
    words: str
    origin: Origin


def work_facts(
    catalogue: Catalogue, files: Sequence[Findings], day: date
) -> tuple[list[Reading], list[Note]]:
    """Return what positions tell of the title and the years until a day, and what they leave open.

    Of several positions that a fact rests on, each is a reading with the whole value.
    """
    pooled = pooled_positions((file.positions for file in files), day)
    notes = [note for file in files for note in _future(file.positions, day)]
    begun = [entry for entry in pooled if not _begins_later(entry.position, day)]
    kinds = [(entry, kind_of_work(catalogue, entry.position.title)) for entry in begun]
    readings = []
    for fact, kinds_sure, kinds_possible in (
        ("years_in_pmo", ("pmo",), ("perhaps-pmo",)),
        ("years_in_projects", ("pmo", "delivery"), ("perhaps-pmo", "perhaps-delivery")),
    ):
        sure = [entry for entry, kind in kinds if kind in kinds_sure]
        possible = [entry for entry, kind in kinds if kind in kinds_possible]
        years, more = _years(fact, sure, possible, day)
        notes += more
        if years is not None:
            readings += [
                _counted(fact, years, position)
                for entry in (*sure, *possible)
                for position in entry.positions
            ]
    notes += [*dispute_notes(begun), *_title_notes(kinds)]
    title, more = _present_title(kinds, day)
    return [*title, *readings], [*more, *notes]


def kind_of_work(catalogue: Catalogue, title: str) -> Work:
    """Return what kind of work a job title names, as the catalogue reads it.

    It is only perhaps that of a PMO where the title names no office, and is known by its likeness
    or beside words that are not known.
    """
    reading = read_title(catalogue, title)
    if reading is None:
        return "other"
    if reading.role is None:
        return "delivery"
    office = title_parts(essential_title(catalogue, title).words).office
    if office is None and (reading.likened or reading.passed_over):
        return "perhaps-pmo"
    return "pmo"


def _begins_later(position: Position, day: date) -> bool:
    return position.start is not None and position.start.first > day


def _future(positions: Iterable[Position], day: date) -> Iterable[Note]:
    for position in positions:
        if _begins_later(position, day):
            values = {"title": excerpt(position.title)}
            yield Note(code="position-later", values=values, origins=(position.origin,))


def _years(
    fact: str, sure: list[Pooled], possible: list[Pooled], day: date
) -> tuple[Range | None, list[Note]]:
    """Return the years of some positions; None, with the reason, where they are left open."""
    counted = [*sure, *possible]
    if not counted:
        return None, []
    origins = tuple(entry.position.origin for entry in counted)
    if any(entry.is_disputed for entry in counted):
        return None, [Note(code="years-disputed", fact=fact, origins=origins)]
    backwards = [entry for entry in counted if _ends_before_it_begins(entry.position)]
    undated = [entry for entry in counted if not _is_dated(entry.position)]
    years = None
    if not (backwards or undated):
        years = years_worked(
            [entry.position for entry in sure], [entry.position for entry in possible], day
        )
    if years is not None and years.high <= LIFE:
        notes = [Note(code="years-range", fact=fact, origins=origins)] if years.low == 0 else []
        return years, notes
    wrong = tuple(entry.position.origin for entry in backwards or undated) or origins
    return None, [Note(code="years-undated", fact=fact, origins=wrong)]


def _ends_before_it_begins(position: Position) -> bool:
    start, end = position.start, position.end
    return bool(start and end and end.last < start.first)


def _is_dated(position: Position) -> bool:
    return position.start is not None and (position.is_present or position.end is not None)


def _counted(fact: str, years: Range, position: Position) -> Reading:
    code = "import-position" if position.end else "import-position-since"
    words = say(code, title=excerpt(position.title), start=position.start, end=position.end)
    return Reading(fact, years, words, position.origin)


def _title_notes(kinds: Iterable[tuple[Pooled, Work]]) -> Iterable[Note]:
    """Yield the titles that count for no years, and those that do only at most."""
    for code, kind in (("titles-not-counted", "other"), ("titles-perhaps", "perhaps-pmo")):
        entries = [entry for entry, work in kinds if work == kind]
        titles = list(dict.fromkeys(excerpt(entry.position.title) for entry in entries))
        if titles:
            rest = len(titles) - MOST_TITLES
            more = [say("many-others", count=rest)] if rest > 0 else []
            yield Note(
                code=code,
                fact="years_in_pmo",
                values={"titles": join([*titles[:MOST_TITLES], *more])},
                origins=tuple(entry.position.origin for entry in entries[:MOST_TITLES]),
            )


def _present_title(
    kinds: Sequence[tuple[Pooled, Work]], day: date
) -> tuple[list[Reading], list[Note]]:
    """Return the title of the present position; of several the only one in a PMO."""
    present = [
        (position, kind)
        for entry, kind in kinds
        if _is_held(entry.position, day)
        for position in entry.positions
    ]
    if not present:
        return [], [Note(code="no-present-position", fact="role")] if kinds else []
    in_pmo = [position for position, kind in present if kind == "pmo"]
    for positions in ([position for position, _ in present], in_pmo):
        if len({plain_name(position.title) for position in positions}) == 1:
            title = positions[0].title
            readings = [
                Reading("role", title, position.title, position.origin) for position in positions
            ]
            others = [position for position, _ in present if position not in positions]
            notes = [_several("role-of-several", others)] if others else []
            return readings, notes
    return [], [_several("roles-differ", [position for position, _ in present])]


def _several(code: str, positions: Sequence[Position]) -> Note:
    titles = dict.fromkeys(excerpt(position.title) for position in positions[:MOST_TITLES])
    origins = tuple(position.origin for position in positions[:MOST_TITLES])
    return Note(code=code, fact="role", values={"titles": join(titles)}, origins=origins)


def _is_held(position: Position, day: date) -> bool:
    """Whether a position that has begun is held on a day."""
    return position.is_present or (position.end is not None and position.end.first > day)
