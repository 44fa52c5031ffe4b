"""More never means less: years worked, people led and PMOs managed never lower the level that is
read.
"""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from strategies import shipped

from pmo_path.core.scalars import Range
from pmo_path.engine.career_level import read_level
from pmo_path.engine.job_titles import find_role
from pmo_path.profile.meanings import LEVELS
from pmo_path.profile.profile import Profile

YEARS = (0.0, 0.5, 1.0, 1.99, 2.0, 3.0, 4.0, 5.0, 7.0, 8.0, 9.99, 10.0, 12.0, 20.0, 45.0)
COUNTS = (0.0, 1.0, 2.0, 3.0, 7.0)
TITLES = [
    None,
    "wizard of charts",
    *(title for role in shipped().roles.values() for title in (*role.titles_en, *role.titles_nl)),
]


def number(value: float | None) -> Range | None:
    return None if value is None else Range(value, value)


def told(title: str | None, years: float | None, pmos: float | None, led: float | None) -> Profile:
    return Profile(
        role=title, years_in_pmo=number(years), pmos_managed=number(pmos), people_led=number(led)
    )


def level(profile: Profile) -> int:
    """The place of the level that is read; where none is, no level is lower."""
    levels = read_level(shipped(), profile).levels
    return LEVELS.index(levels[0]) if levels else -1


@pytest.mark.parametrize("title", TITLES)
def test_more_never_lowers_the_level_that_is_read(title: str | None) -> None:
    everybody = itertools.product((None, *YEARS), (None, *COUNTS), (None, *COUNTS))
    levels = {person: level(told(title, *person)) for person in everybody}
    for pmos, led in itertools.product((None, *COUNTS), repeat=2):
        read = [levels[years, pmos, led] for years in YEARS]
        assert read == sorted(read), ("years", pmos, led)
    for years, other in itertools.product((None, *YEARS), (None, *COUNTS)):
        by_pmos = [levels[years, pmos, other] for pmos in COUNTS]
        assert by_pmos == sorted(by_pmos), ("PMOs managed", years, other)
        by_people = [levels[years, other, led] for led in COUNTS]
        assert by_people == sorted(by_people), ("people led", years, other)


@given(
    st.sampled_from(TITLES),
    st.lists(st.floats(0, 60), min_size=4, max_size=4).map(sorted),
    st.none() | st.integers(0, 9),
    st.none() | st.integers(0, 9),
)
def test_a_range_of_more_years_never_lowers_it_either(
    title: str | None, ends: list[float], pmos: int | None, led: int | None
) -> None:
    fewer, more = Range(ends[0], ends[2]), Range(ends[1], ends[3])
    person = told(title, None, pmos, led)
    assert level(replace(person, years_in_pmo=fewer)) <= level(replace(person, years_in_pmo=more))


@pytest.mark.parametrize("title", [one for one in TITLES if one and find_role(shipped(), one)])
def test_years_beyond_the_readings_of_a_title_point_to_the_nearest(title: str) -> None:
    role = find_role(shipped(), title)
    assert role
    places = sorted(map(LEVELS.index, role.levels))
    assert level(told(title, 45, None, None)) == places[-1]
    assert level(told(title, 0, None, None)) == places[0]


@pytest.mark.parametrize("title", ["PMO lead", "senior PMO"])
def test_who_leads_people_settles_a_title_between_analyst_and_manager(title: str) -> None:
    for led in (Range(1, 1), Range(6, 8)):
        reading = read_level(
            shipped(), Profile(role=title, people_led=led, years_in_pmo=Range(3, 4))
        )
        assert (reading.levels, reading.assumed) == (("manager",), False)
    reading = read_level(shipped(), Profile(role=title, people_led=Range(0, 3)))
    assert reading.assumed, "nobody, or three: that settles nothing"
