"""What changed between two advices, by cause: sections without layout, for text and documents."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from msgspec import Struct

from pmo_path.contract.changes import (
    ChangeCause,
    Changes,
    ChangeShare,
    ComparedSide,
    ValueChange,
)
from pmo_path.core.text import inert
from pmo_path.engine.award_validity import WARN
from pmo_path.messages.catalog import say
from pmo_path.messages.change_phrases import TOLD_TOGETHER, change_words
from pmo_path.messages.grammar import counted, long_date

CAUSES: tuple[ChangeCause, ...] = (
    "answers",
    "catalogue",
    "catalogue-or-rules",
    "rules",
    "time",
    "untold",
)


class ChangedLine(Struct, frozen=True):
    """A sentence, with the ids of its sources."""

    text: str
    sources: tuple[str, ...] = ()


class ChangeSection(Struct, frozen=True):
    """What a cause changed."""

    heading: str
    lines: tuple[ChangedLine, ...]


def change_sections(changes: Changes) -> Iterator[ChangeSection]:
    """Yield what each cause changed, the answers first; no cause that changed nothing."""
    for cause in CAUSES:
        lines = (
            *(_answers(changes) if cause == "answers" else ()),
            *(_days_nearer(changes) if cause == "time" else ()),
            *_values(changes, cause),
            *_facts(changes, cause),
            *_off_routes(changes, cause),
        )
        if lines:
            yield ChangeSection(say(f"heading-by-{cause}"), lines)


def _answers(changes: Changes) -> Iterator[ChangedLine]:
    for answer in changes.answers:
        yield ChangedLine(answer.text)


def _facts(changes: Changes, cause: ChangeCause) -> Iterator[ChangedLine]:
    """Yield the published facts of what matters that a cause changed."""
    for change in changes.facts:
        if change.cause == cause and change.matters:
            facts = (*change.new, *change.gone)
            cited = dict.fromkeys(id for fact in facts for id in (fact.source, *fact.also))
            known = {source.id for source in changes.sources}
            yield ChangedLine(change.text, tuple(id for id in cited if id in known))


def _values(changes: Changes, cause: ChangeCause) -> Iterator[ChangedLine]:
    """Yield what a cause did to values that matter; what changed alike is told together."""
    groups: dict[object, list[tuple[ValueChange, ChangeShare]]] = {}
    for place, (change, share) in enumerate(_shares(changes, cause)):
        alike = (change.what, share.from_, share.to)
        together = change.matters and change.what in TOLD_TOGETHER
        if change.matters and not _told_otherwise(change, share, changes):
            groups.setdefault(alike if together else place, []).append((change, share))
    yield from map(_line, groups.values())


def _shares(changes: Changes, cause: ChangeCause) -> Iterator[tuple[ValueChange, ChangeShare]]:
    for change in changes.values:
        for share in change.shares:
            if share.cause == cause:
                yield change, share


def _days_nearer(changes: Changes) -> Iterator[ChangedLine]:
    """Yield the days that came near, or passed since."""
    for day in changes.days:
        since_passed = day.left_after < 0 <= day.left_before
        if since_passed or 0 <= day.left_after <= WARN.days:
            yield ChangedLine(day.text)


def _off_routes(changes: Changes, cause: ChangeCause) -> Iterator[ChangedLine]:
    """Yield for how many certifications that do not matter to the person a cause changed things."""
    others = {
        change.certification
        for change, _ in _shares(changes, cause)
        if not change.matters and change.certification
    }
    others |= {
        change.certification
        for change in changes.facts
        if change.cause == cause and not change.matters
    }
    if others:
        count = counted(len(others), "certification")
        yield ChangedLine(say("changes-off-route", count=count))


def _line(alike: Sequence[tuple[ValueChange, ChangeShare]]) -> ChangedLine:
    change, share = alike[0]
    sources = dict.fromkeys(source for other, _ in alike for source in other.sources)
    text = share.text
    if len(alike) > 1:
        names = [other.name for other, _ in alike]
        text = change_words(change.what, names, share.from_, share.to, {})
    return ChangedLine(text, tuple(sources))


def _told_otherwise(change: ValueChange, share: ChangeShare, changes: Changes) -> bool:
    """Return whether a change follows from another that is told: it stands in the data alone."""
    if change.what == "question":  # a fact that was said is no longer asked for
        return share.cause == "answers" and change.about in {one.fact for one in changes.answers}
    if change.what == "route":
        return any(
            other.what == "next_steps" and any(part.cause == share.cause for part in other.shares)
            for other in changes.values
        )
    if change.what == "deadline":  # of a route that is not recommended on both sides
        if share.to == "passed":
            return any(day.what == "needed_by" and day.left_after < 0 for day in changes.days)
        return None in (share.from_, share.to) and share.to != "too_late"
    if change.what == "holding" and share.cause == "time":
        return any(day.certification == change.certification for day in changes.days)
    if change.what == "eligibility":
        return None in (share.from_, share.to)
    if change.what == "holding" and share.cause == "answers":
        said = {answer.fact for answer in changes.answers}
        return None in (share.from_, share.to) and bool(said & {"holds", "holds_other"})
    return False


def side_words(side: ComparedSide) -> str:
    """Return what one side is: a report or a profile, about whom, for which day, made by what."""
    return say(
        f"side-{side.what}",
        day=long_date(date.fromisoformat(side.as_of)) if side.as_of else say("side-day-not-told"),
        name=say("side-name", name=inert(side.name)) if side.name else "",
        catalogue=inert(side.catalogue or say("side-not-told")),
        program=inert(side.program or say("side-not-told")),
    )


def compared_words(changes: Changes) -> Iterator[tuple[str, str]]:
    """Yield the label and the words of each side."""
    yield say("label-before"), side_words(changes.before)
    yield say("label-after"), side_words(changes.after)


def urgent_notes(changes: Changes) -> tuple[str, ...]:
    """Return the notes to be read before anything else: that it may be about someone else."""
    return tuple(note.text for note in changes.notes if note.code == "other-person")


def further_notes(changes: Changes) -> tuple[str, ...]:
    """Return the other notes, and how causes were told apart where several are told."""
    causes = {share.cause for change in changes.values for share in change.shares} - {"untold"}
    method = (say("changes-method"),) if len(causes) > 1 else ()
    return (*method, *(note.text for note in changes.notes if note.code != "other-person"))
