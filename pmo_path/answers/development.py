"""Beyond the exam: select development items from the four areas of the founding documents."""

from __future__ import annotations

from pmo_path.answers.fact_age import fact_text_on
from pmo_path.contract.catalogue import DevelopmentItem
from pmo_path.core.memory import remembered
from pmo_path.engine.situation import Case
from pmo_path.model.catalogue import STALE
from pmo_path.model.on_day import Day
from pmo_path.model.rules import Development
from pmo_path.model.statements import sources_of

AREAS = ("market", "job-tools", "training", "networking")
_STAGE = {"entry": "entry", "analyst": "mid", "manager": "mid", "director": "senior"}
_HERE_ANYWAY = "en"  # the language assumed where none was given


def development(case: Case) -> tuple[DevelopmentItem, ...]:
    """Return the first items of each area that fit level, country and language.

    One item from the person's own country is added per area.
    Empty for a date more than `STALE` before the first check of a source: the catalogue holds no
    history of these items.
    """
    fitting = [item for item in _in_order(case.day) if fits(case, item)]
    return tuple(
        _item(case.day, item)
        for area in AREAS
        for item in _of_area(case, [item for item in fitting if item.area == area])
    )


def development_items(day: Day) -> tuple[DevelopmentItem, ...]:
    """Return every item that may be offered to somebody on a day, by its id."""
    return tuple(_item(day, item) for item in sorted(_in_order(day), key=lambda item: item.id))


@remembered(8)
def _in_order(day: Day) -> tuple[Development, ...]:
    """Return the items that may be offered on a day, the first to be offered first."""
    checked = min(source.verified_on for source in day.catalogue.sources.values())
    if checked - day.date > STALE:
        return ()
    offered = [
        item
        for item in day.catalogue.development
        if item.advise and item.state not in ("ended", "unknown")
    ]
    return tuple(sorted(offered, key=lambda item: (item.order, item.state != "active", item.id)))


@remembered(256)
def _item(day: Day, item: Development) -> DevelopmentItem:
    return DevelopmentItem(
        id=item.id,
        area=item.area,
        name=item.name,
        text=fact_text_on(day.catalogue, item.what[0], day.date),
        state=item.state,
        address=item.address,
        sources=sources_of(item.what[0], *item.status),
    )


def _of_area(case: Case, fitting: list[Development]) -> list[Development]:
    """Return the items of order 1, or else the first one, and one from the person's own country."""
    first = [item for item in fitting if item.order == 1] or fitting[:1]
    at_home = [item for item in fitting if case.profile.country in item.countries]
    return list({item.id: item for item in (*first, *at_home[:1])}.values())


def fits(case: Case, item: Development) -> bool:
    """Return whether an item is for the person's stage, country and language."""
    stages = {_STAGE[level] for level in case.level.levels}
    if stages and stages.isdisjoint(item.levels):
        return False
    if item.countries and case.profile.country not in item.countries:
        return False
    reads = case.profile.reads if case.profile.reads is not None else (_HERE_ANYWAY,)
    return not item.languages or not set(reads).isdisjoint(item.languages)
