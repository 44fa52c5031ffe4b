"""The map of the founding documents: career levels as rows, certifying bodies as columns.

Built from an advice alone, so that both show the same certifications with the same verdicts.
"""

from __future__ import annotations

from collections.abc import Mapping

from msgspec.structs import replace

from pmo_path.contract.advice import Advice, Considered, Route
from pmo_path.contract.catalogue import Snapshot
from pmo_path.contract.map import MapEntry, MapRow, MapView, Sign
from pmo_path.messages.catalog import say
from pmo_path.profile.meanings import LEVELS
from pmo_path.profile.profile import ONLY_SHOWN

# Statuses that keep a certification off the map: it did not exist on that date.
_ABSENT = ("not_launched",)
_GONE = {"withdrawn", "suspended"}


def map_of(advice: Advice) -> MapView:
    """Return the map on an advice's date, marked with the person's level and routes if known."""
    shown = [
        certification
        for certification in advice.certifications
        if certification.family and certification.listed and certification.status not in _ABSENT
    ]
    placed = [certification for certification in shown if certification.career_levels]
    bodies = _columns(placed)
    first = advice.first_routes if _somebody(advice) else ()
    signs = {
        considered.certification: _signs(advice, considered) for considered in advice.considered
    }
    entries = {
        certification.certification: MapEntry(
            certification=certification.certification,
            short=certification.short,
            body=certification.body_name,
            status=certification.status,
            signs=tuple(sign for sign, _ in signs[certification.certification]),
            marks=tuple(words for _, words in signs[certification.certification]),
        )
        for certification in shown
    }
    own = advice.career_level
    rows = tuple(
        MapRow(
            level=level,
            number=number,
            here=own is not None and level in (own.id, *own.other_readings),
            aim=level == advice.profile.get("target_level"),
            cells=tuple(_cell(entries, placed, body, level) for body in bodies),
        )
        for number, level in reversed(list(enumerate(LEVELS, 1)))
    )
    return MapView(
        as_of=advice.as_of,
        catalogue=advice.catalogue,
        profile=advice.profile,
        bodies=tuple(bodies),
        rows=rows,
        unplaced=tuple(
            entries[certification.certification]
            for certification in shown
            if not certification.career_levels
        ),
        routes=tuple(tuple(step.certification for step in route.steps) for route in first),
    )


def obtainable_map(view: MapView) -> MapView:
    """Return a map of what can be obtained, is held or lapsed: without the rest, or a level."""

    def shown(entry: MapEntry) -> bool:
        return bool({"next", "step", "held", "lapsed"} & set(entry.signs)) or not _GONE & set(
            entry.signs
        )

    rows = [[tuple(filter(shown, cell)) for cell in row.cells] for row in view.rows]
    kept = [column for column in range(len(view.bodies)) if any(cells[column] for cells in rows)]
    return replace(
        view,
        bodies=tuple(view.bodies[column] for column in kept),
        rows=tuple(
            replace(row, cells=tuple(cells[column] for column in kept))
            for row, cells in zip(view.rows, rows, strict=True)
        ),
        unplaced=(),
    )


def _cell(
    entries: Mapping[str, MapEntry], placed: list[Snapshot], body: str, level: str
) -> tuple[MapEntry, ...]:
    return tuple(
        entries[certification.certification]
        for certification in placed
        if certification.body_name == body and level in certification.career_levels
    )


def _columns(placed: list[Snapshot]) -> list[str]:
    """Return the bodies from left to right, by lowest level, then highest level, then name."""
    rows: dict[str, list[int]] = {}
    for certification in placed:
        rows.setdefault(certification.body_name, []).extend(
            LEVELS.index(level) for level in certification.career_levels
        )
    return sorted(rows, key=lambda body: (min(rows[body]), max(rows[body]), body))


def _somebody(advice: Advice) -> bool:
    return any(key not in ONLY_SHOWN for key in advice.profile)


def _signs(advice: Advice, considered: Considered) -> tuple[tuple[Sign, str], ...]:
    """Return the signs for a certification's status and for the person, as codes with words."""
    signs: list[tuple[Sign, str]] = []
    if considered.status != "current" and considered.status != "not_launched":
        signs.append((considered.status, say(f"mark-{considered.status}")))
    if not _somebody(advice):
        return tuple(signs)
    if considered.verdict == "held":
        signs.append(("held", say("mark-held")))
    elif any(
        held.certification == considered.certification and held.state == "lapsed"
        for held in advice.holdings
    ):
        signs.append(("lapsed", say("mark-lapsed")))
    for route in advice.routes:
        if route.rank == 1:
            signs += _on_route(route, considered.certification, len(advice.next_steps) > 1)
    if considered.verdict == "alternative" or considered.verdict == "later":
        signs.append((considered.verdict, say(f"mark-{considered.verdict}")))
    return tuple(dict.fromkeys(signs))


def _on_route(route: Route, certification: str, tie: bool) -> list[tuple[Sign, str]]:
    steps = [step.certification for step in route.steps]
    if certification not in steps:
        return []
    place = steps.index(certification)
    if place == 0:
        return [("next", say("mark-next-tie" if tie else "mark-next"))]
    return [("step", say("mark-then", number=place + 1))]
