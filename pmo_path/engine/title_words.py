"""Split a job title into the words and phrases that the vocabulary of titles knows."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from msgspec import Struct

from pmo_path.core.memory import remembered
from pmo_path.core.text import plain_name
from pmo_path.model.catalogue import Catalogue
from pmo_path.model.roles import TitleWord

_LONGEST_PHRASE = 6  # words: "project and programme management office" has five
_SHORTEST_PART = 4  # letters of a part of a compound
_LONGEST_COMPOUND = 40  # letters
_ALIKE = 0.75  # one or two letters of a word are wrong
_WORD = r"[^\W_]+(?:['’.][^\W_]+)*|&"
_DELIVERY = TitleWord(id="delivery", kind="delivery")


class Word(Struct, frozen=True):
    """A word or phrase of a title, with its entries in the vocabulary: none if it is unknown."""

    text: str
    entries: tuple[TitleWord, ...]

    def of(self, *kinds: str) -> TitleWord | None:
        """Return the entry of one of these kinds, or None."""
        return next((entry for entry in self.entries if entry.kind in kinds), None)


class Vocabulary(Struct, frozen=True):
    """The words of titles by id and by plain spelling; titles of delivery are words too."""

    by_id: Mapping[str, TitleWord]
    by_spelling: Mapping[str, tuple[TitleWord, ...]]

    def words(self, text: str) -> tuple[Word, ...]:
        """Return the words of a text, the longest known phrases together, without numbers."""
        tokens = [
            part
            for token in re.findall(_WORD, text)
            if not token.isdecimal()
            for part in self._taken_apart(token)
        ]
        words: list[Word] = []
        while tokens:
            length = next(
                (
                    length
                    for length in range(min(_LONGEST_PHRASE, len(tokens)), 0, -1)
                    if self._entries("".join(tokens[:length]))
                ),
                1,
            )
            words.append(Word(" ".join(tokens[:length]), self._entries("".join(tokens[:length]))))
            tokens = tokens[length:]
        return tuple(words)

    def corrected(self, title: str) -> str:
        """Return a title with each unknown word replaced by the known one that it may misspell."""
        import difflib  # only needed for unknown titles

        known = [spelling for spelling in self.by_spelling if len(spelling) >= _SHORTEST_PART]
        words: list[str] = []
        for word in self.words(title):
            alike = difflib.get_close_matches(_plain(word.text), known, n=1, cutoff=_ALIKE)
            words.append(alike[0] if alike and not word.entries else word.text)
        return " ".join(words)

    def _entries(self, phrase: str) -> tuple[TitleWord, ...]:
        """Return the entries of a phrase; a plural has those of its singular."""
        plain = _plain(phrase)
        return self.by_spelling.get(plain) or self.by_spelling.get(plain.removesuffix("s"), ())

    def _taken_apart(self, token: str) -> Sequence[str]:
        """Return the parts of a compound such as projectondersteuner, else the token itself."""
        if self._entries(token) or len(token) > _LONGEST_COMPOUND:
            return [token]
        for cut in range(_SHORTEST_PART, len(token) - _SHORTEST_PART + 1):
            if not self._entries(token[:cut]):
                continue
            rest = self._taken_apart(token[cut:])
            if all(self._entries(part) for part in rest):
                return [token[:cut], *rest]
        return [token]


@remembered(8)
def title_vocabulary(catalogue: Catalogue) -> Vocabulary:
    """Return the vocabulary of titles of a catalogue."""
    spelled: dict[str, tuple[TitleWord, ...]] = {}
    for word in catalogue.title_words:
        for spelling in word.spellings:
            key = _plain(spelling)
            spelled[key] = (*spelled.get(key, ()), word)
    for title in (*catalogue.delivery.titles_en, *catalogue.delivery.titles_nl):
        spelled.setdefault(_plain(title), (_DELIVERY,))
    return Vocabulary({word.id: word for word in catalogue.title_words}, spelled)


def _plain(text: str) -> str:
    return plain_name(text) or text
