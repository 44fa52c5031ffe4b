"""A copy of the program that a test changes as a contributor would, and runs."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

from paths import ROOT


def copied(target: Path) -> Path:
    """Return `target` with a copy of the program and its catalogue."""
    for name in ("pmo_path", "data"):
        shutil.copytree(ROOT / name, target / name, ignore=shutil.ignore_patterns("__pycache__"))
    return target


def changed(path: Path, old: str, new: str) -> None:
    """Replace what stands once in a file."""
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1, f"{path}: {old}"
    path.write_text(text.replace(old, new), encoding="utf-8")


def run_copy(program: Path, *args: str, stdin: str = "", **env: str) -> tuple[str, str]:
    """Return what the copy prints on its two streams; it has to end well."""
    state = {f"XDG_{name}_HOME": str(program / name) for name in ("CACHE", "STATE")}
    done = subprocess.run(
        [sys.executable, "-m", "pmo_path", *args],
        input=stdin,
        capture_output=True,
        text=True,
        env={**os.environ, **state, "PYTHONPATH": str(program), "COLUMNS": "200", **env},
        cwd=program,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout, done.stderr


def printed(program: Path, *args: str, stdin: str = "") -> Any:
    """Return the JSON that the copy prints."""
    return json.loads(run_copy(program, *args, stdin=stdin)[0])
