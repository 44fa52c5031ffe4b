"""The first page of a report, its short form, what of it is a link, and what is agreed."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

import pytest
import readers
from goldens import PEOPLE
from hypothesis import given, settings
from msgspec.structs import replace
from readers import READERS
from strategies import DAYS, profile_data, shipped
from tried import tried
from written import MENTOR, TODAY, advised, every_line, written

from pmo_path.answers.advise import advise
from pmo_path.contract.report import Mentor
from pmo_path.core.documents import Document as Source
from pmo_path.model.catalogue import Catalogue
from pmo_path.profile.parse import read_profile
from pmo_path.profile.profile import Held, Profile
from pmo_path.reports.blocks import (
    Contents,
    Heading,
    Line,
    Paragraph,
    Picture,
    References,
    sections_after,
    with_links,
)
from pmo_path.reports.cautions_shown import cautions_besides_steps, most_urgent
from pmo_path.reports.citations import Citations
from pmo_path.reports.mentor_part import actions
from pmo_path.reports.page_one import DETAILS, MOST_LINES, PageOne, fitting_detail
from pmo_path.reports.page_room import lines_taken
from pmo_path.reports.person_report import document

# --- what is agreed, and what is said -----------------------------------------------------


def test_agreed_actions_are_the_steps_and_awards_that_lapse_with_their_days(
    catalogue: Catalogue,
) -> None:
    needed = date(2027, 6, 1)
    person = Profile(
        experience_level="manager",
        goals=("set-up-pmo",),
        needed_by=needed,
        holds=(Held("p3o-foundation", date(2024, 3, 1)),),
    )
    advice = advise(catalogue, person, TODAY)
    told = list(actions(advice))
    assert told[0] == ("Renew P3O Foundation", "1 March 2027")
    assert [day for _, day in told][1:] == [*[""] * (len(told) - 2), "1 June 2027"]
    tie = list(actions(advised("analyst-today", catalogue)))
    assert tie == [("Choose: Essentials for PMO Analysts or P3O Foundation (3 training days)", "")]


def test_own_words_stand_as_theirs_and_once(catalogue: Catalogue) -> None:
    words = "I want to lead a PMO.\n\nIn Lyon, perhaps."
    person = Profile(role="PMO analyst", aspirations=words)
    advice = advise(catalogue, person, TODAY)
    quoted = [
        line.text
        for one in document(advice)
        if isinstance(one, Paragraph) and one.tone == "quote"
        for line in one.lines
    ]
    assert quoted == ["I want to lead a PMO.", "In Lyon, perhaps."]
    for form, read in READERS.items():
        assert read(written(advice, form)).text.count("In Lyon, perhaps.") == 1
        assert "Lyon" not in written(advice, form, brief=True)
    without = advise(catalogue, Profile(role="PMO analyst"), TODAY)
    assert replace(advice, profile=without.profile) == without


# --- the short form -----------------------------------------------------------------------


@pytest.mark.parametrize("person", PEOPLE)
def test_the_short_form_is_the_first_page_and_cites_no_source_that_it_does_not_list(
    person: str, catalogue: Catalogue
) -> None:
    advice = advised(person, catalogue)
    brief, full = document(advice, MENTOR, brief=True), document(advice, MENTOR)
    assert [line.refs for line in every_line(brief) if line.refs] == []
    assert not any(isinstance(one, References | Contents) for one in brief)
    place = next(
        number for number, one in enumerate(full) if isinstance(one, Heading) and one.starts_page
    )
    shown = [one for one in full[:place] if isinstance(one, Heading | Picture)]
    assert [one for one in brief if isinstance(one, Heading | Picture)][:-1] == shown
    assert isinstance(full[place - 1], Picture)


@settings(max_examples=tried(60))
@given(profile_data(), DAYS)
def test_the_first_page_has_room_for_the_picture(data: dict[str, Any], day: date) -> None:
    advice = advise(shipped(), read_profile(Source("made up", data, {}), shipped().names), day)
    detail = fitting_detail(advice)
    lines = lines_taken(PageOne(advice, Citations(silent=True), detail).blocks(True))
    assert lines <= MOST_LINES or detail == DETAILS[-1]
    told = {line.text for line in every_line(document(advice, brief=True))}
    harmful, _ = most_urgent(cautions_besides_steps(advice), 0)
    assert {one.text for one in harmful} <= told


# --- links ----------------------------------------------------------------------------------


@pytest.mark.parametrize("person", PEOPLE)
@pytest.mark.parametrize("form", READERS)
def test_whom_to_ask_is_a_link_in_every_sentence(
    person: str, form: str, catalogue: Catalogue
) -> None:
    text = written(advised(person, catalogue), form)
    bare = re.findall(r" \((https?://[^\s()<>]+)\)", text)
    assert bare == []


def test_an_address_that_somebody_typed_is_no_link(catalogue: Catalogue) -> None:
    person = Profile(
        name="Kim https://evil.example",
        role="https://evil.example/role",
        aspirations="https://evil.example/me",
    )
    advice = advise(catalogue, person, TODAY)
    blocks = document(advice, Mentor(name="Ann", notes="https://evil.example/notes"))
    linked = {target for line in every_line(blocks) for _, target in line.pieces if target}
    assert linked
    assert not any("evil" in target for target in linked)


def test_of_two_addresses_the_longer_is_the_link() -> None:
    line = Line(text="Ask https://a.example/b, or https://a.example (https://a.example/c).")
    [block] = with_links([Paragraph(lines=(line,))], ["https://a.example", "https://a.example/b"])
    assert isinstance(block, Paragraph)
    assert [piece for piece in block.lines[0].pieces if piece[1]] == [
        ("https://a.example/b", "https://a.example/b"),
        ("https://a.example", "https://a.example"),
    ]


# --- the table of contents --------------------------------------------------------------------


def test_a_long_report_lists_its_sections_and_a_short_one_does_not(catalogue: Catalogue) -> None:
    advice = advised("analyst-today", catalogue)
    blocks = document(advice)
    contents = next(one for one in blocks if isinstance(one, Contents))
    later = blocks[blocks.index(contents) :]
    titles = [one.text for one in later if isinstance(one, Heading) and one.level == 2]
    assert sections_after(blocks, contents) == tuple(titles)
    built = readers.page(written(advice, "html")).built
    assert [rest for tag, *rest in built if tag == "nav"] == [["aria-labelledby=contents"]]
    assert sections_after((contents, *blocks[-2:]), contents) == ()
    assert "<nav" not in written(advice, "html", brief=True)
