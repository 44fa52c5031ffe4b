"""Thin golden files: what was decided of everybody, and every sentence once.

A record (a step, a verdict, a caution) is shown by its codes: ids, verdicts, rules. Where its words
were shown before, that is all, with `[2]` for the second wording of these codes. Otherwise there
follows what differs from the first record about the same thing on the same day; where there is
none, from the first with the same codes, or else from the first about the same thing at all.
Nothing is lost: read in order, every record could be written again, so any change shows.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

Record = dict[str, Any]
# By the list that a record stands in: the members that are its codes, first what it is about.
CODES: dict[str, tuple[str, ...]] = {
    "because": ("rule",),
    "cautions": ("rule", "certification"),
    "considered": ("certification", "verdict", "eligibility"),
    "decides": ("answer", "next_steps"),
    "development": ("name", "area", "state"),
    "gaps": ("requirement", "eligibility"),
    "holdings": ("name", "state"),
    "missing_facts": ("fact",),
    "routes": ("id", "rank"),
    "smallest_change": ("fact", "from", "to"),
    "steps": ("certification", "action", "eligibility", "ground"),
}
# The codes of these lists stand beside those of the record that they belong to.
REASONS = ("because", "gaps", "smallest_change")
HEAD = ("$schema", "$id", "title")  # of a schema
# The laws of an advice (advice_laws) hold these complete for everybody.
LEFT_OUT = ("certifications", "sources")


class Thinner:
    """Remember every record shown, under its codes and under what it is about."""

    def __init__(self) -> None:
        self._shown: dict[tuple[str, ...], list[Any]] = {}
        self._day = ""

    def text(self, text: str) -> str:
        """Return text in which an item that an earlier text shows ends after its first line."""
        lines: list[str] = []
        for first, *more in _items(text):
            known, *_ = self._shown.setdefault(("", "text", first), [more])
            lines += (
                [f"{first} ..."] if more and known is not more and known == more else [first, *more]
            )
        return "\n".join([*lines, ""])

    def advice(self, advice: Record) -> Record:
        """Return an advice without the words that an earlier one shows."""
        self._day = advice.get("as_of", "")
        kept = (name for name in advice if name not in LEFT_OUT)
        parts = {name: self._part(name, advice[name], "") for name in kept}
        return parts | {"catalogue": self.value("catalogue", advice["catalogue"])}

    def value(self, name: str, value: Any) -> Any:
        """Return a value, or a note where it is the first that was shown under this name."""
        first, *_ = self._shown.setdefault(("", "", name), [value])
        return "shown before" if first is not value and _same(first, value) else value

    def _part(self, name: str, value: Any, about: str) -> Any:
        records = name in CODES and all(isinstance(item, dict) for item in value)
        return [self._record(name, record, about) for record in value] if records else value

    def _record(self, name: str, record: Record, about: str) -> Any:
        codes, subject = _codes(name, record), str(record[CODES[name][0]])
        wordings = self._shown.setdefault((about, name, codes), [])
        on_day = self._shown.setdefault((about, name, self._day, subject), [])
        alike = self._shown.setdefault((about, name, "", subject), [])
        for number, wording in enumerate(wordings, 1):
            if _same(wording, record):
                return codes if number == 1 else f"{codes} [{number}]"
        (known, *_) = on_day or wordings or alike or [record]
        again = bool(wordings)
        for shown in (wordings, on_day, alike):
            shown.append(record)
        differing = {
            member: self._part(member, value, "" if name == "routes" else subject)
            for member, value in record.items()
            if member not in CODES[name] and (known is record or not _same(known[member], value))
        }
        return {codes: differing} if differing or again else codes

    def schema(self, schema: Record) -> Record:
        """Return a schema without the parts that an earlier one shows under the same name."""
        head = {name: schema[name] for name in HEAD}
        body = {name: schema[name] for name in schema if name not in HEAD}
        self.value(schema["title"], {name: body[name] for name in body if name != "$defs"})
        return head | self._schema(body)

    def _schema(self, node: Any) -> Any:
        if isinstance(node, list):
            return [self._schema(item) for item in node]
        if not isinstance(node, dict):
            return node
        return {
            name: self._schema(
                self.value(name.lower(), item)
                if isinstance(item, dict) and "properties" in item
                else item
            )
            for name, item in node.items()
        }


def _items(text: str) -> Iterator[list[str]]:
    """Yield every line of a text with those under it that go on where it ends."""
    item: list[str] = []
    for line in text.splitlines():
        if item and _indent(line) > _indent(item[0]) and not line.lstrip().startswith("- "):
            item.append(line)
        else:
            yield from [item] if item else []
            item = [line]
    yield item


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _same(one: Any, other: Any) -> bool:
    """Whether two values are written alike: 2 and 2.0 are equal, but not the same."""
    return json.dumps(one) == json.dumps(other)


def _codes(name: str, record: Record) -> str:
    values = (record[member] for member in CODES[name])
    codes = [", ".join(value) if isinstance(value, list) else str(value) for value in values]
    reasons = "; ".join(
        ", ".join(_codes(member, reason) for reason in record[member])
        for member in REASONS
        if name in ("considered", "steps") and record.get(member)
    )
    return " ".join(codes) + (f" ({reasons})" if reasons else "")
