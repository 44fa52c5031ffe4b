"""The straight way to an advice: command lines that need no parser are read without one.

A portal calls `advise PROFILE --json` on every click, and typer takes longer to import than the advice to
make. So where every word is a whole option with its value, nothing but `advise` is read here. All else, each
mistake and help too, is left to typer; a law holds that both read alike. See docs/decisions/0004-speed.md.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import Any

from pmo_path.profile.facts import FACTS

# How `advise` calls what an option gives; those that name files are left to typer, which looks at the files.
OPTIONS = {"--as-of": "as_of", "--format": "format"}
FLAGS = {"--json": "as_json", "--fail-if-empty": "fail_if_empty", "--strict": "strict"}
COMPLETING = "_PMO_PATH_COMPLETE"
_FACTS = {option: row for row in FACTS for option in row.options}


def read(words: Sequence[str]) -> dict[str, Any] | None:
    """Return what a command line gives to `cli.advising.advise`; None where typer has to look at it."""
    if words[:1] != ["advise"] or os.name == "nt" or COMPLETING in os.environ:  # on Windows, typer expands patterns
        return None
    given: dict[str, Any] = {"profile": None, **dict.fromkeys(OPTIONS.values()), **dict.fromkeys(FLAGS.values(), False)}
    facts: dict[str, Any] = {row.key: None for row in FACTS}
    rest = iter(words[1:])
    for word in rest:
        row = _FACTS.get(word)
        if word in FLAGS:
            given[FLAGS[word]] = True
            continue
        if row:
            place, key, value = facts, row.key, next(rest, "")
        elif word in OPTIONS:
            place, key, value = given, OPTIONS[word], next(rest, "")
        else:
            place, key, value = given, "profile", word
        if not value or (value.startswith("-") and word != "-"):
            return None
        if row and row.many:
            facts[key] = [*(facts[key] or []), value]
        elif place[key] is None:
            place[key] = value
        else:
            return None  # said twice
    return {**given, "facts": facts}
