"""When the steps of a plan are done: with the shortest and the longest times, where known.

The earliest day takes each step in its shortest published form, one after the other. The one called
likely takes the longest form, with the longest time of study that was published beside it, or the
longest time that is assumed. What nobody publishes has no length, and leaves every later day
unknown: it is never taken to be zero.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import get_args

from msgspec import Struct

from pmo_path.answers.budget_and_time import days_later
from pmo_path.answers.plans.sequence import Doing, ToGain, ToTake, ToWorkUp, asking
from pmo_path.answers.plans.takes import waiting
from pmo_path.answers.plans.wishes import Length, Wishes
from pmo_path.answers.prices import study_times
from pmo_path.answers.step_values import training_days
from pmo_path.contract.plan import Duration, RestsOn
from pmo_path.contract.published import TrainingDays
from pmo_path.contract.unknown import Unknown
from pmo_path.engine.situation import Case
from pmo_path.messages.catalog import say
from pmo_path.messages.grammar import counted
from pmo_path.messages.phrases import days_words, from_to
from pmo_path.model.catalogue import OURS
from pmo_path.model.statements import sources_of
from pmo_path.profile.facts import BY_KEY

# When something ends that begins on a day; None where that is not known.
Ends = Callable[[date], date | None]


class Timed(Struct, frozen=True):
    """A step with its length, and the days on which it is done; unknown says whom to ask.

    `likely_rests_on` is what the lengths up to and including its own rest on; empty where `likely`
    is unknown.
    """

    step: Doing
    duration: Duration | Unknown
    earliest: date | Unknown
    likely: date | Unknown
    likely_rests_on: tuple[RestsOn, ...]


class _Lasting(Struct, frozen=True):
    """How long a step takes, and its ends in the shortest and the longest form, where known."""

    duration: Duration | Unknown
    soonest: Ends
    likely: Ends
    ask: str


def timed(case: Case, steps: Sequence[Doing], wishes: Wishes) -> Iterator[Timed]:
    """Yield the steps with their days, from the start of the plan on."""
    start = wishes.start or case.day.date
    earliest: date | Unknown = start
    likely: date | Unknown = start
    grounds: tuple[RestsOn, ...] = ()
    for step in steps:
        lasting = _lasting(case, step, wishes)
        earliest = _ended(earliest, lasting.soonest, lasting.ask)
        likely = _ended(likely, lasting.likely, lasting.ask)
        grounds = () if isinstance(likely, Unknown) else _with(grounds, lasting.duration)
        yield Timed(step, lasting.duration, earliest, likely, grounds)


def _with(grounds: tuple[RestsOn, ...], duration: Duration | Unknown) -> tuple[RestsOn, ...]:
    """Return grounds with that of a known length, each once, in the order of `RestsOn`."""
    assert isinstance(duration, Duration)  # a day that follows is known
    return tuple(ground for ground in get_args(RestsOn) if ground in (*grounds, duration.rests_on))


def _ended(begin: date | Unknown, ends: Ends, ask: str) -> date | Unknown:
    if isinstance(begin, Unknown):
        return begin
    return ends(begin) or Unknown(ask=ask)


def _lasting(case: Case, step: Doing, wishes: Wishes) -> _Lasting:
    if isinstance(step, ToTake):
        return _training(case, step, wishes)
    if isinstance(step, ToWorkUp):
        ask = say("plan-ask-experience")
        assumed = wishes.experience.get(step.level)
        return _assumed(assumed, ask) if assumed else _not_known(ask)
    return _gaining(case, step)


def _assumed(length: Length, ask: str) -> _Lasting:
    duration = Duration(
        low=length.days.low,
        high=length.days.high,
        text=say("plan-assumed-length", length=length),
        rests_on="assumed",
        sources=(),
    )
    return _Lasting(
        duration,
        lambda day: length.after(day, most=False),
        lambda day: length.after(day, most=True),
        ask,
    )


def _not_known(ask: str) -> _Lasting:
    return _Lasting(Unknown(ask=ask), lambda day: None, lambda day: None, ask)


def _training(case: Case, step: ToTake, wishes: Wishes) -> _Lasting:
    certification, ask = step.certification, case.day.owner(step.certification).ask
    if assumed := wishes.training.get(certification):
        return _assumed(assumed, ask)
    days = training_days(case.day, certification)
    # A renewal asks for no course; how long it takes is not published.
    if step.case.holds(certification) or not isinstance(days, TrainingDays):
        return _not_known(ask)
    study = study_days(case, certification)
    return _Lasting(
        Duration(
            low=days.low,
            high=days.high,
            text=days_words(days, "training day"),
            rests_on="published",
            sources=days.sources,
        ),
        lambda day: days_later(day, math.ceil(days.low)),
        lambda day: None if study is None else days_later(day, math.ceil(days.high) + study),
        ask,
    )


def study_days(case: Case, certification: str) -> int | None:
    """Return the most calendar days that people are said to study besides; None if not known.

    Hours of study count only where the person said how many a week they have.
    """
    hours = case.profile.hours_per_week
    known: list[int] = []
    for study in study_times(case.day, certification):
        if study.unit == "days":
            known.append(math.ceil(study.high))
        elif hours is not None:
            known.append(math.ceil(study.high / hours.low * 7))
    return max(known, default=None)


def _gaining(case: Case, step: ToGain) -> _Lasting:
    gain = step.gain
    if gain.fact == "pmo_education_hours":
        return _learning(case, step)
    if gain.now is None:
        return _not_known(say("plan-ask-yourself", noun=BY_KEY[gain.fact].noun))
    span = waiting(gain)
    years = [max(0.0, gain.to - now) for now in (gain.now.high, gain.now.low)]
    return _Lasting(
        Duration(
            low=span.low,
            high=span.high,
            text=_more(years[0], years[1], "year"),
            rests_on="published",
            sources=sources_of(*asking(step, case.day)),
        ),
        lambda day: days_later(day, span.low),
        lambda day: days_later(day, span.high),
        "",
    )


def _learning(case: Case, step: ToGain) -> _Lasting:
    """Return how long hours of learning take at the person's hours a week."""
    now, week = step.gain.now, case.profile.hours_per_week
    if now is None or week is None:
        fact = "hours_per_week" if week is None else step.gain.fact
        return _not_known(say("plan-ask-yourself", noun=BY_KEY[fact].noun))
    hours = [max(0.0, step.gain.to - known) for known in (now.high, now.low)]
    days = [
        math.ceil(left / pace * 7) for left, pace in zip(hours, (week.high, week.low), strict=True)
    ]
    duration = Duration(
        low=days[0],
        high=days[1],
        text=say("plan-hours", hours=_more(hours[0], hours[1], "hour"), week=counted(week, "hour")),
        rests_on="ours",
        sources=(OURS,),
    )
    return _Lasting(
        duration,
        lambda day: days_later(day, days[0]),
        lambda day: days_later(day, days[1]),
        "",
    )


def _more(low: float, high: float, noun: str) -> str:
    return f"{from_to(low, high)} {noun}" + ("" if low == high == 1 else "s")
