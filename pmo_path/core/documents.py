"""Parse YAML and JSON text into plain data with positions.

YAML is built from its events, so that no type is inferred: every scalar stays text (`no` is "no",
`1.10` is "1.10"), and tags, duplicate keys, aliases and deep nesting are refused with their place.
In a profile a blank value is None. JSON is parsed strictly and keeps its own types.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any

from msgspec import Struct

from pmo_path.core import yaml_events
from pmo_path.core.errors import Path, Place, PmoPathError, Problem, unreadable
from pmo_path.core.json_positions import JsonPlaces, first_deeper
from pmo_path.core.yaml_events import MAX_DEPTH, MAX_PROBLEMS, too_deep

MAX_BYTES = 4_000_000
MAX_YAML = 1_000_000  # of a profile: YAML is read far more slowly than JSON
MAX_DIGITS = 1000


class Document(Struct, frozen=True):
    """Plain data with the place (line and column from 1) of each part, by path.

    Data that are in no file, as those that a caller passes, have a name for sentences alone.
    """

    name: str
    data: Any
    places: Mapping[Path, Place]
    in_file: bool = True

    def problem(self, path: Path, code: str, detail: str, hint: str | None = None) -> Problem:
        """Return a problem located at `path`, or at its nearest ancestor that has a place."""
        near = path
        while near and near not in self.places:
            near = near[:-1]
        line, column = self.places.get(near, (None, None))
        return Problem(
            code=code,
            detail=detail,
            hint=hint,
            file=self.name if self.in_file else None,
            line=line,
            column=column,
            pointer=pointer(path),
        )


def pointer(path: Path) -> str:
    """Return the RFC 6901 JSON pointer of a path."""
    return "".join("/" + str(part).replace("~", "~0").replace("/", "~1") for part in path)


def decode(raw: bytes, name: str) -> str:
    """Return bytes decoded as UTF-8, without a byte order mark. Raises a located PmoPathError."""
    if len(raw) > MAX_BYTES:
        raise too_large(name)
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise unreadable(
            name, "not-utf-8", "this is UTF-16 text, not UTF-8", "save it as UTF-8", (1, 1)
        )
    raw = raw.removeprefix(b"\xef\xbb\xbf")  # the codec `utf-8-sig` would import another module
    if (at := raw.find(b"\0")) >= 0:
        hint = "give a text file, saved as UTF-8"
        if raw.startswith(b"PK"):  # a ZIP, as workbooks are
            hint = "people in a workbook: end its name in .xlsx or .ods, for `report` or `batch`"
        raise unreadable(
            name,
            "not-text",
            "this is binary (it holds a zero byte), not text",
            hint,
            _place_in(raw, at),
        )
    try:
        return raw.decode()
    except UnicodeDecodeError as error:
        place = _place_in(raw, error.start)
        raise unreadable(
            name, "not-utf-8", "this is not UTF-8 text", "save it as UTF-8", place
        ) from None


def too_large(name: str, most: int = MAX_BYTES) -> PmoPathError:
    """Return the error for input larger than `most` bytes."""
    return unreadable(
        name,
        "too-large",
        f"this is larger than {most // 1_000_000} MB",
        "is this the right file?",
    )


def _place_in(raw: bytes, at: int) -> Place:
    """Return line and column of a byte; columns count characters, replacing invalid bytes."""
    begins = raw.rfind(b"\n", 0, at) + 1
    before = raw[begins:at].decode("utf-8", "replace")
    return raw.count(b"\n", 0, at) + 1, len(before) + 1


def read_document(raw: bytes, name: str) -> Document:
    """Return a document from YAML or JSON bytes; text that begins with `{` or `[` is tried as JSON.

    If it is not valid JSON, it is parsed as YAML, which begins alike in flow style. Raises
    PmoPathError with located problems for anything that is not one plain document.
    """
    text = decode(raw, name)
    if not text.strip():
        raise unreadable(
            name,
            "empty",
            "this is empty",
            "write at least one fact, for example `role: PMO analyst`",
        )
    if text.lstrip()[0] not in "{[":
        if len(text) > MAX_YAML:
            raise too_large(name, MAX_YAML)
        return read_yaml(text, name, nulls=True)
    try:
        return read_json(text, name)
    except PmoPathError as not_json:
        if not_json.code != "syntax" or len(text) > MAX_YAML:
            raise
        try:
            return read_yaml(text, name, nulls=True)
        except PmoPathError as not_yaml:
            raise not_json if not_yaml.code == "syntax" else not_yaml from None


def read_json(text: str, name: str) -> Document:
    """Return a document from JSON text: no duplicate keys, NaN, lone surrogates or deep nesting.

    Raises PmoPathError with located problems.
    """
    try:
        data = _parsed(text)
    except json.JSONDecodeError as error:
        detail = f"this is not valid JSON: {error.msg[:1].lower()}{error.msg[1:]}"
        raise unreadable(name, "syntax", detail, None, (error.lineno, error.colno)) from None
    except RecursionError:
        raise _too_deep(name, text) from None
    faults: list[_Fault] = []
    try:
        plain = data if _is_sound(data) else _plain(data, (), faults)
    except RecursionError:
        raise _too_deep(name, text) from None
    except _EnoughError:
        plain = None
    document = Document(name, plain, JsonPlaces(text))
    if faults:
        problems = tuple(document.problem(*fault) for fault in faults)
        raise PmoPathError(f"{name} cannot be read", problems, code=problems[0].code)
    return document


def member_of(text: str, key: str) -> Any:
    """Return a scalar member of a JSON object of which other parts may be refused.

    None where it is not given exactly once, is refused itself, or the text is no JSON object.
    """
    try:
        data = _parsed(text)
    except (json.JSONDecodeError, RecursionError):
        return None
    values = [value for name, value in data if name == key] if isinstance(data, _Pairs) else []
    return values[0] if len(values) == 1 and _is_sound(values[0]) else None


def _parsed(text: str) -> Any:
    """Return JSON as it stands, with what `read_json` refuses kept as `_Pairs` and `_NoNumber`."""
    return json.loads(
        text,
        object_pairs_hook=_Pairs,
        parse_constant=_NO_VALUES.__getitem__,
        parse_int=_whole if re.search(_MANY_DIGITS, text) else None,
    )


# A problem that has no place yet: path, code, detail and hint.
_Fault = tuple[Path, str, str, str]


class _EnoughError(Exception):
    """There are as many faults as anybody reads."""


class _Pairs(list[tuple[str, Any]]):
    """The members of a JSON object in order, including duplicates."""


class _NoNumber(str):
    """A number that is refused, such as NaN; the text says why."""


_NO_VALUES = {
    word: _NoNumber(f"{word} is not a value") for word in ("NaN", "Infinity", "-Infinity")
}

_MANY_DIGITS = rf"(?<!\d)\d{{{MAX_DIGITS + 1}}}"


def _whole(digits: str) -> int | _NoNumber:
    return (
        int(digits) if len(digits) <= MAX_DIGITS else _NoNumber("this number has too many digits")
    )


def _too_deep(name: str, text: str) -> PmoPathError:
    return too_deep(name, first_deeper(text, MAX_DEPTH))


def _plain(value: Any, path: Path, faults: list[_Fault]) -> Any:
    """Return plain data, adding a fault for each bad value and duplicate key.

    `value` is no sound scalar. Raises RecursionError where lists or objects nest deeper than
    MAX_DEPTH, and _EnoughError after MAX_PROBLEMS faults.
    """
    if isinstance(value, list) and len(path) >= MAX_DEPTH:
        raise RecursionError
    if len(faults) >= MAX_PROBLEMS:
        raise _EnoughError
    if isinstance(value, _NoNumber):
        faults.append((path, "not-a-number", str(value), "give a number"))
    elif isinstance(value, str):
        detail = "a text holds half a character (a lone surrogate)"
        faults.append((path, "not-utf-8", detail, "type it again"))
    elif isinstance(value, _Pairs):
        result: dict[str, Any] = {}
        for key, item in value:
            if len(faults) >= MAX_PROBLEMS:
                raise _EnoughError
            if _halved(key):
                detail = "a key holds half a character (a lone surrogate)"
                faults.append((path, "not-utf-8", detail, "type it again"))
                continue
            if key in result:
                faults.append(((*path, key), "duplicate-key", "a key is given twice", "keep one"))
            result[key] = item if _is_sound(item) else _plain(item, (*path, key), faults)
        return result
    elif isinstance(value, list):
        return [
            item if _is_sound(item) else _plain(item, (*path, place), faults)
            for place, item in enumerate(value)
        ]
    return value


_SCALARS = frozenset({int, float, bool, type(None)})


def _is_sound(value: Any) -> bool:
    """Return whether a value is a scalar without a fault; lists and objects are looked into."""
    return type(value) in _SCALARS or (type(value) is str and not _halved(value))


def _halved(text: str) -> bool:
    return not text.isascii() and re.search("[\ud800-\udfff]", text) is not None


def read_yaml(text: str, name: str, twice: bool = False, nulls: bool = False) -> Document:
    """Return one YAML document of mappings, sequences and text. Raises PmoPathError.

    `twice` allows duplicate keys; with `nulls` an unquoted blank, `null` or `~` is None.
    """
    return Document(name, *yaml_events.parse_yaml(text, name, twice, nulls))
