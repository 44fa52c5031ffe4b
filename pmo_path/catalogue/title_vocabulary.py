"""The vocabulary of job titles in itself: registered in `integrity.RELATIONS`."""

from __future__ import annotations

from collections.abc import Iterator

from pmo_path.catalogue.draft import Draft
from pmo_path.core.errors import Problem
from pmo_path.core.text import plain_name


def broken_title_words(draft: Draft) -> Iterator[Problem]:
    """Report grades that move nothing, words that move but are no grade, a spelling that two words
    of a kind share, and words that stand in for each other in a circle.
    """
    claimed: dict[tuple[str, str], str] = {}
    like = {word.id: word.like for word in draft.title_words}
    for place, word in enumerate(draft.title_words):
        path = ("title_words", place)
        if (word.kind == "grade") != (word.moves is not None):
            detail = f"{word.id}: a grade moves levels, and nothing else does"
            yield draft.problem(
                (*path, "kind"), "bad-title-word", detail, "give a grade `moves`, no other word"
            )
        for spelling in word.spellings:
            first = claimed.setdefault((word.kind, plain_name(spelling) or spelling), word.id)
            if first != word.id:
                detail = f"{spelling!r} stands under both {first} and {word.id}"
                yield draft.problem(
                    (*path, "id"), "bad-title-word", detail, "one word of a kind has a spelling"
                )
        if word.id in _stand_ins(like, word.id):
            yield draft.problem(
                (*path, "like"),
                "bad-title-word",
                f"{word.id} stands in for itself",
                "leave `like` out of the most general word",
            )


def _stand_ins(like: dict[str, str | None], word: str) -> set[str]:
    """Return the words that stand in for one, and for these."""
    found: set[str] = set()
    following = like[word]
    while following is not None and following not in found:
        found.add(following)
        following = like.get(following)
    return found
