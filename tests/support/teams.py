"""Teams of people."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from paths import EXAMPLES
from strategies import shipped
from written import TODAY

from pmo_path.answers.advise import advise
from pmo_path.answers.catalogue_views import catalogue_info
from pmo_path.answers.cohort import cohort, cohort_member
from pmo_path.cli.find_profiles import found_profiles
from pmo_path.contract.cohort import Cohort, Member
from pmo_path.core.errors import PmoPathError
from pmo_path.engine.award_validity import holdings
from pmo_path.model.catalogue import Catalogue
from pmo_path.model.on_day import on_day
from pmo_path.profile.profile import Profile

TEAM = EXAMPLES / "team-of-12.csv"


def one(
    profile: Profile, label: str, day: date = TODAY, catalogue: Catalogue | None = None
) -> Member:
    known = catalogue or shipped()
    return cohort_member(
        advise(known, profile, day), label, f"{label}.html", holdings(known, profile, day)
    )


def team_of(members: Sequence[Member], day: date = TODAY, unread: Sequence[str] = ()) -> Cohort:
    return cohort(members, day.isoformat(), catalogue_info(on_day(shipped(), day)), unread)


def shipped_team(catalogue: Catalogue) -> Cohort:
    """Return the answer for the shipped example."""
    people = [found.result for found in found_profiles(str(TEAM), catalogue.names)]
    assert not [found for found in people if isinstance(found, PmoPathError)]
    return team_of(
        [one(person, str(person.name)) for person in people if isinstance(person, Profile)]
    )
