"""Build plain data with places from YAML events.

No type is inferred, and our own limits are reported before those of the YAML library.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pmo_path.core.errors import Path, Place, PmoPathError, Problem, unreadable

# Deeper than anything the formats need, far shallower than what hurts a parser.
MAX_DEPTH = 40
# Problems told of one text: nobody reads more, and a text can hold as many as it has lines.
MAX_PROBLEMS = 100
# Unquoted scalars that mean null in YAML's core schema.
NULLS = frozenset({"", "~", "null", "Null", "NULL"})


def too_deep(name: str, place: Place | None) -> PmoPathError:
    """Return the error for data nested deeper than MAX_DEPTH, at the first such place."""
    return unreadable(
        name,
        "too-deep",
        f"this is nested deeper than {MAX_DEPTH} levels",
        "write it flatter",
        place,
    )


def parse_yaml(text: str, name: str, twice: bool, nulls: bool) -> tuple[Any, dict[Path, Place]]:
    """Return the data of one YAML document and the place of each part. Raises PmoPathError.

    `twice` allows duplicate keys; with `nulls` an unquoted blank, `null` or `~` is None.
    """
    import yaml

    try:
        return _build(text, name, twice, nulls)
    except yaml.YAMLError as error:
        before, place = _stopped(error, text)
        _ours_first(before, name)
        words = (
            getattr(error, "problem", None) or getattr(error, "reason", None) or "cannot be read"
        )
        raise unreadable(
            name,
            "syntax",
            f"this is not valid YAML: {words}",
            "check indentation, colons and quotes",
            place,
        ) from None


def _ours_first(text: str, name: str) -> None:
    """Raise our own error, if there is one, for the text before the place where YAML failed.

    The library scans ahead and has limits of its own, so it may fail before it emits the events of
    earlier text. It checks characters, then tokens, and so may fail again in the shorter text.
    """
    import yaml

    for _ in range(3):
        try:
            _build(text, name, twice=True, nulls=False)
            return
        except yaml.YAMLError as error:
            text, _ = _stopped(error, text)


def _stopped(error: Any, text: str) -> tuple[str, Place | None]:
    """Return the text before the place where YAML failed, and that place.

    It is the error's mark, or the position of a character that YAML does not allow.
    """
    if mark := getattr(error, "problem_mark", None):
        return text[: mark.index], (mark.line + 1, mark.column + 1)
    if (offset := getattr(error, "position", None)) is None:
        return "", None
    before = text.encode()[:offset].decode(errors="ignore")
    return before, (before.count("\n") + 1, len(before) - before.rfind("\n"))


class _Builder:
    """Builds plain data from YAML events, recording the place of every part."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.places: dict[Path, Place] = {}
        self.problems: list[Problem] = []
        self.stack: list[tuple[Any, Path]] = []
        self.keys: list[str | None] = []
        self.root: Any = None

    def path(self) -> Path:
        """Return the path of the next value."""
        if not self.stack:
            return ()
        container, path = self.stack[-1]
        return (*path, len(container) if isinstance(container, list) else str(self.keys[-1]))

    def put(self, value: Any, place: Place) -> None:
        path = self.path()
        self.places.setdefault(path, place)
        if not self.stack:
            self.root = value
            return
        container = self.stack[-1][0]
        if isinstance(container, list):
            container.append(value)
        else:
            container[self.keys[-1]] = value
            self.keys[-1] = None

    def scalar(self, value: str, place: Place, null: bool) -> None:
        if self.stack and isinstance(self.stack[-1][0], dict) and self.keys[-1] is None:
            container, path = self.stack[-1]
            if value in container:
                self.add_problem(
                    "duplicate-key", f"the key {value!r} is given twice", "keep one", place
                )
            self.keys[-1] = value
            self.places[(*path, value)] = place
        else:
            self.put(None if null else value, place)

    def open(self, container: Any, place: Place) -> None:
        if self.stack and isinstance(self.stack[-1][0], dict) and self.keys[-1] is None:
            raise unreadable(
                self.name, "syntax", "a key must be a plain word", "write `key: value`", place
            )
        if len(self.stack) >= MAX_DEPTH:
            raise too_deep(self.name, place)
        path = self.path()
        self.put(container, place)
        self.stack.append((container, path))
        self.keys.append(None)

    def close(self) -> None:
        self.stack.pop()
        self.keys.pop()

    def add_problem(self, code: str, detail: str, hint: str | None, place: Place) -> None:
        problem = Problem(
            code=code, detail=detail, hint=hint, file=self.name, line=place[0], column=place[1]
        )
        if len(self.problems) < MAX_PROBLEMS:
            self.problems.append(problem)


def _build(text: str, name: str, twice: bool, nulls: bool) -> tuple[Any, dict[Path, Place]]:
    import yaml

    builder = _Builder(name)
    documents = 0
    events: Iterator[Any] = yaml.parse(text, Loader=getattr(yaml, "CBaseLoader", yaml.BaseLoader))
    for event in events:
        place = (event.start_mark.line + 1, event.start_mark.column + 1)
        if getattr(event, "anchor", None):
            detail = "YAML anchors and aliases are not used here"
            raise unreadable(name, "alias", detail, "write the value out where it is needed", place)
        if getattr(event, "tag", None):
            raise unreadable(
                name, "tag", "YAML tags are not used here", "leave out what begins with `!`", place
            )
        if isinstance(event, yaml.DocumentStartEvent):
            documents += 1
            if documents > 1:
                raise unreadable(
                    name, "syntax", "this holds more than one document", "keep one", place
                )
        elif isinstance(event, yaml.ScalarEvent):
            plain = event.implicit[0]  # not quoted
            builder.scalar(event.value, place, null=nulls and plain and event.value in NULLS)
        elif isinstance(event, yaml.MappingStartEvent):
            builder.open({}, place)
        elif isinstance(event, yaml.SequenceStartEvent):
            builder.open([], place)
        elif isinstance(event, yaml.MappingEndEvent | yaml.SequenceEndEvent):
            builder.close()
    if builder.problems and not twice:
        raise PmoPathError(
            f"{name} cannot be read", tuple(builder.problems), code=builder.problems[0].code
        )
    return builder.root, builder.places
