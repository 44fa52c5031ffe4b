"""The PDF of a report: for print and for those who listen, with every sentence, the same bytes each
time.
"""

from __future__ import annotations

import io
import os
import pty
import re
import warnings
from collections import Counter
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any, cast

import pypdf
import pytest
import readers
from goldens import PEOPLE
from hypothesis import given, settings
from hypothesis import strategies as st
from paths import SMALL
from program import call, run
from strategies import shipped
from tried import tried
from written import (
    BIDI,
    FIELDS,
    HOSTILE,
    MENTOR,
    SHOWN,
    advised,
    every_line,
    sentences,
    with_text,
    written,
)

from pmo_path.answers.level_map import map_of, obtainable_map
from pmo_path.contract.advice import Advice
from pmo_path.contract.report import Mentor
from pmo_path.core.errors import MissingFontWarning
from pmo_path.core.text import inert
from pmo_path.messages.catalog import say
from pmo_path.reports import renderer
from pmo_path.reports.blocks import (
    Document,
    Fields,
    Heading,
    Item,
    Items,
    Line,
    Paragraph,
    References,
    Table,
)
from pmo_path.reports.pdf import compile as pdf
from pmo_path.reports.pdf.fonts import families
from pmo_path.reports.pdf.typst_markup import translate
from pmo_path.reports.person_report import document
from pmo_path.reports.svg.map_drawing import map_sentences
from pmo_path.reports.svg.text_metrics import REGULAR

try:
    import typst
except ImportError:
    if os.environ.get("PMO_PATH_BROWSER") == "required":  # as in .ci/run, where a skip is a failure
        raise
    pytest.skip("typst is not installed", allow_module_level=True)

DAY = datetime(2026, 11, 22, tzinfo=UTC)
QUICK = ("--catalogue", str(SMALL), "--as-of", "2026-11-22")
ADVISE = ("advise", "--name", "Kim", "--level", "entry", *QUICK, "--format", "pdf")
MOST_PAGES = 5  # and four for most
FOOT = 50  # points: above it is what belongs to the report


def squeezed(text: str) -> str:
    """Return text without spaces: lines end anywhere, and long words in between."""
    return re.sub(r"[\s\u200b]+", "", text)


def binary(report: str) -> bytes:
    """Return what the helpers of other formats take for text."""
    return cast(bytes, report)


@cache
def made(person: str) -> bytes:
    return binary(written(advised(person, shipped()), "pdf", MENTOR))


@cache
def read(person: str) -> readers.Read:
    return readers.pdf(made(person))


@cache
def pages(person: str) -> list[str]:
    """Return all that is on each page, its foot and repeated heads too."""
    return [one.extract_text() for one in opened(made(person)).pages]


def opened(data: bytes) -> pypdf.PdfReader:
    return pypdf.PdfReader(io.BytesIO(data))


def sources_of(advice: Advice) -> list[Line]:
    return [line for one in document(advice) if isinstance(one, References) for line in one.lines]


# --- the same sentences -----------------------------------------------------------------


@pytest.mark.parametrize("person", SHOWN)
def test_every_reason_gap_and_caution_stands_in_the_pdf(person: str) -> None:
    advice = advised(person, shipped())
    text = squeezed(read(person).text)
    assert [one for one in sentences(advice) if squeezed(inert(one)) not in text] == []
    assert [
        one for one in sources_of(advice) if squeezed(one.text + (one.address or "")) not in text
    ] == []
    assert squeezed(MENTOR.notes) in text
    assert advice.catalogue.digest in text


def test_an_advice_is_the_report_without_a_mentor() -> None:
    advice = advised("graduate-today", shipped())
    assert renderer("pdf")(advice, 40) == written(advice, "pdf")


# --- for those who listen ---------------------------------------------------------------


@pytest.mark.parametrize("person", SHOWN)
def test_a_pdf_says_what_it_is(person: str) -> None:
    root: Any = opened(made(person)).root_object
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "en-GB"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    about = root["/Metadata"].get_data().decode("utf-8")
    assert "<pdfuaid:part>1</pdfuaid:part>" in about
    title = document(advised(person, shipped()))[0]
    assert isinstance(title, Heading)
    info = opened(made(person)).metadata
    assert info is not None
    assert info.title == title.text
    assert (info.creation_date, info.modification_date) == (DAY, DAY)


@pytest.mark.parametrize("person", SHOWN)
def test_a_pdf_is_built_as_it_is_read(person: str) -> None:
    advice = advised(person, shipped())
    blocks = document(advice, MENTOR)
    tags = Counter(tag for tag, *_ in read(person).built)
    assert [int(tag[2]) for tag, *_ in read(person).built if re.fullmatch("/H[1-6]", tag)] == [
        one.level for one in blocks if isinstance(one, Heading)
    ]
    tables = [one for one in blocks if isinstance(one, Table)]
    assert (tags["/Table"], tags["/Caption"]) == (len(tables), len(tables) + 1)
    assert tags["/TH"] == sum(len(one.heads) for one in tables)
    assert tags["/TD"] == sum(len(one.heads) * len(one.rows) for one in tables)
    told = [rest for tag, *rest in read(person).built if tag == "/Figure"]
    assert told == [[map_sentences(obtainable_map(map_of(advice)))]]


@pytest.mark.parametrize("person", SHOWN)
def test_every_letter_is_of_a_font_that_is_inside(person: str) -> None:
    names = set()
    for page in opened(made(person)).pages:
        for font in page["/Resources"]["/Font"].values():
            inside = font["/DescendantFonts"][0]["/FontDescriptor"]
            assert {"/FontFile2", "/FontFile3"} & set(inside)
            names.add(str(inside["/FontName"]).partition("+")[2])
    assert names == {"LiberationSans", "LiberationSans-Bold"}


# --- on paper ---------------------------------------------------------------------------


@pytest.mark.parametrize("person", SHOWN)
def test_the_foot_of_each_page_says_whose_it_is_and_which(person: str) -> None:
    advice = advised(person, shipped())
    title = opened(made(person)).metadata.title
    assert len(pages(person)) <= MOST_PAGES
    for number, text in enumerate(pages(person), 1):
        foot = f"{title}Catalogue{advice.catalogue.version}{number}/{len(pages(person))}"
        assert squeezed(text).endswith(squeezed(foot))


@pytest.mark.parametrize("person", SHOWN)
def test_no_row_is_cut_and_no_heading_stands_alone(person: str) -> None:
    blocks = document(advised(person, shipped()), MENTOR)
    texts = [squeezed(text) for text in pages(person)]
    for one in sources_of(advised(person, shipped())):
        assert any(squeezed(one.text + (one.address or "")) in text for text in texts)
    title = squeezed(opened(made(person)).metadata.title or "")
    ends = [text.rpartition(title)[0] for text in texts[:-1]]
    headings = [squeezed(one.text) for one in blocks if isinstance(one, Heading)]
    captions = [squeezed(one.caption) for one in blocks if isinstance(one, Table)]
    assert [end[-40:] for end in ends if end.endswith((*headings, *captions))] == []


def test_most_people_get_four_pages_and_each_the_whole_message_on_the_first() -> None:
    counts = {person: len(pages(person)) for person in PEOPLE}
    assert [person for person, count in counts.items() if count > MOST_PAGES] == []
    assert sum(count <= 4 for count in counts.values()) >= 13, counts
    for person in PEOPLE:
        first, *rest = map(squeezed, pages(person))
        assert squeezed(say("map-caption")) in first
        assert not any(squeezed(say("map-caption")) in page for page in rest)
        [signed] = [page for page in rest if squeezed("Sign-off") in page]
        assert squeezed("Agreed actions") in signed
        assert squeezed(say("heading-mentor")) in signed
        assert squeezed(MENTOR.notes) in signed


@pytest.mark.parametrize("person", SHOWN)
def test_the_short_form_is_one_page(person: str) -> None:
    data = binary(written(advised(person, shipped()), "pdf", MENTOR, brief=True))
    [page] = opened(data).pages
    assert squeezed(say("map-caption")) in squeezed(page.extract_text())
    assert squeezed(say("brief-rests")) in squeezed(page.extract_text())


def test_long_notes_run_over_pages_and_lose_nothing() -> None:
    notes = "\n".join(f"line {number:03}" for number in range(150))
    told = written(advised("graduate-today", shipped()), "pdf", Mentor(name="Ann", notes=notes))
    assert squeezed(notes) in squeezed(readers.pdf(binary(told)).text)


def test_every_link_leads_to_a_source_or_to_its_row() -> None:
    advice = advised("graduate-today", shipped())
    reader = opened(made("graduate-today"))
    actions = [note.get_object() for page in reader.pages for note in page.get("/Annots", ())]
    addresses = {note["/A"]["/URI"] for note in actions if "/URI" in note.get("/A", {})}
    lines = list(every_line(document(advice, MENTOR)))
    expected = {target for line in lines for _, target in line.pieces}
    expected |= {line.address for line in lines}
    assert addresses == expected - {None}
    assert {one.address for one in (*sources_of(advice), *advice.development)} <= expected
    inside = [note for note in actions if "/Dest" in note or "/D" in note.get("/A", {})]
    later = sum(isinstance(one, Heading) and one.level == 2 for one in document(advice)[3:])
    assert later > 5
    cited = sum(len(line.refs) for line in lines)
    assert len(inside) >= cited + later - 2 > cited > 0  # two sections stand on the first page


# --- hostile text ------------------------------------------------------------------------


@pytest.mark.parametrize("field", FIELDS)
def test_hostile_text_comes_out_inert_and_whole(field: str) -> None:
    usual = Counter(readers.pdf(binary(with_text("pdf", field, "Xyzzyx"))).built)
    plain = " ".join(one for one in (*HOSTILE, *BIDI) if not re.search("[你م👩]", one))
    text = f"{plain} {'x' * 3_000} {'long words ' * 300}"
    told = readers.pdf(binary(with_text("pdf", field, text)))
    assert squeezed(inert(text)) in squeezed(told.text)
    built = Counter(told.built)
    for tag in set(usual) | set(built):
        assert tag == ("/Div",) or built[tag] == usual[tag], tag


def all_over(text: str) -> Document:
    """Return a document with a text wherever a text may stand."""
    line, named = Line(text=text), Line(lead=text, text=text, address=f"https://e.example/{text}")
    return (
        Heading(level=1, text=text),
        Paragraph(lines=(line, named), tone="careful"),
        Heading(level=2, text=text),
        Items(items=(Item(line=named, under=(line,)), Item(line=line))),
        Fields(lines=(named, named)),
        Table(caption=text, heads=(text, text), rows=((named, line), (line, line)), room=True),
        References(lines=(line,)),
        Paragraph(lines=(Line(text=text, refs=(1,)),), tone="note"),
    )


def set_as_pdf(text: str) -> readers.Read:
    return readers.pdf(pdf.pdf_bytes(translate(all_over(text), text), DAY))


USUAL = set_as_pdf("x").built
TIMES = squeezed(set_as_pdf("Xyzzyx").text).count("Xyzzyx")


@settings(max_examples=tried(15))
@given(st.text("ab1Č€ \\\"'#$@*_`~<>[](){}/|&%=+-:;.,!?^\u00a0", min_size=1, max_size=40))
def test_no_text_becomes_markup(text: str) -> None:
    text = f"x{' '.join(text.split())}x"
    told = set_as_pdf(text)
    assert told.built == USUAL
    assert squeezed(told.text).count(squeezed(inert(text))) >= TIMES


@pytest.mark.parametrize("letters", [100, 790, 3_000])
def test_a_table_loses_no_letter_at_the_end_of_a_page(letters: int) -> None:
    words = "".join(f"{number:05} " for number in range(letters // 6))
    line = Line(text=words)
    table = Table(
        caption="x",
        heads=("a", "b", "c", "d"),
        rows=((Line(), line, Line(), Line()),) * 5,
        room=True,
    )
    data = pdf.pdf_bytes(translate((Heading(level=1, text="x"), table), ""), DAY)
    low: list[float] = []

    def place(text: str, at: list[float], line: list[float], *_: Any) -> None:
        if re.match(r"\d{5}", text.strip()):
            low.append(at[3] * line[5] + at[5])

    for page in opened(data).pages:
        page.extract_text(visitor_text=place)
    assert len(low) > 5
    assert min(low) > FOOT
    assert squeezed(readers.pdf(data).text).count(squeezed(words)) == 5


def test_our_font_has_every_letter_that_we_know_the_width_of() -> None:
    letters = "".join(sorted("".join(REGULAR)))
    parts = [letters[at : at + 30] for at in range(0, len(letters), 30)]
    data = pdf.pdf_bytes(
        translate(
            (Heading(level=1, text="x"), *(Paragraph(lines=(Line(text=one),)) for one in parts)), ""
        ),
        DAY,
    )
    assert {"LiberationSans", "LiberationSans-Bold"} == {
        str(font["/DescendantFonts"][0]["/FontDescriptor"]["/FontName"]).partition("+")[2]
        for font in opened(data).pages[0]["/Resources"]["/Font"].values()
    }


@pytest.mark.parametrize("text", ["山田", "👩‍💻 and 🏳️‍🌈", "\ufdd0\ue000\u0378"])
def test_a_letter_of_no_font_is_written_as_its_number(
    text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without the fonts of this machine, which may have it."""
    ours = typst.Fonts(include_system_fonts=False, font_paths=[])
    monkeypatch.setattr(typst, "Fonts", lambda **given: ours)
    numbers = "".join(one if one in "and " else f"[U+{ord(one):04X}]" for one in inert(text))
    with pytest.warns(MissingFontWarning):
        assert squeezed(numbers) in squeezed(set_as_pdf(text).text)


NAMES = {
    "Devanagari": "मीना",
    "Thai": "สมชาย",
    "Chinese characters": "王小明",
    "Japanese": "さくら",
    "Korean": "김민준",
    "emoji": "🎉",
}


@pytest.mark.parametrize(("script", "name"), NAMES.items())
def test_a_name_is_shown_or_a_warning_says_which_font_to_install(script: str, name: str) -> None:
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        told = squeezed(set_as_pdf(f"x{name}y").text)
    said = [str(one.message) for one in caught]
    assert ("[U+" in told) == bool(said)
    assert all(f"No font for {script} is installed" in one for one in said)


@pytest.mark.parametrize("name", ["Łukasz Đorđević", "Ελένη", "Иван Ґїє", "Nguyễn Thị Ngọc"])
def test_names_in_latin_greek_and_cyrillic_need_no_font_of_the_machine(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    ours = typst.Fonts(include_system_fonts=False, font_paths=[pdf._FONTS])
    monkeypatch.setattr(typst, "Fonts", lambda **given: ours)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert squeezed(name) in squeezed(set_as_pdf(name).text)


def test_only_the_letters_that_no_font_has_become_numbers(monkeypatch: pytest.MonkeyPatch) -> None:
    ours = typst.Fonts(include_system_fonts=False, font_paths=[pdf._FONTS])
    monkeypatch.setattr(typst, "Fonts", lambda **given: ours)
    with pytest.warns(MissingFontWarning, match="Noto Sans Thai"):
        told = squeezed(set_as_pdf("Ελένη ส Đ").text)
    assert "Ελένη[U+0E2A]Đ" in told


@pytest.mark.parametrize(
    ("text", "first"),
    [("王", "Noto Sans CJK SC"), ("山さ", "Noto Sans CJK JP"), ("김王", "Noto Sans CJK KR")],
)
def test_han_characters_take_the_shape_of_the_language_beside_them(text: str, first: str) -> None:
    asian = [one for one in families(text) if "CJK" in one]
    assert asian[0] == first


# --- as a command ------------------------------------------------------------------------


def test_the_same_input_and_day_give_the_same_bytes_anywhere(tmp_path: Path) -> None:
    files = []
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        done = run(*ADVISE, "-o", "kim.pdf", cwd=tmp_path / name)
        assert (done.code, done.out, done.err) == (0, "", "")
        assert [one.name for one in (tmp_path / name).iterdir()] == ["kim.pdf"]
        files.append((tmp_path / name / "kim.pdf").read_bytes())
    assert files[0] == files[1]
    with (tmp_path / "piped.pdf").open("wb") as target:
        assert run(*ADVISE, stdout=target).code == 0
    assert (tmp_path / "piped.pdf").read_bytes() == files[0]
    assert files[0].startswith(b"%PDF-1.7")


def test_a_report_is_written_by_the_name_of_the_file(tmp_path: Path) -> None:
    profile = tmp_path / "kim.yaml"
    profile.write_text("name: Kim\nexperience_level: entry\n", encoding="utf-8")
    target = tmp_path / "kim.PDF"
    assert call("report", profile, "-o", target, "--mentor", "Ann", *QUICK).code == 0
    first = target.read_bytes()
    assert "Mentor Ann" in readers.pdf(first).text
    assert call("report", profile, "-o", target, *QUICK).code == 3
    assert target.read_bytes() == first


@pytest.mark.parametrize("day", ["0001-01-01", "1969-05-05", "9999-12-31"])
def test_any_day_will_do(day: str, tmp_path: Path) -> None:
    target = tmp_path / "advice.pdf"
    assert (
        call("advise", "--level", "entry", "--catalogue", SMALL, "--as-of", day, "-o", target).code
        == 0
    )
    assert target.read_bytes().startswith(b"%PDF")


def test_a_terminal_is_spared() -> None:
    ours, theirs = pty.openpty()
    try:
        done = run(*ADVISE, stdout=theirs)
    finally:
        os.close(ours)
        os.close(theirs)
    assert done.code == 2
    assert "-o FILE" in done.err
