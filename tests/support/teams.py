"""Teams of people."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from paths import EXAMPLES
from strategies import shipped
from written import TODAY

from pmo_path.answers.advise import advise
from pmo_path.answers.cohort import cohort
from pmo_path.answers.cohort_member import cohort_member
from pmo_path.cli.find_profiles import found_profiles
from pmo_path.contract.advice import Total
from pmo_path.contract.cohort import Cohort, Deadline, Member, Need, UnreadProfile
from pmo_path.contract.unknown import Lacking, Unknown
from pmo_path.core.errors import PmoPathError
from pmo_path.model.catalogue import Catalogue
from pmo_path.model.on_day import on_day
from pmo_path.profile.profile import Profile

TEAM = EXAMPLES / "team-of-12.csv"


def one(
    profile: Profile, label: str, day: date = TODAY, catalogue: Catalogue | None = None
) -> Member:
    known = catalogue or shipped()
    return cohort_member(advise(known, profile, day), label, f"{label}.html")


def team_of(members: Sequence[Member], day: date = TODAY, unread: Sequence[str] = ()) -> Cohort:
    return cohort(on_day(shipped(), day), members, [unread_at(place) for place in unread])


def unread_at(place: str) -> UnreadProfile:
    """Return a profile without a report, at a place such as `team.csv:14`."""
    file, _, line = place.partition(":")
    where = int(line) if line.isdecimal() else None
    return UnreadProfile(id=None, name=None, file=file, sheet=None, line=where, place=place)


def shipped_team(catalogue: Catalogue) -> Cohort:
    """Return the answer for the shipped example."""
    people = [found.result for found in found_profiles(str(TEAM), catalogue.names)]
    assert not [found for found in people if isinstance(found, PmoPathError)]
    return team_of(
        [one(person, str(person.name)) for person in people if isinstance(person, Profile)]
    )


NOTHING = Need(known="nothing", total=None, not_published=(), lacking=())


def need(
    known: Any, low: float = 0, high: float = 0, currency: str | None = None, *lacking: str
) -> Need:
    total: Total | Unknown | None = None
    if known == "unpublished":
        total = Unknown(ask="the owner")
    elif known in ("published", "partly"):
        on = ("2026-03",) if currency else ()
        total = Total(low=low, high=high, currency=currency, on=on)
    parts = tuple(Lacking(what="cost", about=text, text=text, ask="the owner") for text in lacking)
    return Need(known=known, total=total, not_published=lacking, lacking=parts)


def made_up(person: str, days: Need = NOTHING, cost: Need = NOTHING, **more: Any) -> Member:
    values: dict[str, Any] = {
        "id": None,
        "report": f"{person}.html",
        "career_level": "entry",
        "assumed": False,
        "next_steps": (),
        "gaps": (),
        "missing_facts": (),
        "deciding_facts": (),
        "deadline": None,
        "lapsing": (),
        "calendar": (),
        "undated": (),
        **more,
    }
    return Member(person=person, training_days=days, cost=cost, **values)


def due(person: str, day: str | None, state: Any = "fits") -> Deadline | None:
    """Return a made-up deadline, as seen today."""
    if day is None:
        return None
    left = (date.fromisoformat(day) - TODAY).days
    return Deadline(person=person, needed_by=day, days_left=left, state=state)
