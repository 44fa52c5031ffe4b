"""Names that are the same, and free text that is harmless."""

from __future__ import annotations

import string
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmo_path.core.text import excerpt, inert, plain_name, printable

# --- names ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("PMO Analyst", "pmo analyst"),
        ("PMO-analyst", "PMO analyst"),
        ("pmoanalyst", "PMO  analyst"),
        ("Centre of Excellence", "center of excellence"),
        ("programme office", "program office"),
        ("Organisation", "organization"),
        ("café", "cafe"),
        ("cafe\u0301", "caf\u00e9"),
        ("PMO's", "PMOs"),
        ("PMO’s", "PMO's"),
        ("ﬁnance", "finance"),
        ("STRASSE", "straße"),
    ],
)
def test_names_that_are_the_same(one: str, other: str) -> None:
    assert plain_name(one) == plain_name(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("PMO analyst", "PMO analysts"),
        ("P3O", "P30"),
        ("PMO 1", "PMO 2"),
        ("head of PMO", "PMO head"),
        ("C", "C3"),
    ],
)
def test_names_that_differ(one: str, other: str) -> None:
    assert plain_name(one) != plain_name(other)


@given(st.text())
def test_a_plain_name_is_plain_once_and_for_all(text: str) -> None:
    assert plain_name(plain_name(text)) == plain_name(text)
    assert plain_name(text.upper()) == plain_name(text.upper().lower())


# --- what people typed ---------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[31mred\x1b[0m", "[31mred [0m"),
        ("one\ntwo", "one two"),
        ("one\r\ntwo\tthree", "one  two three"),
        ("\u202eevil", "evil"),
        ("a\u2066b\u2069c", "a b c"),
        ("a\u200bb", "a b"),
        ("a\u2028b\u2029c\x85d", "a b c d"),
        ("\ud800x", "x"),
        ("\x00x\x7f", "x"),
        ("\x9b31m", "31m"),
        ("Zoë 你好 [bold]", "Zoë 你好 [bold]"),
    ],
)
def test_what_a_person_typed_comes_out_inert(text: str, shown: str) -> None:
    assert printable(text) == shown


def test_what_stands_on_a_keyboard_stays_as_it_is() -> None:
    typed = string.ascii_letters + string.digits + string.punctuation
    assert printable(typed) == typed
    assert printable(f"{typed}\n{typed}") == f"{typed} {typed}"


@given(st.text(st.characters() | st.characters(categories=["Cc", "Cf", "Cs", "Zl", "Zp"])))
def test_nothing_that_a_terminal_obeys_is_left(text: str) -> None:
    shown = printable(text)
    assert shown.splitlines() in ([], [shown])
    assert not any(
        unicodedata.category(letter) in ("Cc", "Cf", "Cs", "Zl", "Zp") for letter in shown
    )
    shown.encode()
    assert printable(shown) == shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("  Kim ", "Kim"),
        ("Kim de Vries-\u00d6z", "Kim de Vries-\u00d6z"),
        ("a\x00b", "a b"),  # control
        ("a\u202eb", "a b"),  # direction
        ("a\ud800b", "a b"),  # half a letter
        ("a\u2028b", "a b"),  # line
        ("a\u2029b", "a b"),  # paragraph
        ("a\ufffeb", "a b"),  # no letter
        ("a\uffffb", "a b"),
        ("a\U0001fffeb", "a b"),
        ("a\ufffdb", "a\ufffdb"),
        ("a\ue000b", "a\ue000b"),  # private, and shown
        ("\U0001f469\u200d\U0001f4bb", "\U0001f469\u200d\U0001f4bb"),  # joined to one
    ],
)
def test_a_line_of_free_text_stays_whole_but_for_what_a_document_obeys(
    text: str, shown: str
) -> None:
    assert inert(text) == shown


def test_letters_that_only_look_like_nothing_stay() -> None:
    assert printable("XaX") == inert("XaX") == "XaX"


def test_an_excerpt_is_cut_to_its_length_and_says_so() -> None:
    assert excerpt(None) == ""
    assert excerpt("x" * 60) == "x" * 60
    assert excerpt("x" * 61) == "x" * 59 + "…"
    assert excerpt("one\ntwo", 5) == "one …"
