"""A bad profile or catalogue gets words and the contract's exit code, and never half a result."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from faults import QUICK, errors, refused
from paths import CATALOGUES, SMALL
from program import call, run, small_catalogue

# --- profiles -------------------------------------------------------------------------

LAUGHS = "a: &a [x, x, x]\n" + "".join(
    f"{new}: &{new} [*{old}, *{old}, *{old}]\n"
    for old, new in zip("abcdefgh", "bcdefghi", strict=True)
)
DEEP = 3000

PROFILES = {
    "unknown key": (b"role: PMO analyst\nrolle: x\n", "unknown-key", 2),
    "text for a number": (b"years_in_pmo: many\n", "not-a-number", 1),
    "negative number": (b"years_in_pmo: -1\n", "not-a-number", 1),
    "half a number": (b"pmos_managed: 2.5\n", "not-a-number", 1),
    "range the wrong way": (b"years_in_pmo: 5-2\n", "not-a-number", 1),
    "truth for a number": (b'{"years_in_pmo": true}', "not-a-number", 1),
    "list for a text": (b"role: [PMO analyst]\n", "not-a-text", 1),
    "number for a text": (b'{"name": 7}', "not-a-text", 1),
    "mapping for a choice": (b"experience_level: {is: analyst}\n", "not-a-choice", 1),
    "mapping for a list": (b"holds: {certification: [x]}\n", "not-a-certification", 1),
    "impossible date": (b"needed_by: 2026-02-30\n", "bad-date", 1),
    "date in words": (b"needed_by: tomorrow\n", "bad-date", 1),
    "impossible award": (b"holds: [example-foundation@2026-13-01]\n", "bad-date", 1),
    "unknown level": (b"name: Sam\nexperience_level: analist\n", "unknown-value", 2),
    "unknown certification": (b"holds:\n  - example-fundation\n", "unknown-value", 2),
    "unknown country": (b"country: XX\n", "unknown-value", 1),
    "no currency": (b"budget: 1500\n", "bad-money", 1),
    "endless budget": (b"budget: Infinity GBP\n", "bad-money", 1),
    "empty text": (b"role: ''\n", "empty", 1),
    "empty": (b"", "empty", None),
    "blank": (b" \n\n", "empty", None),
    "comment only": (b"# nothing yet\n", "not-a-profile", None),
    "a list": (b"- role\n", "not-a-profile", 1),
    "a text": (b"PMO analyst\n", "not-a-profile", 1),
    "a JSON list": (b"[]", "not-a-profile", 1),
    "binary": (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "not-text", 3),
    "UTF-16": ("role: PMO analyst\n".encode("utf-16"), "not-utf-8", 1),
    "UTF-16 without a mark": ("role: PMO analyst\n".encode("utf-16-le"), "not-text", 1),
    "not UTF-8": (b"role: PMO analyst\nname: Zo\xeb\n", "not-utf-8", 2),
    "10 MB": (b"name: " + b"x" * 10_000_000, "too-large", None),
    "a long text": (b"name: " + b"x" * 30_000, "too-large", 1),
    "deep YAML": (b"holds: " + b"[" * DEEP + b"]" * DEEP, "too-deep", 1),
    "deep block YAML": (b"".join(b" " * depth + b"a:\n" for depth in range(300)), "too-deep", 41),
    "deepest JSON": (b'{"holds": ' + b"[" * 1_900_000 + b"]" * 1_900_000 + b"}", "too-deep", 1),
    "deep JSON": (b'{"holds": ' + b"[" * DEEP + b"]" * DEEP + b"}", "too-deep", 1),
    "aliases": (LAUGHS.encode(), "alias", 1),
    "merge key": (b"a: &a {role: x}\n<<: *a\n", "alias", 1),
    "duplicate key": (b"role: a\nrole: b\n", "duplicate-key", 2),
    "duplicate JSON key": (b'{"role": "a",\n "role": "b"}', "duplicate-key", 2),
    "two documents": (b"role: a\n---\nrole: b\n", "syntax", 2),
    "tab": (b"holds:\n\t- pmp\n", "syntax", 2),
    "broken JSON": (b'{"role": "PMO analyst",\n "name" "Sam"}', "syntax", 2),
    "NaN": (b'{"years_in_pmo": NaN}', "not-a-number", 1),
    "Infinity": (b'{"years_in_pmo": Infinity}', "not-a-number", 1),
    "1e999": (b'{"years_in_pmo": 1e999}', "not-a-number", 1),
    "NaN in YAML": (b"years_in_pmo: .nan\n", "not-a-number", 1),
    "long number": (b'{"years_in_pmo": ' + b"9" * 5000 + b"}", "not-a-number", 1),
    "lone surrogate": (b'{"name": "\\ud800"}', "not-utf-8", 1),
    "tag": (b"name: !!python/object/apply:os.system [id]\n", "tag", 1),
}


# What may hurt the process itself, and one of the others.
IN_A_PROCESS = ("deep", "10 MB", "aliases", "binary")


@pytest.mark.parametrize("name", PROFILES)
def test_a_bad_profile_is_refused_with_its_place(name: str) -> None:
    content, code, line = PROFILES[name]
    way = run if name.startswith(IN_A_PROCESS) else call
    first = errors(way("advise", "-", "--json", "--strict", *QUICK, stdin=content))[0]
    assert first["code"] == code
    if line is not None:
        assert first["line"] == line
        assert first["column"]


@pytest.mark.parametrize(
    ("content", "hint"),
    [
        (b"experience_level: analist\n", "analyst"),
        (b"holds: [example-fundation]\n", "example-foundation"),
        (b"pmo_type: coe\n", "pmo_types"),
        (b"needed_by: soon\n", "YYYY-MM-DD"),
        (b"holds: [example-foundation@2023-13]\n", "check year, month and day"),
        (
            b"holds: [{certification: example-foundation, awarded_on: 23}]\n",
            "YYYY-MM or YYYY-MM-DD",
        ),
        (b"holds: [example-foundation@2023-5]\n", "YYYY-MM-DD"),
    ],
)
def test_a_bad_value_gets_a_hint(content: bytes, hint: str) -> None:
    assert hint in str(
        errors(call("advise", "-", "--json", "--strict", *QUICK, stdin=content))[0]["hint"]
    )


def test_every_fault_of_a_profile_is_told_at_once() -> None:
    content = b"rolle: x\nyears_in_pmo: many\nneeded_by: soon\n"
    done = call("advise", "-", *QUICK, stdin=content)
    refused(done)
    assert [
        code for code in ("unknown-key", "not-a-number", "bad-date") if f"[{code}]" not in done.err
    ] == []


@pytest.mark.parametrize(
    "path", ["nowhere.yaml", ".", "nowhere/else.yaml", "x" * 5000, "sam.yaml/more"]
)
def test_a_profile_that_cannot_be_opened(path: str, tmp_path: Path) -> None:
    (tmp_path / "sam.yaml").write_text("role: PMO analyst\n", encoding="utf-8")
    assert errors(run("advise", path, "--json", *QUICK, cwd=tmp_path))[0]["code"] == "cannot-read"


@pytest.mark.parametrize(
    "content", ["role: PMO analyst\n", '{"role": "PMO analyst"}', "{role: PMO analyst}"]
)
@pytest.mark.parametrize("encode", ["utf-8", "utf-8-sig"])
def test_an_odd_but_right_profile_is_read(content: str, encode: str) -> None:
    content = content.replace("\n", "\r\n")
    done = call("advise", "-", "--json", *QUICK, stdin=content.encode(encode))
    assert (done.code, done.err) == (0, "")
    assert json.loads(done.out)["profile"] == {"role": "PMO analyst"}


# --- catalogues -----------------------------------------------------------------------


@pytest.mark.parametrize("command", [("advise",), ("advise", "--json")], ids=" ".join)
def test_advice_is_not_given_from_a_broken_catalogue(
    command: tuple[str, ...], tmp_path: Path
) -> None:
    target = small_catalogue(tmp_path / "catalogue", CATALOGUES / "broken")
    done = call(*command, "--catalogue", str(target))
    refused(done)
    if "--json" in command:
        assert len(json.loads(done.err)["errors"]) == 5


@pytest.mark.parametrize("kind", ["nowhere", "file", "empty"])
def test_a_catalogue_that_is_none(kind: str, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("role: PMO analyst\n", encoding="utf-8")
    (tmp_path / "empty").mkdir()
    refused(call("advise", "--catalogue", str(tmp_path / kind)))


def test_a_catalogue_of_empty_files(tmp_path: Path) -> None:
    for file in SMALL.iterdir():
        (tmp_path / file.name).touch()
    refused(call("advise", "--catalogue", str(tmp_path)))


def test_a_catalogue_with_binary_in_it(tmp_path: Path) -> None:
    target = small_catalogue(tmp_path / "catalogue")
    (target / "rules.yaml").write_bytes(b"rules:\0\xff")
    refused(call("advise", "--catalogue", str(target)))
