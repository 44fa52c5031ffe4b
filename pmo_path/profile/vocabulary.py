"""The words that a catalogue knows, each plain spelling with its id."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from pmo_path.core.frozen import altered, dataclass
from pmo_path.core.iso_codes import COUNTRIES, LANGUAGES
from pmo_path.core.text import plain_name
from pmo_path.profile.facts import EDUCATION, GOALS, YES_NO

MOST_CLOSE = 3
_TOKEN = r"[^\W\d_]+|\d+"  # a number ends a word: PRINCE2 is written PRINCE 2 too


@dataclass(frozen=True, slots=True)
class Names:
    """The words that a catalogue knows: per vocabulary, each plain spelling and its id.

    A spelling as it is written stands under `=` before it and goes first: PMOCP is
    PMI-PMOCP, although without its hyphen PMO-CP reads the same. Read with `strict` names, what is not known is
    refused instead of kept.
    """

    words: Mapping[str, Mapping[str, str]]
    strict: bool = False

    def read(self, strict: bool) -> Names:
        """Return the same names for reading strictly, or not."""
        return altered(self, strict=strict)

    def find(self, vocabulary: str, text: str) -> str | None:
        """Return the id that `text` names as a whole, or None."""
        known = self.words.get(vocabulary, {})
        return known.get(exact(text)) or known.get(plain_name(text))

    def close(self, vocabulary: str, text: str) -> list[str]:
        """Return up to three ids that `text` may mean, best first; none where nothing is close.

        First names that begin with it or hold it as whole words, then close spellings, which must be the closer the
        shorter they are (in a short word every letter tells), then names of which it holds every word.
        """
        known, typed = self.words.get(vocabulary, {}), _tokens(text[:80])
        spelled = {name: _tokens(name) for name in known if name.startswith("=")}
        longer = {name: (_inside(typed, words) != 0, len(words)) for name, words in spelled.items()}
        found = _least({name: key for name, key in longer.items() if _inside(typed, spelled[name]) is not None})
        found = found or self._alike(vocabulary, plain_name(text)[:80])
        parts = {name: -len(words) for name, words in spelled.items() if _inside(words, typed) is not None}
        found = found or _least({name: key for name, key in parts.items() if -2 * key >= len(typed)})
        return list(dict.fromkeys(known[name] for name in found))[:MOST_CLOSE]

    def _alike(self, vocabulary: str, plain: str) -> list[str]:
        import difflib  # only for what is not known

        known = [name for name in self.words.get(vocabulary, {}) if not name.startswith("=")]
        cutoff = min(1.0, 0.8 + 0.6 / max(1, len(plain)))
        return difflib.get_close_matches(plain, known, n=2 * MOST_CLOSE, cutoff=cutoff)


def _tokens(text: str) -> list[str]:
    return re.findall(_TOKEN, text.casefold())


def _inside(few: Sequence[str], many: Sequence[str]) -> int | None:
    """Return where some words stand as they are among others; None where they do not."""
    places = range(len(many) - len(few) + 1) if few else ()
    return next((start for start in places if many[start : start + len(few)] == few), None)


def _least(keys: Mapping[str, Any]) -> list[str]:
    """Return the names with the least key."""
    least = min(keys.values(), default=None)
    return [name for name, key in keys.items() if key == least]


def exact(text: str) -> str:
    """Return the key of a spelling as it is written, but for case and outer space."""
    return "=" + text.strip().casefold()


def fixed_names() -> dict[str, dict[str, str]]:
    """Return the vocabularies that no catalogue changes."""
    lists: dict[str, Iterable[str]] = {
        "goal": GOALS,
        "education": EDUCATION,
        "yes-no": YES_NO,
        "language": LANGUAGES,
        "country": COUNTRIES,
    }
    known = {name: {plain_name(word): word for word in words} for name, words in lists.items()}
    known["country"]["uk"] = "GB"  # what people write for it
    return known
