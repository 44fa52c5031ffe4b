"""What to check first with the live web, as plain text."""

from __future__ import annotations

from datetime import date

from pmo_path.contract.worklist import Worklist
from pmo_path.core.wrapping import bullet, heading, wrap
from pmo_path.messages.catalog import say
from pmo_path.messages.grammar import join, long_date


def worklist_text(view: Worklist, width: int = 80) -> str:
    """Return the certifications in order, each with what is open and where to look."""
    day = long_date(date.fromisoformat(view.as_of))
    lines = wrap(say("work-title", day=day, situations=view.situations), width)
    for number, entry in enumerate(view.certifications, 1):
        lines += heading(f"{number} {entry.short}")
        if entry.first_for:
            lines += wrap(
                say("work-first", count=entry.first_for, situations=view.situations), width
            )
        for fact in entry.open:
            read = say("work-read", sources=", ".join(fact.sources)) if fact.sources else ""
            lines += bullet(f"{fact.text} {read}".strip(), width)
        where = join(entry.pages) if entry.pages else entry.ask
        lines += wrap(say("work-where", where=where), width)
    if not view.certifications:
        lines += ["", *wrap(say("work-nothing"), width)]
    return "\n".join(lines) + "\n"
