"""Where to go for a step: pages that apply on the day, shown in every format as a link."""

from __future__ import annotations

import re
from datetime import date
from html import unescape
from pathlib import Path

import pytest
from small import advice, certification, fact, made

from pmo_path.answers.browse import certification_view
from pmo_path.contract.advice import Advice
from pmo_path.core.json_text import json_data
from pmo_path.messages.catalog import say
from pmo_path.model.catalogue import Catalogue
from pmo_path.reports import markdown, text
from pmo_path.reports.html import page as html
from pmo_path.reports.pdf import typst_markup
from pmo_path.reports.person_report import document

ABOUT, SHOP = "https://institute.example/one?a=1&b=(2)", "https://institute.example/shop"
LABEL = say("label-pages")


@pytest.fixture
def paged(tmp_path: Path) -> Catalogue:
    pages = [
        fact("Its shop", **{"for": "booking"}, address=SHOP, mark="inferred", note="Read there."),
        fact(
            "Its page",
            **{"for": "about", "from": "2026-02", "until": "2026-11"},
            address=ABOUT,
        ),
    ]
    return made(
        tmp_path / "catalogue",
        certification("paged", "director", pages=pages),
        certification("pageless", "manager"),
    )


def told(catalogue: Catalogue, day: str, level: str = "director") -> Advice:
    return advice(catalogue, date.fromisoformat(day), experience_level=level)


@pytest.mark.parametrize(
    ("day", "addresses"),
    [
        ("2026-02-27", [SHOP]),  # a month begins to count when it is surely there
        ("2026-02-28", [ABOUT, SHOP]),
        ("2026-10-31", [ABOUT, SHOP]),
        ("2026-11-01", [SHOP]),
    ],
)
def test_a_step_names_the_pages_of_the_day_its_own_page_first(
    day: str, addresses: list[str], paged: Catalogue
) -> None:
    (step,) = told(paged, day).routes[0].steps
    assert step.certification == "paged"
    assert [page.address for page in step.pages] == addresses
    facts = [
        one.text
        for one in certification_view(paged, "paged", date.fromisoformat(day)).facts
        if one.about == "where to go"
    ]
    assert facts == [f"Its shop: {SHOP}", f"Its page: {ABOUT}"]


def test_a_page_is_data_with_its_use_words_and_sources(paged: Catalogue) -> None:
    (step,) = told(paged, "2026-06-01").routes[0].steps
    assert json_data(step)["pages"] == [
        {"for": "about", "address": ABOUT, "text": "Its page", "sources": ["institute"]},
        {
            "for": "booking",
            "address": SHOP,
            "text": "Its shop (our reading of the sources)",
            "sources": ["institute"],
        },
    ]


def test_text_gives_each_address_a_line_of_its_own(paged: Catalogue) -> None:
    lines = text.render(told(paged, "2026-06-01"), 40).splitlines()
    place = lines.index(f"   {LABEL}: Its page")
    assert lines[place + 1] == f"     {ABOUT}"
    assert f"     {SHOP}" in lines


def test_a_report_links_the_words_of_a_page(paged: Catalogue) -> None:
    person = told(paged, "2026-06-01")
    assert f"* **{LABEL}**: [Its page](<{ABOUT}>) [" in markdown.render(person)
    fields = re.findall(r"<dt>([^<]*)</dt><dd>(.*?)</dd>", html.render(person))
    linked = [value for name, value in fields if name == LABEL]
    assert f'href="{ABOUT}" class="away">Its page</a>' in unescape(linked[0])
    assert f'href="{SHOP}"' in linked[1]
    typst = typst_markup.translate(document(person), "")
    assert f'strong("{LABEL}")' in typst
    assert f'link("{ABOUT}", "Its page"); " "; printed("{ABOUT}")' in typst


def test_where_no_page_is_known_nothing_is_said_of_it(paged: Catalogue) -> None:
    person = told(paged, "2026-06-01", level="manager")
    (step,) = person.routes[0].steps
    assert (step.certification, step.pages) == ("pageless", ())
    for render in (text.render, markdown.render, html.render):
        assert LABEL not in render(person)
