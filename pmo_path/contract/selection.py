"""Selections: members of an answer, named by their dotted paths and held against its schema."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from pmo_path.contract.json_schema import schema
from pmo_path.core.errors import BadValueError
from pmo_path.core.memory import remembered
from pmo_path.core.suggest import did_you_mean

MemberPath = tuple[str, ...]

# The members of a line of a batch beside those of its advice, which a path names without `advice`.
ABOUT_THE_LINE = ("line", "id", "ok", "problem")


def member_paths(
    select: Sequence[str], *kinds: str, values: bool = False
) -> tuple[MemberPath, ...]:
    """Return the paths of the members that selections such as `a,b.c,d.0.e` name.

    Raises BadValueError for a member that no answer of the kinds can have, or, if they must be
    `values`, that has members itself.
    """
    schemas = [_schema(kind) for kind in kinds]
    return tuple(_path(schemas, word, values) for word in _words(select))


def refuse_unlike(select: Sequence[str], kind: str) -> None:
    """Raise BadValueError where selections name no member that an answer of a kind can have."""
    refused = []
    for word in _words(select):
        try:
            _nodes_at(_schema(kind), word)
        except BadValueError as error:
            refused.append(error)
        else:
            return
    raise refused[0]


def _words(select: Sequence[str]) -> list[str]:
    return [word.strip() for text in select for word in text.split(",")]


@remembered(4)  # it is made anew each time, which takes longer than an advice
def _schema(kind: str) -> Mapping[str, Any]:
    return schema(kind)


def _path(schemas: Sequence[Mapping[str, Any]], word: str, values: bool) -> MemberPath:
    """Return a path that one of the schemas has; else raise what is wrong with it in the first."""
    refused = []
    for root in schemas:
        try:
            nodes = _nodes_at(root, word)
        except BadValueError as error:
            refused.append(error)
            continue
        if values:
            _refuse_object(root, word, nodes)
        return tuple(word.split("."))
    raise refused[0]


def _nodes_at(root: Mapping[str, Any], word: str) -> list[Mapping[str, Any]]:
    """Return what may stand at a path, as nodes of the schema."""
    nodes, before = _answers(root), ""
    if "oneOf" in root and word.startswith("advice."):
        rest = word.removeprefix("advice.")
        _nodes_at(root, rest)
        detail = f"a path in a line names members of its advice: {word[:80]!r} is {rest[:80]!r}"
        raise BadValueError("unknown-member", detail, f"write {rest[:80]}")
    for part in word.split("."):
        known = {name: node for above in nodes for name, node in _members(above, root)}
        items = [node["items"] for node in nodes if "items" in node]
        if part.isdecimal() and len(part) < 10 and items:
            inner = items
        elif part in known:
            inner = [known[part]]
        else:
            hint = did_you_mean(part, known, before) if known else "leave out the last part"
            detail = f"an answer of the kind {root['title']} has no {word[:80]!r}"
            raise BadValueError("unknown-member", detail, hint)
        nodes = [shape for node in inner for shape in _shapes(node, root)]
        before += f"{part}."
    return nodes


def _answers(root: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    """Return the nodes of an answer itself; of a line, those of its advice and what is beside."""
    if "oneOf" not in root:
        return [root]
    lines = [line["properties"] for line in root["oneOf"]]
    beside = {name: line[name] for line in lines for name in ABOUT_THE_LINE if name in line}
    return [{"properties": beside}, *(line["advice"] for line in lines if "advice" in line)]


def _refuse_object(root: Mapping[str, Any], word: str, nodes: list[Mapping[str, Any]]) -> None:
    """Raise BadValueError where nothing but objects, or lists of them, may stand at a path."""
    values = [shape for node in nodes for shape in _shapes(node.get("items", node), root)]
    if all("properties" in shape for shape in values if shape.get("type") != "null"):
        names = ", ".join(f"{word}.{name}" for name in dict(_members({"anyOf": values}, root)))
        raise BadValueError("not-a-value", f"{word} has several members", f"choose of {names}")


def _shapes(node: Mapping[str, Any], root: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    """Yield the alternatives of a schema node, with references resolved."""
    if "$ref" in node:
        yield from _shapes(root["$defs"][node["$ref"].rpartition("/")[2]], root)
    elif "anyOf" in node:
        for alternative in node["anyOf"]:
            yield from _shapes(alternative, root)
    else:
        yield node


def _members(node: Mapping[str, Any], root: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    """Yield the name and schema of each member of an object, or of the items of a list."""
    for shape in _shapes(node, root):
        if "items" in shape:
            yield from _members(shape["items"], root)
        yield from shape.get("properties", {}).items()


def values_at(data: Any, path: MemberPath) -> Iterator[Any]:
    """Yield the values at a path; a list without an index in the path yields those of all items."""
    if isinstance(data, list) and data:
        if path and path[0].isdecimal():
            yield from (
                value for item in data[int(path[0]) :][:1] for value in values_at(item, path[1:])
            )
        else:
            yield from (value for item in data for value in values_at(item, path))
    elif not path:
        yield data
    elif isinstance(data, dict) and path[0] in data:
        yield from values_at(data[path[0]], path[1:])


def selected(data: Any, paths: Sequence[MemberPath]) -> Any:
    """Return the members of JSON data at some paths, each at the place where it was.

    Items of a list that no path names are null before one that is named, and left out after the
    last. What is not published stays whole: nobody shall take the rest of it for a value.
    """
    if () in paths or not isinstance(data, dict | list) or _is_unknown(data):
        return data
    if isinstance(data, dict):
        inner = {name: [path[1:] for path in paths if path[0] == name] for name in data}
        return {name: selected(value, inner[name]) for name, value in data.items() if inner[name]}
    named = [_of_item(number, paths) for number in range(len(data))]
    count = max((number for number, within in enumerate(named, 1) if within), default=0)
    return [
        selected(item, within) if within else None
        for item, within in zip(data[:count], named, strict=False)
    ]


def _is_unknown(data: Any) -> bool:
    return isinstance(data, dict) and data.get("unknown") is True


def _of_item(number: int, paths: Sequence[MemberPath]) -> list[MemberPath]:
    """Return what some paths into a list name of its item with a number."""
    of_all = [path for path in paths if not path[0].isdecimal()]
    return of_all + [path[1:] for path in paths if path[0].isdecimal() and int(path[0]) == number]
