"""The first sections of a cohort's summary: who takes what by when, and what cannot wait."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from pmo_path.contract.advice import Total
from pmo_path.contract.cohort import Cohort, Deadline, Lapse, Member, MemberStep, Need, Needed
from pmo_path.engine.award_validity import SOON, lapses_soon
from pmo_path.messages.catalog import say
from pmo_path.messages.grammar import counted, day_or_span, join, on_words
from pmo_path.reports.blocks import Block, Heading, Line, paragraph, plain_lines
from pmo_path.reports.cohort_words import (
    amount,
    day_words,
    names_words,
    number_of,
    people_count,
    step_name,
    sum_cell,
    table,
)

MOST_STEPS = 4  # next steps named in the answer


def answer(cohort: Cohort) -> Iterator[Block]:
    """Yield the title, the next steps, what cannot wait, and what the training takes."""
    yield Heading(level=1, text=say("cohort-title", people=people_count(cohort.size)))
    if cohort.unread:
        profiles = number_of(len(cohort.unread), "one-profile", "many-profiles")
        text = say(
            "cohort-unread",
            profiles=profiles,
            places=names_words([one.place for one in cohort.unread]),
        )
        yield paragraph(f"{say('careful')} {text}", tone="careful")
    if cohort.catalogue.age:
        yield paragraph(f"{say('careful')} {cohort.catalogue.age}", tone="careful")
    named = [
        say("cohort-step", name=step_name(step), count=len(step.people))
        for step in cohort.next_steps[:MOST_STEPS]
    ]
    more = len(cohort.next_steps) - MOST_STEPS
    named += [number_of(more, "one-more-step", "many-more-steps")] if more > 0 else []
    named += [say("cohort-none-yet", count=len(cohort.no_step))] if cohort.no_step else []
    yield paragraph(say("cohort-steps", steps=join(named)), tone="answer")
    urgent = [*_urgent_deadlines(cohort), *_urgent_lapses(cohort)]
    if urgent:
        first, *others = urgent
        yield paragraph(f"{say('careful')} {first}", *others, tone="careful")
    yield paragraph(
        *_calm_deadlines(cohort),
        say("cohort-days", sums=_sums(cohort, cohort.training_days)),
        say("cohort-cost", sums=_sums(cohort, cohort.cost)),
        say("cohort-day", day=day_words(cohort.as_of)),
    )


def _urgency(deadline: Deadline) -> str:
    """Return `passed`, `too-late` or `near`; empty for a deadline that can wait."""
    if deadline.state in ("passed", "too_late"):
        return deadline.state.replace("_", "-")
    return "near" if deadline.days_left <= SOON.days else ""


def _urgent_deadlines(cohort: Cohort) -> Iterator[str]:
    for urgency in ("passed", "too-late", "near"):
        people = [
            say("name-day", name=deadline.person, day=day_words(deadline.needed_by))
            for deadline in cohort.deadlines
            if _urgency(deadline) == urgency
        ]
        if people:
            yield say(f"deadline-{urgency}", names=names_words(people), days=SOON.days)


def _urgent_lapses(cohort: Cohort) -> Iterator[str]:
    lapsed = [lapse for lapse in cohort.lapsing if lapse.lapsed]
    day = date.fromisoformat(cohort.as_of)
    near = [lapse for lapse in cohort.lapsing if all(lapses_soon(due, day) for due in lapse.dues)]
    for code, lapses in (("lapse-past", lapsed), ("lapse-near", near)):
        people = [
            say(
                "name-award-day", name=lapse.person, award=lapse.short, day=day_or_span(*lapse.dues)
            )
            for lapse in lapses
        ]
        if people:
            yield say(code, names=names_words(people), days=SOON.days)


def _calm_deadlines(cohort: Cohort) -> Iterator[str]:
    if not cohort.deadlines:
        yield say("deadlines-none")
    elif not any(map(_urgency, cohort.deadlines)):
        yield say("deadlines-calm", count=len(cohort.deadlines), days=SOON.days)


def _sums(cohort: Cohort, needed: Needed) -> str:
    """Return the sums, each with its number of people, then how many are in none, and why."""
    if needed.unpublished and len(needed.unpublished) == cohort.size:
        return say("cohort-all-unpublished")
    parts = [
        say("cohort-sum", sum=sum_cell(total), people=people_count(len(total.people)))
        for total in needed.sums
    ]
    for code, people in (
        ("unpublished", needed.unpublished),
        ("open", needed.open),
        ("nothing", cohort.no_step),
    ):
        parts += [say(f"cohort-sum-{code}", people=people_count(len(people)))] if people else []
    return "; ".join(parts) or say("cohort-sum-none")


def plan(cohort: Cohort) -> Iterator[Block]:
    """Yield everyone with the next step and its day, the earliest day first."""
    yield Heading(level=2, text=say("heading-plan"))
    rows = (
        (
            Line(lead=member.person, text=_level(member), address=member.report or None),
            *plain_lines(
                [
                    steps_words(member.next_steps),
                    by_when(member),
                    need_words(member.training_days),
                    need_words(member.cost),
                ]
            ),
        )
        for member in sorted(cohort.members, key=_day)
    )
    yield table("caption-plan", ("person", "next", "by-when", "training", "cost"), rows)


def _renewals(member: Member) -> list[Lapse]:
    """Return the awards that a next step renews."""
    renewed = {step.certification for step in member.next_steps if step.action == "renew"}
    return [lapse for lapse in member.lapsing if lapse.certification in renewed]


def _day(member: Member) -> str:
    """Return the earliest day of the next step; after every other where there is none."""
    days = [member.deadline.needed_by] if member.deadline else []
    dues = (lapse.dues[0].isoformat() for lapse in _renewals(member))
    return min([*days, *dues], default="~")


def by_when(member: Member) -> str:
    """Return the days by which a person needs the next step, and whether the training fits."""
    words = [
        say("by-lapsed", due=on_words(*lapse.dues))
        if lapse.lapsed
        else say("by-lapsing", due=day_or_span(*lapse.dues))
        for lapse in _renewals(member)
    ]
    if deadline := member.deadline:
        words.append(say(f"by-{deadline.state}", day=day_words(deadline.needed_by)))
    return "; ".join(words) or say("by-none")


def _level(member: Member) -> str:
    if member.career_level is None:
        return say("level-not-told")
    return say("cell-assumed", level=member.career_level) if member.assumed else member.career_level


def steps_words(steps: Sequence[MemberStep]) -> str:
    """Return the next steps of a person as alternatives."""
    return join(map(step_name, steps), "or") or say("cell-no-step")


def need_words(need: Need) -> str:
    """Return what a person needs in words, or why no sum can be told."""
    if isinstance(need.total, Total):
        words = amount(need.total)
        return say("cell-at-least", value=words) if need.known == "partly" else words
    codes = {"unpublished": "cell-not-published", "open": "cell-open", "nothing": "cell-nothing"}
    return say(codes[need.known])


def lapsing(cohort: Cohort) -> Iterator[Block]:
    """Yield the awards that lapsed or lapse within a year; nothing where there are none."""
    if cohort.lapsing:
        yield Heading(level=2, text=say("heading-lapsing"))
        rows = ((Line(lead=lapse.person), *plain_lines(_lapse(lapse))) for lapse in cohort.lapsing)
        yield table("caption-lapsing", ("person", "award", "due", "state"), rows)
        yield paragraph(say("lapsing-note"), tone="note")


def _lapse(lapse: Lapse) -> Iterator[str]:
    yield lapse.short
    yield day_or_span(*lapse.dues)
    if lapse.lapsed:
        yield say("cell-lapsed")
    elif lapse.days_left is None:
        yield say("cell-valid")
    else:
        yield say("cell-lapsing", left=counted(lapse.days_left, "day"))
