"""The sheets of a team's workbook: for each subject a table to filter, of values and not of words.

What is not known is an empty cell, never a zero; the words for it stand in a column beside it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import TypeAlias

from msgspec import Struct

from pmo_path.contract.advice import Total
from pmo_path.contract.cohort import Cohort, Member, Need, Needed, Sum
from pmo_path.core.scalars import When
from pmo_path.messages.catalog import say
from pmo_path.messages.grammar import day_or_span, join, long_date
from pmo_path.messages.source_phrases import source_remarks
from pmo_path.profile.facts import BY_KEY
from pmo_path.reports.blocks import Heading, Paragraph
from pmo_path.reports.cohort_plan import answer, by_when, need_words, steps_words
from pmo_path.reports.cohort_words import names_words, step_name

Value: TypeAlias = str | int | float | date | None
Row: TypeAlias = Sequence[Value]


class Sheet(Struct, frozen=True, kw_only=True):
    """A sheet: its title, the heads of its columns, and its rows; text alone if it has no heads."""

    title: str
    heads: tuple[str, ...] = ()
    rows: tuple[Row, ...]


def sheets(cohort: Cohort) -> tuple[Sheet, ...]:
    """Return the sheets of a cohort, the summary in sentences first."""
    people = {member.person: member for member in cohort.members}
    return (
        Sheet(title=say("sheet-summary"), rows=tuple((text,) for text in _sentences(cohort))),
        _sheet("people", _PEOPLE, map(_person, cohort.members)),
        _sheet("steps", _STEPS, _next_steps(cohort, people)),
        _sheet("needed", _NEEDED, _sums(cohort)),
        _sheet("lapsing", _LAPSING, _lapses(cohort)),
        _sheet("unsaid", _UNSAID, _questions(cohort)),
        _sheet("gaps", _GAPS, _requirements(cohort)),
        _sheet("sources", _SOURCES, _cited(cohort)),
    )


def _sheet(code: str, heads: str, rows: Iterable[Row]) -> Sheet:
    return Sheet(title=say(f"sheet-{code}"), heads=tuple(map(say, heads.split())), rows=tuple(rows))


def _sentences(cohort: Cohort) -> Iterator[str]:
    """Yield the title, the answer with what cannot wait, and what it rests on."""
    for block in answer(cohort):
        if isinstance(block, Heading):
            yield block.text
        elif isinstance(block, Paragraph):
            yield from (line.text for line in block.lines)
    yield say("needed-note")
    if cohort.lapsing:
        yield say("lapsing-note")
    if cohort.gaps:
        yield say("gaps-note")
    about, checked = cohort.catalogue, cohort.catalogue.verified_on
    yield say("catalogue", version=about.version, oldest=checked.oldest, newest=checked.newest)
    yield say("digest", digest=about.digest)


_PEOPLE = (
    "head-person column-id head-level column-assumed head-next head-open column-needed-by"
    " column-days-left head-by-when column-days-low column-days-high column-days column-cost-low"
    " column-cost-high column-currency column-cost column-deciding"
)


def _person(member: Member) -> Row:
    deadline = member.deadline
    return (
        member.person,
        member.id,
        member.career_level or say("level-not-told"),
        _yes(member.assumed) if member.career_level else None,
        steps_words(member.next_steps),
        _yes(len(member.next_steps) > 1) if member.next_steps else None,
        _day(deadline.needed_by) if deadline else None,
        deadline.days_left if deadline else None,
        by_when(member),
        *_range(member.training_days),
        need_words(member.training_days),
        *_range(member.cost),
        _currency(member.cost),
        need_words(member.cost),
        join(BY_KEY[fact].bare for fact in member.deciding_facts) or None,
    )


def _yes(holds: bool) -> str:
    return say("cell-yes" if holds else "cell-no")


def _day(day: str) -> date | str:
    """Return an ISO date as a date; as text where Excel has no dates yet."""
    value = date.fromisoformat(day)
    return value if value > date(1900, 2, 28) else day


def _range(need: Need) -> tuple[float | None, float | None]:
    return (need.total.low, need.total.high) if isinstance(need.total, Total) else (None, None)


def _currency(need: Need) -> str | None:
    return need.total.currency if isinstance(need.total, Total) else None


_STEPS = (
    "head-certification head-person head-level head-open column-needed-by column-days-left"
    " column-same-step"
)


def _next_steps(cohort: Cohort, people: dict[str, Member]) -> Iterator[Row]:
    """Yield a row for each person and next step, the step that most people have first."""
    for step in cohort.next_steps:
        for person in step.people:
            choice = _yes(person in step.tied)
            yield (step_name(step), *_of(people[person], choice), len(step.people))
    for person in cohort.no_step:
        yield (say("cell-no-step"), *_of(people[person], None), len(cohort.no_step))


def _of(member: Member, choice: str | None) -> Row:
    level, due = member.career_level or say("level-not-told"), member.deadline
    day = _day(due.needed_by) if due else None
    return member.person, level, choice, day, due.days_left if due else None


_NEEDED = (
    "head-what head-state column-low column-high column-unit head-people head-partly head-named"
    " column-remarks"
)


def _sums(cohort: Cohort) -> Iterator[Row]:
    """Yield a row for each sum, and one for those that are in none of them, and why."""
    for code, needed in (("needed-days", cohort.training_days), ("needed-cost", cohort.cost)):
        for total in needed.sums:
            unit = total.currency or say("cell-days-unit")
            counts = len(total.people), len(total.partly), names_words(total.people)
            summed = say("cell-summed"), total.low, total.high, unit
            yield (say(code), *summed, *counts, _ground(total))
        for state, people in _in_no_sum(needed):
            yield _without_sum(say(code), state, people)
    for needed in (cohort.training_days, cohort.cost):
        for lacking in needed.not_published:
            yield _without_sum(lacking.what, say("cell-lacking"), lacking.people)


def _without_sum(what: str, state: str, people: Sequence[str]) -> Row:
    return what, state, None, None, None, len(people), None, names_words(people), None


def _in_no_sum(needed: Needed) -> Iterator[tuple[str, Sequence[str]]]:
    if needed.unpublished:
        yield say("cell-not-published"), needed.unpublished
    if needed.open:
        yield say("cell-open"), needed.open


def _ground(total: Sum) -> str | None:
    """Return the days of the prices in a sum, and whether people gave own ones."""
    days = dict.fromkeys(long_date(When(day)) for day in total.on)
    ground = [say("sum-of", days=join(days))] if days else []
    return "; ".join([*ground, *([say("theirs")] if total.yours else [])]) or None


_LAPSING = "head-person head-award head-due column-days-left head-state"


def _lapses(cohort: Cohort) -> Iterator[Row]:
    for lapse in cohort.lapsing:
        state = say("cell-lapsed" if lapse.lapsed else "cell-valid")
        due = _day(lapse.due) if lapse.due else day_or_span(*lapse.dues)
        yield lapse.person, lapse.short, due, lapse.days_left, state


_UNSAID = "head-fact column-question head-changes head-whose head-unsaid head-named"


def _questions(cohort: Cohort) -> Iterator[Row]:
    for missing in cohort.missing_facts:
        fact, deciding = BY_KEY[missing.fact], missing.deciding_for
        whose = names_words(deciding) if deciding else None
        unsaid = len(missing.people), names_words(missing.people)
        yield fact.bare, fact.question, len(deciding), whose, *unsaid


_GAPS = "head-certification head-requirement head-people head-named"


def _requirements(cohort: Cohort) -> Iterator[Row]:
    for gap in cohort.gaps:
        yield gap.short, gap.text, len(gap.people), names_words(gap.people)


_SOURCES = (
    "column-source column-about-it column-address column-checked column-confidence column-rests"
)


def _cited(cohort: Cohort) -> Iterator[Row]:
    resting = Counter(source for member in cohort.members for source in member.sources)
    for source in cohort.sources:
        remarks, grades = source_remarks(source, checked=False), ", ".join(source.confidence)
        checked = _day(source.verified_on)
        yield source.title, remarks, source.address, checked, grades, resting[source.id]
