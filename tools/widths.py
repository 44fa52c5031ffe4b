"""Make pmo_path/reports/svg/font_widths.py: how wide the letters of a sans font are, read from two font files.

`python tools/widths.py REGULAR.ttf BOLD.ttf` writes it; needs fonttools. Liberation Sans, Arial and
Helvetica have the same widths, and one of them is on nearly every machine.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

TARGET = Path(__file__).resolve().parent.parent / "pmo_path" / "reports" / "svg" / "font_widths.py"
# Basic Latin, Latin-1, Latin Extended-A, Greek, Cyrillic; then dashes, quotes, dots and signs of money.
RANGES = ((0x20, 0x7E), (0xA1, 0xAC), (0xAE, 0x17F), (0x384, 0x3CE), (0x400, 0x45F))
SIGNS = "–—‘’‚“”„†‡•…‰‹›€₤№™−"

HEAD = '''"""How wide letters are, in thousandths of the font size; made by `python tools/widths.py`.

Liberation Sans, Arial and Helvetica agree in these. Each width with the letters that have it.
"""

from __future__ import annotations

'''


def letters() -> list[str]:
    """Return the letters of the table."""
    return [chr(code) for first, last in RANGES for code in range(first, last + 1)] + list(SIGNS)


def widths(path: str) -> dict[int, str]:
    """Return the letters of a font by their width."""
    from fontTools.ttLib import TTFont

    font: Any = TTFont(path)
    names, advances, unit = font.getBestCmap(), font["hmtx"], font["head"].unitsPerEm
    found: dict[int, str] = {}
    for letter in letters():
        if ord(letter) in names:
            size = round(advances[names[ord(letter)]][0] * 1000 / unit)
            found[size] = found.get(size, "") + letter
    return dict(sorted(found.items()))


def table(name: str, path: str) -> str:
    """Return the source of one table, in lines of at most 120 columns."""
    lines = [f"{name}: dict[int, str] = {{"]
    for size, found in widths(path).items():
        parts = [found[start : start + 80] for start in range(0, len(found), 80)]
        if len(parts) == 1:
            lines.append(f"    {size}: {quoted(parts[0])},")
        else:
            lines += [f"    {size}: (", *(f"        {quoted(part)}" for part in parts), "    ),"]
    return "\n".join([*lines, "}"]) + "\n"


def quoted(text: str) -> str:
    """Return text as a literal in double quotes."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def main() -> None:
    """Write the module."""
    regular, bold = sys.argv[1:]
    TARGET.write_text(f"{HEAD}{table('REGULAR', regular)}\n{table('BOLD', bold)}", encoding="utf-8")


if __name__ == "__main__":
    main()
