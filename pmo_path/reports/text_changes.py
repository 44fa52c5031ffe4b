"""What changed between two advices as plain text: the answer first, then each cause."""

from __future__ import annotations

from collections.abc import Iterator

from pmo_path.contract.changes import Changes
from pmo_path.core.wrapping import bullet, heading, labelled, wrap
from pmo_path.messages.catalog import say
from pmo_path.reports.change_sections import (
    change_sections,
    compared_words,
    further_notes,
    urgent_notes,
)


def changes_text(changes: Changes, width: int = 80) -> str:
    """Return what changed as lines of at most `width` columns."""
    return "\n".join(_lines(changes, width)) + "\n"


def _lines(changes: Changes, width: int) -> Iterator[str]:
    for text in urgent_notes(changes):
        yield from wrap(text, width)
    yield from wrap(changes.text, width)
    for section in change_sections(changes):
        yield from heading(section.heading)
        for line in section.lines:
            yield from bullet(line.text, width)
    yield from heading(say("heading-compared"))
    for label, words in compared_words(changes):
        yield from labelled(label, words, width, 2)
    for text in further_notes(changes):
        yield from wrap(text, width)
