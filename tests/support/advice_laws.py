"""The laws of an advice: what holds for it, whoever asks and on whatever day."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cache

from msgspec.structs import replace
from program import valid
from proof.sentences import texts
from strategies import shipped

from pmo_path.answers.browse import certification_view
from pmo_path.conditions.inspect import must_hold
from pmo_path.contract.advice import Advice, Change
from pmo_path.core.json_text import json_data
from pmo_path.core.scalars import Range
from pmo_path.engine.award_validity import proved_certifications
from pmo_path.engine.decision import Decision, decide
from pmo_path.engine.ranking import CRITERIA, deciding_criterion
from pmo_path.model.on_day import on_day
from pmo_path.profile.facts import BY_KEY
from pmo_path.profile.meanings import LEVELS
from pmo_path.profile.parse_values import read_fact
from pmo_path.profile.profile import Held, Profile, with_facts
from pmo_path.reports.json import render

ON_OFFER = {"current", "unconfirmed", "unknown"}
MAY_BE_EMPTY = (
    "dates",
    "edition",
    "note",
    "age",
    "on",
    "to",
    "region",
    "oldest",
    "newest",
)  # of a published fact or price that has none, or of fresh facts
# The facts without a history that every day shows; a price or study time of a later day is not.
UNDATED = (
    "aimed_at",
    "career_levels",
    "pmo_types",
    "training_days",
    "renewal",
    "languages",
    "topics",
    "reading",
    "more",
)


@dataclass(frozen=True)
class Told:
    """One person on one day, and what they are told."""

    profile: Profile
    day: date
    advice: Advice
    decision: Decision

    @property
    def proved(self) -> frozenset[str]:
        """What the person is known to have passed by that day."""
        return proved_certifications(shipped(), self.held)

    @property
    def held(self) -> tuple[Held, ...]:
        """The awards of the person by that day."""
        return tuple(
            one
            for one in self.profile.holds or ()
            if not one.awarded_on or one.awarded_on <= self.day
        )


def verdicts(told: Told) -> dict[str, str]:
    return {one.certification: one.verdict for one in told.advice.considered}


# --- routes --------------------------------------------------------------------------


def steps_are_on_offer(told: Told) -> None:
    for route in told.advice.routes:
        for step in route.steps:
            begun = [
                one
                for one in shipped().certifications[step.certification].status
                if not one.from_ or one.from_ <= told.day
            ]
            assert step.status == (begun[-1].status if begun else "unknown")
            assert step.status in ON_OFFER


def steps_come_after_their_prerequisites(told: Told) -> None:
    day = told.decision.case.day
    for route in told.advice.routes:
        ready = set(told.proved)
        for step in route.steps:
            assert must_hold(day.requirements(step.certification)) <= ready
            assert step.eligibility != "not_met"
            assert (
                step.certification
                not in {one.certification for one in route.steps} & ready - told.proved
            )
            ready.add(step.certification)


def what_is_valid_is_not_obtained_again(told: Told) -> None:
    dated = {one.certification: one.awarded_on for one in told.held}
    for route in told.advice.routes:
        for step in route.steps:
            if step.certification not in told.proved:
                assert step.action == "obtain"
                continue
            assert step.action == "renew"
            assert dated[step.certification]
            due = told.decision.case.holdings[step.certification].due
            assert due is not None
            assert due < told.day


def the_next_steps_are_the_first_of_the_best_routes(told: Told) -> None:
    advice = told.advice
    first = tuple(
        dict.fromkeys(route.steps[0].certification for route in advice.routes if route.rank == 1)
    )
    assert advice.next_steps == first
    assert advice.next_step == (first[0] if first else None)
    assert bool(advice.routes) == bool(first)


def ranks_have_no_holes(told: Told) -> None:
    ranks = [route.rank for route in told.advice.routes]
    assert ranks == sorted(ranks)
    assert set(ranks) == set(range(1, len(set(ranks)) + 1))


def routes_are_told_apart(told: Told) -> None:
    assert len({route.id for route in told.advice.routes}) == len(told.advice.routes)
    assert len(
        {tuple(step.certification for step in one.steps) for one in told.advice.routes}
    ) == len(told.advice.routes)


def a_criterion_separates_what_a_rank_separates(told: Told) -> None:
    ranked = told.decision.ranked
    for one in ranked:
        for other in ranked:
            criterion = deciding_criterion(one, other)
            assert (criterion is None) == (one.rank == other.rank)
            if one.rank < other.rank:
                place = [name for name, _ in CRITERIA].index(criterion or "")
                assert one.grades[:place] == other.grades[:place]
                assert one.grades[place] < other.grades[place]


def no_route_says_why(told: Told) -> None:
    assert told.advice.routes or told.advice.cautions


# --- verdicts ------------------------------------------------------------------------


def every_certification_is_considered_once(told: Told) -> None:
    considered = [one.certification for one in told.advice.considered]
    assert sorted(considered) == sorted(shipped().certifications)
    assert [one.certification for one in told.advice.certifications] == considered


def routes_and_verdicts_agree(told: Told) -> None:
    ranks: dict[str, int] = {}
    for route in told.advice.routes:
        for step in route.steps:
            ranks[step.certification] = min(route.rank, ranks.get(step.certification, route.rank))
    for one, verdict in verdicts(told).items():
        expected = None if one not in ranks else "recommended" if ranks[one] == 1 else "alternative"
        assert expected == (verdict if verdict in ("recommended", "alternative") else None)


def unavailable_is_what_is_not_on_offer(told: Told) -> None:
    for one in told.advice.considered:
        held = told.decision.case.valid(one.certification)
        offered = one.status in ON_OFFER and told.decision.case.day.listed(one.certification)
        assert (one.verdict == "unavailable") == (not offered and not held)
        assert (one.verdict == "held") == held


def what_is_unavailable_and_not_eligible_says_why(told: Told) -> None:
    for one in told.advice.considered:
        assert one.because, one.certification
        if one.verdict == "not_eligible":
            assert one.eligibility == "not_met"
            assert any(gap.eligibility == "not_met" for gap in one.gaps)


def gaps_tell_the_eligibility(told: Told) -> None:
    for one in told.advice.considered:
        if one.verdict in ("held", "unavailable") or one.eligibility == "met":
            assert one.gaps == ()
        elif one.gaps:
            worst = {gap.eligibility for gap in one.gaps}
            assert one.eligibility == ("not_met" if "not_met" in worst else "unknown")


def changed(profile: Profile, changes: tuple[Change, ...]) -> Profile:
    """Return the profile of a person who has made the changes that the advice names."""
    values = {
        one.fact: read_fact(BY_KEY[one.fact], json_data(one.to), shipped().names) for one in changes
    }
    return with_facts(profile, values)


def the_smallest_change_flips_the_verdict(told: Told) -> None:
    for one in told.advice.considered:
        assert not one.smallest_change or one.verdict in ("not_eligible", "later")
        if one.smallest_change:
            after = decided(changed(told.profile, one.smallest_change), told.day)
            assert after.verdicts[one.certification] in ("recommended", "alternative")
            if one.verdict == "later":
                continue  # earlier steps of its route may still be what opens it
            eligibility = after.case.eligibility(one.certification)
            # The requirements are met, or open only in what was not said before either.
            assert eligibility.truth or all(
                told.decision.case.facts.open(fact) for fact in eligibility.missing
            )
            assert eligibility.truth is not False


@cache
def decided(profile: Profile, day: date) -> Decision:
    return decide(on_day(shipped(), day), profile)


# --- facts that are missing ----------------------------------------------------------


def missing_facts_are_open(told: Told) -> None:
    missing = [one.fact for one in told.advice.missing_facts]
    assert len(set(missing)) == len(missing)
    for one in told.advice.missing_facts:
        value = getattr(told.profile, one.fact)
        kinds = one.fact == "holds_other" and any(each.kind is None for each in value)
        assert value is None or kinds or (isinstance(value, Range) and value.low != value.high)
        assert one.could_change


def what_an_answer_would_decide_comes_true(told: Told) -> None:
    for missing in told.advice.missing_facts:
        row = BY_KEY[missing.fact]
        for one in missing.decides:
            assert one.next_steps != told.advice.next_steps
            if missing.fact == "reads":  # "none of these" is no value
                continue
            words = one.answer.split("; ") if missing.fact == "holds_other" else one.answer
            answer = read_fact(row, words, shipped().names)
            after = decided(with_facts(told.profile, {missing.fact: answer}), told.day)
            assert after.next_steps == one.next_steps


# --- the advice as a whole -----------------------------------------------------------


def every_id_exists(told: Told) -> None:
    catalogue, advice = shipped(), told.advice
    ids = {step.certification for route in advice.routes for step in route.steps}
    ids |= {other for one in advice.considered for other in one.superseded_by}
    ids |= {one.certification for one in advice.cautions if one.certification}
    ids |= {other for one in advice.missing_facts for other in one.could_change}
    ids |= {
        other
        for one in advice.missing_facts
        for choice in one.decides
        for other in choice.next_steps
    }
    assert ids <= set(catalogue.certifications)
    assert {route.family for route in advice.routes} <= {
        *catalogue.families,
        *catalogue.bodies,
        "mixed",
    }
    assert {one.body for one in advice.certifications} <= set(catalogue.bodies)
    assert {one.family for one in advice.certifications} <= {*catalogue.families, None}
    assert not advice.career_level or advice.career_level.id in LEVELS
    facts = {one.fact for one in advice.missing_facts}
    facts |= {change.fact for one in advice.considered for change in one.smallest_change}
    facts |= {fact for one in advice.considered for gap in one.gaps for fact in gap.facts}
    assert facts <= set(BY_KEY)


def what_is_on_a_route_is_shown_with_all_its_facts(told: Told) -> None:
    """And nothing but what the catalogue shows of it; of the others, no facts."""
    steps = {step.certification for route in told.advice.routes for step in route.steps}
    for shown in told.advice.certifications:
        record = shipped().certifications[shown.certification]
        assert shown.short == record.short
        if shown.certification not in steps:
            assert shown.facts == ()
            continue
        every = certification_view(shipped(), shown.certification, told.day).facts
        assert {replace(fact, dates="") for fact in every} >= set(shown.facts)
        assert {(fact.source, fact.note) for fact in shown.facts} >= {
            (fact.source, fact.note or "") for kind in UNDATED for fact in getattr(record, kind)
        }
        assert "status" in {fact.about for fact in shown.facts}


def every_source_is_listed(told: Told) -> None:
    data = json_data(told.advice)
    listed = [one["id"] for one in data.pop("sources")]
    assert sorted(set(listed)) == listed
    cited = {value for key, value in texts(data) if key in ("source", "sources", "also")}
    assert cited == set(listed)
    for shown in told.advice.sources:
        source = shipped().sources[shown.id]
        assert (shown.title, shown.address, shown.date) == (
            source.title,
            source.address,
            source.date,
        )
        assert shown.verified_on == source.verified_on.isoformat()


def pages_to_go_to_are_those_of_listed_sources(told: Told) -> None:
    addresses = {one.id: one.address for one in told.advice.sources}
    for page in (
        page for route in told.advice.routes for step in route.steps for page in step.pages
    ):
        assert page.address.startswith("https://")
        assert page.address in {addresses[one] for one in page.sources}


def sentences_are_finished(told: Told) -> None:
    data = json_data(told.advice)
    del data["profile"]
    for key, value in texts(data):
        if isinstance(value, str):
            assert not set("{}") & set(value), key
            assert "None" not in value.replace("None of", ""), key
            assert value.strip() or key in MAY_BE_EMPTY, key
            assert "  " not in value, key


def the_json_is_what_the_schema_says(told: Told) -> None:
    valid("advice", json.loads(render(told.advice)))


LAWS: tuple[Callable[[Told], None], ...] = (
    steps_are_on_offer,
    steps_come_after_their_prerequisites,
    what_is_valid_is_not_obtained_again,
    the_next_steps_are_the_first_of_the_best_routes,
    ranks_have_no_holes,
    routes_are_told_apart,
    a_criterion_separates_what_a_rank_separates,
    no_route_says_why,
    every_certification_is_considered_once,
    routes_and_verdicts_agree,
    unavailable_is_what_is_not_on_offer,
    what_is_unavailable_and_not_eligible_says_why,
    gaps_tell_the_eligibility,
    the_smallest_change_flips_the_verdict,
    missing_facts_are_open,
    what_an_answer_would_decide_comes_true,
    every_id_exists,
    what_is_on_a_route_is_shown_with_all_its_facts,
    every_source_is_listed,
    pages_to_go_to_are_those_of_listed_sources,
    sentences_are_finished,
    the_json_is_what_the_schema_says,
)
