"""What a person said differently: every fact of two profiles that is not the same, in words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from pmo_path.contract.changes import AnswerChange
from pmo_path.core.text import inert
from pmo_path.messages.catalog import say
from pmo_path.messages.fact_values import fact_label, fact_value_words
from pmo_path.messages.grammar import long_date
from pmo_path.profile.fact_row import Row
from pmo_path.profile.facts import FACTS
from pmo_path.profile.parse import UNMATCHED
from pmo_path.profile.profile import Profile


def changed_answers(
    before: Profile, after: Profile, days: tuple[date, date], shorts: Mapping[str, str]
) -> Iterator[AnswerChange]:
    """Yield every fact that was said differently.

    `days` are those of the two advices: an award dated between them was passed since, and one dated
    after its advice is not held yet.
    """
    was, now = before.plain(), after.plain()
    for row in FACTS:
        old, new = _said(was, row.key), _said(now, row.key)
        if old != new:
            awards = _awards(before, after, days, shorts) if row.key == "holds" else ()
            text = " ".join(awards) or _words(row, was, now, shorts)
            yield AnswerChange(fact=row.key, from_=old, to=new, text=text)


def newly_named(before: Profile, after: Profile) -> tuple[str, ...]:
    """Return the ids of awards that the second profile names and the first does not."""
    known = {award.certification for award in before.holds or ()}
    return tuple(
        award.certification for award in after.holds or () if award.certification not in known
    )


def _said(facts: Mapping[str, Any], key: str) -> Any:
    """Return what was said of a fact, with words that the catalogue does not know; None if not."""
    value, words = facts.get(key), facts.get(UNMATCHED, {}).get(key, [])
    if not words:
        return value
    return [*(value if isinstance(value, list) else [] if value is None else [value]), *words]


def _words(
    row: Row, was: Mapping[str, Any], now: Mapping[str, Any], shorts: Mapping[str, str]
) -> str:
    if row.key == "aspirations":
        return say("answer-own-words")
    kept = [item for item in _items(was, row) if item in _items(now, row)]
    if kept:  # of a list of which a part stayed, what came and went
        old, new = (
            [item for item in _items(facts, row) if item not in kept] for facts in (was, now)
        )
        return " ".join(
            say(code, label=fact_label(row), value=fact_value_words(row, {row.key: items}, shorts))
            for code, items in (("answer-also", new), ("answer-no-more", old))
            if items
        )
    before, after = (inert(fact_value_words(row, facts, shorts)) for facts in (was, now))
    code = "answer-changed" if before and after else "answer-new" if after else "answer-gone"
    return say(code, label=fact_label(row), before=before, after=after)


def _items(facts: Mapping[str, Any], row: Row) -> list[Any]:
    """Return the items of a list; none where a word of it is not known to the catalogue."""
    unknown = facts.get(UNMATCHED, {}).get(row.key)
    return facts.get(row.key, []) if row.many and not unknown else []


def _awards(
    before: Profile, after: Profile, days: tuple[date, date], shorts: Mapping[str, str]
) -> Iterator[str]:
    """Yield a sentence for each award that is new, gone, or has another day."""
    since, until = days
    was = {award.certification: award for award in before.holds or ()}
    now = {award.certification: award for award in after.holds or ()}
    for certification, award in now.items():
        name, day = shorts[certification], award.awarded_on
        if certification in was and was[certification].awarded_on == day:
            continue
        if day and day > until:
            yield say("answer-not-yet", name=name, day=long_date(day))
        elif certification not in was:
            if day and day > since:
                yield say("answer-passed", name=name, day=long_date(day))
            else:
                yield say("answer-held", name=name)
        else:
            old = was[certification].awarded_on
            words = {"before": _day_words(old), "after": _day_words(day)}
            yield say("answer-award-day", name=name, **words)
    for certification, award in was.items():
        name, day = shorts[certification], award.awarded_on
        if certification in now:
            continue
        if day and day > since:
            yield say("answer-not-given", name=name, day=long_date(day))
        else:
            yield say("answer-not-held", name=name)


def _day_words(day: date | None) -> str:
    return long_date(day) if day else say("answer-day-unknown")
