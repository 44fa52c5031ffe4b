"""Where output cannot go, a person gets words and no traceback."""

from __future__ import annotations

import os
import shlex
import subprocess
from pathlib import Path

import pytest
from faults import GOOD, QUICK, refused
from paths import SMALL
from program import PROGRAM, call, environment, run

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
