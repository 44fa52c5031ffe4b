"""Runs that must end in an error of the contract."""

from __future__ import annotations

import json

from paths import SMALL
from program import Result

QUICK = ("--catalogue", str(SMALL), "--as-of", "2026-11-21")


def refused(done: Result, code: int = 3) -> None:
    """The run ended as the contract says, with words on standard error and nothing on standard
    output.
    """
    assert "Traceback" not in done.err
    assert (done.code, done.out) == (code, "")
    assert done.err.strip()


def errors(done: Result) -> list[dict[str, object]]:
    refused(done)
    told = json.loads(done.err)
    assert told["exit_code"] == 3
    found: list[dict[str, object]] = told["errors"]
    return found


GOOD = b'{"name": "Ann"}'
