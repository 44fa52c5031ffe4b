"""What supposed changes would do, as a part of an explanation in plain text."""

from __future__ import annotations

from collections.abc import Iterator

from pmo_path.contract.what_if import WhatIf
from pmo_path.core.wrapping import bullet, heading, wrap
from pmo_path.messages.catalog import say


def what_if_lines(view: WhatIf, width: int) -> Iterator[str]:
    """Yield the answer, what would change and why, and what is supposed."""
    yield from heading(say("heading-what-if"))
    yield from wrap(view.text, width)
    for change in view.values:
        told = () if change.what == "verdict" else (change.text,)  # the answer says it
        if words := " ".join((*told, *change.because)):
            yield from bullet(words, width)
    for requirement in view.requirements:
        yield from bullet(requirement.text, width)
    for reason in view.because:
        yield from bullet(reason.text, width)
    for reason in view.no_longer:
        yield from bullet(say("what-if-no-longer", text=reason.text), width)
    yield from heading(say("heading-supposed"))
    for words in (*(answer.text for answer in view.answers), *view.notes):
        yield from bullet(words, width)
    yield from heading(say("heading-as-it-is"))
