"""Make pmo_path/tables/font_widths.json: how wide the letters of a sans font are, from two fonts.

`python tools/widths.py REGULAR.ttf BOLD.ttf` writes it; needs fonttools. Liberation Sans, Arial and
Helvetica have the same widths, and one of them is on nearly every machine.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

TARGET = Path(__file__).resolve().parent.parent / "pmo_path" / "tables" / "font_widths.json"
# Basic Latin, Latin-1, Latin Extended-A, Greek, Cyrillic; dashes, quotes, dots, currency signs.
RANGES = ((0x20, 0x7E), (0xA1, 0xAC), (0xAE, 0x17F), (0x384, 0x3CE), (0x400, 0x45F))
SIGNS = "–—‘’‚“”„†‡•…‰‹›€₤№™−"

ABOUT = (
    "Widths of letters in thousandths of the font size, each with the letters that have it; made by"
    " tools/widths.py. Liberation Sans, Arial and Helvetica agree in these."
)


def letters() -> list[str]:
    """Return the letters of the table."""
    return [chr(code) for first, last in RANGES for code in range(first, last + 1)] + list(SIGNS)


def widths(path: str) -> dict[int, str]:
    """Return the letters of a font by their width."""
    from fontTools.ttLib import TTFont

    font: Any = TTFont(path)
    names, advances, unit = font.getBestCmap(), font["hmtx"], font["head"].unitsPerEm
    by_width: dict[int, str] = {}
    for letter in letters():
        if ord(letter) in names:
            size = round(advances[names[ord(letter)]][0] * 1000 / unit)
            by_width[size] = by_width.get(size, "") + letter
    return dict(sorted(by_width.items()))


def main() -> None:
    """Write the table."""
    regular, bold = sys.argv[1:]
    table = {"about": ABOUT, "regular": widths(regular), "bold": widths(bold)}
    TARGET.write_text(json.dumps(table, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
