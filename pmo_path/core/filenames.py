"""Portable file names made of people's names, safe on every common operating system."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator

PROFILE_SUFFIXES = (".yaml", ".yml", ".json")  # the suffixes of a profile
MAX_STEM_BYTES = 120  # of a stem; file systems allow 255 with prefix, number and suffix
# Windows reserves these for devices, with any suffix.
_RESERVED = re.compile(r"(?i)(con|prn|aux|nul|conin|conout|com\d|lpt\d)")
# Letters and marks that are invisible, among them variation selectors.
_UNSEEN = "\u034f\u115f\u1160\u17b4\u17b5\u3164\uffa0" + "".join(map(chr, range(0xFE00, 0xFE10)))


def is_profile_name(name: str) -> bool:
    """Whether a name looks like that of a profile file: a stem with one of the suffixes."""
    stem, _, suffix = name.rpartition(".")
    return f".{suffix.lower()}" in PROFILE_SUFFIXES and bool(stem) and stem[-1] not in "/\\"


def file_stem(*texts: str) -> str:
    """Return a file name without suffix from the first text with a letter or digit, or `person`.

    Letters, marks and numbers of every script and `_` are kept; all else becomes a hyphen.
    """
    return next(filter(None, map(_stem, texts)), "person")


def _stem(text: str) -> str:
    kept = (letter if _kept(letter) else " " for letter in unicodedata.normalize("NFKC", text))
    words = "-".join("".join(kept).split()).strip("-_")
    cut = words.encode("utf-8")[:MAX_STEM_BYTES].decode("utf-8", "ignore").strip("-_")
    if not any(letter.isalnum() for letter in cut):
        return ""
    return f"{cut}-" if _RESERVED.fullmatch(cut) else cut


def _kept(letter: str) -> bool:
    if letter in _UNSEEN or 0xE0100 <= ord(letter) <= 0xE01EF:
        return False
    return letter in "-_" or unicodedata.category(letter)[0] in "LNM"


def unique_names(
    names: Iterable[str], taken: Collection[str] = (), joint: str = "-{}"
) -> Iterator[str]:
    """Yield each name, numbered from 2 if an equal one precedes it or is in `taken`.

    Names are equal if they differ only in case or Unicode normalisation.
    """
    known = {plain_name(name) for name in taken}
    for name in names:
        number, candidate = 1, name
        while plain_name(candidate) in known:
            number += 1
            candidate = name + joint.format(number)
        known.add(plain_name(candidate))
        yield candidate


def namesakes(names: Iterable[str]) -> dict[str, list[str]]:
    """Return names by the one that they may have been before they were numbered, as `plain_name`.

    A name that ends like a numbered one stands under itself too.
    """
    found: dict[str, list[str]] = {}
    for name in dict.fromkeys(names):
        plain = plain_name(name)
        for other in {plain, re.sub(r"-[0-9]+$", "", plain)}:
            found.setdefault(other, []).append(name)
    return found


def plain_name(name: str) -> str:
    """Return the form in which names that collide on some common file system are equal."""
    return unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", name).casefold())
