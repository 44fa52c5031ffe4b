"""The mentor's part of a report: notes, and forms for agreed actions and sign-off."""

from __future__ import annotations

from collections.abc import Iterator

from pmo_path.contract.report import Mentor
from pmo_path.core.text import inert
from pmo_path.messages.catalog import say
from pmo_path.reports.blocks import Block, Heading, Line, Table, paragraph

ROOM_FOR_ACTIONS = 4


def mentor_part(mentor: Mentor, person: str) -> Iterator[Block]:
    """Yield the mentor's notes, and the forms to fill in by hand."""
    yield Heading(level=2, text=say("heading-mentor"))
    for lines in _paragraphs(mentor.notes):
        yield paragraph(*lines)
    blank = Line()
    heads = tuple(say(f"head-{code}") for code in ("action", "who", "by", "done"))
    empty = ((blank,) * len(heads),) * ROOM_FOR_ACTIONS
    yield Table(caption=say("caption-actions"), heads=heads, rows=empty, room=True)
    yield Table(
        caption=say("caption-sign"),
        heads=tuple(say(f"head-{code}") for code in ("party", "name", "signature", "date")),
        rows=(
            (Line(lead=say("party-person")), Line(text=person), blank, blank),
            (Line(lead=say("party-mentor")), Line(text=mentor.name), blank, blank),
        ),
        room=True,
    )


def _paragraphs(text: str) -> Iterator[list[str]]:
    """Yield the paragraphs of free text, as lists of lines; empty lines separate them."""
    lines: list[str] = []
    for line in [*text.splitlines(), ""]:
        if inert(line):
            lines.append(line)
        elif lines:
            yield lines
            lines = []
