"""Representatives of all answers that rules and the inference of the level can distinguish."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from functools import cache
from typing import Any

from msgspec.structs import replace

from pmo_path.conditions.evaluate import evaluate
from pmo_path.conditions.facts import Facts, as_conditions_read
from pmo_path.conditions.inspect import facts_read
from pmo_path.conditions.syntax import Condition
from pmo_path.core.scalars import Range
from pmo_path.engine.career_level import read_level
from pmo_path.engine.equivalence import NO_CODE
from pmo_path.engine.job_titles import find_role
from pmo_path.engine.situation import is_new
from pmo_path.model.catalogue import Catalogue
from pmo_path.model.on_day import Day, on_day
from pmo_path.profile.meanings import EDUCATION, LEVELS, PMO_TYPES
from pmo_path.profile.profile import Profile
from proof.cells import (
    GOAL_LISTS,
    TYPE_LISTS,
    compared,
    deciding,
    lists,
    members_of,
    moments,
    numbers,
    seen_of,
)

SURROUNDING = ("works_with", "country", "reads")
NUMERIC = ("years_in_pmo", "pmos_managed", "people_led", "years_in_projects")


def titles(catalogue: Catalogue) -> list[str | None]:
    """Return a title for every set of levels that titles may mean, with a grade or without.

    Also one from delivery, an unknown one, and None for no title.
    """
    by_levels: dict[tuple[str, ...], str] = {}
    grades = [word.spellings[0] for word in catalogue.title_words if word.kind == "grade"]
    for grade, named in itertools.product(["", *grades], catalogue.roles.values()):
        title = f"{grade} {(named.titles_en or named.titles_nl)[0]}".strip()
        if role := find_role(catalogue, title):
            by_levels.setdefault(role.levels, title)
    return [None, *by_levels.values(), *catalogue.delivery.titles_en[:1], "wizard of charts"]


def answers_to(fact: str, comparing: list[Condition]) -> list[Any]:
    """Return a representative of every class of numbers that compare the same, and None (not said).

    Zero and more than zero are always different classes.
    """
    by_signature: dict[Any, Any] = {}
    for number in numbers(comparing, fact):
        more = number is not None and number.high > 0
        by_signature.setdefault((number is None, more, seen_of(fact, number, comparing)), number)
    return list(by_signature.values())


@cache
def tellings(catalogue: Catalogue) -> list[tuple[Profile, tuple[str, ...]]]:
    """Return every evidence of a level, on any day, with the levels inferred from it."""
    comparing = [
        condition
        for moment in moments(catalogue)
        for condition in compared(on_day(catalogue, moment))
    ]
    comparing = list({repr(condition): condition for condition in comparing}.values())
    values = [answers_to(fact, comparing) for fact in NUMERIC]
    ways = []

    @cache
    def read(
        title: str | None, years: Range | None, pmos: Range | None, led: Range | None, delivers: Any
    ) -> Any:
        person = Profile(
            role=title,
            years_in_pmo=years,
            years_in_projects=delivers,
            pmos_managed=pmos,
            people_led=led,
        )
        return read_level(catalogue, person).levels

    def levels_of(profile: Profile) -> Any:
        """The inference reads of years in projects only whether there are any."""
        delivers = profile.years_in_projects
        delivery_years = Range(1, 1) if delivers and delivers.high > 0 else delivers
        return read(
            profile.role,
            profile.years_in_pmo,
            profile.pmos_managed,
            profile.people_led,
            delivery_years,
        )

    for title, level in itertools.product(titles(catalogue), (None, *LEVELS)):
        for numbers_said in itertools.product(*values):
            profile = Profile(
                role=title, experience_level=level, **dict(zip(NUMERIC, numbers_said, strict=True))
            )
            ways.append((profile, (level,) if level else levels_of(profile)))
    return ways


def leads_to(goals: tuple[str, ...] | None) -> tuple[bool, bool]:
    """Return whether goals include the next level, and whether leaving PMO work is the only one."""
    return "next-level" in (goals or ()), goals == ("delivery",)


def level_classes(day: Day) -> list[Profile]:
    """Return a profile for every set of levels and every class of numbers.

    Classes of numbers are those that the rules of the day can distinguish.
    """
    comparing, classes = deciding(day), {}
    signatures: dict[Any, Any] = {}
    for profile, levels in tellings(day.catalogue):
        key: list[Any] = [levels]
        for fact in NUMERIC:
            value = getattr(profile, fact)
            if (fact, value) not in signatures:
                signatures[fact, value] = seen_of(fact, value, comparing)
            key.append(signatures[fact, value])
        key.append(is_new(profile.years_in_pmo))
        classes.setdefault(tuple(key), profile)
    return list(classes.values())


def surroundings(day: Day) -> list[Profile]:
    """Return a representative of every class of employers, countries and languages read.

    Members of a class are alike to every comparison of entry requirements. To rules that read
    these facts alone they are alike where the same ones apply, to others in every comparison.
    """
    rules = [rule.if_ for rule in day.rules if not rule.caution]
    alone = [condition for condition in rules if set(facts_read(condition)) <= {*SURROUNDING}]
    others = [condition for condition in deciding(day) if condition not in alone]
    named = {
        fact: sorted({member for condition in rules for member in members_of(condition, fact)})
        for fact in SURROUNDING
    }
    values = {
        "works_with": lists(named["works_with"]),
        "country": [None, NO_CODE, *named["country"]],
        "reads": lists(sorted({"en", *named["reads"]})),
    }
    classes: dict[Any, Profile] = {}
    for chosen in itertools.product(*values.values()):
        said = dict(zip(values, chosen, strict=True))
        facts = Facts().settle(
            {
                fact: as_conditions_read(fact, value)
                for fact, value in said.items()
                if value is not None
            }
        )
        key = (
            tuple(evaluate(condition, facts).truth is True for condition in alone),
            tuple(seen_of(fact, value, others) for fact, value in said.items()),
        )
        classes.setdefault(key, Profile(**said))
    return list(classes.values())


def whos(day: Day, step: int = 1) -> Iterator[Profile]:
    """Yield a representative of every class that rules and levels can distinguish.

    Awards and kinds of PMO are left open. With a `step`, of every `step`-th class.
    """
    around = [
        {fact: getattr(profile, fact) for fact in SURROUNDING} for profile in surroundings(day)
    ]
    comparing = deciding(day)
    education = {
        seen_of("education", diploma, comparing): diploma
        for diploma in reversed((None, *EDUCATION))
    }
    goals = {
        (*leads_to(wishes), seen_of("goals", wishes, comparing)): wishes
        for wishes in reversed(GOAL_LISTS)
    }
    every = itertools.product(
        level_classes(day), (None, *LEVELS), goals.values(), education.values(), around
    )
    for profile, level, wish, diploma, said in itertools.islice(every, 0, None, step):
        yield replace(profile, target_level=level, goals=wish, education=diploma, **said)


def offices(day: Day) -> list[list[Profile]]:
    """Return a representative of every class of PMO types, worked in or wanted.

    Members of a class are alike to every certification and rule. Classes that no rule can
    distinguish are grouped together.
    """
    groups: dict[Any, dict[Any, Profile]] = {}
    comparing = deciding(day)
    offered = [
        certification
        for name, certification in day.catalogue.certifications.items()
        if day.offered(name)
    ]
    for types, target in itertools.product(TYPE_LISTS, (None, *PMO_TYPES)):
        wanted = (target,) if target else types
        placed = tuple(
            any(place.type in (wanted or ()) for place in certification.pmo_types)
            for certification in offered
        )
        rules = (
            seen_of("pmo_types", types, comparing),
            seen_of("target_pmo_type", target, comparing),
        )
        profile = Profile(pmo_types=types, target_pmo_type=target)
        groups.setdefault(rules, {}).setdefault((bool(wanted), placed), profile)
    return [list(group.values()) for group in groups.values()]
