"""Running the program, in a process of its own or in this one; and making test catalogues."""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema
from paths import SMALL
from strategies import shipped
from typer.testing import CliRunner

from pmo_path.cli.app import app_for
from pmo_path.contract.described.error_codes import CATALOGUE_CODES, ERROR_CODES
from pmo_path.contract.json_schema import PROFILES, schema

PROGRAM = (sys.executable, "-m", "pmo_path")
# What a person's environment could change in the output; a test sets what it needs.
_PERSONAL = (
    "COLUMNS",
    "LINES",
    "NO_COLOR",
    "FORCE_COLOR",
    "CLICOLOR_FORCE",
    "PYTHONHASHSEED",
    "TERM",
)


@dataclass(frozen=True)
class Result:
    """How a run ended: exit code, standard output, standard error."""

    code: int
    out: str
    err: str


def environment(**changes: str) -> dict[str, str]:
    """Return the environment without what is personal, with some changes."""
    return {**{key: value for key, value in os.environ.items() if key not in _PERSONAL}, **changes}


def run(
    *args: str | bytes | Path,
    stdin: bytes = b"",
    env: Mapping[str, str] | None = None,
    cwd: Path | None = None,
    stdout: Any = subprocess.PIPE,
) -> Result:
    """Run the program to its end."""
    done = subprocess.run(
        [*PROGRAM, *args],
        input=stdin,
        stdout=stdout,
        stderr=subprocess.PIPE,
        env=environment(**(env or {})),
        cwd=cwd,
        timeout=60,
        check=False,
    )
    return Result(
        done.returncode, (done.stdout or b"").decode("utf-8"), done.stderr.decode("utf-8")
    )


def call(
    *args: str | bytes | Path,
    stdin: bytes = b"",
    env: Mapping[str, str | None] | None = None,
    cwd: Path | None = None,
) -> Result:
    """Run the program in this process: much faster."""
    with contextlib.chdir(cwd or Path.cwd()):
        done = CliRunner().invoke(
            app_for(args),
            [os.fsdecode(one) for one in args],
            input=stdin,
            prog_name="pmo-path",
            env={**dict.fromkeys(_PERSONAL), **(env or {})},
        )
    if done.exception and not isinstance(done.exception, SystemExit):
        raise done.exception
    return Result(done.exit_code, done.stdout, done.stderr)


def answer(kind: str, *args: str | Path, code: int = 0) -> Any:
    """Return what the program says with --json, held against the schema of its kind."""
    done = call(*args, "--json")
    assert (done.code, done.err) == (code, "")
    return valid(kind, json.loads(done.out))


def valid(kind: str, data: Any) -> Any:
    """Return data that holds to the schema of its kind."""
    validator(kind).validate(data)
    if kind in ("error", "problems"):  # a code is a text to the schema, as new ones may come
        told = {problem["code"] for problem in data[{"error": "errors"}.get(kind, kind)]}
        assert told | {data.get("code", "usage")} <= {*ERROR_CODES, *CATALOGUE_CODES}
    return data


@cache
def validator(kind: str) -> jsonschema.Draft202012Validator:
    """Return what holds data against a schema; that this is valid has a test of its own."""
    return jsonschema.Draft202012Validator(
        schema(kind, shipped().names if kind in PROFILES else None)
    )


def small_catalogue(target: Path, *changes: Path) -> Path:
    """Return `target` as a copy of the small catalogue with the files of other directories laid
    over it.
    """
    shutil.copytree(SMALL, target, dirs_exist_ok=True)
    for directory in changes:
        for file in directory.iterdir():
            if file.name != "expect.yaml":
                shutil.copy(file, target)
    return target
