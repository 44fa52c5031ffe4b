"""The chart of a summary says in words what it shows."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmo_path.reports.blocks import Bar, Chart
from pmo_path.reports.svg.bar_chart import chart_svg


def drawn(*bars: Bar, key: str = "") -> ElementTree.Element:
    return ElementTree.fromstring(
        chart_svg(Chart(name="c", title="Title & <more>", bars=bars, key=key), "chart-c")
    )


def test_a_chart_says_in_words_what_it_shows() -> None:
    found = drawn(
        Bar(text="A: 3 people", count=3, open=1),
        Bar(text="B: nobody", count=0),
        key="Broken: open.",
    )
    assert found.attrib["role"] == "img"
    ids = {each.attrib.get("id"): each.text for each in found.iter()}
    assert [ids[name] for name in found.attrib["aria-labelledby"].split()] == [
        "Title & <more>",
        "A: 3 people; B: nobody. Broken: open.",
    ]
    shown = " ".join(each.text or "" for each in found.iter("{http://www.w3.org/2000/svg}text"))
    assert shown == "A: 3 people B: nobody Broken: open."


def test_bars_are_as_long_as_what_they_count_and_what_is_open_is_an_outline() -> None:
    found = drawn(Bar(text="A", count=4), Bar(text="B", count=2, open=2), Bar(text="C", count=0))
    full, outline = found.findall("{http://www.w3.org/2000/svg}rect")
    assert float(full.attrib["width"]) == pytest.approx(2 * float(outline.attrib["width"]), abs=5)
    assert "stroke-dasharray" not in full.attrib
    assert outline.attrib["stroke-dasharray"]


@given(st.lists(st.text(max_size=60), min_size=1, max_size=4), st.text(max_size=30))
def test_any_text_in_a_chart_stays_text(texts: list[str], key: str) -> None:
    found = drawn(*(Bar(text=text, count=1) for text in texts), key=key)
    tags = {each.tag.rpartition("}")[2] for each in found.iter()}
    assert tags <= {"svg", "title", "desc", "style", "text", "rect", "path"}
