"""The catalogue as it stands on one day: statuses, names, owners, entry requirements and rules."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from msgspec import Struct

from pmo_path.conditions.inspect import certifications_read, must_hold
from pmo_path.conditions.syntax import Combine
from pmo_path.core.memory import remembered
from pmo_path.model.catalogue import ON_OFFER, Catalogue
from pmo_path.model.certifications import Body, Certification, EntryVersion, StatusPeriod
from pmo_path.model.history import current_entries, entry_in_force, is_in_force
from pmo_path.model.roles import Family
from pmo_path.model.rules import Rule
from pmo_path.profile.meanings import LEVELS


class Day(Struct, frozen=True, eq=False):
    """The catalogue as it stands on one day; `on_day` makes each once.

    By certification: its name, owner and `status`; the status period (`periods`) and entry version
    (`entries`) in force; its entry requirements as one condition (`needs`), and the certifications
    that this always requires (`must_hold`), requires not to have lapsed (`must_be_valid`) or names
    at all (`accepts`); itself with all that these lead back to (`ways`); the places in LEVELS of
    the levels it is made for (`made_for`); what replaced it (`successors`). `on_offer` are the
    certifications that may be steps of a route, `destinations` those that may end one. By rule: the
    certifications that it `prefers` and `excludes`, including the successors of those it names.
    As a catalogue, it equals itself alone.
    """

    catalogue: Catalogue
    date: date
    names: Mapping[str, str]
    owners: Mapping[str, Body]
    status: Mapping[str, str]
    rules: tuple[Rule, ...]
    periods: Mapping[str, StatusPeriod | None]
    entries: Mapping[str, EntryVersion | None]
    needs: Mapping[str, Combine]
    must_hold: Mapping[str, tuple[str, ...]]
    must_be_valid: Mapping[str, frozenset[str]]
    accepts: Mapping[str, tuple[str, ...]]
    ways: Mapping[str, frozenset[str]]
    made_for: Mapping[str, tuple[int, ...]]
    on_offer: frozenset[str]
    successors: Mapping[str, str | None]
    prefers: Mapping[str, frozenset[str]]
    excludes: Mapping[str, frozenset[str]]
    destinations: tuple[str, ...]

    def period(self, certification: str) -> StatusPeriod | None:
        """Return the status period of a certification on this day; None if nothing is known yet."""
        return self.periods[certification]

    def entry(self, certification: str) -> EntryVersion | None:
        """Return the entry requirements in force, or None."""
        return self.entries[certification]

    def requirements(self, certification: str) -> Combine:
        """Return everything required for admission as one condition, met if nothing is required."""
        return self.needs[certification]

    def offered(self, certification: str) -> bool:
        """Whether the certification may be a step of a route: its status is one of ON_OFFER.

        It may not before the first day on which anything is known of it.
        """
        return certification in self.on_offer

    def listed(self, certification: str) -> bool:
        """Whether anything is known of a certification by this day."""
        return self.periods[certification] is not None

    def successor(self, certification: str) -> str | None:
        """Return what replaced a certification by this day (the last in the chain), or None."""
        return self.successors[certification]

    def stands_for(self, certification: str) -> str:
        """Return the certification itself, or the one that replaced it by this day."""
        return self.successor(certification) or certification

    def name(self, certification: str) -> str:
        """Return the name in use on this day."""
        return self.names[certification]

    def short(self, certification: str) -> str:
        """Return the name of the certification inside a sentence."""
        return self.catalogue.certifications[certification].short

    def owner(self, certification: str) -> Body:
        """Return the body that owns the certification on this day."""
        return self.owners[certification]

    def family_title(self, family: Family) -> str:
        """Return the title of a family of routes on this day; before its first title, that one."""
        title = entry_in_force(family.titles, self.date)
        return (title or family.titles[0]).value


@remembered(32)
def on_day(catalogue: Catalogue, day: date) -> Day:
    """Return the catalogue as it stands on one day, cached for the days asked for most recently."""
    certifications = catalogue.certifications
    periods = {
        name: entry_in_force(certification.status, day)
        for name, certification in certifications.items()
    }
    entries = {
        name: entry_in_force(certification.entry, day)
        for name, certification in certifications.items()
    }
    needs = {name: _needs(entry) for name, entry in entries.items()}
    rules = tuple(rule for rule in catalogue.rules if is_in_force(rule, day))
    accepts = {name: certifications_read(need) for name, need in needs.items()}
    successors = {name: _successor(periods, name) for name in certifications}
    prefers = {rule.id: _with_successors(rule.prefer, successors) for rule in rules}
    advised = frozenset().union(*prefers.values())
    return Day(
        catalogue=catalogue,
        date=day,
        names={
            name: current_entries(certification.names, day)[0].value
            for name, certification in certifications.items()
        },
        owners={
            name: catalogue.bodies[current_entries(certification.owned_by, day)[0].body or ""]
            for name, certification in certifications.items()
        },
        status={name: period.status if period else "unknown" for name, period in periods.items()},
        rules=rules,
        periods=periods,
        entries=entries,
        needs=needs,
        must_hold={name: tuple(sorted(must_hold(need))) for name, need in needs.items()},
        must_be_valid={name: must_hold(need, valid=True) for name, need in needs.items()},
        accepts=accepts,
        ways={name: _ways(accepts, name) for name in certifications},
        made_for={name: _levels(certification) for name, certification in certifications.items()},
        on_offer=frozenset(
            name for name, period in periods.items() if period and period.status in ON_OFFER
        ),
        successors=successors,
        prefers=prefers,
        excludes={rule.id: _with_successors(rule.exclude, successors) for rule in rules},
        destinations=tuple(
            name
            for name, certification in certifications.items()
            if certification.career_levels or name in advised
        ),
    )


def _successor(periods: Mapping[str, StatusPeriod | None], certification: str) -> str | None:
    """Return the end of the chain of successors of a withdrawn certification, or None."""
    visited = set()
    last: str | None = certification
    while (
        last and (period := periods[last]) and period.status == "withdrawn" and last not in visited
    ):
        visited.add(last)
        last = period.superseded_by
    return last if last != certification else None


def _ways(accepts: Mapping[str, tuple[str, ...]], certification: str) -> frozenset[str]:
    """Return a certification and, transitively, those that its entry requirements name."""
    ways: set[str] = set()
    todo = [certification]
    while todo:
        name = todo.pop()
        if name not in ways:
            ways.add(name)
            todo += accepts[name]
    return frozenset(ways)


def _levels(certification: Certification) -> tuple[int, ...]:
    return tuple(LEVELS.index(at_level.level) for at_level in certification.career_levels)


def _needs(entry: EntryVersion | None) -> Combine:
    parts = tuple(requirement.condition for requirement in entry.required) if entry else ()
    return Combine(len(parts), parts)


def _with_successors(named: Iterable[str], successors: Mapping[str, str | None]) -> frozenset[str]:
    return frozenset(
        name
        for certification in named
        for name in (certification, successors[certification])
        if name
    )
