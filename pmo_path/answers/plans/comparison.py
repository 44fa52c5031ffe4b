"""What a plan is on every criterion in words, and how it stands to the first plan."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, get_args

from msgspec import Struct

from pmo_path.answers.level_words import level_name
from pmo_path.answers.plans.lacking import ends, lacking_parts
from pmo_path.answers.plans.stages import Choice, Gain, LevelStage
from pmo_path.answers.plans.takes import Takes
from pmo_path.answers.ranking_words import criterion_words
from pmo_path.contract.plan import CriterionName, Measure, NotKnown, Standing
from pmo_path.engine.pareto import Measures, Part, Span, private, surely_better, total
from pmo_path.engine.plan_search import Found
from pmo_path.engine.ranking import deciding_criterion
from pmo_path.messages.catalog import say
from pmo_path.messages.grammar import counted, join
from pmo_path.messages.phrases import from_to
from pmo_path.model.catalogue import ON_OFFER

CRITERIA: tuple[CriterionName, ...] = get_args(CriterionName)


class Measured(Struct, frozen=True):
    """A way through the levels with what it is on every criterion, and the choice for each."""

    found: Found
    choices: tuple[Choice, ...]

    @property
    def measures(self) -> Measures:
        """What the plan is on every criterion."""
        return self.found.measures


class Comparison(Struct, frozen=True):
    """Words for the plans of one person, each held against the `first`."""

    takes: Takes
    levels: Sequence[LevelStage]
    first: Measured

    def measures(self, plan: Measured) -> tuple[Measure, ...]:
        """Return what a plan is on every criterion, and how that stands to the first plan."""
        measures = plan.measures
        return (
            self._measure(plan, "fit", Span(min(measures.fit), max(measures.fit)), {}),
            *(
                self._measure(plan, criterion, total(taken.values()), taken)
                for criterion, taken in measures.taken
            ),
            self._measure(plan, "confidence", Span(measures.confidence, measures.confidence), {}),
        )

    def _measure(
        self, plan: Measured, name: CriterionName, span: Span, taken: Mapping[Part, Span]
    ) -> Measure:
        lacking = tuple(lacking_parts(self.takes, name, taken))
        low, high = ends(span, lacking)
        return Measure(
            criterion=name,
            low=low,
            high=high,
            lacking=lacking,
            text=self._text(plan, name, span),
            standing=standing(plan.measures, self.first.measures, name),
        )

    def _text(self, plan: Measured, name: CriterionName, span: Span) -> str:
        if name == "fit":
            return " ".join(self._fit(plan))
        if name == "confidence":
            names = join(map(self._short, self._least_sure(plan)))
            return say(f"plan-confidence-{plan.measures.confidence}", names=names)
        return self._sum(plan, name, dict(plan.measures.taken)[name], span)

    def _least_sure(self, plan: Measured) -> tuple[str, ...]:
        """Return the certifications of a plan that are least surely on offer, each once."""
        status = self.takes.case.day.status
        steps = dict.fromkeys(step for choice in plan.choices for step in choice.steps)
        sure = plan.measures.confidence
        return tuple(step for step in steps if ON_OFFER.index(status[step]) == sure)

    def not_on_offer(self, plan: Measured) -> Iterator[NotKnown]:
        """Yield that not all of a plan is known to be on offer, if so."""
        if plan.measures.confidence:
            doubtful, day = self._least_sure(plan), self.takes.case.day
            yield NotKnown(
                code="offer",
                certifications=doubtful,
                ask="; ".join(dict.fromkeys(day.owner(step).ask for step in doubtful)),
                text=self._text(plan, "confidence", Span(0, 0)),
            )

    def _sum(
        self, plan: Measured, name: CriterionName, taken: Mapping[Part, Span], span: Span
    ) -> str:
        """Return a sum in words: at least so much, where a part of it is not known."""
        lacking = [part for part, one in taken.items() if math.isinf(one.high)]
        names = join(self._part(part) for part in lacking)
        known = len(lacking) < len(taken)
        code = "" if not lacking else "-at-least" if known and span.low else "-unknown"
        return say(f"plan-{name}{code}", sum=self._amount(name, span, known), names=names)

    def _amount(self, name: CriterionName, span: Span, known: bool) -> str:
        high = span.low if math.isinf(span.high) else span.high
        if name == "money":
            return f"{from_to(span.low, high)} {self.takes.currency}" if self.takes.currency else ""
        if name == "renewals" and high == 0:
            return say("plan-no-renewals")
        noun = "day" if name == "days" else "renewal"
        return counted(high, noun) if span.low == high else f"{from_to(span.low, high)} {noun}s"

    def _fit(self, plan: Measured) -> Iterator[str]:
        if max(plan.measures.fit) == 1:
            yield say("plan-fit-first")
            return
        for stage, choice in reversed([*zip(self.levels, plan.choices, strict=True)]):
            if choice.rank > 1:
                yield self._lower(stage, choice)

    def _lower(self, stage: LevelStage, choice: Choice) -> str:
        """Return why a choice does not come first for its level."""
        level, best = level_name(self.takes.case.day.catalogue, stage.level), stage.choices[0]
        if choice.ranked is None:
            return say("plan-fit-nothing", level=level)
        if choice.gains:
            return say("plan-fit-gains", level=level, name=self._short(choice.steps[-1]))
        assert best.ranked  # what stands lower has something above it
        criterion = deciding_criterion(best.ranked, choice.ranked) or ""
        return say(
            "plan-fit-lower",
            level=level,
            other=self._short(best.steps[-1]),
            criterion=criterion_words(choice.case, criterion, best.ranked.plan),
        )

    def gains(self, plan: Measured) -> tuple[str, ...]:
        """Return what a plan has over the first one, for sure."""
        return tuple(self._differences(plan, "better", "no-worse"))

    def gives_up(self, plan: Measured) -> tuple[str, ...]:
        """Return what a plan gives up against the first one, for sure."""
        lower = self._fit(plan) if self._standing(plan, "fit") == "worse" else ()
        return (*lower, *self._differences(plan, "worse", "no-better"))

    def not_known(self, plan: Measured) -> str:
        """Return in what nobody can compare a plan with the first one; empty if in all."""
        open_ = [name for name in CRITERIA if self._standing(plan, name) == "unknown"]
        names = join(say(f"plan-name-{name}") for name in open_)
        return say("plan-not-known", names=names) if open_ else ""

    def _standing(self, plan: Measured, name: CriterionName) -> Standing:
        return standing(plan.measures, self.first.measures, name)

    def _differences(self, plan: Measured, surely: Standing, perhaps: Standing) -> Iterator[str]:
        """Yield on what a plan differs from the first one: for sure, or if at all."""
        for name in CRITERIA:
            found = self._standing(plan, name)
            if found == surely and (name, surely) != ("fit", "worse"):
                yield say(f"plan-{surely}-{name}", much=self._much(plan, name))
            elif found == perhaps:
                yield say(f"plan-no-{'more' if perhaps == 'no-worse' else 'less'}-{name}")

    def _much(self, plan: Measured, name: CriterionName) -> str:
        """Return by how much a plan differs from the first, at least; empty where it is no sum."""
        taken, other = dict(plan.measures.taken), dict(self.first.measures.taken)
        if name not in taken:
            return ""
        ends = private(taken[name], other[name]), private(other[name], taken[name])
        less, more = sorted(ends, key=lambda span: span.low)
        least = more.low - less.high
        exact = less.low == less.high and more.low == more.high
        amount = self._amount(name, Span(least, least), True)
        return amount if exact else say("plan-at-least", amount=amount)

    def _part(self, part: Any) -> str:
        """Return what takes something, by its name."""
        if isinstance(part, Gain):
            return say("plan-part-gain")
        return self._short(part) if part in self.takes.case.day.catalogue.certifications else part

    def _short(self, certification: str) -> str:
        return self.takes.case.day.short(certification)


def standing(own: Measures, first: Measures, name: CriterionName) -> Standing:
    """Return how a plan stands to the first one on a criterion."""
    if name in surely_better(own, first):
        return "better"
    if name in surely_better(first, own):
        return "worse"
    if name in ("fit", "confidence"):
        return "equal" if getattr(own, name) == getattr(first, name) else "unknown"
    taken, other = dict(own.taken)[name], dict(first.taken)[name]
    more, less = private(taken, other), private(other, taken)
    if more == less and more.low == more.high:
        return "equal"
    if more.high <= less.low:
        return "no-worse"
    return "no-better" if less.high <= more.low else "unknown"
