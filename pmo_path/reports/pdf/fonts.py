"""Fonts of a PDF: which to prefer for a script, and what to install where a letter has none."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

from pmo_path.messages.catalog import say

OURS, LAST = "Liberation Sans", "Libertinus Serif"
# Families for scripts that ours lacks, as they come with Linux, macOS and Windows.
_CHINESE = (
    "Noto Sans CJK SC",
    "Noto Sans SC",
    "Source Han Sans SC",
    "PingFang SC",
    "Microsoft YaHei",
)
_JAPANESE = ("Noto Sans CJK JP", "Noto Sans JP", "Source Han Sans", "Hiragino Sans", "Yu Gothic")
_KOREAN = (
    "Noto Sans CJK KR",
    "Noto Sans KR",
    "Source Han Sans K",
    "Apple SD Gothic Neo",
    "Malgun Gothic",
)
_OTHERS = (
    *("Noto Sans Hebrew", "Noto Sans Arabic", "Geeza Pro", "Segoe UI"),
    *("Noto Sans Devanagari", "Kohinoor Devanagari", "Nirmala UI"),
    *("Noto Sans Thai", "Thonburi", "Leelawadee UI"),
    *("Noto Color Emoji", "Apple Color Emoji", "Segoe UI Emoji", "DejaVu Sans"),
)
# Scripts by the first word of the names of their letters: their name, and a font to install.
_SCRIPTS = {
    "CJK": ("Chinese characters", "Noto Sans CJK"),
    "HIRAGANA": ("Japanese", "Noto Sans CJK"),
    "KATAKANA": ("Japanese", "Noto Sans CJK"),
    "HANGUL": ("Korean", "Noto Sans CJK"),
}
_EMOJI = ("emoji", "Noto Color Emoji")
_JOINED = "\u200d\ufe0f"  # parts of an emoji that no font shows by themselves
_MISSING = re.compile(r'the text `"(.+?)"` could not be displayed')
_NUMBERED = re.compile(r"\\u\{([0-9a-f]+)\}")


def families(text: str) -> tuple[str, ...]:
    """Return the families to try for each letter, in order.

    Han characters take the shape of the language whose own letters stand beside them.
    """
    asian = [_CHINESE, _JAPANESE, _KOREAN]
    if re.search("[\u3040-\u30ff]", text):
        asian = [_JAPANESE, _CHINESE, _KOREAN]
    elif re.search("[\uac00-\ud7a3]", text):
        asian = [_KOREAN, _CHINESE, _JAPANESE]
    return (OURS, *_OTHERS, *(name for names in asian for name in names), LAST)


def letters_missing(message: str) -> set[str]:
    """Return the letters that typst's message says no font has."""
    found = "".join(_MISSING.findall(message))
    return set(_NUMBERED.sub(lambda match: chr(int(match[1], 16)), found))


def numbered(text: str, letters: Iterable[str]) -> str:
    """Return text in which some letters stand as their numbers, such as [U+4E00]."""
    shown = re.escape("".join(letters))
    return re.sub(
        f"(?:[{_JOINED}]*[{shown}][{_JOINED}]*)+",
        lambda match: "".join(f"[U+{ord(letter):04X}]" for letter in match.group()),
        text,
    )


def advice_on_fonts(letters: Iterable[str]) -> Iterator[str]:
    """Yield, for each script of the letters, which font to install; in a fixed order."""
    for script, font in sorted(set(map(_script, letters))):
        if script:
            yield say("font-missing", script=script, font=font)
        else:
            yield say("font-none")


def _script(letter: str) -> tuple[str, str]:
    """Return the script of a letter and a font for it; empty for a letter that has no name."""
    name = unicodedata.name(letter, "")
    if not name or name.startswith("VARIATION SELECTOR"):
        return "", ""
    if unicodedata.category(letter) in ("So", "Sk") or (
        ord(letter) >= 0x1F000 and letter < "\U00020000"
    ):
        return _EMOJI
    first = name.split()[0]
    return _SCRIPTS.get(first, (first.capitalize(), f"Noto Sans {first.capitalize()}"))
