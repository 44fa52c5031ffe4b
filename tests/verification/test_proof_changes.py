"""The proof of changes, of whole decisions and of what is only said: each check can find what it
looks for.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from datetime import date
from typing import Any

import paths
import pytest
from msgspec.structs import replace
from proof import (
    award_notices,
    cheapest,
    costs,
    flips,
    laws,
    notices,
    people,
    reduction,
    sentences,
    whole,
)
from proof.costs import is_distant
from strategies import shipped

from pmo_path.catalogue.load import load_catalogue
from pmo_path.conditions.syntax import Compare
from pmo_path.contract.advice import Change
from pmo_path.core.scalars import Range
from pmo_path.engine.decision import ADVISED, decide
from pmo_path.engine.situation import read_case
from pmo_path.model.on_day import on_day
from pmo_path.profile.meanings import GOALS, LEVELS
from pmo_path.profile.profile import Held, Profile

SMALL = on_day(load_catalogue(paths.SMALL), date(2026, 11, 22))
NOW = on_day(shipped(), date(2026, 11, 22))
SHARES = whole.Shares(verdicts=1, advices=7, explained=11, planned=13)


def asking() -> Iterator[Profile]:
    """Yield people who lack something for a demanding certification."""
    for years, hours, education in ((0.0, 0.0, "none"), (2.0, 10.0, "bachelor"), (3.0, 5.0, None)):
        yield Profile(
            experience_level="manager",
            years_in_projects=Range(years, years),
            pmo_education_hours=Range(hours, hours),
            education=education,
            holds=(),
        )


def test_the_cheapest_changes_of_the_small_catalogue_are_right() -> None:
    counts = laws.Counts()
    assert cheapest.prove_changes(SMALL, counts, step=7) == []
    assert counts["cheapest changes"] > 10
    assert counts["people and awards beyond whose aim something lies"] > 100


def test_the_changes_of_everybody_lead_where_those_of_their_class_lead() -> None:
    counts = laws.Counts()
    assert reduction.prove_turns(SMALL, counts, step=4_001) == []
    assert counts["people of the small catalogue who may change, unreduced"] > 10


def test_advised_is_what_the_verdict_says() -> None:
    for level, goal, aim in itertools.product((None, *LEVELS), (None, *GOALS), (None, *LEVELS)):
        goals = None if goal is None else (goal,)
        profile = Profile(experience_level=level, goals=goals, target_level=aim)
        if is_distant(NOW, profile):  # the steps to it are more than one plan
            continue
        verdicts = decide(NOW, profile).verdicts
        for one in NOW.destinations:
            assert flips.advised(read_case(NOW, profile), one) == (verdicts[one] in ADVISED)


@pytest.mark.parametrize("wrong", ["dear", "none", "useless"])
def test_a_change_that_is_not_the_cheapest_is_found(
    wrong: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    what = flips.Changing("pmi-pmocp", "not_eligible", costs.entry_facts(NOW, "pmi-pmocp"))
    profile = next(asking())
    engine = cheapest.smallest_change

    def other(decision: Any, certification: str) -> tuple[Change, ...]:
        found: tuple[Change, ...] = engine(decision, certification)
        if wrong == "none":
            return ()
        if wrong == "useless":
            return found[:1]
        return tuple(
            replace(one, to=5) if one.fact == "years_in_projects" else one for one in found
        )

    case = read_case(NOW, profile)
    flipping = [
        cost for cost, after in costs.changes(case, "pmi-pmocp", what.keys) if _advised(after)
    ]
    assert flipping
    assert list(cheapest._named(NOW, what, profile, min(flipping), laws.Counts())) == []
    monkeypatch.setattr(cheapest, "smallest_change", other)
    assert list(cheapest._named(NOW, what, profile, min(flipping), laws.Counts()))


def _advised(profile: Profile) -> bool:
    return flips.advised(read_case(NOW, profile), "pmi-pmocp")


def test_whole_decisions_of_the_small_catalogue() -> None:
    counts = laws.Counts()
    _, everybody = people.classes(SMALL)
    assert whole.prove_whole(SMALL, everybody, SHARES, counts) == []
    assert counts["whole decisions"] == 3 * len(everybody) > 100
    assert counts["whole advices"] > 10
    assert counts["changes of any fact"] > 10


def test_an_answer_without_a_next_step_or_a_reason_is_found(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(whole, "cautions", lambda decision: ())
    assert list(whole._reason(decide(NOW, Profile())))
    assert not list(whole._reason(decide(NOW, Profile(experience_level="analyst"))))


def test_awards_come_in_all_combinations() -> None:
    met = {whole.held_by(SMALL, number) for number in range(200)}
    assert () in met
    assert len(met) > 3
    assert any(len(held) > 1 for held in met)


@pytest.mark.parametrize(
    ("text", "finished"),
    [
        ("Ask {ask}.", False),
        ("It lasts None months.", False),
        ("In  PMOs.", False),
        ("None of these yet.", True),
    ],
)
def test_a_sentence_with_a_hole_is_found(text: str, finished: bool) -> None:
    assert (list(sentences.unfinished({"text": text})) == []) == finished


def test_awards_money_and_time_at_their_edges() -> None:
    counts = laws.Counts()
    plans = [
        one.plan for level in LEVELS for one in decide(NOW, Profile(experience_level=level)).ranked
    ]
    assert notices.prove_notices(NOW, plans, counts) == []
    assert counts["awards on the days around their edges"] > 100
    assert counts["budgets, hours and days needed by"] > 100


def test_a_fact_is_found_that_a_condition_reads_and_nobody_of_the_proof_differs_in() -> None:
    rule = replace(NOW.rules[0], if_=Compare("hours_per_week", "at least", 5.0))
    found = notices.prove_notices(replace(NOW, rules=(rule,)), (), laws.Counts())
    assert any(what.endswith("reads ['hours_per_week']") for what in found)


def test_an_award_that_lapses_on_another_day_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    engine = award_notices.holdings

    def late(catalogue: Any, profile: Profile, day: date) -> Any:
        return engine(catalogue, profile, day - award_notices.DAY)

    monkeypatch.setattr(award_notices, "holdings", late)
    assert any(
        "lapsed" in what or "lapsing" in what
        for what in notices.prove_notices(NOW, (), laws.Counts())
    )


def test_the_last_day_of_an_award_is_that_of_the_month() -> None:
    rule = next(
        one for one in shipped().certifications["p3o-practitioner"].validity if one.months == 36
    )
    rule = replace(rule, early_until=None, early_due=None)
    assert award_notices.due(rule, date(2024, 2, 29)) == date(2027, 2, 28)
    assert award_notices.due(rule, date(2023, 11, 22)) == date(2026, 11, 22)


def test_one_stands_for_all_who_hold_something_else() -> None:
    """A class is decided about as each of its members, whatever they hold."""
    counts = laws.Counts()
    for held in (None, (), (Held("pmp"),), (Held("p3o-practitioner", date(2020, 1, 1)),)):
        for profile in asking():
            assert list(whole.of_its_class(decide(NOW, replace(profile, holds=held)), counts)) == []
