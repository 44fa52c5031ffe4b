"""Emphasis and links for a text on a terminal: the same words, with escape codes around them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from rich.console import Console
from rich.style import Style
from rich.text import Text

from pmo_path.messages.catalog import codes, say
from pmo_path.messages.en.emphasis import EMPHASIS

Span = tuple[int, int, Style]

STRONG = Style(bold=True)
# Bold as well, and on words that tell the same: colour alone carries nothing.
KINDS = {
    "harm": Style(bold=True, color="red"),
    "doubt": Style(bold=True, color="magenta"),
    "good": Style(bold=True, color="green"),
}


def emphasised(text: str) -> str:
    """Return a text as standard output shows it best: with escape codes where it is a terminal
    that obeys them and nobody asked for no colour, else unchanged.
    """
    console = Console(highlight=False, soft_wrap=True)
    if console.color_system is None or console.no_color or console.legacy_windows:
        return text
    shown = Text(text)
    for start, end, style in spans(text):
        shown.stylize(style, start, end)
    with console.capture() as capture:
        console.print(shown, end="")
    return capture.get()


def spans(text: str) -> Iterator[Span]:
    """Yield what is emphasised in a text: start, end and style; a later one is laid over."""
    yield from _headings(text)
    for pattern, style in _STYLES:
        for match in pattern.finditer(text):
            yield *match.span(), style
    for match in _ADDRESS.finditer(text):
        yield *match.span(), Style(underline=True, link=match[0])


def _headings(text: str) -> Iterator[Span]:
    """Yield the lines in capitals that follow a blank line, or another such line."""
    start, may_begin = 0, False
    for line in text.split("\n"):
        is_heading = may_begin and line.isupper() and not line.startswith(" ")
        if is_heading:
            yield start, start + len(line), STRONG
        may_begin = is_heading or not line
        start += len(line) + 1


def _words(phrase: str) -> str:
    """Return a pattern for a phrase, wherever its line is broken."""
    return r"\s+".join(map(re.escape, phrase.split()))


def _any(phrases: Iterable[str]) -> str:
    return f"(?:{'|'.join(map(_words, phrases))})"


_NEXT_STEP = _words(say("next-step", names="@")).replace("@", "[^.]+")
_VERDICTS = _any(say(code) for code in codes() if code.startswith("verdict-"))
_VERDICT = _words(say("verdict", name="@", verdict="%")).replace("@", ".+").replace("%", _VERDICTS)
# The first line goes on in the next as long as it ends inside a sentence; an indented one is new.
_FIRST = r"\A.+(?:(?<![.:)])\n(?! ).+)*"
_PLACE = r"^  \S.*?:\d+:\d+(?=:\s)"  # of a problem: file, line and column
_ANSWER = re.compile(rf"{_FIRST}|^ *{_NEXT_STEP}|^{_VERDICT}", re.MULTILINE)
_MARK = _any(
    say(code) for code in ("mark-held", "mark-next-tie", "mark-next", "map-here", "map-aim")
)
_STYLES = [
    (_ANSWER, STRONG),
    (re.compile(_PLACE, re.MULTILINE), STRONG),
    *(
        (re.compile(rf"(?<![\w-]){_any(phrases)}(?!\w)"), KINDS[kind])
        for kind, phrases in EMPHASIS.items()
    ),
    (re.compile(rf"(?<=\[){_MARK}(?=[,\]])|(?<= ){_MARK}(?=\])"), KINDS["good"]),
]
_ADDRESS = re.compile(r"https?://(?:[^\s()]|\([^\s()]*\))+(?<![.,;:])")
