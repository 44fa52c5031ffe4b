"""How much of a page of paper blocks take, estimated before any format sets them."""

from __future__ import annotations

from collections.abc import Iterable
from math import ceil

from pmo_path.reports.blocks import Block, Fields, Heading, Items, Line, Paragraph, Table

LETTERS = 112  # of a line across the page
NAME = 18  # letters that the names of fields take from it
_TONES = {"answer": 2.2, "careful": 1.2}  # lines that a line of this tone takes
_HEADING = {1: 2.5, 2: 2.2, 3: 1.6}


def lines_taken(blocks: Iterable[Block]) -> float:
    """Return how many lines of plain text are as high as the blocks; a picture is none."""
    return sum(map(_height, blocks))


def _height(block: Block) -> float:
    match block:
        case Heading():
            return _HEADING[block.level]
        case Paragraph():
            tall = _TONES.get(block.tone, 1.0)
            return 0.4 + sum(_lines(line, ceil(LETTERS / tall)) * tall for line in block.lines)
        case Items():
            lines = (line for item in block.items for line in (item.line, *item.under))
            return 0.4 + sum(1.1 * _lines(line, LETTERS) for line in lines)
        case Fields():
            return 0.5 + sum(_lines(line, LETTERS - NAME) for line in block.lines)
        case Table():
            width = LETTERS * 7 // 8 // max(1, len(block.heads) - 1)
            rows = (max(_lines(cell, width) for cell in row[1:]) for row in block.rows)
            return 2.5 + sum(0.4 + 0.9 * high for high in rows)
        case _:
            return 0.0


def _lines(line: Line, letters: int) -> int:
    return max(1, ceil(len(f"{line.lead}{line.text}{line.address or ''}") / letters))
