"""What else than a title tells of a career level: the PMOs managed, the people led, the years of PMO work.

More of any of them never points to a lower level: a law that the tests try over every title.
"""

from __future__ import annotations

from pmo_path.conditions.syntax import Compare
from pmo_path.core.scalars import Range
from pmo_path.model.catalogue import Catalogue
from pmo_path.profile.facts import LEVELS
from pmo_path.profile.profile import Profile

# Who runs several PMOs works at level 4, who manages one at level 3: the published meaning of
# the levels (source: pmol-l4).
SEVERAL = 2
MEANING = "pmol-l4"
# The levels of those who manage no PMO and lead nobody.
UNLED = ("entry", "analyst")
# What the level is read from besides titles and declared levels, for those who try answers.
READS = (
    Compare("pmos_managed", "at least", 1),
    Compare("pmos_managed", "at least", SEVERAL),
    Compare("people_led", "at least", 1),
    Compare("years_in_projects", "more than", 0),
    Compare("years_in_pmo", "more than", 0),
)


def by_band(catalogue: Catalogue, profile: Profile, levels: tuple[str, ...], meant: tuple[str, ...]) -> tuple[str, ...]:
    """Order levels by how far they are from what is managed or led, then by how far from the band of years."""
    touched = bands(catalogue, profile.years_in_pmo) if profile.years_in_pmo else ()
    return tuple(sorted(levels, key=lambda level: (apart(level, meant), apart(level, touched))))


def apart(level: str, others: tuple[str, ...]) -> int:
    """Return how many levels a level is from the nearest of some; 0 where there are none."""
    return min((abs(LEVELS.index(level) - LEVELS.index(other)) for other in others), default=0)


def meant_by(profile: Profile) -> tuple[str, tuple[str, ...]]:
    """Return what the PMOs managed and the people led mean: which of them tells (a code), and the levels."""
    if levels := managing(profile):
        return "pmos", levels
    pmos, led = profile.pmos_managed, profile.people_led
    if led and led.low >= 1:
        return "people", ("manager",)
    if pmos and pmos.high < 1:
        return "pmos", UNLED
    return ("people", UNLED) if led and led.high < 1 else ("", ())


def managing(profile: Profile) -> tuple[str, ...]:
    """Return the levels of those who manage so many PMOs; none where none is managed, or where it was not said."""
    pmos = profile.pmos_managed
    if pmos is None or pmos.low < 1:
        return ()
    return ("director",) if pmos.low >= SEVERAL else ("manager",) if pmos.high < SEVERAL else ("manager", "director")


def bands(catalogue: Catalogue, years: Range) -> tuple[str, ...]:
    """Return the levels whose band of years (ours) the years touch; `low` belongs to the band."""
    found = []
    for level in catalogue.levels.values():
        low = level.years.low or 0
        high = level.years.high if level.years.high is not None else float("inf")
        if years.high >= low and years.low < high:
            found.append(level.id)
    return tuple(found)
