"""A bad line or row among many is a located problem, and costs no good one."""

from __future__ import annotations

import io
import json
import random
from collections.abc import Iterable
from typing import Any

import pytest
from faults import GOOD, QUICK
from hypothesis import given, settings
from hypothesis import strategies as st
from program import call, run, valid
from tried import tried

from pmo_path.core.documents import Document
from pmo_path.core.errors import PmoPathError, Problem
from pmo_path.profile.readers.csv import csv_records
from pmo_path.profile.readers.jsonl import InputRecord, jsonl_records

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
    "not UTF-8": (b"Zo\xeb\x81,x", "not-utf-8"),  # nor Windows-1252
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


MARKS = (
    b'{" " : , { } [ ] NaN 1e999 \\ud800 \\ \xff \xef\xbb\xbf \0 \r '
    b"name role holds none ; \xe2\x80\xa8 \x85 = '"
)
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
        assert error.code in (error.problems[0].code, "profile-invalid")
        assert all(
            one.line and one.line >= record.line and one.column and one.file
            for one in error.problems
        )
    assert numbers == sorted(set(numbers))
    return good


@settings(max_examples=tried(300))
@given(st.lists(JUNK, max_size=5), st.lists(JUNK, max_size=5))
def test_no_bytes_cost_a_good_line_of_json(before: list[bytes], after: list[bytes]) -> None:
    raw = b"\n".join([*before, GOOD, *after, GOOD])
    good = located(jsonl_records(io.BytesIO(raw).readline, "team.jsonl"))
    assert good[len(before) + 1].data == good[len(before) + len(after) + 2].data == {"name": "Ann"}


@settings(max_examples=tried(300))
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


@settings(max_examples=tried(100))
@given(st.binary(max_size=80))
def test_any_bytes_are_a_header_or_a_located_problem(raw: bytes) -> None:
    problems: tuple[Problem, ...] = ()
    try:
        located(csv_records(io.BytesIO(raw).readline, "team.csv"))
    except PmoPathError as error:
        problems = error.problems
    assert all(one.line and one.column for one in problems)


@settings(max_examples=tried(60))
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


@pytest.mark.parametrize("line", ["[]", '[{"role": "x"}, {"role": "y"}]', "null", "3", '"x"'])
def test_a_line_of_json_that_is_no_object_is_answered_with_what_to_write(line: str) -> None:
    done = call("batch", "-", "--json", stdin=f"{line}\n")
    (problem,) = json.loads(done.out)["problem"]["errors"]
    assert done.code == 1
    assert problem["code"] == "not-a-profile"
    assert "one JSON object on each line" in problem["hint"]
