"""Everything that is said of one small catalogue, as a golden file; and what is rare."""

from __future__ import annotations

from typing import Any

from goldens import golden
from small import (
    FOUNDATION,
    PRICES,
    TODAY,
    Make,
    advice,
    cautions,
    certification,
    fact,
    person,
    rule,
)
from spoken import said

from pmo_path.answers.counterfactuals import flip
from pmo_path.core.memory import forget
from pmo_path.engine.decision import decide
from pmo_path.model.catalogue import Catalogue
from pmo_path.model.on_day import on_day

# --- what is said of it --------------------------------------------------------------


def everything(make: Make) -> Catalogue:
    """A catalogue with one of everything that the shipped one has no example of."""
    return make(
        certification(
            FOUNDATION, "entry", price=PRICES, training_days=[fact("2 days", low="2", high="3")]
        ),
        certification("beside", kind="neighbour"),
        certification("gone", "analyst", status="withdrawn"),
        certification("held-back", "analyst", status="suspended"),
        certification(
            "lasting",
            "analyst",
            validity=[fact("Two years", months="24")],
            languages=[fact("English")],
        ),
        certification(
            "open",
            "manager",
            {
                "two": {
                    "at least": {
                        "n": "2",
                        "of": [{"holds any": ["lasting"]}, {"years_in_projects": "at least 3"}],
                    }
                }
            },
            pmo_types=[fact("For any office", type="any")],
        ),
        certification(
            "planned",
            "manager",
            {"languages": {"reads": "includes nl"}, "school": {"education": "at least bachelor"}},
            since={"planned": "true", "from": "2025-01-01"},
            exam=[fact("60 questions"), fact("2 hours", edition="second", **{"from": "2024"})],
        ),
        certification(
            "unsure", "director", {"lasting": {"holds any": ["lasting"]}}, status="unconfirmed"
        ),
        rules=[
            rule(
                "ideas",
                {"goals": "includes frameworks"},
                "gone",
                {"goals": ["frameworks"]},
                {"goals": []},
                about="goal",
            ),
        ],
    )


SMALL_PEOPLE: dict[str, dict[str, Any]] = {
    "nobody": {},
    "beginner": {
        "experience_level": "entry",
        "budget": "950 GBP",
        "hours_per_week": 4,
        "needed_by": "2026-12-20",
    },
    "analyst": {
        "experience_level": "analyst",
        "goals": ["frameworks"],
        "holds": ["gone", "lasting@2024-06-01"],
    },
    "lapsed": {
        "experience_level": "manager",
        "holds": ["lasting@2020-06-01"],
        "pmo_types": ["coe", "tactical"],
    },
    "manager": {
        "experience_level": "manager",
        "holds": [],
        "years_in_projects": 1,
        "reads": ["de"],
        "education": "none",
        "pmo_types": ["coe"],
    },
    "by title": {"role": "PMO analyst", "holds": [], "years_in_projects": "1-4"},
    "director": {"experience_level": "director", "holds": [], "years_in_projects": 3},
}


def test_what_is_said_of_a_small_catalogue_is_the_golden_word(make: Make) -> None:
    catalogue, lines, before = everything(make), [], set[str]()
    for name, facts in SMALL_PEOPLE.items():
        told = list(said(advice(catalogue, **facts)))
        decision = decide(on_day(catalogue, TODAY), person(catalogue, **facts))
        told += [f"flip {one}: {flip(decision, one)}" for one in catalogue.certifications]
        lines += [f"== {name}", *(line for line in dict.fromkeys(told) if line not in before)]
        before.update(told)
    golden("small.txt", "\n".join([*lines, ""]))


# --- what is remembered, and what is rare ----------------------------------------------


def test_what_is_forgotten_is_worked_out_again(make: Make) -> None:
    catalogue = make(certification("a-made-for-managers", "manager"))
    people = [
        {"experience_level": level, "years_in_pmo": years}
        for level in ("entry", "manager")
        for years in (1, 2)
    ]
    remembered = [advice(catalogue, **one) for one in people]
    for one, known in zip(people, remembered, strict=True):
        forget()
        assert advice(catalogue, **one) == known


def test_an_award_of_the_first_day_of_a_scheme_is_not_too_early(make: Make) -> None:
    history = [
        fact("To come", status="not_launched"),
        fact("Launched", status="current", **{"from": "2021-02-01"}),
    ]
    catalogue = make({**certification("a-new-scheme", "manager"), "status": history})
    for awarded, early in (("2021-01-31", True), ("2021-02-01", False)):
        told = advice(catalogue, holds=[{"certification": "a-new-scheme", "awarded_on": awarded}])
        assert ("awarded-too-early" in cautions(told)) == early


def test_a_requirement_of_low_confidence_is_said_so(make: Make) -> None:
    for confidence in ("low", "high"):
        asked = {
            "id": "years",
            **fact("3 years"),
            "confidence": confidence,
            "condition": {"years_in_pmo": "at least 3"},
        }
        catalogue = make(
            {**certification("a-made-for-managers", "manager"), "entry": [{"required": [asked]}]}
        )
        told = advice(catalogue, experience_level="manager", years_in_pmo=4)
        assert told.next_step == "a-made-for-managers"
        weak = [one.text for one in told.cautions if one.rule == "low-confidence"]
        assert len(weak) == (confidence == "low")
        assert all("3 years" in text for text in weak)
