"""The summary of a team."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from pmo_path.answers.advise import advise
from pmo_path.answers.cohort import cohort
from pmo_path.answers.cohort_member import cohort_member
from pmo_path.cli.find_profiles import FoundProfile, labels
from pmo_path.contract.cohort import Cohort, UnreadProfile
from pmo_path.core.errors import PmoPathError, Problem
from pmo_path.model.catalogue import Catalogue
from pmo_path.model.on_day import on_day
from pmo_path.profile.profile import Profile


def team_summary(catalogue: Catalogue, day: date, found: Iterable[FoundProfile]) -> Cohort:
    """Return the summary of the profiles found; raise PmoPathError where none could be read."""
    people: list[tuple[FoundProfile, Profile]] = []
    unread: list[UnreadProfile] = []
    problems: list[Problem] = []
    for entry in found:
        if isinstance(entry.result, PmoPathError):
            unread.append(entry.unread())
            problems += entry.result.problems
        else:
            people.append((entry, entry.result))
    if unread and not people:
        raise PmoPathError("no profile could be read", tuple(problems), code="profiles-unread")
    names = labels([entry for entry, _ in people])
    members = [
        cohort_member(advise(catalogue, person, day), name, "")
        for name, (_, person) in zip(names, people, strict=True)
    ]
    return cohort(on_day(catalogue, day), members, unread)
