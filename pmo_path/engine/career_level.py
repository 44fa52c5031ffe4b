"""The career level: a declared level, else the role, else years; and where they disagree.

The level is about the person's work. An ambiguous title takes its default, is marked as
assumed, and to conditions it is the set of its readings.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from pmo_path.core.frozen import altered, dataclass
from pmo_path.engine.level_signs import MEANING, SEVERAL, UNLED, apart, bands, by_band, managing, meant_by
from pmo_path.model.catalogue import OURS, Catalogue
from pmo_path.model.roles import Role
from pmo_path.profile.facts import LEVELS
from pmo_path.profile.profile import Profile

_GRADE = r"(?i)^(?:junior|medior|senior|interim|acting)\s+"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What there is to say of a level: the code of a sentence, and what it names besides the facts of the profile.

    As a caution it is known by its `rule`; empty, that is the code. `levels` and `close`, the roles
    that an unknown title may mean, stand in the order in which they are named. Where it `asks`, the
    question of the role follows.
    """

    code: str
    rule: str = ""
    levels: tuple[str, ...] = ()
    close: tuple[str, ...] = ()
    asks: bool = False
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """Which levels a profile may mean, the default first; empty where nothing tells."""

    levels: tuple[str, ...]
    assumed: bool
    because: tuple[Finding, ...]
    cautions: tuple[Finding, ...] = ()


@lru_cache(maxsize=1024)
def find_role(catalogue: Catalogue, title: str) -> Role | None:
    """Return the role that a title names as a whole; a grade before a known title is dropped."""
    found = catalogue.names.find("role", title)
    if found is None:
        found = catalogue.names.find("role", re.sub(_GRADE, "", title.strip()))
    return catalogue.roles.get(found) if found else None


def read_level(catalogue: Catalogue, profile: Profile) -> Reading:
    """Return the career level that a profile tells, with reasons and cautions."""
    return _read_level(catalogue, Profile(**{fact: getattr(profile, fact) for fact in _TELLING}))


# The facts that tell a level.
_TELLING = ("role", "experience_level", "years_in_pmo", "years_in_projects", "pmos_managed", "people_led")


@lru_cache(maxsize=1024)
def _read_level(catalogue: Catalogue, profile: Profile) -> Reading:
    role = find_role(catalogue, profile.role) if profile.role else None
    reading = (
        _declared(profile, role)
        or _by_role(catalogue, profile, role)
        or _by_pmos(catalogue, profile)
        or _by_people(profile)
        or _by_years(catalogue, profile)
    )
    cautions = [
        *_title_cautions(catalogue, profile, role),
        *reading.cautions,
        *_years_cautions(catalogue, profile, reading),
        *_pmos_cautions(catalogue, profile, reading),
    ]
    return altered(reading, cautions=tuple(cautions))


def _declared(profile: Profile, role: Role | None) -> Reading | None:
    level = profile.experience_level
    if level is None:
        return None
    declared = Finding(code="level-declared", levels=(level,))
    if role is None or level in role.levels:
        return Reading((level,), False, (declared,))
    disagree = Finding(code="level-and-role-disagree", levels=(level, role.levels[0]), sources=(role.source,))
    if apart(level, role.levels) >= 2:
        return Reading((level,), False, (declared,), (disagree,))
    return Reading((level,), False, (declared, disagree))


def _by_role(catalogue: Catalogue, profile: Profile, role: Role | None) -> Reading | None:
    if role is None:
        return None
    levels: tuple[str, ...] = role.levels
    pmos = profile.pmos_managed
    if levels == ("manager",) and pmos and pmos.low >= SEVERAL:
        return _assumed(
            Finding(
                code="level-several-pmos",
                rule="level-assumed",
                levels=("manager", "director"),
                sources=_known(catalogue),
            )
        )
    if len(levels) == 1:
        return Reading(levels, False, (Finding(code="level-by-role", levels=levels),))
    if _led_settles(profile, role):
        others = (level for level in levels if level != "manager")
        return Reading(("manager",), False, (Finding(code="level-by-people", levels=("manager", *others)),))
    levels, code = _likeliest(catalogue, profile, levels)
    return _assumed(
        Finding(
            code=code,
            rule="level-assumed",
            levels=levels,
            asks=role.ask is not None,
            sources=(role.source,),
        )
    )


def _assumed(finding: Finding) -> Reading:
    """Return a reading that one finding is the reason for, and the caution."""
    return Reading(finding.levels, True, (finding,), (finding,))


def asks_who_leads(catalogue: Catalogue, profile: Profile) -> bool:
    """Whether how many people somebody leads can settle what their title means."""
    role = find_role(catalogue, profile.role) if profile.role else None
    return role is not None and _asks_who_leads(role)


def _asks_who_leads(role: Role) -> bool:
    """Whether to lead people settles what a title means: its manager is its highest reading, beside an analyst."""
    return "manager" in role.levels and "analyst" in role.levels and "director" not in role.levels


def _likeliest(catalogue: Catalogue, profile: Profile, levels: tuple[str, ...]) -> tuple[tuple[str, ...], str]:
    """Order the readings of a title, the likeliest first, and say by what.

    The reading nearest to what is managed or led goes first, then the one nearest to the band of
    years, then the default: nearest, and not only the same, so that more never means a lower level.
    """
    code, meant = meant_by(profile)
    ordered = tuple(sorted(levels, key=lambda level: apart(level, meant)))
    if len({apart(level, meant) for level in levels}) > 1:
        return by_band(catalogue, profile, ordered, meant), f"level-ambiguous-{code}"
    by_years = by_band(catalogue, profile, levels, meant)
    return by_years, "level-ambiguous-years" if by_years != levels else "level-ambiguous"


def _by_pmos(catalogue: Catalogue, profile: Profile) -> Reading | None:
    levels = managing(profile)
    if not levels:
        return None
    return _assumed(Finding(code="level-by-pmos", levels=levels, sources=_known(catalogue)))


def _by_people(profile: Profile) -> Reading | None:
    """Who leads people in a PMO manages it, or leads a team in it as its most experienced analyst."""
    led = profile.people_led
    if led is None or led.low < 1:
        return None
    return _assumed(
        Finding(
            code="level-by-team",
            rule="level-by-people",
            levels=("manager", "analyst"),
            sources=(OURS,),
        )
    )


def _pmos_cautions(catalogue: Catalogue, profile: Profile, reading: Reading) -> Iterator[Finding]:
    """Managing PMOs means level 3 or 4; where the level is another, say so."""
    meant = managing(profile)
    if meant and reading.levels and not set(meant) & set(reading.levels):
        levels = (reading.levels[0], meant[0])
        yield Finding(code="pmos-disagree", levels=levels, sources=_known(catalogue))


def may_mean(catalogue: Catalogue, profile: Profile) -> tuple[str, ...]:
    """Return the levels among which a person with this title is asked to choose; one where the title settles it."""
    role = find_role(catalogue, profile.role) if profile.role else None
    if role is None:
        return LEVELS
    if _led_settles(profile, role):
        return ("manager",)
    return ("manager", "director") if role.levels == ("manager",) else role.levels


def _led_settles(profile: Profile, role: Role) -> bool:
    return _asks_who_leads(role) and profile.people_led is not None and profile.people_led.low >= 1


def level_facts(catalogue: Catalogue, profile: Profile) -> frozenset[str]:
    """Return the facts that could still tell another level than the one read now."""
    if profile.experience_level is not None or len(may_mean(catalogue, profile)) == 1:
        return frozenset()
    if profile.role and (role := find_role(catalogue, profile.role)):
        # To the title of an ambiguous role more facts only give the readings another order.
        more = {"pmos_managed"} if len(role.levels) == 1 else {"people_led"} if _asks_who_leads(role) else set()
        return frozenset({"experience_level", *more})
    return frozenset({"experience_level", "pmos_managed", "people_led", "years_in_pmo", "years_in_projects"})


def _known(catalogue: Catalogue) -> tuple[str, ...]:
    return (MEANING,) if MEANING in catalogue.sources else ()


def _by_years(catalogue: Catalogue, profile: Profile) -> Reading:
    """Years alone are weak: the level whose band they touch, or the one next to it.

    Who has none is new to project support, which is what level 1 means.
    """
    years = profile.years_in_pmo
    if years is None or _from_delivery(catalogue, profile):
        return Reading((), False, ())
    levels = bands(catalogue, years)
    if years.high > 0:
        levels = (*levels, *(level for level in LEVELS if apart(level, levels) == 1))
    if meant_by(profile)[1] == UNLED:  # whatever the years: no PMO is managed, and nobody led
        levels = tuple(level for level in levels if level in UNLED) or (UNLED[-1],)
    return _assumed(Finding(code="level-by-years", levels=levels, sources=(OURS,)))


def _from_delivery(catalogue: Catalogue, profile: Profile) -> bool:
    """People from delivery are asked for their level in PMO work; it is not assumed."""
    if profile.role and catalogue.names.find("delivery", profile.role):
        return True
    new, projects = profile.years_in_pmo, profile.years_in_projects
    return bool(new and projects and new.high == 0 and projects.high > 0)


def _title_cautions(catalogue: Catalogue, profile: Profile, role: Role | None) -> Iterator[Finding]:
    if profile.role is None or role is not None:
        return
    if not catalogue.names.find("delivery", profile.role):
        near = catalogue.names.close("role", profile.role)
        close = tuple(role for role in near if catalogue.roles[role].title)
        code = "unknown-title-close" if close else "unknown-title"
        yield Finding(code=code, rule="unknown-title", close=close)
    elif profile.experience_level is None:
        sources = tuple(fact.source for fact in catalogue.delivery.basis)
        yield Finding(code="from-delivery", sources=sources)


def _years_cautions(catalogue: Catalogue, profile: Profile, reading: Reading) -> Iterator[Finding]:
    years = profile.years_in_pmo
    if years is None or not reading.levels:
        return
    touched = bands(catalogue, years)
    distance = min(apart(level, touched) for level in reading.levels)
    if distance:
        code = "years-far" if distance >= 2 else "years-near"
        yield Finding(code=code, levels=(reading.levels[0], touched[0]), sources=(OURS,))
