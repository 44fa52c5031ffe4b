"""The facts of a profile in words, as reports show what was said."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from pmo_path.core.scalars import When
from pmo_path.core.text import inert
from pmo_path.messages.catalog import say
from pmo_path.messages.grammar import award_words, join, long_date
from pmo_path.messages.phrases import answer_words
from pmo_path.profile.fact_row import Row
from pmo_path.profile.meanings import KIND_SAYS


def fact_label(row: Row) -> str:
    """Return the name of a fact as a label."""
    return f"{row.bare[:1].upper()}{row.bare[1:]}"


def fact_value_words(row: Row, facts: Mapping[str, Any], shorts: Mapping[str, str]) -> str:
    """Return what the facts of a profile, as JSON data, say of one; empty where it is not said."""
    unmatched = facts.get("unmatched", {}).get(row.key, ())
    words = [say("said-unknown", word=inert(word)) for word in unmatched]
    if row.key in facts:
        words.insert(0, _given(row, facts[row.key], shorts) or say("said-none"))
    return "; ".join(words)


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
    awarded = certificate.get("awarded_on")
    kind = f" ({KIND_SAYS[certificate['kind']]})" if "kind" in certificate else ""
    name = inert(certificate["name"]) + kind
    return say("said-award", name=name, awarded=award_words(When(awarded))) if awarded else name


def _price(price: str, shorts: Mapping[str, str]) -> str:
    """Return `P3O Foundation: 1095 GBP` of an own price."""
    certification, _, amount = price.partition("=")
    return f"{shorts[certification]}: {amount}"


def _award(held: Any, shorts: Mapping[str, str]) -> str:
    if isinstance(held, str):
        return shorts[held]
    awarded = award_words(When(held["awarded_on"]))
    return say("said-award", name=shorts[held["certification"]], awarded=awarded)
