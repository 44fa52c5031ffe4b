"""What is published of certifications on a day, so that two days or catalogues can be compared."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, TypeAlias

from pmo_path.answers.catalogue_views import snapshot
from pmo_path.contract.catalogue import FactView, Snapshot
from pmo_path.contract.earlier import EarlierSnapshot
from pmo_path.model.catalogue import Catalogue
from pmo_path.model.on_day import on_day

Snapshots: TypeAlias = Mapping[str, Snapshot | EarlierSnapshot]


def snapshots_on(catalogue: Catalogue, day: date) -> Snapshots:
    """Return every certification on a day, with its facts."""
    on = on_day(catalogue, day)
    return {
        name: snapshot(on, certification, True)
        for name, certification in catalogue.certifications.items()
    }


def fact_key(fact: FactView) -> tuple[Any, ...]:
    """Return what is published in a fact: not how old it is, and when it was checked."""
    return (fact.about, fact.text, fact.dates, fact.edition, fact.source, fact.also, fact.note)
