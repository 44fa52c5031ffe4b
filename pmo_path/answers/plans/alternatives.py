"""Which plans are shown: the first, and others that differ from it in what people ask for.

First those that are surely better than the first plan on a criterion, as that is asked for when the
first cannot be taken; then those that end with another choice for the target. None is dominated.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Iterator

from pmo_path.answers.plans.comparison import CRITERIA
from pmo_path.engine.pareto import Part, surely_better
from pmo_path.engine.plan_search import Found, Search

MOST_SHOWN = 5


def worth_showing(result: Search) -> list[Found]:
    """Return the first plan and up to four others, in order of fit; none where none is allowed."""
    first = _next(result, lambda one: True)
    if first is None:
        return []
    wanted = itertools.chain((first,), _better(result, first), _elsewhere(result))
    chosen = tuple(itertools.islice(distinct(wanted), MOST_SHOWN))
    return [one for one in result.allowed if one in chosen]


def distinct(plans: Iterable[Found]) -> Iterator[Found]:
    """Yield plans in order, without those that take what an earlier one takes."""
    known: set[frozenset[Part]] = set()
    for one in plans:
        taken = frozenset(one.measures.days)
        if taken not in known:
            known.add(taken)
            yield one


def _better(result: Search, first: Found) -> Iterator[Found]:
    """Yield, for each criterion, the best plan that is surely better on it than the first."""
    open_ = set(CRITERIA)
    for one in result.allowed:
        new = open_.intersection(surely_better(one.measures, first.measures))
        if new and result.is_undominated(one):
            open_ -= new
            yield one


def _elsewhere(result: Search) -> Iterator[Found]:
    """Yield the first plan of each choice for the target."""
    for target in dict.fromkeys(one.way[-1] for one in result.allowed):
        found = _next(result, lambda one, place=target: one.way[-1] == place)  # type: ignore[misc]
        if found:
            yield found


def _next(result: Search, wanted: Callable[[Found], bool]) -> Found | None:
    """Return the best undominated plan that is wanted."""
    return next((one for one in result.allowed if wanted(one) and result.is_undominated(one)), None)
