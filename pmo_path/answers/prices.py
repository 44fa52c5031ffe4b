"""What a certification costs: a current price or the person's own; and the prices once seen."""

from __future__ import annotations

from collections.abc import Sequence
from typing import get_args

from pmo_path.answers.catalogue_views import price_view, prices, study_view
from pmo_path.answers.fact_age import is_current_price, observation_age
from pmo_path.contract.advice import Cost, Unknown
from pmo_path.contract.catalogue import PriceFor, PriceRange, PriceView, StudyView
from pmo_path.core.memory import remembered
from pmo_path.core.scalars import When, json_number
from pmo_path.engine.situation import Case
from pmo_path.messages.catalog import say
from pmo_path.messages.grammar import join, long_date
from pmo_path.messages.phrases import fact_text, from_to
from pmo_path.messages.price_phrases import in_a_range
from pmo_path.model.catalogue import Catalogue
from pmo_path.model.certifications import sources_of
from pmo_path.model.on_day import Day


def step_cost(case: Case, certification: str) -> Cost | Unknown:
    """Return what a certification costs a person: their own price, or else the current one."""
    for price in case.profile.prices or ():
        if price.certification == certification:
            return Cost(
                low=json_number(float(price.amount.low)),
                high=json_number(float(price.amount.high)),
                currency=price.amount.currency,
                on="",
                sources=(),
                covers=say("yours"),
                age="",
                note="",
                yours=True,
            )
    return current_cost(case.day, certification)


@remembered(1024)
def current_cost(day: Day, certification: str) -> Cost | Unknown:
    """Return the newest current price, of the exam alone if there is one; Unknown without any."""
    current = [
        price
        for price in prices(day, day.catalogue.certifications[certification])
        if is_current_price(day.catalogue, price, day.date)
    ]
    exams = [price for price in current if price.for_ == "exam"]
    if not current:
        return Unknown(ask=day.owner(certification).ask)
    newest = max(exams or current, key=lambda price: price.on.first if price.on else day.date)
    assert newest.low is not None  # as of every current price
    assert newest.currency
    return Cost(
        low=json_number(float(newest.low)),
        high=json_number(float(newest.low if newest.high is None else newest.high)),
        currency=newest.currency,
        on=str(newest.on),
        sources=sources_of(newest),
        covers=newest.covers or newest.value,
        age=observation_age(day.catalogue, newest, day.date),
        note=newest.note or "",
        yours=False,
    )


@remembered(1024)
def seen_prices(day: Day, certification: str) -> tuple[PriceView, ...]:
    """Return every price known on the day, each with its age."""
    known = prices(day, day.catalogue.certifications[certification])
    return tuple(price_view(day.catalogue, price, day.date) for price in known)


@remembered(1024)
def study_times(day: Day, certification: str) -> tuple[StudyView, ...]:
    """Return how long people are said to study by themselves, by whom and when."""
    known = day.catalogue.certifications[certification].study
    return tuple(study_view(day.catalogue, study, day.date) for study in known)


@remembered(1024)
def price_ranges(day: Day, certification: str) -> tuple[PriceRange, ...]:
    """Return the prices known on the day as ranges, by what they pay for and by currency."""
    groups: dict[tuple[PriceFor, str], list[PriceView]] = {}
    for price in seen_prices(day, certification):
        if in_a_range(price):
            assert price.for_
            assert price.currency
            groups.setdefault((price.for_, price.currency), []).append(price)
    order = get_args(PriceFor)
    return tuple(
        _range(day.catalogue, for_, currency, groups[for_, currency])
        for for_, currency in sorted(groups, key=lambda group: (order.index(group[0]), group[1]))
    )


def _range(
    catalogue: Catalogue, for_: PriceFor, currency: str, group: Sequence[PriceView]
) -> PriceRange:
    days = [When(day) for price in group for day in (price.on, price.to) if day]
    undated = sum(not price.on for price in group)
    lows = [price.low for price in group if price.low is not None]
    highs = [price.high for price in group if price.high is not None]
    vats = {price.vat for price in group}
    vat = vats.pop() if len(vats) == 1 else "mixed"
    current = any(price.current for price in group)
    amount = f"{from_to(min(lows), max(highs))} {currency}"
    ground = [_days(days, undated), _publishers(catalogue, group)]
    confirmed = [] if current else [say("money-not-confirmed")]
    count = say("price-count", count=len(group))
    parts = {"amount": amount, "what": say(f"for-{for_}")}
    whole = "; ".join((count, *ground, *confirmed, say(f"vat-{vat}")))
    return PriceRange(
        for_=for_,
        low=min(lows),
        high=max(highs),
        currency=currency,
        vat=vat,
        count=len(group),
        oldest=str(min(days, key=lambda day: day.first)) if days else "",
        newest=str(max(days, key=lambda day: day.last)) if days else "",
        undated=undated,
        current=current,
        text=fact_text(group[0]) if len(group) == 1 else say("price-range", ground=whole, **parts),
        brief=say("price-range", ground="; ".join(ground), **parts),
        sources=tuple(dict.fromkeys(id for price in group for id in (price.source, *price.also))),
    )


def _days(days: Sequence[When], undated: int) -> str:
    """Return the years between which some prices were seen, or that they are undated."""
    if not days:
        return say("price-undated")
    years = sorted({str(day)[:4] for day in days})
    words = long_date(days[0]) if len(days) == 1 else " to ".join((years[0], *years[1:][-1:]))
    return say("price-undated-too", days=words) if undated else words


def _publishers(catalogue: Catalogue, group: Sequence[PriceView]) -> str:
    """Return who states some prices: `a study site and 2 training providers`."""
    sources = {
        catalogue.sources[source] for price in group for source in (price.source, *price.also)
    }
    kinds = sorted(source.by for source in sources if source.by)
    return join(
        say(f"by-{kind}")
        if kinds.count(kind) == 1
        else say(f"many-{kind}", count=kinds.count(kind))
        for kind in dict.fromkeys(kinds)
    )
