"""The facts of a profile as a report shows them: what was said, in words."""

from __future__ import annotations

from collections.abc import Iterator

from pmo_path.contract.advice import Advice
from pmo_path.messages.fact_values import fact_label, fact_value_words
from pmo_path.messages.phrases import short_names
from pmo_path.profile.facts import FACTS


def given_facts(advice: Advice) -> Iterator[tuple[str, str]]:
    """Yield every fact given but the person's own words, as a pair of label and value in words."""
    shorts = short_names(advice)
    for row in FACTS:
        words = fact_value_words(row, advice.profile, shorts)
        if words and row.key != "aspirations":
            yield fact_label(row), words
