"""Take the same position in several files for one, and find those that contradict each other."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from pmo_path.core.scalars import When
from pmo_path.core.text import plain_name
from pmo_path.importers.findings import Note, Position


class Pooled(Struct):
    """One position of all the files that name it; `is_disputed` if they date it differently."""

    position: Position
    positions: list[Position]
    is_disputed: bool = False


def pooled_positions(files: Iterable[Iterable[Position]], day: date) -> list[Pooled]:
    """Return the positions of several files, the same one of another file once.

    It is the same by title and organisation where its dates may be the same; the more precise of
    them count. Where the times meet but the dates differ, both are disputed.
    """
    pooled: dict[tuple[str, str], list[Pooled]] = {}
    for positions in files:
        of_file: list[tuple[tuple[str, str], Pooled]] = []
        for position in positions:
            key = plain_name(position.title), plain_name(position.organisation)
            own = Pooled(position, [position])
            for other in pooled.get(key, ()):
                if _may_be_same(position, other.position):
                    other.position = _more_precise(other.position, position)
                    other.positions.append(position)
                    break
                if _meet(position, other.position, day):
                    own.is_disputed = other.is_disputed = True
                    other.positions.append(position)
            else:
                of_file.append((key, own))
        for key, own in of_file:
            pooled.setdefault(key, []).append(own)
    return [entry for entries in pooled.values() for entry in entries]


def dispute_notes(pooled: Iterable[Pooled]) -> list[Note]:
    """Return a note on each position that files date differently."""
    return [
        Note(
            code="positions-differ",
            fact="years_in_pmo",
            values={"title": entry.position.title},
            origins=tuple(position.origin for position in entry.positions),
        )
        for entry in pooled
        if entry.is_disputed and len(entry.positions) > 1
    ]


def _may_be_same(one: Position, other: Position) -> bool:
    ends = one.is_present == other.is_present and _agree(one.end, other.end)
    return _agree(one.start, other.start) and ends


def _agree(one: When | None, other: When | None) -> bool:
    """Whether two dates may mean the same day; one that is not known may mean any."""
    return not (one and other) or (one.first <= other.last and other.first <= one.last)


def _meet(one: Position, other: Position, day: date) -> bool:
    """Whether two positions were held at the same time, as far as their dates can tell."""
    if not (one.start and other.start):
        return True
    one_end, other_end = (part.end.last if part.end else day for part in (one, other))
    return one.start.first <= other_end and other.start.first <= one_end


def _more_precise(one: Position, other: Position) -> Position:
    return replace(one, start=_narrower(one.start, other.start), end=_narrower(one.end, other.end))


def _narrower(one: When | None, other: When | None) -> When | None:
    """Return the more precise of two dates, which the longer text of them is."""
    return max(
        (when for when in (one, other) if when), key=lambda when: len(when.text), default=None
    )
