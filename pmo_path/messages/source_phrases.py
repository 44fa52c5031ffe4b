"""What is said beside a source: its date, when it was checked, and that it sells what it places."""

from __future__ import annotations

from pmo_path.contract.catalogue import SourceView
from pmo_path.messages.catalog import say

# Those who are named beside a source: who sells, a forum, and the circle that counts as one voice.
_NAMED = ("training-provider", "study-site", "forum", "house-of-pmo-circle")


def source_remarks(source: SourceView, checked: bool = True) -> str:
    """Return the date of a source, the day it was `checked`, and what to know of who speaks."""
    remarks = [source.date]
    if checked:
        remarks.append(say("source-checked", day=source.verified_on))
    speakers = [say(f"source-{name}") for name in (source.by, source.voice) if name in _NAMED]
    return "; ".join([*remarks, *([", ".join(speakers)] if speakers else [])])
