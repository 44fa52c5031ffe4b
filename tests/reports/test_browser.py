"""The page of a report in a real Chromium: on phones, in the dark, on paper, and for axe.

Where PMO_PATH_BROWSER is `required` (as in `.ci/run`), a browser that is missing is a failure;
elsewhere these tests skip. PMO_PATH_MERMAID names a mermaid.min.js, to hold the charts of the
Markdown reports against its parser.
"""

from __future__ import annotations

import io
import os
import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from unicodedata import normalize

import axe_playwright_python
import pypdf
import pytest
from career_plans import plan_of
from goldens import PEOPLE
from teams import shipped_team
from written import MENTOR, SHOWN, advised, with_text, written

from pmo_path.messages.catalog import say
from pmo_path.model.catalogue import Catalogue
from pmo_path.reports import markdown
from pmo_path.reports.blocks import Document, Fields, Heading, Item, Items, Line, Table
from pmo_path.reports.html import page as html

REQUIRED = os.environ.get("PMO_PATH_BROWSER") == "required"
# A root without a sandbox starts it too, and it looks nothing up outside.
OPTIONS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
)
WIDTHS = (360, 768, 1280)
MOST_PAGES = 5
AXE = Path(axe_playwright_python.__file__).with_name("axe.min.js")


def without(reason: str) -> Any:
    """Skip for want of something, or fail where it is required."""
    if REQUIRED:
        pytest.fail(reason)
    pytest.skip(reason)


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    program = next(
        filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None
    )
    if program is None:
        without("no Chromium is installed")
    from playwright.sync_api import sync_playwright  # slow to import, and needed here alone

    with sync_playwright() as play:
        started = play.chromium.launch(executable_path=program, args=list(OPTIONS))
        yield started
        started.close()


@pytest.fixture(scope="module")
def pages(catalogue: Catalogue, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Reports as files: of people, of one with a hostile name, and of one who says everything."""
    texts = {person: written(advised(person, catalogue), "html", MENTOR) for person in SHOWN}
    texts["hostile"] = with_text(
        "html", "name", "<script>document.title = 'taken'</script>" + "x" * 9_000
    )
    texts["notes"] = with_text("html", "notes", "\n".join(["x" * 500, "many words " * 900]))
    texts["brief"] = written(advised("ppso-holder", catalogue), "html", MENTOR, brief=True)
    texts["cohort"] = html.summary(shipped_team(catalogue))
    texts["plan"] = html.plan(plan_of("analyst-to-head-of-pmo"))
    found = {}
    for name, text in texts.items():
        found[name] = tmp_path_factory.mktemp("reports") / f"{name}.html"
        found[name].write_text(text, encoding="utf-8")
    return found


NAMES = (*SHOWN, "hostile", "notes", "brief", "cohort", "plan")


@pytest.fixture(scope="module")
def opened(browser: Any, pages: dict[str, Path]) -> Callable[..., Any]:
    """Return a function that shows a report, opened once, and notes what it asks for and complains
    of.
    """
    shown: dict[str, Any] = {}

    def show(name: str, width: int = 1280, scheme: str = "light") -> Any:
        page = shown.get(name)
        if page is None:
            page = shown[name] = browser.new_page()
            page.asked, page.said = [], []
            page.on("request", lambda request: page.asked.append(request.url))
            page.on("console", lambda message: page.said.append(message.text))
            page.on("pageerror", lambda error: page.said.append(str(error)))
            page.goto(pages[name].as_uri())
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(media="screen", color_scheme=scheme)
        return page

    return show


# --- on a screen ------------------------------------------------------------------------


@pytest.mark.parametrize("name", NAMES)
def test_no_width_scrolls_sideways(name: str, opened: Any) -> None:
    page = opened(name)
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_a_page_asks_for_nothing_but_itself_and_complains_of_nothing(
    opened: Any, pages: dict[str, Path]
) -> None:
    for name in NAMES:
        page = opened(name)
        assert page.asked == [pages[name].as_uri()]
        assert page.said == []
        assert page.title() != "taken"


def test_its_own_styles_count_and_no_others_and_no_script_runs(
    browser: Any, pages: dict[str, Path]
) -> None:
    page = browser.new_page()
    page.goto(pages["graduate-today"].as_uri())
    assert page.evaluate("getComputedStyle(document.querySelector('main')).maxWidth") != "none"
    page.evaluate(
        """() => {
            const script = document.createElement('script');
            script.textContent = 'window.taken = true';
            const style = document.createElement('style');
            style.textContent = 'main { display: none }';
            document.body.append(script, style);
        }"""
    )
    assert page.evaluate("window.taken") is None
    assert page.evaluate("getComputedStyle(document.querySelector('main')).display") == "block"
    page.close()


@pytest.mark.parametrize(
    "name", ["analyst-holds-p3o", "analyst-today", "hostile", "brief", "cohort"]
)
@pytest.mark.parametrize(
    ("width", "scheme"), [(1280, "light"), (1280, "dark"), (360, "light"), (360, "dark")]
)
def test_axe_finds_nothing(name: str, width: int, scheme: str, opened: Any) -> None:
    page = opened(name, width, scheme)
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate(
        "axe.run().then(one => one.violations.map(each => [each.id, each.nodes.length]))"
    )
    assert found == []


def test_the_dark_page_is_dark_and_prints_on_white(opened: Any) -> None:
    page = opened("graduate-today", scheme="dark")
    colour = "getComputedStyle(document.body).backgroundColor"
    assert max(map(int, re.findall(r"\d+", page.evaluate(colour)))) < 64
    page.emulate_media(media="print")
    assert page.evaluate(colour) == "rgb(255, 255, 255)"


def test_the_keyboard_reaches_every_link_and_nothing_hidden(opened: Any) -> None:
    page = opened("analyst-holds-p3o")
    stops = "[...document.querySelectorAll('a[href], [tabindex]')]"
    count = page.evaluate(f"{stops}.length")
    page.evaluate("document.body.focus()")
    reached = []
    for _ in range(count):
        page.keyboard.press("Tab")
        reached.append(page.evaluate(f"{stops}.indexOf(document.activeElement)"))
    assert reached == list(range(count))


# --- on paper -----------------------------------------------------------------------------


def printed(page: Any) -> list[str]:
    """Return the text of every page of what is printed."""
    return [one.extract_text() for one in sheets(page)]


def sheets(page: Any) -> list[pypdf.PageObject]:
    """Return every page of what is printed."""
    page.emulate_media(media="print")
    found = list(pypdf.PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True))).pages)
    for one in found:
        assert [round(float(size)) for size in one.mediabox[2:]] == [595, 842]  # A4, in points
    return found


def long_document() -> Document:
    """Many rows, items and fields of several lines, each word of its own."""
    rows = tuple(
        tuple(
            Line(
                lead="" if column else f"r{row}",
                text=words(f"r{row}c{column}", 1 + row * column % 40),
            )
            for column in range(3)
        )
        for row in range(60)
    )
    items = tuple(Item(line=Line(text=words(f"i{one}", 5 + one * 7 % 60))) for one in range(40))
    fields = tuple(
        Line(lead=f"f{one}", text=words(f"f{one}", 3 + one * 11 % 50)) for one in range(40)
    )
    return (
        Heading(level=1, text="Long"),
        Heading(level=2, text="Rows"),
        Table(caption="Captioned", heads=("Headone", "Headtwo", "Headthree"), rows=rows),
        Heading(level=2, text="Items"),
        Items(items=items),
        Heading(level=2, text="Fields"),
        Fields(lines=fields),
    )


def words(name: str, count: int) -> str:
    return " ".join(f"{name}w{number}z" for number in range(count))


def test_no_row_item_or_field_is_cut_by_a_page(browser: Any) -> None:
    page = browser.new_page()
    page.set_content(html.translate(long_document()))
    texts = printed(page)
    page.close()
    assert len(texts) > 5
    places: dict[str, set[int]] = {}
    for number, text in enumerate(texts):
        for name in re.findall(r"\b([rif]\d+)(?:c\d+)?w\d+z", text):
            places.setdefault(name, set()).add(number)
    assert len(places) == 60 + 40 + 40
    assert {name: found for name, found in places.items() if len(found) > 1} == {}
    with_rows = {number for name, found in places.items() if name[0] == "r" for number in found}
    assert [number for number in with_rows if "Headtwo" not in texts[number]] == []


@pytest.mark.parametrize("name", SHOWN)
def test_a_report_is_short_enough_to_hand_over(name: str, opened: Any) -> None:
    texts = printed(opened(name))
    assert 3 <= len(texts) <= MOST_PAGES
    assert f"1 / {len(texts)}" in texts[0]
    [signed] = [text for text in texts if "Signature" in text]
    assert "Agreed actions" in signed  # what is written in by hand stands on one page


@pytest.mark.parametrize("person", PEOPLE)
def test_page_one_prints_on_one_page_and_the_short_form_is_no_longer(
    person: str, browser: Any, catalogue: Catalogue
) -> None:
    page = browser.new_page()
    page.set_content(written(advised(person, catalogue), "html", MENTOR))
    first, second = (one.extract_text() for one in sheets(page)[:2])
    page.set_content(written(advised(person, catalogue), "html", MENTOR, brief=True))
    brief = sheets(page)
    page.close()
    assert say("map-caption") in first
    assert say("heading-said") in second[:40]
    assert len(brief) == 1


def test_the_summary_of_a_team_prints_on_few_pages_with_each_chart_whole(opened: Any) -> None:
    texts = printed(opened("cohort"))
    assert len(texts) <= 5
    for first, last in (
        ("PMO Administrators: 4 people", "which answer decides"),
        ("director, level 4: 1", "entry, level 1: 4"),
    ):
        assert [first in text for text in texts] == [last in text for text in texts]


def test_a_printed_link_shows_where_it_leads(opened: Any) -> None:
    text = normalize("NFKC", "".join(printed(opened("graduate-today")))).replace("\n", "")
    assert "https://houseofpmo.com/qualifications-and-training/ppso-certifications/" in text


# --- the chart of the Markdown report --------------------------------------------------------


@pytest.fixture(scope="module")
def mermaid(browser: Any) -> Any:
    """A page that can draw charts."""
    program = os.environ.get("PMO_PATH_MERMAID")
    if not program:
        pytest.skip("PMO_PATH_MERMAID names no mermaid.min.js")
    page = browser.new_page()
    page.set_content("<p></p>")
    page.add_script_tag(path=program)
    return page


@pytest.mark.parametrize("person", PEOPLE)
def test_the_chart_is_one_that_mermaid_draws(
    person: str, mermaid: Any, catalogue: Catalogue
) -> None:
    advice = advised(person, catalogue)
    chart = re.findall(r"```mermaid\n(.*?)```", markdown.render(advice), re.DOTALL)
    drawn = mermaid.evaluate(
        """async chart => {
            mermaid.initialize({startOnLoad: false, securityLevel: 'strict'});
            const {svg} = await mermaid.render('chart', chart);
            const page = new DOMParser().parseFromString(svg, 'text/html');
            return [...page.querySelectorAll('.nodeLabel')].map(one => one.textContent);
        }""",
        chart[0],
    )
    for step in {step.short for route in advice.routes if route.rank == 1 for step in route.steps}:
        assert any(one.startswith(step) for one in drawn)
    assert not any("#" in one for one in drawn)
