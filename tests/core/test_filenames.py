"""Names of files made of names of people: safe on every system, and never the same."""

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmo_path.core.filenames import MAX_STEM_BYTES, file_stem, namesakes, plain_name, unique_names

SURROGATES = st.characters(min_codepoint=0xD800, max_codepoint=0xDFFF)
ANY = st.text(st.one_of(st.characters(), SURROGATES), max_size=80)
DEVICES = re.compile(r"(?i)^(con|prn|aux|nul|com\d|lpt\d)(\.|$)")


@given(ANY, ANY)
def test_a_name_is_safe_whatever_a_person_is_called(first: str, second: str) -> None:
    name = file_stem(first, second)
    assert name
    assert len(name.encode("utf-8")) <= MAX_STEM_BYTES + 1
    assert all(letter in "-_" or unicodedata.category(letter)[0] in "LNM" for letter in name)
    assert not DEVICES.match(name)
    assert name[0] not in "-_"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ann Smith", "Ann-Smith"),
        ("Čapek, Zoë", "Čapek-Zoë"),
        ("Иван", "Иван"),
        ("../../etc/passwd", "etc-passwd"),
        ("C:\\Windows\\x", "C-Windows-x"),
        (".hidden", "hidden"),
        ("-rf", "rf"),
        ("CON", "CON-"),
        ("com¹", "com1-"),
        ("nul.html", "nul-html"),
        ("a\u202egnp.exe", "a-gnp-exe"),
        ("\x00\x1b[31m", "31m"),
        ("=cmd|' /C calc'!A0", "cmd-C-calc-A0"),
        ("／etc／", "etc"),
        ("👩‍💻", "person"),
        ("\u3164", "person"),
        ("\ud800", "person"),
        ("", "person"),
        ("x" * 500, "x" * MAX_STEM_BYTES),
    ],
)
def test_what_becomes_of_a_name(text: str, name: str) -> None:
    assert file_stem(text) == name


def test_the_first_text_that_says_something_names_the_file() -> None:
    assert file_stem("", "...", "team-3", "other") == "team-3"


@given(
    st.lists(
        st.sampled_from(
            ["Kim", "KIM", "kim-2", "Kim-2", "K\u0131m", "é", "e\u0301", "É", "ß", "ss", "summary"]
        )
    )
)
def test_no_two_are_the_same_on_any_system(names: list[str]) -> None:
    found = list(unique_names(names, ["summary"]))
    same = [
        unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", one).casefold())
        for one in found
    ]
    assert len(set(same)) == len(names)
    assert "summary" not in same


def test_equal_names_are_numbered_in_their_order() -> None:
    assert list(unique_names(["Kim", "kim", "Kim"])) == ["Kim", "kim-2", "Kim-3"]
    assert list(unique_names(["Kim", "Kim"], joint=" ({})")) == ["Kim", "Kim (2)"]


@given(st.lists(st.sampled_from(["Kim", "KIM", "e\u0301", "É", "kim-2", "Ka"])))
def test_numbered_names_are_found_by_the_one_that_they_were(names: list[str]) -> None:
    numbered = list(unique_names(names))
    found = namesakes(numbered)
    for name, told in zip(names, numbered, strict=True):
        assert told in found[plain_name(name)]


def test_a_name_that_ends_in_another_way_is_no_numbered_one() -> None:
    names = ["Kim", "Kim-2", "Kimi", "Kim-", "Kim-b", "Kim-2-x", "a-2", "2", "Kim-2-3"]
    assert namesakes(names)["kim"] == ["Kim", "Kim-2"]
    assert namesakes(names)["kim-2"] == ["Kim-2", "Kim-2-3"]
