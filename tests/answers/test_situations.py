"""Situations of people that few tell of themselves: new to PMO work, leaving it, holding more than
they say they do.
"""

from __future__ import annotations

from typing import Any

import pytest
from msgspec.structs import replace
from small import TODAY, advice, cautions, person, verdict
from strategies import shipped

from pmo_path.conditions.inspect import without_judgements
from pmo_path.conditions.parse import parse, to_data
from pmo_path.contract.advice import Advice
from pmo_path.core.scalars import Range
from pmo_path.engine.career_level import candidate_levels, read_level
from pmo_path.engine.level_signs import decisive_evidence
from pmo_path.engine.possible_answers import distinguishable_answers
from pmo_path.engine.relevance import unsettled_conditions
from pmo_path.interview.question_selection import Questionnaire
from pmo_path.interview.state import Answer, State, fold
from pmo_path.model.on_day import on_day
from pmo_path.profile.facts import BY_KEY
from pmo_path.profile.profile import OtherCertificate, Profile

DAY = on_day(shipped(), TODAY)
TEA, COFFEE = OtherCertificate("Order of Tea"), OtherCertificate("Order of Coffee")


def told(**facts: Any) -> Advice:
    return advice(shipped(), **facts)


def why_not(answer: Advice, certification: str) -> str:
    found = next(one for one in answer.considered if one.certification == certification)
    return " ".join(reason.text for reason in found.because)


def test_below_a_level_only_who_is_new_to_pmo_work_may_begin() -> None:
    new = told(experience_level="manager", years_in_pmo=0.5, goals=["basics"])
    assert {step.certification for route in new.routes for step in route.steps} > {
        "hop-administrators"
    }
    served = told(experience_level="manager", years_in_pmo=5, goals=["basics"])
    assert verdict(served, "hop-administrators") == "not_suitable"


def test_what_lies_below_a_certification_held_is_not_advised_where_no_level_is_known() -> None:
    answer = told(holds=["hop-directors"], goals=["basics"])
    assert verdict(answer, "hop-administrators") == "not_suitable"
    assert "what you hold was made for a higher level" in why_not(answer, "hop-administrators")


def test_who_may_hold_more_than_was_given_is_told_that_it_is_taken_for_all() -> None:
    answer = told(role="PMO analyst", holds=["pmp"], holds_complete="no")
    assert "holds-incomplete" in cautions(answer)
    assert "holds-incomplete" not in cautions(told(role="PMO analyst", holds=["pmp"]))


def test_who_leaves_pmo_work_is_told_that_no_route_of_delivery_is_ours() -> None:
    answer = told(role="PMO analyst", goals=["delivery"])
    assert answer.routes == ()
    assert "leaves-pmo" in cautions(answer)
    assert why_not(answer, "hop-analysts") == "Made for PMO work, which you want to leave."


def test_what_a_lapsed_award_proves_has_lapsed_with_it() -> None:
    answer = told(
        experience_level="analyst", goals=["frameworks"], holds=["p3o-practitioner@2020-01-01"]
    )
    first = answer.routes[0].steps[0]
    assert (first.certification, first.action) == ("p3o-foundation", "renew")
    assert "P3O Practitioner" in first.because[0].text


@pytest.mark.parametrize(
    "condition", [{"not": {"career_level": "is manager"}}, {"career_level": "is manager"}]
)
def test_career_levels_are_no_part_of_what_is_published(condition: dict[str, Any]) -> None:
    assert "career_level" not in str(to_data(without_judgements(parse(condition))))


def test_who_leads_people_is_not_asked_what_an_ambiguous_title_means() -> None:
    assert len(candidate_levels(shipped(), Profile(role="PMO lead"))) == 2
    assert candidate_levels(shipped(), Profile(role="PMO lead", people_led=Range(3, 3))) == (
        "manager",
    )


def test_the_kinds_of_other_certificates_are_tried_for_what_was_said() -> None:
    asked = Questionnaire(DAY)
    profile = Profile(holds_other=(TEA,))
    found = list(distinguishable_answers(asked.case(profile), BY_KEY["holds_other"], ()))
    assert [[one.kind for one in value] for value in found] == [["project-management"], ["other"]]


def test_an_aim_without_a_known_level_asks_for_the_level() -> None:
    answer = told(target_level="director")
    assert answer.aim
    assert "At which level you work now is not known" in " ".join(answer.aim.because)


@pytest.mark.parametrize(
    ("target", "up", "is_compared"),
    [("analyst", -1, True), ("manager", 0, False), ("director", 1, True)],
)
def test_an_aim_is_compared_with_the_own_level_unless_it_is_that(
    target: str, up: int, is_compared: bool
) -> None:
    aim = told(experience_level="manager", target_level=target).aim
    assert aim
    assert (aim.id, aim.levels_up, bool(aim.because)) == (target, up, is_compared)


def test_a_certificate_of_project_management_opens_what_asks_for_one_on_the_persons_word() -> None:
    known = told(
        experience_level="manager",
        goals=["set-up-pmo"],
        holds_other=["project-management:Order of Tea"],
    )
    steps = {step.certification: step for route in known.routes for step in route.steps}
    assert (steps["hop-managers"].ground, "Order of Tea" in steps["hop-managers"].entry) == (
        "on-word",
        True,
    )
    assert [one.name for one in known.holdings] == ["Order of Tea"]


def test_words_that_are_not_known_are_named_with_what_may_be_meant() -> None:
    answer = told(
        role="PMO manager",
        holds_other=["P3O Foundatoin", "Order of Tea", "MSP Practitioner"],
        pmo_types=["tacticle", "hub"],
    )
    words = " ".join(
        one.text for one in answer.cautions if one.rule in ("unknown-certificate", "unknown-value")
    )
    assert "P3O Foundation" in words
    assert "tactical" in words
    assert "Order of Tea" in words
    assert "MSP" not in words


def test_who_leads_people_manages_whatever_is_said_of_pmos() -> None:
    assert decisive_evidence(Profile(people_led=Range(3, 3))) == ("people", ("manager",))
    assert decisive_evidence(Profile(people_led=Range(3, 3), pmos_managed=Range(0, 0))) == (
        "people",
        ("manager",),
    )


@pytest.mark.parametrize("title", ["CoE lead", "VP PMO"])
@pytest.mark.parametrize(
    ("pmos", "levels"), [(1, ("manager", "director")), (3, ("director", "manager"))]
)
def test_the_pmos_managed_order_what_a_title_of_two_levels_means(
    title: str, pmos: int, levels: tuple[str, ...]
) -> None:
    reading = read_level(shipped(), Profile(role=title, pmos_managed=Range(pmos, pmos)))
    assert reading.levels == levels
    assert [finding.code for finding in reading.because] == ["level-ambiguous-pmos"]


def test_what_the_steps_on_the_way_to_a_distant_aim_hang_on_is_asked_too() -> None:
    asked = Questionnaire(DAY)
    near, far = (
        Profile(experience_level="entry", target_level=aim) for aim in ("analyst", "director")
    )
    assert set(unsettled_conditions(asked.case(near))) <= set(asked.comparing(far))


@pytest.mark.parametrize(("held", "dropped"), [(TEA, ()), (COFFEE, ("holds_other",))])
def test_an_answer_about_other_certificates_counts_only_for_those_it_was_given_for(
    held: OtherCertificate, dropped: tuple[str, ...]
) -> None:
    asked, known = Questionnaire(DAY), replace(TEA, kind="project-management")
    given = person(
        shipped(),
        experience_level="manager",
        pmo_types=["portfolio"],
        years_in_projects=1,
        goals=["set-up-pmo"],
    )
    said = [Answer("holds", (TEA,)), Answer("holds_other", (known,)), "back", "back"]
    assert fold(asked, State(given=given), [*said, Answer("holds", (held,))]).dropped == dropped


def test_what_a_provider_said_of_experience_is_not_supposed_again() -> None:
    refused = Questionnaire(DAY).case(Profile(experience_accepted="no"))
    assert refused.granting() is refused
