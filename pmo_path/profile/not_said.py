"""Words with which people say nothing, such as `n/a`: the same through every door."""

from __future__ import annotations

import re
from typing import Any

_NO_WORDS = ("-", "–", "—", r"\?")
# In English and Dutch. `NA` is not among them: it is the code of Namibia, and of Nauru's language.
_WORDS = (
    *(r"n ?[/.\-] ?a\.?", r"n\.? ?v\.? ?t\.?", "unknown", "onbekend", "not applicable"),
    *("not known", "not said", "niet van toepassing", "niet bekend"),
)


def _any_case(pattern: str) -> str:
    """Return a pattern that takes its letters in either case; JSON Schema has no flag for it."""
    return re.sub("[a-z]", lambda letter: f"[{letter[0]}{letter[0].upper()}]", pattern)


# As JSON Schema reads it too.
UNSAID = rf"^\s*(?:{'|'.join((*_NO_WORDS, *map(_any_case, _WORDS)))})\s*$"


def says_nothing(value: Any) -> bool:
    """Return whether a value is a text that says nothing, or a list of such texts alone."""
    if isinstance(value, list):
        return bool(value) and all(isinstance(item, str) and says_nothing(item) for item in value)
    return isinstance(value, str) and re.search(UNSAID, value) is not None
