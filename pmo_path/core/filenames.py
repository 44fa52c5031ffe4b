"""Names of files made of what people are called: whole words, and nothing that a system obeys."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator

PROFILES = (".yaml", ".yml", ".json")  # what the name of a profile ends in
MOST_BYTES = 120  # of a name; systems take 255, with what stands before and after it
# Windows keeps these for devices, with any suffix.
_RESERVED = re.compile(r"(?i)(con|prn|aux|nul|conin|conout|com\d|lpt\d)")
# Letters and marks that show nothing.
_UNSEEN = "\u034f\u115f\u1160\u17b4\u17b5\u3164\uffa0" + "".join(map(chr, range(0xFE00, 0xFE10)))


def is_profile_name(name: str) -> bool:
    """Whether a file of that name is seen to hold a profile; a "yes" is no file name."""
    stem, _, suffix = name.rpartition(".")
    return f".{suffix.lower()}" in PROFILES and bool(stem) and stem[-1] not in "/\\"


def stem(*texts: str) -> str:
    """Return the first text that has a letter or digit, as a name without suffix; `person` where none has.

    Letters of every script stay; all else becomes a hyphen.
    """
    return next(filter(None, map(_stem, texts)), "person")


def _stem(text: str) -> str:
    kept = (letter if _kept(letter) else " " for letter in unicodedata.normalize("NFKC", text))
    words = "-".join("".join(kept).split()).strip("-_")
    cut = words.encode("utf-8")[:MOST_BYTES].decode("utf-8", "ignore").strip("-_")
    if not any(letter.isalnum() for letter in cut):
        return ""
    return f"{cut}-" if _RESERVED.fullmatch(cut) else cut


def _kept(letter: str) -> bool:
    if letter in _UNSEEN or 0xE0100 <= ord(letter) <= 0xE01EF:
        return False
    return letter in "-_" or unicodedata.category(letter)[0] in "LNM"


def distinct(names: Iterable[str], taken: Collection[str] = (), joint: str = "-{}") -> Iterator[str]:
    """Yield each name, numbered from 2 where it was there before; case and accents written otherwise do not count."""
    known = {_same(one) for one in taken}
    for name in names:
        number, found = 1, name
        while _same(found) in known:
            number += 1
            found = name + joint.format(number)
        known.add(_same(found))
        yield found


def _same(name: str) -> str:
    """Return what tells two names apart on every common system."""
    return unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", name).casefold())
