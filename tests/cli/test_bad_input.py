"""Whatever comes in, a person gets words and the contract's exit code, and never half a result."""

from __future__ import annotations

import io
import json
import os
import random
import shlex
import subprocess
import sys
import unicodedata
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from paths import CATALOGUES, SMALL
from program import PROGRAM, Result, call, environment, run, small_catalogue, valid

from pmo_path.core.documents import Document
from pmo_path.core.errors import PmoPathError, Problem
from pmo_path.profile.readers.csv import csv_records
from pmo_path.profile.readers.jsonl import InputRecord, jsonl_records

QUICK = ("--catalogue", str(SMALL), "--as-of", "2026-11-21")


def refused(done: Result, code: int = 3) -> None:
    """The run ended as the contract says, with words on standard error and nothing on standard output."""
    assert "Traceback" not in done.err
    assert (done.code, done.out) == (code, "")
    assert done.err.strip()


def errors(done: Result) -> list[dict[str, object]]:
    refused(done)
    told = json.loads(done.err)
    assert told["exit_code"] == 3
    found: list[dict[str, object]] = told["errors"]
    return found


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


# --- many profiles --------------------------------------------------------------------

GOOD = b'{"name": "Ann"}'
LINES = {
    "not JSON": (b"role: PMO analyst", "syntax"),
    "YAML in braces": (b"{role: PMO analyst}", "syntax"),
    "half": (b'{"role": "PMO', "syntax"),
    "two": (b'{"name": "a"} {"name": "b"}', "syntax"),
    "a list": (b"[]", "not-a-profile"),
    "a number": (b"7", "not-a-profile"),
    "unknown key": (b'{"rolle": "x"}', "unknown-key"),
    "not UTF-8": (b'{"name": "Zo\xeb"}', "not-utf-8"),
    "UTF-16": ('{"name": "Ann"}'.encode("utf-16"), "not-utf-8"),
    "NUL": (b'{"name": "A\0"}', "not-text"),
    "lone surrogate": (b'{"name": "\\ud800"}', "not-utf-8"),
    "surrogates as bytes": (b'{"name": "\xed\xa0\x80"}', "not-utf-8"),
    "a key of a lone surrogate": (b'{"\\udc00": 1}', "not-utf-8"),
    "duplicate key": (b'{"name": "a", "name": "b"}', "duplicate-key"),
    "NaN": (b'{"years_in_pmo": NaN}', "not-a-number"),
    "1e999": (b'{"years_in_pmo": 1e999}', "not-a-number"),
    "-1e999": (b'{"years_in_pmo": -1e999}', "not-a-number"),
    "long number": (b'{"years_in_pmo": ' + b"9" * 5000 + b"}", "not-a-number"),
    "10,000 levels": (b'{"holds": ' + b"[" * 10_000 + b"]" * 10_000 + b"}", "too-deep"),
    "10,000 open levels": (b'{"a":' * 10_000, "too-deep"),
    "5 MB": (b'{"name": "' + b"x" * 5_000_000 + b'"}', "too-large"),
}
ROWS = {
    "too many cells": (b"Ann,x,y", "ragged"),
    "too few cells": (b"Ann", "ragged"),
    "open quote": (b'"Ann,x', "syntax"),
    "text after a quote": (b'"Ann"x,"y"', "syntax"),
    "not UTF-8": (b"Zo\xeb,x", "not-utf-8"),
    "NUL": (b"A\0,x", "not-text"),
    "unknown level": (b"Ann,wizard", "unknown-value"),
    "a long cell": (b"A" * 200_000 + b",x", "too-large"),
    "a long quoted cell": (b'"' + b"A" * 30_000 + b'",x', "too-large"),
    "a carriage return": (b"Ann,x\rBob,y", "syntax"),
    "5 MB": (b"x" * 5_000_000 + b",y", "too-large"),
}


def batch(raw: bytes, form: str) -> list[dict[str, Any]]:
    """Return the lines of a batch, each whole and of the contract's shape."""
    done = call("batch", "-", "--from", form, *QUICK, stdin=raw)
    assert "Traceback" not in done.err
    told = [valid("batch-line", json.loads(line)) for line in done.out.split("\n")[:-1]]
    assert done.code == (0 if all(one["ok"] for one in told) else 1)
    return told


@pytest.mark.parametrize(
    ("mark", "end"), [(b"", b"\n"), (b"\xef\xbb\xbf", b"\r\n")], ids=["plain", "as Windows"]
)
@pytest.mark.parametrize("name", LINES)
def test_a_bad_line_is_a_located_problem_and_costs_no_good_one(
    name: str, mark: bytes, end: bytes
) -> None:
    content, code = LINES[name]
    told = batch(mark + end.join((GOOD, content, GOOD, b"")), "jsonl")
    assert [(one["line"], one["ok"]) for one in told] == [(1, True), (2, False), (3, True)]
    errors = told[1]["problem"]["errors"]
    assert {(one["line"], one["code"], one["file"]) for one in errors} == {
        (2, code, "standard input")
    }
    assert all(one["column"] for one in errors)


@pytest.mark.parametrize(
    ("mark", "end"), [(b"", b"\n"), (b"\xef\xbb\xbf", b"\r\n")], ids=["plain", "as Windows"]
)
@pytest.mark.parametrize("name", ROWS)
def test_a_bad_row_is_a_located_problem_and_costs_no_good_one(
    name: str, mark: bytes, end: bytes
) -> None:
    content, code = ROWS[name]
    told = batch(
        mark + end.join((b"name,experience_level", b"Ann,", content, b"Bob,entry", b"")), "csv"
    )
    assert [(one["line"], one["ok"]) for one in told] == [(2, True), (3, False), (4, True)]
    errors = told[1]["problem"]["errors"]
    assert {(one["line"], one["code"], one["file"]) for one in errors} == {
        (3, code, "standard input")
    }
    assert all(one["column"] for one in errors)


MARKS = b'{" " : , { } [ ] NaN 1e999 \\ud800 \\ \xff \xef\xbb\xbf \0 \r name role holds none ; \xe2\x80\xa8 \x85 = \''
SCRAPS = st.sampled_from([*MARKS.split(b" "), b" "])
JUNK = (st.binary(max_size=40) | st.lists(SCRAPS, max_size=12).map(b"".join)).map(
    lambda raw: raw.replace(b"\n", b"")
)


def located(records: Iterable[InputRecord]) -> dict[int, Document]:
    """Return what could be read, by line; whatever could not has its place."""
    good, numbers = {}, []
    for record in records:
        numbers.append(record.line)
        if isinstance(record.content, Document):
            good[record.line] = record.content
            continue
        error = record.located(record.content)
        assert error.code == error.problems[0].code
        assert all(
            one.line and one.line >= record.line and one.column and one.file
            for one in error.problems
        )
    assert numbers == sorted(set(numbers))
    return good


@settings(max_examples=300)
@given(st.lists(JUNK, max_size=5), st.lists(JUNK, max_size=5))
def test_no_bytes_cost_a_good_line_of_json(before: list[bytes], after: list[bytes]) -> None:
    raw = b"\n".join([*before, GOOD, *after, GOOD])
    good = located(jsonl_records(io.BytesIO(raw).readline, "team.jsonl"))
    assert good[len(before) + 1].data == good[len(before) + len(after) + 2].data == {"name": "Ann"}


@settings(max_examples=300)
@given(st.lists(JUNK, max_size=5), st.lists(JUNK, max_size=5))
def test_no_bytes_cost_a_good_row_of_csv(before: list[bytes], after: list[bytes]) -> None:
    """But within an open quote a row may be the middle of a cell."""
    rows = [b"name,role", *before, b"Ann,x", *after, b"Ann,x"]
    found = located(csv_records(io.BytesIO(b"\n".join(rows)).readline, "team.csv"))
    if b'"' not in b"".join(rows):
        assert (
            found[len(before) + 2].data
            == found[len(before) + len(after) + 3].data
            == {"name": "Ann", "role": "x"}
        )


@settings(max_examples=100)
@given(st.binary(max_size=80))
def test_any_bytes_are_a_header_or_a_located_problem(raw: bytes) -> None:
    problems: tuple[Problem, ...] = ()
    try:
        located(csv_records(io.BytesIO(raw).readline, "team.csv"))
    except PmoPathError as error:
        problems = error.problems
    assert all(one.line and one.column for one in problems)


@settings(max_examples=60)
@given(st.lists(JUNK, max_size=4))
def test_whatever_bytes_come_in_whole_lines_go_out(lines: list[bytes]) -> None:
    told = batch(b"\n".join([*lines, GOOD]), "jsonl")
    assert (told[-1]["line"], told[-1]["ok"]) == (len(lines) + 1, True)


@pytest.mark.parametrize("form", ["jsonl", "csv"])
def test_a_heap_of_noise_ends_cleanly(form: str) -> None:
    noise = random.Random(7).randbytes(60_000)
    good = GOOD if form == "jsonl" else b"Ann"
    done = run("batch", "-", "--from", form, *QUICK, stdin=b"name\n" + noise + b"\n" + good + b"\n")
    assert "Traceback" not in done.err
    assert done.code == 1
    lines = [json.loads(line) for line in done.out.split("\n")[:-1]]
    assert lines[-1]["ok"]
    assert len(lines) > 100


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


# --- places to write ------------------------------------------------------------------

WRITERS = (
    ("advise", *QUICK),
    ("advise", "--json", *QUICK),
    ("batch", "-", *QUICK),
    ("batch", "-", "--format", "csv", *QUICK),
    ("catalogue", "check", str(SMALL)),
    ("catalogue", "schema", "advice"),
    ("--version",),
    ("--help",),
    ("advise", "--help"),
    (),
)
NAMES = [
    "advise",
    "advise --json",
    "batch",
    "batch to CSV",
    "catalogue check",
    "catalogue schema",
    "--version",
    "--help",
    "advise --help",
    "no arguments",
]


@pytest.mark.parametrize("args", WRITERS, ids=NAMES)
def test_the_reader_of_the_pipe_went_away(args: tuple[str, ...]) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    try:
        done = run(*args, stdin=GOOD, stdout=writing)
    finally:
        os.close(writing)
    assert done.err == ""
    assert done.code == 141


@pytest.mark.skipif(os.name != "posix", reason="needs POSIX pipes")
@pytest.mark.parametrize("unbuffered", ["", "1"])
def test_the_reader_of_an_error_went_away(unbuffered: str) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    command = [*PROGRAM, "advise", "--as-of", "soon"]
    env = environment(PYTHONUNBUFFERED=unbuffered)
    try:
        done = subprocess.run(
            command, env=env, stdout=subprocess.PIPE, stderr=writing, check=False, timeout=60
        )
    finally:
        os.close(writing)
    assert (done.returncode, done.stdout) == (141, b"")


def test_head_takes_what_it_wants() -> None:
    line = f"set -o pipefail; {shlex.join([*PROGRAM, 'catalogue', 'schema', 'advice'])} | head -c 1"
    done = subprocess.run(
        ["bash", "-c", line], capture_output=True, env=environment(), check=False, timeout=60
    )
    assert done.stdout == b"{"
    assert done.stderr == b""
    assert done.returncode in (0, 141)  # 0 where all of it fitted into the pipe


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
@pytest.mark.parametrize("args", WRITERS, ids=NAMES)
def test_the_disk_is_full(args: tuple[str, ...]) -> None:
    with open("/dev/full", "wb") as full:
        refused(run(*args, stdin=GOOD, stdout=full))


@pytest.mark.skipif(os.name != "posix", reason="needs a POSIX shell")
@pytest.mark.parametrize(
    "closed", ["advise --json >&-", "--version >&-", "advise - <&-", "ask <&-", "ask 2>&-"]
)
def test_a_closed_stream_is_no_traceback(closed: str) -> None:
    line = f"exec {shlex.join(PROGRAM)} {closed}"
    done = subprocess.run(
        ["sh", "-c", line], capture_output=True, env=environment(), check=False, timeout=60
    )
    assert b"Traceback" not in done.stderr
    assert done.stdout == b""
    assert done.returncode in (2, 3)


@pytest.mark.parametrize(
    "target", ["missing/advice.txt", "sam.yaml/advice.txt", ".", "x" * 300, "/proc/advice.txt"]
)
def test_a_file_that_cannot_be_written(target: str, tmp_path: Path) -> None:
    (tmp_path / "sam.yaml").write_text("role: PMO analyst\n", encoding="utf-8")
    for force in ((), ("--force",)):
        refused(call("advise", "-o", str(tmp_path / target), *force, *QUICK))
    assert [path.name for path in tmp_path.iterdir()] == ["sam.yaml"]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_a_device_is_not_replaced() -> None:
    refused(run("advise", "-o", "/dev/full", *QUICK))
    refused(run("advise", "-o", "/dev/full/advice.txt", *QUICK))
    assert Path("/dev/full").is_char_device()


@pytest.mark.skipif(
    getattr(os, "geteuid", lambda: 0)() == 0, reason="permissions do not bind this account"
)
def test_a_directory_that_may_not_be_written(tmp_path: Path) -> None:
    locked = tmp_path / "locked"
    locked.mkdir(mode=0o555)
    refused(run("advise", "-o", locked / "advice.txt", *QUICK))


# --- what people type is inert --------------------------------------------------------

HOSTILE = {
    "markup": "[bold]Sam[/bold] [link=https://x.example]x[/link]",
    "colour": "\x1b[31mSam\x1b[0m",
    "title": "\x1b]0;owned\x07Sam",
    "lines": "Sam\nNext step: nothing\r\nat all\vor\fless\x85\u2028\u2029end",
    "direction": "\u202eSam\u202c \u2066x\u2069 \u200f",
    "c1": "\x9b31mSam",
    "delete": "Sam\x7f\x08\x08\x08",
    "html": "<script>alert(1)</script>&amp;",
    "wide": "山田太郎 🧑\u200d💻",
    "braces": "{name} %s %(x)s {0} \\n ${HOME}",
}


def inert(text: str) -> bool:
    return all(
        letter == "\n" or unicodedata.category(letter) not in ("Cc", "Cf", "Zl", "Zp")
        for letter in text
    )


@pytest.mark.parametrize("name", HOSTILE)
def test_a_name_or_title_is_only_ever_shown(name: str) -> None:
    profile = json.dumps({"name": HOSTILE[name], "role": HOSTILE[name]}).encode()
    told = call("advise", "-", *QUICK, stdin=profile)
    assert (told.code, told.err) == (0, "")
    assert inert(told.out)
    assert "Next step: nothing" not in told.out.splitlines()
    plain = call("advise", *QUICK, "--name", "Sam", "--role", "Sam")
    assert len(told.out.splitlines()) <= len(plain.out.splitlines()) + 12

    as_json = call("advise", "-", "--json", *QUICK, stdin=profile)
    assert json.loads(as_json.out)["profile"]["name"] == HOSTILE[name].strip()
    assert all(
        letter == "\n" or unicodedata.category(letter) != "Cc" or letter in "\x7f\x85\x9b"
        for letter in as_json.out
    )


def test_markup_is_shown_as_it_was_typed() -> None:
    assert "[bold]Sam[/bold]" in call("advise", *QUICK, "--name", "[bold]Sam[/bold]").out


@pytest.mark.parametrize(
    "text",
    [HOSTILE["colour"], HOSTILE["direction"], HOSTILE["lines"]],
    ids=["colour", "direction", "lines"],
)
def test_an_error_is_inert_too(text: str) -> None:
    as_key = call("advise", "-", *QUICK, stdin=json.dumps({text: 1}).encode())
    as_file = call("advise", text, *QUICK)
    as_catalogue = call("advise", "--catalogue", text)
    as_output = call("advise", "-o", f"missing/{text}", *QUICK)
    for done in (as_key, as_file, as_catalogue, as_output):
        refused(done)
        assert inert(done.err)
    for option in ("--level", "--holds", "--as-of", "--format"):
        done = call("advise", "--strict", *QUICK, option, text)
        refused(done, 2)
        assert inert(done.err)


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="arguments are text there")
@pytest.mark.parametrize(
    ("args", "code"),
    [
        ((b"--role", b"PMO \xff"), 2),
        ((b"--name", b"\xff"), 2),
        ((b"--holds", b"\xff"), 2),
        ((b"--years", b"\xff"), 2),
        ((b"--as-of", b"\xff"), 2),
        ((b"\xff.yaml",), 3),
        ((b"\xff.yaml", b"--json"), 3),
        ((b"--catalogue", b"\xff"), 3),
        ((b"-o", b"missing/\xff"), 3),
    ],
)
def test_bytes_that_are_no_text(args: tuple[bytes, ...], code: int, tmp_path: Path) -> None:
    refused(run("advise", *QUICK, *args, cwd=tmp_path), code)


@pytest.mark.parametrize(
    "env", [{"LC_ALL": "C"}, {"PYTHONIOENCODING": "ascii"}, {"COLUMNS": "0"}, {"COLUMNS": "wide"}]
)
def test_an_odd_environment_changes_nothing(env: dict[str, str]) -> None:
    done = run("advise", "--name", "Zoë 山", *QUICK, env=env)
    assert (done.code, done.err) == (0, "")
    assert "Zoë 山" in done.out
