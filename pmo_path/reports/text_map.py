"""The map as plain text: a grid if it fits the width, else a list."""

from __future__ import annotations

from collections.abc import Iterator

from pmo_path.contract.map import MapView
from pmo_path.core.wrapping import bullet, cell_lines, padded, wrap
from pmo_path.messages.catalog import say
from pmo_path.messages.grammar import join
from pmo_path.messages.phrases import entry_label, map_title, route_words, row_label

GRID_WIDTH = 80
NARROWEST = 12
LEFT = 13


def render(view: MapView, width: int = 80) -> str:
    """Return the map as lines of at most `width` columns."""
    lines = wrap(map_title(view), width)
    column = (width - LEFT - 1) // max(1, len(view.bodies)) - 1
    grid = width >= GRID_WIDTH and column >= NARROWEST and view.bodies
    lines += ["", *(_grid(view, column) if grid else _list(view, width))]
    if view.unplaced:
        lines += [
            "",
            *wrap(
                say("map-unplaced", names=join(entry_label(entry) for entry in view.unplaced)),
                width,
            ),
        ]
    if view.routes:
        lines += ["", *wrap(route_words(view), width)]
    return "\n".join(lines) + "\n"


def _grid(view: MapView, column: int) -> Iterator[str]:
    line = "+" + "+".join("-" * size for size in (LEFT - 1, *[column] * len(view.bodies))) + "+"
    yield line
    yield from _row([say("map-level"), *view.bodies], column)
    for row in view.rows:
        yield line
        yield from _row(
            [row_label(row), *("\n".join(map(entry_label, cell)) for cell in row.cells)], column
        )
    yield line


def _row(cells: list[str], column: int) -> Iterator[str]:
    sizes = [LEFT - 1, *[column] * (len(cells) - 1)]
    blocks = [_wrapped(cell, size) for cell, size in zip(cells, sizes, strict=True)]
    for number in range(max(map(len, blocks))):
        parts = [
            padded(block[number] if number < len(block) else "", size)
            for block, size in zip(blocks, sizes, strict=True)
        ]
        yield "|" + "|".join(parts) + "|"


def _wrapped(cell: str, size: int) -> list[str]:
    lines: list[str] = []
    for part in cell.split("\n"):
        lines += cell_lines(part, size, rest=" " if len(lines) or "\n" in cell else "")
    return lines or [""]


def _list(view: MapView, width: int) -> Iterator[str]:
    for row in view.rows:
        yield from wrap(row_label(row), width)
        empty = True
        for body, cell in zip(view.bodies, row.cells, strict=True):
            for entry in cell:
                empty = False
                yield from bullet(f"{body}: {entry_label(entry)}", width)
        if empty:
            yield from bullet(say("map-empty"), width)
