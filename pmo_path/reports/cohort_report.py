"""The summary of a cohort as a document: what a team lead needs to plan training, answer first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from pmo_path.contract.cohort import Cohort, Lapse, Member, MemberStep, Need, Needed, StepCount, Sum
from pmo_path.messages.catalog import say
from pmo_path.messages.grammar import join, long_date
from pmo_path.messages.phrases import days_words, sum_words
from pmo_path.profile.facts import BY_KEY
from pmo_path.reports.blocks import (
    Bar,
    Block,
    Chart,
    Document,
    Heading,
    Item,
    Items,
    Line,
    Table,
    paragraph,
    plain_lines,
)

MOST_STEPS = 4  # next steps named in the answer
MOST_NAMES = 12  # people named in a cell; the table of everyone has them all


def cohort_document(cohort: Cohort) -> Document:
    """Return the summary of a cohort as a document."""
    return tuple(
        block
        for section in (
            _answer,
            _steps,
            _needed,
            _levels,
            _lapsing,
            _gaps,
            _unsaid,
            _everyone,
            _rests,
        )
        for block in section(cohort)
    )


def _answer(cohort: Cohort) -> Iterator[Block]:
    yield Heading(level=1, text=say("cohort-title", people=_people(cohort.size)))
    if cohort.unread:
        profiles = _count(len(cohort.unread), "one-profile", "many-profiles")
        text = say("cohort-unread", profiles=profiles, places=_names(cohort.unread))
        yield paragraph(f"{say('careful')} {text}", tone="careful")
    if cohort.catalogue.age:
        yield paragraph(f"{say('careful')} {cohort.catalogue.age}", tone="careful")
    named = [
        say("cohort-step", name=_called(step), count=len(step.people))
        for step in cohort.next_steps[:MOST_STEPS]
    ]
    more = len(cohort.next_steps) - MOST_STEPS
    named += [_count(more, "one-more-step", "many-more-steps")] if more > 0 else []
    named += [say("cohort-none-yet", count=len(cohort.no_step))] if cohort.no_step else []
    yield paragraph(say("cohort-steps", steps=join(named)), tone="answer")
    days, cost = _sums(cohort, cohort.training_days), _sums(cohort, cohort.cost)
    day = say("cohort-day", day=long_date(date.fromisoformat(cohort.as_of)))
    yield paragraph(say("cohort-days", sums=days), say("cohort-cost", sums=cost), day)


def _sums(cohort: Cohort, needed: Needed) -> str:
    """Return the sums, each with its number of people, then how many are in none, and why."""
    if needed.unpublished and len(needed.unpublished) == cohort.size:
        return say("cohort-all-unpublished")
    parts = [
        say("cohort-sum", sum=_sum(total), people=_people(len(total.people)))
        for total in needed.sums
    ]
    for code, people in (
        ("unpublished", needed.unpublished),
        ("open", needed.open),
        ("nothing", cohort.no_step),
    ):
        parts += [say(f"cohort-sum-{code}", people=_people(len(people)))] if people else []
    return "; ".join(parts) or say("cohort-sum-none")


def _steps(cohort: Cohort) -> Iterator[Block]:
    yield Heading(level=2, text=say("heading-next"))
    if cohort.next_steps:
        bars = tuple(
            _bar(_called(step), len(step.people), len(step.tied)) for step in cohort.next_steps
        )
        key = say("key-open") if any(bar.open for bar in bars) else ""
        yield Chart(name="steps", title=say("caption-next"), bars=bars, key=key)
        rows = (
            (
                Line(lead=_called(step)),
                *plain_lines([str(len(step.people)), _names(step.people), _names(step.tied)]),
            )
            for step in cohort.next_steps
        )
        yield _table("caption-same", ("certification", "people", "named", "open"), rows)
    if cohort.no_step:
        yield paragraph(say("no-step", names=_names(cohort.no_step)))


def _needed(cohort: Cohort) -> Iterator[Block]:
    yield Heading(level=2, text=say("heading-needed"))
    kinds = (("needed-days", cohort.training_days), ("needed-cost", cohort.cost))
    rows = [row for code, needed in kinds for row in _need_rows(code, needed)]
    yield _table(
        "caption-needed", ("what", "sum", "in-sum", "partly", "unpublished", "unsettled"), rows
    )
    lacking = [value for _, needed in kinds for value in needed.not_published]
    if lacking:
        yield paragraph(say("not-published-of"))
        yield Items(
            items=tuple(
                Item(line=Line(lead=value.what, text=_names(value.people))) for value in lacking
            )
        )
    yield paragraph(say("needed-note"), tone="note")


def _need_rows(code: str, needed: Needed) -> Iterator[tuple[Line, ...]]:
    """Yield a row for each sum; the first also names the people who are in no sum."""
    unpublished, unsettled = _names(needed.unpublished), _names(needed.open)
    if not needed.sums:
        yield (
            Line(lead=say(code)),
            *plain_lines([say("cell-no-sum"), _names(()), _names(()), unpublished, unsettled]),
        )
    for place, total in enumerate(needed.sums):
        rest = ("", "") if place else (unpublished, unsettled)
        yield (
            Line(lead=say(code)),
            *plain_lines([_sum(total), _names(total.people), _names(total.partly), *rest]),
        )


def _levels(cohort: Cohort) -> Iterator[Block]:
    yield Heading(level=2, text=say("heading-levels"))
    named = [
        (
            say("level-cell", level=level.level, number=level.number)
            if level.level
            else say("level-not-told"),
            level,
        )
        for level in reversed(cohort.levels)
    ]
    bars = tuple(_bar(name, len(level.people)) for name, level in named)
    yield Chart(name="levels", title=say("caption-levels"), bars=bars)
    rows = (
        (Line(lead=name), *plain_lines([str(len(level.people)), _names(level.people)]))
        for name, level in named
    )
    yield _table("caption-same", ("level", "people", "named"), rows)
    if assumed := [person for level in cohort.levels for person in level.assumed]:
        yield paragraph(say("levels-assumed", names=_names(assumed)), tone="note")


def _lapsing(cohort: Cohort) -> Iterator[Block]:
    if cohort.lapsing:
        yield Heading(level=2, text=say("heading-lapsing"))
        rows = ((Line(lead=lapse.person), *plain_lines(_lapse(lapse))) for lapse in cohort.lapsing)
        yield _table("caption-lapsing", ("person", "award", "due", "state"), rows)
        yield paragraph(say("lapsing-note"), tone="note")


def _lapse(lapse: Lapse) -> Iterator[str]:
    yield lapse.short
    yield long_date(date.fromisoformat(lapse.due))
    yield say("cell-lapsed" if lapse.lapsed else "cell-lapsing")


def _gaps(cohort: Cohort) -> Iterator[Block]:
    if cohort.gaps:
        yield Heading(level=2, text=say("heading-gaps"))
        yield paragraph(say("gaps-note"), tone="note")
        rows = (
            (
                Line(lead=gap.short),
                *plain_lines([gap.text, str(len(gap.people)), _names(gap.people)]),
            )
            for gap in cohort.gaps
        )
        yield _table("caption-gaps", ("certification", "requirement", "people", "named"), rows)


def _unsaid(cohort: Cohort) -> Iterator[Block]:
    if cohort.missing_facts:
        yield Heading(level=2, text=say("heading-unsaid"))
        rows = []
        for missing in cohort.missing_facts:
            noun = BY_KEY[missing.fact].bare
            count = say("unsaid-count", count=len(missing.people), size=cohort.size)
            who = (
                say("cell-everyone")
                if len(missing.people) == cohort.size
                else _names(missing.people)
            )
            rows.append((Line(lead=noun), *plain_lines([count, who])))
        yield _table("caption-unsaid", ("fact", "people", "named"), rows)


def _everyone(cohort: Cohort) -> Iterator[Block]:
    yield Heading(level=2, text=say("heading-everyone"))
    rows = (
        (
            Line(lead=member.person, address=member.report or None),
            *plain_lines(
                [
                    _level(member),
                    _next(member.next_steps),
                    _need(member.training_days),
                    _need(member.cost),
                ]
            ),
        )
        for member in cohort.members
    )
    yield _table("caption-everyone", ("person", "level", "next", "training", "cost"), rows)


def _level(member: Member) -> str:
    if member.career_level is None:
        return say("cell-level-unknown")
    return say("cell-assumed", level=member.career_level) if member.assumed else member.career_level


def _next(steps: Sequence[MemberStep]) -> str:
    return join(map(_called, steps), "or") or say("cell-no-step")


def _need(need: Need) -> str:
    if need.known in ("published", "partly"):
        words = _amount(need)
        return say("cell-at-least", value=words) if need.known == "partly" else words
    codes = {"unpublished": "cell-not-published", "open": "cell-open", "nothing": "cell-nothing"}
    return say(codes[need.known])


def _rests(cohort: Cohort) -> Iterator[Block]:
    about = cohort.catalogue
    checked = about.verified_on
    yield Heading(level=2, text=say("heading-rests"))
    yield paragraph(
        say("cohort-rests"),
        say("catalogue", version=about.version, oldest=checked.oldest, newest=checked.newest),
        say("digest", digest=about.digest),
        tone="note",
    )


def _bar(label: str, count: int, still_open: int = 0) -> Bar:
    code = "bar" if not still_open else "bar-all-open" if still_open == count else "bar-open"
    text = say(code, label=label, count=_people(count), open=still_open)
    return Bar(text=text, count=count, open=still_open)


def _table(caption: str, heads: Sequence[str], rows: Iterable[tuple[Line, ...]]) -> Table:
    return Table(
        caption=say(caption), heads=tuple(say(f"head-{code}") for code in heads), rows=tuple(rows)
    )


def _called(step: MemberStep | StepCount) -> str:
    return say("renew-name", name=step.short) if step.action == "renew" else step.short


def _sum(total: Sum) -> str:
    """Return a sum in words, as a minimum where a part of it is not published."""
    return say("cell-at-least", value=_amount(total)) if total.partly else _amount(total)


def _amount(total: Sum | Need) -> str:
    return sum_words(total) if total.currency else days_words(total)


def _names(people: Sequence[str]) -> str:
    if len(people) <= MOST_NAMES:
        return join(people) or say("cell-nobody")
    return say("names-more", names=", ".join(people[:MOST_NAMES]), count=len(people) - MOST_NAMES)


def _people(count: int) -> str:
    return _count(count, "one-person", "many-people")


def _count(count: int, single: str, many: str) -> str:
    return say(single if count == 1 else many, count=count)
