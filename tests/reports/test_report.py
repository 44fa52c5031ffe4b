"""The report as a document: equal sentences in every format; what people type stays letters."""

from __future__ import annotations

import json
import unicodedata
from datetime import date
from functools import cache
from html import unescape
from importlib import import_module
from itertools import pairwise
from typing import Any

import pytest
import readers
from goldens import PEOPLE, golden
from hypothesis import given, settings
from hypothesis import strategies as st
from program import valid
from readers import READERS
from strategies import DAYS, profile_data, shipped
from tried import tried
from written import (
    BIDI,
    FIELDS,
    HOSTILE,
    MENTOR,
    SHOWN,
    TODAY,
    advised,
    every_line,
    markup,
    sentences,
    told_as,
    with_text,
    written,
)

from pmo_path.answers.advise import advise
from pmo_path.contract.program import PROGRAM
from pmo_path.core.documents import Document as Source
from pmo_path.core.json_text import json_data
from pmo_path.core.text import inert
from pmo_path.messages.catalog import say
from pmo_path.messages.source_phrases import source_remarks
from pmo_path.model.catalogue import Catalogue
from pmo_path.profile.parse import read_profile
from pmo_path.profile.profile import Held, Profile
from pmo_path.reports import FORMATS, MAP_FORMATS, REPORTS, escaping, renderer
from pmo_path.reports.blocks import Fields, Heading, Line, Picture, References, Table
from pmo_path.reports.mentor_part import actions
from pmo_path.reports.person_report import document

# --- the same sentences -----------------------------------------------------------------


@pytest.mark.parametrize("person", PEOPLE)
@pytest.mark.parametrize("form", READERS)
def test_every_reason_gap_and_caution_stands_in_every_format(
    person: str, form: str, catalogue: Catalogue
) -> None:
    advice = advised(person, catalogue)
    text = readers.plain(READERS[form](written(advice, form)).text)
    assert [one for one in sentences(advice) if readers.plain(inert(one)) not in text] == []


@pytest.mark.parametrize("person", PEOPLE)
@pytest.mark.parametrize("form", READERS)
def test_every_line_of_the_document_stands_in_every_format_in_its_order(
    person: str, form: str, catalogue: Catalogue
) -> None:
    advice = advised(person, catalogue)
    text = readers.plain(READERS[form](written(advice, form, MENTOR)).text)
    at = 0
    for line in every_line(document(advice, MENTOR)):
        for words in (line.lead, line.text):
            said = readers.plain(inert(words))
            at = text.find(said, at)
            assert at >= 0, said
            at += len(said)


@settings(max_examples=tried(40))
@given(profile_data(), DAYS)
def test_nobody_is_told_less_in_one_format_than_in_another(data: dict[str, Any], day: date) -> None:
    advice = advise(shipped(), read_profile(Source("made up", data, {}), shipped().names), day)
    for form, read in READERS.items():
        text = readers.plain(read(written(advice, form)).text)
        assert [one for one in sentences(advice) if readers.plain(inert(one)) not in text] == []


@pytest.mark.parametrize("person", PEOPLE)
def test_text_has_what_is_said_of_the_first_routes_and_the_cautions(
    person: str, catalogue: Catalogue
) -> None:
    advice = advised(person, catalogue)
    text = readers.plain(renderer("text", full=True)(advice, 80))
    first = [route for route in advice.routes if route.rank == 1]
    said = [
        reason.text
        for route in first
        for step in route.steps
        for reason in (*step.because, *step.gaps)
    ]
    said += [told_as(advice, one) for one in advice.cautions]
    assert [one for one in said if readers.plain(one) not in text] == []


def test_json_is_the_advice_with_what_the_mentor_adds(catalogue: Catalogue) -> None:
    advice = advised("graduate-today", catalogue)
    text = written(advice, "json", MENTOR)
    told = valid("report", json.loads(text))
    assert text == json.dumps(told, ensure_ascii=False, indent=2) + "\n"
    assert list(told.items()) == [
        ("schema_version", "1"),
        ("kind", "report"),
        ("program", json_data(PROGRAM)),
        ("mentor", {"name": MENTOR.name, "notes": MENTOR.notes}),
        ("advice", told["advice"]),
        ("changes", None),
        ("plan", None),
    ]
    assert list(told["mentor"]) == ["name", "notes"]
    advice_text = json.dumps(told["advice"], ensure_ascii=False, indent=2) + "\n"
    assert advice_text == renderer("json")(advice, 80)


@pytest.mark.parametrize("form", READERS)
def test_an_advice_is_the_report_without_a_mentor(form: str, catalogue: Catalogue) -> None:
    advice = advised("graduate-today", catalogue)
    assert renderer(form)(advice, 40) == written(advice, form)


def test_every_format_of_a_report_that_is_markup_has_a_reader() -> None:
    assert [*READERS] == [form for form in REPORTS if not FORMATS[form].binary and form != "json"]


def test_a_format_has_a_function_for_each_answer_that_its_row_names_and_no_other() -> None:
    functions = {"advice": "render", "report": "report", "summary": "summary", "plan": "plan"}
    for name, form in FORMATS.items():
        module = import_module(form.module)
        has = {answer for answer, function in functions.items() if hasattr(module, function)}
        assert has == {*form.renders}, name


def test_a_suffix_tells_one_format() -> None:
    for formats in (FORMATS, MAP_FORMATS):
        suffixes = [suffix for form in formats.values() for suffix in form.suffixes]
        assert len(suffixes) == len({*suffixes})
        assert all(form.suffixes for form in formats.values())


# --- what the document holds ------------------------------------------------------------


def test_the_answer_comes_first_then_why_then_what_else(catalogue: Catalogue) -> None:
    blocks = document(advised("analyst-holds-p3o", catalogue))
    titles = [one.text for one in blocks if isinstance(one, Heading) and one.level == 2]
    codes = (
        "cannot-wait said route more-cautions holdings side-by-side others missing development"
        " mentor sources"
    )
    name = "House of PMO Essentials for PMO Analysts"
    assert titles == [name, *(say(f"heading-{code}") for code in codes.split())]
    assert isinstance(blocks[0], Heading)
    assert blocks[0].level == 1
    assert blocks[1].lines[0].text == "Next step: Essentials for PMO Analysts."  # type: ignore[union-attr]


def test_who_it_is_for_is_shown_as_given_and_nothing_else(catalogue: Catalogue) -> None:
    person = Profile(
        name="Kim",
        years_in_pmo=None,
        holds=(),
        pmo_types=("tactical", "coe"),
        needed_by=date(2027, 1, 2),
    )
    blocks = document(advise(catalogue, person, TODAY), MENTOR)
    fields = [one for one in blocks if isinstance(one, Fields)][-1]
    assert [(line.lead, line.text) for line in fields.lines] == [
        ("Name", "Kim"),
        ("Day of the advice", "22 November 2026"),
        ("Mentor", MENTOR.name),
        (
            "Kind of PMO",
            "tactical (control and reporting for a project or programme) and coe "
            "(everyone's standards and methods)",
        ),
        ("Certifications you hold", "none"),
        ("Day you need it by", "2 January 2027"),
    ]


def test_what_is_held_is_shown_with_the_day_until_which_it_is_valid(catalogue: Catalogue) -> None:
    person = Profile(role="PMO analyst", holds=(Held("p3o-foundation", date(2024, 3, 1)),))
    text = readers.markdown(written(advise(catalogue, person, TODAY), "markdown")).text
    assert "awarded on 1 March 2024, valid until 1 March 2027" in text


@pytest.mark.parametrize("person", PEOPLE)
def test_every_number_of_a_source_leads_to_a_source_with_its_day(
    person: str, catalogue: Catalogue
) -> None:
    advice = advised(person, catalogue)
    blocks = document(advice)
    listed = [one for one in blocks if isinstance(one, References)]
    lines = listed[0].lines if listed else ()
    used = {number for line in every_line(blocks) for number in line.refs}
    assert used == set(range(1, len(lines) + 1))
    known = {one.id: one for one in advice.sources}
    cited = {
        source
        for route in advice.routes
        for step in route.steps
        for one in step.because
        for source in one.sources
    }
    told = {(line.text, line.address) for line in lines}
    assert len(told) == len(lines)
    assert {
        (f"{known[one].title} ({source_remarks(known[one], checked=False)})", known[one].address)
        for one in cited
    } <= told


def test_a_source_is_graded_as_what_rests_on_it_is(catalogue: Catalogue) -> None:
    fact = catalogue.certifications["p3o-foundation"].status[0]
    assert fact.confidence in catalogue.confidences[fact.source]
    rule = next(one for one in catalogue.rules if one.source and one.confidence)
    assert rule.confidence in catalogue.confidences[rule.source or ""]
    assert set(catalogue.confidences) <= set(catalogue.sources)


def test_a_tie_shows_both_routes_and_what_would_decide(catalogue: Catalogue) -> None:
    blocks = document(advised("analyst-today", catalogue))
    routes = [one for one in blocks if isinstance(one, Heading) and one.text.startswith("Route ")]
    assert len(routes) == 2
    picture = next(one for one in blocks if isinstance(one, Picture))
    assert picture.view.routes == (("hop-analysts",), ("p3o-foundation",))
    choice = next(one for one in blocks if isinstance(one, Table))
    assert choice.heads[1:] == ("Essentials for PMO Analysts", "P3O Foundation")
    assert [row[0].lead for row in choice.rows][-1] == say("label-pages")
    assert all(cell.text for row in choice.rows for cell in row[1:])
    assert (
        "--goal"
        not in readers.markdown(written(advised("analyst-today", catalogue), "markdown")).text
    )


def test_there_is_room_for_the_mentor(catalogue: Catalogue) -> None:
    blocks = document(advised("graduate-today", catalogue), MENTOR)
    actions, sign = (one for one in blocks if isinstance(one, Table) and one.room)
    assert [row[0].text for row in actions.rows][:2] == [
        "Essentials for PMO Administrators (2 to 3 training days)",
        "",
    ]
    assert all(cell == Line() for row in actions.rows for cell in row[1:])
    assert [row[1].text for row in sign.rows] == ["Kim", MENTOR.name]
    text = readers.page(written(advised("graduate-today", catalogue), "html", MENTOR)).text
    assert readers.plain(MENTOR.notes) in readers.plain(text)


def test_what_another_award_proves_is_not_to_be_renewed_besides(catalogue: Catalogue) -> None:
    proving = Held("p3o-practitioner", date(2024, 1, 12))
    told = advise(catalogue, Profile(role="PMO analyst", holds=(proving,)), date(2026, 11, 28))
    assert [day for _, day in actions(told) if day] == ["12 January 2027"]


# --- golden reports -----------------------------------------------------------------------


@pytest.mark.parametrize("person", SHOWN)
def test_a_report_in_markdown_is_the_golden_report(person: str, catalogue: Catalogue) -> None:
    a_golden_report(person, "markdown", catalogue)


@pytest.mark.parametrize("form", [form for form in READERS if form != "markdown"])
@pytest.mark.parametrize("person", ["analyst-today", "nobody"])
def test_another_format_is_the_golden_report(person: str, form: str, catalogue: Catalogue) -> None:
    """Two people have every element; of everybody, a format says what Markdown does."""
    a_golden_report(person, form, catalogue)


def a_golden_report(person: str, form: str, catalogue: Catalogue) -> None:
    advice = advised(person, catalogue)
    text = written(advice, form, MENTOR).replace(advice.catalogue.digest, "sha256:0")
    golden(f"report-{person}{FORMATS[form].suffixes[0]}", text)


# --- the page -----------------------------------------------------------------------------


@pytest.mark.parametrize("person", SHOWN)
def test_a_page_is_built_for_everyone(person: str, catalogue: Catalogue) -> None:
    built = readers.page(written(advised(person, catalogue), "html", MENTOR)).built
    tags = [tag for tag, *_ in built]
    assert ("html", "lang=en-GB") in built
    for once in ("header", "main", "footer", "h1"):
        assert tags.count(once) == 1, once
    assert built.count(("title",)) == 1  # a picture has one with an id
    assert tags.count("caption") == tags.count("table")
    assert all(any(one.startswith("scope=") for one in rest) for tag, *rest in built if tag == "th")
    levels = [int(tag[1]) for tag in tags if tag in ("h1", "h2", "h3")]
    assert all(after <= before + 1 for before, after in pairwise(levels))
    ids = [one for _, *rest in built for one in rest if one.startswith("id=")]
    assert len(ids) == len(set(ids))
    inside = {
        one.removeprefix("href=#") for _, *rest in built for one in rest if one.startswith("href=#")
    }
    assert inside <= {one.removeprefix("id=") for one in ids}


def test_a_page_asks_for_nothing_and_runs_nothing(catalogue: Catalogue) -> None:
    text = written(advised("graduate-today", catalogue), "html")
    built = readers.page(text).built
    assert not {tag for tag, *_ in built} & {
        "script",
        "link",
        "img",
        "iframe",
        "object",
        "form",
        "base",
    }
    assert not [
        one for _, *rest in built for one in rest if one.startswith(("src=", "style=", "on"))
    ]
    assert "default-src 'none'" in unescape(text)
    assert "unsafe" not in text.partition("<body>")[0]


# --- hostile text ---------------------------------------------------------------------------


@cache
def usual(form: str, field: str) -> list[tuple[str, ...]]:
    """Return how a report is built with a plain word in a field.

    A title that is not known asks for the level, whatever it is: any such title is built alike.
    """
    return markup(READERS[form](with_text(form, field, "Xyzzyx")))


@pytest.mark.parametrize("field", FIELDS)
@pytest.mark.parametrize("form", READERS)
def test_hostile_text_comes_out_inert_and_whole(field: str, form: str) -> None:
    for text in (*HOSTILE, "x" * 3_000, "long words " * 300):
        read = READERS[form](with_text(form, field, text))
        assert readers.plain(text) in readers.plain(read.text), text
        assert markup(read) == usual(form, field), text


@pytest.mark.parametrize("field", FIELDS)
@pytest.mark.parametrize("form", READERS)
def test_what_would_turn_or_steer_text_is_taken_out(field: str, form: str) -> None:
    for text in BIDI:
        told = with_text(form, field, text)
        assert [
            one
            for one in told
            if one != "\n" and unicodedata.category(one) in ("Cc", "Cf", "Zl", "Zp")
        ] == []
        assert all(word in told for word in inert(text).replace("[", " ").split())


@settings(max_examples=tried(40))
@given(st.text(min_size=1, max_size=40), st.sampled_from(("name", "mentor", "notes")))
def test_no_text_becomes_markup(text: str, field: str) -> None:
    text = f"x{' '.join(text.split())}"
    for form in READERS:
        read = READERS[form](with_text(form, field, text))
        assert markup(read) == usual(form, field)
        assert readers.plain(inert(text)) in readers.plain(read.text)


@pytest.mark.parametrize(
    "text", ['a"b', "a]b", "#quot;", "`x`", "<b>", "a;b", "end", "%% no", "\\n", "Č € 👩‍💻"]
)
def test_a_label_of_the_chart_keeps_its_letters(text: str) -> None:
    label = escaping.mermaid(text)
    assert not set(label) & set("\"`<>[]{}|\\%&'")
    parts = label.split("#")
    shown = parts[0] + "".join(
        chr(int(one.partition(";")[0])) + one.partition(";")[2] for one in parts[1:]
    )
    assert shown == text


def test_emoji_stay_whole_and_characters_that_are_none_go() -> None:
    assert inert(" 👩‍💻\ufdd0\uffff\ue000 ") == "👩‍💻\ufdd0 \ue000"
