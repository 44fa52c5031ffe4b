"""The limits of a person, and how a plan stands to them: kept, perhaps broken, or surely broken."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from msgspec import Struct

from pmo_path.answers.budget_and_time import days_later
from pmo_path.answers.plans.lacking import ends, lacking_parts, lacking_work
from pmo_path.answers.plans.stages import LevelStage, experience_levels
from pmo_path.answers.plans.takes import Takes
from pmo_path.contract.plan import LimitState, PlanLimit
from pmo_path.contract.unknown import Lacking, Unknown
from pmo_path.core.scalars import number_text
from pmo_path.engine.pareto import UNKNOWN, Measures, Part, Span, total
from pmo_path.engine.plan_search import Found, Way
from pmo_path.messages.catalog import say
from pmo_path.messages.grammar import join, long_date
from pmo_path.messages.phrases import from_to


class Limits(Struct, frozen=True):
    """The limits of a person, for ways through some levels that begin on a day."""

    takes: Takes
    start: date
    levels: Sequence[LevelStage]

    def allow(self, found: Found) -> bool:
        """Whether a plan does not surely break a limit."""
        return "broken" not in (self._of_budget(found.measures), self._of_day(found))

    def of(self, found: Found) -> tuple[PlanLimit, ...]:
        """Return how a plan stands to each limit that the person gave."""
        return (*self._budget(found.measures), *self._needed_by(found))

    def _before(self, way: Way) -> Mapping[str, Span]:
        """Return the days of working up that pass before the last exam of a way, by the level."""
        taken: set[str] = set()
        passed: dict[str, Span] = {}
        before: dict[str, Span] = {}
        climbed = experience_levels(self.takes.case, self.levels[-1].level)
        for stage, place in zip(self.levels, way, strict=True):
            if new := {*stage.choices[place].steps} - taken:
                taken, before = taken | new, {**passed}
            if stage.level in climbed:
                length = self.takes.wishes.experience.get(stage.level)
                passed[stage.level] = length.days if length else UNKNOWN
        return before

    def _of_budget(self, measures: Measures) -> LimitState | None:
        budget = self.takes.case.profile.budget
        if budget is None:
            return None
        return _state(total(measures.money.values()), float(budget.amount))

    def _of_day(self, found: Found) -> LimitState | None:
        needed = self.takes.case.profile.needed_by
        if needed is None:
            return None
        days = total([*found.measures.days.values(), *self._before(found.way).values()])
        return _state(days, (needed - self.start).days)

    def _budget(self, measures: Measures) -> Iterator[PlanLimit]:
        budget, state = self.takes.case.profile.budget, self._of_budget(measures)
        if budget is None or state is None:
            return
        cost, names = total(measures.money.values()), self._unknown(measures.money)
        lacking = tuple(lacking_parts(self.takes, "money", measures.money))
        low, high = ends(cost, lacking)
        text = say(
            f"plan-budget-{'unknown' if names and state == 'open' else state}",
            budget=budget,
            cost="" if names else f"{from_to(cost.low, cost.high)} {budget.currency}",
            least=f"{number_text(cost.low)} {budget.currency}",
            names=names,
        )
        yield PlanLimit(
            limit="budget",
            state=state,
            low=low,
            high=high,
            unit=budget.currency,
            lacking=lacking,
            soonest=None,
            text=text,
        )

    def _needed_by(self, found: Found) -> Iterator[PlanLimit]:
        needed, state = self.takes.case.profile.needed_by, self._of_day(found)
        if needed is None or state is None:
            return
        days, work = found.measures.days, self._before(found.way)
        training, before, names = total(days.values()), total(work.values()), self._unknown(days)
        missing = [say("plan-missing-training", names=names)] if names else []
        missing += [say("plan-missing-work")] if before.low != before.high else []
        soonest = days_later(self.start, before.low + math.ceil(training.low))
        lacking = (*lacking_parts(self.takes, "days", days), *self._lacking_work(work))
        low, high = ends(total([training, before]), lacking)
        text = say(
            f"plan-needed-{'unknown' if missing and state == 'open' else state}",
            needed=long_date(needed),
            soonest=long_date(soonest),
            missing=join(missing),
        )
        yield PlanLimit(
            limit="needed_by",
            state=state,
            low=low,
            high=high,
            unit="days",
            lacking=lacking,
            soonest=low if isinstance(low, Unknown) else soonest.isoformat(),
            text=text,
        )

    def _lacking_work(self, work: Mapping[str, Span]) -> Iterator[Lacking]:
        for level, span in work.items():
            if math.isinf(span.high):
                yield lacking_work(self.takes.case.day, level)

    def _unknown(self, taken: Mapping[Part, Span]) -> str:
        """Return the certifications of which it is not known what they take."""
        unknown = (part for part, span in taken.items() if math.isinf(span.high))
        return join(self.takes.case.day.short(part) for part in unknown if isinstance(part, str))


def _state(span: Span, most: float) -> LimitState:
    return "broken" if span.low > most else "kept" if span.high <= most else "open"
