"""Make hostile input from a source of chance: bytes, facts, lines, and mutations of good files."""

from __future__ import annotations

import json
from random import Random
from typing import Any

from pmo_path.profile.fact_row import Row
from pmo_path.profile.facts import FACTS

# What parsers, dates, numbers, terminals and file formats have stumbled over, here or elsewhere.
TOKENS = (
    *("\0", "\x1b[2J", "\r", "\t", "\u2028", "\x85", "\ufeff", "\u202e", "\U0001f600", "é", "王"),
    *("NaN", "-Infinity", "1e999", "1e-308", "-0", "-1", "0", "1.10", "0x10", "9" * 30, "9" * 1200),
    *("2-4", "5-1", "0-0", "1e3-2", "2 to 3", "999999999", "1,000", "1500 GBP", "GBP 1", "1 XXX"),
    *("0001-01-01", "9999-12-31", "2026-02-30", "2026-13-01", "2024-02-29", "@0001-01-01", "@"),
    *("none", "null", "~", "true", "no", "NO", "", " ", "unknown", "?", "b", "q", "so far", "why"),
    *("&a", "*a", "!!python/object/apply:os.getcwd []", "!x", "---", "...", "<<: *a", "? [a]", "|"),
    *(
        "{",
        "}",
        "[",
        "]",
        '"',
        "'",
        ",",
        ";",
        ":",
        ": ",
        "- ",
        "#",
        "\\",
        "\\ud800",
        "\\u0000",
        "=",
    ),
    *("[bold]x[/]", "<script>", "%s", "{0}", "$(x)", "`x`", "../../x", "-", "--", "=1+1", "@x"),
    *("x" * 300, "x" * 25_000, "[" * 50, "[" * 2000, '{"a":' * 60, "a: " * 30, "PMO " * 200),
    *("PMO analyst", "head of PMO", "PMP", "P3O Foundation", "CAPM", "project-management:x", "en"),
)
KEYS = (*(row.key for row in FACTS), "unmatched", "certification", "awarded_on", "kind", "wizardry")

# Values that are read, most of them near an edge.
_GOOD: dict[str, tuple[Any, ...]] = {
    "id": ("ann-1", 7, "王", -(2**53), 2**60),
    "text": ("PMO analyst", "head of PMO", "wizard", "王", "x" * 19_000),
    "number": (0, 1, "2-4", 8, 2.5, 1e-7, "0-80"),
    "money": ("1500 GBP", "0 EUR", "999999999.99 USD"),
    "prices": ({"p3o-foundation": "1000-1200 GBP"}, ["PMP=0 EUR"], {"wizardry": "1 GBP"}),
    "date": ("0001-01-01", "9999-12-31", "2026-11-22", "2024-02-29"),
    "holds": ("none", ["PMP@0001-01-01"], ["p3o-practitioner@9999-12-31", "CAPM"], ["IPMO-P"]),
    "others": (["x"], ["project-management:y@2020-02-29"], "none"),
    "codes": (["en"], ["nl", "de"]),
    "code": ("GB", "NL", "US"),
}


def some_bytes(chance: Random) -> bytes:
    """Return a few tokens or any bytes."""
    if chance.random() < 0.3:
        return chance.randbytes(chance.randrange(60))
    return "".join(chance.choices(TOKENS, k=chance.randrange(1, 4))).encode()


def mutated(chance: Random, good: bytes) -> bytes:
    """Return good input with some faults."""
    text = bytearray(good)
    for _ in range(chance.choice((1, 1, 1, 2, 8))):
        start = chance.randrange(len(text) + 1)
        end = min(len(text), start + chance.choice((0, 1, 2, 10, 100)))
        match chance.randrange(6):
            case 0:
                text[start:end] = some_bytes(chance)
            case 1:
                del text[start:end]
            case 2:
                text[start:start] = bytes(text[start:end]) * chance.choice((1, 2, 50))
            case 3:
                text[start:end] = chance.randbytes(end - start)
            case 4:
                lines = text.split(b"\n")
                chance.shuffle(lines)
                text = bytearray(b"\n".join(lines))
            case _:
                del text[start:]
    return bytes(text)


def value(chance: Random, depth: int = 0) -> Any:
    """Return plain data of any shape."""
    kind = chance.randrange(9 if depth < 3 else 6)
    if kind < 3:
        return chance.choice(TOKENS)
    if kind == 3:
        return chance.choice((None, True, False, float("nan"), float("inf"), -1, 10**400, 1e-308))
    if kind == 4:
        return chance.choice((0, 1, 2, 8, 30, 80, 2.5, 1e-7, -(10**400), 168, 10**6))
    if kind == 5:
        return _fitting(chance)
    if kind == 6:
        return {chance.choice(KEYS): value(chance, depth + 1) for _ in range(chance.randrange(4))}
    return [value(chance, depth + 1) for _ in range(chance.randrange(4))]


def _fitting(chance: Random) -> Any:
    """Return a value that some fact takes."""
    values = chance.choice(FACTS).values
    return chance.choice(values) if values else chance.choice(TOKENS)


def facts(chance: Random) -> dict[str, Any]:
    """Return facts of a person, some of which fit."""
    chosen = chance.sample(FACTS, chance.randrange(1, 7))
    found: dict[str, Any] = {}
    for row in chosen:
        odd = chance.random() < 0.15
        found[row.key] = value(chance) if odd else chance.choice(row.values or _GOOD[row.kind])
    if chance.random() < 0.05:
        found[chance.choice(KEYS)] = value(chance)
    return found


def json_bytes(chance: Random, data: Any) -> bytes:
    """Return data as JSON text, at times with escapes, indented, or spoilt."""
    text = json.dumps(data, ensure_ascii=chance.random() < 0.5, indent=chance.choice((None, 1)))
    raw = text.encode("utf-8", "surrogatepass")
    return mutated(chance, raw) if chance.random() < 0.2 else raw


def cells(chance: Random) -> bytes:
    """Return a table as CSV."""
    columns = chance.sample(FACTS, chance.randrange(1, 5))
    rows = [[row.key for row in columns]]
    rows += [[_cell(chance, row) for row in columns] for _ in range(chance.randrange(1, 5))]
    raw = chance.choice((b"\n", b"\r\n", b"\r")).join(
        ",".join(row).encode("utf-8", "surrogatepass") for row in rows
    )
    return mutated(chance, raw) if chance.random() < 0.3 else raw


def _cell(chance: Random, row: Row) -> str:
    text = str(chance.choice(TOKENS if chance.random() < 0.15 else row.values or _GOOD[row.kind]))
    return '"' + text.replace('"', '""') + '"' if chance.random() < 0.5 else text


def replies(chance: Random) -> bytes:
    """Return lines as they are typed in an interview."""
    lines = [
        chance.choice(("", "", "1", "2", "1,2", "3", "b", "?", "s", "PMO analyst"))
        if chance.random() < 0.95
        else str(chance.choice((*TOKENS, _fitting(chance))))
        for _ in range(chance.randrange(1, 25))
    ]
    raw = "\n".join(lines).encode("utf-8", "surrogatepass")
    return mutated(chance, raw) if chance.random() < 0.2 else raw
