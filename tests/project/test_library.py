"""The package as a library: what its page shows runs, is typed, and loads no more than it needs."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
from loading import HEAVY, loaded
from paths import DOCS
from program import run

import pmo_path

PAGE = (DOCS / "library.md").read_text("utf-8")
CODE = "\n".join(re.findall(r"```python\n(.*?)```", PAGE, re.DOTALL))


def test_the_code_of_the_page_runs(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    space: dict[str, object] = {}
    exec(CODE, space)
    shown = capsys.readouterr().out.splitlines()
    assert shown[0].startswith("1 ")
    assert [line.partition(" ")[0] for line in shown if " /" in line] == [
        "bad-date",
        "unknown-key",
    ]
    assert "2 goals: this value is not known" in shown
    assert shown[-1].startswith("1 ['the profiles:2'] [(")
    facts = ("--role", "PMO analyst", "--holds", "P3O Foundation", "--years", "2-4")
    assert run("advise", *facts, "--as-of", "2026-11-22", "--json").out == space["text"]


def test_the_code_of_the_page_is_typed(tmp_path: Path) -> None:
    snippet = tmp_path / "consumer.py"
    snippet.write_text(
        f"{CODE}\nreveal_type(advice.next_step)\nreveal_type(catalogue.digest)\nadvise(3)\n",
        "utf-8",
    )
    done = subprocess.run(
        [
            sys.executable,
            "-m",
            "mypy",
            "--strict",
            "--cache-dir",
            str(tmp_path / "cache"),
            snippet.name,
        ],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    told = [line.partition(": ")[2] for line in done.stdout.splitlines() if ": " in line]
    assert told[:2] == ['note: Revealed type is "str | None"', 'note: Revealed type is "str"']
    assert all("advise" in line for line in told[2:-1])
    assert (
        "Found 2 errors in 1 file" in done.stdout
    )  # too few arguments, and none of them a catalogue


def test_every_public_name_is_there_and_on_the_page() -> None:
    for name in pmo_path.__all__:
        assert getattr(pmo_path, name) is not None
        assert name.startswith("__") or f"`{name}" in PAGE
    assert sorted(pmo_path.__all__) == sorted([*pmo_path._HOMES, "__version__"])
    assert (Path(pmo_path.__file__).parent / "py.typed").exists()


def test_a_name_that_is_not_there_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="wizardry"):
        pmo_path.wizardry  # noqa: B018


@pytest.mark.usefixtures("catalogue")
def test_a_catalogue_loaded_twice_is_one_object() -> None:
    assert pmo_path.load_catalogue() is pmo_path.load_catalogue()


@pytest.mark.usefixtures("cached")
def test_the_library_loads_no_more_than_it_needs() -> None:
    assert loaded("from pmo_path import *; load_catalogue()") & HEAVY == set()
