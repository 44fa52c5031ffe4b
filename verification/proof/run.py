"""Runs the proof, on several processes, and prints what it covered."""

from __future__ import annotations

import itertools
import multiprocessing
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path

from pmo_path.catalogue.load import load_catalogue
from pmo_path.model.catalogue import Catalogue
from pmo_path.model.on_day import on_day
from pmo_path.reports.text_short import MOST_LINES
from proof import answers, conditions, interviews, levels, people, reduction
from proof.cells import day_classes
from proof.cheapest import prove_changes
from proof.laws import Counts, prove_order, prove_plans
from proof.notices import prove_notices
from proof.screens import prove_screens, share_on_screen, too_long
from proof.whole import Shares, prove_whole

ROOT = Path(__file__).resolve().parents[2]
SMALL = ROOT / "tests" / "catalogues" / "valid" / "small"


@dataclass(frozen=True)
class Size:
    """How much is covered: every `step`-th case of people, and so on.

    `states` is the step between the states of knowledge of a condition that has many.
    `days` and `titles` select among the classes of days and the titles; of the classes that are
    whole decisions, every `screens`-th has its advice put on a screen.
    """

    name: str
    days: slice
    step: int
    states: int
    changes: int
    shares: Shares
    unreduced: int
    titles: slice
    screens: int


FULL = Size(
    "full",
    slice(None),
    1,
    1,
    1,
    Shares(verdicts=3, advices=40, explained=1_000, planned=400),
    1,
    slice(None),
    40,
)
QUICK = Size(
    "quick",
    slice(-1, None, -6),
    40_009,
    613,
    12_007,
    Shares(verdicts=3, advices=40, explained=1_000, planned=400),
    97,
    slice(3, 4),
    1,
)


@dataclass
class Part:
    """The counts and findings of one part of the run; interviews by questions, screens by lines."""

    counts: Counts = field(default_factory=Counts)
    wrong: list[str] = field(default_factory=list)
    lengths: dict[str, Counter[int]] = field(default_factory=dict)
    screens: Counter[int] = field(default_factory=Counter)
    seconds: float = 0.0


@cache
def catalogue() -> Catalogue:
    """Return the shipped catalogue, read once in each process."""
    return load_catalogue()


def prove_day(size: Size, number: int) -> Part:
    """Check plans, their order, whole decisions and what is said of them on one class of days."""
    part = Part()
    day = day_classes(catalogue())[number][0]
    classes, together = people.classes(day, size.step)
    part.counts.add("classes of people for one way, awards apart", len(classes))
    part.wrong, graded = prove_plans(day, classes.values(), part.counts)
    part.wrong += prove_order(day, graded, part.counts)
    part.wrong += prove_notices(day, graded.values(), part.counts)
    part.wrong += prove_whole(day, together, size.shares, part.counts)
    wrong, part.screens = prove_screens(day, together, size.screens)
    part.wrong += wrong
    return part


def prove_change(size: Size, number: int) -> Part:
    """Check the cheapest changes on one class of days."""
    part = Part()
    part.wrong = prove_changes(day_classes(catalogue())[number][0], part.counts, size.changes)
    return part


def prove_conditions(size: Size, _: int) -> Part:
    """Check every condition of every day, and every way to tell a level."""
    part, known = Part(), catalogue()
    for condition in conditions.conditions(known):
        part.counts.add("conditions")
        part.wrong += conditions.prove(condition, known.implies, part.counts, size.states)
    part.wrong += levels.prove_levels(known, part.counts, min(size.states, 17))
    return part


def prove_reduction(size: Size, _: int) -> Part:
    """Check the reduction on the small catalogue."""
    part = Part()
    day = on_day(load_catalogue(SMALL), date(2026, 11, 22))
    part.wrong = reduction.prove_reduction(day, part.counts, size.unreduced)
    part.wrong += reduction.prove_turns(day, part.counts, 10 * size.unreduced)
    return part


def prove_interview(size: Size, _: int) -> Part:
    """Walk the interviews on the last class of days."""
    part = Part()
    titles = answers.titles(catalogue())[size.titles]
    part.lengths, part.wrong = interviews.prove_interviews(
        day_classes(catalogue())[-1][0], titles, part.counts
    )
    return part


Job = tuple[Callable[[Size, int], Part], Size, int]


def jobs(size: Size) -> list[Job]:
    """Return the parts of a run, the longest first.

    The interview, the days with the newest first, the conditions, the reduction.
    """
    days = range(len(day_classes(catalogue())))[size.days]
    newest = sorted(days, reverse=True)
    parts: list[Job] = (
        [(prove_interview, size, 0)] if answers.titles(catalogue())[size.titles] else []
    )
    parts += [(check, size, number) for number in newest for check in (prove_day, prove_change)]
    return [*parts, (prove_conditions, size, 0), (prove_reduction, size, 0)]


def _work(job: Job) -> Part:
    started = time.perf_counter()
    part = job[0](job[1], job[2])
    part.seconds = time.perf_counter() - started
    print(
        f"  {job[0].__name__} {job[2]}: {part.seconds:.0f} s, {len(part.wrong)} findings",
        flush=True,
    )
    return part


def run(size: Size, processes: int) -> tuple[Part, float]:
    """Run every part; return what all covered and found, and how long it took in seconds."""
    started = time.perf_counter()
    if processes == 1:
        parts = [_work(job) for job in jobs(size)]
    else:
        tellings = answers.tellings(catalogue())  # before the processes part: each then has them
        assert tellings
        with multiprocessing.get_context("fork").Pool(processes) as pool:
            parts = list(pool.imap_unordered(_work, jobs(size), chunksize=1))
    whole = Part()
    whole.counts.add("classes of days", len(range(len(day_classes(catalogue())))[size.days]))
    for part in parts:
        for name, number in part.counts.items():
            whole.counts.add(name, number)
        whole.wrong += part.wrong
        whole.lengths |= part.lengths
        whole.screens += part.screens
    whole.wrong += too_long(whole.screens)
    return whole, time.perf_counter() - started


def lines(part: Part) -> Iterator[str]:
    """Yield what was covered, a line each."""
    for name, number in part.counts.items():
        yield f"{number:>12,} {name}"
    for name, spread in part.lengths.items():
        yield f"{spread.total():>12,} {name}: {_spread(spread)}, at most {max(spread)} questions"
    if part.screens:
        yield (
            f"{part.screens.total():>12,} people, the short form of an advice: "
            f"{share_on_screen(part.screens):.1%} in {MOST_LINES} lines or fewer, "
            f"{_spread(part.screens)}, at most {max(part.screens)} lines"
        )


def _spread(lengths: Counter[int]) -> str:
    """Return median and mean of some lengths."""
    ordered = sorted(lengths)
    below = list(itertools.accumulate(lengths[length] for length in ordered))
    middle = next(
        length for length, number in zip(ordered, below, strict=True) if 2 * number >= below[-1]
    )
    mean = sum(length * number for length, number in lengths.items()) / below[-1]
    return f"median {middle}, mean {mean:.2f}"
