"""docs/json.md is what the schemas say now."""

from __future__ import annotations

import importlib.util
from itertools import pairwise
from types import ModuleType

from markdown_it import MarkdownIt
from paths import DOCS, ROOT

from pmo_path.contract.described.codes import VALUES
from pmo_path.contract.described.reasons import CAUTIONS, REASONS
from pmo_path.contract.json_schema import schema


def tool() -> ModuleType:
    spec = importlib.util.spec_from_file_location("json_page", ROOT / "tools" / "json_page.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def cells() -> list[str]:
    """Return every cell of the tables of the page, as a reader sees it."""
    text = (DOCS / "json.md").read_text(encoding="utf-8")
    tokens = MarkdownIt().enable("table").parse(text)
    return [
        "".join(part.content for part in token.children or ())
        for before, token in pairwise(tokens)
        if before.type == "td_open"
    ]


def test_the_page_is_fresh() -> None:
    assert (DOCS / "json.md").read_text(encoding="utf-8") == tool().page()


def test_a_reader_sees_every_code_and_every_member() -> None:
    seen = set(cells())
    assert {*VALUES["verdict"], *VALUES["eligibility"], *REASONS, *CAUTIONS} <= seen
    advice = schema("advice")
    for part in (advice, *advice["$defs"].values()):
        for name, shape in part["properties"].items():
            assert name in seen
            assert any(cell.startswith(shape["description"]) for cell in seen)
