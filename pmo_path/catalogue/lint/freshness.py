"""How old the knowledge is: sources that were read long ago, and statuses without a recent sign."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from pmo_path.catalogue.lint.requirements import Checked
from pmo_path.core.errors import Path, Problem
from pmo_path.messages.grammar import counted
from pmo_path.model.catalogue import OURS, STALE

# For how long a dated page is a sign that a certification is on offer; our judgement, the same for
# every body (docs/catalogue.md).
SIGN = timedelta(days=730)


def stale_sources(checked: Checked) -> Iterator[Problem]:
    """Report sources to be read again, those on which most facts rest first; and days to come.

    A fact waits for its source, unless it was checked on a day of its own.
    """
    waiting: dict[str, list[date]] = {}
    read_on = {source.id: source.verified_on for source in checked.draft.sources}
    for _, fact in facts_of(checked):
        own = fact.get("verified_on")
        cited = [fact["source"]] if own else [fact["source"], *fact.get("also", ())]
        for source in dict.fromkeys([*cited, *([] if own else fact.get("basis", ()))]):
            day = date.fromisoformat(own) if own else read_on[source]
            if day > checked.today or checked.today - day > STALE:
                waiting.setdefault(source, []).append(day)
    places = {source.id: place for place, source in enumerate(checked.draft.sources)}
    for source, day in read_on.items():
        if day > checked.today:
            waiting.setdefault(source, []).append(day)
    for source in sorted(
        waiting, key=lambda source: (source == OURS, -len(waiting[source]), source)
    ):
        yield _waiting(checked, ("sources", places[source], "verified_on"), source, waiting[source])


def _waiting(checked: Checked, path: Path, source: str, days: list[date]) -> Problem:
    if max(days) > checked.today:
        detail = f"{source}: checked on {max(days)}, after {checked.today}"
        return checked.problem(path, "future-check", detail, "write the day on which it was read")
    detail = (
        f"{source}: {counted(len(days), 'fact')} last checked on {min(days)}, more than 180 days "
        f"before {checked.today}"
    )
    return checked.problem(
        path, "stale-fact", detail, "read the source again; see docs/tasks/fact-check.md"
    )


def old_signs(checked: Checked) -> Iterator[Problem]:
    """Report certifications that count as current without a recent dated sign, or the reverse."""
    sources = {source.id: source for source in checked.draft.sources}
    for place, certification in enumerate(checked.draft.certifications):
        period, number = certification.status[-1], len(certification.status) - 1
        days = [day for name in (period.source, *period.also) if (day := sources[name].dated)]
        recent = bool(days) and checked.today - max(days) <= SIGN
        path = ("certifications", place, "status", number, "status")
        if period.status == "current" and not recent:
            last = f"its newest dated sign is of {max(days)}" if days else "no sign of it is dated"
            detail = f"{certification.id}: current, but {last}"
            hint = "look for a page of the last two years, or let a period unconfirmed begin"
            yield checked.problem(path, "old-sign", detail, hint)
        elif period.status == "unconfirmed" and recent:
            detail = f"{certification.id}: unconfirmed, but a sign of it is of {max(days)}"
            hint = "let a period current begin, or drop the source that shows no offer"
            yield checked.problem(path, "old-sign", detail, hint)


def facts_of(checked: Checked) -> Iterator[tuple[Path, dict[str, Any]]]:
    """Yield every mapping that names a source, preceded by its path."""
    todo: list[tuple[Path, Any]] = []
    for document in checked.draft.documents.values():
        todo += [((key,), value) for key, value in document.data.items()]
    while todo:
        path, value = todo.pop()
        if isinstance(value, dict):
            if isinstance(value.get("source"), str):
                yield path, value
            todo += [((*path, key), item) for key, item in value.items()]
        elif isinstance(value, list):
            todo += [((*path, place), item) for place, item in enumerate(value)]
