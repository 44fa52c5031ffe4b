"""The picture of the map: nothing overlaps, nothing is cut off, nothing is told by colour alone, all of it is inert."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import combinations, pairwise, product
from pathlib import Path
from typing import get_args
from xml.etree import ElementTree

import pytest
from goldens import PEOPLE, golden, profile_of
from hypothesis import example, given
from hypothesis import strategies as st
from program import call, run

from pmo_path.answers.advise import advise
from pmo_path.answers.level_map import map_of
from pmo_path.contract.catalogue import CatalogueInfo, VerifiedOn
from pmo_path.contract.map import MapEntry, MapRow, MapView, Sign
from pmo_path.core.documents import Document
from pmo_path.core.scalars import parse_day
from pmo_path.core.text import printable
from pmo_path.messages.catalog import say
from pmo_path.messages.phrases import route_words
from pmo_path.model.catalogue import Catalogue
from pmo_path.profile.facts import LEVELS
from pmo_path.profile.parse import read_profile
from pmo_path.profile.profile import Profile
from pmo_path.reports.svg import map_file
from pmo_path.reports.svg.arrow_routing import Spot, Streets, routed_paths
from pmo_path.reports.svg.map_drawing import map_svg
from pmo_path.reports.svg.map_lanes import lane_layout
from pmo_path.reports.svg.map_layout import Box, GridLayout, grid_layout
from pmo_path.reports.svg.text_metrics import TextBlock, broken_lines, text_width

SVG = "{http://www.w3.org/2000/svg}"
TODAY = ("--as-of", "2026-11-22")
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


@pytest.fixture(scope="module")
def shipped(catalogue: Catalogue) -> list[MapView]:
    """The maps of many days and people, from the shipped catalogue."""
    return list(views(catalogue))


def views(catalogue: Catalogue) -> Iterator[MapView]:
    for day in DAYS:
        yield view_of(Profile(), day, catalogue)
    for person, one in PEOPLE.items():
        yield view_of(profile_of(person, catalogue), one["on"], catalogue)
    for person, facts in MORE.items():
        yield view_of(
            read_profile(Document(person, facts, {}), catalogue.names), "2026-11-22", catalogue
        )


# --- views that no catalogue has yet --------------------------------------------------

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
    """Any number of bodies; certifications in any levels, with gaps too; routes along any of them."""
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


# --- where everything stands ----------------------------------------------------------


def drawn(view: MapView) -> GridLayout:
    return grid_layout(lane_layout(view), 50)


def test_the_shipped_maps_are_laid_out_well(shipped: list[MapView]) -> None:
    for view in shipped:
        well_laid_out(drawn(view))


@given(made_up())
def test_every_map_is_laid_out_well(view: MapView) -> None:
    well_laid_out(drawn(view))


def well_laid_out(grid: GridLayout) -> None:
    """Hold that nothing overlaps, every text is inside what it belongs to, and each box spans its rows."""
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


def test_the_shipped_maps_are_shown_whole(shipped: list[MapView]) -> None:
    for view in shipped:
        shown_whole(view)


@given(made_up())
def test_every_map_is_shown_whole(view: MapView) -> None:
    shown_whole(view)


def shown_whole(view: MapView) -> None:
    """Hold that each certification stands in just the cells of the map, with all its words."""
    grid = drawn(view)
    wanted = Counter(
        (view.bodies[column], row.number, one.certification)
        for row in view.rows
        for column, cell in enumerate(row.cells)
        for one in cell
    )
    of = lane_layout(view)
    found = Counter(
        (view.bodies[of.columns[box.spot.lane]], view.rows[row].number, box.entry.certification)
        for box in grid.boxes
        for row in range(box.rows[0], box.rows[1] + 1)
    )
    assert found == wanted
    for box in grid.boxes:
        assert squeezed("".join(box.name.lines)) == squeezed(box.entry.short)
        levels = [
            row.number for row in view.rows if box.entry in row.cells[of.columns[box.spot.lane]]
        ]
        here = [view.rows[row].number for row in range(box.rows[1], box.rows[0] - 1, -1)]
        named = [int(one) for one in re.findall(r"\d", "".join(box.more.lines))]
        ends = [here[0], here[-1]] if len(here) > 1 else []
        assert named == ends + [one for one in sorted(levels) if one not in here]
        assert [sign for sign, _ in box.notes] == list(box.entry.signs)
        assert [squeezed("".join(words.lines)) for _, words in box.notes] == [
            squeezed(one) for one in box.entry.marks
        ]
    for band in grid.bands:
        assert [one.aim for one in band.places] == [False] * band.row.here + [True] * band.row.aim


def squeezed(text: str) -> str:
    return "".join(printable(text).split())


# --- arrows ---------------------------------------------------------------------------


def test_arrows_of_the_shipped_maps_cross_no_box(shipped: list[MapView]) -> None:
    for view in shipped:
        arrows_are_clear(view)


@given(made_up())
def test_arrows_cross_no_box(view: MapView) -> None:
    arrows_are_clear(view)


def arrows_are_clear(view: MapView) -> None:
    grid = drawn(view)
    inside = [shrunk(box.spot) for box in grid.boxes]
    words = [
        Spot(lane=-1, x=0, y=one.y, width=one.x + one.room, height=one.end - one.y)
        for band in grid.bands
        for one in band.texts
    ]
    for way in grid.arrows:
        for (a, b), (x, y) in pairwise(way):
            assert a == x or b == y
            line = Spot(
                lane=0, x=min(a, x), y=min(b, y), width=abs(a - x) or 0.1, height=abs(b - y) or 0.1
            )
            assert not any(overlap(line, one) for one in (*inside, *words))


def shrunk(spot: Spot) -> Spot:
    return Spot(
        lane=spot.lane, x=spot.x + 1, y=spot.y + 1, width=spot.width - 2, height=spot.height - 2
    )


def test_an_arrow_leads_from_each_step_to_the_next(shipped: list[MapView]) -> None:
    several = 0
    for view in shipped:
        grid = drawn(view)
        here = [place.spot for band in grid.bands for place in band.places if not place.aim]
        at = {box.entry.certification: box.spot for box in grid.boxes}
        steps = dict.fromkeys(pair for route in view.routes for pair in pairwise(("", *route)))
        wanted = [pair for pair in steps if pair[0] or here]
        assert len(grid.arrows) == len(wanted)
        several += len(wanted) > 1
        for (before, after), way in zip(wanted, grid.arrows, strict=True):
            assert any(on_border(way[0], spot) for spot in ([at[before]] if before else here))
            assert on_border(way[-1], at[after])
    assert several > 3


def on_border(point: tuple[float, float], spot: Spot) -> bool:
    x, y = point
    upright = x in (spot.x, spot.x + spot.width) and spot.y <= y <= spot.y + spot.height
    return upright or (y in (spot.y, spot.y + spot.height) and spot.x <= x <= spot.x + spot.width)


def test_arrows_from_different_boxes_do_not_lie_upon_each_other() -> None:
    """Three boxes in one lane: both ways must go round the middle one, on the two sides or side by side."""
    low, middle, high, top = (
        Spot(lane=0, x=100, y=y, width=100, height=40) for y in (300, 200, 100, 0)
    )
    streets = Streets(
        gutters=(80, 220), gaps=(-10, 350), walls=frozenset(), spots=(low, middle, high, top)
    )
    for pairs in (
        [((low,), high), ((middle,), top)],
        [((low,), top), ((middle,), top), ((high,), low)],
    ):
        for one, other in combinations(routed_paths(pairs, streets), 2):
            for (a, b), (c, d) in product(pairwise(one), pairwise(other)):
                for across, down in ((0, 1), (1, 0)):
                    if a[across] == b[across] == c[across] == d[across]:
                        first, second = sorted((a[down], b[down])), sorted((c[down], d[down]))
                        assert first[1] <= second[0] or second[1] <= first[0]


def test_arrows_from_one_start_share_their_way() -> None:
    start = Spot(lane=-1, x=0, y=100, width=50, height=20)
    first, second = (Spot(lane=0, x=100, y=y, width=100, height=40) for y in (90, 0))
    streets = Streets(gutters=(75, 225), gaps=(-10, 150), walls=frozenset(), spots=(first, second))
    to_first, to_second = routed_paths([((start,), first), ((start,), second)], streets)
    assert to_first == ((50, 110), (100, 110))
    assert to_second == ((50, 110), (75, 110), (75, 20), (100, 20))


# --- as SVG ---------------------------------------------------------------------------


def parsed(text: str) -> ElementTree.Element:
    return ElementTree.fromstring(text)


def said(root: ElementTree.Element) -> str:
    return "".join("".join(one.itertext()) for one in root.iter(f"{SVG}text"))


@pytest.mark.parametrize("person", PEOPLE)
def test_it_is_told_to_those_who_do_not_see_it(person: str, catalogue: Catalogue) -> None:
    view = view_of(profile_of(person, catalogue), PEOPLE[person]["on"], catalogue)
    root = parsed(map_svg(view, "one"))
    assert (root.tag, root.get("role")) == (f"{SVG}svg", "img")
    title, desc = (root.find(f"{SVG}{name}") for name in ("title", "desc"))
    assert title is not None
    assert desc is not None
    assert (
        root.get("aria-labelledby") == f"{title.get('id')} {desc.get('id')}" == "one-title one-desc"
    )
    told = desc.text or ""
    assert not view.routes or told.startswith(route_words(view))
    for one in (*(one for row in view.rows for cell in row.cells for one in cell), *view.unplaced):
        assert one.short in told
        assert all(mark in told for mark in one.marks)


def test_it_asks_for_nothing_and_runs_nothing(shipped: list[MapView]) -> None:
    for view in shipped:
        text = map_file.render(view)
        root = parsed(text)
        kinds = {one.tag.removeprefix(SVG) for one in root.iter()}
        assert kinds <= {"svg", "title", "desc", "style", "rect", "path", "circle", "text"}
        assert not re.search(r"href|url\(|@import|@font-face|\bon\w+=", text)


def test_every_sign_has_its_own_shape_and_words_beside_colour(catalogue: Catalogue) -> None:
    """Without any colour, no two signs look alike, and what is next or held is bold."""
    shapes = {}
    for sign in SIGNS:
        entry = MapEntry(
            certification="c",
            short="Name",
            body="b",
            status="current",
            signs=(sign,),
            marks=(sign,),
        )
        view = one_box(entry)
        root = parsed(map_svg(view))
        for one in root.iter():
            for name in ("class", "fill", "stroke"):
                one.attrib.pop(name, None)
        assert sign in said(root)
        root.remove(root.find(f"{SVG}desc"))  # type: ignore[arg-type]
        key = [one for one in root if one.tag != f"{SVG}text" or (one.text or "").isdigit()]
        shapes[sign] = b"".join(map(ElementTree.tostring, key))
    alike = [pair for pair in combinations(SIGNS, 2) if shapes[pair[0]] == shapes[pair[1]]]
    assert alike == [("unconfirmed", "unknown")]


def one_box(entry: MapEntry) -> MapView:
    empty = CatalogueInfo(
        version="1", digest="", verified_on=VerifiedOn(oldest="", newest=""), stale="none", age=""
    )
    rows = tuple(
        MapRow(
            level=level,
            number=4 - row,
            here=False,
            aim=False,
            cells=((entry,) if row == 2 else (),),
        )
        for row, level in enumerate(reversed(LEVELS))
    )
    return MapView(
        as_of="2026-11-22",
        catalogue=empty,
        profile={},
        bodies=("Body",),
        rows=rows,
        unplaced=(),
        routes=(),
    )


def test_the_key_explains_what_occurs_and_no_more(shipped: list[MapView]) -> None:
    for view in shipped:
        shown = squeezed(said(parsed(map_svg(view))))
        there = {
            sign for row in view.rows for cell in row.cells for one in cell for sign in one.signs
        }
        there |= {sign for one in view.unplaced for sign in one.signs}
        for sign in set(SIGNS) - {"held"}:
            assert (squeezed(say(f"key-{sign}")) in shown) == (sign in there)


def test_the_place_is_said_in_words(catalogue: Catalogue) -> None:
    facts = {
        "role": "head of PMO",
        "pmo_types": ["enterprise"],
        "target_level": "director",
        "target_pmo_type": "coe",
    }
    view = view_of(read_profile(Document("", facts, {}), catalogue.names), "2026-11-22", catalogue)
    places = [
        place for band in drawn(view).bands for place in band.places if band.row.level == "director"
    ]
    assert [squeezed("".join((*one.words.lines, *one.office.lines))) for one in places] == [
        squeezed(say("map-place") + say("map-office", types="enterprise")),
        squeezed(say("map-aim") + say("map-office", types="centre-of-excellence")),
    ]
    doubtful = view_of(profile_of("ppso-holder", catalogue), "2026-11-22", catalogue)
    assert say("map-place-maybe") in said(parsed(map_svg(doubtful)))


def test_beside_a_page_that_says_it_the_heading_and_the_route_are_left_out(
    catalogue: Catalogue,
) -> None:
    view = view_of(profile_of("graduate-today", catalogue), "2026-11-22", catalogue)
    alone, beside = (said(parsed(map_svg(view, alone=alone))) for alone in (True, False))
    assert "Kim" in alone
    assert route_words(view) in alone
    assert "Kim" not in beside
    assert route_words(view) not in beside


HOSTILE = (
    "<script>alert(1)</script>",
    "]]><!-- & -->",
    "\u202egnitset\u202c \u2066a",
    "\ud800 lone \udfff",
    "x" * 10_000,
    "\U0001f468\u200d\U0001f469\u200d\U0001f467 Čeněk €",
    "\x00\x07\x1b[31m\x85\ufffe\u2028",
    '" onload="alert(1)',
    "a\u0301" * 300,
)


@given(st.text(min_size=1, max_size=300) | st.sampled_from(HOSTILE))
@example("漢" * 500)
def test_a_name_is_inert_and_whole(name: str) -> None:
    view = MapView(
        **{
            row: getattr(EMPTY, row)
            for row in MapView.__slots__
            if row not in ("profile", "kind", "schema_version")
        },
        profile={"name": name},
    )
    text = map_file.render(view)
    text.encode("utf-8")
    root = parsed(text)
    assert {one.tag.removeprefix(SVG) for one in root.iter()} <= {
        "svg",
        "title",
        "desc",
        "style",
        "rect",
        "path",
        "text",
    }
    assert squeezed(name) in squeezed(said(root))
    width = float(root.get("width") or 0)
    for one in root.iter(f"{SVG}text"):
        bold = one.get("font-weight") == "bold"
        assert (
            float(one.get("x") or 0)
            + text_width(one.text or "", float(one.get("font-size") or 0), bold)
            <= width
        )
        assert float(one.get("y") or 0) < float(root.get("height") or 0)


EMPTY = one_box(
    MapEntry(certification="c", short="Name", body="b", status="current", signs=(), marks=())
)


@pytest.mark.parametrize("name", HOSTILE)
def test_names_in_the_catalogue_are_inert_and_whole(name: str) -> None:
    entry = MapEntry(
        certification=name, short=name, body=name, status="current", signs=("held",), marks=(name,)
    )
    view = one_box(entry)
    well_laid_out(drawn(view))
    assert squeezed(said(parsed(map_file.render(view)))).count(squeezed(name)) == 2


# --- lines of text --------------------------------------------------------------------


def test_widths_are_those_of_the_fonts() -> None:
    assert text_width(" W€Č", 1000) == 278 + 944 + 556 + 722
    assert text_width("Wm", 10, bold=True) == pytest.approx(9.44 + 8.89)
    assert text_width("漢", 10) >= 10
    assert text_width("e\u0301", 10) == text_width("e", 10)


@given(
    st.text(max_size=200) | st.text("ab -—\u0301漢", max_size=80), st.floats(30, 300), st.booleans()
)
def test_lines_fit_and_lose_nothing(text: str, room: float, bold: bool) -> None:
    found = broken_lines(text, room, 14, bold)
    assert squeezed("".join(found)) == squeezed(text)
    assert all(text_width(line, 14, bold) <= room for line in found)
    assert all(line == line.strip() for line in found)


def test_words_are_broken_only_where_they_must_be() -> None:
    assert broken_lines("IPMO-Practitioner level", 80, 14) == ("IPMO-", "Practitioner", "level")
    assert broken_lines("Practitioner", 45, 14) == ("Practiti", "oner")
    assert broken_lines("", 40, 14) == ("",)


# --- the command ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "args"),
    [
        ("map-today", TODAY),
        ("map-2018-07-01", ("--as-of", "2018-07-01")),
        (
            "map-graduate",
            (
                *TODAY,
                "--education",
                "bachelor",
                "--years",
                "0",
                "--holds",
                "none",
                "--goal",
                "basics",
                "--name",
                "Kim",
            ),
        ),
        (
            "map-analyst-holds-p3o",
            (*TODAY, "--role", "PMO analyst", "--holds", "p3o-foundation@2024-03-01"),
        ),
        (
            "map-head",
            (
                *TODAY,
                "--role",
                "head of PMO",
                "--pmo-type",
                "enterprise",
                "--years",
                "14",
                "--pmos-managed",
                "2",
                "--name",
                "Joan",
            ),
        ),
    ],
)
def test_the_picture_is_the_golden_picture(
    name: str, args: tuple[str, ...], tmp_path: Path
) -> None:
    done = call("map", *args, "-o", tmp_path / "map.svg")
    assert (done.code, done.out, done.err) == (0, "", "")
    golden(f"{name}.svg", (tmp_path / "map.svg").read_text(encoding="utf-8"))


def test_the_name_of_the_file_or_the_option_tells_the_format(tmp_path: Path) -> None:
    done = run("map", *TODAY, "--format", "svg")
    assert (done.code, done.err) == (0, "")
    assert run("map", *TODAY, "-o", tmp_path / "one.SVG").code == 0
    assert (tmp_path / "one.SVG").read_text(encoding="utf-8") == done.out
    assert call("map", *TODAY, "--format", "text", "-o", tmp_path / "two.svg").code == 0
    assert (tmp_path / "two.svg").read_text(encoding="utf-8") == call("map", *TODAY).out
    assert call("map", *TODAY, "--json", "-o", tmp_path / "three.svg").code == 0
    assert (tmp_path / "three.svg").read_text(encoding="utf-8") == call("map", *TODAY, "--json").out


def test_a_file_that_exists_is_kept(tmp_path: Path) -> None:
    target = tmp_path / "map.svg"
    target.write_text("mine", encoding="utf-8")
    assert call("map", *TODAY, "-o", target).code == 3
    assert target.read_text(encoding="utf-8") == "mine"
    assert call("map", *TODAY, "-o", target, "--force").code == 0
    assert parsed(target.read_text(encoding="utf-8")).tag == f"{SVG}svg"


@pytest.mark.parametrize(
    "args", [("map", "--format", "gif"), ("explain", "pmp", "--format", "svg")]
)
def test_another_format_is_a_wrong_command_line(args: tuple[str, ...]) -> None:
    done = call(*args)
    assert (done.code, done.out) == (2, "")
    assert "known: json" in done.err


def test_the_same_day_gives_the_same_bytes() -> None:
    first, second = (
        run("map", *TODAY, "--format", "svg", env={"PYTHONHASHSEED": seed}).out for seed in "12"
    )
    assert first == second
