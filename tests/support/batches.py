"""Runs of `batch`: people in, and the answers that come out."""

from __future__ import annotations

import csv
import io
import json
import sys
from typing import IO, Any

from paths import SMALL
from program import Result, valid

DAY = ("--as-of", "2026-11-21")
QUICK = ("--catalogue", str(SMALL), *DAY)
ANN = {"name": "Ann", "role": "PMO analyst", "years_in_pmo": 4, "holds": []}
BOB = {"name": "Bob", "experience_level": "entry"}
NOBODY = {"experience_level": "director", "holds": []}  # for whom the small catalogue has nothing


def json_of(*profiles: dict[str, Any] | str) -> bytes:
    return "".join(
        (one if isinstance(one, str) else json.dumps(one)) + "\n" for one in profiles
    ).encode()


def told(done: Result) -> list[dict[str, Any]]:
    """Return the lines of an output, each held against its schema."""
    assert "Traceback" not in done.err
    assert done.out == "" or done.out.endswith("\n")
    return [valid("batch-line", json.loads(line)) for line in done.out.split("\n")[:-1]]


def table(done: Result) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(done.out, newline="")))


def bytes_in(pipe: IO[bytes]) -> int:
    """Return how many bytes wait in a pipe to be read."""
    import fcntl  # where there is POSIX alone
    import termios

    waiting = fcntl.ioctl(pipe.fileno(), termios.FIONREAD, bytes(4))
    return int.from_bytes(waiting, sys.byteorder)
