"""What a certification costs: a current price or the person's own; and the prices once seen."""

from __future__ import annotations

from collections.abc import Sequence
from typing import get_args

from pmo_path.answers.catalogue_views import price_view, prices, study, study_view
from pmo_path.answers.fact_age import is_current_price, observation_age, publisher
from pmo_path.contract.catalogue import AmountRange, PriceFor, PriceRange, PriceView, StudyView
from pmo_path.contract.cost import Cost
from pmo_path.contract.unknown import Unknown
from pmo_path.core.memory import remembered
from pmo_path.core.scalars import When, json_number
from pmo_path.engine.situation import Case
from pmo_path.messages.catalog import say
from pmo_path.messages.grammar import join, long_date
from pmo_path.messages.price_phrases import amount_words, in_a_range
from pmo_path.model.catalogue import Catalogue
from pmo_path.model.on_day import Day
from pmo_path.model.statements import sources_of


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
    known = study(day, day.catalogue.certifications[certification])
    return tuple(study_view(day.catalogue, time, day.date) for time in known)


@remembered(1024)
def price_ranges(day: Day, certification: str) -> tuple[PriceRange, ...]:
    """Return the prices known on the day as ranges, by what they pay for, the current ones first.

    Current prices and others are never in one range.
    """
    groups: dict[tuple[int, bool], list[PriceView]] = {}
    for price in seen_prices(day, certification):
        if in_a_range(price):
            place = get_args(PriceFor).index(price.for_)
            groups.setdefault((place, not price.current), []).append(price)
    return tuple(_range(day.catalogue, groups[key]) for key in sorted(groups))


def _range(catalogue: Catalogue, group: Sequence[PriceView]) -> PriceRange:
    first = group[0]
    assert first.for_  # as of every price in a range
    days = [When(day) for price in group for day in (price.on, price.to) if day]
    undated = sum(not price.on for price in group)
    vats = sorted({price.vat for price in group})
    vat = vats[0] if len(vats) == 1 else "mixed"
    when, ids = _days(days, undated), _sources(group)
    amounts = _amounts(group)
    amount = join(map(amount_words, amounts), "or")
    ground = (
        *([say("price-count", count=len(group))] if len(group) > 1 else []),
        when,
        _publishers(catalogue, ids, named=True),
        *(say("price-region", region=region) for region in _common_region(group)),
        *([] if first.current else [say("money-not-confirmed")]),
        say(f"vat-{vat}"),
    )
    return PriceRange(
        for_=first.for_,
        amounts=amounts,
        vat=vat,
        count=len(group),
        oldest=str(min(days, key=lambda day: day.first)) if days else "",
        newest=str(max(days, key=lambda day: day.last)) if days else "",
        undated=undated,
        current=first.current,
        text=say(
            "price-range",
            amount=amount,
            what=say(f"for-{first.for_}"),
            ground="; ".join(ground),
        ),
        brief=say(
            "price-brief",
            amount=amount,
            what=say(f"brief-{first.for_}"),
            when=when,
            who=_publishers(catalogue, ids),
        ),
        sources=ids,
    )


def _amounts(group: Sequence[PriceView]) -> tuple[AmountRange, ...]:
    ends: dict[str, list[float]] = {}
    for price in group:
        amounts = (price.low, price.high)
        ends.setdefault(price.currency or "", []).extend(end for end in amounts if end is not None)
    return tuple(
        AmountRange(low=min(amounts), high=max(amounts), currency=currency)
        for currency, amounts in ends.items()
    )


def _sources(group: Sequence[PriceView]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(id for price in group for id in (price.source, *price.also)))


def _common_region(group: Sequence[PriceView]) -> tuple[str, ...]:
    """Return the region of some prices if they have one and the same, else nothing."""
    regions = {price.region for price in group}
    return tuple(region for region in regions if region and len(regions) == 1)


def _days(days: Sequence[When], undated: int) -> str:
    """Return when some prices were seen, as a day or as years, or that they are undated."""
    if not days:
        return say("price-undated")
    years = sorted({str(day)[:4] for day in days})
    words = long_date(days[0]) if len(days) == 1 else " to ".join((years[0], *years[1:][-1:]))
    return say("price-undated-too", days=words) if undated else words


def _publishers(catalogue: Catalogue, ids: Sequence[str], named: bool = False) -> str:
    """Return who states some prices: `2 training providers`; one alone by its name if `named`."""
    sources = [catalogue.sources[id] for id in ids]
    if named and len(sources) == 1:
        return publisher(sources[0])
    kinds = sorted(source.by for source in sources if source.by)
    return join(
        say(f"by-{kind}")
        if kinds.count(kind) == 1
        else say(f"many-{kind}", count=kinds.count(kind))
        for kind in dict.fromkeys(kinds)
    )
