"""The pictures of the README are drawn from real runs, and are what a picture should be."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest
from paths import DOCS, ROOT

SHOWN = DOCS / "pictures"
MOST_BYTES = 200_000


@pytest.fixture(scope="module")
def made() -> dict[str, str]:
    sys.path.insert(0, str(ROOT / "tools"))
    try:
        import pictures
    finally:
        sys.path.pop(0)
    return pictures.pictures()


def test_the_pictures_are_fresh(made: dict[str, str]) -> None:
    """`python tools/pictures.py` makes them again."""
    assert {path.name for path in SHOWN.glob("*.svg")} == set(made)
    for name, text in made.items():
        assert (SHOWN / name).read_text(encoding="utf-8") == text, (
            f"{name}: python tools/pictures.py"
        )


def test_a_terminal_shows_a_whole_run_from_the_command_on(made: dict[str, str]) -> None:
    assert "$ pmo-path advise --role &#34;PMO analyst&#34;" in made["advise.svg"]
    assert made["ask.svg"].index("Which job title") < made["ask.svg"].index(
        ">Next step: P3O Foundation."
    )


@pytest.mark.parametrize("path", sorted(SHOWN.iterdir()), ids=lambda path: path.name)
def test_a_picture_is_small_asks_for_nothing_and_has_words(path: Path) -> None:
    data = path.read_bytes()
    assert len(data) < MOST_BYTES
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    alt = re.search(rf"!\[([^\]]+)\]\(docs/pictures/{path.name}\)", readme)
    assert alt
    assert len(alt[1]) > 20
    if path.suffix == ".svg":
        root = ElementTree.fromstring(data)
        assert root.attrib["role"] == "img"
        tags = {each.tag.rpartition("}")[2] for each in root.iter()}
        assert tags <= {"svg", "title", "desc", "style", "g", "text", "rect", "circle", "path"}
        assert not re.search(rb"href|url\(|@import|<image|src=", data)
    else:
        assert data.startswith(b"\x89PNG")
