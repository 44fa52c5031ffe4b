"""The pages of docs/certifications are what the catalogue says now, in Markdown that shows just
that.
"""

from __future__ import annotations

import importlib.util
import re
from datetime import date
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from msgspec.structs import replace
from paths import DOCS, ROOT
from strategies import shipped
from tried import tried

from pmo_path.answers.browse import certification_view
from pmo_path.contract.catalogue import CertificationView
from pmo_path.messages.phrases import fact_words
from pmo_path.model.catalogue import Catalogue
from pmo_path.reports import escaping, markdown_certification

TARGET = DOCS / "certifications"
IDS = sorted(shipped().certifications)


def tool() -> ModuleType:
    spec = importlib.util.spec_from_file_location("pages", ROOT / "tools" / "pages.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def made() -> dict[str, str]:
    """What the tool would write now."""
    pages: dict[str, str] = tool().pages()
    return pages


def view_of(certification: str) -> CertificationView:
    return certification_view(shipped(), certification, date.fromisoformat(shipped().version))


def items(markdown: str) -> list[str]:
    """Return the text of every list item as a reader of the page sees it."""
    tokens = MarkdownIt().parse(markdown)
    found, inside = [], 0
    for token in tokens:
        inside += (token.type == "list_item_open") - (token.type == "list_item_close")
        if inside and token.type == "inline":
            found.append("".join(child.content for child in token.children or ()))
    return found


def test_the_pages_are_fresh(made: dict[str, str]) -> None:
    there = {file.name: file.read_text(encoding="utf-8") for file in TARGET.iterdir()}
    assert set(there) == set(made)
    assert [name for name in made if made[name] != there[name]] == []


def test_there_is_one_page_for_each_certification(made: dict[str, str]) -> None:
    assert set(made) == {"README.md", *(f"{one}.md" for one in IDS)}
    for one in IDS:
        assert made["README.md"].count(f"({one}.md)") == 1


def test_writing_removes_what_is_of_no_certification(
    tmp_path: Path, made: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    module, target = tool(), tmp_path / "pages"
    monkeypatch.setattr(module, "TARGET", target)
    target.mkdir()
    (target / "gone.md").write_text("old", encoding="utf-8")
    module.main()
    assert {file.name: file.read_text(encoding="utf-8") for file in target.iterdir()} == made


def test_every_link_leads_to_a_source(made: dict[str, str], catalogue: Catalogue) -> None:
    known = {one.address for one in catalogue.sources.values()}
    for one in IDS:
        links = re.findall(r"\]\(<([^>]*)>\)", made[f"{one}.md"])
        assert set(links) <= known
        assert sorted(links) == sorted(
            source.address for source in view_of(one).sources if source.address
        )


def test_every_address_is_one_of_a_source_or_of_whom_to_ask(
    made: dict[str, str], catalogue: Catalogue
) -> None:
    asked = " ".join(body.ask for body in catalogue.bodies.values())
    known = {one.address for one in catalogue.sources.values()} | set(
        re.findall(r"https?://[^\s),]+", asked)
    )
    for text in made.values():
        for address in re.findall(r"(?<=<)https?://[^>]+|(?<!<)https?://[^\s),>]+", text):
            assert address in known


@pytest.mark.parametrize("certification", IDS)
def test_a_reader_sees_every_fact_as_it_stands(certification: str, made: dict[str, str]) -> None:
    view = view_of(certification)
    seen = items(made[f"{certification}.md"])
    assert seen[: len(view.facts)] == [fact_words(fact) for fact in view.facts]
    for what in view.certification.not_published:
        assert what in seen


@pytest.mark.parametrize(
    "text",
    ["a*b*c", "_x_", "[x](y)", "<b>", "`code`", "a|b", "\\*", "![x](y)", "<https://x.example>"],
)
def test_what_markdown_would_read_is_escaped(text: str) -> None:
    assert items(f"- {escaping.markdown(text)}") == [text]
    view = view_of("p3o-foundation")
    strange = replace(view, facts=(replace(view.facts[0], text=text, note=text),))
    seen = items(markdown_certification.certification_page(strange))[0]
    assert seen == fact_words(strange.facts[0])
    assert text in seen


@pytest.mark.parametrize(
    "text", ["# one", "1. one", "- one", "+ one", "---", "&copy; one", "R&amp;D"]
)
def test_what_only_some_places_make_markup_is_escaped(text: str) -> None:
    assert items(f"- {escaping.markdown(text)}") == [text]


@given(st.text("ab1 \\`*_[]()<>|!~^=.,;:'\"/-", min_size=1, max_size=12))
@settings(max_examples=tried(200))
def test_a_fact_never_becomes_markup(text: str) -> None:
    text = "x" + " ".join(text.split())
    assert items(f"- {escaping.markdown(text)}") == [text]


def test_the_list_of_pages_is_a_table_with_a_row_for_each(made: dict[str, str]) -> None:
    rows = [line for line in made["README.md"].splitlines() if line.startswith("| [")]
    assert len(rows) == len(IDS)
    assert {len(re.findall(r"(?<!\\)\|", row)) for row in rows} == {5}


def test_a_bar_in_a_name_does_not_begin_a_cell() -> None:
    view = view_of("p3o-foundation")
    strange = replace(
        view, certification=replace(view.certification, short="a|b", body_name="c|*d*")
    )
    tokens = (
        MarkdownIt().enable("table").parse(markdown_certification.certification_index([strange]))
    )
    cells = [
        "".join(part.content for part in one.children or ())
        for one in tokens
        if one.type == "inline"
    ][-4:]
    assert cells[:2] == ["a|b", "c|*d*"]
