"""The map as SVG: nothing is told by colour alone, all of it is inert."""

from __future__ import annotations

import re
from itertools import combinations
from xml.etree import ElementTree

import pytest
from goldens import PEOPLE, profile_of
from hypothesis import example, given
from hypothesis import strategies as st
from maps import SIGNS, SVG, drawn, parsed, squeezed, view_of, well_laid_out

from pmo_path.contract.catalogue import CatalogueInfo, VerifiedOn
from pmo_path.contract.map import MapEntry, MapRow, MapView
from pmo_path.core.documents import Document
from pmo_path.messages.catalog import say
from pmo_path.messages.phrases import route_words
from pmo_path.model.catalogue import Catalogue
from pmo_path.profile.meanings import LEVELS
from pmo_path.profile.parse import read_profile
from pmo_path.reports.svg import map_file
from pmo_path.reports.svg.map_drawing import map_svg
from pmo_path.reports.svg.text_metrics import text_width


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


def test_it_asks_for_nothing_and_runs_nothing(shipped_maps: list[MapView]) -> None:
    for view in shipped_maps:
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


def test_the_key_explains_what_occurs_and_no_more(shipped_maps: list[MapView]) -> None:
    for view in shipped_maps:
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
