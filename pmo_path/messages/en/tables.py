"""What is told of a table of people as a whole."""

from __future__ import annotations

TABLES = {
    "columns-left": (
        "{file}: left alone, as they name no fact: {names}. `--strict` refuses such columns."
    ),
    "rows-above": "{file}: the header is row {row}; what stands above it is passed over.",
    "sheets-left": (
        "{file}: sheet “{sheet}” is read, others are not: {names}. `--sheet NAME` reads another."
    ),
    "read-as-western": (
        "{file}: this is not UTF-8; it is read as Windows-1252. Look whether names are right."
    ),
}
