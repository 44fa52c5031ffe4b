"""The interview is computed: the next question is the open fact that could change most.

There is no second copy of the logic; the questions come from the table of facts, and which
one is next from trying its answers.
"""

from __future__ import annotations

from datetime import date

from pmo_path.decision import decide
from pmo_path.facts import BY_KEY, Row
from pmo_path.knowledge import Catalogue, on_day
from pmo_path.missing import missing_facts
from pmo_path.profile import Profile


def next_question(
    catalogue: Catalogue, profile: Profile, as_of: date, skipped: frozenset[str] = frozenset()
) -> Row | None:
    """Return the fact to ask next, or None where no single open fact can change what comes first.

    The job title is asked before the level, because people know their title. A skipped fact
    is an answer ("don't know") and is not asked again.
    """
    decision = decide(on_day(catalogue, as_of), profile)
    for missing in missing_facts(decision):
        if missing.fact in skipped or not missing.decides:
            continue
        if missing.fact == "experience_level" and profile.role is None and "role" not in skipped:
            return BY_KEY["role"]
        return BY_KEY[missing.fact]
    return None
