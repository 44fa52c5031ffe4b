"""On a terminal a text has emphasis and links; without its escape codes it is the plain text."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pexpect  # type: ignore[import-untyped]
import pytest
from explanations import explained
from goldens import PEOPLE
from hypothesis import given
from hypothesis import strategies as st
from loading import loaded
from paths import CATALOGUES, SMALL
from program import PROGRAM, call, environment, run, small_catalogue
from terminal import close
from written import advised

from pmo_path.answers.level_map import map_of
from pmo_path.cli.emphasis import KINDS, STRONG, emphasised, spans
from pmo_path.core.text import printable
from pmo_path.messages.en.advice import SENTENCES
from pmo_path.messages.en.emphasis import EMPHASIS
from pmo_path.model.catalogue import Catalogue
from pmo_path.reports import text, text_explanation, text_map, text_short

CODES = re.compile(r"\x1b\[[\d;]*m|\x1b\]8;[^\x1b]*\x1b\\")
LINKED = re.compile(r"\x1b\]8;[^;]*;([^\x1b]+)\x1b\\(.*?)\x1b\]8;;\x1b\\", re.DOTALL)
ABLE = {"TERM": "xterm-256color"}
PERSON = ("--name", "Ann 王小明", "--role", "PMO analyst", "--holds", "ppso-essentials")

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make rich take standard output for a terminal that can show everything."""
    monkeypatch.delenv("NO_COLOR", raising=False)
    for name, value in {**ABLE, "FORCE_COLOR": "1"}.items():
        monkeypatch.setenv(name, value)


def shown_on_terminal(*args: str, columns: int = 80, code: int = 0, **env: str) -> str:
    """Return all that the program writes to a terminal of its own."""
    child = pexpect.spawn(
        PROGRAM[0],
        [*PROGRAM[1:], *args],
        env=environment(**{**ABLE, **env}),
        dimensions=(24, columns),
        encoding="utf-8",
        timeout=60,
    )
    shown = str(child.read())
    close(child)
    assert child.exitstatus == code, shown
    return shown.replace("\r\n", "\n")


def emphasised_words(shown: str) -> set[str]:
    return {shown[start:end] for start, end, style in spans(shown) if not style.link}


# --- the same words -------------------------------------------------------------------


@pytest.mark.usefixtures("terminal")
@pytest.mark.parametrize("person", PEOPLE)
def test_without_its_codes_it_is_the_plain_text(person: str, catalogue: Catalogue) -> None:
    advice, explanation = advised(person, catalogue), explained(person, "p3o-foundation")
    for width in (40, 80, 200):
        for plain in (
            text_short.render(advice, width),
            text.render(advice, width),
            text_map.render(map_of(advice), width),
            text_explanation.explanation_text(explanation, width),
        ):
            shown = emphasised(plain)
            assert shown != plain
            assert CODES.sub("", shown) == plain


LINES = st.lists(st.text(max_size=60).map(printable), max_size=8).map(
    lambda lines: "\n".join(lines) + "\n"
)
TRICKS = st.sampled_from(
    ["[bold]x[/bold]", ":smile:", "HEADING", "[held]", "Careful:", "https://a.b/c(d)e.", "  王 "]
)


@given(st.lists(LINES | TRICKS, max_size=6).map("\n\n".join))
def test_no_text_is_changed_by_emphasis(plain: str) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.delenv("NO_COLOR", raising=False)
        patch.setenv("TERM", "xterm-256color")
        patch.setenv("FORCE_COLOR", "1")
        assert CODES.sub("", emphasised(plain)) == plain


# --- when -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    "args",
    [
        ("advise", *PERSON),
        ("explain", "ppso-essentials", *PERSON),
        ("map", *PERSON),
        ("catalogue", "list"),
        ("catalogue", "show", "p3o-foundation"),
        ("catalogue", "compare", "p3o-foundation", "ipmo-f"),
        ("catalogue", "check", str(SMALL), "--as-of", "2026-11-21"),
    ],
    ids=" ".join,
)
def test_a_terminal_shows_emphasis_and_everything_else_the_same_words_plainly(
    args: tuple[str, ...],
) -> None:
    plain = call(*args, env={"COLUMNS": "60"}).out
    rich = shown_on_terminal(*args, columns=60)
    assert rich != plain
    assert CODES.sub("", rich) == plain


def test_what_is_no_terminal_and_who_wants_it_plain_gets_no_codes() -> None:
    args = ("map", *PERSON)
    plain = run(*args, env={**ABLE, "COLUMNS": "60", "FORCE_COLOR": "1"}).out
    assert "\x1b" not in plain
    assert shown_on_terminal(*args, "--plain", columns=60) == plain
    for command in ("advise", "explain ppso-essentials", "catalogue list"):
        assert "--plain" in call(*command.split(), "--help").out


def test_the_problems_of_a_catalogue_stand_out_by_number_and_place(
    tmp_path: Path,
) -> None:
    broken = small_catalogue(tmp_path / "catalogue", CATALOGUES / "broken")
    args = ("catalogue", "check", str(broken))
    plain = run(*args, env={**ABLE, "COLUMNS": "200"}).out
    rich = shown_on_terminal(*args, columns=200, code=1)
    assert CODES.sub("", rich) == plain
    assert shown_on_terminal(*args, "--plain", columns=200, code=1) == plain
    count, *lines = plain.splitlines()
    places = {line[: line.index(": ")] for line in lines if re.match(r"  \S+:\d+:\d+: ", line)}
    assert len(places) == 5
    assert emphasised_words(plain) >= {count} | places
    assert not any("\n" in words for words in emphasised_words(plain))


@pytest.mark.parametrize("env", [{"NO_COLOR": "1"}, {"TERM": "dumb"}, {"TERM": ""}], ids=str)
def test_who_wants_no_colour_gets_plain_text(env: dict[str, str]) -> None:
    assert "\x1b" not in shown_on_terminal("advise", *PERSON, **env)


def test_a_file_is_plain_and_so_is_json(tmp_path: Path) -> None:
    file = tmp_path / "advice.txt"
    assert shown_on_terminal("advise", *PERSON, "-o", str(file)) == ""
    assert "\x1b" not in file.read_text("utf-8")
    assert "\x1b" not in shown_on_terminal("advise", *PERSON, "--json")
    assert "\x1b" not in shown_on_terminal("advise", *PERSON, "--format", "markdown")


def test_rich_is_loaded_for_a_terminal_only() -> None:
    code = (
        "import sys; sys.argv = ['pmo-path', 'advise', '--level', 'analyst', '--format', 'text']\n"
        "from pmo_path.cli.main import run; run()"
    )
    libraries = loaded(code)
    assert "typer" in libraries
    assert "rich" not in libraries


# --- what -----------------------------------------------------------------------------


@pytest.mark.usefixtures("terminal")
def test_every_address_is_a_link_to_itself() -> None:
    done = call("advise", *PERSON)
    addresses = re.findall(r"https?://[^\s()]+[^\s().,;:]", done.out)
    assert addresses
    links = LINKED.findall(emphasised(done.out))
    assert [(target, CODES.sub("", words)) for target, words in links] == [
        (address, address) for address in addresses
    ]


@pytest.mark.parametrize(
    ("shown", "address"),
    [
        ("Ask PeopleCert (https://peoplecert.org).", "https://peoplecert.org"),
        (
            "https://en.wikipedia.org/wiki/PMO_(office), read",
            "https://en.wikipedia.org/wiki/PMO_(office)",
        ),
        ("    http://a.b/c\n    d", "http://a.b/c"),
    ],
)
def test_an_address_ends_where_its_sentence_goes_on(shown: str, address: str) -> None:
    assert [style.link for *_, style in spans(shown) if style.link] == [address]


def test_the_answer_stands_out_with_all_its_lines() -> None:
    shown = "Careful: it is old.\nNext step: P3O Foundation or\nrenew PMP.\nAdvice for today.\n"
    assert emphasised_words(shown) >= {
        "Careful: it is old.",
        "Next step: P3O Foundation or\nrenew PMP.",
    }
    assert "  Next step: PMP." in emphasised_words(
        "x\n\nIN SHORT\n  Next step: PMP.\n  Where to go\n"
    )
    assert not any("Advice for today" in words for words in emphasised_words(shown))


@pytest.mark.parametrize(
    ("shown", "title"),
    [
        ("Both, side\nby side, today.\n\nSTATUS\n", "Both, side\nby side, today."),
        ("PMI-PMOCP (pmi-pmocp)\nPMI PMO\n", "PMI-PMOCP (pmi-pmocp)"),
        ("no end\n\nof it\n", "no end"),
    ],
)
def test_the_first_line_stands_out_to_the_end_of_its_sentence(shown: str, title: str) -> None:
    assert title in emphasised_words(shown)


def test_headings_stand_out_and_what_only_looks_like_one_does_not() -> None:
    shown = (
        "first\n\nTHE ROUTE\nIt is\nPMP\n\n  BCS\n\n"
        "PRICE (NOT PUBLISHED,\nOR NOT KNOWN TO US)\n  - PMP\n"
    )
    assert emphasised_words(shown) == {
        "first",
        "THE ROUTE",
        "PRICE (NOT PUBLISHED,",
        "OR NOT KNOWN TO US)",
    }


def test_what_a_certification_is_to_a_person_stands_out_on_the_map() -> None:
    shown = (
        "title.\n|3 manager [you, your aim]|P3O [held]|PMP [later, next]"
        "|P3 [lapsed, next, tied]|next [1] held, then|\n"
    )
    assert emphasised_words(shown) == {
        "title.",
        "you",
        "your aim",
        "held",
        "next",
        "lapsed",
        "next, tied",
    }


def test_words_stand_out_wherever_their_line_is_broken() -> None:
    words = {"no longer\n    offered", "Not met:", "withdrawn"}
    assert words < emphasised_words(
        "x\n- It is no longer\n    offered. Not met: a. withdrawn; unwithdrawn."
    )


@pytest.mark.parametrize("kind", EMPHASIS)
def test_every_emphasised_phrase_stands_in_a_sentence(kind: str) -> None:
    for phrase in EMPHASIS[kind]:
        assert any(phrase in sentence for sentence in SENTENCES.values()), phrase


def test_colour_never_stands_alone() -> None:
    assert all(style.bold for style in (STRONG, *KINDS.values()))
