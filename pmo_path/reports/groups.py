"""What is the same of several certifications, facts or routes, put together to be said once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from pmo_path.contract.advice import Advice, Considered, MissingFact, Reason, Route, Step
from pmo_path.messages.grammar import join
from pmo_path.reports.sections import other_certifications

# Verdicts of certifications that are not advised, in the order in which they are told.
VERDICTS = ("later", "not_eligible", "unknown", "not_suitable", "unavailable")


class Shared(Struct, frozen=True):
    """What tied routes have in common: why they stand there, and reasons for their first steps."""

    because: tuple[str, ...] = ()
    reasons: tuple[Reason, ...] = ()

    def own_because(self, route: Route) -> tuple[str, ...]:
        """Return why a route stands there, without what others share."""
        return tuple(text for text in route.because if text not in self.because)

    def own_reasons(self, step: Step) -> tuple[Reason, ...]:
        """Return the reasons for a step, without those that others share."""
        shared = {reason.text for reason in self.reasons}
        return tuple(reason for reason in step.because if reason.text not in shared)


def alike_certifications(advice: Advice) -> list[list[Considered]]:
    """Return the certifications that are not advised, those with the same main reason together, by
    verdict, the fewest first.
    """
    alike: dict[str, list[Considered]] = {}
    for considered in other_certifications(advice):
        alike.setdefault(main_reason(considered), []).append(considered)
    return sorted(alike.values(), key=lambda group: (VERDICTS.index(group[0].verdict), len(group)))


def routed_groups(advice: Advice) -> list[list[Considered]]:
    """Return those of `alike_certifications` that are on offer and not outside our routes."""
    return [
        group
        for group in alike_certifications(advice)
        if group[0].verdict != "unavailable" and not group[0].is_outside
    ]


def main_reason(considered: Considered) -> str:
    """Return the reason that a certification lies outside our routes, or else the first."""
    outside = (reason.text for reason in considered.because if reason.rule == "neighbour")
    return next(outside, considered.because[0].text if considered.because else "")


def more_reasons(considered: Considered) -> Iterator[str]:
    """Yield the reasons besides the main one."""
    main = main_reason(considered)
    yield from (reason.text for reason in considered.because if reason.text != main)


def told_of_some(
    group: Sequence[Considered], sentences: Callable[[Considered], Iterable[str]]
) -> Iterator[tuple[str, str]]:
    """Yield each sentence about a group once, with the names of whom it is about; none for all."""
    sharers: dict[str, list[str]] = {}
    for considered in group:
        for sentence in sentences(considered):
            sharers.setdefault(sentence, []).append(considered.short)
    for sentence, names in sharers.items():
        yield "" if len(names) == len(group) else join(names), sentence


def missing_groups(advice: Advice) -> list[tuple[list[MissingFact], str]]:
    """Return the missing facts, those that could change the same together, with what that is."""
    alike: dict[str, list[MissingFact]] = {}
    for missing in advice.missing_facts:
        alike.setdefault(missing.why, []).append(missing)
    return [(facts, why) for why, facts in alike.items()]


def shared_by(routes: Sequence[Route]) -> Shared:
    """Return what several routes of the same rank have in common; nothing of one alone."""
    if len(routes) < 2:
        return Shared()
    because = (text for route in routes for text in route.because)
    reasons: dict[str, list[Reason]] = {}
    for route in routes:
        for reason in route.steps[0].because:
            reasons.setdefault(reason.text, []).append(reason)
    return Shared(
        tuple(text for text, count in Counter(because).items() if count == len(routes)),
        tuple(_together(same) for same in reasons.values() if len(same) == len(routes)),
    )


def _together(same: Sequence[Reason]) -> Reason:
    """Return one reason with the sources of all."""
    sources = dict.fromkeys(source for reason in same for source in reason.sources)
    return replace(same[0], sources=tuple(sources))
