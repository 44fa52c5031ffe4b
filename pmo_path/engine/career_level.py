"""Infer a person's career level from the profile, and report where the evidence disagrees.

Evidence in order of precedence: a declared level, the role, the PMOs managed, the people led, the
years of PMO work. An ambiguous title yields several readings: the likeliest is assumed and marked
as such, and conditions see the set of all of them.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from pmo_path.core.memory import remembered
from pmo_path.engine.job_titles import find_role, is_delivery, is_doubtful, near_roles
from pmo_path.engine.level_signs import (
    MEANING_SOURCE,
    SEVERAL,
    UNLED,
    decisive_evidence,
    levels_apart,
    levels_by_pmos,
    levels_by_years,
    sorted_by_evidence,
)
from pmo_path.model.catalogue import OURS, Catalogue
from pmo_path.model.roles import Role
from pmo_path.profile.facts import FACTS
from pmo_path.profile.meanings import LEVELS
from pmo_path.profile.profile import Profile


class Finding(Struct, frozen=True, kw_only=True):
    """A statement about the level: a message code, and its values other than facts of the profile.

    `rule` identifies the finding where it is a caution; if empty, `code` does. `levels` and `close`
    (ids of the roles that an unknown title may mean) are in the order in which the message names
    them. If `asks`, the question of the role follows the message.
    """

    code: str
    rule: str = ""
    levels: tuple[str, ...] = ()
    close: tuple[str, ...] = ()
    asks: bool = False
    sources: tuple[str, ...] = ()


class Reading(Struct, frozen=True):
    """The levels that a profile may mean, the default first; empty if nothing indicates one."""

    levels: tuple[str, ...]
    assumed: bool
    because: tuple[Finding, ...]
    cautions: tuple[Finding, ...] = ()


def read_level(catalogue: Catalogue, profile: Profile) -> Reading:
    """Return the career level inferred from a profile, with reasons and cautions."""
    return _read_level(catalogue, Profile(**{fact: getattr(profile, fact) for fact in _TELLING}))


# The facts from which a level is inferred: `read_level` reduces its cache key to them.
_TELLING = tuple(row.key for row in FACTS if row.tells_level)


@remembered(1024)
def _read_level(catalogue: Catalogue, profile: Profile) -> Reading:
    role = find_role(catalogue, profile.role)
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
    return replace(reading, cautions=tuple(cautions))


def _declared(profile: Profile, role: Role | None) -> Reading | None:
    level = profile.experience_level
    if level is None:
        return None
    declared = Finding(code="level-declared", levels=(level,))
    if role is None or level in role.levels:
        return Reading((level,), False, (declared,))
    disagree = Finding(
        code="level-and-role-disagree", levels=(level, role.levels[0]), sources=(role.source,)
    )
    if levels_apart(level, role.levels) >= 2:
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
        if is_doubtful(catalogue, profile.role):
            code = "level-by-role-open"
            return _assumed(Finding(code=code, rule="level-assumed", levels=levels))
        return Reading(levels, False, (Finding(code="level-by-role", levels=levels),))
    if code := _settled_by(profile, role):
        others = (level for level in levels if level != "manager")
        return Reading(("manager",), False, (Finding(code=code, levels=("manager", *others)),))
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
    """Return an assumed reading with the finding both as its reason and as a caution."""
    return Reading(finding.levels, True, (finding,), (finding,))


def asks_who_leads(catalogue: Catalogue, profile: Profile) -> bool:
    """Whether the number of people led can settle what the profile's title means."""
    role = find_role(catalogue, profile.role)
    return role is not None and _asks_who_leads(role)


def _asks_who_leads(role: Role) -> bool:
    """Whether leading people settles what a title means: analyst or, as the highest, manager."""
    return "manager" in role.levels and "analyst" in role.levels and "director" not in role.levels


def _likeliest(
    catalogue: Catalogue, profile: Profile, levels: tuple[str, ...]
) -> tuple[tuple[str, ...], str]:
    """Return the readings of a title, the likeliest first, and the message code that says why.

    Sort by distance from the level that the PMOs managed or people led indicate, then from the
    band of years, then in the order of the role. Comparing distance rather than equality ensures
    that more experience never means a lower level.
    """
    code, meant = decisive_evidence(profile)
    ordered = tuple(sorted(levels, key=lambda level: levels_apart(level, meant)))
    if len({levels_apart(level, meant) for level in levels}) > 1:
        return sorted_by_evidence(catalogue, profile, ordered, meant), f"level-ambiguous-{code}"
    by_years = sorted_by_evidence(catalogue, profile, levels, meant)
    return by_years, "level-ambiguous-years" if by_years != levels else "level-ambiguous"


def _by_pmos(catalogue: Catalogue, profile: Profile) -> Reading | None:
    levels = levels_by_pmos(profile)
    if not levels:
        return None
    return _assumed(Finding(code="level-by-pmos", levels=levels, sources=_known(catalogue)))


def _by_people(profile: Profile) -> Reading | None:
    """Return manager or analyst for someone who leads people, else None.

    They manage the PMO, or lead a team in it as its most experienced analyst.
    """
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
    """Yield a caution if the PMOs managed indicate level 3 or 4 but the reading is another."""
    meant = levels_by_pmos(profile)
    if meant and reading.levels and not set(meant) & set(reading.levels):
        levels = (reading.levels[0], meant[0])
        yield Finding(code="pmos-disagree", levels=levels, sources=_known(catalogue))


def candidate_levels(catalogue: Catalogue, profile: Profile) -> tuple[str, ...]:
    """Return the levels that a person with this title is asked to choose from; one if settled."""
    role = find_role(catalogue, profile.role)
    if role is None:
        return LEVELS
    if _settled_by(profile, role):
        return ("manager",)
    return ("manager", "director") if role.levels == ("manager",) else role.levels


def _settled_by(profile: Profile, role: Role) -> str:
    """Return the code of the evidence that a title means manager: a PMO managed, or people led."""
    pmos, led = profile.pmos_managed, profile.people_led
    if not _asks_who_leads(role):
        return ""
    if pmos and pmos.low >= 1:
        return "level-by-managing"
    return "level-by-people" if led and led.low >= 1 else ""


def level_facts(catalogue: Catalogue, profile: Profile) -> frozenset[str]:
    """Return the facts that could still change the level as inferred now."""
    if profile.experience_level is not None or len(candidate_levels(catalogue, profile)) == 1:
        return frozenset()
    if role := find_role(catalogue, profile.role):
        # For an ambiguous role most other facts only reorder its readings.
        more = (
            {"pmos_managed"}
            if len(role.levels) == 1
            else {"pmos_managed", "people_led"}
            if _asks_who_leads(role)
            else set()
        )
        return frozenset({"experience_level", *more})
    return frozenset(_TELLING) - {"role"}


def _known(catalogue: Catalogue) -> tuple[str, ...]:
    return (MEANING_SOURCE,) if MEANING_SOURCE in catalogue.sources else ()


def _by_years(catalogue: Catalogue, profile: Profile) -> Reading:
    """Return the levels whose band the years touch, and adjacent ones: years are weak evidence.

    Zero years means new to project support, the definition of level 1. Nothing is inferred for
    people from delivery.
    """
    years = profile.years_in_pmo
    if years is None or _from_delivery(catalogue, profile):
        return Reading((), False, ())
    levels = levels_by_years(catalogue, years)
    if years.high > 0:
        levels = (*levels, *(level for level in LEVELS if levels_apart(level, levels) == 1))
    if decisive_evidence(profile)[1] == UNLED:  # manages no PMO or leads nobody, whatever the years
        levels = tuple(level for level in levels if level in UNLED) or (UNLED[-1],)
    return _assumed(Finding(code="level-by-years", levels=levels, sources=(OURS,)))


def _from_delivery(catalogue: Catalogue, profile: Profile) -> bool:
    """Whether a person comes from delivery: their level in PMO work is asked for, not inferred."""
    if is_delivery(catalogue, profile.role):
        return True
    new, projects = profile.years_in_pmo, profile.years_in_projects
    return bool(new and projects and new.high == 0 and projects.high > 0)


def _title_cautions(catalogue: Catalogue, profile: Profile, role: Role | None) -> Iterator[Finding]:
    if profile.role is None or role is not None:
        return
    if not is_delivery(catalogue, profile.role):
        close = near_roles(catalogue, profile.role)
        code = "unknown-title-close" if close else "unknown-title"
        if profile.experience_level:
            code, close = "unknown-title-level", ()
        yield Finding(code=code, rule="unknown-title", close=close)
    elif profile.experience_level is None:
        sources = tuple(fact.source for fact in catalogue.delivery.basis)
        yield Finding(code="from-delivery", sources=sources)


def _years_cautions(catalogue: Catalogue, profile: Profile, reading: Reading) -> Iterator[Finding]:
    years = profile.years_in_pmo
    if years is None or not reading.levels:
        return
    touched = levels_by_years(catalogue, years)
    distance = min(levels_apart(level, touched) for level in reading.levels)
    if distance:
        code = "years-far" if distance >= 2 else "years-near"
        yield Finding(code=code, levels=(reading.levels[0], touched[0]), sources=(OURS,))
