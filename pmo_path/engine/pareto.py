"""Which of several plans are undominated, by named criteria, where values may be unknown.

Nothing is weighted. One plan dominates another only if it is surely no worse on every criterion and
surely better on one. What two plans share cancels out, known or not: the same exam costs the same.
"""

from __future__ import annotations

import math
from collections.abc import Hashable, Iterable, Iterator, Mapping

from msgspec import Struct

from pmo_path.contract.plan import CriterionName

# The part of a plan that takes something, such as a certification.
Part = Hashable


class Span(Struct, frozen=True):
    """A number known to lie between two ends; `high` is infinite where nobody publishes one."""

    low: float
    high: float


UNKNOWN = Span(0, math.inf)


class Measures(Struct, frozen=True):
    """What a plan is on every criterion.

    `fit` is the place of its choice for each level, the target first, and `confidence` how surely
    its certifications are on offer: of both, smaller is better. `days` of training, `money` and
    `renewals` are told by the part that takes them.
    """

    fit: tuple[int, ...]
    days: Mapping[Part, Span]
    money: Mapping[Part, Span]
    renewals: Mapping[Part, Span]
    confidence: int

    @property
    def taken(self) -> tuple[tuple[CriterionName, Mapping[Part, Span]], ...]:
        """The criteria that are sums over parts."""
        return ("days", self.days), ("money", self.money), ("renewals", self.renewals)


def surely_better(one: Measures, other: Measures) -> tuple[CriterionName, ...]:
    """Return the criteria on which one plan is surely better than the other."""
    better: list[CriterionName] = (
        ["fit"] if _no_worse_fit(one, other) and one.fit != other.fit else []
    )
    better += [name for name, own, its in _sums(one, other) if own.high < its.low]
    return (*better, "confidence") if one.confidence < other.confidence else tuple(better)


def dominates(one: Measures, other: Measures) -> bool:
    """Whether one plan is surely no worse than the other everywhere, and surely better somewhere.

    A plan that needs nothing that the other does not need as well is no worse in what it takes.
    """
    return (
        one.confidence <= other.confidence
        and _no_worse_fit(one, other)
        and all(own.high <= its.low for _, own, its in _sums(one, other))
        and bool(surely_better(one, other))
    )


def total(taken: Iterable[Span]) -> Span:
    """Return the sum of some spans."""
    low = high = 0.0
    for span in taken:
        low, high = low + span.low, high + span.high
    return Span(low, high)


def _no_worse_fit(one: Measures, other: Measures) -> bool:
    return all(own <= its for own, its in zip(one.fit, other.fit, strict=True))


def _sums(one: Measures, other: Measures) -> Iterator[tuple[CriterionName, Span, Span]]:
    """Yield what each of two plans takes that the other does not, by criterion."""
    for (name, own), (_, its) in zip(one.taken, other.taken, strict=True):
        yield name, private(own, its), private(its, own)


def private(taken: Mapping[Part, Span], shared: Mapping[Part, Span]) -> Span:
    """Return the sum of what one plan takes and the other does not."""
    return total([span for part, span in taken.items() if part not in shared])
