"""The age of catalogue facts on a date, of prices and times of study in particular."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date

from pmo_path.contract.catalogue import CatalogueInfo, VerifiedOn
from pmo_path.core.iso_codes import CURRENCIES
from pmo_path.messages.catalog import say
from pmo_path.messages.grammar import join, long_date
from pmo_path.messages.phrases import undated, with_age
from pmo_path.model.catalogue import STALE, Catalogue
from pmo_path.model.certifications import Price, StudyTime
from pmo_path.model.statements import Fact, Source

MOST_NAMES = 3  # beyond this, give a count instead of names
_AMOUNT = re.compile(r"\b([A-Z]{3}) ?\d")


def names_money(text: str) -> bool:
    """Return whether a text contains an amount of money such as `GBP 245`."""
    return any(code in CURRENCIES for code in _AMOUNT.findall(text))


def is_current_price(catalogue: Catalogue, price: Price, day: date) -> bool:
    """Return whether a price counts as today's: the one rule for sums and budgets.

    It has an amount, a currency and a date; it is for the exam, alone or with the course; its owner
    or exam body asks it, of everyone in every region; and it was asked within `STALE` of the day.
    """
    return (
        price.low is not None
        and price.currency is not None
        and price.on is not None
        and price.on.first <= day <= (price.to or price.on).last + STALE
        and price.for_ in ("exam", "course-with-exam")
        and price.region is None
        and catalogue.sources[price.source].by in ("owner", "exam-body")
    )


def observation_age(catalogue: Catalogue, fact: Fact, day: date) -> str:
    """Return when an amount of money or a time of study was stated, and by whom.

    Of money also whether it counts as current, and whether tax is in it. Empty for other facts.
    """
    priced = isinstance(fact, Price) or names_money(fact.value)
    if not priced and not isinstance(fact, StudyTime):
        return ""
    sources = [catalogue.sources[source] for source in (fact.source, *fact.also)]
    parts = [_when(fact, first_source_date(catalogue, fact)), join(map(publisher, sources))]
    if isinstance(fact, Price) and fact.region:
        parts.append(say("price-region", region=fact.region))
    if priced and not (isinstance(fact, Price) and is_current_price(catalogue, fact, day)):
        parts.append(say("money-not-confirmed"))
    if isinstance(fact, Price) and fact.low is not None:
        parts.append(say(f"vat-{fact.vat}"))
    return "; ".join(parts)


def _when(fact: Fact, source_date: str) -> str:
    if isinstance(fact, Price) and fact.on:
        return " to ".join(long_date(moment) for moment in (fact.on, fact.to) if moment)
    if isinstance(fact, StudyTime) and fact.on:
        return long_date(fact.on)
    return source_date if undated(source_date) else say("money-dated", date=source_date)


def first_source_date(catalogue: Catalogue, fact: Fact) -> str:
    """Return the date of a fact's first dated source, or what its first source gives instead."""
    dates = [catalogue.sources[source].date for source in (fact.source, *fact.also)]
    return next((source_date for source_date in dates if not undated(source_date)), dates[0])


def publisher(source: Source) -> str:
    """Return the publisher of a source (its title up to the first colon) and its kind."""
    name = source.title.partition(":")[0]
    return say("money-who", name=name, kind=say(f"by-{source.by}")) if source.by else name


def fact_text_on(catalogue: Catalogue, fact: Fact, day: date) -> str:
    """Return the text of a fact with its note and, for an amount of money, its age."""
    return with_age(fact.value, observation_age(catalogue, fact, day), fact.note or "")


def catalogue_age(catalogue: Catalogue, day: date, checked: Mapping[str, date]) -> CatalogueInfo:
    """Return the catalogue's version and digest, and the age on `day` of the facts shown.

    `checked` maps the name of each item shown to the oldest date on which its facts were checked.
    """
    days = sorted(source.verified_on for source in catalogue.sources.values())
    old = {name: when for name, when in checked.items() if day - when > STALE}
    return CatalogueInfo(
        version=catalogue.version,
        digest=catalogue.digest,
        verified_on=VerifiedOn(oldest=days[0].isoformat(), newest=days[-1].isoformat()),
        stale="none" if not old else "all" if len(old) == len(checked) else "some",
        age=_age_words(old, len(checked), day) if old else "",
    )


def _age_words(old: Mapping[str, date], count: int, day: date) -> str:
    first, last = min(old.values()), max(old.values())
    when = say("checked-on", day=long_date(first))
    if first < last:
        when = say("checked-between", first=long_date(first), last=long_date(last))
    values = {"when": when, "as_of": long_date(day)}
    if len(old) == count:
        return say("age-all", **values)
    names = join(old) if len(old) <= MOST_NAMES else say("age-count", count=len(old), all=count)
    return say("age-some", names=names, **values)
