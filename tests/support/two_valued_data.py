"""A reading of the catalogue files of its own, by rules of two values, and people around every
threshold.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from functools import cache
from typing import Any

from paths import ROOT

from pmo_path.core.documents import read_yaml
from pmo_path.core.scalars import Range
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
    if key == "country":
        return person[key] in value.removeprefix("is ").split(" or ")
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
    """Just below, at and just above every limit of a fact; the whole of a scale or the single
    members of a list.
    """
    if fact in SCALES:
        return list(SCALES[fact])
    least = 1.0 if fact == "pmos_managed" else 0.01
    found = {float(limit) + step for limit in limits for step in (-least, 0.0, least)}
    return sorted(one for one in found if one >= 0)


def people(raw: Any) -> Iterator[dict[str, Any]]:
    """Everybody whom the comparisons of a condition can tell apart, everything said."""
    limits: dict[str, list[str]] = {}
    named: dict[str, set[str]] = {}
    countries: set[str] = set()
    for fact, value in leaves(raw):
        if fact == "country":
            countries.update(value.removeprefix("is ").split(" or "))
        elif fact.startswith(AWARDS):
            named.setdefault("holds", set()).update(value)
        elif value.startswith("includes "):
            named.setdefault(fact, set()).update(value.removeprefix("includes ").split(" or "))
        else:
            limits.setdefault(fact, []).append(compared(value)[1])
    ways: dict[str, list[Any]] = {"experience_level": list(LEVELS)}
    ways |= {
        fact: around(fact, found) for fact, found in limits.items() if not fact.endswith("_level")
    }
    if countries:
        ways["country"] = [*sorted(countries), "ZZ"]  # the last stands for every other
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
    """What conditions see of a person: the level that is wanted is the one aimed for, the next, or
    the own.
    """
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
            if fact.startswith(AWARDS) or fact == "country" or value.startswith("includes "):
                continue
            limit = compared(value)[1]
            truths = {true_of(raw, {**facts, fact: one}) for one in around(fact, [limit])}
            if len(truths) == 2:
                found.add((fact, value))
    return found


def day_of(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def a_day_in(entry: Mapping[str, Any]) -> date:
    until = day_of(entry.get("until"))
    return (
        until - A_DAY if until else max(day_of(entry.get("from")) or date.min, date(2026, 11, 22))
    )
