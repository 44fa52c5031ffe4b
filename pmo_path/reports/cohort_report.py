"""The summary of a cohort as a document: what a team lead acts on first, then what explains it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pmo_path.contract.cohort import Cohort, Needed
from pmo_path.messages.catalog import say
from pmo_path.messages.grammar import join
from pmo_path.profile.facts import BY_KEY
from pmo_path.reports.blocks import (
    Bar,
    Block,
    Chart,
    Contents,
    Document,
    Heading,
    Item,
    Items,
    Line,
    paragraph,
    plain_lines,
)
from pmo_path.reports.cohort_plan import answer, lapsing, plan
from pmo_path.reports.cohort_words import names_words, people_count, step_name, sum_cell, table


def cohort_document(cohort: Cohort) -> Document:
    """Return the summary of a cohort as a document."""
    return tuple(
        block
        for section in (
            answer,
            _contents,
            plan,
            lapsing,
            _needed,
            _unsaid,
            _steps,
            _levels,
            _gaps,
            _rests,
        )
        for block in section(cohort)
    )


def _contents(cohort: Cohort) -> Iterator[Block]:
    yield Contents(title=say("heading-sections"))


def _steps(cohort: Cohort) -> Iterator[Block]:
    yield Heading(level=2, text=say("heading-next"))
    if cohort.next_steps:
        bars = tuple(
            _bar(step_name(step), len(step.people), len(step.tied)) for step in cohort.next_steps
        )
        key = say("key-open") if any(bar.open for bar in bars) else ""
        yield Chart(name="steps", title=say("caption-next"), bars=bars, key=key)
        rows = (
            (
                Line(lead=step_name(step)),
                *plain_lines(
                    [str(len(step.people)), names_words(step.people), names_words(step.tied)]
                ),
            )
            for step in cohort.next_steps
        )
        yield table("caption-same", ("certification", "people", "named", "open"), rows)
    if cohort.no_step:
        yield paragraph(say("no-step", names=names_words(cohort.no_step)))


def _needed(cohort: Cohort) -> Iterator[Block]:
    yield Heading(level=2, text=say("heading-needed"))
    kinds = (("needed-days", cohort.training_days), ("needed-cost", cohort.cost))
    rows = [row for code, needed in kinds for row in _need_rows(code, needed)]
    yield table(
        "caption-needed", ("what", "sum", "in-sum", "partly", "unpublished", "unsettled"), rows
    )
    lacking = [value for _, needed in kinds for value in needed.not_published]
    if lacking:
        yield paragraph(say("not-published-of"))
        yield Items(
            items=tuple(
                Item(line=Line(lead=value.what, text=names_words(value.people)))
                for value in lacking
            )
        )
    yield paragraph(say("needed-note"), tone="note")


def _need_rows(code: str, needed: Needed) -> Iterator[tuple[Line, ...]]:
    """Yield a row for each sum; the first also names the people who are in no sum."""
    unpublished, unsettled = names_words(needed.unpublished), names_words(needed.open)
    if not needed.sums:
        yield (
            Line(lead=say(code)),
            *plain_lines(
                [say("cell-no-sum"), names_words(()), names_words(()), unpublished, unsettled]
            ),
        )
    for place, total in enumerate(needed.sums):
        rest = ("", "") if place else (unpublished, unsettled)
        yield (
            Line(lead=say(code)),
            *plain_lines(
                [sum_cell(total), names_words(total.people), names_words(total.partly), *rest]
            ),
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
        (Line(lead=name), *plain_lines([str(len(level.people)), names_words(level.people)]))
        for name, level in named
    )
    yield table("caption-same", ("level", "people", "named"), rows)
    if assumed := [person for level in cohort.levels for person in level.assumed]:
        yield paragraph(say("levels-assumed", names=names_words(assumed)), tone="note")


def _gaps(cohort: Cohort) -> Iterator[Block]:
    if cohort.gaps:
        yield Heading(level=2, text=say("heading-gaps"))
        yield paragraph(say("gaps-note"), tone="note")
        rows = (
            (
                Line(lead=gap.short),
                *plain_lines([gap.text, str(len(gap.people)), names_words(gap.people)]),
            )
            for gap in cohort.gaps
        )
        yield table("caption-gaps", ("certification", "requirement", "people", "named"), rows)


def _unsaid(cohort: Cohort) -> Iterator[Block]:
    if not cohort.missing_facts:
        return
    yield Heading(level=2, text=say("heading-unsaid"))
    rows = [
        (
            Line(lead=BY_KEY[missing.fact].bare, text=BY_KEY[missing.fact].question or ""),
            *plain_lines([changed, _whose(missing.deciding_for, cohort), str(len(missing.people))]),
        )
        for missing in cohort.missing_facts
        if (changed := str(len(missing.deciding_for))) != "0"
    ]
    if rows:
        yield table("caption-unsaid", ("fact", "changes", "whose", "unsaid"), rows)
    if rest := [missing for missing in cohort.missing_facts if not missing.deciding_for]:
        nouns = join(
            say("unsaid-fact", noun=BY_KEY[missing.fact].bare, count=len(missing.people))
            for missing in rest
        )
        yield paragraph(say("unsaid-rest", facts=nouns), tone="note")


def _whose(people: Sequence[str], cohort: Cohort) -> str:
    return say("cell-everyone") if len(people) == cohort.size else names_words(people)


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
    text = say(code, label=label, count=people_count(count), open=still_open)
    return Bar(text=text, count=count, open=still_open)
