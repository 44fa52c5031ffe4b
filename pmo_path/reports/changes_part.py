"""The part of a report that says what changed since an earlier one."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from pmo_path.contract.changes import Changes
from pmo_path.messages.catalog import say
from pmo_path.messages.grammar import long_date
from pmo_path.reports.blocks import Block, Fields, Heading, Line, bullets, paragraph
from pmo_path.reports.change_sections import change_sections, compared_words, further_notes
from pmo_path.reports.citations import Citations


def changes_part(changes: Changes, citations: Citations) -> Iterator[Block]:
    """Yield what changed, by cause, and what was compared; the answer stands on the first page."""
    yield Heading(level=2, text=_title(changes), starts_page=True)
    if changes.same:
        yield paragraph(changes.text)
    for section in change_sections(changes):
        yield Heading(level=3, text=section.heading)
        yield bullets(citations.line(line.text, line.sources) for line in section.lines)
    yield Heading(level=3, text=say("heading-compared"))
    yield Fields(
        lines=tuple(Line(lead=label, text=words) for label, words in compared_words(changes))
    )
    if notes := further_notes(changes):
        yield paragraph(*notes, tone="note")


def _title(changes: Changes) -> str:
    before, after = changes.before.as_of, changes.after.as_of
    if before is None or (after is not None and before >= after):
        return say("heading-changes-same-day")
    return say("heading-changes", day=long_date(date.fromisoformat(before)))
