"""Write a profile as YAML with, beside each fact, where it was read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from pmo_path.contract.profile_import import ProfileImport, ReadFact, ReadPlace
from pmo_path.core.wrapping import wrap
from pmo_path.messages.catalog import say
from pmo_path.messages.grammar import join
from pmo_path.profile.facts import BY_KEY

WIDTH = 96
MOST_NOTES = 20  # with one code


def commented_profile(made: ProfileImport) -> str:
    """Return a profile as YAML that reads back as the same profile."""
    lines = _comment(say("import-head", day=made.as_of))
    for fact, value in made.profile.items():
        lines += [
            "",
            *_fact_lines(fact, value, [entry for entry in made.read if entry.fact == fact]),
        ]
    lines += ["", *_comment(open_text(made))]
    for line in note_lines(made):
        lines += _comment(f"- {line}")
    return "\n".join(lines) + "\n"


def open_text(made: ProfileImport) -> str:
    """Return the sentence on the facts that were left open."""
    nouns = join(BY_KEY[fact].noun for fact in made.open)
    return say("import-open", facts=nouns) if nouns else say("import-none-open")


def note_lines(made: ProfileImport) -> list[str]:
    """Return the notes as sentences; of many with one code the first, and how many more."""
    by_code: dict[str, list[str]] = {}
    for note in made.notes:
        by_code.setdefault(note.code, []).append(note.text)
    lines: list[str] = []
    for texts in by_code.values():
        lines += texts[:MOST_NOTES]
        rest = len(texts) - MOST_NOTES
        if rest > 0:
            lines.append(say("import-more", count=rest))
    return lines


def read_lines(made: ProfileImport) -> list[str]:
    """Return a line for each thing that was read: the fact, its words, and the place."""
    return [
        say("import-fact", noun=BY_KEY[entry.fact].bare, text=_read_text(entry))
        for entry in made.read
    ]


def _fact_lines(fact: str, value: Any, read: Sequence[ReadFact]) -> Iterator[str]:
    if not isinstance(value, list) or not value:
        if fact == "holds_complete" and value == "no":
            yield from _comment(say("import-not-all"))
        if fact == "unmatched":
            yield from _comment(say("import-unmatched"))
        yield from _comments(read)
        yield _yaml({fact: value})
        return
    items = [[entry for entry in read if _is_of(item, entry)] for item in value]
    told = [entry for entries in items for entry in entries]
    yield from _comments(entry for entry in read if entry not in told)
    yield f"{fact}:"
    for item, entries in zip(value, items, strict=True):
        yield from _comments(entries, "  ")
        text, *rest = _yaml([item]).split("\n")
        yield f"  {text}"
        yield from (f"  {line}" for line in rest)


def _is_of(item: Any, entry: ReadFact) -> bool:
    """Whether a reading is of an item of a list: the same, or the same award on another day."""
    return _name(item) == _name(entry.value)


def _name(item: Any) -> str:
    if isinstance(item, dict):
        return str(item.get("certification") or item.get("name")).casefold()
    return str(item).casefold()


def _comments(read: Iterable[ReadFact], indent: str = "") -> Iterator[str]:
    for entry in read:
        yield from _comment(_read_text(entry), indent)


def _read_text(entry: ReadFact) -> str:
    return say("import-read", words=entry.words, place=place_text(entry.read_in))


def place_text(place: ReadPlace) -> str:
    """Return a place in a file as people read it."""
    line = "" if place.line is None else say("import-line", line=place.line)
    return f"{place.file}{', ' if place.place else ''}{place.place}{line}"


def _comment(text: str, indent: str = "") -> list[str]:
    return wrap(text, WIDTH, f"{indent}# ")


def _yaml(value: Any) -> str:
    import yaml

    text = yaml.safe_dump(value, allow_unicode=True, sort_keys=False, width=10_000)
    return str(text).rstrip("\n")
