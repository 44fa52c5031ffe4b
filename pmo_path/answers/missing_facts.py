"""Open facts that could change the answer, found by trying their possible values.

Each open fact that the decision depends on is tried alone, with one representative of each cell
that the catalogue's conditions and the inference of the level distinguish (of goals, PMO types and
certifications, one item at a time). The fact could change whatever differs in these trials.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator

from msgspec import Struct

from pmo_path.contract.advice import Decides, MissingFact
from pmo_path.core.memory import remembered
from pmo_path.engine.answer_effects import Reader, answers_with_effects, conditions_that_bear
from pmo_path.engine.career_level import level_facts
from pmo_path.engine.decision import ADVISED, Decision, Outcome
from pmo_path.engine.equivalence import representative_profile
from pmo_path.engine.relevance import (
    certificates_without_kind,
    is_settled,
    relevant_facts,
)
from pmo_path.engine.situation import knowing
from pmo_path.messages.catalog import say
from pmo_path.messages.grammar import join
from pmo_path.model.on_day import Day
from pmo_path.profile.fact_row import Row
from pmo_path.profile.facts import FACTS
from pmo_path.profile.profile import Profile


class Trial(Struct, frozen=True):
    """One possible answer to an open fact, in words, and the outcome it leads to."""

    answer: str
    outcome: Outcome


def missing_facts(decision: Decision) -> tuple[MissingFact, ...]:
    """Return the open facts that could change the answer.

    Those come first of whose answers the largest share changes the next steps.
    """
    case = decision.case
    # An answer about the kind of a certificate has its name, which a representative has not.
    exact = ("holds_other",) if certificates_without_kind(case.day, case.profile) else ()
    return _missing_facts(
        case.day, representative_profile(case.day, case.profile, *exact), decision
    )


@remembered(1024, key=lambda day, profile, decision: (day, profile))
def _missing_facts(day: Day, profile: Profile, decision: Decision) -> tuple[MissingFact, ...]:
    """Return the missing facts of an equivalence class, given its representative and a decision."""
    decision = decision.for_class(profile)
    hangs_on, bearing = relevant_facts(decision.case), conditions_that_bear(decision)
    blocked = _blocked(decision)
    outcomes: dict[Hashable, Outcome] = {None: decision.outcome}
    weighted: list[tuple[float, MissingFact]] = []
    for row in FACTS:
        if not is_open(decision, row):
            continue
        tried = list(trials(decision, row, bearing, outcomes)) if row.key in hangs_on else []
        missing = _missing(decision, row, tried, blocked.get(row.key, set()))
        if missing:
            weighted.append((len(missing.decides) / max(1, len(tried)), missing))
    return _same(tuple(missing for _, missing in sorted(weighted, key=lambda row: -row[0])))


@remembered(1024)
def _same(missing: tuple[MissingFact, ...]) -> tuple[MissingFact, ...]:
    """Intern equal results: many equivalence classes lack the same facts."""
    return missing


def is_open(decision: Decision, row: Row) -> bool:
    """Return whether a fact may be asked and is not settled yet."""
    case = decision.case
    if row.question is None or row.key == "role":  # the level is asked for instead
        return False
    if row.key == "experience_level":
        return case.profile.experience_level is None and (
            case.level.assumed or not case.level.levels
        )
    if row.key == "years_in_pmo" and level_facts(case.day.catalogue, case.profile):
        return False  # years only help to infer the level, which is asked directly
    if row.key == "target_level" and "next-level" in (case.profile.goals or ()):
        return False
    return not is_settled(case.day, case.profile, row)


def trials(
    decision: Decision, row: Row, bearing: frozenset[Reader], outcomes: dict[Hashable, Outcome]
) -> Iterator[Trial]:
    """Yield a trial for every distinguishable answer to a fact.

    `outcomes` are those known by the effects of answers, and get those that are found.
    """
    for answer in answers_with_effects(decision, row, bearing):
        if answer.effect not in outcomes:
            outcomes[answer.effect] = decision.instead(
                knowing(decision.case, {row.key: answer.value})
            )
        yield Trial(answer.words, outcomes[answer.effect])


def _blocked(decision: Decision) -> dict[str, set[str]]:
    """Return by open fact the certifications whose entry requirements it leaves unknown."""
    blocked: dict[str, set[str]] = {}
    for certification, verdict in decision.verdicts.items():
        if verdict in (*ADVISED, "unknown"):
            for fact in decision.case.eligibility(certification).missing:
                blocked.setdefault(fact, set()).add(certification)
    return blocked


def _missing(
    decision: Decision, row: Row, tried: list[Trial], blocking: set[str]
) -> MissingFact | None:
    case = decision.case
    next_steps = decision.next_steps
    outcomes = {id(trial.outcome): trial.outcome for trial in tried}
    changed = {
        certification
        for outcome in outcomes.values()
        if outcome.verdicts != decision.verdicts
        for certification, verdict in outcome.verdicts.items()
        if verdict != decision.verdicts[certification] and (row.key != "holds" or verdict != "held")
    }
    decides = tuple(
        Decides(answer=trial.answer, next_steps=trial.outcome.next_steps)
        for trial in tried
        if trial.outcome.next_steps != next_steps
    )
    if not changed and not blocking:
        return None
    names = join(case.day.short(certification) for certification in sorted(changed | blocking)[:4])
    code = (
        "missing-decides" if decides else "missing-eligibility" if blocking else "missing-verdicts"
    )
    return MissingFact(
        fact=row.key,
        why=say(code, names=names),
        could_change=tuple(sorted(changed | blocking)),
        decides=decides,
    )
