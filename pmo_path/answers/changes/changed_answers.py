"""What a person said differently: every fact of two profiles that is not the same, in words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from pmo_path.contract.changes import AnswerChange
from pmo_path.core.scalars import When
from pmo_path.core.text import inert
from pmo_path.messages.catalog import say
from pmo_path.messages.fact_values import fact_label, fact_value_words
from pmo_path.messages.grammar import award_words, long_date
from pmo_path.profile.fact_row import Row
from pmo_path.profile.facts import FACTS
from pmo_path.profile.parse import UNMATCHED
from pmo_path.profile.profile import Profile, award_when


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
        name, awarded = shorts[certification], award_when(award)
        if certification in was and award_when(was[certification]) == awarded:
            continue
        if awarded and awarded.first > until:
            yield say("answer-not-yet", name=name, day=long_date(awarded))
        elif certification not in was:
            if awarded and awarded.first > since:
                yield say("answer-passed", name=name, awarded=award_words(awarded))
            else:
                yield say("answer-held", name=name)
        else:
            yield _other_date(name, award_when(was[certification]), awarded)
    for certification, award in was.items():
        name, awarded = shorts[certification], award_when(award)
        if certification in now:
            continue
        if awarded and awarded.first > since:
            yield say("answer-not-given", name=name, day=long_date(awarded))
        else:
            yield say("answer-not-held", name=name)


def _other_date(name: str, before: When | None, after: When | None) -> str:
    """Return that an award has another date, or one that is known more exactly."""
    exact = bool(before and after and after.text.startswith(before.text))
    return say(
        "answer-award-exact" if exact else "answer-award-day",
        name=name,
        before=long_date(before) if before else say("answer-day-unknown"),
        after=award_words(after) if after else say("answer-on-day-unknown"),
    )
