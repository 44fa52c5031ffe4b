"""Which level a title, PMOs or years mean, and what is told apart by it, in small catalogues."""

from __future__ import annotations

from typing import Any

import pytest
from small import PRACTITIONER, TODAY, Make, certification, person, rule

from pmo_path.answers.counterfactuals import flip
from pmo_path.answers.level_words import level_cautions, level_view
from pmo_path.core.scalars import Range
from pmo_path.core.text import excerpt
from pmo_path.engine.career_level import candidate_levels, level_facts, read_level
from pmo_path.engine.decision import decide
from pmo_path.engine.equivalence import representative_profile
from pmo_path.engine.situation import read_case
from pmo_path.model.catalogue import Catalogue
from pmo_path.model.on_day import on_day
from pmo_path.profile.meanings import LEVELS
from pmo_path.profile.profile import Profile


def role(title: str, *levels: str, **more: Any) -> dict[str, Any]:
    ground = {"value": title, "source": "ours", "confidence": "low", "mark": "ours"}
    return {
        "id": title.lower().replace(" ", "-"),
        "levels": list(levels),
        "titles_en": [title],
        **ground,
        **more,
    }


ROLES = [
    role("Office boss", "manager"),
    role("Office lead", "analyst", "manager"),
    role("PMO analyst", "analyst"),
    role("PMO person", "entry", "analyst", "manager"),
]


@pytest.fixture
def known(make: Make) -> Catalogue:
    """A catalogue with titles of one, two and three levels, and one rule that reads no years."""
    return make(roles=ROLES)


# --- titles --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ({}, "unknown-title"),
        ({"years_in_pmo": Range(1, 1)}, "unknown-title"),
        ({"experience_level": "entry"}, "unknown-title-level"),
    ],
)
def test_who_gave_a_level_with_an_unknown_title_is_not_asked_for_it(
    said: dict[str, Any], code: str, known: Catalogue
) -> None:
    reading = read_level(known, Profile(role="wizard", **said))
    assert [one.code for one in reading.cautions if one.rule == "unknown-title"] == [code]


def test_a_title_of_three_levels_names_them_all_and_asks_what_its_role_asks(make: Make) -> None:
    for ask in (None, {"en": "Whom do you serve?", "nl": "Wie bedient u?"}):
        catalogue = make(
            roles=[
                role("PMO person", "entry", "analyst", "manager", **({"ask": ask} if ask else {}))
            ]
        )
        reading = read_level(catalogue, Profile(role="PMO person"))
        assert reading.levels == ("entry", "analyst", "manager")
        view = level_view(catalogue, Profile(role="PMO person"), reading)
        assert view
        assert "level 2 (analyst) or level 3 (manager)" in view.because[0]
        (caution,) = level_cautions(catalogue, Profile(role="PMO person"), reading)
        assert caution.text.endswith("Whom do you serve?") is bool(ask)


def test_an_unknown_title_is_held_against_every_title_that_is_close_to_it(make: Make) -> None:
    catalogue = make(roles=[role("Office lead", "analyst"), role("Office leader", "manager")])
    profile = Profile(role="Offices lead")
    (caution,) = level_cautions(catalogue, profile, read_level(catalogue, profile))
    assert "Office lead or Office leader" in caution.text


def test_what_is_shown_of_no_title_is_nothing() -> None:
    assert excerpt(None) == ""


@pytest.mark.parametrize(
    ("title", "levels", "facts"),
    [
        (
            None,
            LEVELS,
            {"experience_level", "pmos_managed", "people_led", "years_in_pmo", "years_in_projects"},
        ),
        (
            "wizard of charts",
            LEVELS,
            {"experience_level", "pmos_managed", "people_led", "years_in_pmo", "years_in_projects"},
        ),
        ("Office boss", ("manager", "director"), {"experience_level", "pmos_managed"}),
        (
            "Office lead",
            ("analyst", "manager"),
            {"experience_level", "pmos_managed", "people_led"},
        ),
        ("PMO analyst", ("analyst",), set()),
    ],
)
def test_a_title_leaves_open_what_it_does_not_settle(
    known: Catalogue, title: str | None, levels: tuple[str, ...], facts: set[str]
) -> None:
    profile = Profile(role=title)
    assert candidate_levels(known, profile) == levels
    assert level_facts(known, profile) == facts


# --- PMOs and years ------------------------------------------------------------------


def test_where_nothing_tells_a_level_none_is_assumed(known: Catalogue) -> None:
    for profile in (Profile(), Profile(role="project manager", years_in_pmo=Range(7, 7))):
        reading = read_level(known, profile)
        assert (reading.levels, reading.assumed, reading.because) == ((), False, ())


@pytest.mark.parametrize("role", [None, "Office boss"])
def test_no_source_is_named_that_the_catalogue_does_not_know(
    known: Catalogue, role: str | None
) -> None:
    (caution,) = read_level(known, Profile(role=role, pmos_managed=Range(2, 2))).cautions
    assert caution.sources == ()


# --- profiles of one class -----------------------------------------------------------


def classes(catalogue: Catalogue, fact: str, *values: Any, **also: Any) -> int:
    """How many classes there are among people who differ in one fact."""
    day = on_day(catalogue, TODAY)
    return len(
        {
            representative_profile(day, person(catalogue, **{fact: value}, **also))
            for value in values
        }
    )


def test_years_are_told_apart_by_the_bands_of_levels_where_years_may_tell_a_level(
    make: Make,
) -> None:
    catalogue = make(
        certification(PRACTITIONER, "analyst"), roles=ROLES
    )  # which asks for no years now
    years = (0, 0.5, 1.5, 2, 4, 5, 9.5, 10, 30)
    assert classes(catalogue, "years_in_pmo", *years) == 6, "none, new, and four bands"
    for title, expected in (
        ("PMO person", 6),
        ("Office lead", 6),
        ("wizard of charts", 6),
        ("PMO analyst", 2),
    ):
        assert classes(catalogue, "years_in_pmo", *years, role=title) == expected, title
    assert classes(catalogue, "years_in_pmo", *years, experience_level="analyst") == 2, (
        "new, or not"
    )
    assert classes(catalogue, "years_in_pmo", "5-7", "5-8") == 2, (
        "what is open stays as it was said"
    )


def test_who_comes_from_delivery_is_told_apart_from_who_has_an_unknown_title(
    known: Catalogue,
) -> None:
    assert (
        classes(known, "role", None, "wizard of charts", "charmer of charts", years_in_pmo=7) == 1
    )
    assert classes(known, "role", None, "project manager", years_in_pmo=7) == 2
    day = on_day(known, TODAY)
    for title in ("project manager", "wizard of charts", "Office lead"):
        profile = Profile(role=title, years_in_pmo=Range(7, 7))
        assert (
            decide(day, representative_profile(day, profile)).next_steps
            == decide(day, profile).next_steps
        )


def test_of_lists_counts_what_is_asked_for_in_one_order(make: Make) -> None:
    top = certification("top", "analyst", {"language": {"reads": "includes nl or de"}})
    catalogue = make(top)  # and a rule for those who want the basics
    day = on_day(catalogue, TODAY)

    def kept(fact: str, *values: str) -> Any:
        return getattr(representative_profile(day, person(catalogue, **{fact: list(values)})), fact)

    assert kept("reads", "nl", "fr", "de") == kept("reads", "de", "nl") == ("de", "nl")
    assert kept("reads", "fr") == ()
    assert kept("goals", "frameworks") == kept("goals", "service-design", "set-up-pmo") == ()
    assert kept("goals", "service-design", "basics") == ("basics",)
    assert kept("goals", "next-level") == ("next-level",)


def test_long_lists_of_goals_that_answer_alike_are_one_class_too(make: Make) -> None:
    said = {"a": "basics", "b": "frameworks", "c": "service-design or set-up-pmo"}
    rules = [
        rule(
            id,
            {"goals": f"includes {one}"},
            PRACTITIONER,
            {"goals": one.split(" or ")},
            {"goals": []},
        )
        for id, one in said.items()
    ]
    alike = [
        ["basics", "frameworks", "next-level", one] for one in ("service-design", "set-up-pmo")
    ]
    assert classes(make(rules=rules), "goals", *alike) == 1


def test_a_kind_of_office_for_which_nothing_is_placed_is_told_apart_from_none(make: Make) -> None:
    day = on_day(make(), TODAY)
    for types in ((), ("coe",), ("tactical",)):
        profile = Profile(experience_level="entry", pmo_types=types)
        (one,), (other,) = (
            decide(day, each).ranked for each in (profile, representative_profile(day, profile))
        )
        assert one.grades == other.grades


@pytest.mark.parametrize(("limit", "expected"), [("1.5", 3), ("2.5", 4), ("3", 4), ("4.5", 4)])
def test_numbers_of_pmos_are_told_apart_at_a_limit_and_between_two_of_them(
    make: Make, limit: str, expected: int
) -> None:
    catalogue = make(
        certification("top", "director", {"pmos": {"pmos_managed": f"more than {limit}"}})
    )
    day = on_day(catalogue, TODAY)
    for pmos in (1, 9):
        stands_in = representative_profile(
            day, Profile(experience_level="director", pmos_managed=Range(pmos, pmos))
        )
        assert read_case(day, stands_in).eligibility("top").truth is (pmos == 9)
    assert classes(catalogue, "pmos_managed", 0, 1, 2, 3, 9) == expected
    change = flip(
        decide(day, Profile(experience_level="director", pmos_managed=Range(1, 1))), "top"
    )
    assert change
    assert [(one.fact, one.to) for one in change] == [("pmos_managed", int(float(limit)) + 1)]
