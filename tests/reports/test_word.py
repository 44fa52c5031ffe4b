"""The Word document of a report: every sentence, real headings and tables, nothing that Word would
refuse, and the same bytes each time.
"""

from __future__ import annotations

import io
import re
import sys
import zipfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, cast

import docx
import pytest
import readers
from docx.oxml.ns import qn
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from paths import SMALL
from program import call
from strategies import shipped
from teams import made_up, need, shipped_team, team_of
from tried import tried
from written import (
    BIDI,
    HOSTILE,
    MENTOR,
    advised,
    every_line,
    sentences,
    with_text,
    written,
)

from pmo_path.answers.level_map import map_of, obtainable_map
from pmo_path.contract.cohort import Cohort
from pmo_path.core.text import inert
from pmo_path.reports import renderer, summary_renderer
from pmo_path.reports.blocks import Chart, Contents, Document, Heading, Line, Table, paragraph
from pmo_path.reports.blocks import sections_after as sections
from pmo_path.reports.cohort_report import cohort_document
from pmo_path.reports.office_files import office_file
from pmo_path.reports.person_report import document
from pmo_path.reports.svg.map_drawing import map_sentences
from pmo_path.reports.word.translate import translate

SHOWN = ("analyst-holds-p3o", "analyst-today", "nobody")
QUICK = ("--catalogue", str(SMALL), "--as-of", "2026-11-22")
STYLES = {1: "Title", 2: "Heading 1", 3: "Heading 2"}
# The order in which the schema wants what we write of a paragraph, of letters and of a table.
ORDERS = {
    "pPr": "pStyle keepNext keepLines pageBreakBefore widowControl numPr pBdr shd tabs bidi spacing"
    " ind contextualSpacing jc outlineLvl rPr",
    "rPr": "rStyle rFonts b bCs i iCs caps smallCaps color spacing w kern sz szCs u vertAlign rtl"
    " cs lang",
    "tblPr": "tblStyle tblW jc tblInd tblBorders tblLayout tblCellMar tblLook tblCaption",
}


def binary(report: str) -> bytes:
    """Return what the helpers of other formats take for text."""
    return cast(bytes, report)


@cache
def made(person: str) -> bytes:
    return binary(written(advised(person, shipped()), "docx", MENTOR))


@cache
def team() -> tuple[Cohort, bytes]:
    whole = shipped_team(shipped())
    return whole, cast(bytes, summary_renderer("docx")(whole))


def opened(data: bytes) -> Any:
    return docx.Document(io.BytesIO(data))


def set_in_word(*texts: str) -> bytes:
    """Return a small document with texts in every kind of place."""
    lead = Line(lead=texts[0], text=texts[-1], address="https://e.example/a?b=c&d")
    table = Table(caption=texts[0], heads=texts[:1], rows=((lead,),))
    blocks = (Heading(level=1, text=texts[0]), paragraph(*texts), table)
    return office_file(translate(blocks, "edition").save)


def parts(data: bytes) -> Iterator[tuple[str, Any]]:
    """Yield the parts that are XML, by their names; each must be whole."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        for name in archive.namelist():
            if name.endswith((".xml", ".rels")):
                yield name, etree.fromstring(archive.read(name))


# --- the same sentences -----------------------------------------------------------------


@pytest.mark.parametrize("person", SHOWN)
def test_every_line_stands_in_its_order_and_every_sentence_at_all(person: str) -> None:
    advice = advised(person, shipped())
    text = readers.plain(readers.word(made(person)).text)
    assert [one for one in sentences(advice) if readers.plain(inert(one)) not in text] == []
    in_order(text, document(advice, MENTOR))


def test_the_summary_of_a_team_has_every_line() -> None:
    whole, data = team()
    in_order(readers.plain(readers.word(data).text), cohort_document(whole))


def in_order(text: str, blocks: Document) -> None:
    at = 0
    for line in every_line(blocks):
        for words in (line.lead, line.text):
            said = readers.plain(inert(words))
            at = text.find(said, at)
            assert at >= 0, said
            at += len(said)


def test_an_advice_is_the_report_without_a_mentor_and_the_same_bytes() -> None:
    advice = advised("nobody", shipped())
    assert renderer("docx")(advice, 40) == written(advice, "docx")


# --- for those who edit and those who listen -----------------------------------------------


@pytest.mark.parametrize("person", [*SHOWN, "team"])
def test_a_document_is_built_as_it_is_read(person: str) -> None:
    advice = None if person == "team" else advised(person, shipped())
    blocks = document(advice, MENTOR) if advice else cohort_document(team()[0])
    data = made(person) if advice else team()[1]
    read, word = readers.word(data), opened(data)
    headings = [style for style, *_ in read.built if style in STYLES.values()]
    assert headings == [STYLES[one.level] for one in blocks if isinstance(one, Heading)]
    tables = [one for one in blocks if isinstance(one, Table)]
    assert len(word.tables) == len(tables)
    for one, block in zip(word.tables, tables, strict=True):
        assert len(one.rows) == len(block.rows) + 1
        first, *others = one._tbl.tr_lst
        assert first.trPr.find(qn("w:tblHeader")) is not None
        assert not any(row.trPr is not None and row.trPr.find(qn("w:tblHeader")) for row in others)
        assert [cell.text for cell in one.rows[0].cells] == list(block.heads)
        assert all(cell.paragraphs[0].paragraph_format.keep_with_next for cell in one.rows[0].cells)
        assert one._tbl.tblPr.find(qn("w:tblCaption")).get(qn("w:val")) == block.caption
    told = [shape._inline.docPr.get("descr") for shape in word.inline_shapes]
    if advice:
        assert told == [map_sentences(obtainable_map(map_of(advice)))]
    else:
        charts = [one for one in blocks if isinstance(one, Chart)]
        assert told == ["; ".join(bar.text for bar in chart.bars) for chart in charts]
    assert all(one.image.content_type == "image/png" for one in word.part.package.image_parts)


@pytest.mark.parametrize("person", SHOWN)
def test_a_document_says_what_it_is_and_nobody_who_made_it(person: str) -> None:
    word = opened(made(person))
    about, title = word.core_properties, document(advised(person, shipped()))[0]
    assert isinstance(title, Heading)
    assert (about.title, about.language) == (title.text, "en-GB")
    assert (about.author, about.last_modified_by, about.comments) == ("", "", "")
    assert about.created.isoformat()[:10] == about.modified.isoformat()[:10] == "2026-11-22"
    languages = {one.get(qn("w:val")) for one in word.styles.element.iter(qn("w:lang"))}
    assert languages == {"en-GB"}


@pytest.mark.parametrize("person", [*SHOWN, "team"])
def test_every_link_leads_to_an_address_or_a_bookmark(person: str) -> None:
    data = team()[1] if person == "team" else made(person)
    word = opened(data)
    links = list(word.element.iter(qn("w:hyperlink")))
    names = [one.get(qn("w:name")) for one in word.element.iter(qn("w:bookmarkStart"))]
    assert len(names) == len(set(names))
    assert all(re.fullmatch(r"\w{1,40}", name) for name in names)
    inside = {one.get(qn("w:anchor")) for one in links} - {None}
    assert inside <= set(names)
    if person != "team":
        blocks = document(advised(person, shipped()), MENTOR)
        lines = list(every_line(blocks))
        expected = {target for line in lines for _, target in line.pieces}
        expected |= {line.address for line in lines}
        outside = {word.part.rels[key].target_ref for one in links if (key := one.get(qn("r:id")))}
        assert outside == expected - {None}
        assert {f"source_{number}" for line in lines for number in line.refs} <= inside
        for contents in (one for one in blocks if isinstance(one, Contents)):
            assert len([one for one in inside if one.startswith("_Toc")]) == len(
                sections(blocks, contents)
            )


@pytest.mark.parametrize("person", [*SHOWN, "team"])
def test_word_finds_everything_in_the_order_of_its_schema(person: str) -> None:
    for name, part in parts(team()[1] if person == "team" else made(person)):
        for kind, order in ORDERS.items():
            names = [qn(f"w:{one}") for one in order.split()]
            for element in part.iter(qn(f"w:{kind}")):
                tags = [child.tag for child in element]
                assert set(tags) <= set(names), (name, kind, tags)
                assert tags == sorted(tags, key=names.index), (name, kind, tags)


def test_a_form_is_kept_together_and_can_be_filled_in() -> None:
    *_, actions, sign = opened(made("analyst-today")).tables
    assert [cell.text for cell in sign.rows[2].cells] == ["Mentor", MENTOR.name, "", ""]
    for row in actions.rows:
        assert all(cell.paragraphs[0].paragraph_format.keep_with_next for cell in row.cells)
    assert all(row.height for row in (*actions.rows[1:], *sign.rows[1:]))


# --- hostile text -------------------------------------------------------------------------


def test_hostile_text_comes_out_inert_and_whole() -> None:
    texts = (*HOSTILE, "x" * 10_000)
    told = readers.plain(readers.word(set_in_word(*texts)).text)
    assert [text for text in texts if readers.plain(text) not in told] == []
    for field in ("name", "notes"):
        text = HOSTILE[1]
        assert text in readers.word(binary(with_text("docx", field, text))).text


def test_what_would_turn_or_steer_text_is_taken_out() -> None:
    data = set_in_word(*BIDI)
    told = readers.word(data).text
    assert all(word in told for text in BIDI for word in inert(text).split())
    for _, part in parts(data):
        assert not set("".join(part.itertext())) & set("\u202e\u2066\u2069\x1b\u2028\u200b")


@settings(max_examples=tried(25))
@given(st.text(st.characters(exclude_categories=()), min_size=1, max_size=40))
def test_no_text_breaks_a_document(text: str) -> None:
    data = set_in_word(f"x{text}y")
    assert readers.plain(inert(f"x{text}y")) in readers.plain(readers.word(data).text)
    assert all(part is not None for _, part in parts(data))


@pytest.mark.parametrize(
    ("text", "turned"),
    [
        ("مريم العلي", ["مريم العلي"]),
        ("Plan for דנה לוי, PMO", ["דנה לוי"]),
        ("สมชาย 王小明 さくら 👩‍💻 Zoë", []),
    ],
)
def test_stretches_from_right_to_left_are_marked(text: str, turned: list[str]) -> None:
    word = opened(set_in_word(text))
    lines = word.paragraphs[1]
    assert [run.text for run in lines.runs if run.font.rtl] == turned
    whole = lines._p.pPr is not None and lines._p.pPr.find(qn("w:bidi")) is not None
    assert whole == (turned == [text])


# --- as a command --------------------------------------------------------------------------


def test_the_same_input_and_day_give_the_same_bytes(tmp_path: Path) -> None:
    files = []
    for name in ("one.docx", "TWO.DOCX"):
        target = tmp_path / name
        assert call("advise", "--level", "entry", *QUICK, "-o", target).code == 0
        files.append(target.read_bytes())
    assert files[0] == files[1]
    with zipfile.ZipFile(io.BytesIO(files[0])) as archive:
        assert {one.date_time for one in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
def test_any_day_will_do(day: str, tmp_path: Path) -> None:
    target = tmp_path / "advice.docx"
    done = call("advise", "--level", "entry", "--catalogue", SMALL, "--as-of", day, "-o", target)
    assert done.code == 0
    [core] = [part for name, part in parts(target.read_bytes()) if name == "docProps/core.xml"]
    created = core.find("{http://purl.org/dc/terms/}created")
    assert created.text == f"{day}T00:00:00Z"


def test_a_team_gets_documents_that_the_summary_links_to(tmp_path: Path) -> None:
    team = tmp_path / "team.csv"
    team.write_text("name,experience_level\nZoë Ó,entry\nمريم,analyst\n", encoding="utf-8")
    done = call("report", team, "-o", tmp_path / "out", "--format", "docx", "--brief", *QUICK)
    assert done.code == 0
    assert "2 reports and the summary stand in" in done.err
    word = opened((tmp_path / "out" / "summary.docx").read_bytes())
    targets = {one.target_ref for one in word.part.rels.values() if one.is_external}
    assert targets == {"Zo%C3%AB-%C3%93.docx", "%D9%85%D8%B1%D9%8A%D9%85.docx"}
    assert (tmp_path / "out" / "مريم.docx").exists()


@pytest.mark.parametrize("library", ["docx", "resvg_py"])
def test_without_the_extra_it_says_what_to_install(
    library: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, library, None)
    done = call("advise", "--level", "entry", *QUICK, "-o", tmp_path / "advice.docx")
    assert done.code == 4
    assert "pip install 'pmo-path[docx]'" in done.err
    assert [*tmp_path.iterdir()] == []


def test_a_summary_of_nobody_and_of_many_is_built() -> None:
    many = [made_up(f"p{place}", need("unpublished", 0, 0, None, "days")) for place in range(60)]
    for members in ((), many):
        assert opened(cast(bytes, summary_renderer("docx")(team_of(members)))).paragraphs
