"""Whole decisions: every class of people by all ways together, and the sentences of its answers.

The effect of awards on one way is proved for every way. Whole decisions are tried for each class
with awards not said, with none, and with one combination of awards, another one each time.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from msgspec.structs import replace

from pmo_path.answers.advise import advise
from pmo_path.answers.cautions import cautions
from pmo_path.answers.verdict_reasons import considered_certification
from pmo_path.contract.advice import Caution
from pmo_path.core.json_text import json_data
from pmo_path.engine.decision import Decision, decide
from pmo_path.engine.equivalence import representative_profile
from pmo_path.model.on_day import Day
from pmo_path.profile.profile import Held, Profile
from proof.career_plans import planned
from proof.cells import award
from proof.cheapest import explained
from proof.held import may_be_step
from proof.laws import Counts, whole
from proof.people import with_the_rest
from proof.sentences import unfinished

Found = Iterator[str]
CHANGING = ("later", "not_eligible")


@dataclass(frozen=True, slots=True)
class Shares:
    """The step between the classes of which verdicts, advice, explanation and plan are checked."""

    verdicts: int
    advices: int
    explained: int
    planned: int


def prove_whole(
    day: Day, everybody: Iterable[Profile], shares: Shares, counts: Counts
) -> list[str]:
    """Check the decisions of all classes, and the sentences of a share; return the findings."""
    wrong: list[str] = []
    rest = _rest(day)
    for number, profile in enumerate(everybody):
        counts.add("classes of people, all ways together, awards apart")
        said = rest[number % len(rest)]
        profile = replace(
            profile,
            pmo_education_hours=said.pmo_education_hours,
            reads=said.reads if profile.reads is None else profile.reads,
            experience_accepted=said.experience_accepted,
        )
        for place, held in enumerate((None, (), held_by(day, number))):
            decision = decide(day, replace(profile, holds=held))
            counts.add("whole decisions")
            findings = [*whole(decision), *_reason(decision)]
            for share, check in (
                (1, of_its_class),
                (shares.verdicts, verdicts),
                (shares.advices, told),
                (shares.explained, explained),
                (shares.planned, planned),
            ):
                if number % share == 0 and place == number // share % 3:
                    findings += check(decision, counts)
            wrong += [
                f"{day.date} {finding}: {decision.case.profile.plain()}" for finding in findings
            ]
    return wrong


def _rest(day: Day) -> list[Profile]:
    """Return every answer to what only entry requirements read."""
    every = (profile for end in day.destinations for profile in with_the_rest(day, end, Profile()))
    return list(dict.fromkeys(every))


def held_by(day: Day, number: int) -> tuple[Held, ...]:
    """Return a combination of awards that may be steps, by its number.

    Each award is not held, valid or lapsed.
    """
    awards_held = []
    for name in sorted(day.catalogue.certifications):
        if not may_be_step(day, name) or not (day.listed(name)):
            continue
        lapsed = award(day, name, "lapsed")
        ways = [None, Held(name), *([Held(name, lapsed)] if lapsed else [])]
        number, place = divmod(number, len(ways))
        if held := ways[place]:
            awards_held.append(held)
    return tuple(awards_held)


def of_its_class(decision: Decision, counts: Counts) -> Found:
    """The decision about the one who stands for a class is that about each of it."""
    counts.add("decisions against those of their class")
    day, profile = decision.case.day, decision.case.profile
    stands = decide(day, representative_profile(day, profile))
    if stands.verdicts != decision.verdicts or stands.next_steps != decision.next_steps:
        yield "the class is decided about otherwise"


def _reason(decision: Decision) -> Found:
    """There is a next step, or a reason for none; every word of warning is finished."""
    warned = cautions(decision)
    yield from unfinished(json_data(warned))
    if not decision.next_steps and not _says_why(warned):
        yield "no next step and no reason"
    if bool(decision.next_steps) != bool(decision.ranked):
        yield "a route without a next step"


def _says_why(warned: Iterable[Caution]) -> bool:
    return bool({"no-level", "nothing-fits", "leaves-pmo"} & {caution.rule for caution in warned})


def verdicts(decision: Decision, counts: Counts) -> Found:
    """Every verdict has a reason of finished sentences; changes are checked with theirs."""
    counts.add("verdicts in words", len(decision.verdicts))
    for name, verdict in decision.verdicts.items():
        if verdict not in CHANGING:
            said = considered_certification(
                decision, decision.case.day.catalogue.certifications[name]
            )
            yield from unfinished(json_data(said))
            if not said.because:
                yield f"{name} is {verdict}, and no reason is given"


def told(decision: Decision, counts: Counts) -> Found:
    """The same for a whole advice, with missing facts, development beyond the exam, and sources."""
    case = decision.case
    advice = advise(case.day.catalogue, case.profile, case.day.date)
    counts.add("whole advices")
    data = json_data(advice)
    del data["profile"]
    yield from unfinished(data)
    if not advice.next_step and not _says_why(advice.cautions):
        yield "an advice without a next step or a reason"
    for said in advice.considered:
        if not said.because:
            yield f"{said.certification} is {said.verdict}, and no reason is given"
