"""The limits of a person, and how a plan stands to them: kept, perhaps broken, or surely broken."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from msgspec import Struct

from pmo_path.answers.budget_and_time import days_later
from pmo_path.answers.plans.takes import Takes
from pmo_path.contract.plan import LimitState, PlanLimit
from pmo_path.core.scalars import number_text
from pmo_path.engine.pareto import Measures, total
from pmo_path.messages.catalog import say
from pmo_path.messages.grammar import join, long_date
from pmo_path.messages.phrases import from_to


class Limits(Struct, frozen=True):
    """The limits of a person: `before` are the days that pass in any plan before its last exam."""

    takes: Takes
    start: date
    before: float

    def allow(self, measures: Measures) -> bool:
        """Whether a plan does not surely break a limit."""
        return all(limit.state != "broken" for limit in self.of(measures))

    def of(self, measures: Measures) -> tuple[PlanLimit, ...]:
        """Return how a plan stands to each limit that the person gave."""
        return (*self._budget(measures), *self._needed_by(measures))

    def _budget(self, measures: Measures) -> Iterator[PlanLimit]:
        budget = self.takes.case.profile.budget
        if budget is None:
            return
        cost, amount = total(measures.money.values()), float(budget.amount)
        unknown = [name for name, span in measures.money.items() if span.high == float("inf")]
        state: LimitState = (
            "broken" if cost.low > amount else "kept" if cost.high <= amount else "open"
        )
        known = [name for name in measures.money if name not in unknown]
        text = say(
            f"plan-budget-{'unknown' if unknown and state == 'open' else state}",
            budget=budget,
            cost=f"{from_to(cost.low, cost.high)} {budget.currency}" if not unknown else "",
            least=f"{number_text(cost.low)} {budget.currency}",
            names=self._names(unknown),
            known=self._names(known),
        )
        yield PlanLimit(limit="budget", state=state, text=text)

    def _needed_by(self, measures: Measures) -> Iterator[PlanLimit]:
        needed = self.takes.case.profile.needed_by
        if needed is None:
            return
        span = total(measures.days.values())
        soonest = days_later(self.start, self.before + span.low)
        unknown = [part for part, days in measures.days.items() if days.high == float("inf")]
        state: LimitState = (
            "broken"
            if soonest > needed
            else "open"
            if unknown or days_later(self.start, self.before + span.high) > needed
            else "kept"
        )
        names = [part for part in unknown if isinstance(part, str)]
        text = say(
            f"plan-needed-{'unknown' if names and state == 'open' else state}",
            needed=long_date(needed),
            soonest=long_date(soonest),
            names=self._names(names),
        )
        yield PlanLimit(limit="needed_by", state=state, text=text)

    def _names(self, certifications: Sequence[object]) -> str:
        return join(self.takes.case.day.short(str(name)) for name in certifications)
