"""Every threshold of the shipped catalogue, at it, just below it and just above it.

What must come of it is worked out here from `data/` as it is written, by rules of two values: this
file has its own reading of conditions, of days and of levels, and asks the program only for its answers.
"""

from __future__ import annotations

import calendar
import itertools
import re
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from functools import cache
from typing import Any

import pytest
from paths import ROOT, SMALL
from strategies import shipped

from pmo_path.answers.advise import advise
from pmo_path.answers.cautions import cautions
from pmo_path.answers.development import development
from pmo_path.catalogue.load import load_catalogue
from pmo_path.core.documents import read_yaml
from pmo_path.core.scalars import Range
from pmo_path.engine.award_validity import holdings
from pmo_path.engine.career_level import read_level
from pmo_path.engine.decision import decide
from pmo_path.engine.situation import read_case
from pmo_path.model.on_day import on_day
from pmo_path.profile.profile import Held, Profile, certificates_for

A_DAY = timedelta(days=1)
LEVELS = ("entry", "analyst", "manager", "director")
SCALES = {
    "career_level": LEVELS,
    "wanted_level": LEVELS,
    "target_level": LEVELS,
    "education": ("none", "secondary", "bachelor", "postgraduate"),
    "target_pmo_type": ("operational", "tactical", "portfolio", "enterprise", "coe"),
    "experience_accepted": ("no", "yes"),
}
TESTS = {
    "at least": lambda value, limit: value >= limit,
    "at most": lambda value, limit: value <= limit,
    "more than": lambda value, limit: value > limit,
    "less than": lambda value, limit: value < limit,
    "is": lambda value, limit: value == limit,
}
Person = Mapping[str, Any]


@cache
def data(name: str) -> Any:
    """A file of the catalogue, as it is written: mappings, lists and text."""
    return read_yaml((ROOT / "data" / f"{name}.yaml").read_text("utf-8"), name).data


NAMED = {one["name"]: one["condition"] for one in data("certifications").get("conditions", ())}


# --- conditions, read anew -----------------------------------------------------------


def leaves(raw: Any) -> Iterator[tuple[str, Any]]:
    for key, value in raw.items():
        if key in ("all", "any"):
            yield from itertools.chain.from_iterable(map(leaves, value))
        elif key == "at least":
            yield from itertools.chain.from_iterable(map(leaves, value["of"]))
        elif key == "not":
            yield from leaves(value)
        elif key == "named":
            yield from leaves(NAMED[value])
        else:
            yield key, value


AWARDS = ("holds ", "valid ")


def true_of(raw: Any, person: Person) -> bool:
    """Whether a condition holds of a person of whom everything is known."""
    return all(_entry(key, value, person) for key, value in raw.items())


def _entry(key: str, value: Any, person: Person) -> bool:
    if key in ("all", "any"):
        return (all if key == "all" else any)(true_of(one, person) for one in value)
    if key == "at least":
        return sum(true_of(one, person) for one in value["of"]) >= int(value["n"])
    if key == "not":
        return not true_of(value, person)
    if key == "named":
        return true_of(NAMED[value], person)
    if key.startswith(AWARDS):  # awards without a day count as valid
        return (any if key.endswith("any") else all)(one in person["holds"] for one in value)
    if value.startswith("includes "):
        return any(one in person[key] for one in value.removeprefix("includes ").split(" or "))
    how, limit = compared(value)
    if key in SCALES:
        scale, said = SCALES[key], person[key]
        return said is not None and bool(TESTS[how](scale.index(said), scale.index(limit)))
    return bool(TESTS[how](person[key], float(limit)))


def compared(text: str) -> tuple[str, str]:
    match = re.fullmatch(r"(at least|at most|more than|less than|is) (\S+)", text)
    assert match, text
    return match[1], match[2]


def around(fact: str, limits: list[str]) -> list[Any]:
    """Just below, at and just above every limit of a fact; the whole of a scale or the single members of a list."""
    if fact in SCALES:
        return list(SCALES[fact])
    least = 1.0 if fact == "pmos_managed" else 0.01
    found = {float(limit) + step for limit in limits for step in (-least, 0.0, least)}
    return sorted(one for one in found if one >= 0)


def people(raw: Any) -> Iterator[dict[str, Any]]:
    """Everybody whom the comparisons of a condition can tell apart, everything said."""
    limits: dict[str, list[str]] = {}
    named: dict[str, set[str]] = {}
    for fact, value in leaves(raw):
        if fact.startswith(AWARDS):
            named.setdefault("holds", set()).update(value)
        elif value.startswith("includes "):
            named.setdefault(fact, set()).update(value.removeprefix("includes ").split(" or "))
        else:
            limits.setdefault(fact, []).append(compared(value)[1])
    ways: dict[str, list[Any]] = {"experience_level": list(LEVELS)}
    ways |= {
        fact: around(fact, found) for fact, found in limits.items() if not fact.endswith("_level")
    }
    if {"wanted_level", "target_level"} & set(limits):
        ways["target_level"] = [*LEVELS] if "target_level" in limits else [None, *LEVELS]
        named.setdefault("goals", set()).add("next-level")
    for fact, members in named.items():
        some = (
            list(itertools.product((True, False), repeat=len(members))) if len(members) < 5 else []
        )
        several = [tuple(itertools.compress(sorted(members), one)) for one in some]
        ways[fact] = several or [(), *((one,) for one in sorted(members))]
    for values in itertools.product(*ways.values()):
        yield dict(zip(ways, values, strict=True))


def seen(person: Person) -> dict[str, Any]:
    """What conditions see of a person: the level that is wanted is the one aimed for, the next, or the own."""
    own = person["experience_level"]
    higher = (
        LEVELS[min(LEVELS.index(own) + 1, 3)] if "next-level" in person.get("goals", ()) else own
    )
    wanted = person.get("target_level") or higher
    return {
        "goals": (),
        "pmo_types": (),
        "holds": (),
        "holds_other": (),
        **person,
        "career_level": own,
        "wanted_level": wanted,
    }


def profile(person: Person) -> Profile:
    said = {
        key: Range(value, value) if isinstance(value, float) else value
        for key, value in person.items()
    }
    other = certificates_for(person.get("holds_other", ()))
    return Profile(
        **{**said, "holds": tuple(map(Held, person.get("holds", ()))), "holds_other": other}
    )


def decisive(raw: Any) -> set[tuple[str, str]]:
    """The comparisons of a condition that decide for somebody, all else being equal."""
    found = set()
    for person in people(raw):
        facts = seen(person)
        for fact, value in leaves(raw):
            if fact.startswith(AWARDS) or value.startswith("includes "):
                continue
            limit = compared(value)[1]
            truths = {true_of(raw, {**facts, fact: one}) for one in around(fact, [limit])}
            if len(truths) == 2:
                found.add((fact, value))
    return found


RULES = data("rules")["rules"]
ENTRIES = [
    pytest.param(one["id"], number, id=f"{one['id']}-{number}")
    for one in data("certifications")["certifications"]
    for number, version in enumerate(one.get("entry", ()))
    if version.get("required")
]
WRITTEN = {one["id"]: one for one in data("certifications")["certifications"]}


def day_of(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def a_day_in(entry: Mapping[str, Any]) -> date:
    until = day_of(entry.get("until"))
    return (
        until - A_DAY if until else max(day_of(entry.get("from")) or date.min, date(2026, 11, 22))
    )


# --- thresholds of rules and of entry requirements -----------------------------------


@pytest.mark.parametrize("rule", RULES, ids=[rule["id"] for rule in RULES])
def test_a_rule_applies_to_whom_its_condition_describes(rule: Mapping[str, Any]) -> None:
    day, outcomes = on_day(shipped(), a_day_in(rule)), set()
    for person in people(rule["if"]):
        applies = rule["id"] in {one.id for one in read_case(day, profile(person)).applied}
        assert applies is true_of(rule["if"], seen(person)), person
        outcomes.add(applies)
    assert outcomes == ({True, False} if list(leaves(rule["if"])) else {True})
    limits = {
        (fact, text)
        for fact, text in leaves(rule["if"])
        if isinstance(text, str) and "includes" not in text
    }
    assert decisive(rule["if"]) == limits, "a threshold that decides for nobody was not tried"


@pytest.mark.parametrize(("certification", "number"), ENTRIES)
def test_entry_is_open_to_whom_its_requirements_describe(certification: str, number: int) -> None:
    version = WRITTEN[certification]["entry"][number]
    wanted = {"all": [one["condition"] for one in version["required"]]}
    day, outcomes = on_day(shipped(), a_day_in(version)), set()
    assert day.entry(certification) == shipped().certifications[certification].entry[number]
    for person in people(wanted):
        held = {
            *person.get("holds", ()),
            *(one for own in person.get("holds", ()) for one in shipped().implies.get(own, ())),
        }
        truth = read_case(day, profile(person)).eligibility(certification).truth
        assert truth is true_of(wanted, {**seen(person), "holds": held}), person
        outcomes.add(truth)
    assert outcomes == {True, False}
    limits = {
        (fact, text)
        for fact, text in leaves(wanted)
        if isinstance(text, str) and "includes" not in text
    }
    assert decisive(wanted) == limits, "a threshold that decides for nobody was not tried"


def test_there_are_thresholds_of_every_kind() -> None:
    conditions = [rule["if"] for rule in RULES]
    conditions += [
        one["condition"]
        for entry in WRITTEN.values()
        for v in entry.get("entry", ())
        for one in v.get("required", ())
    ]
    found = [
        (fact, *compared(text))
        for raw in conditions
        for fact, text in leaves(raw)
        if isinstance(text, str) and "includes" not in text
    ]
    assert {how for _, how, _ in found} == set(TESTS)
    assert {
        "years_in_pmo",
        "years_in_projects",
        "pmo_education_hours",
        "pmos_managed",
        "education",
    } <= {fact for fact, _, _ in found}


# --- days on which something begins or ends ------------------------------------------


@pytest.mark.parametrize("rule", RULES, ids=[rule["id"] for rule in RULES])
def test_a_rule_is_in_force_from_its_first_day_until_the_day_that_it_names(
    rule: Mapping[str, Any],
) -> None:
    first, end = day_of(rule.get("from")), day_of(rule.get("until"))
    for edge in (first, end, date(2026, 11, 22)):
        for day in (edge - A_DAY, edge, edge + A_DAY) if edge else ():
            there = (first is None or day >= first) and (end is None or day < end)
            assert (rule["id"] in {one.id for one in on_day(shipped(), day).rules}) is there, day


@pytest.mark.parametrize("certification", WRITTEN)
def test_status_and_entry_change_on_the_day_that_is_written(certification: str) -> None:
    written = WRITTEN[certification]
    edges = {
        day_of(one.get(key))
        for what in ("status", "entry")
        for one in written.get(what, ())
        for key in ("from", "until")
    }
    for edge in sorted(one for one in edges if one):
        for day in (edge - A_DAY, edge, edge + A_DAY):
            begun = [
                one
                for one in written["status"]
                if not one.get("from") or day_of(one["from"]) <= day
            ]
            here = on_day(shipped(), day)
            assert here.status[certification] == (begun[-1]["status"] if begun else "unknown"), day
            versions = [
                number
                for number, one in enumerate(written.get("entry", ()))
                if (day_of(one.get("from")) or date.min)
                <= day
                < (day_of(one.get("until")) or date.max)
            ]
            entry = (
                shipped().certifications[certification].entry[versions[-1]] if versions else None
            )
            assert here.entry(certification) == entry, day


# --- how long an award lasts ---------------------------------------------------------


def months_later(day: date, months: int) -> date:
    year, month = day.year + (day.month - 1 + months) // 12, (day.month - 1 + months) % 12 + 1
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def lasting() -> Iterator[Any]:
    for one in WRITTEN.values():
        for rule in one.get("validity", ()):
            early, due = day_of(rule.get("early_until")), day_of(rule.get("early_due"))
            for awarded in (
                date(2024, 2, 29),
                *((early - A_DAY, early, early + A_DAY) if early else ()),
            ):
                last = (
                    due
                    if early and due and awarded < early
                    else months_later(awarded, int(rule["months"]))
                )
                yield pytest.param(one["id"], awarded, last, id=f"{one['id']}-{awarded}")


@pytest.mark.parametrize(("certification", "awarded", "last"), list(lasting()))
def test_an_award_is_valid_to_its_last_day_and_lapses_within_a_year_of_it(
    certification: str, awarded: date, last: date
) -> None:
    year = timedelta(days=365)
    begins = max(
        (day_of(one.get("from")) or date.min for one in WRITTEN[certification]["validity"]),
        default=date.min,
    )
    expected = {
        last - year - A_DAY: "valid",
        last - year: "lapsing",
        last - A_DAY: "lapsing",
        last: "lapsing",
        last + A_DAY: "lapsed",
    }
    told = {"valid": (), "lapsing": ("lapsing",), "lapsed": ("lapsed",)}
    for day, state in expected.items():
        if day < begins or day < awarded:
            continue
        held = Profile(experience_level="analyst", holds=(Held(certification, awarded),))
        found = holdings(shipped(), held, day)[certification]
        assert (found.state, found.due) == (state, last), day
        warned = {
            one.rule
            for one in cautions(decide(on_day(shipped(), day), held))
            if one.certification == certification
        }
        assert warned & {"lapsing", "lapsed"} == set(told[state]), day


@pytest.mark.parametrize(
    "certification", [one for one, written in WRITTEN.items() if written.get("validity")]
)
def test_a_rule_of_validity_holds_from_its_first_day(certification: str) -> None:
    first = day_of(WRITTEN[certification]["validity"][0].get("from"))
    held = Profile(holds=(Held(certification, date(2016, 1, 1)),))
    for day in (first - A_DAY, first, first + A_DAY) if first else ():
        known = holdings(shipped(), held, day)[certification].state != "unknown"
        assert known is (day >= first)


# --- bands of years, and PMOs managed ------------------------------------------------

BANDS = [
    (one["id"], float(one["years"]["low"]), float(one["years"].get("high", "inf")))
    for one in data("roles")["career_levels"]
]
YEARS = sorted({max(0.0, edge + step) for _, edge, _ in BANDS for step in (-0.01, 0.0, 0.01)})


@pytest.mark.parametrize("years", YEARS)
def test_years_tell_the_level_of_their_band(years: float) -> None:
    (band,) = (level for level, low, high in BANDS if low <= years < high)
    reading = read_level(shipped(), Profile(years_in_pmo=Range(years, years)))
    near = (
        [one for one in LEVELS if abs(LEVELS.index(one) - LEVELS.index(band)) == 1]
        if years > 0
        else []
    )
    assert reading.levels == (band, *near)
    for level in LEVELS:
        distance = abs(LEVELS.index(level) - LEVELS.index(band))
        said = read_level(
            shipped(), Profile(experience_level=level, years_in_pmo=Range(years, years))
        )
        warned = [finding.code for finding in said.cautions]
        assert warned == (
            [] if not distance else ["years-near"] if distance == 1 else ["years-far"]
        ), level


@pytest.mark.parametrize(
    ("pmos", "levels"),
    [
        (0, ()),
        (1, ("manager",)),
        (2, ("director",)),
        (3, ("director",)),
        ((1, 2), ("manager", "director")),
    ],
)
def test_who_manages_one_pmo_is_a_manager_and_who_runs_several_a_director(
    pmos: Any, levels: tuple[str, ...]
) -> None:
    low, high = pmos if isinstance(pmos, tuple) else (pmos, pmos)
    assert read_level(shipped(), Profile(pmos_managed=Range(low, high))).levels == levels
    manager = read_level(shipped(), Profile(role="PMO manager", pmos_managed=Range(low, high)))
    assert manager.levels == (("manager", "director") if low >= 2 else ("manager",))


@pytest.mark.parametrize(
    ("new", "projects", "levels"),
    [(0, 0, ("entry",)), (0, 0.01, ()), (0.01, 5, ("entry", "analyst"))],
)
def test_who_is_new_but_knows_projects_comes_from_delivery(
    new: float, projects: float, levels: tuple[str, ...]
) -> None:
    person = Profile(years_in_pmo=Range(new, new), years_in_projects=Range(projects, projects))
    assert read_level(shipped(), person).levels == levels


# --- how old what is known may be ----------------------------------------------------


def test_facts_are_stale_half_a_year_after_they_were_checked() -> None:
    small = load_catalogue(SMALL)
    checked = date(2026, 11, 20)  # of all its sources
    for days, stale in ((179, False), (180, False), (181, True)):
        advice = advise(small, Profile(experience_level="entry"), checked + timedelta(days=days))
        assert ("stale" in {one.rule for one in advice.cautions}) is stale, days


def test_what_there_is_beyond_the_exam_is_told_from_half_a_year_before_it_was_checked() -> None:
    first = min(date.fromisoformat(one["verified_on"]) for one in data("sources")["sources"])
    for days, told in ((179, True), (180, True), (181, False)):
        day = on_day(shipped(), first - timedelta(days=days))
        assert bool(development(read_case(day, Profile()))) is told, days
