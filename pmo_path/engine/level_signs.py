"""Evidence of a career level other than a title: PMOs managed, people led, years of PMO work.

More of any of them never indicates a lower level: an invariant tested over every title.
"""

from __future__ import annotations

from pmo_path.conditions.syntax import Compare
from pmo_path.core.scalars import Range
from pmo_path.model.catalogue import Catalogue
from pmo_path.profile.meanings import LEVELS
from pmo_path.profile.profile import Profile

# Managing several PMOs is level 4, managing one is level 3: the published meaning of the levels
# (source: pmol-l4).
SEVERAL = 2
MEANING_SOURCE = "pmol-l4"
# The levels of those who manage no PMO and lead nobody.
UNLED = ("entry", "analyst")
# The comparisons from which a level is inferred, for the modules that enumerate answers: those that
# may settle what a title means, and those of years, read where no title settles the level.
SETTLING_COMPARISONS = (
    Compare("pmos_managed", "at least", 1),
    Compare("pmos_managed", "at least", SEVERAL),
    Compare("people_led", "at least", 1),
)
LEVEL_COMPARISONS = (
    *SETTLING_COMPARISONS,
    Compare("years_in_projects", "more than", 0),
    Compare("years_in_pmo", "more than", 0),
)


def sorted_by_evidence(
    catalogue: Catalogue, profile: Profile, levels: tuple[str, ...], meant: tuple[str, ...]
) -> tuple[str, ...]:
    """Sort levels by distance from those in `meant`, then from the profile's band of years."""
    touched = levels_by_years(catalogue, profile.years_in_pmo) if profile.years_in_pmo else ()
    return tuple(
        sorted(levels, key=lambda level: (levels_apart(level, meant), levels_apart(level, touched)))
    )


def levels_apart(level: str, others: tuple[str, ...]) -> int:
    """Return the distance, in levels, to the nearest of `others`; 0 if there are none."""
    return min((abs(LEVELS.index(level) - LEVELS.index(other)) for other in others), default=0)


def decisive_evidence(profile: Profile) -> tuple[str, tuple[str, ...]]:
    """Return which evidence decides, as a code, and the levels it indicates; empty if none does.

    The code is "pmos" (PMOs managed) or "people" (people led).
    """
    if levels := levels_by_pmos(profile):
        return "pmos", levels
    pmos, led = profile.pmos_managed, profile.people_led
    if led and led.low >= 1:
        return "people", ("manager",)
    if pmos and pmos.high < 1:
        return "pmos", UNLED
    return ("people", UNLED) if led and led.high < 1 else ("", ())


def levels_by_pmos(profile: Profile) -> tuple[str, ...]:
    """Return the levels that the PMOs managed indicate; empty unless at least one surely is."""
    pmos = profile.pmos_managed
    if pmos is None or pmos.low < 1:
        return ()
    return (
        ("director",)
        if pmos.low >= SEVERAL
        else ("manager",)
        if pmos.high < SEVERAL
        else ("manager", "director")
    )


def levels_by_years(catalogue: Catalogue, years: Range) -> tuple[str, ...]:
    """Return the levels whose band of years (ours: `low` included, `high` not) the years touch."""
    touched = []
    for level in catalogue.levels.values():
        low = level.years.low or 0
        high = level.years.high if level.years.high is not None else float("inf")
        if years.high >= low and years.low < high:
            touched.append(level.id)
    return tuple(touched)
