"""Beyond the exam: what is offered fits the person, is still there, says where it was read, and is
little.
"""

from __future__ import annotations

import itertools
from collections import Counter
from datetime import date
from functools import cache

import pytest
from program import answer
from strategies import shipped

from pmo_path.answers.development import AREAS, development, development_items
from pmo_path.answers.fact_age import fact_text_on
from pmo_path.contract.catalogue import DevelopmentItem
from pmo_path.engine.situation import read_case
from pmo_path.model.catalogue import Catalogue
from pmo_path.model.on_day import on_day
from pmo_path.model.rules import Development
from pmo_path.profile.profile import Profile

TODAY = date(2026, 11, 22)
STAGES = {"entry": "entry", "analyst": "mid", "manager": "mid", "director": "senior"}
KNOWN = {one.name: one for one in shipped().development}
COUNTRIES = (
    None,
    "FR",
    *sorted({country for one in shipped().development for country in one.countries}),
)
LANGUAGES = (None, (), ("en",), ("nl",), ("en", "nl"), ("fr",))
PEOPLE = [
    Profile(experience_level=level, country=country, reads=reads)
    for level, country, reads in itertools.product((None, *STAGES), COUNTRIES, LANGUAGES)
]
# Advised and active, and yet offered to nobody: in its area another one always stands before it.
ALWAYS_BEHIND = frozenset(
    """hop-competency-framework house-of-genius house-of-pmo-events international-pmo-day
    peer-learning pmoga the-pmo-leader volunteering""".split()
)


@cache
def items(person: Profile, day: date = TODAY) -> tuple[DevelopmentItem, ...]:
    return development(read_case(on_day(shipped(), day), person))


def offered(person: Profile) -> list[Development]:
    return [KNOWN[one.name] for one in items(person)]


def test_names_tell_the_things_apart(catalogue: Catalogue) -> None:
    assert len(KNOWN) == len(catalogue.development)


def test_what_is_offered_to_anybody_stands_in_the_list_for_the_day() -> None:
    listed = development_items(on_day(shipped(), TODAY))
    assert [one.id for one in listed] == sorted({one.id for one in listed})
    assert {one for person in PEOPLE for one in items(person)} <= {*listed}
    assert development_items(on_day(shipped(), date(2018, 7, 1))) == ()


def test_it_fits_level_country_and_language() -> None:
    for person in PEOPLE:
        for one in offered(person):
            assert person.experience_level is None or STAGES[person.experience_level] in one.levels
            assert not one.countries or person.country in one.countries
            reads = ("en",) if person.reads is None else person.reads
            assert not one.languages or set(one.languages) & set(reads)


def test_nothing_is_offered_that_ended_or_must_not_be_advised() -> None:
    doubtful = [
        one for one in KNOWN.values() if not one.advise or one.state in ("ended", "unknown")
    ]
    assert doubtful
    for person in PEOPLE:
        assert {one.state for one in offered(person)} <= {"active", "unconfirmed"}
        assert all(one.advise for one in offered(person))


def test_it_is_at_most_three_an_area_and_none_twice() -> None:
    for person in PEOPLE:
        found = offered(person)
        assert len({one.id for one in found}) == len(found)
        assert max(Counter(one.area for one in found).values(), default=0) <= 3
        areas = [AREAS.index(one.area) for one in found]
        assert areas == sorted(areas)


def test_a_person_who_reads_english_is_offered_something_in_every_area() -> None:
    for person in PEOPLE:
        if person.reads is None or "en" in person.reads:
            assert {one.area for one in offered(person)} == set(AREAS)


def test_what_is_active_goes_before_what_is_unconfirmed() -> None:
    for person in PEOPLE:
        for area in AREAS:
            states = [one.state for one in offered(person) if one.area == area]
            assert states == sorted(states)


def test_every_item_says_where_it_was_read(catalogue: Catalogue) -> None:
    for person in PEOPLE:
        for one in items(person):
            assert one.sources
            assert set(one.sources) <= set(catalogue.sources)
            assert one.text == fact_text_on(
                catalogue, KNOWN[one.name].what[0], TODAY
            )  # pay never without its age
            assert one.address == KNOWN[one.name].address


def test_what_one_s_own_country_has_is_offered() -> None:
    at_home = [one.id for one in offered(Profile(experience_level="analyst", country="GB"))]
    assert {"pmo-conference", "apm-mentoring", "apm-salary-survey"} <= set(at_home)
    away = {one.id for one in offered(Profile(experience_level="analyst", country="FR"))}
    assert not away & {one.id for one in KNOWN.values() if one.countries}


def test_whoever_reads_dutch_only_gets_nothing_in_english_only() -> None:
    found = {
        one.id: one
        for one in offered(Profile(experience_level="analyst", country="NL", reads=("nl",)))
    }
    assert "nl-pay-projectondersteuner" in found
    assert all(one.languages != ("en",) for one in found.values())


@pytest.mark.parametrize(
    ("day", "known"), [("2018-07-01", False), ("2026-01-01", False), ("2026-11-22", True)]
)
def test_of_days_long_before_nothing_is_known(day: str, known: bool) -> None:
    for person in PEOPLE:
        if person.reads is None:
            assert bool(items(person, date.fromisoformat(day))) == known


def test_everything_active_can_be_offered_but_for_what_always_stands_behind() -> None:
    found = {one.id for person in PEOPLE for one in offered(person)}
    active = {one.id for one in KNOWN.values() if one.advise and one.state == "active"}
    assert active - found == ALWAYS_BEHIND


def test_the_advice_has_it_and_lists_its_sources() -> None:
    person = ("--level", "analyst", "--country", "GB")
    told = answer("advice", "advise", *person, "--as-of", TODAY.isoformat())
    wanted = [one.name for one in items(Profile(experience_level="analyst", country="GB"))]
    assert [one["name"] for one in told["development"]] == wanted
    cited = {source for one in told["development"] for source in one["sources"]}
    assert cited <= {one["id"] for one in told["sources"]}
    assert answer("advice", "advise", *person, "--as-of", "2018-07-01")["development"] == []
