"""Input that is far too large, or has no end, is refused soon, with one clear error."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from paths import EXAMPLES, SMALL
from program import PROGRAM, call, environment, run

from pmo_path.core.documents import MAX_BYTES
from pmo_path.profile.parse_values import MAX_ITEMS
from pmo_path.profile.readers.header_row import MAX_COLUMNS
from pmo_path.profile.readers.jsonl import MAX_PIECES

ENDLESS = Path("/dev/zero")
needs_endless = pytest.mark.skipif(not ENDLESS.exists(), reason="this system has no /dev/zero")


@needs_endless
@pytest.mark.parametrize(
    "args",
    [
        ("advise", ENDLESS),
        ("batch", ENDLESS, "--from", "csv"),
        ("batch", ENDLESS, "--from", "jsonl"),
        ("report", ENDLESS),
        ("report", EXAMPLES / "analyst.yaml", "--notes", ENDLESS),
        ("ask", "--answers", ENDLESS),
        ("ask", "--answers", "-", "--save", ENDLESS),
    ],
)
def test_a_file_without_an_end_is_refused(args: tuple[str | Path, ...]) -> None:
    done = run(*args)  # ends after a minute at most
    assert (done.code, done.out) == (3, "")
    assert "[too-large]" in done.err


@needs_endless
def test_answers_without_an_end_are_refused() -> None:
    with open(ENDLESS, "rb") as endless:
        command = [*PROGRAM, "ask", "--answers", "-", "--new", "--save", "/nowhere/at/all"]
        done = subprocess.run(
            command, stdin=endless, capture_output=True, timeout=60, check=False, env=environment()
        )
    assert (done.returncode, done.stdout) == (3, b"")
    assert b"[too-large]" in done.stderr


@needs_endless
@pytest.mark.parametrize("file", ["certifications", "sources", "roles", "rules", "development"])
def test_a_catalogue_file_without_an_end_is_refused(file: str, tmp_path: Path) -> None:
    catalogue = shutil.copytree(SMALL, tmp_path / "catalogue")
    (catalogue / f"{file}.yaml").unlink()
    (catalogue / f"{file}.yaml").symlink_to(ENDLESS)
    for command in ("advise", "--catalogue"), ("catalogue", "check"):
        done = run(*command, catalogue)
        assert done.code in (1, 3)
        assert "[too-large]" in done.out + done.err


@pytest.mark.parametrize("first", ["role,", ""])
def test_a_header_of_100_000_columns_is_one_error(first: str, tmp_path: Path) -> None:
    table = tmp_path / "team.csv"
    table.write_text(first + ",".join(f"c{number}" for number in range(100_000)) + "\n", "utf-8")
    done = call("batch", table)
    assert (done.code, done.err.count("[")) == (3, 1)
    assert "[too-large]" in done.err
    table.write_text("role" + ",x" * MAX_COLUMNS + "\n", "utf-8")
    assert "[too-large]" in call("batch", table).err
    table.write_text("role" + ",x" * (MAX_COLUMNS - 1) + "\n", "utf-8")
    assert "[unknown-key]" in call("batch", table, "--strict").err
    assert "(+989)" in call("batch", table).err


def test_a_line_after_a_long_one_is_answered_unless_that_is_without_end(tmp_path: Path) -> None:
    table = tmp_path / "team.jsonl"
    table.write_text(" " * (MAX_BYTES * 2) + "\n{}\n", "utf-8")
    done = call("batch", table)
    assert (done.code, len(done.out.splitlines())) == (1, 2)
    with open(table, "wb") as file:
        file.truncate((MAX_PIECES + 1) * MAX_BYTES + 1)
    done = call("batch", table)
    assert (done.code, done.out) == (3, "")
    assert "[too-large]" in done.err


@pytest.mark.parametrize(
    "text",
    [
        "{" + ", ".join(f'"k{number}": 1' for number in range(MAX_ITEMS + 1)) + "}",
        '{"holds": [' + ", ".join(['"pmp"'] * (MAX_ITEMS + 1)) + "]}",
        '{"unmatched": {"reads": [' + ", ".join(['"x"'] * (MAX_ITEMS + 1)) + "]}}",
        '{"prices": {'
        + ", ".join(f'"k{number}": "1 GBP"' for number in range(MAX_ITEMS + 1))
        + "}}",
    ],
    ids=["facts", "list", "unmatched", "prices"],
)
def test_more_facts_or_items_than_anybody_has_are_one_error(text: str) -> None:
    done = call("advise", "-", stdin=text.encode())
    assert (done.code, done.err.count("[")) == (3, 1)
    assert "[too-large]" in done.err


def test_a_row_of_megabytes_is_one_error(tmp_path: Path) -> None:
    table = tmp_path / "team.csv"
    table.write_text("role,years_in_pmo\nx" + "," * 3_000_000 + "\nPMO analyst,3\n", "utf-8")
    done = call("batch", table)
    assert (done.code, len(done.out.splitlines())) == (1, 2)
    assert "[ragged]" in done.err


def test_a_number_too_small_for_a_float_is_refused() -> None:
    text = '{"years_in_pmo": -' + "9" * 999 + "}"
    assert "[not-a-number]" in call("advise", "-", stdin=text.encode()).err
