"""Other certificates count where an owner accepts them; a lapsed award keeps its place."""

from __future__ import annotations

from datetime import date

from msgspec.structs import replace
from readings import read
from strategies import shipped

from pmo_path.answers.advise import advise
from pmo_path.answers.explain import explain
from pmo_path.answers.level_map import map_of
from pmo_path.engine.award_validity import holdings
from pmo_path.messages.phrases import headline
from pmo_path.reports import renderer

TODAY = date(2026, 11, 28)


# --- other certificates count where an owner accepts them --------------------------------


def test_a_requirement_met_on_the_persons_word_says_so() -> None:
    for holds, met in (
        (["MSP Practitioner"], True),
        (["p3o-practitioner@2026-01-01", "MSP Practitioner"], False),
    ):
        told = explain(
            shipped(), "hop-managers", read({"experience_level": "analyst", "holds": holds}), TODAY
        )
        (requirement,) = told.requirements
        assert requirement.eligibility == "met"
        assert (
            requirement.text.startswith("Met on your word, if it is formally recognised: ") is met
        )


def test_who_is_asked_for_the_kind_of_a_certificate_only_where_it_was_not_said() -> None:
    for holds, asked in (
        ([], False),
        (["Tea"], True),
        (["other:Tea"], False),
        (["project-management:Tea"], False),
    ):
        advice = advise(
            shipped(), read({"role": "PMO analyst", "goals": ["next-level"], "holds": holds}), TODAY
        )
        assert ("holds_other" in [one.fact for one in advice.missing_facts]) is asked


# --- a lapsed award keeps its place -------------------------------------------------------

LAPSED = read(
    {"role": "PMO analyst", "goals": ["frameworks"], "holds": ["p3o-practitioner@2022-05-12"]}
)


def test_what_a_lapsed_award_proves_lapses_with_it_in_one_suite_only() -> None:
    found = holdings(shipped(), LAPSED, TODAY)
    assert {name: (one.state, one.proved_by) for name, one in found.items()} == {
        "p3o-practitioner": ("lapsed", None),
        "p3o-foundation": ("lapsed", "p3o-practitioner"),
    }
    proved = shipped().certifications["p3o-foundation"]
    apart = replace(proved, validity=tuple(replace(one, suite=None) for one in proved.validity))
    others = replace(
        shipped(),
        digest="apart",
        certifications={**shipped().certifications, "p3o-foundation": apart},
    )
    assert holdings(others, LAPSED, TODAY)["p3o-foundation"].state == "unknown"


def test_a_lapsed_award_keeps_its_place_everywhere() -> None:
    advice = advise(shipped(), LAPSED, TODAY)
    assert headline(advice) == "Next step: renew P3O Foundation."
    signs = {
        entry.certification: entry.signs
        for row in map_of(advice).rows
        for cell in row.cells
        for entry in cell
    }
    assert signs["p3o-practitioner"] == ("lapsed", "later")
    assert signs["p3o-foundation"] == ("lapsed", "next")
    assert {one.name: one.state for one in advice.holdings} == {
        "P3O Practitioner": "lapsed",
        "P3O Foundation": "lapsed",
    }
    text = renderer("text", full=True)(advice, 200)
    assert "WHY NOT THE OTHERS" in text
    assert "P3O Practitioner: " not in text.partition("WHY NOT THE OTHERS")[2]


def test_a_lapsed_prerequisite_reads_the_same_everywhere() -> None:
    profile = read(
        {"role": "PMO manager", "goals": ["set-up-pmo"], "holds": ["p3o-foundation@2020-01-01"]}
    )
    advice = advise(shipped(), profile, TODAY)
    (step,) = [
        step
        for route in advice.routes
        for step in route.steps
        if step.certification == "p3o-practitioner"
    ]
    assert step.ground == "lapsed"
    assert "if a lapsed P3O Foundation is still accepted" in step.entry
    assert "if a lapsed one is accepted" in renderer("markdown")(advice, 80)
    assert "lapsed-prerequisite" in [one.rule for one in advice.cautions]


def test_a_lapsed_award_that_a_valid_one_covers_counts_as_valid() -> None:
    held = ["p3o-foundation@2012-01-01", "p3o-practitioner@2025-06-01"]
    told = advise(shipped(), read({"role": "PMO analyst", "holds": held}), TODAY).holdings
    assert [(award.certification, award.state, award.proved_by) for award in told] == [
        ("p3o-foundation", "valid", "p3o-practitioner"),
        ("p3o-practitioner", "valid", None),
    ]
    assert told[0].valid_until == "2023-07-01"  # by itself
