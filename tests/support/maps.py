"""Maps of the shipped catalogue and made-up ones, and what it means to be laid out well."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations, pairwise
from typing import get_args
from xml.etree import ElementTree

from goldens import PEOPLE, profile_of
from hypothesis import strategies as st

from pmo_path.answers.advise import advise
from pmo_path.answers.level_map import map_of
from pmo_path.contract.catalogue import CatalogueInfo, VerifiedOn
from pmo_path.contract.map import MapEntry, MapRow, MapView, Sign
from pmo_path.core.documents import Document
from pmo_path.core.scalars import parse_day
from pmo_path.core.text import printable
from pmo_path.model.catalogue import Catalogue
from pmo_path.profile.meanings import LEVELS
from pmo_path.profile.parse import read_profile
from pmo_path.profile.profile import Profile
from pmo_path.reports.svg.arrow_routing import Spot
from pmo_path.reports.svg.map_lanes import lane_layout
from pmo_path.reports.svg.map_layout import Box, GridLayout, grid_layout
from pmo_path.reports.svg.text_metrics import TextBlock, text_width

SVG = "{http://www.w3.org/2000/svg}"
DAYS = (
    "2015-01-01",
    "2018-07-01",
    "2021-03-15",
    "2021-06-01",
    "2025-02-04",
    "2026-11-22",
    "2031-01-01",
)
SIGNS: tuple[Sign, ...] = get_args(Sign)
MORE = {
    "a long way up": {
        "role": "PMO analyst",
        "holds": [],
        "target_level": "director",
        "target_pmo_type": "coe",
    },
    "many offices": {
        "experience_level": "manager",
        "pmo_types": ["operational", "tactical", "portfolio", "enterprise"],
    },
}


def view_of(profile: Profile, day: str, catalogue: Catalogue) -> MapView:
    return map_of(advise(catalogue, profile, parse_day(day)))


def views(catalogue: Catalogue) -> Iterator[MapView]:
    for day in DAYS:
        yield view_of(Profile(), day, catalogue)
    for person, one in PEOPLE.items():
        yield view_of(profile_of(person, catalogue), one["on"], catalogue)
    for person, facts in MORE.items():
        yield view_of(
            read_profile(Document(person, facts, {}), catalogue.names), "2026-11-22", catalogue
        )


WORDS = st.text("abcW-Č€漢 \U0001f600", min_size=1, max_size=60).filter(str.strip)


@st.composite
def entries(draw: st.DrawFn, number: int) -> MapEntry:
    signs = draw(st.lists(st.sampled_from(SIGNS), max_size=3, unique=True))
    return MapEntry(
        certification=f"c{number}",
        short=draw(WORDS),
        body="body",
        status="current",
        signs=tuple(signs),
        marks=tuple(draw(WORDS) for _ in signs),
    )


@st.composite
def made_up(draw: st.DrawFn) -> MapView:
    """Any number of bodies; certifications in any levels, with gaps; routes along any of them."""
    count = draw(st.integers(0, 6))
    found = [draw(entries(number)) for number in range(draw(st.integers(0, 8)))]
    cells: list[list[list[MapEntry]]] = [[[] for _ in range(count)] for _ in LEVELS]
    for one in found if count else ():
        column = draw(st.integers(0, count - 1))
        for row in draw(st.sets(st.integers(0, 3), max_size=4)):
            cells[row][column].append(one)
    here = draw(st.sets(st.integers(0, 3), max_size=2))
    rows = tuple(
        MapRow(
            level=level,
            number=4 - row,
            here=row in here,
            aim=draw(st.booleans()),
            cells=tuple(map(tuple, cells[row])),
        )
        for row, level in enumerate(reversed(LEVELS))
    )
    names = [one.certification for one in found]
    routes = (
        st.lists(st.sampled_from(names), min_size=1, max_size=4, unique=True)
        if names
        else st.nothing()
    )
    return MapView(
        as_of="2026-11-22",
        catalogue=CatalogueInfo(
            version="1",
            digest="",
            verified_on=VerifiedOn(oldest="", newest=""),
            stale="none",
            age="",
        ),
        profile={"pmo_types": draw(st.lists(st.sampled_from(("enterprise", "coe")), max_size=2))},
        bodies=tuple(draw(WORDS) for _ in range(count)),
        rows=rows,
        unplaced=tuple(draw(st.lists(entries(99), max_size=6))),
        routes=tuple(map(tuple, draw(st.lists(routes, max_size=3)))) if names else (),
    )


def drawn(view: MapView) -> GridLayout:
    return grid_layout(lane_layout(view), 50)


def well_laid_out(grid: GridLayout) -> None:
    """Hold that nothing overlaps, every text is inside what it belongs to, and each box spans its
    rows.
    """
    for one, other in combinations((box.spot for box in grid.boxes), 2):
        assert not overlap(one, other)
    for upper, lower in pairwise(grid.bands):
        assert upper.y + upper.height < lower.y
    for box in grid.boxes:
        first, last = (grid.bands[row] for row in box.rows)
        assert first.y < box.spot.y
        assert box.spot.y + box.spot.height < last.y + last.height
        assert box.spot.x + box.spot.width < grid.width
        stacked(texts(box), box.spot)
    for band in grid.bands:
        for place in band.places:
            stacked([place.words, place.office], place.spot)
            assert place.spot.y + place.spot.height < band.y + band.height
        left = Spot(
            lane=-1,
            x=0,
            y=band.y,
            width=min(one.spot.x for one in grid.boxes) if grid.boxes else grid.width,
            height=band.height,
        )
        stacked(list(band.texts), left)
    assert all(head.end < grid.bands[0].y for head in grid.heads)


def texts(box: Box) -> list[TextBlock]:
    return [box.name, box.more, *(words for _, words in box.notes)]


def stacked(blocks: list[TextBlock], spot: Spot) -> None:
    """Hold that blocks of text stand under one another inside a rectangle."""
    for upper, lower in pairwise(blocks):
        assert upper.end <= lower.y + 0.001
    for block in blocks:
        assert spot.x <= block.x
        assert spot.y <= block.y
        assert block.x + block.room <= spot.x + spot.width
        assert block.end <= spot.y + spot.height
        for line in block.lines:
            assert text_width(line, block.face.size, block.face.bold) <= block.room


def overlap(one: Spot, other: Spot) -> bool:
    across = min(one.x + one.width, other.x + other.width) - max(one.x, other.x)
    down = min(one.y + one.height, other.y + other.height) - max(one.y, other.y)
    return across > 0 and down > 0


def squeezed(text: str) -> str:
    return "".join(printable(text).split())


def parsed(text: str) -> ElementTree.Element:
    return ElementTree.fromstring(text)
