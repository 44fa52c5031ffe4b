"""What is said beside a source: its date, when it was checked, and that it sells what it places."""

from __future__ import annotations

from collections.abc import Iterable

from pmo_path.contract.catalogue import SourceView
from pmo_path.messages.catalog import say

# Those who are named beside a source: who sells, a forum, and the circle that counts as one voice.
_NAMED = ("training-provider", "study-site", "forum", "house-of-pmo-circle")
_MEANINGS = {
    "training-provider": "source-legend-sells",
    "house-of-pmo-circle": "source-legend-circle",
}


def source_remarks(source: SourceView, checked: bool = True) -> str:
    """Return the date of a source, the day it was `checked`, and what to know of who speaks."""
    remarks = [source.date]
    if checked:
        remarks.append(say("source-checked", day=source.verified_on))
    if speakers := _speakers(source):
        remarks.append(", ".join(say(f"source-{name}") for name in speakers))
    return "; ".join(remarks)


def source_legend(sources: Iterable[SourceView]) -> str:
    """Return what the words beside these sources mean; empty where none needs a word."""
    named = {name for source in sources for name in _speakers(source)}
    return " ".join(say(sentence) for name, sentence in _MEANINGS.items() if name in named)


def _speakers(source: SourceView) -> list[str]:
    return [name for name in (source.by, source.voice) if name in _NAMED]
