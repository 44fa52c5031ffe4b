"""The facts of a profile as a report shows them: what was said, in words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from pmo_path.contract.advice import (
    Advice,
)
from pmo_path.core.text import inert
from pmo_path.messages.catalog import say
from pmo_path.messages.grammar import join, long_date
from pmo_path.messages.phrases import (
    answer_words,
    short_names,
)
from pmo_path.profile.fact_row import Row
from pmo_path.profile.facts import FACTS
from pmo_path.profile.meanings import KIND_SAYS


def given_facts(advice: Advice) -> Iterator[tuple[str, str]]:
    """Yield every fact given but the person's own words, as a pair of label and value in words."""
    unmatched = advice.profile.get("unmatched", {})
    for row in FACTS:
        if row.key == "aspirations":
            continue
        words = [say("said-unknown", word=inert(word)) for word in unmatched.get(row.key, ())]
        if row.key in advice.profile:
            words.insert(
                0, _given(row, advice.profile[row.key], short_names(advice)) or say("said-none")
            )
        if words:
            yield f"{row.bare[:1].upper()}{row.bare[1:]}", "; ".join(words)


def _given(row: Row, value: Any, shorts: Mapping[str, str]) -> str:
    if row.kind == "date":
        return long_date(date.fromisoformat(value))
    values = value if isinstance(value, list) else [value]
    if row.kind == "others":
        return join(map(_other, values))
    if row.kind == "prices":
        return "; ".join(_price(price, shorts) for price in values)
    return join(
        _award(item, shorts) if row.kind == "holds" else answer_words(row.key, str(item))
        for item in values
    )


def _other(certificate: Any) -> str:
    """Return another certificate with its kind and date of award, as given."""
    if isinstance(certificate, str):
        return inert(certificate)
    day = (
        long_date(date.fromisoformat(certificate["awarded_on"]))
        if "awarded_on" in certificate
        else ""
    )
    kind = f" ({KIND_SAYS[certificate['kind']]})" if "kind" in certificate else ""
    name = inert(certificate["name"]) + kind
    return say("said-award", name=name, day=day) if day else name


def _price(price: str, shorts: Mapping[str, str]) -> str:
    """Return `P3O Foundation: 1095 GBP` of an own price."""
    certification, _, amount = price.partition("=")
    return f"{shorts[certification]}: {amount}"


def _award(held: Any, shorts: Mapping[str, str]) -> str:
    if isinstance(held, str):
        return shorts[held]
    day = long_date(date.fromisoformat(held["awarded_on"]))
    return say("said-award", name=shorts[held["certification"]], day=day)
