"""Look up the names that a catalogue knows: exact and plain spellings to ids, and close matches."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from pmo_path.core.iso_codes import COUNTRY_NAMES, LANGUAGE_NAMES
from pmo_path.core.text import plain_name
from pmo_path.profile.facts import FACTS
from pmo_path.profile.meanings import METHOD_NAMES

MOST_CLOSE = 3
MOST_CERTIFICATES = 5  # a family has up to five
_TOKEN = r"[^\W\d_]+|\d+"  # a number ends a word: PRINCE2 is written PRINCE 2 too
# Words in the names of certificates of many bodies: these alone do not tell whose is meant.
_COMMON = frozenset(
    "a an associate certificate certification certified course exam expert for foundation in leader"
    " level management manager of office officer pmo portfolio practitioner professional program"
    " programme project the training".split()
)
_OF_CERTIFICATES = ("certificate", "certification")
_MARKS = re.compile("[\u2122\u2120]")  # ™ and ℠, which would be compared as letters
_IN_BRACKETS = re.compile(r"(.*\S)\s*[(\[]([^()\[\]]+)[)\]]\s*")
_NEARLY_ALL = 0.95  # how alike a name of common words must be to what was typed


class Names(Struct, frozen=True):
    """The words that a catalogue knows: a mapping of spellings to ids for each vocabulary.

    Keys are exact spellings, prefixed with `=`, and plain ones (see `plain_name`). The exact one
    takes precedence: PMOCP is PMI-PMOCP, although PMO-CP has the same plain spelling. If `strict`,
    a parser refuses unknown words instead of keeping them.
    """

    words: Mapping[str, Mapping[str, str]]
    strict: bool = False

    def with_strict(self, strict: bool) -> Names:
        """Return the same names with `strict` set."""
        return replace(self, strict=strict)

    def find(self, vocabulary: str, text: str) -> str | None:
        """Return the id whose name is the whole of `text`, or None.

        What stands in brackets behind the name of a certificate must be another name of the same:
        "(in progress)" or a year may change what is meant.
        """
        found = self._whole(vocabulary, text)
        if found or vocabulary not in _OF_CERTIFICATES:
            return found
        unmarked = _MARKS.sub("", text)
        if unmarked != text and (found := self._whole(vocabulary, unmarked)):
            return found
        if parts := _IN_BRACKETS.fullmatch(unmarked):
            outside, inside = (self._whole(vocabulary, part) for part in parts.groups())
            return outside if outside == inside == self._whole("certificate", parts[2]) else None
        return None

    def _whole(self, vocabulary: str, text: str) -> str | None:
        known, plain = self.words.get(vocabulary, {}), plain_name(text)
        if plain.isdecimal() and plain != text.strip():
            return None  # marks around a number may change it: -2
        return known.get(exact_key(text)) or known.get(plain)

    def close(self, vocabulary: str, text: str, most: int = MOST_CLOSE) -> list[str]:
        """Return up to `most` ids that `text` may mean, best first; empty if nothing is close.

        Tried in turn until one matches: names that contain it as whole words, those that begin
        with it first; close spellings, with a stricter cutoff for shorter text, where each letter
        counts for more; names whose words it contains, if they make up at least half of it. Of a
        certificate, common words alone suggest only a name that is spelt nearly like them.
        """
        known, typed = self.words.get(vocabulary, {}), _tokens(text[:80])
        if vocabulary in _OF_CERTIFICATES and _COMMON.issuperset(typed):
            closest = self._alike(vocabulary, plain_name(text)[:80], _NEARLY_ALL)
            return list(dict.fromkeys(known[name] for name in closest))[:most]
        spelled = {name: _tokens(name) for name in known if name.startswith("=")}
        longer = {name: (_inside(typed, words) != 0, len(words)) for name, words in spelled.items()}
        closest = _least(
            {name: key for name, key in longer.items() if _inside(typed, spelled[name]) is not None}
        )
        closest = closest or self._alike(vocabulary, plain_name(text)[:80])
        parts = {
            name: -len(words)
            for name, words in spelled.items()
            if _inside(words, typed) is not None
        }
        closest = closest or _least(
            {name: key for name, key in parts.items() if -2 * key >= len(typed)}
        )
        return list(dict.fromkeys(known[name] for name in closest))[:most]

    def _alike(self, vocabulary: str, plain: str, least: float = 0.0) -> list[str]:
        import difflib  # only needed for unknown words

        known = [name for name in self.words.get(vocabulary, {}) if not name.startswith("=")]
        cutoff = max(least, min(1.0, 0.8 + 0.6 / max(1, len(plain))))
        return difflib.get_close_matches(plain, known, n=2 * MOST_CLOSE, cutoff=cutoff)


def _tokens(text: str) -> list[str]:
    return re.findall(_TOKEN, text.casefold())


def _inside(few: Sequence[str], many: Sequence[str]) -> int | None:
    """Return the index at which `few` occur consecutively in `many`, or None."""
    places = range(len(many) - len(few) + 1) if few else ()
    return next((start for start in places if many[start : start + len(few)] == few), None)


def _least(keys: Mapping[str, Any]) -> list[str]:
    """Return the names with the least key."""
    least = min(keys.values(), default=None)
    return [name for name, key in keys.items() if key == least]


def exact_key(text: str) -> str:
    """Return the key of an exact spelling, ignoring case and surrounding space."""
    return "=" + text.strip().casefold()


def fixed_vocabularies() -> dict[str, dict[str, str]]:
    """Return the vocabularies known without a catalogue: the values of facts, and ISO codes.

    A catalogue replaces those to which it gives names of its own: levels and kinds of PMO.
    """
    lists: dict[str, Iterable[str]] = {row.vocabulary: row.values for row in FACTS if row.values}
    known = {name: {plain_name(word): word for word in words} for name, words in lists.items()}
    known |= {"language": _spelled(LANGUAGE_NAMES), "country": _spelled(COUNTRY_NAMES)}
    known["country"]["uk"] = "GB"  # not its ISO code, but what people write
    known["works-with"] |= {plain_name(name): value for name, value in METHOD_NAMES.items()}
    return known


def _spelled(codes: Mapping[str, Iterable[str]]) -> dict[str, str]:
    """Return the code for each of its names and for itself; a code wins over a name like it."""
    names = {plain_name(name): code for code, names in codes.items() for name in names}
    return names | {plain_name(code): code for code in codes}
