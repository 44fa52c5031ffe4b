"""The career level: a declared level, else the role, else years; and where they disagree.

The level is about the person's work. An ambiguous title takes its default, is marked as
assumed, and to conditions it is the set of its readings.
"""

from __future__ import annotations

import re
from functools import lru_cache

from pmo_path.contract.advice import Caution, LevelView
from pmo_path.core.frozen import altered, dataclass
from pmo_path.core.scalars import Range
from pmo_path.core.text import printable
from pmo_path.engine.level_signs import MEANING, SEVERAL, UNLED, apart, bands, by_band, managing, meant_by
from pmo_path.messages.catalog import say
from pmo_path.messages.grammar import counted, join, people_words
from pmo_path.model.catalogue import OURS, Catalogue
from pmo_path.model.roles import Role
from pmo_path.profile.facts import LEVELS
from pmo_path.profile.profile import Profile

_GRADE = r"(?i)^(?:junior|medior|senior|interim|acting)\s+"


@dataclass(frozen=True, slots=True)
class Reading:
    """Which levels a profile may mean, the default first; empty where nothing tells."""

    levels: tuple[str, ...]
    assumed: bool
    because: tuple[str, ...]
    cautions: tuple[Caution, ...] = ()

    def view(self, catalogue: Catalogue) -> LevelView | None:
        """Return the level as the advice shows it."""
        if not self.levels:
            return None
        first, *others = self.levels
        number = catalogue.levels[first].number
        return LevelView(
            id=first, number=number, assumed=self.assumed, other_readings=tuple(others), because=self.because
        )


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
        _declared(catalogue, profile, role)
        or _by_role(catalogue, profile, role)
        or _by_pmos(catalogue, profile)
        or _by_people(catalogue, profile)
        or _by_years(catalogue, profile)
    )
    cautions = [
        *_title_cautions(catalogue, profile, role),
        *reading.cautions,
        *_years_cautions(catalogue, profile, reading),
        *_pmos_cautions(catalogue, profile, reading),
    ]
    return altered(reading, cautions=tuple(cautions))


def _declared(catalogue: Catalogue, profile: Profile, role: Role | None) -> Reading | None:
    level = profile.experience_level
    if level is None:
        return None
    because = [say("level-declared", level=level_name(catalogue, level))]
    cautions = []
    if role and level not in role.levels:
        distance = min(abs(LEVELS.index(level) - LEVELS.index(one)) for one in role.levels)
        text = say(
            "level-and-role-disagree",
            level=level_name(catalogue, level),
            role=shown(profile.role),
            other=level_name(catalogue, role.levels[0]),
        )
        if distance >= 2:
            cautions.append(Caution(rule="level-and-role-disagree", text=text, sources=(role.source,)))
        else:
            because.append(text)
    return Reading((level,), False, tuple(because), tuple(cautions))


def _by_role(catalogue: Catalogue, profile: Profile, role: Role | None) -> Reading | None:
    if role is None:
        return None
    title = shown(profile.role)
    levels: tuple[str, ...] = role.levels
    pmos = profile.pmos_managed
    if levels == ("manager",) and pmos and pmos.low >= SEVERAL:
        text = say("level-several-pmos", role=title, number=counted(pmos, "PMO"))
        caution = Caution(rule="level-assumed", text=text, sources=_known(catalogue))
        return Reading(("manager", "director"), True, (text,), (caution,))
    if len(levels) == 1:
        because = say("level-by-role", role=title, level=level_name(catalogue, levels[0]))
        return Reading(levels, False, (because,))
    led = profile.people_led
    if led and _led_settles(profile, role):
        because = say(
            "level-by-people",
            role=title,
            level=level_name(catalogue, "manager"),
            others=join((level_name(catalogue, level) for level in levels if level != "manager"), "or"),
            people=people_words(led),
        )
        return Reading(("manager",), False, (because,))
    levels, code = _likeliest(catalogue, profile, levels)
    names = [level_name(catalogue, level) for level in levels]
    values = {"years": _counted(profile.years_in_pmo, "year"), "pmos": _counted(pmos, "PMO")}
    values["people"] = people_words(led) if led else ""
    because = say(code, role=title, level=names[0], others=join(names[1:], "or"), **values)
    text = f"{because} {say('ask-role', question=role.ask.en)}" if role.ask else because
    caution = Caution(rule="level-assumed", text=text, sources=(role.source,))
    return Reading(levels, True, (because,), (caution,))


def _counted(number: Range | None, noun: str) -> str:
    return counted(number, noun) if number else ""


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
    levels, pmos = managing(profile), profile.pmos_managed
    if not levels or pmos is None:
        return None
    text = say("level-by-pmos", number=counted(pmos, "PMO"), level=level_name(catalogue, levels[0]))
    return Reading(levels, True, (text,), (Caution(rule="level-by-pmos", text=text, sources=_known(catalogue)),))


def _by_people(catalogue: Catalogue, profile: Profile) -> Reading | None:
    """Who leads people in a PMO manages it, or leads a team in it as its most experienced analyst."""
    led = profile.people_led
    if led is None or led.low < 1:
        return None
    levels = ("manager", "analyst")
    first, other = (level_name(catalogue, level) for level in levels)
    text = say("level-by-team", people=people_words(led), level=first, other=other)
    return Reading(levels, True, (text,), (Caution(rule="level-by-people", text=text, sources=(OURS,)),))


def _pmos_cautions(catalogue: Catalogue, profile: Profile, reading: Reading) -> list[Caution]:
    """Managing PMOs means level 3 or 4; where the level is another, say so."""
    meant, pmos = managing(profile), profile.pmos_managed
    if not meant or pmos is None or not reading.levels or set(meant) & set(reading.levels):
        return []
    text = say(
        "pmos-disagree",
        number=counted(pmos, "PMO"),
        meant=level_name(catalogue, meant[0]),
        level=level_name(catalogue, reading.levels[0]),
    )
    return [Caution(rule="pmos-disagree", text=text, sources=_known(catalogue))]


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
    because = say("level-by-years", years=counted(years, "year"), level=level_name(catalogue, levels[0]))
    caution = Caution(rule="level-by-years", text=because, sources=(OURS,))
    return Reading(levels, True, (because,), (caution,))


def _from_delivery(catalogue: Catalogue, profile: Profile) -> bool:
    """People from delivery are asked for their level in PMO work; it is not assumed."""
    if profile.role and catalogue.names.find("delivery", profile.role):
        return True
    new, projects = profile.years_in_pmo, profile.years_in_projects
    return bool(new and projects and new.high == 0 and projects.high > 0)


def _title_cautions(catalogue: Catalogue, profile: Profile, role: Role | None) -> list[Caution]:
    if profile.role is None or role is not None:
        return []
    title = shown(profile.role)
    if catalogue.names.find("delivery", profile.role):
        if profile.experience_level:
            return []
        sources = tuple(fact.source for fact in catalogue.delivery.basis)
        text = say("from-delivery", role=title, question=catalogue.delivery.ask.en)
        return [Caution(rule="from-delivery", text=text, sources=sources)]
    close = [
        catalogue.roles[one].titles_en[:1] or catalogue.roles[one].titles_nl[:1]
        for one in catalogue.names.close("role", profile.role)
    ]
    names = " or ".join(name[0] for name in close if name)
    code = "unknown-title-close" if names else "unknown-title"
    return [Caution(rule="unknown-title", text=say(code, role=title, close=names))]


def _years_cautions(catalogue: Catalogue, profile: Profile, reading: Reading) -> list[Caution]:
    years = profile.years_in_pmo
    if years is None or not reading.levels:
        return []
    touched = [LEVELS.index(one) for one in bands(catalogue, years)]
    distance = min(abs(LEVELS.index(level) - one) for level in reading.levels for one in touched)
    if distance == 0:
        return []
    band = level_name(catalogue, LEVELS[touched[0]])
    code = "years-far" if distance >= 2 else "years-near"
    text = say(code, years=counted(years, "year"), band=band, level=level_name(catalogue, reading.levels[0]))
    return [Caution(rule=code, text=text, sources=(OURS,))]


def level_name(catalogue: Catalogue, level: str) -> str:
    """Return `level 2 (analyst)`."""
    return say("level-name", number=catalogue.levels[level].number, level=level)


def shown(text: str | None, limit: int = 60) -> str:
    """Return what a person typed, inert and short enough for a sentence."""
    clean = printable(text or "")
    return clean if len(clean) <= limit else clean[: limit - 1] + "…"
