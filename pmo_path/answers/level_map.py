"""The map of the founding documents: career levels as rows, certifying bodies as columns.

Built from an advice alone, so that both show the same certifications with the same verdicts.
"""

from __future__ import annotations

from pmo_path.contract.advice import Advice, Considered, Route
from pmo_path.contract.catalogue import Snapshot
from pmo_path.contract.map import MapEntry, MapRow, MapView, Sign
from pmo_path.messages.catalog import say
from pmo_path.profile.facts import LEVELS

# Statuses that keep a certification off the map: it did not exist on that date.
_ABSENT = ("not_launched",)


def map_of(advice: Advice) -> MapView:
    """Return the map on an advice's date, marked with the person's level and routes if known."""
    shown = [
        one
        for one in advice.certifications
        if one.family and one.listed and one.status not in _ABSENT
    ]
    placed = [one for one in shown if one.career_levels]
    bodies = _columns(placed)
    first = advice.first_routes if _somebody(advice) else ()
    signs = {one.certification: _signs(advice, one) for one in advice.considered}
    entries = {
        one.certification: MapEntry(
            certification=one.certification,
            short=one.short,
            body=one.body_name,
            status=one.status,
            signs=tuple(sign for sign, _ in signs[one.certification]),
            marks=tuple(words for _, words in signs[one.certification]),
        )
        for one in shown
    }
    level = advice.career_level
    rows = tuple(
        MapRow(
            level=name,
            number=number,
            here=level is not None and name in (level.id, *level.other_readings),
            aim=name == advice.profile.get("target_level"),
            cells=tuple(
                tuple(
                    entries[one.certification]
                    for one in placed
                    if one.body_name == body and name in one.career_levels
                )
                for body in bodies
            ),
        )
        for number, name in reversed(list(enumerate(LEVELS, 1)))
    )
    return MapView(
        as_of=advice.as_of,
        catalogue=advice.catalogue,
        profile=advice.profile,
        bodies=tuple(bodies),
        rows=rows,
        unplaced=tuple(entries[one.certification] for one in shown if not one.career_levels),
        routes=tuple(tuple(step.certification for step in route.steps) for route in first),
    )


def _columns(placed: list[Snapshot]) -> list[str]:
    """Return the bodies from left to right, by lowest level, then highest level, then name."""
    rows: dict[str, list[int]] = {}
    for one in placed:
        rows.setdefault(one.body_name, []).extend(
            LEVELS.index(level) for level in one.career_levels
        )
    return sorted(rows, key=lambda body: (min(rows[body]), max(rows[body]), body))


def _somebody(advice: Advice) -> bool:
    return any(key != "name" for key in advice.profile)


def _signs(advice: Advice, one: Considered) -> tuple[tuple[Sign, str], ...]:
    """Return the signs for a certification's status and for the person, as codes with words."""
    found: list[tuple[Sign, str]] = []
    if one.status != "current" and one.status != "not_launched":
        found.append((one.status, say(f"mark-{one.status}")))
    if not _somebody(advice):
        return tuple(found)
    if one.verdict == "held":
        found.append(("held", say("mark-held")))
    elif any(
        held.certification == one.certification and held.state == "lapsed"
        for held in advice.holdings
    ):
        found.append(("lapsed", say("mark-lapsed")))
    for route in advice.routes:
        if route.rank == 1:
            found += _on_route(route, one.certification, len(advice.next_steps) > 1)
    if one.verdict == "alternative" or one.verdict == "later":
        found.append((one.verdict, say(f"mark-{one.verdict}")))
    return tuple(dict.fromkeys(found))


def _on_route(route: Route, certification: str, tie: bool) -> list[tuple[Sign, str]]:
    steps = [step.certification for step in route.steps]
    if certification not in steps:
        return []
    place = steps.index(certification)
    if place == 0:
        return [("next", say("mark-next-tie" if tie else "mark-next"))]
    return [("step", say("mark-then", number=place + 1))]
