"""The answer to what changed, in a few sentences: the next step first, and by what it changed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from msgspec import UNSET

from pmo_path.answers.changes.changed_answers import newly_named
from pmo_path.answers.changes.standpoints import Standpoint
from pmo_path.answers.changes.values import next_steps_of
from pmo_path.contract.changes import DayNearer, ValueChange
from pmo_path.engine.award_validity import SOON
from pmo_path.messages.catalog import say
from pmo_path.messages.change_phrases import steps_words
from pmo_path.messages.grammar import join, long_date


def change_headline(
    before: Standpoint,
    after: Standpoint,
    values: Sequence[ValueChange],
    others: bool | None,
    days: Sequence[DayNearer],
    shorts: Mapping[str, str],
) -> str:
    """Return whether the next step changed, and by what; or that nothing changed.

    `others` tells whether anything but values changed that matters to the person; it is None where
    nothing else changed at all.
    """
    day = before.day if before.day and before.day != after.day else None
    urgent = tuple(_urgent(values, days))
    if not values and others is None:
        code = "changes-none-since" if day else "changes-none"
        whole = before.is_whole and after.is_whole
        none = say(code if whole else "changes-none-told", day=long_date(day) if day else "")
        return " ".join((none, *urgent))
    text = " ".join(_sentences(before, after, values, bool(others), urgent, shorts))
    if day is None:
        return f"{text[:1].upper()}{text[1:]}"
    code = "changes-lead-back" if after.day and after.day < day else "changes-lead"
    return say(code, day=long_date(day), text=text)


def _sentences(
    before: Standpoint,
    after: Standpoint,
    values: Sequence[ValueChange],
    others: bool,
    urgent: Sequence[str],
    shorts: Mapping[str, str],
) -> Iterator[str]:
    was, now = before.told.next_steps, after.told.next_steps
    if was is UNSET or now is UNSET:
        yield say("changes-next-untold")
        return
    changed = [change for change in values if change.what in ("next_steps", "route")]
    words = {
        name: steps_words(next_steps_of(side.told), shorts)
        for name, side in (("before", before), ("after", after))
    }
    step = next((change for change in changed if change.what == "next_steps"), None)
    if step is None:
        yield say("changes-next-same" if now else "changes-next-still-none", **words)
        urgent = (*(change.text for change in changed), *urgent)
        yield from urgent
        matters = others or any(change.matters for change in values)
        if not urgent or not matters:
            yield say("changes-elsewhere" if matters else "changes-none-of-yours")
        return
    if not now:
        yield say("changes-next-none", **words)
    elif not was:
        yield say("changes-next-first", **words)
    elif passed := _passed(before, after, was, step):
        names = join(shorts.get(name, name) for name in passed)
        yield say("changes-next-passed", passed=names, **words)
    else:
        yield say("changes-next", **words)
    causes = dict.fromkeys(share.cause for share in step.shares)
    yield say("changes-by", causes=join(say(f"by-{cause}") for cause in causes))
    yield from urgent


def _urgent(values: Sequence[ValueChange], days: Sequence[DayNearer]) -> Iterator[str]:
    """Yield the days that passed since or are near now, and training that ends too late now."""
    for day in days:
        passed = day.left_after < 0 <= day.left_before
        if passed or day.left_after <= SOON.days < day.left_before:
            yield day.text
    for change in values:
        if change.what == "deadline" and change.from_ and change.to == "too_late":
            yield change.text


def _passed(
    before: Standpoint, after: Standpoint, was: Sequence[str], step: ValueChange
) -> tuple[str, ...]:
    """Return the next steps of before that count now, where answers alone changed the step."""
    if not before.person or not after.person or after.told.holdings is UNSET:
        return ()
    if {share.cause for share in step.shares} != {"answers"}:
        return ()
    counting = {award.certification for award in after.told.holdings if award.state != "lapsed"}
    named = newly_named(before.person, after.person)
    return tuple(name for name in named if name in was and name in counting)
