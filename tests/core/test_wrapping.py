"""Text is wrapped by the columns that it takes on a terminal, not by its characters."""

from __future__ import annotations

import textwrap
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from loading import loaded
from msgspec.structs import replace
from program import SMALL, call
from wcwidth import wcswidth

from pmo_path.answers.advise import advise
from pmo_path.answers.browse import listing
from pmo_path.answers.level_map import map_of
from pmo_path.core.text import printable
from pmo_path.core.wrapping import bullet, cell_lines, columns, padded, side_by_side, wrap
from pmo_path.model.catalogue import Catalogue
from pmo_path.profile.profile import Profile
from pmo_path.reports import text_catalogue, text_map

WIDE = "王小明是一位项目管理办公室的分析师"
ACCENTED = "Zoe\u0301 coo\u0308rdinator"  # letters followed by combining marks
NAMES = st.text(st.sampled_from("aé -王明한かハ👩😀\u0301\u0308оמعन"), min_size=1, max_size=60).map(
    printable
)


@pytest.mark.parametrize(
    ("text", "taken"),
    [("Ann", 3), ("Zoé", 3), (ACCENTED, 15), ("王小明", 6), ("👩 😀", 5), ("", 0)],
)
def test_columns_are_counted(text: str, taken: int) -> None:
    assert columns(text) == taken
    assert padded(text, 20) == text + " " * (20 - taken)


@given(NAMES, st.integers(20, 200))
def test_no_line_takes_more_columns_than_there_are(text: str, width: int) -> None:
    lines = bullet(text, width)
    assert max(map(wcswidth, lines)) <= width or not any(map(_is_wide, text))
    assert "".join("".join(lines).split()) == "".join(f"-{text}".split())


def _is_wide(letter: str) -> bool:
    return wcswidth(letter) == 2


@given(st.text(st.characters(max_codepoint=0x2FF), max_size=200), st.integers(20, 200))
def test_latin_text_is_wrapped_as_the_standard_library_wraps_it(text: str, width: int) -> None:
    shown = printable(text)
    options = {"break_long_words": False, "break_on_hyphens": False}
    assert wrap(text, width) == (textwrap.wrap(shown, width, **options) or [""])


def test_wide_text_without_spaces_fills_its_lines() -> None:
    assert wrap(WIDE, 20) == [WIDE[:10], WIDE[10:]]
    assert cell_lines(WIDE, 12, rest=" ") == [
        WIDE[:6],
        f" {WIDE[6:11]}",
        f" {WIDE[11:16]}",
        f" {WIDE[16:]}",
    ]


def test_an_address_is_never_broken() -> None:
    address = f"https://example.org/{'a' * 60}"
    assert address in wrap(f"{WIDE} {address}", 40)


def test_the_tables_of_widths_are_loaded_for_wide_text_only() -> None:
    code = "from pmo_path.core.wrapping import wrap; wrap('Zoé', 40)"
    assert "wcwidth" not in loaded(code)
    assert "wcwidth" in loaded(code.replace("Zoé", "王"))


@pytest.mark.parametrize("width", [40, 60, 80, 200])
def test_a_person_with_a_wide_name_is_advised_within_the_width(width: int) -> None:
    for command in ("advise", "map"):
        done = call(
            command,
            "--name",
            WIDE,
            "--role",
            WIDE,
            "--catalogue",
            str(SMALL),
            env={"COLUMNS": str(width)},
        )
        assert WIDE[:5] in done.out
        assert max(map(wcswidth, done.out.splitlines())) <= width


def test_the_grid_of_the_map_stays_a_grid_with_wide_names(catalogue: Catalogue) -> None:
    view = map_of(advise(catalogue, Profile(), date(2018, 7, 1)))
    wide = replace(
        view,
        bodies=("王小明认证协会", *view.bodies[1:]),
        rows=tuple(
            replace(
                row,
                cells=tuple(tuple(replace(one, short=WIDE) for one in cell) for cell in row.cells),
            )
            for row in view.rows
        ),
    )
    grid = [line for line in text_map.render(wide, 80).splitlines() if line[:1] in ("+", "|")]
    assert sum("王小明" in line for line in grid) > 1
    assert {wcswidth(line) for line in grid} == {wcswidth(grid[0])}


def test_the_table_of_a_listing_stays_a_table_with_wide_names(catalogue: Catalogue) -> None:
    view = listing(catalogue, date(2018, 7, 1), {})
    first, *others = view.certifications
    wide = replace(view, certifications=(replace(first, body_name="王小明认证"), *others))
    rows = text_catalogue.listing_text(wide, 200).splitlines()[-len(view.certifications) :]
    starts = {
        wcswidth(row[: row.rindex(f"  {one.status}  ")])
        for row, one in zip(rows, wide.certifications, strict=True)
    }
    assert len(starts) == 1


def test_columns_side_by_side_stand_below_each_other_with_wide_letters() -> None:
    rows = [["", "王小明认证", "B"], ["Entry", "open", "C"], ["Cost", WIDE, "D"]]
    lines = side_by_side(rows, 60)
    ends = [wcswidth(line) for line in lines if line[-1] in "BCD"]
    assert len(ends) == 3
    assert len(set(ends)) == 1
    assert max(map(wcswidth, lines)) <= 60


def test_columns_too_narrow_to_read_become_items() -> None:
    rows = [["", "First", "Second"], ["Entry", "open", "not known yet"], ["Cost", "1", "2"]]
    assert side_by_side(rows, 30) == [
        "  - First. Entry: open; Cost:",
        "    1.",
        "  - Second. Entry: not known",
        "    yet; Cost: 2.",
    ]
