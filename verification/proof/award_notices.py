"""Cautions about awards, tried on the days around every edge, with SQLite's own calendar."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from datetime import date, timedelta

from pmo_path.answers.cautions import cautions
from pmo_path.core.json_text import json_data
from pmo_path.engine.award_validity import holdings
from pmo_path.engine.decision import decide
from pmo_path.model.certifications import Validity
from pmo_path.model.history import entry_in_force
from pmo_path.model.on_day import Day
from pmo_path.profile.profile import Held, Profile
from proof.laws import Counts
from proof.sentences import unfinished

Found = Iterator[str]
YEAR = timedelta(days=365)
DAY = timedelta(days=1)


def due(rule: Validity, awarded: date) -> date:
    """Return the last valid day of an award, by SQLite's calendar."""
    if rule.early_until and rule.early_due and awarded < rule.early_until:
        return rule.early_due
    sql = (
        "SELECT min(date(m, ? || ' days'), date(m, '+1 month', '-1 day'))"
        " FROM (SELECT date(?, 'start of month', ?) m)"
    )
    database = sqlite3.connect(":memory:")
    row = database.execute(
        sql, (f"+{awarded.day - 1}", awarded.isoformat(), f"+{rule.months} months")
    ).fetchone()
    database.close()
    return date.fromisoformat(row[0])


def award_notices(day: Day, counts: Counts) -> Found:
    """An award is valid to its last day, warned of a year before, and lapsed the day after.

    An award of a later day is not held.
    """
    rules = {
        certification.id: entry_in_force(certification.validity, day.date)
        for certification in day.catalogue.certifications.values()
    }
    for name, rule in rules.items():
        yield from _told_of(day, (Held(name),), "no-award-date" if rule else None, name, counts)
        yield from _told_of(day, (Held(name, day.date + DAY),), "not-yet-held", name, counts)
        for awarded in _edges(day.date, rule) if rule else ():
            last = due(rule, awarded)
            state = (
                "lapsed" if last < day.date else "lapsing" if last - day.date <= YEAR else "valid"
            )
            held = (Held(name, awarded),)
            holding = holdings(day.catalogue, Profile(holds=held), day.date)[name]
            if (holding.state, holding.due) != (state, last):
                found = f"{holding.state} to {holding.due}"
                yield f"{name} of {awarded} is {found}, not {state} to {last}"
            yield from _told_of(day, held, state if state != "valid" else None, name, counts)
            for other, its in rules.items():
                if rule.suite and its and its.suite == rule.suite and other != name:
                    yield from _renewed(day, held[0], last, Held(other, awarded), its, counts)


def _edges(day: date, rule: Validity) -> Iterator[date]:
    """Yield award dates around those that lapse on the day or a year later, and the rule's own."""
    for last in (day, day + YEAR):
        month = date(last.year - rule.months // 12, last.month, 1)
        around = (month + timedelta(days=number) for number in range(-2, 34))
        yield from (
            awarded
            for awarded in around
            if awarded <= day and abs((due(rule, awarded) - last).days) <= 2
        )
    if rule.early_until:
        yield from (
            awarded for awarded in (rule.early_until - DAY, rule.early_until) if awarded <= day
        )
    yield from (day - DAY, day)


def _renewed(
    day: Day, held: Held, last: date, other: Held, rule: Validity, counts: Counts
) -> Found:
    """A later award in the same suite renews the first if made by its last day."""
    first = held.awarded_on or day.date
    for awarded in (first, first + DAY, last, last + DAY):
        if awarded > day.date:
            continue
        counts.add("awards on the days around their edges")
        second = Held(other.certification, awarded)
        until = max(last, due(rule, awarded)) if first < awarded <= last else last
        holding = holdings(day.catalogue, Profile(holds=(held, second)), day.date)[
            held.certification
        ]
        if holding.due != until or (holding.state == "lapsed") != (until < day.date):
            found = f"{holding.state} to {holding.due}"
            yield f"{held.plain()} with {second.plain()} is {found}, not to {until}"


def _told_of(
    day: Day, held: tuple[Held, ...], rule: str | None, certification: str, counts: Counts
) -> Found:
    counts.add("awards on the days around their edges")
    warned = cautions(decide(day, Profile(experience_level="manager", holds=held)))
    yield from unfinished(json_data(warned))
    about = {"lapsed", "lapsing", "no-award-date", "not-yet-held"}
    said = {caution.rule for caution in warned if caution.certification == certification} & about
    if said != ({rule} if rule else set()):
        yield f"{[award.plain() for award in held]}: {sorted(said)} is said, not {rule}"
