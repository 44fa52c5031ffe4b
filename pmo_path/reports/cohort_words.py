"""Words, cells and tables that the sections of a cohort's summary share."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from pmo_path.contract.advice import Total
from pmo_path.contract.cohort import MemberStep, StepCount, Sum
from pmo_path.messages.catalog import say
from pmo_path.messages.grammar import join, long_date
from pmo_path.messages.phrases import days_words
from pmo_path.messages.price_phrases import sum_words
from pmo_path.reports.blocks import Line, Table

MOST_NAMES = 12  # people named in a cell; the plan has them all


def table(caption: str, heads: Sequence[str], rows: Iterable[tuple[Line, ...]]) -> Table:
    """Return a table; caption and heads are given by their codes."""
    return Table(
        caption=say(caption), heads=tuple(say(f"head-{code}") for code in heads), rows=tuple(rows)
    )


def step_name(step: MemberStep | StepCount) -> str:
    """Return the name of a next step, saying so if it is a renewal."""
    return say("renew-name", name=step.short) if step.action == "renew" else step.short


def sum_cell(total: Sum) -> str:
    """Return a sum in words, as a minimum where a part of it is not published."""
    return say("cell-at-least", value=amount(total)) if total.partly else amount(total)


def amount(total: Sum | Total) -> str:
    """Return an amount of money or of training days."""
    return sum_words(total, "theirs") if total.currency else days_words(total)


def names_words(people: Sequence[str]) -> str:
    """Return the first names, and how many more there are."""
    if len(people) <= MOST_NAMES:
        return join(people) or say("cell-nobody")
    return say("names-more", names=", ".join(people[:MOST_NAMES]), count=len(people) - MOST_NAMES)


def people_count(count: int) -> str:
    """Return `1 person` or `3 people`."""
    return number_of(count, "one-person", "many-people")


def number_of(count: int, single: str, many: str) -> str:
    """Return the sentence `single` for one, else `many` with the count."""
    return say(single if count == 1 else many, count=count)


def day_words(day: str) -> str:
    """Return an ISO date in words."""
    return long_date(date.fromisoformat(day))
