"""Made-up people and catalogues to measure with."""

from __future__ import annotations

import itertools
import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random
from typing import Any

Population = Callable[[int, Random], dict[str, Any]]

ROLES = (
    "PMO analyst",
    "PMO manager",
    "project support officer",
    "head of enterprise PMO",
    "PMO director",
    "programme manager",
    "planner",
    "chief wizard",
    None,
)
TYPES = ("operational", "tactical", "portfolio", "enterprise", "coe")
GOALS = ("basics", "frameworks", "service-design", "set-up-pmo", "next-level")
LEVELS = ("entry", "analyst", "manager", "director")
HELD = ("p3o-foundation", "pmp", "ipmo-f", "ppso-essentials", "prince2-foundation", "pmo-cp")


def alike(number: int, some: Random) -> dict[str, Any]:
    """The facts of people of whom the program makes a few thousand classes."""
    return {
        "role": ROLES[number % 4],
        "pmo_types": some.choice(([], ["operational"], ["tactical"], ["enterprise", "coe"], None)),
        "goals": some.choice((["basics"], ["frameworks"], ["service-design", "next-level"], None)),
        "holds": some.choice(([], ["p3o-foundation"], ["pmp", "ipmo-f"], None)),
        "years_in_pmo": number % 23 / 2,
    }


def team(number: int, some: Random) -> dict[str, Any]:
    """The facts that a mentor's table of a team has: less is known, and dates of awards are."""
    held = some.sample(HELD, some.choice((0, 0, 1, 2)))
    return {
        "role": some.choice(ROLES),
        "pmo_types": some.choice((["tactical"], ["portfolio"], ["enterprise"])),
        "years_in_pmo": some.randrange(40) / 2,
        "holds": [{"certification": name, "awarded_on": past(some)} for name in held],
        "education": some.choice(("secondary", "bachelor", "postgraduate", None)),
        "goals": some.choice((["frameworks"], ["service-design"], ["next-level"], None)),
        "country": some.choice(("GB", "NL", "DE")),
    }


def different(number: int, some: Random) -> dict[str, Any]:
    """Facts of all kinds, each said or not."""
    held: list[Any] = [
        name if some.random() < 0.5 else {"certification": name, "awarded_on": past(some)}
        for name in some.sample(HELD, some.choice((0, 0, 1, 1, 2, 3)))
    ]
    facts: dict[str, Any] = {
        "role": some.choice(ROLES[:-1]),
        "experience_level": some.choice((*LEVELS, *[None] * 8)),
        "pmo_types": some.sample(TYPES, some.randint(0, 2)),
        "years_in_pmo": round(some.uniform(0, 25), 1),
        "years_in_projects": round(some.uniform(0, 25), 1),
        "holds": held,
        "goals": some.sample(GOALS, some.randint(0, 2)),
        "target_level": some.choice((*LEVELS, *[None] * 4)),
        "target_pmo_type": some.choice((*TYPES, *[None] * 5)),
        "education": some.choice(("none", "secondary", "bachelor", "postgraduate")),
        "pmo_education_hours": some.randint(0, 90),
        "reads": some.sample(("en", "nl", "de", "fr", "zh", "pt"), some.randint(1, 3)),
        "budget": f"{some.randint(100, 6000)} {some.choice(('GBP', 'EUR', 'USD'))}",
        "hours_per_week": some.randint(1, 20),
        "pmos_managed": some.randint(0, 4),
        "country": some.choice(("GB", "NL", "DE", "US", "CN", "BR")),
    }
    return {fact: value for fact, value in facts.items() if some.random() < 0.75}


def past(some: Random) -> str:
    """Return a day of the last eighteen years."""
    return f"{some.randint(2008, 2025)}-{some.randint(1, 12):02d}-{some.randint(1, 28):02d}"


def profiles(count: int, facts: Population) -> Iterator[dict[str, Any]]:
    """Yield `count` people as the data of their profiles, no two alike, and always the same."""
    some = Random(7)
    for number in range(count):
        yield {"name": f"Person {number}", **facts(number, some)}


def people(count: int, path: Path, facts: Population) -> Path:
    """Write `count` people as JSON lines."""
    with path.open("w", encoding="utf-8") as file:
        file.writelines(json.dumps(said) + "\n" for said in profiles(count, facts))
    return path


def synthetic(count: int, target: Path) -> Path:
    """Make a catalogue of `count` certifications: the shipped ones, and copies with new ids."""
    from pmo_path.catalogue.load import data_directory

    target.mkdir()
    for file in data_directory().glob("*.yaml"):
        (target / file.name).write_bytes(file.read_bytes())
    path = target / "certifications.yaml"
    before, _, rest = path.read_text("utf-8").partition("\ncertifications:\n")
    certifications, mark, after = rest.partition("\nother_certificates:\n")
    head, *entries = re.split(r"(?m)^  - id: ", certifications)
    made = {re.match(r"\S+", entry)[0]: entry for entry in entries}  # type: ignore[index]
    copied = sorted(entries, key=len)[:-10]  # not the longest: a file may have 4 MB
    for number in itertools.count(1):
        for entry in copied:
            if len(made) < count:
                name, rest = re.match(r"(\S+)(.*)", entry, re.DOTALL).groups()  # type: ignore[union-attr]
                made[f"{name}-copy-{number}"] = f"{name}-copy-{number}{rest}"
        if len(made) >= count:
            break
    body = "".join(f"  - id: {made[name].rstrip()}\n" for name in sorted(made))
    path.write_text(f"{before}\ncertifications:\n{head}{body}{mark}{after}", encoding="utf-8")
    return target
