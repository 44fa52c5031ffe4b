"""Make docs/json.md from the schemas: what every member and every code of the JSON means.

`python tools/json_page.py` writes it; a test holds that it is fresh.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from pmo_path.contract.described.codes import VALUES
from pmo_path.contract.described.error_codes import CATALOGUE_CODES, ERROR_CODES
from pmo_path.contract.described.forms import FACT_KEYS
from pmo_path.contract.described.imports import IMPORT_NOTES
from pmo_path.contract.described.reasons import CAUTIONS, REASONS
from pmo_path.contract.json_schema import KINDS, PROFILES, schema
from pmo_path.profile.meanings import LEVEL_SAYS

TARGET = Path(__file__).resolve().parent.parent / "docs" / "json.md"
HEAD = """# The JSON, member by member

Made from the schemas by `tools/json_page.py`; `pmo-path catalogue schema KIND` prints them. How
scripts use the commands: [for scripts](scripts.md).

A value that nobody publishes is an object with `unknown: true` and whom to `ask`; null says that
there is none, or that it was not said. What is missing from a sum is a list, `lacking`; of the
`totals` of a route, `unknown` is a list too, of the same in words.
"""
CODES = (
    ("Verdicts", VALUES["verdict"], "`verdict` says what a certification is to the person."),
    (
        "Eligibility",
        VALUES["eligibility"],
        "`eligibility` says whether entry requirements are met.",
    ),
    ("Status", VALUES["status"], "`status` says whether a certification is on offer on the day."),
    (
        "Grounds",
        VALUES["ground"],
        "`ground` says why a step is open, or that it is not known to be.",
    ),
    ("Career levels", LEVEL_SAYS, "The `id` of a career level, wherever a level stands."),
    ("Keys of facts", FACT_KEYS, "`fact`, and the items of `facts`: the key that a profile has."),
)
OPEN_CODES = (
    (
        "Codes of reasons",
        REASONS,
        "`rule` of a reason is one of these, or the id of a rule of the catalogue.",
    ),
    (
        "Codes of notes on an import",
        IMPORT_NOTES,
        "`code` of a note that `pmo-path profile` makes is one of these.",
    ),
    (
        "Codes of cautions",
        CAUTIONS,
        "`rule` of a caution is one of these, or the id of a rule of the catalogue. What does harm "
        "if it is neglected comes first.",
    ),
    (
        "Codes of errors",
        ERROR_CODES,
        "`code` of an error and of each of its `errors` is one of these. The codes are stable; new "
        "ones may come.",
    ),
    (
        "Codes of problems of a catalogue",
        CATALOGUE_CODES,
        "`code` of a problem that `pmo-path catalogue check` finds is one of these, or of those "
        "above.",
    ),
)
PROFILE_HEAD = (
    "What is read: in a file, a line of a batch or a row of a table. `profile` is what `--strict` "
    "reads, with the certifications of the catalogue; `profile-lenient` what is read without it, "
    "where unknown words are kept. Words stand here as the program prints them; it reads other "
    "spellings and names of them too. Two things no schema can say, and they are refused: a range "
    "that ends before it begins, and two prices of one certification."
)


def page() -> str:
    """Return the page: codes first, then the members of each kind and part."""
    lines = [HEAD]
    for title, codes, text in CODES:
        lines += _section(title, text, ("code", "meaning"), _code_rows(codes))
    for title, codes, text in OPEN_CODES:
        lines += _section(title, text, ("code", "meaning"), _code_rows(codes))
    lines += _section("profile", PROFILE_HEAD, _COLUMNS, _member_rows(schema("profile")))
    shown: set[str] = set()
    for kind in KINDS:
        root = schema(kind)
        if kind in PROFILES or "oneOf" in root:
            continue
        text = f"What `pmo-path catalogue schema {kind}` describes."
        lines += _section(kind, text, _COLUMNS, _member_rows(root))
        for name, part in root.get("$defs", {}).items():
            if name not in shown and "properties" in part:
                shown.add(name)
                lines += _section(name, f"A part of `{kind}`.", _COLUMNS, _member_rows(part), 3)
    return "\n".join(lines)


_COLUMNS = ("member", "form", "meaning", "example")


def _section(
    title: str, text: str, head: tuple[str, ...], rows: Iterable[tuple[str, ...]], depth: int = 2
) -> list[str]:
    """Return a heading, a sentence, and a table."""
    table = [_row(head), _row("---" for _ in head), *map(_row, rows)]
    return [f"{'#' * depth} {title}\n", f"{text}\n", *table, ""]


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in cells)} |"


def _code_rows(codes: Mapping[str, str]) -> list[tuple[str, str]]:
    return [(f"`{code}`", meaning) for code, meaning in sorted(codes.items())]


def _member_rows(part: Mapping[str, Any]) -> Iterator[tuple[str, ...]]:
    for name, shape in part["properties"].items():
        examples = [json.dumps(value, ensure_ascii=False) for value in shape.get("examples", ())]
        meaning = " ".join(dict.fromkeys([shape["description"], *_listed(shape)]))
        yield f"`{name}`", _form(shape), meaning, ", ".join(f"`{value}`" for value in examples)


def _form(shape: Mapping[str, Any]) -> str:
    """Return the form of a value in words: its type, or the part that it is."""
    if "$ref" in shape:
        return str(shape["$ref"]).rpartition("/")[2]
    if "anyOf" in shape:
        return " or ".join(dict.fromkeys(_form(one) for one in shape["anyOf"]))
    if shape.get("type") == "array":
        return f"list of {_form(shape['items'])}"
    if "const" in shape:
        return f"`{json.dumps(shape['const'])}`"
    told = shape.get("type", "any value")
    return " or ".join(told) if isinstance(told, list) else str(told)


def _listed(shape: Any) -> Iterator[str]:
    """Yield the values that a member may have, with what they mean, but those explained above."""
    if not isinstance(shape, Mapping):
        return
    explained = [sorted(codes) for _, codes, _ in CODES]
    values = shape.get("enum", ())
    if values and sorted(values) not in explained and "enumDescriptions" in shape:
        meanings = zip(values, shape["enumDescriptions"], strict=True)
        yield "; ".join(f"`{value}`: {meaning}" for value, meaning in meanings) + "."
    for inner in (shape.get("items"), *shape.get("anyOf", ())):
        yield from _listed(inner)


def main() -> None:
    """Write the page."""
    TARGET.write_text(page(), encoding="utf-8")


if __name__ == "__main__":
    main()
