"""Explanations of every certification to the people of the golden files."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import Any

from goldens import PEOPLE
from strategies import shipped

from pmo_path.answers.explain import explain
from pmo_path.contract.explanation import Explanation
from pmo_path.core.documents import Document
from pmo_path.core.scalars import parse_day
from pmo_path.engine.decision import Decision, decide
from pmo_path.model.on_day import on_day
from pmo_path.profile.parse import read_profile
from pmo_path.profile.profile import Profile

TODAY = date(2026, 11, 22)
IDS = sorted(shipped().certifications)


def profile_of(data: Mapping[str, Any]) -> Profile:
    return read_profile(Document("a person", dict(data), {}), shipped().names)


@cache
def decision_of(person: str) -> Decision:
    case = PEOPLE[person]
    return decide(on_day(shipped(), parse_day(case["on"])), profile_of(case["profile"]))


@cache
def explained(person: str, certification: str) -> Explanation:
    case = PEOPLE[person]
    return explain(shipped(), certification, profile_of(case["profile"]), parse_day(case["on"]))


def in_vain(person: str, certification: str) -> bool:
    """Whether there may be no change to find, which takes the longest to tell."""
    neighbour = not shipped().certifications[certification].career_levels
    return neighbour or decision_of(person).verdicts[certification] == "alternative"


ALTERNATIVES = (
    ("p3o-foundation", "graduate-today"),
    ("p3o-practitioner", "aspiring-manager"),
    ("ipmo-p", "manager-sets-up"),
)

# Every certification is explained to every person, but to one only where the search may be in vain.
PAIRS = [
    (person, one)
    for number, one in enumerate(IDS)
    for place, person in enumerate(PEOPLE)
    if place == number % len(PEOPLE) or not in_vain(person, one) or (one, person) in ALTERNATIVES
]


def wanted(person: str, certification: str) -> tuple[str, ...]:
    first = decision_of(person).verdicts[certification] == "alternative"
    return ("recommended",) if first else ("recommended", "alternative")
