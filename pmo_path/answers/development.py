"""Beyond the exam: select development items from the four areas of the founding documents."""

from __future__ import annotations

from pmo_path.answers.fact_age import told
from pmo_path.contract.catalogue import DevelopmentItem
from pmo_path.engine.situation import Case
from pmo_path.model.catalogue import STALE
from pmo_path.model.certifications import sources_of
from pmo_path.model.rules import Development

AREAS = ("market", "job-tools", "training", "networking")
_STAGE = {"entry": "entry", "analyst": "mid", "manager": "mid", "director": "senior"}
_HERE_ANYWAY = "en"  # the language assumed where none was given


def development(case: Case) -> tuple[DevelopmentItem, ...]:
    """Return the first items of each area that fit level, country and language.

    One item from the person's own country is added per area.
    Empty for a date more than `STALE` before the first check of a source: the catalogue holds no
    history of these items.
    """
    checked = min(source.verified_on for source in case.day.catalogue.sources.values())
    if checked - case.day.date > STALE:
        return ()
    fitting = [one for one in case.day.catalogue.development if fits(case, one)]
    fitting.sort(key=lambda one: (one.order, one.state != "active", one.id))
    chosen = [
        one
        for area in AREAS
        for one in _of_area(case, [each for each in fitting if each.area == area])
    ]
    return tuple(
        DevelopmentItem(
            area=one.area,
            name=one.name,
            text=told(case.day.catalogue, one.what[0], case.day.date),
            state=one.state,
            address=one.address,
            sources=sources_of(one.what[0], *one.status),
        )
        for one in chosen
    )


def _of_area(case: Case, fitting: list[Development]) -> list[Development]:
    """Return the items of order 1, or else the first one, and one from the person's own country."""
    first = [one for one in fitting if one.order == 1] or fitting[:1]
    at_home = [one for one in fitting if case.profile.country in one.countries]
    return list({one.id: one for one in (*first, *at_home[:1])}.values())


def fits(case: Case, one: Development) -> bool:
    """Return whether an item may be offered: advised, still running, for the person's stage,
    country and language.
    """
    stages = {_STAGE[level] for level in case.level.levels}
    if not one.advise or one.state in ("ended", "unknown"):
        return False
    if stages and not stages & set(one.levels):
        return False
    if one.countries and case.profile.country not in one.countries:
        return False
    reads = case.profile.reads if case.profile.reads is not None else (_HERE_ANYWAY,)
    return not one.languages or bool(set(one.languages) & set(reads))
